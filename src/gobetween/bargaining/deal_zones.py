"""Which packages every party could accept."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, field, frozen

from gobetween.bargaining.blame import find_blame
from gobetween.bargaining.kernels import Choice, Count, Found, Kernel, Undecided, Watch, unwatched
from gobetween.bargaining.kernels.choosing import kernel_for
from gobetween.bargaining.kernels.objectives import Total
from gobetween.bargaining.packages import package_of
from gobetween.bargaining.problems import Problem, reservation_of
from gobetween.bargaining.results import Feasible, Infeasible, Optimal, Status, Unknown, ValuedPackage
from gobetween.model.preferences import Preferences, ValueLink

SHOWN = 100
"""How many packages a deal zone shows unless told otherwise."""


@frozen
class ValueRange:
    """What a party gets from the packages of the zone: the `least` and the `most`, beside its reservation value and its best.

    `best` is what it gets from the package that is best for it, of all that the links of the matter allow. All three are values of
    packages that were found; of each that is proven, no package goes beyond it.
    """

    party: str
    least: int = field(kw_only=True)
    most: int = field(kw_only=True)
    reservation: int = field(kw_only=True)
    best: int = field(kw_only=True)
    is_least_proven: bool = field(default=True, kw_only=True)
    is_most_proven: bool = field(default=True, kw_only=True)
    is_best_proven: bool = field(default=True, kw_only=True)

    @property
    def is_proven(self) -> bool:
        """Whether all three are."""
        return self.is_least_proven and self.is_most_proven and self.is_best_proven

    @property
    def headroom(self) -> int:
        """How far the reservation value could rise, the others as they are, before the zone is empty.

        At least so far where `most` is not proven.
        """
        return self.most - self.reservation


@frozen
class DealZone:
    """The packages acceptable to all: how many (`size`), some of them in stated order, and what each party gets.

    `packages` are all of them if `is_all_shown`.
    """

    status: Status
    size: Count = field(default=Count(0, 0))
    packages: tuple[ValuedPackage, ...] = ()
    ranges: tuple[ValueRange, ...] = ()

    @property
    def count(self) -> int:
        """How many there are for certain: all of them where `size.is_exact`."""
        return self.size.least

    @property
    def is_all_shown(self) -> bool:
        """Whether `packages` leaves none out."""
        return self.size == Count(len(self.packages), len(self.packages))


def deal_zone(
    problem: Problem,
    *,
    shown: int = SHOWN,
    is_ranged: bool = True,
    kernel: Kernel | None = None,
    watch: Watch = unwatched,
) -> DealZone:
    """The packages that every party could accept, with `shown` of them: the first in stated order where enumeration computes.

    A package is acceptable if it is worth its reservation value or more to everyone whose preferences are known, and keeps
    everyone's red lines and links and those of the matter. Demands do not bind here: a party may concede them.

    The status is `Optimal`; `Feasible` if there is a zone, but its size or a party's range (left out unless `is_ranged`) is not
    proven; `Infeasible` with a minimal conflict if there is no such package; `Unknown` if a party's preferences are not known, or
    the search was stopped before it found a package. Cost: one count and a few searches a party.

    Raises:
        BeyondReach: the problem is more than the kernel takes on.
    """
    if unknown := preferences_missing(problem):
        return DealZone(unknown)
    kernel = kernel or kernel_for(problem)
    indifferent = Total((0,) * len(problem.preferences))
    first = kernel.search(problem, problem.acceptance, indifferent, most=max(shown, 1), watch=watch)
    if not first.choices:
        return DealZone(no_acceptable_package(problem, kernel) if first.is_proven else stopped_early())
    size = at_least(kernel.count(problem, problem.acceptance, watch=watch), len(first.choices))
    packages = tuple(valued(problem, choice) for choice in sorted(first.choices))
    ranges = _ranges(problem, packages, kernel, watch) if is_ranged else ()
    is_proven = size.is_exact and all(each.is_proven for each in ranges)
    return DealZone(Optimal() if is_proven else Feasible(), size, packages[:shown], ranges)


def preferences_missing(problem: Problem) -> Unknown | None:
    """That a party's preferences are not known, so that nothing about values can be computed; `None` if they are."""
    missing = [party for party in problem.deciding if problem.preferences_of(party) is None]
    if missing:
        return Unknown("no preferences are known of " + ", ".join(missing))
    return None if problem.deciding else Unknown("nobody's preferences are known")


def at_least(count: Count, seen: int) -> Count:
    """The count, with what was seen besides."""
    return evolve(count, least=max(count.least, seen))


def stopped_early() -> Unknown:
    """That a search ended before it had anything to show."""
    return Unknown("the search was stopped before it could tell whether there is such a package")


def no_acceptable_package(problem: Problem, kernel: Kernel) -> Infeasible:
    """That the deal zone is empty, with a minimal conflict among what the parties do not give up: none if it takes too long to find."""
    return no_package(problem, problem.acceptance, kernel)


def no_package(problem: Problem, kept: int, kernel: Kernel) -> Infeasible:
    """That no package meets what is kept, with a minimal conflict among it: none if the kernel cannot tell in time."""
    try:
        return Infeasible(find_blame(problem, kept, kernel) or ())
    except Undecided:
        return Infeasible(())


def best_values(problem: Problem, kernel: Kernel) -> tuple[int, ...]:
    """What everyone gets from the package best for it, of all that the matter's links allow, in the order of the preferences.

    Nothing (an empty tuple) if they allow none.
    """
    found = [kernel.search(problem, problem.matter, only(problem, party), most=1) for party in range(len(problem.preferences))]
    if not all(each.choices for each in found):
        return ()
    return tuple(value_for(problem, party, each.choices[0]) for party, each in enumerate(found))


def only(problem: Problem, party: int) -> Total:
    """The objective that counts what one party gets, by its place among the preferences, and nothing else."""
    return Total(tuple(int(each == party) for each in range(len(problem.preferences))))


def value_for(problem: Problem, party: int, choice: Choice) -> int:
    """What the package is worth to the party at that place among the preferences."""
    return problem.preferences[party].value(package_of(problem.issues, choice))


def valued(problem: Problem, choice: Choice) -> ValuedPackage:
    """The package, with what it is worth to everyone whose preferences are known."""
    package = package_of(problem.issues, choice)
    return ValuedPackage(package, problem.values(package))


def _ranges(problem: Problem, known: Sequence[ValuedPackage], kernel: Kernel, watch: Watch) -> tuple[ValueRange, ...]:
    """Of everyone, given some packages of the zone: what they are worth counts where a search was stopped. Headroom comes first."""
    everyone = range(len(problem.preferences))
    highs = [kernel.search(problem, problem.acceptance, only(problem, party), most=1, watch=watch) for party in everyone]
    bests = [kernel.search(problem, problem.matter, only(problem, party), most=1, watch=watch) for party in everyone]
    lows = [kernel.search(*_against(problem, party), most=1, watch=watch) for party in everyone]
    return tuple(
        _range(problem, party, [each.values[problem.preferences[party].party] for each in known], found)
        for party, found in enumerate(zip(lows, highs, bests, strict=True))
    )


def _range(problem: Problem, party: int, values: list[int], found: tuple[Found, Found, Found]) -> ValueRange:
    low, high, best = found
    most = max(values + _worth(problem, party, high))
    return ValueRange(
        problem.preferences[party].party,
        least=min(values + _worth(problem, party, low)),
        most=most,
        reservation=problem.reservations[party],
        best=max([most, *_worth(problem, party, best)]),
        is_least_proven=low.is_proven,
        is_most_proven=high.is_proven,
        is_best_proven=best.is_proven,
    )


def _worth(problem: Problem, party: int, found: Found) -> list[int]:
    return [value_for(problem, party, choice) for choice in found.choices]


def _against(problem: Problem, party: int) -> tuple[Problem, int, Total]:
    """What to search for the package of the zone that is worst for a party: one more stands in for it, with its values turned round."""
    preferences = problem.preferences[party]
    other = Preferences(
        f"against {preferences.party}",
        {issue: {option: -value for option, value in options.items()} for issue, options in preferences.option_values.items()},
        reservation=0,  # not among what is kept
        links=tuple(ValueLink(each.if_chosen, -each.value) for each in preferences.links),
        basis=preferences.basis,
    )
    return joined_by(problem, other), problem.acceptance, Total((*(0 for _ in problem.preferences), 1))


def joined_by(problem: Problem, *others: Preferences) -> Problem:
    """The problem with further preferences after its own, whose reservations come last: bits and places before them stay."""
    return evolve(
        problem,
        requirements=(*problem.requirements, *(reservation_of(each) for each in others)),
        preferences=(*problem.preferences, *others),
    )
