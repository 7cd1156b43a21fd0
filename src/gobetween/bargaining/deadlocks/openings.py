"""Minimal sets of concessions that open a package, as they are given."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

from gobetween.bargaining.requirements import Requirement
from gobetween.bargaining.results import Status
from gobetween.model.issues import Package

SHOWN = 3
"""How many of the packages that an opening opens are shown."""


@frozen
class Reduction:
    """How far reservation values must come down, by party, for one package of an opening."""

    amounts: Mapping[str, int]
    package: Package


@frozen
class Opening:
    """Concessions that together open a package, none of them in vain.

    `count` packages meet all that is not conceded, or more of them if not `is_count_exact`; `packages` are the first `SHOWN` of
    them, in stated order, that differ in what is required or in value (`option_kinds`). Where a reservation value is conceded,
    `reductions` are the smallest that suffice: none of them asks no more of anyone and less of someone than another; without
    `are_all_reductions` there may be others. If not `is_worked_out`, all this is left open (`details.worked_out`), and
    so is what the cost owes to reservation values.
    """

    concessions: tuple[Requirement, ...]
    cost: tuple[Any, ...] = field(kw_only=True)
    count: int = field(kw_only=True)
    packages: tuple[Package, ...] = field(kw_only=True)
    reductions: tuple[Reduction, ...] = field(default=(), kw_only=True)
    is_count_exact: bool = field(default=True, kw_only=True)
    are_all_reductions: bool = field(default=True, kw_only=True)
    is_worked_out: bool = field(default=True, kw_only=True)


@frozen
class Openings:
    """All minimal openings, cheapest first, then in stated order; an opening without concessions means there is no deadlock.

    If not `complete`, the search was cut short; those that are worked out come first.
    """

    status: Status
    openings: tuple[Opening, ...] = ()
    complete: bool = True
