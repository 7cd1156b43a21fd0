"""What blocks agreement and what would open it: minimal conflicts between requirements, and minimal sets of concessions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import Any

from attrs import define, field, frozen

from gobetween.bargaining.blame import find_blame
from gobetween.bargaining.dominance import maxima
from gobetween.bargaining.hitting_sets import minimal_hitting_sets, minimal_masks, one_hitting_set
from gobetween.bargaining.kernels import Kernel
from gobetween.bargaining.kernels.enumeration import ENUMERATION, Enumeration
from gobetween.bargaining.option_kinds import kinds_of
from gobetween.bargaining.packages import package_at
from gobetween.bargaining.problems import Problem
from gobetween.bargaining.requirements import Requirement, RequirementKind
from gobetween.bargaining.results import Feasible, Infeasible, Optimal, Status
from gobetween.model.issues import Package

MOST_FOUND = 10_000
"""How many conflicts or openings are looked for unless told otherwise; with more, the result says that it is not complete."""

SHOWN = 3
"""How many of the packages that an opening opens are shown."""

Cost = Callable[[tuple[Requirement, ...]], tuple[Any, ...]]
"""How dear it is to concede these requirements together; smaller is cheaper."""


@frozen
class Conflict:
    """Requirements that cannot all be met, while without any one of them the others can; `issues` and `owners` are theirs."""

    requirements: tuple[Requirement, ...]
    issues: tuple[str, ...] = field(kw_only=True)
    owners: tuple[str, ...] = field(kw_only=True)


@frozen
class Conflicts:
    """All minimal conflicts, shortest first, then in stated order; if not `complete`, the search stopped at its limit."""

    status: Status
    conflicts: tuple[Conflict, ...] = ()
    complete: bool = True


@frozen
class Reduction:
    """How far reservation values must come down, by party, for one package of an opening."""

    amounts: Mapping[str, int]
    package: Package


@frozen
class Opening:
    """Concessions that together open a package, none of them in vain.

    `count` packages meet all that is not conceded; `packages` are the first of them, in stated order, that differ in what is required
    or in value (`option_kinds`). Where a reservation value
    is conceded, `reductions` are the smallest that suffice: none of them asks no more of anyone and less of someone than another.
    """

    concessions: tuple[Requirement, ...]
    cost: tuple[Any, ...] = field(kw_only=True)
    count: int = field(kw_only=True)
    packages: tuple[Package, ...] = field(kw_only=True)
    reductions: tuple[Reduction, ...] = field(default=(), kw_only=True)


@frozen
class Openings:
    """All minimal openings, cheapest first, then in stated order; an opening without concessions means there is no deadlock."""

    status: Status
    openings: tuple[Opening, ...] = ()
    complete: bool = True


def dearness(concessions: tuple[Requirement, ...]) -> tuple[int, int]:
    """The cost of concessions where nothing else is known: red lines and reservation values first, then how many there are in all."""
    dear = (RequirementKind.RED_LINE, RequirementKind.RESERVATION)
    return sum(each.kind in dear for each in concessions), len(concessions)


def find_conflicts(problem: Problem, *, limit: int = MOST_FOUND, kernel: Kernel = ENUMERATION) -> Conflicts:
    """All minimal conflicts: sets of requirements that cannot all be met, given the links of the matter, and none of which is needless.

    Works from demands, red lines and links without any number; reservation values are further requirements where preferences are
    there. Conflicts are the minimal hitting sets of openings (Reiter 1987, theorem 4.4; Liffiton and Sakallah 2008, on minimal
    unsatisfiable and minimal correction sets), and openings are read off the enumerated packages.

    The status is `Optimal`, without conflicts if some package meets everything; `Infeasible` if the links of the matter alone
    leave no package; `Feasible` where the search stopped at `limit`: the conflicts given are minimal, but there may be others.
    Cost: one pass through the packages, options that nothing distinguishes counting as one; then as `minimal_hitting_sets`.

    Raises:
        TooManyPackages: there are more than the kernel takes on.
    """
    broken = {violated for _, _, violated in Enumeration().judge(kinds_of(problem).problem, problem.matter)}
    if not broken:
        return Conflicts(Infeasible(find_blame(problem, problem.matter, kernel) or ()))
    edges, is_complete = minimal_masks(broken, limit)
    if is_complete:
        masks, is_complete = minimal_hitting_sets(edges, limit)
    else:
        masks = [one_hitting_set(broken)]
    return Conflicts(Optimal() if is_complete else Feasible(), tuple(_conflict(problem, mask) for mask in masks), is_complete)


def find_openings(problem: Problem, cost: Cost = dearness, *, limit: int = MOST_FOUND, kernel: Kernel = ENUMERATION) -> Openings:
    """All minimal openings, cheapest first by `cost`, ties in stated order of their concessions.

    An opening is a set of requirements to concede so that some package meets all others, and no smaller part of it would do (a
    minimal correction set): the inclusion-minimal sets of requirements that packages break. Statuses and cost as in
    `find_conflicts`, with a second pass for the packages; an opening shows the first `SHOWN` of them.

    Raises:
        TooManyPackages: there are more than the kernel takes on.
    """
    kinds = kinds_of(problem)
    rows = Enumeration().judge(kinds.problem, problem.matter)
    counts = kinds.counts()
    broken: Counter[int] = Counter()
    for place, _, violated in rows:
        broken[violated] += counts[place]
    if not broken:
        return Openings(Infeasible(find_blame(problem, problem.matter, kernel) or ()))
    masks, is_complete = minimal_masks(broken, limit)
    opened = _Opened.by(kinds.problem, masks)
    found = [_opening(kinds.problem, mask, broken[mask], cost, opened[mask]) for mask in masks]
    return Openings(Optimal() if is_complete else Feasible(), tuple(sorted(found, key=attrgetter("cost"))), is_complete)


@define
class _Opened:
    """The packages of one opening as they come: the first places, and the places of distinct shortfalls of those who concede value."""

    bars: tuple[tuple[int, str, int], ...]  # of each conceded reservation: place among the values, party, least value
    places: list[int] = field(factory=list)
    shortfalls: dict[tuple[int, ...], int] = field(factory=dict)

    @classmethod
    def by(cls, problem: Problem, masks: list[int]) -> dict[int, _Opened]:
        opened = {mask: cls(_bars(problem, mask)) for mask in masks}
        for place, values, violated in Enumeration().judge(problem, problem.matter):
            if violated in opened:
                opened[violated].add(place, values)
        return opened

    def add(self, place: int, values: tuple[int, ...]) -> None:
        if len(self.places) < SHOWN:
            self.places.append(place)
        if self.bars:
            self.shortfalls.setdefault(tuple(values[at] - least for at, _, least in self.bars), place)

    def reductions(self, problem: Problem) -> tuple[Reduction, ...]:
        parties = [party for _, party, _ in self.bars]
        smallest = sorted(maxima(self.shortfalls), key=self.shortfalls.__getitem__)
        return tuple(
            Reduction(
                {party: -short for party, short in zip(parties, shorts, strict=True)},
                package_at(problem.issues, self.shortfalls[shorts]),
            )
            for shorts in smallest
        )


def _opening(problem: Problem, mask: int, count: int, cost: Cost, opened: _Opened) -> Opening:
    concessions = problem.required(mask)
    return Opening(
        concessions,
        cost=cost(concessions),
        count=count,
        packages=tuple(package_at(problem.issues, place) for place in opened.places),
        reductions=opened.reductions(problem),
    )


def _bars(problem: Problem, mask: int) -> tuple[tuple[int, str, int], ...]:
    place = {preferences.party: at for at, preferences in enumerate(problem.preferences)}
    conceded = problem.required(mask)
    return tuple((place[each.owner], each.owner, each.least) for each in conceded if each.owner and each.least is not None)


def _conflict(problem: Problem, mask: int) -> Conflict:
    requirements = problem.required(mask)
    named = {issue for each in requirements for issue in each.issues}
    return Conflict(
        requirements,
        issues=tuple(issue for issue in problem.issues if issue in named),
        owners=tuple(dict.fromkeys(each.owner for each in requirements if each.owner)),
    )
