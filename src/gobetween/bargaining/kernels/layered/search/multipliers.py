"""Lagrangian multipliers: weights of the parties under which no package can be much better than the best."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from attrs import evolve, field, frozen

from gobetween.bargaining.kernels.layered.graph.diagrams import NO_LEAST, Diagram, Ints
from gobetween.bargaining.kernels.layered.search.subgradients import (
    COUNTED,
    FLOOR,
    LEAST,
    LEFT_OUT,
    PRODUCT,
    TOTAL,
    Floats,
    improve_multipliers,
)
from gobetween.bargaining.kernels.objectives import Objective, Product, Total


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
        counted = self.roles == COUNTED
        if self.kind == TOTAL:
            return float(self.prices @ np.array(values, np.float64))
        if self.kind == LEAST:
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
    powers, prices, kind = np.zeros(parties), np.zeros(parties), TOTAL
    unit = np.maximum(best - base, 1.0)
    if isinstance(objective, Total):
        prices = np.array(objective.weights, np.float64)
    else:
        sizes = objective.powers if isinstance(objective, Product) else objective.units
        counted = np.array([size > 0 for size in sizes], np.bool_)
        base[counted] = np.array(objective.origin, np.float64)[counted]
        unit = np.maximum(best - base, 1.0)
        if isinstance(objective, Product):
            kind, powers = PRODUCT, np.array(sizes, np.float64)
        else:
            kind = LEAST
            unit[counted] = np.array(sizes, np.float64)[counted]
    roles = np.where(counted, COUNTED, np.where(kept, FLOOR, LEFT_OUT)).astype(np.int64)
    shares = np.where(counted, powers if kind == PRODUCT else 1.0, 0.0)
    return Relaxation(kind, base, unit, roles, powers, prices, multipliers=shares / max(float(shares.sum()), 1.0))


def floors_relaxation(diagram: Diagram, best: Ints) -> Relaxation:
    """The question whether a package reaches the reservation values, as a least gain to be made as great as possible."""
    kept = diagram.least > NO_LEAST
    base = np.where(kept, diagram.least, 0).astype(np.float64)
    roles = np.where(kept, COUNTED, LEFT_OUT).astype(np.int64)
    zeros = np.zeros(diagram.parties)
    multipliers = kept / max(int(kept.sum()), 1)
    return Relaxation(LEAST, base, np.maximum(best - base, 1.0), roles, zeros, zeros, multipliers=multipliers)


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
    improve_multipliers(
        diagram.first_arc, diagram.target, diagram.values, diagram.start, relaxation.kind, relaxation.base, relaxation.unit,
        relaxation.roles, relaxation.powers, relaxation.prices, multipliers, low, iterations, until[0], until[1], picked, path, out,
    )  # fmt: skip  # as in the signature
    arcs = [int(arc) for arc in path] if out[1] > -1e300 else None
    return Relaxed(multipliers, float(out[0]), arcs, float(out[1]))
