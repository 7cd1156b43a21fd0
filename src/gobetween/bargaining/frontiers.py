"""The frontier: packages that no other package beats for one party without hurting another."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from typing import overload

from attrs import field, frozen

from gobetween.bargaining.blame import find_blame
from gobetween.bargaining.deal_zones import preferences_missing
from gobetween.bargaining.kernels import MOST_TIES, Choice, FoundFrontier, Kernel, Watch, unwatched
from gobetween.bargaining.kernels.choosing import kernel_for
from gobetween.bargaining.packages import package_of
from gobetween.bargaining.problems import Problem
from gobetween.bargaining.results import Feasible, Infeasible, Optimal, Status, Unknown
from gobetween.model.issues import Package


@frozen
class FrontierPoint:
    """Values that no package beats, and the packages behind them, worked out when asked for."""

    values: Mapping[str, int]
    _behind: Callable[[], tuple[tuple[Package, ...], bool]] = field(eq=False, repr=False)

    @cached_property
    def packages(self) -> tuple[Package, ...]:
        """The packages with these values, in stated order, unless there are more than `kernels.MOST_TIES`: then any so many."""
        return self._traced[0]

    @property
    def are_all(self) -> bool:
        """Whether no other package has these values."""
        return self._traced[1]

    @cached_property
    def _traced(self) -> tuple[tuple[Package, ...], bool]:
        return self._behind()


@frozen(eq=False)
class FrontierPoints(Sequence[FrontierPoint]):
    """The points of a frontier, each made when asked for."""

    problem: Problem
    found: FoundFrontier

    def __len__(self) -> int:
        """How many points there are."""
        return len(self.found)

    @overload
    def __getitem__(self, at: int) -> FrontierPoint: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[FrontierPoint, ...]: ...
    def __getitem__(self, at: int | slice) -> FrontierPoint | tuple[FrontierPoint, ...]:
        """A point, or some."""
        places = range(len(self))[at]
        values = self.found.values()
        return self._point(places, values[places]) if isinstance(places, int) else tuple(self._point(i, values[i]) for i in places)

    def __iter__(self) -> Iterator[FrontierPoint]:
        """One point after another."""
        return (self._point(place, values) for place, values in enumerate(self.found.values()))

    def _point(self, place: int, values: tuple[int, ...]) -> FrontierPoint:
        parties = (preferences.party for preferences in self.problem.preferences)
        return FrontierPoint(dict(zip(parties, values, strict=True)), partial(self._packages, place))

    def _packages(self, place: int) -> tuple[tuple[Package, ...], bool]:
        choices, are_all = self.found.choices(place, MOST_TIES)
        return tuple(package_of(self.problem.issues, choice) for choice in choices), are_all


@frozen(eq=False)
class Examples(Sequence[Package]):
    """A package behind each point, each written out when asked for."""

    problem: Problem
    choices: Sequence[Choice]

    def __len__(self) -> int:
        """How many there are."""
        return len(self.choices)

    @overload
    def __getitem__(self, at: int) -> Package: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Package, ...]: ...
    def __getitem__(self, at: int | slice) -> Package | tuple[Package, ...]:
        """A package, or some."""
        if isinstance(at, int):
            return package_of(self.problem.issues, self.choices[at])
        return tuple(package_of(self.problem.issues, each) for each in self.choices[at])


@frozen
class Frontier:
    """The frontier's points, best for the first party first; there may be hundreds of thousands, so that each is made when asked for.

    The status is `Optimal` if these are all: values that no package beats, each once. If it is `Feasible`, every point is that of a
    package, none beats another, and for every package there is a point that is worth to each party no less than that package is, less
    the party's `error`; that comes of a grid of which the `cell`, at its coarsest, was so wide, with one prefix kept in each.
    """

    status: Status
    points: Sequence[FrontierPoint] = ()
    error: Mapping[str, int] = field(factory=dict, kw_only=True)
    cell: Mapping[str, int] = field(factory=dict, kw_only=True)

    @property
    def count(self) -> int:
        """How many points there are."""
        return len(self.points)

    @property
    def examples(self) -> Sequence[Package]:
        """One package behind each point, for all points together; `points` give all that are behind one."""
        return Examples(self.points.problem, self.points.found.examples()) if isinstance(self.points, FrontierPoints) else ()

    @property
    def columns(self) -> dict[str, tuple[int, ...]]:
        """What the points are worth to each party, as columns for tables and plots; no package is worked out for them."""
        values = self.points.found.values() if isinstance(self.points, FrontierPoints) else ()
        return dict(zip(self.error, zip(*values, strict=True), strict=True)) if values else dict.fromkeys(self.error, ())


def find_frontier(
    problem: Problem,
    *,
    acceptable_only: bool = False,
    most_points: int | None = None,
    kernel: Kernel | None = None,
    watch: Watch = unwatched,
) -> Frontier:
    """The Pareto-efficient packages: there is none that is worth as much or more to everyone, and more to someone.

    Among all packages that the links of the matter allow; with `acceptable_only`, among those of the deal zone. Packages with equal
    values share a point. Everyone whose preferences are known counts. With more than `most_points` under way (unless given, as
    many as a computer holds easily), or once `watch` says stop, it goes over to a grid: then the status is `Feasible`, with an `error`.
    Otherwise statuses are as in `deal_zone`. Cost: see the kernel.

    Raises:
        BeyondReach: the kernel does not take on so many packages, so entangled links, or so great values.
    """
    if unknown := preferences_missing(problem):
        return Frontier(unknown)
    kernel = kernel or kernel_for(problem)
    kept = problem.acceptance if acceptable_only else problem.matter
    found = kernel.frontier(problem, kept, most_points=most_points, watch=watch)
    if len(found):
        parties = tuple(preferences.party for preferences in problem.preferences)
        error, cell = (dict(zip(parties, each, strict=True)) for each in (found.error, found.cell))
        return Frontier(Feasible() if any(found.error) else Optimal(), FrontierPoints(problem, found), error=error, cell=cell)
    if any(found.error):
        return Frontier(Unknown("too few packages could be looked at to find an acceptable one"))
    return Frontier(Infeasible(find_blame(problem, kept, kernel) or ()))
