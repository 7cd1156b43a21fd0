"""Whether rounding kept the order of a party's packages, and which of them reach its reservation value: counted, where they are few."""

from __future__ import annotations

from itertools import groupby
from math import ceil, lcm, prod
from operator import itemgetter

from attrs import frozen

from gobetween.casefiles.scenarios.values import ScenarioIssue, ScenarioParty
from gobetween.casefiles.scenarios.whole_numbers import Scale

MOST_COMPARED = 200_000
"""The order of so many packages is gone through: a matter of seconds."""


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
    """What rounding did to the order; `None` where the packages are more than `MOST_COMPARED`, or there are bonuses.

    Cost: packages x log packages.
    """
    if party.bonuses or prod(len(issue.options) for issue in issues) > MOST_COMPARED:
        return None
    common = lcm(*(worth.denominator for options in party.values.values() for worth in options.values()))
    pairs = {(0, 0)}
    for issue in issues:
        added = {(int(worth * common), scale.whole(worth)) for worth in party.values[issue.name].values()}
        pairs = {(worth + more, whole + units) for worth, whole in pairs for more, units in added}
    reservation = None if party.reservation is None else ceil(party.reservation * common)
    return _compared(sorted(pairs), reservation, 0 if party.reservation is None else scale.whole(party.reservation))


def _compared(pairs: list[tuple[int, int]], reservation: int | None, usual: int) -> KeptOrder:
    """`pairs` are worth and whole number of every package, sorted; `usual` is what the reservation value is rounded to."""
    apart = together = swapped = 0
    before: int | None = None
    for _, group in groupby(pairs, key=itemgetter(0)):
        wholes = [whole for _, whole in group]
        apart += len(set(wholes)) - 1
        together += before == min(wholes)
        swapped += before is not None and before > min(wholes)
        before = max(wholes)
    return KeptOrder(apart, together, swapped, None if reservation is None else _reservation(pairs, reservation, usual))


def _reservation(pairs: list[tuple[int, int]], reservation: int, usual: int) -> int | None:
    above = [whole for worth, whole in pairs if worth >= reservation]
    below = [whole for worth, whole in pairs if worth < reservation]
    least = min(above, default=usual)
    if max(below, default=least - 1) >= least:
        return None
    return usual if max(below, default=usual - 1) < usual <= least else least
