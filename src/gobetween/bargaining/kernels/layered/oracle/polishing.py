"""What a path breaks, and how it could break less."""

from __future__ import annotations

import numpy as np

from gobetween.bargaining.kernels.layered.compiling import compiled
from gobetween.bargaining.kernels.layered.oracle.desks import Desk, Graph

_NOTHING = np.uint64(0)
_ONE = np.uint64(1)


@compiled
def polish(graph: Graph, desk: Desk) -> None:
    """Changes single arcs of the path for others between the same nodes that break less, as long as all who count are suited."""
    parties = graph.start.shape[0]
    sums = desk.sums[0]
    for party in range(parties):
        sums[party] = graph.start[party]
        for level in range(desk.path.shape[0]):
            sums[party] += graph.values[desk.path[level], party]
    node = 0
    for level in range(desk.path.shape[0]):
        old = desk.path[level]
        _gather(graph, desk, level)
        best, fewest = old, _harm(graph, desk, old, old)
        for arc in range(graph.first_arc[node], graph.first_arc[node + 1]):
            if desk.allowed[arc] and graph.target[arc] == graph.target[old]:
                harm = _harm(graph, desk, old, arc)
                if harm >= 0 and harm < fewest:
                    best, fewest = arc, harm
        for party in range(parties):
            sums[party] += graph.values[best, party] - graph.values[old, party]
        desk.path[level] = best
        node = graph.target[best]


@compiled
def _gather(graph: Graph, desk: Desk, but: int) -> None:
    """What the path breaks, but for its arc at that level."""
    for word in range(desk.breaks.shape[0]):
        desk.breaks[word] = graph.start_broken[word]
    for level in range(desk.path.shape[0]):
        if level != but:
            for word in range(desk.breaks.shape[0]):
                desk.breaks[word] |= graph.broken[desk.path[level], word]


@compiled
def _harm(graph: Graph, desk: Desk, old: int, arc: int) -> int:
    """How many requirements the path would break with another arc in the old one's place; -1 if that would not suit all who count."""
    harm = 0
    for party in range(graph.start.shape[0]):
        if desk.sums[0, party] + graph.values[arc, party] - graph.values[old, party] < graph.least[party]:
            if desk.counts[party]:
                return -1
            harm += 1
    for word in range(desk.breaks.shape[0]):
        left = desk.breaks[word] | graph.broken[arc, word]
        while left != _NOTHING:
            left &= left - _ONE
            harm += 1
    return harm


@compiled
def sum_up(graph: Graph, desk: Desk) -> None:
    """All that the path breaks, reservations included."""
    _gather(graph, desk, -1)
    for party in range(graph.start.shape[0]):
        if desk.sums[0, party] < graph.least[party]:
            desk.breaks[graph.number[party] // 64] |= _ONE << np.uint64(graph.number[party] % 64)
