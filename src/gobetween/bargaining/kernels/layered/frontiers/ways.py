"""A diagram made ready for frontiers: value vectors in few words, the arcs that lead into each node, and what a prefix must reach."""

from __future__ import annotations

import numpy as np
from attrs import field, frozen

from gobetween.bargaining.kernels.layered.compiling import compiled
from gobetween.bargaining.kernels.layered.graph.diagrams import NO_LEAST, Diagram, Ints

WORD = 63
"""How many bits of a word hold values, so that words stay positive and compare as vectors do."""


@frozen(eq=False)
class Fields:
    """Where each party's value is in the words of a vector: `word`, `shift` and `mask` a party; values there are 0 or more.

    A field is one bit wider than its greatest value, so that fields of sums never run into one another. Vectors compare word by
    word as their values do party by party.
    """

    word: Ints
    shift: Ints
    mask: Ints

    @property
    def words(self) -> int:
        """How many words a vector has; a vector without parties has one too."""
        return int(self.word[-1]) + 1 if len(self.word) else 1

    def values(self, vectors: Ints) -> Ints:
        """The values in vectors: from shape (vectors, words) to (vectors, parties)."""
        return (vectors[:, self.word] >> self.shift) & self.mask


@frozen(eq=False)
class Ways:
    """The ways into each node of a `diagram`: node v's are arcs `arc[first[v]]` up to `arc[first[v + 1]]`, their vectors in `step`.

    Vectors hold values above the least that the arcs of each level have; `origin` is what that comes to over all levels, so that a
    path's values are `origin` and the fields of its vector together. Left out are arcs that another one of the same source and target
    beats or equals. `floor` (nodes, parties) is the least field with which a prefix at a node can still reach every reservation value
    that is kept. `step` has shape (arcs, words), left-out arcs included.
    """

    diagram: Diagram
    fields: Fields
    first: Ints = field(kw_only=True)
    arc: Ints = field(kw_only=True)
    step: Ints = field(kw_only=True)
    floor: Ints = field(kw_only=True)
    origin: Ints = field(kw_only=True)


def ways_of(diagram: Diagram) -> Ways:
    """The ways of a diagram that is not empty; cost: arcs times parties, and per node the square of its arcs."""
    low, word, shift, mask, floor, origin = _bounds(
        diagram.values, diagram.arc_levels, diagram.node_levels, diagram.first_arc, diagram.target, diagram.start, diagram.least
    )
    first, arc, step = _ways(diagram.values, low, diagram.arc_levels, diagram.first_arc, diagram.target, word, shift)
    return Ways(diagram, Fields(word, shift, mask), first=first, arc=arc, step=step, floor=floor, origin=origin)


@compiled
def _bounds(  # noqa: PLR0913, PLR0917  # compiled loops take arrays, not values
    values: Ints, arc_levels: Ints, node_levels: Ints, first_arc: Ints, target: Ints, start: Ints, least: Ints
) -> tuple[Ints, Ints, Ints, Ints, Ints, Ints]:
    """Of each level and party the least that an arc has; word, shift and mask of each party's field; the floors, and the origin."""
    levels, parties = arc_levels.shape[0] - 1, start.shape[0]
    nodes = first_arc.shape[0] - 1
    low = np.zeros((levels, parties), np.int64)
    span = np.zeros(parties, np.int64)
    floor = np.zeros((nodes, parties), np.int64)
    ahead = np.zeros(nodes, np.int64)
    origin = np.zeros(parties, np.int64)
    for party in range(parties):
        offset = start[party]
        for level in range(levels):
            least_here, most_here = values[arc_levels[level], party], values[arc_levels[level], party]
            for arc in range(arc_levels[level] + 1, arc_levels[level + 1]):
                least_here = min(least_here, values[arc, party])
                most_here = max(most_here, values[arc, party])
            low[level, party] = least_here
            span[party] += most_here - least_here
            offset += least_here
        origin[party] = offset
        if least[party] == NO_LEAST:
            continue
        ahead[nodes - 1] = 0
        floor[nodes - 1, party] = max(0, least[party] - offset)
        for level in range(levels - 1, -1, -1):
            offset -= low[level, party]
            for node in range(node_levels[level], node_levels[level + 1]):
                best = ahead[target[first_arc[node]]] + values[first_arc[node], party]
                for arc in range(first_arc[node] + 1, first_arc[node + 1]):
                    best = max(best, ahead[target[arc]] + values[arc, party])
                ahead[node] = best
                floor[node, party] = max(0, least[party] - best - offset)
    word, shift, mask = _fields(span)
    return low, word, shift, mask, floor, origin


@compiled
def _fields(span: Ints) -> tuple[Ints, Ints, Ints]:
    """Word, shift and mask for values from 0 to each party's span: as many in one word as it takes, but two parties have one each."""
    parties = span.shape[0]
    word, shift, mask = np.zeros_like(span), np.zeros_like(span), np.zeros_like(span)
    used, last = 0, 0
    for party in range(parties - 1, -1, -1):  # the last party's field is lowest, so that no word has more bits than it needs
        width = 1
        while span[party] >> (width - 1):
            width += 1
        if party < parties - 1 and (used + width > WORD or parties == 2):
            used = 0
            last += 1
        word[party], shift[party], mask[party] = last, used, (1 << width) - 1
        used += width
    return last - word, shift, mask


@compiled
def _ways(  # noqa: PLR0913, PLR0917  # compiled loops take arrays, not values
    values: Ints, low: Ints, arc_levels: Ints, first_arc: Ints, target: Ints, word: Ints, shift: Ints
) -> tuple[Ints, Ints, Ints]:
    """The arcs by their targets, without those that are beaten from the same source, and the vectors of all arcs."""
    arcs, parties = values.shape
    nodes = first_arc.shape[0] - 1
    step = np.zeros((arcs, word[-1] + 1 if parties else 1), np.int64)
    for level in range(low.shape[0]):
        for arc in range(arc_levels[level], arc_levels[level + 1]):
            for party in range(parties):
                step[arc, word[party]] += (values[arc, party] - low[level, party]) << shift[party]
    is_beaten = np.zeros(arcs, np.bool_)
    first = np.zeros(nodes + 1, np.int64)
    for node in range(nodes):
        for arc in range(first_arc[node], first_arc[node + 1]):
            for other in range(first_arc[node], first_arc[node + 1]):
                if other == arc or target[other] != target[arc] or is_beaten[other]:
                    continue
                beats = True
                for party in range(parties):
                    beats = beats and values[other, party] >= values[arc, party]
                if beats:
                    is_beaten[arc] = True
                    break
            if not is_beaten[arc]:
                first[target[arc] + 1] += 1
    for node in range(nodes):
        first[node + 1] += first[node]
    into = np.empty(first[nodes], np.int64)
    filled = first.copy()
    for arc in range(arcs):
        if not is_beaten[arc]:
            into[filled[target[arc]]] = arc
            filled[target[arc]] += 1
    return first, into, step
