"""Weights of the parties, as whole numbers in the order of a problem's preferences."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from math import gcd, lcm

from gobetween.bargaining.problems import Problem
from gobetween.model.errors import InvalidCase

Weights = Mapping[str, int | Fraction]
"""How much each party counts, by name; parties that are not named count 1."""


def whole_weights(problem: Problem, weights: Weights | None) -> tuple[int, ...]:
    """The weights as the smallest whole numbers in the same proportion; 1 for everybody without any.

    Raises:
        InvalidCase: somebody without preferences is named, a weight is below 0, or all are 0.
    """
    given = {preferences.party: Fraction(1) for preferences in problem.preferences}
    for party, weight in (weights or {}).items():
        if party not in given:
            msg = f"a weight is given for '{party}', whose preferences are not known; known are those of: {', '.join(given)}"
            raise InvalidCase(msg)
        if weight < 0:
            msg = f"the weight of '{party}' is {weight}; a weight is 0 or more"
            raise InvalidCase(msg)
        given[party] = Fraction(weight)
    if given and not any(given.values()):
        msg = "all weights are 0; give somebody a weight above 0"
        raise InvalidCase(msg)
    denominator = lcm(*(weight.denominator for weight in given.values()))
    numbers = [int(weight * denominator) for weight in given.values()]
    divisor = gcd(*numbers) or 1
    return tuple(number // divisor for number in numbers)
