"""All packages that meet what must be kept, as paths through a layered graph: the one form that every fast search works on."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from attrs import evolve, field, frozen

from gobetween.bargaining.kernels import Choice
from gobetween.bargaining.kernels.layered.graph.levels import Level, levels_of
from gobetween.bargaining.kernels.layered.graph.option_rows import Ints, Options, Words, refuse_great_values, word_of
from gobetween.bargaining.kernels.layered.graph.orders import issue_order
from gobetween.bargaining.kernels.layered.graph.tracks import Track, tracks_of
from gobetween.bargaining.problems import Problem

__all__ = ["NO_LEAST", "Diagram", "Ints", "Words", "diagram_of"]

NO_LEAST = -(2**60)
"""Stands for a party whose reservation value is not kept."""


@frozen(eq=False)
class Diagram:
    """A layered graph of `levels` issues; every path from its one first node to its one last node is a package, and each once.

    Level t settles issue `order[t]` (its number in the problem). Nodes and arcs are numbered level by level: those of level t are
    `node_levels[t]` up to `node_levels[t + 1]` (there are levels + 1 levels of nodes) and `arc_levels[t]` up to `arc_levels[t + 1]`.
    The arcs that leave a node v lie together: `first_arc[v]` up to `first_arc[v + 1]`, in the order of their options; every node
    but the last has some, and every node is on a path. A path's values are `start` and the `values` of its arcs (arcs, parties)
    added up, its broken requirements are the bits of `start_broken` and `broken` (arcs, words of 64) together, reservations apart;
    only requirements that were noted are there. `least` is each party's reservation value where that is kept, or `NO_LEAST`; paths
    may fall short of it. A problem without any package has no arcs and `is_empty`.
    """

    order: tuple[int, ...]
    node_levels: Ints
    arc_levels: Ints
    first_arc: Ints
    source: Ints
    target: Ints
    option: Ints
    values: Ints
    broken: Words
    start: Ints = field(kw_only=True)
    start_broken: Words = field(kw_only=True)
    least: Ints = field(kw_only=True)
    is_empty: bool = field(default=False, kw_only=True)

    @property
    def levels(self) -> int:
        """How many issues there are."""
        return len(self.order)

    @property
    def parties(self) -> int:
        """How many have preferences."""
        return len(self.start)

    @property
    def is_plain(self) -> bool:
        """Whether no links hold issues together: every level has one node."""
        return bool(len(self.node_levels) - 1 == self.node_levels[-1])

    def choice(self, arcs: Sequence[int]) -> Choice:
        """The package of a path, given its arcs from the first level to the last."""
        chosen = [0] * self.levels
        for issue, arc in zip(self.order, arcs, strict=True):
            chosen[issue] = int(self.option[arc])
        return tuple(chosen)


def diagram_of(problem: Problem, kept: int, noted: int = 0) -> Diagram:
    """The diagram of the packages that meet the `kept` requirements, with the breaking of the `noted` ones on its arcs (both bits).

    Reservations are not enforced but said in `least`. Options that do the same stay apart. A node stands for what the issues
    settled so far have left open of the links; their number grows with the links open at once, not with the packages.

    Raises:
        TooEntangled: there are more than `levels.MOST_ARCS` between two issues.
        ValuesTooGreat: a package can be worth more than `option_rows.LARGEST_VALUE`.
    """
    options = Options.of(problem)
    start, start_broken = np.zeros(len(problem.preferences), np.int64), np.zeros(options.words, np.uint64)
    least = _least(problem, kept)
    tracks = list(tracks_of(problem, noted, kept))
    refuse_great_values(problem, options, tracks)
    wide: list[Track] = []
    is_empty = False
    for track in tracks:
        span = track.span
        if len(span) > 1:
            wide.append(track)
        elif span:
            options.settle(track)
        else:  # a requirement that nothing can meet, or what holds whatever is chosen
            is_empty |= track.is_kept
            if track.is_requirement:
                start_broken |= word_of(track, options.words)
            else:
                start[track.party] += track.value
    issues = len(options.sizes)
    order = issue_order(issues, [track.span for track in wide]) if wide else tuple(range(issues))
    rest = (start, start_broken, least)
    if is_empty or not options.is_allowed_everywhere():
        return _empty(order, *rest)
    return _linked(order, wide, options, rest) if wide else _plain(order, options, rest)


def _least(problem: Problem, kept: int) -> Ints:
    bars = {each.owner: each.least for at, each in enumerate(problem.requirements) if each.least is not None and kept >> at & 1}
    return np.array([bars.get(preferences.party, NO_LEAST) for preferences in problem.preferences], np.int64)


def _plain(order: tuple[int, ...], options: Options, rest: tuple[Ints, Words, Ints]) -> Diagram:
    """The diagram of options without links: one node between two issues, all arrays made at once."""
    start, start_broken, least = rest
    issues = len(order)
    source = np.arange(issues).repeat(options.sizes)
    option = np.arange(len(source)) - options.starts[source]
    values, broken = options.values, options.broken
    if options.is_narrowed:
        keep = options.allowed
        source, option, values, broken = source[keep], option[keep], values[keep], broken[keep]
    first_arc = np.searchsorted(source, np.arange(issues + 2))  # none leave the last node
    return Diagram(
        order,
        np.arange(issues + 2),
        first_arc[:-1],
        first_arc,
        source,
        source + 1,
        option,
        values,
        broken,
        start=start,
        start_broken=start_broken,
        least=least,
    )


def _linked(order: tuple[int, ...], wide: Sequence[Track], options: Options, rest: tuple[Ints, Words, Ints]) -> Diagram:
    levels = levels_of(order, wide, options)
    return _joined(order, levels, *rest) if _is_complete(levels, len(order)) else _empty(order, *rest)


def _is_complete(levels: Sequence[Level], issues: int) -> bool:
    return len(levels) == issues and (not levels or bool(len(levels[-1].source)))


def _empty(order: tuple[int, ...], start: Ints, start_broken: Words, least: Ints) -> Diagram:
    none = np.zeros(0, np.int64)
    levels = np.zeros(len(order) + 2, np.int64)
    return Diagram(
        order, levels, levels[:-1], np.zeros(1, np.int64), none, none, none,
        np.zeros((0, len(start)), np.int64), np.zeros((0, len(start_broken)), np.uint64),
        start=start, start_broken=start_broken, least=least, is_empty=True,
    )  # fmt: skip  # one line a kind


def _joined(order: tuple[int, ...], levels: list[Level], start: Ints, start_broken: Words, least: Ints) -> Diagram:
    """The diagram of the levels, without the nodes from which no path leads to the end."""
    counts = [1]
    kept: list[Level] = []
    alive = np.ones(1, np.bool_)  # of the nodes after the level at hand
    for level in reversed(levels):
        number = np.cumsum(alive) - 1
        onwards = alive[level.target]
        alive = np.zeros(level.nodes, np.bool_)
        alive[level.source[onwards]] = True
        renumbered = np.cumsum(alive) - 1
        kept.append(
            evolve(
                level,
                source=renumbered[level.source[onwards]],
                target=number[level.target[onwards]],
                option=level.option[onwards],
                values=level.values[onwards],
                broken=level.broken[onwards],
            )
        )
        counts.append(int(alive.sum()))
    kept.reverse()
    if not all(counts) or (kept and not len(kept[0].source)):
        return _empty(order, start, start_broken, least)
    return _numbered(order, kept, list(reversed(counts)), (start, start_broken, least))


def _numbered(order: tuple[int, ...], levels: list[Level], counts: list[int], rest: tuple[Ints, Words, Ints]) -> Diagram:
    """Nodes and arcs numbered through, level by level."""
    start, start_broken, least = rest
    node_levels = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
    arc_levels = np.concatenate([[0], np.cumsum([len(level.source) for level in levels])]).astype(np.int64)
    source = np.concatenate([level.source + node_levels[at] for at, level in enumerate(levels)])
    target = np.concatenate([level.target + node_levels[at + 1] for at, level in enumerate(levels)])
    first_arc = np.searchsorted(source, np.arange(node_levels[-1] + 1)).astype(np.int64)
    return Diagram(
        order,
        node_levels,
        arc_levels,
        first_arc,
        source,
        target,
        np.concatenate([level.option for level in levels]),
        np.concatenate([level.values for level in levels]),
        np.concatenate([level.broken for level in levels]),
        start=start,
        start_broken=start_broken,
        least=least,
    )
