"""The frontier: packages that no other package beats for one party without hurting another."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from gobetween.bargaining.kernels import Kernel
from gobetween.bargaining.kernels.enumeration import ENUMERATION
from gobetween.bargaining.problems import Problem
from gobetween.bargaining.results import Status
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
    """The Pareto-efficient packages."""
    raise NotImplementedError
