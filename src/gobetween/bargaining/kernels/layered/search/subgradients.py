"""Subgradient steps towards the best multipliers, in floating point: what they find guides, and proves nothing by itself."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from gobetween.bargaining.kernels.layered.compiling import compiled
from gobetween.bargaining.kernels.layered.graph.diagrams import Ints

Floats = NDArray[np.float64]

TOTAL, PRODUCT, LEAST = 0, 1, 2
"""What is made as great as possible: a weighted sum of values, a product of gains, the least gain."""

LEFT_OUT, COUNTED, FLOOR = 0, 1, 2
"""What a party is to the objective: nothing, one whose gain counts, one that is held to a floor."""

_PATIENCE = 10  # steps without progress before they get shorter
_SHORTEST = 1e-6


@compiled
def improve_multipliers(  # noqa: PLR0913, PLR0917  # a compiled loop takes arrays and numbers, not values
    first_arc: Ints, target: Ints, arc_values: Ints, start: Ints, kind: int, base: Floats, unit: Floats,
    roles: Ints, powers: Floats, prices: Floats, multipliers: Floats, low: float, iterations: int, under: float, over: float,
    picked: Ints, path: Ints, out: Floats,
) -> None:  # fmt: skip  # one line for the diagram, one for the question, one for the answer
    """See `multipliers.relax`: `multipliers`, the arcs of the best `path`, and the bound and that path's merit in `out` are filled."""
    ahead, values = np.zeros(first_arc.shape[0] - 1), np.zeros(base.shape[0])
    now, slope = multipliers.copy(), np.zeros(base.shape[0])
    bound, merit, length, waited = 1e301, -1e301, 1.0, 0
    for _ in range(iterations):
        _best_path(first_arc, target, arc_values, start, prices + now / unit, ahead, picked, values)
        gains = (values - base) / unit
        weighted = _weighted(roles, prices, now, values, gains)
        reach = _reach(kind, roles, powers, now, weighted)
        worth = _worth(kind, roles, powers, prices, values, gains)
        norm = _slope(kind, roles, powers, now, gains, weighted, slope)
        if worth > merit:
            merit, low = worth, max(low, worth)
            node = 0
            for level in range(path.shape[0]):
                path[level] = picked[node]
                node = target[picked[node]]
        waited += 1
        if reach < bound:
            if reach < bound - 1e-5 * abs(bound - low):
                waited = 0
            bound = reach
            multipliers[:] = now
        if waited > _PATIENCE:
            length, waited = length / 2, 0
            now[:] = multipliers
        if bound < under or merit >= over or length < _SHORTEST or norm < 1e-300:
            break
        _step(kind, roles, now, slope, length * max(reach - low, 1e-9 * abs(reach)) / norm)
    out[0], out[1] = bound, merit


@compiled
def _best_path(  # noqa: PLR0913, PLR0917  # as above
    first_arc: Ints, target: Ints, arc_values: Ints, start: Ints, weights: Floats, ahead: Floats, picked: Ints, values: Floats
) -> None:  # fmt: skip  # as above
    """The path with the greatest weighted sum: the arc `picked` at each node, and its `values`."""
    parties, last = weights.shape[0], first_arc.shape[0] - 2
    for node in range(last - 1, -1, -1):
        best, which = -1e300, first_arc[node]
        for arc in range(first_arc[node], first_arc[node + 1]):
            reached = ahead[target[arc]]
            for party in range(parties):
                reached += weights[party] * arc_values[arc, party]
            if reached > best:
                best, which = reached, arc
        ahead[node], picked[node] = best, which
    values[:] = start
    node = 0
    while node < last:
        arc = picked[node]
        for party in range(parties):
            values[party] += arc_values[arc, party]
        node = target[arc]


@compiled
def _weighted(roles: Ints, prices: Floats, now: Floats, values: Floats, gains: Floats) -> float:
    """The relaxed objective of a path: values at their prices and gains times multipliers."""
    total = 0.0
    for party in range(roles.shape[0]):
        total += prices[party] * values[party]
        if roles[party] != LEFT_OUT:
            total += now[party] * gains[party]
    return total


@compiled
def _reach(kind: int, roles: Ints, powers: Floats, now: Floats, weighted: float) -> float:
    """What the objective is at most, given that no path has a greater weighted sum; of a product, its logarithm."""
    if kind != PRODUCT:
        return weighted
    total = powers.sum()
    reach = total * np.log(max(weighted, 1e-300) / total)
    for party in range(roles.shape[0]):
        if roles[party] == COUNTED:
            reach += powers[party] * np.log(powers[party] / now[party])
    return float(reach)


@compiled
def _worth(kind: int, roles: Ints, powers: Floats, prices: Floats, values: Floats, gains: Floats) -> float:  # as above
    """What the path itself is worth, or next to nothing if it is not to be had."""
    worth = 1e300 if kind == LEAST else 0.0
    for party in range(roles.shape[0]):
        if roles[party] == FLOOR and gains[party] < 0:
            return -1e302
        if kind == TOTAL:
            worth += prices[party] * values[party]
        elif roles[party] == COUNTED and kind == LEAST:
            worth = min(worth, gains[party])
        elif roles[party] == COUNTED:
            if gains[party] <= 0:
                return -1e302
            worth += powers[party] * np.log(gains[party])
    return worth


@compiled
def _slope(kind: int, roles: Ints, powers: Floats, now: Floats, gains: Floats, weighted: float, slope: Floats) -> float:  # noqa: PLR0913, PLR0917  # as above
    """How the bound changes with each multiplier, of a product with its logarithm; and the sum of the squares."""
    rate = powers.sum() / weighted if kind == PRODUCT else 1.0
    middle, count, norm = 0.0, 0, 0.0
    for party in range(roles.shape[0]):
        if roles[party] == COUNTED:
            middle += gains[party]
            count += 1
    for party in range(roles.shape[0]):
        slope[party] = rate * gains[party] if roles[party] != LEFT_OUT else 0.0
        if roles[party] == COUNTED and kind == LEAST:
            slope[party] -= middle / count
        elif roles[party] == COUNTED:
            slope[party] = slope[party] * now[party] - powers[party]
        norm += slope[party] ** 2
    return float(norm)


@compiled
def _step(kind: int, roles: Ints, now: Floats, slope: Floats, step: float) -> None:
    """Move the multipliers down the slope and back to where they may be: 0 or more, and the counted ones adding up to 1."""
    mass = 0.0
    for party in range(roles.shape[0]):
        if roles[party] == COUNTED and kind == PRODUCT:
            now[party] *= np.exp(min(max(-step * slope[party], -1.0), 1.0))
            mass += now[party]
        else:
            now[party] -= step * slope[party]
            if roles[party] == FLOOR:
                now[party] = max(now[party], 0.0)
    if kind == PRODUCT:
        now /= mass
    elif kind == LEAST:
        _onto_simplex(now, roles)


@compiled
def _onto_simplex(point: Floats, roles: Ints) -> None:
    """Move the counted multipliers to the nearest ones that are 0 or more and add up to 1 (Held, Wolfe and Crowder 1974)."""
    ordered = np.sort(point[roles == COUNTED])[::-1]
    total, shift = 0.0, 0.0
    for at in range(ordered.shape[0]):
        total += ordered[at]
        if ordered[at] > (total - 1.0) / (at + 1):
            shift = (total - 1.0) / (at + 1)
    for party in range(point.shape[0]):
        if roles[party] == COUNTED:
            point[party] = max(point[party] - shift, 0.0)
