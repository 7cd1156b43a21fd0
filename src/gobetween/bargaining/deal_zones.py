"""Which packages every party could accept."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import field, frozen

from gobetween.bargaining.blame import find_blame
from gobetween.bargaining.kernels import Kernel
from gobetween.bargaining.kernels.enumeration import ENUMERATION
from gobetween.bargaining.packages import package_at
from gobetween.bargaining.problems import Problem
from gobetween.bargaining.results import Infeasible, Optimal, Status, Unknown, ValuedPackage

SHOWN = 100
"""How many packages a deal zone shows unless told otherwise."""


@frozen
class ValueRange:
    """What a party gets from the packages of the zone: the `least` and the `most`, beside its reservation value and its best.

    `best` is what it gets from the package that is best for it, of all that the links of the matter allow.
    """

    party: str
    least: int = field(kw_only=True)
    most: int = field(kw_only=True)
    reservation: int = field(kw_only=True)
    best: int = field(kw_only=True)


@frozen
class DealZone:
    """The packages acceptable to all: how many, the first of them in stated order, and what each party gets.

    `packages` are all of them if `is_all_shown`.
    """

    status: Status
    count: int = 0
    packages: tuple[ValuedPackage, ...] = ()
    ranges: tuple[ValueRange, ...] = ()

    @property
    def is_all_shown(self) -> bool:
        """Whether `packages` leaves none out."""
        return len(self.packages) == self.count


def deal_zone(problem: Problem, *, shown: int = SHOWN, kernel: Kernel = ENUMERATION) -> DealZone:
    """The packages that every party could accept, with the first `shown` of them.

    A package is acceptable if it is worth its reservation value or more to everyone whose preferences are known, and keeps
    everyone's red lines and links and those of the matter. Demands do not bind here: a party may concede them.

    The status is `Optimal`; `Infeasible` with a minimal conflict if there is no such package; `Unknown` if a party's preferences
    are not known. Cost: twice through all packages at most.

    Raises:
        TooManyPackages: there are more than the kernel takes on.
    """
    if unknown := preferences_missing(problem):
        return DealZone(unknown)
    count, places = 0, []
    lows: tuple[int, ...] = ()
    highs: tuple[int, ...] = ()
    for place, values, _ in kernel.judge(problem, problem.acceptance):
        lows = tuple(map(min, lows, values)) if count else values
        highs = tuple(map(max, highs, values)) if count else values
        count += 1
        if count <= shown:
            places.append(place)
    if not count:
        return DealZone(no_acceptable_package(problem, kernel))
    shown_packages = tuple(valued_at(problem, place) for place in places)
    return DealZone(Optimal(), count, shown_packages, tuple(_ranges(problem, lows, highs, best_values(problem, kernel))))


def preferences_missing(problem: Problem) -> Unknown | None:
    """That a party's preferences are not known, so that nothing about values can be computed; `None` if they are."""
    missing = [party for party in problem.deciding if problem.preferences_of(party) is None]
    if missing:
        return Unknown("no preferences are known of " + ", ".join(missing))
    return None if problem.deciding else Unknown("nobody's preferences are known")


def no_acceptable_package(problem: Problem, kernel: Kernel) -> Infeasible:
    """That the deal zone is empty, with a minimal conflict among what the parties do not give up."""
    return Infeasible(find_blame(problem, problem.acceptance, kernel) or ())


def best_values(problem: Problem, kernel: Kernel) -> tuple[int, ...]:
    """What everyone gets from the package best for it, of all that the matter's links allow, in the order of the preferences."""
    best: tuple[int, ...] = ()
    for _, values, _ in kernel.judge(problem, problem.matter):
        best = tuple(map(max, best, values)) if best else values
    return best


def valued_at(problem: Problem, place: int) -> ValuedPackage:
    """The package at that place, with what it is worth to everyone whose preferences are known."""
    package = package_at(problem.issues, place)
    return ValuedPackage(package, problem.values(package))


def _ranges(problem: Problem, lows: tuple[int, ...], highs: tuple[int, ...], best: tuple[int, ...]) -> Iterator[ValueRange]:
    for preferences, *ends, bar, greatest in zip(problem.preferences, lows, highs, problem.reservations, best, strict=True):
        yield ValueRange(preferences.party, least=ends[0], most=ends[1], reservation=bar, best=greatest)
