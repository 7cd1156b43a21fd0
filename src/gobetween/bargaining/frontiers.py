"""The frontier: packages that no other package beats for one party without hurting another."""

from __future__ import annotations

from collections.abc import Mapping
from operator import itemgetter

from attrs import field, frozen

from gobetween.bargaining.blame import find_blame
from gobetween.bargaining.deal_zones import preferences_missing
from gobetween.bargaining.dominance import maxima
from gobetween.bargaining.kernels import Kernel
from gobetween.bargaining.kernels.enumeration import ENUMERATION
from gobetween.bargaining.packages import package_at
from gobetween.bargaining.problems import Problem
from gobetween.bargaining.results import Infeasible, Optimal, Status
from gobetween.model.issues import Package


@frozen
class FrontierPoint:
    """Values that no package beats, and the packages behind them in stated order."""

    values: Mapping[str, int]
    packages: tuple[Package, ...] = field(kw_only=True)


@frozen
class Frontier:
    """The frontier's points, best for the first party first."""

    status: Status
    points: tuple[FrontierPoint, ...] = ()


def find_frontier(problem: Problem, *, acceptable_only: bool = False, kernel: Kernel = ENUMERATION) -> Frontier:
    """The Pareto-efficient packages: there is none that is worth as much or more to everyone, and more to someone.

    Among all packages that the links of the matter allow; with `acceptable_only`, among those of the deal zone. Packages with equal
    values share a point. Everyone whose preferences are known counts. Statuses as in `deal_zone`. Cost: two passes through the
    packages and `dominance.maxima`.

    Raises:
        TooManyPackages: there are more than the kernel takes on.
    """
    if unknown := preferences_missing(problem):
        return Frontier(unknown)
    kept = problem.acceptance if acceptable_only else problem.matter
    behind: dict[tuple[int, ...], list[int]] = {values: [] for values in maxima(map(itemgetter(1), kernel.judge(problem, kept)))}
    if not behind:
        return Frontier(Infeasible(find_blame(problem, kept, kernel) or ()))
    for place, values, _ in kernel.judge(problem, kept):
        if values in behind:
            behind[values].append(place)
    return Frontier(Optimal(), tuple(_point(problem, values, places) for values, places in behind.items()))


def _point(problem: Problem, values: tuple[int, ...], places: list[int]) -> FrontierPoint:
    parties = (preferences.party for preferences in problem.preferences)
    return FrontierPoint(
        dict(zip(parties, values, strict=True)),
        packages=tuple(package_at(problem.issues, place) for place in places),
    )
