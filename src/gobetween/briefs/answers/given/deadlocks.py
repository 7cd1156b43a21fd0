"""Conflicts and openings, as they are given to programs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import field, frozen

from gobetween.bargaining.deadlocks import Conflict, Opening
from gobetween.bargaining.requirements import Requirement
from gobetween.briefs.answers.answers import GivenRequirement, GivenStatus
from gobetween.briefs.answers.giving import requirements_of
from gobetween.briefs.scenes import Scene
from gobetween.model.issues import Package


@frozen
class GivenConflict:
    """Requirements that cannot all be met, none of them needless for that, and whose and on what they are.

    `because` are the links in the matter itself without which they could be; `None` if that was not worked out.
    """

    requirements: tuple[GivenRequirement, ...]
    because: tuple[GivenRequirement, ...] | None = field(kw_only=True)
    issues: tuple[str, ...] = field(kw_only=True)
    owners: tuple[str, ...] = field(kw_only=True)


@frozen
class GivenReduction:
    """How far reservation values must come down, by party in its own numbers, for this package."""

    amounts: Mapping[str, int]
    package: Package


@frozen
class GivenOpening:
    """What is conceded, how dear that is (smaller is cheaper), how many packages it opens (at least, if not exact), and some of them.

    If not `is_worked_out`, only the concessions are known.
    """

    concessions: tuple[GivenRequirement, ...]
    cost: tuple[object, ...] = field(kw_only=True)
    packages_opened: int | None = field(kw_only=True)
    is_count_exact: bool = field(kw_only=True)
    is_worked_out: bool = field(kw_only=True)
    packages: tuple[Package, ...] = field(kw_only=True)
    reductions: tuple[GivenReduction, ...] = field(kw_only=True)
    are_all_reductions: bool = field(kw_only=True)


@frozen
class GivenDeadlock:
    """Conflicts, shortest first, and openings, cheapest first: how many were found, whether these are all, and the first of them."""

    status: GivenStatus
    by_numbers: bool = field(kw_only=True)
    conflict_count: int = field(kw_only=True)
    are_all_conflicts: bool = field(kw_only=True)
    conflicts: tuple[GivenConflict, ...] = field(kw_only=True)
    opening_count: int = field(kw_only=True)
    are_all_openings: bool = field(kw_only=True)
    openings: tuple[GivenOpening, ...] = field(kw_only=True)


def given_conflict(scene: Scene, conflict: Conflict, because: Sequence[Requirement] | None) -> GivenConflict:
    """The conflict as an answer gives it."""
    return GivenConflict(
        requirements_of(scene, conflict.requirements),
        because=None if because is None else requirements_of(scene, because),
        issues=conflict.issues,
        owners=conflict.owners,
    )


def given_opening(scene: Scene, opening: Opening) -> GivenOpening:
    """The opening as an answer gives it."""
    return GivenOpening(
        requirements_of(scene, opening.concessions),
        cost=opening.cost,
        packages_opened=opening.count if opening.is_worked_out else None,
        is_count_exact=opening.is_count_exact,
        is_worked_out=opening.is_worked_out,
        packages=opening.packages,
        reductions=tuple(GivenReduction(dict(each.amounts), each.package) for each in opening.reductions),
        are_all_reductions=opening.are_all_reductions,
    )
