"""Joint gains: packages that are better for all than the one on the table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import gt

from attrs import evolve, field, frozen

from gobetween.bargaining.deal_zones import at_least, joined_by, no_package, only, preferences_missing, stopped_early, value_for, valued
from gobetween.bargaining.kernels import MOST_TIES, Choice, Count, Found, FoundFrontier, Kernel, Watch, unwatched
from gobetween.bargaining.kernels.choosing import kernel_for
from gobetween.bargaining.kernels.objectives import Least, Objective, Total
from gobetween.bargaining.packages import choice_of, issues_left_open, package_of
from gobetween.bargaining.problems import Problem
from gobetween.bargaining.requirements import RequirementKind
from gobetween.bargaining.results import Feasible, Optimal, Status, Unknown, ValuedPackage
from gobetween.bargaining.solutions.nash import solve_nash
from gobetween.model.issues import Package
from gobetween.model.preferences import Preferences, ValueBasis

MOST_POINTS = 4_000
"""How many efficient points a search for the best improvements keeps before it goes over to a grid."""

MOST_BEST = 1_000
"""How many packages are shown of those that no other beats: spread evenly over the frontier where there are more."""


@frozen
class Better:
    """Packages better than the one on the table: how many (`size`), the best of them, and those with the fewest terms changed.

    `best` are those that none of the others beats for one party without hurting another; `shortest` change `changes` terms.
    All in stated order. Each has a status: `Optimal` if it is proven and whole, `Feasible` if there may be better or others.
    """

    size: Count = field(default=Count(0, 0))
    best: tuple[ValuedPackage, ...] = ()
    shortest: tuple[ValuedPackage, ...] = ()
    changes: int = 0
    best_status: Status = field(default=Optimal(), kw_only=True)
    shortest_status: Status = field(default=Optimal(), kw_only=True)

    @property
    def count(self) -> int:
        """How many there are for certain: all of them where `size.is_exact`."""
        return self.size.least


@frozen
class MostGain:
    """The most that a party could gain over the package on the table without loss to others, and a package that gives it.

    No other package gives it as much and somebody else more, as far as sums of values tell; `None` where it can gain nothing. If
    not `is_proven`, more may be possible.
    """

    party: str
    gain: int = 0
    package: ValuedPackage | None = None
    is_proven: bool = field(default=True, kw_only=True)


@frozen
class Joint:
    """Packages that share the gains out by one rule, in stated order; `Optimal` if they are all and no other is better by it."""

    status: Status = field(default=Optimal())
    packages: tuple[ValuedPackage, ...] = ()


@frozen
class Improvements:
    """What could replace the package on the table: better `for_some` and worse for none, or better `for_all`.

    `most_for` says of everyone how much it could gain without loss to others. `nash` has the greatest product of gains over the
    package on the table; `leximin` makes the smallest share greatest, then the next, a share being the gain as a part of the most that
    the party could gain (who can gain nothing is left out). With a partial package nothing is compared: `missing` are the issues on
    which it says nothing, and `completions` the best ways to say it, all of them if `completions_status` is `Optimal`.
    """

    status: Status
    on_table: ValuedPackage | None = field(default=None, kw_only=True)
    for_some: Better = field(default=Better(), kw_only=True)
    for_all: Better = field(default=Better(), kw_only=True)
    most_for: tuple[MostGain, ...] = field(default=(), kw_only=True)
    nash: Joint = field(default=Joint(), kw_only=True)
    leximin: Joint = field(default=Joint(), kw_only=True)
    missing: tuple[str, ...] = field(default=(), kw_only=True)
    completions: tuple[ValuedPackage, ...] = field(default=(), kw_only=True)
    completions_status: Status = field(default=Optimal(), kw_only=True)


def improve(problem: Problem, package: Package, *, kernel: Kernel | None = None, watch: Watch = unwatched) -> Improvements:
    """The packages better than this one: worth as much or more to everyone and more to someone, and those worth more to everyone.

    They keep the links of the matter and everyone's red lines and links, even where the package on the table does not; beyond that
    nobody needs more than what is on the table now, be it less than a reservation value. The status is `Optimal`, also
    when nothing is better; `Feasible` if a count, a list or a gain is not proven; `Unknown` if a party's preferences are not known,
    or if the package is partial: then its best completions are given, `Infeasible` if it has none. Cost: two counts, a frontier and
    some four searches a party.

    Raises:
        BeyondReach: the problem is more than the kernel takes on.
        InvalidCase: the package takes an option that the problem does not have.
    """
    missing = issues_left_open(problem, package)
    if unknown := preferences_missing(problem):
        return Improvements(unknown, missing=missing)
    kernel = kernel or kernel_for(problem)
    if missing:
        return _completed(problem.settled(package), missing, kernel, watch)
    table = ValuedPackage({issue: package[issue] for issue in problem.issues}, problem.values(package))
    return _Comparison(raised(problem, table.values), table, kernel, watch).improvements()


def raised(problem: Problem, values: Mapping[str, int]) -> Problem:
    """The problem in which nobody takes less than these values: what a kernel then keeps, it can also prune by."""
    requirements = (each if each.least is None else evolve(each, least=values[str(each.owner)]) for each in problem.requirements)
    preferences = (evolve(each, reservation=values[each.party]) for each in problem.preferences)
    return evolve(problem, requirements=tuple(requirements), preferences=tuple(preferences))


@frozen
class _Comparison:
    """One comparison with the package on the table; nobody takes less than that in the `problem`."""

    problem: Problem
    table: ValuedPackage
    kernel: Kernel
    watch: Watch

    def improvements(self) -> Improvements:
        gains = tuple(map(self._most_for, range(len(self.problem.preferences))))
        if all(each.is_proven and not each.gain for each in gains):
            return Improvements(Optimal(), on_table=self.table, most_for=gains)
        nash, leximin = self._nash(), self._leximin(gains)
        for_some = self._shortest(Better(self._count_for_some()), [self._more_for(each.party) for each in gains])
        all_more = self._more_for(*self.table.values)
        for_all = self._shortest(Better(self.kernel.count(all_more, all_more.acceptance, watch=self.watch)), [all_more])
        frontier = self.kernel.frontier(self.problem, self.problem.acceptance, most_points=MOST_POINTS, watch=self.watch)
        found = Improvements(
            Optimal(),
            on_table=self.table,
            for_some=self._best(for_some, frontier, any),
            for_all=self._best(for_all, frontier, all),
            most_for=gains,
            nash=nash,
            leximin=leximin,
        )
        return found if _is_proven(found) else evolve(found, status=Feasible())

    def _search(self, problem: Problem, objective: Objective, *, most: int = MOST_TIES) -> Found:
        return self.kernel.search(problem, problem.acceptance, objective, most=most, watch=self.watch)

    def _more_for(self, *parties: str) -> Problem:
        """The problem in which these parties take no less than one more than on the table."""
        return raised(self.problem, {party: value + (party in parties) for party, value in self.table.values.items()})

    def _most_for(self, party: int) -> MostGain:
        name = self.problem.preferences[party].party
        found = self._search(self.problem, only(self.problem, party), most=1)
        before = self.table.values[name]
        most = max((value_for(self.problem, party, choice) for choice in found.choices), default=before)
        if most <= before:
            return MostGain(name, is_proven=found.is_proven)
        held = raised(self.problem, {**self.table.values, name: most})
        fullest = self._search(held, Total((1,) * len(held.preferences)), most=1)
        (choice, *_) = fullest.choices or found.choices
        return MostGain(name, most - before, valued(self.problem, choice), is_proven=found.is_proven)

    def _count_for_some(self) -> Count:
        more = (evolve(each, party=f"more for {each.party}", reservation=each.reservation + 1) for each in self.problem.preferences)
        wider = joined_by(self.problem, *more)
        somebody = wider.bits() & ~self.problem.bits()
        return self.kernel.count(wider, self.problem.acceptance, any_of=(somebody,), watch=self.watch)

    def _nash(self) -> Joint:
        solution = solve_nash(self.problem, kernel=self.kernel, watch=self.watch)
        status = solution.status if solution.are_all else Feasible()
        return Joint(status, tuple(ValuedPackage(each.package, each.values) for each in solution.packages))

    def _leximin(self, gains: Iterable[MostGain]) -> Joint:
        units = tuple(each.gain for each in gains)
        found = self._search(self.problem, Least(tuple(self.table.values.values()), units))
        return Joint(_status(found.is_proven and found.are_all), self._valued(found.choices))

    def _shortest(self, better: Better, problems: Iterable[Problem]) -> Better:
        """With the packages of any of these problems that keep the most terms of the package on the table."""
        kept = {issue: {option: 1} for issue, option in self.table.package.items()}
        terms = Preferences("terms kept", kept, reservation=0, basis=ValueBasis.ASSUMED)
        counting = Total((*(0 for _ in self.problem.preferences), 1))
        searched = [
            self.kernel.search(joined_by(each, terms), each.acceptance, counting, watch=self.watch)  # all that are as short
            for each in problems
        ]
        changes = [self._changes(each.choices[0]) for each in searched if each.choices]
        fewest = min(changes, default=0)
        shortest = [each for each in searched if each.choices and self._changes(each.choices[0]) == fewest]
        is_whole = all(each.is_proven for each in searched) and all(each.are_all for each in shortest)
        return evolve(
            better,
            shortest=self._valued(sorted({choice for each in shortest for choice in each.choices})),
            changes=fewest,
            shortest_status=_status(is_whole),
        )

    def _changes(self, choice: Choice) -> int:
        package = package_of(self.problem.issues, choice)
        return sum(package[issue] != option for issue, option in self.table.package.items())

    def _best(self, better: Better, frontier: FoundFrontier, needed: Callable[[Iterable[bool]], bool]) -> Better:
        """With the frontier's packages in which somebody gains, or everybody: none that is better for all is beaten by another."""
        before = tuple(self.table.values.values())
        points = [at for at, values in enumerate(frontier.values()) if needed(map(gt, values, before))]
        choices, is_whole = _behind(frontier, points)
        seen = len({*choices, *(choice_of(self.problem.issues, each.package) for each in better.shortest)})
        return evolve(better, size=at_least(better.size, seen), best=self._valued(choices), best_status=_status(is_whole))

    def _valued(self, choices: Iterable[Choice]) -> tuple[ValuedPackage, ...]:
        return tuple(valued(self.problem, choice) for choice in choices)


def _behind(frontier: FoundFrontier, points: Sequence[int]) -> tuple[list[Choice], bool]:
    """The packages behind these points in stated order, `MOST_BEST` at most, and whether that is all there is."""
    spread = [points[at * (len(points) - 1) // (MOST_BEST - 1)] for at in range(MOST_BEST)] if len(points) > MOST_BEST else points
    found: list[Choice] = []
    is_whole = not any(frontier.error) and len(spread) == len(points)
    for at, point in enumerate(spread):
        choices, are_all = frontier.choices(point, MOST_BEST - len(found) - (len(spread) - at - 1))
        found += choices
        is_whole &= are_all
    return sorted(found), is_whole


def _status(is_whole: bool) -> Status:
    return Optimal() if is_whole else Feasible()


def _is_proven(found: Improvements) -> bool:
    betters, joints = (found.for_some, found.for_all), (found.nash, found.leximin)
    return (
        all(each.is_proven for each in found.most_for)
        and all(each.size.is_exact for each in betters)
        and all(isinstance(each.best_status, Optimal) and isinstance(each.shortest_status, Optimal) for each in betters)
        and all(isinstance(each.status, Optimal) for each in joints)
    )


def _completed(settled: Problem, missing: tuple[str, ...], kernel: Kernel, watch: Watch) -> Improvements:
    kept = settled.matter | settled.bits(RequirementKind.RED_LINE, RequirementKind.LINK)
    frontier = kernel.frontier(settled, kept, most_points=MOST_POINTS, watch=watch)
    if not len(frontier):
        is_proven = not any(frontier.error)
        return Improvements(no_package(settled, kept, kernel) if is_proven else stopped_early(), missing=missing)
    choices, is_whole = _behind(frontier, range(len(frontier)))
    return Improvements(
        Unknown("the package on the table says nothing on " + ", ".join(missing)),
        missing=missing,
        completions=tuple(valued(settled, choice) for choice in choices),
        completions_status=_status(is_whole),
    )
