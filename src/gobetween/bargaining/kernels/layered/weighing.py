"""Whether weighted sums of the parties' values show that no package suits all, or lead to one that does."""

from __future__ import annotations

import numpy as np

from gobetween.bargaining.kernels.layered.compiling import compiled
from gobetween.bargaining.kernels.layered.desks import MARGIN, MET, NOT_MET, UNDECIDED, Desk, Floats, Graph

_WEIGHINGS = 40  # weightings of the parties that are tried
_STEP = 12.0


@compiled
def weigh(graph: Graph, desk: Desk, counting: int) -> int:
    """Tries weightings of the parties: each bounds what all can get together, and its best path may suit all.

    The weights go up for those whom the best path gives too little (multiplicative updates of a Lagrangian). Leaves in `joint` and
    `weighed` the weighting that showed least to spare.
    """
    parties = graph.start.shape[0]
    total = 0.0
    for party in range(parties):
        total += desk.weights[party] if desk.counts[party] else 0.0
    for party in range(parties):
        even = 1.0 / counting if desk.counts[party] else 0.0
        desk.weights[party] = (
            desk.weights[party] / total if total > MARGIN and desk.counts[party] else (even if total <= MARGIN else 0.0)
        )
    least = 1e300
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
        gain = graph.start[party] - graph.least[party]
        for level in range(desk.path.shape[0]):
            gain += graph.values[desk.path[level], party]
        suits = suits and gain >= 0
        shortfall = max(-30.0, min(30.0, -step * gain * graph.scale[party]))
        desk.weights[party] = max(1e-6, desk.weights[party] * np.exp(shortfall))
        total += desk.weights[party]
    for party in range(graph.start.shape[0]):
        desk.weights[party] /= total
    return suits
