"""What solution concepts choose, as it is given to programs."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from attrs import field, frozen

from gobetween.bargaining.kernels.objectives import Score
from gobetween.briefs.answers.answers import GivenPackage, GivenStatus


@frozen
class ChosenPackage(GivenPackage):
    """A package that a rule chose, with the score by which the rule compares packages, where all numbers may be seen."""

    score: Score | None = field(kw_only=True)


@frozen
class GivenSolution:
    """What one rule chooses: `packages` are the first of `count` that are equally good by it (`are_all` found if nothing more ties).

    With the status `feasible` they are the best found; `bound` is what the rule's score (its first entry) can be at most. `left_out`
    are those who can gain nothing, where the rule does not count them.
    """

    rule: str
    status: GivenStatus
    packages: tuple[ChosenPackage, ...] = field(kw_only=True)
    count: int = field(kw_only=True)
    are_all: bool = field(default=True, kw_only=True)
    left_out: tuple[str, ...] = field(default=(), kw_only=True)


@frozen
class GivenSolutions:
    """What the rules choose, in the order asked."""

    solutions: tuple[GivenSolution, ...]
    weights: Mapping[str, int | Fraction] = field(factory=dict)
