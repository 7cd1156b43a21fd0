"""Minimal conflicts between requirements, as they are given."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import field, frozen

from gobetween.bargaining.problems import Problem
from gobetween.bargaining.requirements import Requirement
from gobetween.bargaining.results import Status


@frozen
class Conflict:
    """Requirements that cannot all be met, while without any one of them the others can; `issues` and `owners` are theirs."""

    requirements: tuple[Requirement, ...]
    issues: tuple[str, ...] = field(kw_only=True)
    owners: tuple[str, ...] = field(kw_only=True)


@frozen
class Conflicts:
    """All minimal conflicts, shortest first, then in stated order; if not `complete`, the search was cut short."""

    status: Status
    conflicts: tuple[Conflict, ...] = ()
    complete: bool = True


def conflict_of(problem: Problem, requirements: Iterable[Requirement]) -> Conflict:
    """These requirements of the problem as a conflict."""
    among = tuple(requirements)
    named = {issue for each in among for issue in each.issues}
    return Conflict(
        among,
        issues=tuple(issue for issue in problem.issues if issue in named),
        owners=tuple(dict.fromkeys(each.owner for each in among if each.owner)),
    )
