"""Exact fractions as whole numbers on a scale of the party's own: exactly where they fit, else to the finest scale that there is.

With D the least common denominator of a party's numbers, the scale is 10,000 for a worth of 1 if D divides that, else D. Where D is so
large that a number would exceed a million million, numbers are rounded. The scale is then a common multiple of the smaller
denominators, times a power of ten, as large as fits; a package's value is off by `error` units at most, so packages whose values lie
further apart than twice that keep their order.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import lcm

from attrs import frozen

from gobetween.casefiles.documents.preferences import LARGEST_VALUE
from gobetween.casefiles.scenarios.values import ScenarioParty

USUAL_SCALE = 10_000


@frozen
class Scale:
    """How many units a worth of 1 is, and by how many of them a package's value may be off: by none where it is exact."""

    units: Fraction
    error: Fraction = Fraction(0)

    @property
    def is_exact(self) -> bool:
        """Whether nothing was rounded."""
        return not self.error

    def whole(self, worth: Fraction) -> int:
        """The worth in units, rounded to the nearest."""
        return round(worth * self.units)


def scale_of(party: ScenarioParty) -> Scale:
    """The scale for a party's numbers."""
    largest, denominators = max(map(abs, _numbers(party))), sorted({number.denominator for number in _numbers(party)})
    common = lcm(*denominators)
    for units in (USUAL_SCALE, common):
        if units % common == 0 and units * largest <= LARGEST_VALUE:
            return Scale(Fraction(units))
    shared = 1
    for denominator in denominators:
        if (finer := lcm(shared, denominator)) * largest <= LARGEST_VALUE:
            shared = finer
    fitting = Fraction(shared)
    while fitting * largest * 10 <= LARGEST_VALUE:
        fitting *= 10
    while fitting * largest > LARGEST_VALUE:
        fitting /= 10
    return Scale(fitting, _error(party, fitting))


def _numbers(party: ScenarioParty) -> Iterator[Fraction]:
    for options in party.values.values():
        yield from options.values()
    yield from (bonus.value for bonus in party.bonuses)
    yield party.reservation or Fraction(0)


def _error(party: ScenarioParty, units: Fraction) -> Fraction:
    """By how many units the value of a package may be off at most."""

    def off(worth: Fraction) -> Fraction:
        return abs(worth * units - round(worth * units))

    options = sum((max(map(off, options.values()), default=Fraction(0)) for options in party.values.values()), Fraction(0))
    return options + sum((off(bonus.value) for bonus in party.bonuses), Fraction(0))
