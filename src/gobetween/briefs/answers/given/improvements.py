"""What is better than a package, as it is given to programs."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attrs import field, frozen

from gobetween.bargaining.improvements import Better, Improvements, MostGain
from gobetween.bargaining.results import ValuedPackage
from gobetween.briefs.answers.answers import GivenPackage, GivenStatus
from gobetween.briefs.answers.giving import (
    Giving,
)
from gobetween.briefs.answers.numbers_open import sees_all
from gobetween.briefs.answers.tabled import Tabled
from gobetween.briefs.numbers_seen import sees
from gobetween.model.issues import Package


@frozen
class GivenMost:
    """The most that a party could gain without loss to others, in its own numbers where these are open, and a package for it."""

    party: str
    gain: int | None = field(kw_only=True)
    package: GivenPackage | None = field(kw_only=True)
    is_proven: bool = field(kw_only=True)


@frozen
class GivenBetter:
    """Packages better than the one on the table: at least and at most so many, the best of them, those that change the fewest terms.

    `best_count` and `shortest_count` say how many were found; the first of them are listed.
    """

    at_least: int
    at_most: int
    best: tuple[GivenPackage, ...] = field(kw_only=True)
    best_count: int = field(kw_only=True)
    best_status: GivenStatus = field(kw_only=True)
    shortest: tuple[GivenPackage, ...] = field(kw_only=True)
    shortest_count: int = field(kw_only=True)
    shortest_status: GivenStatus = field(kw_only=True)
    terms_changed: int = field(kw_only=True)


@frozen
class GivenJoint:
    """What a rule chooses among the improvements."""

    status: GivenStatus
    packages: tuple[GivenPackage, ...]


@frozen
class GivenImprovements:
    """What could replace the package on the table; of a partial one `missing` issues and the best `completions` instead.

    Of these, `acceptable_completions` give nobody less than no deal and come first; `None`, and in stated order, where the audience
    may not see every number.
    """

    status: GivenStatus
    proposal: str | None = field(kw_only=True)
    settled: Package = field(kw_only=True)
    on_table: GivenPackage | None = field(kw_only=True)
    better_for_all: GivenBetter = field(kw_only=True)
    better_for_some: GivenBetter = field(kw_only=True)
    most_for: tuple[GivenMost, ...] = field(kw_only=True)
    nash: GivenJoint = field(kw_only=True)
    leximin: GivenJoint = field(kw_only=True)
    missing: tuple[str, ...] = field(kw_only=True)
    completions: tuple[GivenPackage, ...] = field(kw_only=True)
    completion_count: int = field(kw_only=True)
    acceptable_completions: int | None = field(kw_only=True)
    completions_status: GivenStatus = field(kw_only=True)


def given_improvements(giving: Giving, tabled: Tabled, found: Improvements, limit: int) -> GivenImprovements:
    """The improvements as they are given, the first `limit` packages of each kind (0: all)."""

    def given(packages: Sequence[ValuedPackage]) -> tuple[GivenPackage, ...]:
        return tuple(giving.package(each.package) for each in packages[: limit or None])

    acceptable, rest = _parted(giving, found.completions)
    return GivenImprovements(
        giving.status(found.status),
        proposal=tabled.proposal,
        settled=tabled.settled,
        on_table=giving.package(found.on_table.package) if found.on_table else None,
        better_for_all=_better(giving, found.for_all, given),
        better_for_some=_better(giving, found.for_some, given),
        most_for=tuple(_most(giving, each) for each in found.most_for),
        nash=GivenJoint(giving.status(found.nash.status), given(found.nash.packages)),
        leximin=GivenJoint(giving.status(found.leximin.status), given(found.leximin.packages)),
        missing=found.missing,
        completions=given((*acceptable, *rest)),
        completion_count=len(found.completions),
        acceptable_completions=len(acceptable) if sees_all(giving.scene) else None,
        completions_status=giving.status(found.completions_status),
    )


def _parted(giving: Giving, packages: Sequence[ValuedPackage]) -> tuple[list[ValuedPackage], list[ValuedPackage]]:
    """Those that give nobody less than no deal, and the others; none of the former where that would tell of unseen numbers."""
    least = {each.party: each.reservation for each in giving.problem.preferences}
    first, rest = list[ValuedPackage](), list[ValuedPackage]()
    for package in packages:
        is_first = sees_all(giving.scene) and all(value >= least[party] for party, value in package.values.items())
        (first if is_first else rest).append(package)
    return first, rest


def _better(giving: Giving, better: Better, given: Callable[[Sequence[ValuedPackage]], tuple[GivenPackage, ...]]) -> GivenBetter:
    return GivenBetter(
        better.size.least,
        better.size.most,
        best=given(better.best),
        best_count=len(better.best),
        best_status=giving.status(better.best_status),
        shortest=given(better.shortest),
        shortest_count=len(better.shortest),
        shortest_status=giving.status(better.shortest_status),
        terms_changed=better.changes,
    )


def _most(giving: Giving, most: MostGain) -> GivenMost:
    return GivenMost(
        most.party,
        gain=most.gain if sees(giving.scene, most.party) else None,
        package=giving.package(most.package.package) if most.package else None,
        is_proven=most.is_proven,
    )
