"""What a computed result says of itself: proven, bounded, impossible, or not known."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from attrs import field, frozen

from gobetween.bargaining.requirements import Requirement
from gobetween.model.issues import Package


@frozen
class Optimal:
    """Proven: nothing is better. Nothing that belongs to the answer is left out, unless the result says that these are not all."""


@frozen
class Feasible:
    """An answer that holds, without proof that it is the best or the whole one; `bound` is what the best can be at most, if known."""

    bound: int | Fraction | None = None


@frozen
class Infeasible:
    """Proven that there is none: `conflict` is a minimal set of requirements that cannot all be met."""

    conflict: tuple[Requirement, ...]


@frozen
class Unknown:
    """Not computed, and why."""

    reason: str


Status = Optimal | Feasible | Infeasible | Unknown


@frozen
class ValuedPackage:
    """A package and what it is worth to each party, in that party's own whole numbers."""

    package: Package
    values: Mapping[str, int] = field(factory=dict)
