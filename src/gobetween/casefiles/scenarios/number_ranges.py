"""Integer and real issues as lists of options: value by value where they are few, else in equal steps on request."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from gobetween.casefiles.scenarios.numerals import decimal

MOST_VALUES = 100
"""So many values of an integer issue are taken one by one."""

REMEDY = "pass --steps with a number, such as 10"

FEWEST_STEPS = 2
MOST_STEPS = 1000


class NeedsSteps(Exception):
    """The values are too many to be taken one by one, or a continuum; the text says how many steps would help."""


def whole_values(lowest: int, highest: int, steps: int | None) -> tuple[Fraction, ...]:
    """The whole numbers from lowest to highest, or `steps` of them at equal distances, both ends among them.

    Raises:
        NeedsSteps: they are more than `MOST_VALUES`, and no steps are given.
    """
    count = highest - lowest + 1
    if count <= (steps or MOST_VALUES):
        return tuple(Fraction(value) for value in range(lowest, highest + 1))
    if steps is None:
        raise NeedsSteps(f"it has {count:,} values, and {MOST_VALUES} at most are taken one by one")
    return tuple(Fraction(lowest + (2 * at * (count - 1) + steps - 1) // (2 * (steps - 1))) for at in range(steps))


def stepped_values(lowest: Fraction, highest: Fraction, step: Fraction, steps: int | None) -> tuple[Fraction, ...]:
    """The numbers lowest, lowest + step, ... up to highest; where they are many, `steps` of them, as `whole_values` takes them.

    Raises:
        NeedsSteps: as there.
    """
    count = int((highest - lowest) / step)
    return tuple(lowest + step * at for at in whole_values(0, count, steps))


def real_values(lowest: Fraction, highest: Fraction, steps: int | None) -> tuple[Fraction, ...]:
    """`steps` numbers at equal distances, both ends among them.

    Raises:
        NeedsSteps: no steps are given.
    """
    if lowest == highest:
        return (lowest,)
    if steps is None:
        raise NeedsSteps("it has a continuum of values")
    return tuple(lowest + (highest - lowest) * at / (steps - 1) for at in range(steps))


def option_names(values: tuple[Fraction, ...]) -> tuple[str, ...]:
    """The numbers as names of options: decimals that end, else fractions."""
    return tuple(_names(values))


def _names(values: tuple[Fraction, ...]) -> Iterator[str]:
    for value in values:
        text = decimal(value)
        yield text if Fraction(text) == value else f"{value.numerator}/{value.denominator}"
