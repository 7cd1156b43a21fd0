"""Whether a package meets some of the requirements: bounds by parties and by weighted sums of parties, then depth-first search."""

from __future__ import annotations

import numpy as np

from gobetween.bargaining.kernels.layered.compiling import compiled
from gobetween.bargaining.kernels.layered.graph.diagrams import Words
from gobetween.bargaining.kernels.layered.oracle.desks import MARGIN, MET, NOT_MET, UNDECIDED, Desk, Graph
from gobetween.bargaining.kernels.layered.oracle.polishing import polish, sum_up
from gobetween.bargaining.kernels.layered.oracle.weighing import weigh

_NOTHING = np.uint64(0)
_ONE = np.uint64(1)
_HARD = 100_000  # arcs looked at


@compiled
def meet(graph: Graph, desk: Desk, bits: Words, most_work: int) -> int:
    """Whether some path breaks none of `bits`: then it is `desk.path`, and `desk.breaks` all that it breaks."""
    for word in range(bits.shape[0]):
        if graph.start_broken[word] & bits[word]:
            return NOT_MET
    counting = _look_ahead(graph, desk, bits)
    if counting < 0:
        return NOT_MET
    answer = UNDECIDED if counting > 1 else MET
    if counting > 1:
        answer = weigh(graph, desk, counting)
        if answer == UNDECIDED:
            answer = _search(graph, desk, most_work)
    else:
        _follow(graph, desk)
    if answer == MET:
        polish(graph, desk)
        sum_up(graph, desk)
    return answer


@compiled
def _look_ahead(graph: Graph, desk: Desk, bits: Words) -> int:
    """How many reservation values count, -1 if one of them is out of reach; fills `allowed`, `alive`, `counts` and `ahead`."""
    parties, nodes = graph.start.shape[0], graph.first_arc.shape[0] - 1
    counting = 0
    for party in range(parties):
        word, bit = graph.number[party] // 64, np.uint64(graph.number[party] % 64)
        desk.counts[party] = (bits[word] >> bit) & _ONE == _ONE
        counting += desk.counts[party]
    desk.alive[nodes - 1] = True
    for level in range(desk.path.shape[0] - 1, -1, -1):
        for node in range(graph.node_levels[level], graph.node_levels[level + 1]):
            _look_ahead_of(graph, desk, bits, level, node)
    desk.work[0] += graph.target.shape[0]
    if not desk.alive[0]:
        return -1
    for party in range(parties):
        if desk.counts[party] and graph.start[party] + desk.ahead[party, 0] < graph.least[party]:
            return -1
    return counting


@compiled
def _look_ahead_of(graph: Graph, desk: Desk, bits: Words, level: int, node: int) -> None:
    is_alive = False
    for arc in range(graph.first_arc[node], graph.first_arc[node + 1]):
        onwards, option = graph.target[arc], graph.option[arc]
        is_among = desk.lowest[level] <= option <= desk.highest[level]
        desk.allowed[arc] = is_among and desk.alive[onwards] and not _touches(graph.broken, arc, bits)
        if not desk.allowed[arc]:
            continue
        for party in range(graph.start.shape[0]):
            total = graph.values[arc, party] + desk.ahead[party, onwards]
            if not is_alive or total > desk.ahead[party, node]:
                desk.ahead[party, node] = total
        is_alive = True
    desk.alive[node] = is_alive


@compiled
def _touches(broken: Words, arc: int, bits: Words) -> bool:
    both = _NOTHING
    for word in range(bits.shape[0]):
        both |= broken[arc, word] & bits[word]
    return bool(both != _NOTHING)


@compiled
def _follow(graph: Graph, desk: Desk) -> None:
    """The path that is best for the party whose value counts (any, if none does)."""
    best = 0
    for party in range(graph.start.shape[0]):
        if desk.counts[party]:
            best = party
    node = 0
    for level in range(desk.path.shape[0]):
        for arc in range(graph.first_arc[node], graph.first_arc[node + 1]):
            onwards = graph.target[arc]
            if desk.allowed[arc] and (
                graph.start.shape[0] == 0 or graph.values[arc, best] + desk.ahead[best, onwards] == desk.ahead[best, node]
            ):
                desk.path[level] = arc
                break
        node = graph.target[desk.path[level]]


@compiled
def _search(graph: Graph, desk: Desk, most_work: int) -> int:
    """Depth first over the arcs that leave everybody, and the weighted sum, enough to spare; most to spare first.

    In a search that proves hard, what failed once, at a node and with the same sums so far, is not tried again as long as it is
    remembered.
    """
    levels, parties = desk.path.shape[0], graph.start.shape[0]
    until, hard = desk.work[0] + most_work, desk.work[0] + _HARD
    joint = desk.spare
    joint[0] = 0.0
    desk.failed[0, 0] += 1  # what was remembered of other questions no longer counts
    for party in range(parties):
        desk.sums[0, party] = graph.start[party]
        if desk.counts[party]:
            joint[0] += desk.best[party] * graph.scale[party] * (graph.start[party] - graph.least[party])
    if levels == 0:
        return MET
    level, node, is_new = 0, 0, True
    while level >= 0:
        if is_new:
            desk.tries[0, level], desk.tries[1, level], desk.tries[2, level] = 0, 0, node
            if desk.work[0] < hard or not _has_failed(desk, level, node):
                desk.tries[0, level] = _sort_arcs(graph, desk, level, node, joint[level])
            is_new = False
        if desk.tries[1, level] >= desk.tries[0, level]:
            if desk.tries[0, level] and desk.work[0] >= hard:
                _note_failure(desk, level, desk.tries[2, level])
            level -= 1
            continue
        arc = desk.sorted[level, desk.tries[1, level]]
        desk.tries[1, level] += 1
        desk.path[level] = arc
        if level == levels - 1:
            return MET
        for party in range(parties):
            desk.sums[level + 1, party] = desk.sums[level, party] + graph.values[arc, party]
        joint[level + 1] = joint[level] + desk.weighed[arc]
        level, node, is_new = level + 1, graph.target[arc], True
        if desk.work[0] > until:
            return UNDECIDED
    return NOT_MET


@compiled
def _place_of(desk: Desk, level: int, node: int) -> int:
    """Where a failure at that node with the sums of the path so far is remembered."""
    place = node
    for party in range(desk.counts.shape[0]):
        if desk.counts[party]:
            place = (place * 1_000_003 + desk.sums[level, party]) % 1_048_573
    return int(1 + place % (desk.failed.shape[0] - 1))


@compiled
def _has_failed(desk: Desk, level: int, node: int) -> bool:
    place = _place_of(desk, level, node)
    is_same = desk.failed[place, 0] == desk.failed[0, 0] and desk.failed[place, 1] == node
    for party in range(desk.counts.shape[0]):
        if desk.counts[party]:
            is_same = is_same and desk.failed[place, 2 + party] == desk.sums[level, party]
    return bool(is_same)


@compiled
def _note_failure(desk: Desk, level: int, node: int) -> None:
    place = _place_of(desk, level, node)
    desk.failed[place, 0], desk.failed[place, 1] = desk.failed[0, 0], node
    for party in range(desk.counts.shape[0]):
        if desk.counts[party]:
            desk.failed[place, 2 + party] = desk.sums[level, party]


@compiled
def _sort_arcs(graph: Graph, desk: Desk, level: int, node: int, joint: float) -> int:
    """How many arcs of the node can be tried; they are put in order at that level."""
    found = 0
    for arc in range(graph.first_arc[node], graph.first_arc[node + 1]):
        desk.work[0] += 1
        if not desk.allowed[arc]:
            continue
        onwards = graph.target[arc]
        slack = joint + desk.weighed[arc] + desk.joint[onwards]
        if slack < -MARGIN:
            continue
        for party in range(graph.start.shape[0]):
            if desk.counts[party]:
                spare = desk.sums[level, party] + graph.values[arc, party] + desk.ahead[party, onwards] - graph.least[party]
                slack = min(slack, spare * graph.scale[party]) if spare >= 0 else -1.0
                if spare < 0:
                    break
        if slack < -MARGIN:
            continue
        place = found
        while place > 0 and desk.slack[place - 1] < slack:
            desk.slack[place], desk.sorted[level, place] = desk.slack[place - 1], desk.sorted[level, place - 1]
            place -= 1
        desk.slack[place], desk.sorted[level, place] = slack, arc
        found += 1
    return found
