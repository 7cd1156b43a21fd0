"""The levels of a diagram with links: nodes are what these have left open, arcs the options that may be taken there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from attrs import frozen

from gobetween.bargaining.kernels.layered.graph.option_rows import Ints, Options, Words, word_of
from gobetween.bargaining.kernels.layered.graph.tracks import Track
from gobetween.model.errors import TooEntangled

MOST_ARCS = 4_000_000
"""How many arcs one level of a diagram may have: more entangled links are refused."""


@frozen(eq=False)
class Level:
    """The arcs of one level: from which of its `nodes` to which of the next, by which option, with what effect."""

    nodes: int
    source: Ints
    target: Ints
    option: Ints
    values: Ints
    broken: Words


def levels_of(order: Sequence[int], tracks: Sequence[Track], options: Options) -> list[Level]:
    """The levels one by one; stops short where no arc is left.

    Raises:
        TooEntangled: there are more than `MOST_ARCS` between two issues.
    """
    levels: list[Level] = []
    states: dict[int, Any] = {}  # of each open track, its state at every node
    spans = [track.span for track in tracks]
    nodes = 1
    for depth, issue in enumerate(order):
        later, here = frozenset(order[depth + 1 :]), options.of_issue(issue)
        effects = options.allowed[here], options.values[here], options.broken[here]
        level, states, nodes = _level(issue, nodes, states, _Settling(tracks, spans, later), effects)
        levels.append(level)
        if not nodes:
            break
    return levels


@frozen(eq=False)
class _Settling:
    """The tracks that span issues, which issues each does, and the issues that come later."""

    tracks: Sequence[Track]
    spans: Sequence[frozenset[int]]
    later: frozenset[int]


def _level(
    issue: int, nodes: int, states: dict[int, Any], settling: _Settling, effects: tuple[Any, Ints, Words]
) -> tuple[Level, dict[int, Any], int]:
    """The arcs that settle an issue, the states of the nodes they lead to, and how many nodes these are."""
    allowed, option_values, option_broken = effects
    options = np.flatnonzero(allowed)
    if nodes * len(options) > MOST_ARCS:
        raise TooEntangled(_too_entangled(issue, nodes, settling))
    touching = [at for at, span in enumerate(settling.spans) if issue in span]
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
            broken[fallen] |= word_of(track, broken.shape[1])
        else:
            values[fallen, track.party] += track.value
    still = {at: state[keep] for at, state in after.items() if not settling.spans[at].isdisjoint(settling.later)}
    target, first, count = _merged(still, int(keep.sum()))
    level = Level(nodes, source[keep], target, option[keep], values[keep], broken[keep])
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
    spans = sum(issue in span for span in settling.spans)
    return (
        f"the links are too entangled: {nodes:,} different states of them are open at one issue, which itself is in {spans} of "
        f"{len(settling.tracks)} links; settle one of the most linked issues first (leave it one option), or drop links on it"
    )
