"""Lagrangian multipliers: weights of the parties under which no package can be much better than the best."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from attrs import evolve, field, frozen
from numpy.typing import NDArray

from gobetween.bargaining.kernels.layered.compiling import compiled
from gobetween.bargaining.kernels.layered.diagrams import NO_LEAST, Diagram, Ints
from gobetween.bargaining.kernels.objectives import Objective, Product, Total

Floats = NDArray[np.float64]

_TOTAL, _PRODUCT, _LEAST = 0, 1, 2
_LEFT_OUT, _COUNTED, _FLOOR = 0, 1, 2
_PATIENCE = 10  # steps without progress before they get shorter
_SHORTEST = 1e-6


@frozen(eq=False)
class Relaxation:
    """An objective in one form: gains over `base` by `unit`, of the parties that are counted or held to a floor (`roles`)."""

    kind: int
    base: Floats
    unit: Floats
    roles: Ints
    powers: Floats
    prices: Floats
    multipliers: Floats = field(kw_only=True)

    @property
    def weights(self) -> Floats:
        """What the multipliers make of one more of each party's value."""
        return np.asarray(self.prices + self.multipliers / self.unit)

    def merit(self, values: Sequence[int]) -> float:
        """What a package with these values is worth, as `relax` compares."""
        gains = (np.array(values, np.float64) - self.base) / self.unit
        counted = self.roles == _COUNTED
        if self.kind == _TOTAL:
            return float(self.prices @ np.array(values, np.float64))
        if self.kind == _LEAST:
            return float(gains[counted].min())
        return float(self.powers[counted] @ np.log(gains[counted]))

    def with_multipliers(self, multipliers: Floats) -> Relaxation:
        """The same with other multipliers."""
        return evolve(self, multipliers=multipliers)

    def perturbed(self, number: int, spread: float) -> Floats:
        """So many multipliers around these, the first of them these: shape (number, parties)."""
        shifts = np.random.default_rng(number).normal(0.0, spread, (number, len(self.base)))  # the same ones each time
        shifts[0] = 0.0
        rows = self.multipliers * np.exp(shifts)
        return np.asarray(self.prices + rows / self.unit)


def relaxation_of(diagram: Diagram, objective: Objective, best: Ints) -> Relaxation:
    """The objective as the multipliers see it, given the `best` value of each party."""
    parties = diagram.parties
    least = diagram.least
    kept = least > NO_LEAST
    counted, base = np.zeros(parties, np.bool_), np.where(kept, least, 0).astype(np.float64)
    powers, prices, kind = np.zeros(parties), np.zeros(parties), _TOTAL
    unit = np.maximum(best - base, 1.0)
    if isinstance(objective, Total):
        prices = np.array(objective.weights, np.float64)
    else:
        sizes = objective.powers if isinstance(objective, Product) else objective.units
        counted = np.array([size > 0 for size in sizes], np.bool_)
        base[counted] = np.array(objective.origin, np.float64)[counted]
        unit = np.maximum(best - base, 1.0)
        if isinstance(objective, Product):
            kind, powers = _PRODUCT, np.array(sizes, np.float64)
        else:
            kind = _LEAST
            unit[counted] = np.array(sizes, np.float64)[counted]
    roles = np.where(counted, _COUNTED, np.where(kept, _FLOOR, _LEFT_OUT)).astype(np.int64)
    shares = np.where(counted, powers if kind == _PRODUCT else 1.0, 0.0)
    return Relaxation(kind, base, unit, roles, powers, prices, multipliers=shares / max(float(shares.sum()), 1.0))


def floors_relaxation(diagram: Diagram, best: Ints) -> Relaxation:
    """The question whether a package reaches the reservation values, as a least gain to be made as great as possible."""
    kept = diagram.least > NO_LEAST
    base = np.where(kept, diagram.least, 0).astype(np.float64)
    roles = np.where(kept, _COUNTED, _LEFT_OUT).astype(np.int64)
    zeros = np.zeros(diagram.parties)
    multipliers = kept / max(int(kept.sum()), 1)
    return Relaxation(_LEAST, base, np.maximum(best - base, 1.0), roles, zeros, zeros, multipliers=multipliers)


@frozen(eq=False)
class Relaxed:
    """The multipliers found, what the objective can be at most by them, and the best path met on the way, if any."""

    multipliers: Floats
    bound: float
    path: list[int] | None
    merit: float


def relax(diagram: Diagram, relaxation: Relaxation, low: float, iterations: int, *, until: tuple[float, float]) -> Relaxed:
    """Improve the multipliers by subgradient steps of Polyak's length (Polyak 1969), given that the objective can reach `low`.

    Ends early once the bound is below the first of `until`, or a path's merit reaches the second. The bound is in floating point
    and guides only; whatever is pruned by the multipliers is worked out again in whole numbers. Cost: arcs times parties a step.
    """
    multipliers = relaxation.multipliers.copy()
    picked, path, out = np.zeros(len(diagram.first_arc), np.int64), np.zeros(diagram.levels, np.int64), np.zeros(2)
    _relax(
        diagram.first_arc, diagram.target, diagram.values, diagram.start, relaxation.kind, relaxation.base, relaxation.unit,
        relaxation.roles, relaxation.powers, relaxation.prices, multipliers, low, iterations, until[0], until[1], picked, path, out,
    )  # fmt: skip  # as in the signature
    arcs = [int(arc) for arc in path] if out[1] > -1e300 else None
    return Relaxed(multipliers, float(out[0]), arcs, float(out[1]))


@compiled
def _relax(  # noqa: PLR0913, PLR0917  # a compiled loop takes arrays and numbers, not values
    first_arc: Ints, target: Ints, arc_values: Ints, start: Ints, kind: int, base: Floats, unit: Floats,
    roles: Ints, powers: Floats, prices: Floats, multipliers: Floats, low: float, iterations: int, under: float, over: float,
    picked: Ints, path: Ints, out: Floats,
) -> None:  # fmt: skip  # one line for the diagram, one for the question, one for the answer
    parties, nodes = base.shape[0], first_arc.shape[0] - 1
    ahead, weights, values = np.zeros(nodes), np.zeros(parties), np.zeros(parties)
    now, slope, gains = multipliers.copy(), np.zeros(parties), np.zeros(parties)
    bound, merit, length, waited = 1e301, -1e301, 1.0, 0
    total_power = powers.sum()
    for _ in range(iterations):
        for party in range(parties):
            weights[party] = prices[party] + now[party] / unit[party]
        for node in range(nodes - 2, -1, -1):
            best, which = -1e300, first_arc[node]
            for arc in range(first_arc[node], first_arc[node + 1]):
                reached = ahead[target[arc]]
                for party in range(parties):
                    reached += weights[party] * arc_values[arc, party]
                if reached > best:
                    best, which = reached, arc
            ahead[node], picked[node] = best, which
        node = 0
        for party in range(parties):
            values[party] = start[party]
        while node < nodes - 1:
            arc = picked[node]
            for party in range(parties):
                values[party] += arc_values[arc, party]
            node = target[arc]
        # what this path is worth, and how the bound changes with each multiplier
        weighted, is_open, worth = 0.0, True, 0.0
        if kind == 2:
            worth = 1e300
        for party in range(parties):
            gains[party] = (values[party] - base[party]) / unit[party]
            weighted += prices[party] * values[party]
            if roles[party] != 0:
                weighted += now[party] * gains[party]
            if roles[party] == 2 and gains[party] < 0:
                is_open = False
            if kind == 0:
                worth += prices[party] * values[party]
            elif roles[party] == 1:
                if kind == 2:
                    worth = min(worth, gains[party])
                elif gains[party] > 0:
                    worth += powers[party] * np.log(gains[party])
                else:
                    is_open = False
        norm, reach, spread = 0.0, weighted, 0.0
        if kind == 1:
            reach = total_power * np.log(max(weighted, 1e-300) / total_power)
            for party in range(parties):
                if roles[party] == 1:
                    reach += powers[party] * np.log(powers[party] / now[party])
        if kind == 2:
            count = 0
            for party in range(parties):
                if roles[party] == 1:
                    spread += gains[party]
                    count += 1
            spread /= max(count, 1)
        for party in range(parties):
            slope[party] = gains[party]
            if roles[party] == 0:
                slope[party] = 0.0
            elif kind == 2 and roles[party] == 1:
                slope[party] -= spread
            elif kind == 1 and roles[party] == 1:
                slope[party] = total_power * now[party] * gains[party] / weighted - powers[party]
            elif kind == 1:
                slope[party] = total_power * gains[party] / weighted
            norm += slope[party] ** 2
        if is_open and worth > merit:
            merit = worth
            low = max(low, worth)
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
        if waited > 10:
            length, waited = length / 2, 0
            now[:] = multipliers
        if bound < under or merit >= over or length < 1e-6 or norm < 1e-300:
            break
        step = length * max(reach - low, 1e-9 * abs(reach)) / norm
        if kind == 1:
            mass = 0.0
            for party in range(parties):
                if roles[party] == 1:
                    now[party] *= np.exp(min(max(-step * slope[party], -1.0), 1.0))
                    mass += now[party]
                elif roles[party] == 2:
                    now[party] = max(now[party] - step * slope[party], 0.0)
            for party in range(parties):
                now[party] /= mass
        else:
            for party in range(parties):
                now[party] -= step * slope[party]
                if roles[party] == 2:
                    now[party] = max(now[party], 0.0)
            if kind == 2:
                _onto_simplex(now, roles)
    out[0], out[1] = bound, merit


@compiled
def _onto_simplex(point: Floats, roles: Ints) -> None:
    """Move the counted multipliers to the nearest ones that are 0 or more and add up to 1 (Held, Wolfe and Crowder 1974)."""
    ordered = np.sort(point[roles == 1])[::-1]
    total, shift = 0.0, 0.0
    for at in range(ordered.shape[0]):
        total += ordered[at]
        if ordered[at] > (total - 1.0) / (at + 1):
            shift = (total - 1.0) / (at + 1)
    for party in range(point.shape[0]):
        if roles[party] == 1:
            point[party] = max(point[party] - shift, 0.0)
