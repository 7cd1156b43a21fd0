"""The Nash solution: the packages with the greatest product of gains over the reservation values."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from attrs import field, frozen

from gobetween.bargaining.kernels import Kernel
from gobetween.bargaining.kernels.enumeration import ENUMERATION
from gobetween.bargaining.problems import Problem
from gobetween.bargaining.results import Status
from gobetween.model.issues import Package


@frozen
class NashPackage:
    """A package of the solution: values, `gains` over the reservation values, and these as parts of each party's greatest gain."""

    package: Package
    values: Mapping[str, int] = field(kw_only=True)
    gains: Mapping[str, int] = field(kw_only=True)
    relative_gains: Mapping[str, Fraction] = field(kw_only=True)
    product: int = field(kw_only=True)


@frozen
class NashSolution:
    """All packages of the Nash solution, in stated order; `gaining` are the parties over whose gains the product is taken."""

    status: Status
    packages: tuple[NashPackage, ...] = ()
    gaining: tuple[tuple[str, ...], ...] = ()


def solve_nash(problem: Problem, *, kernel: Kernel = ENUMERATION) -> NashSolution:
    """The packages with the greatest product of gains."""
    raise NotImplementedError
