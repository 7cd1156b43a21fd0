"""What a solution concept gives: packages, gains, and how far that is proven."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from attrs import field, frozen

from gobetween.bargaining.results import Status
from gobetween.model.issues import Package

Score = int | Fraction | tuple[Fraction, ...]


@frozen
class SolvedPackage:
    """A package of a solution: its values, the `gains` over the reservation values, and these as parts of the greatest gains.

    The greatest gain is what the party could gain in any acceptable package; the part is 0 for those who can gain nothing. The
    `score` is what packages compare by: for a lexicographic concept the gains in question in ascending order.
    """

    package: Package
    values: Mapping[str, int] = field(kw_only=True)
    gains: Mapping[str, int] = field(kw_only=True)
    relative_gains: Mapping[str, Fraction] = field(kw_only=True)
    score: Score = field(kw_only=True)


@frozen
class Solution:
    """The packages that a concept chooses, in stated order: all that are equally good, if `are_all`, or the first that were found.

    The status is `Optimal` where it is proven that no package is better, be there further ties or not; after a stop it is
    `Feasible`, with what the score (its first entry) can be at most, if that is known. `greatest_gains` are each party's in the
    deal zone; `left_out` are those who can gain nothing there, where the concept does not count them.
    """

    status: Status
    packages: tuple[SolvedPackage, ...] = ()
    greatest_gains: Mapping[str, int] = field(factory=dict, kw_only=True)
    left_out: tuple[str, ...] = field(default=(), kw_only=True)
    are_all: bool = field(default=True, kw_only=True)
