"""All packages that meet what must be kept, as paths through a layered graph: the one form that every fast search works on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from attrs import evolve, field, frozen
from numpy.typing import NDArray

from gobetween.bargaining.kernels import Choice
from gobetween.bargaining.kernels.layered.orders import issue_order
from gobetween.bargaining.kernels.layered.tracks import Track, tracks_of
from gobetween.bargaining.problems import Problem
from gobetween.model.errors import TooManyPackages

LARGEST_VALUE = 2**44
"""The most that a package may be worth to anyone, so that weighted sums of values stay within 64 bits."""

MOST_ARCS = 4_000_000
"""How many arcs one level of a diagram may have: more entangled links are refused."""

NO_LEAST = -(2**60)
"""Stands for a party whose reservation value is not kept."""

Ints = NDArray[np.int64]
Words = NDArray[np.uint64]


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


@frozen(eq=False)
class _Level:
    """The arcs of one level: from which of its `nodes` to which of the next, by which option, with what effect."""

    nodes: int
    source: Ints
    target: Ints
    option: Ints
    values: Ints
    broken: Words


def diagram_of(problem: Problem, kept: int, noted: int = 0) -> Diagram:
    """The diagram of the packages that meet the `kept` requirements, with the breaking of the `noted` ones on its arcs (both bits).

    Reservations are not enforced but said in `least`. Options that do the same stay apart. A node stands for what the issues
    settled so far have left open of the links; their number grows with the links open at once, not with the packages.

    Raises:
        TooManyPackages: the links are too entangled (`MOST_ARCS`), or values too great (`LARGEST_VALUE`).
    """
    tracks = list(tracks_of(problem, noted, kept))
    values = _option_values(problem)
    words = len(problem.requirements) // 64 + 1
    start, start_broken = np.zeros(len(problem.preferences), np.int64), np.zeros(words, np.uint64)
    _refuse_great_values(problem, values, tracks)
    least = _least(problem, kept)
    wide: list[Track] = []
    allowed = [np.ones(len(options), np.bool_) for options in problem.issues.values()]
    broken = [np.zeros((len(options), words), np.uint64) for options in problem.issues.values()]
    is_empty = False
    for track in tracks:
        span = track.span
        if len(span) > 1:
            wide.append(track)
        elif not span:  # a requirement that nothing can meet, or what holds whatever is chosen
            is_empty |= track.is_kept
            _note(start_broken, track)
            start[track.party] += track.value if not track.is_requirement else 0
        else:
            (issue,) = span
            falls = track.step(issue, len(allowed[issue]), ())[1][track.start]
            if track.is_kept:
                allowed[issue] &= ~falls
            elif track.is_requirement:
                _note(broken[issue][falls], track, into=broken[issue], rows=falls)
            else:
                values[issue][falls, track.party] += track.value
    order = issue_order(len(values), [track.span for track in wide])
    levels = [] if is_empty else _levels(order, wide, allowed, values, broken)
    if is_empty or not _is_complete(levels, len(order)):
        return _empty(order, start, start_broken, least, words)
    return _joined(order, levels, start, start_broken, least)


def _note(target: Words, track: Track, *, into: Words | None = None, rows: Any = None) -> None:
    if not track.is_requirement:
        return
    word, bit = divmod(track.bit, 64)
    if into is None:
        target[word] |= np.uint64(1 << bit)
    else:
        into[rows, word] |= np.uint64(1 << bit)


def _option_values(problem: Problem) -> list[Ints]:
    """Of each issue, what its options are worth to everyone: shape (options, parties)."""
    parties = len(problem.preferences)
    rows = []
    for issue, options in problem.issues.items():
        columns = [preferences.option_values.get(issue, {}) for preferences in problem.preferences]
        numbers = [[column.get(option, 0) for column in columns] for option in options]
        try:
            rows.append(np.array(numbers, np.int64).reshape(len(options), parties))
        except OverflowError:
            raise TooManyPackages(_TOO_GREAT) from None
    return rows


_TOO_GREAT = (
    f"a package can be worth more than {LARGEST_VALUE:,}, which is more than the fast kernel adds up exactly; "
    "divide that party's values and its reservation value by a common factor"
)


def _refuse_great_values(problem: Problem, values: Sequence[Ints], tracks: Sequence[Track]) -> None:
    greatest = sum((np.abs(rows).max(0) for rows in values if rows.size), np.zeros(len(problem.preferences), np.int64))
    for party in range(len(problem.preferences)):
        links = sum(abs(track.value) for track in tracks if track.party == party)
        least = abs(problem.reservations[party])
        if max((abs(int(rows[:, party].min())) for rows in values), default=0) > LARGEST_VALUE or (
            int(greatest[party]) + links > LARGEST_VALUE or least > 2 * LARGEST_VALUE
        ):
            raise TooManyPackages(_TOO_GREAT)


def _least(problem: Problem, kept: int) -> Ints:
    bars = {each.owner: each.least for at, each in enumerate(problem.requirements) if each.least is not None and kept >> at & 1}
    return np.array([bars.get(preferences.party, NO_LEAST) for preferences in problem.preferences], np.int64)


def _levels(
    order: Sequence[int], tracks: Sequence[Track], allowed: Sequence[Any], values: Sequence[Ints], broken: Sequence[Words]
) -> list[_Level]:
    """The levels one by one; stops short where no arc is left."""
    levels: list[_Level] = []
    states: dict[int, Any] = {}  # of each open track, its state at every node
    nodes = 1
    for depth, issue in enumerate(order):
        later = frozenset(order[depth + 1 :])
        level, states, nodes = _level(issue, nodes, states, _Settling(tracks, later), (allowed[issue], values[issue], broken[issue]))
        levels.append(level)
        if not nodes:
            break
    return levels


@frozen(eq=False)
class _Settling:
    """The tracks that span issues, and the issues that come later."""

    tracks: Sequence[Track]
    later: frozenset[int]


def _level(
    issue: int, nodes: int, states: dict[int, Any], settling: _Settling, effects: tuple[Any, Ints, Words]
) -> tuple[_Level, dict[int, Any], int]:
    """The arcs that settle an issue, the states of the nodes they lead to, and how many nodes these are."""
    allowed, option_values, option_broken = effects
    options = np.flatnonzero(allowed)
    if nodes * len(options) > MOST_ARCS:
        raise TooManyPackages(_too_entangled(issue, nodes, settling))
    touching = [at for at, track in enumerate(settling.tracks) if issue in track.span]
    source, option = np.repeat(np.arange(nodes), len(options)), np.tile(options, nodes)
    values, broken = option_values[option], option_broken[option]
    keep = np.ones(len(source), np.bool_)
    after = {at: state[source] for at, state in states.items() if at not in touching}
    for at in touching:
        track = settling.tracks[at]
        step, falls = track.step(issue, len(allowed), settling.later)
        before = states[at][source] if at in states else np.full(len(source), track.start, np.uint8)
        fallen = falls[before, option]
        after[at] = step[before, option]
        if track.is_kept:
            keep &= ~fallen
        elif track.is_requirement:
            _note(broken, track, into=broken, rows=fallen)
        else:
            values[fallen, track.party] += track.value
    still = {at: state[keep] for at, state in after.items() if not settling.tracks[at].span.isdisjoint(settling.later)}
    target, first, count = _merged(still, int(keep.sum()))
    level = _Level(nodes, source[keep], target, option[keep], values[keep], broken[keep])
    return level, {at: state[first] for at, state in sorted(still.items())}, count


def _merged(states: dict[int, Any], arcs: int) -> tuple[Ints, Ints, int]:
    """The arcs by the state they lead to: the number of the node of each, one arc of every node, and how many nodes there are."""
    if not states or not arcs:
        return np.zeros(arcs, np.int64), np.zeros(min(arcs, 1), np.int64), min(arcs, 1)
    nodes, first, count = np.zeros(arcs, np.int64), np.zeros(1, np.int64), 1
    columns = [states[at] for at in sorted(states)]
    for start in range(0, len(columns), 20):  # 3^20 states and as many nodes fit into 64 bits
        code = nodes
        for column in columns[start : start + 20]:
            code = code * 3 + column
        _, first, nodes = np.unique(code, return_index=True, return_inverse=True)
        count = len(first)
    return nodes, first, count


def _too_entangled(issue: int, nodes: int, settling: _Settling) -> str:
    spans = sum(issue in track.span for track in settling.tracks)
    return (
        f"the links are too entangled: {nodes:,} different states of them are open at one issue, which itself is in {spans} of "
        f"{len(settling.tracks)} links; settle one of the most linked issues first (leave it one option), or drop links on it"
    )


def _is_complete(levels: Sequence[_Level], issues: int) -> bool:
    return len(levels) == issues and (not levels or bool(len(levels[-1].source)))


def _empty(order: tuple[int, ...], start: Ints, start_broken: Words, least: Ints, words: int) -> Diagram:
    none = np.zeros(0, np.int64)
    levels = np.zeros(len(order) + 2, np.int64)
    return Diagram(
        order, levels, levels[:-1], np.zeros(1, np.int64), none, none, none,
        np.zeros((0, len(start)), np.int64), np.zeros((0, words), np.uint64),
        start=start, start_broken=start_broken, least=least, is_empty=True,
    )  # fmt: skip  # one line a kind


def _joined(order: tuple[int, ...], levels: list[_Level], start: Ints, start_broken: Words, least: Ints) -> Diagram:
    """The diagram of the levels, without the nodes from which no path leads to the end."""
    counts = [1]
    kept: list[_Level] = []
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
        return _empty(order, start, start_broken, least, len(start_broken))
    return _numbered(order, kept, list(reversed(counts)), (start, start_broken, least))


def _numbered(order: tuple[int, ...], levels: list[_Level], counts: list[int], rest: tuple[Ints, Words, Ints]) -> Diagram:
    """Nodes and arcs numbered through, level by level."""
    start, start_broken, least = rest
    node_levels = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
    arc_levels = np.concatenate([[0], np.cumsum([len(level.source) for level in levels])]).astype(np.int64)
    if not levels:
        none = np.zeros(0, np.int64)
        return Diagram(
            order, node_levels, arc_levels, np.zeros(2, np.int64), none, none, none,
            np.zeros((0, len(start)), np.int64), np.zeros((0, len(start_broken)), np.uint64),
            start=start, start_broken=start_broken, least=least,
        )  # fmt: skip  # one line a kind
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
