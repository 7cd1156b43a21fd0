"""Whether rounding kept the order of a party's packages, and which of them reach its reservation value: counted, where they are few."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from itertools import groupby
from math import prod
from operator import itemgetter

from attrs import frozen

from gobetween.bargaining.packages import MOST_PACKAGES
from gobetween.casefiles.scenarios.values import ScenarioIssue, ScenarioParty
from gobetween.casefiles.scenarios.whole_numbers import Scale


@frozen
class KeptOrder:
    """What became of neighbours in the order of worth: equal ones set `apart`, unequal ones put `together` or `swapped`.

    `reservation` is the whole number that just the packages reach which are worth the reservation value, if there is one.
    """

    apart: int
    together: int
    swapped: int
    reservation: int | None

    @property
    def is_whole(self) -> bool:
        """Whether the order is as it was."""
        return not (self.apart or self.together or self.swapped)


def compare_orders(party: ScenarioParty, issues: tuple[ScenarioIssue, ...], scale: Scale) -> KeptOrder | None:
    """What rounding did to the order; `None` where the packages are more than 10^6, or there are bonuses.

    Cost: packages x log packages.
    """
    if party.bonuses or prod(len(issue.options) for issue in issues) > MOST_PACKAGES:
        return None
    pairs = [(Fraction(0), 0)]
    for issue in issues:
        added = [(worth, scale.whole(worth)) for worth in party.values[issue.name].values()]
        pairs = [(worth + more, whole + units) for worth, whole in pairs for more, units in added]
    return _compared(sorted(set(pairs)), party.reservation, scale)


def _compared(pairs: list[tuple[Fraction, int]], reservation: Fraction | None, scale: Scale) -> KeptOrder:
    apart = together = swapped = 0
    before: int | None = None
    for _, group in groupby(pairs, key=itemgetter(0)):
        wholes = [whole for _, whole in group]
        apart += len(set(wholes)) - 1
        together += before == min(wholes)
        swapped += before is not None and before > min(wholes)
        before = max(wholes)
    return KeptOrder(apart, together, swapped, None if reservation is None else _reservation(pairs, reservation, scale))


def _reservation(pairs: Iterable[tuple[Fraction, int]], reservation: Fraction, scale: Scale) -> int | None:
    above = [whole for worth, whole in pairs if worth >= reservation]
    below = [whole for worth, whole in pairs if worth < reservation]
    usual = scale.whole(reservation)
    least = min(above, default=usual)
    if max(below, default=least - 1) >= least:
        return None
    return usual if max(below, default=usual - 1) < usual <= least else least
