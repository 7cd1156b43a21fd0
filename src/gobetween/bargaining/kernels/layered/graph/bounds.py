"""What the issues still to be settled can add at most."""

from __future__ import annotations

import numpy as np

from gobetween.bargaining.kernels.layered.compiling import compiled
from gobetween.bargaining.kernels.layered.graph.diagrams import Diagram, Ints


def best_ahead(diagram: Diagram, weights: Ints) -> Ints:
    """The most that any path from each node to the end adds to each weighted sum of values.

    `weights` has shape (sums, parties), the result (sums, nodes); exact as long as weights times values stay within 64 bits. Cost:
    arcs times sums times parties.
    """
    return _best_ahead(np.ascontiguousarray(weights, np.int64), diagram.values, diagram.first_arc, diagram.target)


def party_best_ahead(diagram: Diagram) -> Ints:
    """The most that any path from each node to the end adds to each party's value: shape (parties, nodes)."""
    return best_ahead(diagram, np.eye(diagram.parties, dtype=np.int64))


@compiled
def _best_ahead(weights: Ints, values: Ints, first_arc: Ints, target: Ints) -> Ints:
    sums, parties = weights.shape
    nodes = first_arc.shape[0] - 1
    ahead = np.zeros((sums, nodes), np.int64)
    for node in range(nodes - 2, -1, -1):  # the last node is the end
        for which in range(sums):
            best = np.int64(-(2**62))
            for arc in range(first_arc[node], first_arc[node + 1]):
                total = ahead[which, target[arc]]
                for party in range(parties):
                    total += weights[which, party] * values[arc, party]
                best = max(best, total)
            ahead[which, node] = best
    return ahead
