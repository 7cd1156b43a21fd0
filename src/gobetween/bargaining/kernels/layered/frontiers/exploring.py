"""From level to level: which nodes are filled next, with how much room, and what happens where there would be too many vectors."""

from __future__ import annotations

import numpy as np
from attrs import define, field

from gobetween.bargaining.kernels import Progress, Watch
from gobetween.bargaining.kernels.layered.frontiers.grids import coarsen
from gobetween.bargaining.kernels.layered.frontiers.many_parties import Crowds
from gobetween.bargaining.kernels.layered.frontiers.prefixes import Prefixes
from gobetween.bargaining.kernels.layered.frontiers.three_parties import MOST_HEIGHT, MOST_VALUES, lay_skylines
from gobetween.bargaining.kernels.layered.frontiers.two_parties import lay_staircases
from gobetween.bargaining.kernels.layered.frontiers.ways import Ways
from gobetween.bargaining.kernels.layered.graph.diagrams import Ints

MOST_POINTS = 4_000_000
"""How many vectors there may be between two issues unless told otherwise."""

MEMORY = 60_000_000
"""How many words all vectors together may take unless told otherwise; a trail takes half as much again."""

PASSING = 2
"""How many times as many vectors there may be for a moment, before a grid makes them fewer."""

CHUNK = 10_000_000
"""How many vectors come in before the caller is asked whether to go on."""

HURRY = 5_000
"""How many vectors are kept between two issues once the caller has said to stop."""

ROOM = 8_192  # vectors at first


def explore(ways: Ways, *, most_points: int | None, watch: Watch) -> Prefixes:
    """The vectors of all nodes, exact unless there would be more than `most_points` between two issues, or `watch` says stop."""
    levels, words = ways.diagram.levels, ways.fields.words
    most = min(MOST_POINTS, MEMORY // max(1, levels * words)) if most_points is None else max(1, most_points)
    crowds = None if len(ways.fields.mask) == 2 or is_skyline(ways) else Crowds(ways)
    journey = _Journey(ways, Prefixes.before(ways, ROOM), crowds, most=most, watch=watch)
    if journey.is_short():
        journey.fill_all()
    else:
        for level in range(1, levels + 1):
            journey.fill(level)
    return journey.prefixes


@define(eq=False)
class _Journey:
    """The `prefixes` of a diagram on the way from its first level to its last."""

    ways: Ways
    prefixes: Prefixes
    most: int = field(kw_only=True)
    watch: Watch = field(kw_only=True)
    crowds: Crowds | None = None

    def is_short(self) -> bool:
        """Whether it is certain beforehand that nothing grows too large and that it takes no time."""
        span = self.ways.fields.mask.tolist()
        if len(span) != 2:
            return False
        arcs = len(self.ways.arc)  # and not more nodes
        return bool((min(span) + 1) * arcs <= min(self.most, CHUNK))

    def fill_all(self) -> None:
        """Fill all nodes, making room when it is wanted."""
        node, after = 1, len(self.ways.first) - 1
        while (node := self._lay(node, after, len(self.prefixes.kept))) < after:
            self.prefixes.make_room(node, len(self.prefixes.kept) + self._coming(node, node + 1)[-1])

    def fill(self, level: int) -> None:
        """Fill the nodes before which `level` issues are settled; where that is too much, go on from fewer prefixes."""
        nodes = self._nodes(level)
        limit = PASSING * self.most
        while not self._try(level, limit):
            before = self._nodes(level - 1)
            had = self.prefixes.between(*before)
            coarsen(self.prefixes, self.ways, before, min(self.most, had // 2))
            if self.prefixes.between(*before) == had:  # they are as few as they can be
                limit = 2**62
        if self.prefixes.between(*nodes) > self.most:
            coarsen(self.prefixes, self.ways, nodes, max(1, self.most // 2))

    def _try(self, level: int, limit: int) -> bool:
        """Whether the level was filled without more vectors than the limit."""
        node, after = self._nodes(level)
        start = int(self.prefixes.begin[node])
        while node < after:
            coming = self._coming(node, after)
            until = node + 1 if self.crowds else node + max(1, int(np.searchsorted(coming, CHUNK, "right")))
            self.prefixes.make_room(node, int(coming[until - node - 1]))
            node, is_midway = self._lay(node, until, start + limit), self.crowds is not None and self.crowds.is_midway
            if node < until and not is_midway:
                return False
            if not self._goes_on(level, int(self.prefixes.begin[node + is_midway]) - start):
                return False
        return True

    def _goes_on(self, level: int, points: int) -> bool:
        """Whether to go on as before; not if the caller says stop and there are many prefixes."""
        if self.watch(Progress("frontier", level, self.ways.diagram.levels, points)) or self.most <= HURRY:
            return True
        self.most = HURRY
        if self.crowds:
            self.crowds.abandon()
        return self.prefixes.between(*self._nodes(level - 1)) <= HURRY

    def _nodes(self, level: int) -> tuple[int, int]:
        first, after = self.ways.diagram.node_levels[level : level + 2]
        return int(first), int(after)

    def _coming(self, node: int, after: int) -> Ints:
        """How many vectors come in at the nodes from one up to another, summed up from the first."""
        ways, begin = self.ways, self.prefixes.begin
        first = ways.first[node : after + 1]
        source = ways.diagram.source[ways.arc[first[0] : first[-1]]]
        sums = np.zeros(len(source) + 1, np.int64)
        np.cumsum(begin[source + 1] - begin[source], out=sums[1:])
        coming: Ints = sums[first[1:] - first[0]]
        return coming

    def _lay(self, node: int, until: int, limit: int) -> int:
        """Fill nodes, and say at which it stopped, for want of room or of the limit, or because that was enough for once."""
        ways, prefixes = self.ways, self.prefixes
        floor = np.maximum(ways.floor - prefixes.error, 0) if prefixes.error.any() else ways.floor
        if self.crowds is not None:
            return self.crowds.lay(node, limit, prefixes, floor)
        arrays = prefixes.begin, ways.diagram.source, ways.first, ways.arc, ways.step, floor
        if len(ways.fields.mask) == 2:
            return lay_staircases(node, until, limit, prefixes.kept, prefixes.trail, *arrays)
        return lay_skylines(node, until, limit, prefixes.kept, *arrays, ways.fields.shift, ways.fields.mask)


def is_skyline(ways: Ways) -> bool:
    """Whether there are three parties whose values are small enough for tables."""
    mask = ways.fields.mask.tolist()
    return len(mask) == 3 and ways.fields.words == 1 and max(mask[:2]) < MOST_VALUES and mask[2] < MOST_HEIGHT
