"""What blocks agreement and what would open it: minimal conflicts between requirements, and minimal sets of concessions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from attrs import field, frozen

from gobetween.bargaining.kernels import Kernel
from gobetween.bargaining.kernels.enumeration import ENUMERATION
from gobetween.bargaining.problems import Problem
from gobetween.bargaining.requirements import Requirement
from gobetween.bargaining.results import Status
from gobetween.model.issues import Package

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

    `count` packages meet all that is not conceded; `packages` are the first of them in stated order. Where a reservation value
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


def find_conflicts(problem: Problem, *, limit: int = 10_000, kernel: Kernel = ENUMERATION) -> Conflicts:
    """All minimal conflicts."""
    raise NotImplementedError


def find_openings(problem: Problem, cost: Cost | None = None, *, limit: int = 10_000, kernel: Kernel = ENUMERATION) -> Openings:
    """All minimal openings, cheapest first."""
    raise NotImplementedError
