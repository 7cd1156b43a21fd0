"""Joint gains: packages that are better for all than the one on the table."""

from __future__ import annotations

from attrs import field, frozen

from gobetween.bargaining.kernels import Kernel
from gobetween.bargaining.kernels.enumeration import ENUMERATION
from gobetween.bargaining.problems import Problem
from gobetween.bargaining.results import Status, ValuedPackage
from gobetween.model.issues import Package


@frozen
class Better:
    """Packages better than the one on the table: how many, the best of them, and those with the fewest terms changed.

    `best` are those that none of the others beats for one party without hurting another; `shortest` change `changes` terms.
    All in stated order.
    """

    count: int = 0
    best: tuple[ValuedPackage, ...] = ()
    shortest: tuple[ValuedPackage, ...] = ()
    changes: int = 0


@frozen
class Improvements:
    """What could replace the package on the table: better `for_some` and worse for none, or better `for_all`.

    With a partial package nothing is compared: `missing` are the issues on which it says nothing, and `completions` the best ways
    to say it.
    """

    status: Status
    on_table: ValuedPackage | None = field(default=None, kw_only=True)
    for_some: Better = field(default=Better(), kw_only=True)
    for_all: Better = field(default=Better(), kw_only=True)
    missing: tuple[str, ...] = field(default=(), kw_only=True)
    completions: tuple[ValuedPackage, ...] = field(default=(), kw_only=True)


def improve(problem: Problem, package: Package, *, kernel: Kernel = ENUMERATION) -> Improvements:
    """The packages better for all than this one."""
    raise NotImplementedError
