"""What weighted sums of values packages must reach to be as good as a given score: exact, or with a margin on the safe side."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor, log, log2

import numpy as np
from attrs import field, frozen

from gobetween.bargaining.kernels.layered.graph.diagrams import NO_LEAST, Diagram, Ints
from gobetween.bargaining.kernels.layered.search.subgradients import Floats
from gobetween.bargaining.kernels.objectives import Least, Objective, Product, Total

LARGEST_SUM = 2**60
"""What a weighted sum of values comes to at most, so that sums of two stay within 64 bits."""

_MARGIN = 1e-9  # logarithms and exponentials of such numbers are right to 1e-12
_MOST = 2**61


@frozen(eq=False)
class Planes:
    """Weighted sums that bound an objective: `weights` (sums, parties), whole numbers of 0 or more, above 0 where a power counts.

    For a total, a row is the objective's weights times two to the `shift`, rounded down, plus `prices` for the floors, so that a
    bound on the row, with the `slack` of the rounding, bounds the total (Lagrangian relaxation). For a least gain it is any
    combination of the gains and of values held to floors. For a product it is any positive combination of gains: of all gains with
    that sum, the product is greatest where powers over weights give the shares (the weighted inequality of arithmetic and
    geometric means).
    """

    weights: Ints
    prices: Ints = field(kw_only=True)
    shift: int = field(default=0, kw_only=True)
    slack: int = field(default=0, kw_only=True)


def planes_of(diagram: Diagram, objective: Objective, rows: Floats) -> Planes:
    """The rows of weights (sums, parties), brought to whole numbers as large as 64 bits allow."""
    sizes = values_at_most(diagram)
    if isinstance(objective, Total):
        return _total_planes(objective, rows, sizes)
    widths = np.maximum(sizes, [abs(origin) for origin in objective.origin]).astype(np.float64) + 1.0
    scales = LARGEST_SUM / 4 / np.maximum((rows * widths).sum(1, keepdims=True), 1e-300)
    weights = np.rint(rows * np.minimum(scales, 2.0**40 / np.maximum(rows.max(1, keepdims=True), 1e-300))).astype(np.int64)
    if isinstance(objective, Product):
        weights = np.maximum(weights, (np.array(objective.powers) > 0).astype(np.int64))
    return Planes(weights, prices=weights)


def _total_planes(objective: Total, rows: Floats, sizes: Ints) -> Planes:
    heaviest = float((rows * (sizes + 1.0)).sum(1).max(initial=1.0))
    shift = min(floor(log2(LARGEST_SUM / 4 / max(heaviest, 1.0))), 30)
    fixed = np.array([_shifted(weight, shift) for weight in objective.weights], np.int64)
    prices = np.maximum(np.rint((rows - np.array(objective.weights, np.float64)) * 2.0**shift), 0).astype(np.int64)
    slack = sum(int(size) for size, weight in zip(sizes, objective.weights, strict=True) if shift < 0 and weight % 2**-shift)
    return Planes(fixed + prices, prices=prices, shift=shift, slack=slack)


def _shifted(number: int, shift: int) -> int:
    return number << shift if shift >= 0 else number >> -shift


def values_at_most(diagram: Diagram) -> Ints:
    """Of each party, a bound on the size of any path's value, with or without sign."""
    if not diagram.levels:
        return np.asarray(np.abs(diagram.start))
    greatest = np.maximum.reduceat(np.abs(diagram.values), diagram.arc_levels[:-1], axis=0)
    return np.asarray(np.abs(diagram.start) + greatest.sum(0))


def floors_for(objective: Objective, diagram: Diagram, score: int | Fraction | None, *, is_above: bool = False) -> list[int]:
    """The least value of each party in packages with that score or more (above it, if so wished; any that counts, if `None`)."""
    floors = [int(least) for least in diagram.least]
    if isinstance(objective, Product):
        rows = zip(floors, objective.origin, objective.powers, strict=True)
        return [max(each, origin + 1) if power else each for each, origin, power in rows]
    if isinstance(objective, Least) and score is not None:
        levels = [_least_value(score, origin, unit, is_above) for origin, unit in zip(objective.origin, objective.units, strict=True)]
        return [each if level is None else max(each, level) for each, level in zip(floors, levels, strict=True)]
    return floors


def _least_value(score: int | Fraction, origin: int, unit: int, is_above: bool) -> int | None:
    if not unit:
        return None
    exact = score * unit
    return origin + (int(exact // 1) + 1 if is_above else ceil(exact))


def levels_for(objective: Objective, diagram: Diagram, planes: Planes, score: int | Fraction | None, *, is_above: bool = False) -> Ints:
    """What each party's value, and then each plane's sum, is at least in packages with that score or more (or above it)."""
    floors = floors_for(objective, diagram, score, is_above=is_above)
    sizes = values_at_most(diagram)
    clipped = np.array([min(max(each, -int(size) - 1), int(size) + 1) for each, size in zip(floors, sizes, strict=True)], np.int64)
    if isinstance(objective, Product):
        bases = np.where(np.array(objective.powers) > 0, np.array(objective.origin, np.int64), clipped)
        sums = _product_levels(objective, planes, bases, score if score is None else score + is_above)
    elif isinstance(objective, Total):
        total = -_MOST if score is None else _shifted(int(score) + is_above, planes.shift) - planes.slack
        sums = min(max(total, -_MOST), _MOST) + _dot(planes.prices, clipped)
    else:
        sums = _dot(planes.weights, clipped)
    return np.concatenate([clipped, sums]).astype(np.int64)


def scales_for(objective: Objective, planes: Planes, levels: Ints) -> tuple[Floats, Floats]:
    """What one more in each party's value, and in each plane's sum, comes to in the objective, where it starts from these levels.

    Parties whose value alone says nothing about the objective have 0. For orientation, not for proof.
    """
    parties = planes.weights.shape[1]
    none = np.zeros(parties)
    if isinstance(objective, Total):
        return none, np.full(len(planes.weights), 2.0**-planes.shift)
    if isinstance(objective, Product):
        counted = np.array(objective.powers) > 0
        bases = np.where(counted, np.array(objective.origin, np.int64), levels[:parties])
        above = (levels[parties:] - _dot(planes.weights, bases)).astype(np.float64)
        return none, 1 / np.maximum(above, 1.0)
    units = np.array(objective.units, np.float64)
    return np.where(units > 0, 1 / np.maximum(units, 1.0), 0.0), 1 / np.maximum((planes.weights * units).sum(1), 1e-300)


def _dot(weights: Ints, floors: Ints) -> Ints:
    return np.asarray((weights * floors).sum(1))


def _product_levels(objective: Product, planes: Planes, bases: Ints, score: int | Fraction | None) -> Ints:
    """See `Planes`: the least sum of weighted gains with a product as great as the score, less a margin, on top of the bases."""
    if score is None or score <= 0:
        return np.full(len(planes.weights), -_MOST, np.int64)
    powers = np.array(objective.powers, np.float64)
    counted = powers > 0
    weights, powers = planes.weights[:, counted].astype(np.float64), powers[counted]
    logs = (log(score) + (powers * np.log(weights / powers)).sum(1)) / powers.sum()
    sums = np.floor(np.exp(np.minimum(logs, 43.0)) * powers.sum() * (1 - _MARGIN))
    return np.asarray(np.minimum(sums, float(_MOST)).astype(np.int64) + _dot(planes.weights, bases))


def bound_by(objective: Objective, diagram: Diagram, planes: Planes, reached: Ints) -> int | Fraction | None:
    """What the objective's score (its first entry) is at most, given what each plane's sum can reach; `None` if nothing bounds it."""
    floors = [0 if each == NO_LEAST else each for each in floors_for(objective, diagram, None)]
    bounds = [_bound(objective, planes, at, int(sum_), floors) for at, sum_ in enumerate(reached)]
    return min((each for each in bounds if each is not None), default=None)


def _bound(objective: Objective, planes: Planes, row: int, reached: int, floors: list[int]) -> int | Fraction | None:
    weights = [int(weight) for weight in planes.weights[row]]
    if isinstance(objective, Total):
        room = reached + planes.slack - sum(int(price) * each for price, each in zip(planes.prices[row], floors, strict=True))
        return room >> planes.shift if planes.shift >= 0 else room << -planes.shift
    sizes = objective.powers if isinstance(objective, Product) else objective.units
    bases = [origin if size else each for origin, size, each in zip(objective.origin, sizes, floors, strict=True)]
    room = reached - sum(weight * base for weight, base in zip(weights, bases, strict=True))
    if isinstance(objective, Least):
        units = sum(weight * unit for weight, unit in zip(weights, objective.units, strict=True))
        return Fraction(room, units) if units else None
    total = sum(objective.powers)
    share = Fraction(max(room, 0), total) ** total
    for weight, power in zip(weights, objective.powers, strict=True):
        if power:
            share *= Fraction(power, weight) ** power
    return int(share // 1)
