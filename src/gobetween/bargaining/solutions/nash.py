"""The Nash solution: the packages with the greatest product of gains over the reservation values."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from math import prod
from operator import sub

from attrs import field, frozen

from gobetween.bargaining.deal_zones import best_values, no_acceptable_package, preferences_missing
from gobetween.bargaining.kernels import Kernel
from gobetween.bargaining.kernels.enumeration import ENUMERATION
from gobetween.bargaining.packages import package_at
from gobetween.bargaining.problems import Problem
from gobetween.bargaining.results import Optimal, Status
from gobetween.model.issues import Package


@frozen
class NashPackage:
    """A package of the solution: values, `gains` over the reservation values, and these as parts of each party's greatest gain."""

    package: Package
    values: Mapping[str, int] = field(kw_only=True)
    gains: Mapping[str, int] = field(kw_only=True)
    relative_gains: Mapping[str, Fraction] = field(kw_only=True)
    product: int = field(kw_only=True)


@frozen
class NashSolution:
    """All packages of the Nash solution, in stated order; `gaining` are the parties over whose gains the product is taken."""

    status: Status
    packages: tuple[NashPackage, ...] = ()
    gaining: tuple[tuple[str, ...], ...] = ()


def solve_nash(problem: Problem, *, kernel: Kernel = ENUMERATION) -> NashSolution:
    """The packages of the deal zone with the greatest product of gains, the value minus the reservation value of each party.

    Definition: Nash (1950), on finitely many packages and without lotteries, so that there may be ties (Mariotti 1998): all of
    them are given, in stated order. Where no package gives everyone a gain, the product is 0 throughout and says nothing; then the
    convention of maximum Nash welfare is used (Caragiannis and others 2019): as many parties as possible gain together, and
    the product is taken over these. Of several such sets of parties, products over which do not compare, each gives its best.

    `relative_gains` divide a gain by the party's greatest (its best package of all that the links of the matter allow); they are
    for display and do not enter. Everyone whose preferences are known is a party here. Statuses and errors as in `deal_zone`. Cost:
    one pass through the deal zone and one through all packages. This is not the variant with a disagreement package.
    """
    if unknown := preferences_missing(problem):
        return NashSolution(unknown)
    best: dict[tuple[int, ...], tuple[int, list[int]]] = {}
    most, reservations = 0, problem.reservations
    for place, values, _ in kernel.judge(problem, problem.acceptance):
        gains = tuple(map(sub, values, reservations))
        gaining = tuple(at for at, gain in enumerate(gains) if gain)
        if len(gaining) < most:
            continue
        most = len(gaining)
        product = prod(gain for gain in gains if gain)
        highest, places = best.get(gaining, (0, []))
        if product > highest:
            best[gaining] = (product, [place])
        elif product == highest:
            places.append(place)
    return _solution(problem, {gaining: found for gaining, found in best.items() if len(gaining) == most}, kernel)


def _solution(problem: Problem, best: Mapping[tuple[int, ...], tuple[int, list[int]]], kernel: Kernel) -> NashSolution:
    if not best:
        return NashSolution(no_acceptable_package(problem, kernel))
    greatest = best_values(problem, kernel)
    packages = sorted((place, product) for product, places in best.values() for place in places)
    return NashSolution(
        Optimal(),
        tuple(_nash_package(problem, place, product, greatest) for place, product in packages),
        tuple(tuple(problem.preferences[at].party for at in gaining) for gaining in sorted(best)),
    )


def _nash_package(problem: Problem, place: int, product: int, greatest: tuple[int, ...]) -> NashPackage:
    package, values = package_at(problem.issues, place), {}
    gains: dict[str, int] = {}
    relative: dict[str, Fraction] = {}
    for preferences, best, reservation in zip(problem.preferences, greatest, problem.reservations, strict=True):
        party = preferences.party
        values[party] = preferences.value(package)
        gains[party] = values[party] - reservation
        relative[party] = Fraction(gains[party], best - reservation) if gains[party] else Fraction(0)
    return NashPackage(package, values=values, gains=gains, relative_gains=relative, product=product)
