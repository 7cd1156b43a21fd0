"""Whether weighted sums of the parties' values show that no package suits all, or lead to one that does."""

from __future__ import annotations

import numpy as np

from gobetween.bargaining.kernels.layered.compiling import compiled
from gobetween.bargaining.kernels.layered.oracle.desks import MARGIN, MET, NOT_MET, UNDECIDED, Desk, Floats, Graph

_WEIGHINGS = 40  # weightings of the parties that are tried
_STEP = 12.0
_FLOOR = 0.05  # what the weight of a party is at least to begin with


@compiled
def weigh(graph: Graph, desk: Desk, counting: int) -> int:
    """Tries weightings of the parties who count: each bounds what all can get together, and its best path may suit all.

    For two parties the weights of the least bound are found exactly, for more nearly. Leaves in `joint` and `weighed` the weighting
    that showed least to spare.
    """
    return _weigh_two(graph, desk) if counting == 2 else _weigh_several(graph, desk)


@compiled
def _weigh_two(graph: Graph, desk: Desk) -> int:
    """From two paths, one too bad for either party, to the weights at which both are worth the same, until no path is worth more.

    The bound is convex in the weights, piecewise linear, and least there (Handler and Zang 1980).
    """
    one, other = -1, -1
    for party in range(graph.start.shape[0]):
        desk.best[party] = 0.0
        if desk.counts[party]:
            one, other = (party, other) if one < 0 else (one, party)
    desk.best[one] = 1.0
    _weighted_ahead(graph, desk, desk.best)
    left, left_other = _gain(graph, desk, one), _gain(graph, desk, other)
    if left_other >= 0.0:
        return MET
    desk.best[one], desk.best[other] = 0.0, 1.0
    _weighted_ahead(graph, desk, desk.best)
    right, right_other = _gain(graph, desk, one), _gain(graph, desk, other)
    if right >= 0.0:
        return MET
    for _ in range(_WEIGHINGS):
        total = right_other - left_other + left - right
        desk.best[one], desk.best[other] = (right_other - left_other) / total, (left - right) / total
        spare = _weighted_ahead(graph, desk, desk.best)
        mine, its = _gain(graph, desk, one), _gain(graph, desk, other)
        if spare < -MARGIN:
            return NOT_MET
        if mine >= 0.0 and its >= 0.0:
            return MET
        if spare <= desk.best[one] * left + desk.best[other] * left_other + MARGIN:
            break
        if mine >= 0.0:
            left, left_other = mine, its
        else:
            right, right_other = mine, its
    return UNDECIDED


@compiled
def _weigh_several(graph: Graph, desk: Desk) -> int:
    """Weights go up for those whom the best path gives too little: multiplicative updates of a Lagrangian.

    Tried first are weights at which equal numbers are worth the same, where nothing is gained by trading one's for another's.
    """
    parties = graph.start.shape[0]
    total, kept = 0.0, 0.0
    for party in range(parties):
        desk.best[party] = 1.0 / graph.scale[party] if desk.counts[party] else 0.0
        desk.weights[party] = max(_FLOOR, desk.weights[party]) if desk.counts[party] else 0.0
        total += desk.best[party]
        kept += desk.weights[party]
    for party in range(parties):
        desk.best[party] /= total
        desk.weights[party] /= kept
    least = _weighted_ahead(graph, desk, desk.best)
    if least < -MARGIN:
        return NOT_MET
    for trial in range(_WEIGHINGS):
        spare = _weighted_ahead(graph, desk, desk.weights)
        if spare < -MARGIN:
            return NOT_MET
        if spare < least:
            least = spare
            for party in range(parties):
                desk.best[party] = desk.weights[party]
        if _reweigh(graph, desk, _STEP / np.sqrt(trial + 1.0)):
            return MET
    _weighted_ahead(graph, desk, desk.best)
    for party in range(parties):
        desk.weights[party] = desk.best[party]
    return UNDECIDED


@compiled
def _gain(graph: Graph, desk: Desk, party: int) -> float:
    """How much more than its reservation value the path gives the party, in relative terms."""
    gain = graph.start[party] - graph.least[party]
    for level in range(desk.path.shape[0]):
        gain += graph.values[desk.path[level], party]
    return float(gain * graph.scale[party])


@compiled
def _weighted_ahead(graph: Graph, desk: Desk, weights: Floats) -> float:
    """What the best path has to spare beyond the reservation values, weighted; its arcs become the path."""
    parties, nodes = graph.start.shape[0], graph.first_arc.shape[0] - 1
    spare = 0.0
    for party in range(parties):
        desk.scaled[party] = weights[party] * graph.scale[party] if desk.counts[party] else 0.0
        spare += desk.scaled[party] * (graph.start[party] - graph.least[party])
    desk.joint[nodes - 1] = 0.0
    for node in range(nodes - 2, -1, -1):
        best = -1e300
        for arc in range(graph.first_arc[node], graph.first_arc[node + 1]):
            if not desk.allowed[arc]:
                continue
            worth = 0.0
            for party in range(parties):
                worth += desk.scaled[party] * graph.values[arc, party]
            desk.weighed[arc] = worth
            if worth + desk.joint[graph.target[arc]] > best:
                best, desk.pick[node] = worth + desk.joint[graph.target[arc]], arc
        desk.joint[node] = best
    desk.work[0] += graph.target.shape[0]
    node = 0
    for level in range(desk.path.shape[0]):
        desk.path[level] = desk.pick[node]
        node = graph.target[desk.path[level]]
    return float(spare + desk.joint[0])


@compiled
def _reweigh(graph: Graph, desk: Desk, step: float) -> bool:
    """Whether the path suits all who count; otherwise those whom it gives too little weigh more from now on."""
    suits, total = True, 0.0
    for party in range(graph.start.shape[0]):
        if not desk.counts[party]:
            continue
        gain = _gain(graph, desk, party)
        suits = suits and gain >= 0.0
        shortfall = max(-30.0, min(30.0, -step * gain))
        desk.weights[party] = max(1e-6, desk.weights[party] * np.exp(shortfall))
        total += desk.weights[party]
    for party in range(graph.start.shape[0]):
        desk.weights[party] /= total
    return suits
