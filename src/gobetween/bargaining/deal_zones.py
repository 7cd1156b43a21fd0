"""Which packages every party could accept."""

from __future__ import annotations

from attrs import field, frozen

from gobetween.bargaining.kernels import Kernel
from gobetween.bargaining.kernels.enumeration import ENUMERATION
from gobetween.bargaining.problems import Problem
from gobetween.bargaining.results import Status, ValuedPackage

SHOWN = 100


@frozen
class ValueRange:
    """What a party gets from the packages of the zone: the `least` and the `most`, beside its reservation value and its best.

    `best` is what it gets from the package that is best for it, of all that the links of the matter allow.
    """

    party: str
    least: int = field(kw_only=True)
    most: int = field(kw_only=True)
    reservation: int = field(kw_only=True)
    best: int = field(kw_only=True)


@frozen
class DealZone:
    """The packages acceptable to all: how many, the first of them in stated order, and what each party gets.

    `packages` are all of them if `is_all_shown`.
    """

    status: Status
    count: int = 0
    packages: tuple[ValuedPackage, ...] = ()
    ranges: tuple[ValueRange, ...] = ()

    @property
    def is_all_shown(self) -> bool:
        """Whether `packages` leaves none out."""
        return len(self.packages) == self.count


def deal_zone(problem: Problem, *, shown: int = SHOWN, kernel: Kernel = ENUMERATION) -> DealZone:
    """The packages that every party could accept."""
    raise NotImplementedError
