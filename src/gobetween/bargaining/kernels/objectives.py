"""What a search makes as great as possible, with the exact score by which packages compare."""

from __future__ import annotations

from fractions import Fraction
from math import prod

from attrs import field, frozen

Score = int | Fraction | tuple[Fraction, ...]
"""What packages compare by under one objective; scores of different objectives do not compare."""

Values = tuple[int, ...]


@frozen
class Total:
    """The sum of values, each times a weight of 0 or more; one weight for each of the problem's preferences."""

    weights: Values

    def score(self, values: Values) -> int:
        """The weighted sum."""
        return sum(weight * value for weight, value in zip(self.weights, values, strict=True))


@frozen
class Product:
    """The product of gains, each gain being the value less the `origin`, to the power given; powers of 0 leave a party out.

    Only packages with a gain above 0 for everyone who counts are compared: for others there is no score.
    """

    origin: Values
    powers: Values

    def score(self, values: Values) -> int | None:
        """The product, or `None` where somebody who counts gains nothing."""
        gains = [(value - start, power) for value, start, power in zip(values, self.origin, self.powers, strict=True) if power]
        return prod(gain**power for gain, power in gains) if all(gain > 0 for gain, _ in gains) else None


@frozen
class Least:
    """The least of the gains, each gain being the value less the `origin`, over a unit; then, if so wished, the next least, and so on.

    Units of 0 leave a party out; with nobody left, all packages are equally good.
    """

    origin: Values
    units: Values
    is_lexicographic: bool = field(default=True, kw_only=True)

    def score(self, values: Values) -> tuple[Fraction, ...]:
        """The gains in ascending order, the least alone if it is not lexicographic."""
        rows = zip(values, self.origin, self.units, strict=True)
        gains = sorted(Fraction(value - start, unit) for value, start, unit in rows if unit)
        return tuple(gains if self.is_lexicographic else gains[:1])


Objective = Total | Product | Least
