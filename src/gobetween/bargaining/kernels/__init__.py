"""The small interface behind which packages are gone through: one kernel today, faster ones may come."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from gobetween.bargaining.problems import Problem

Judged = tuple[int, tuple[int, ...], int]
"""A package's place in the stated order, its values in the order of the problem's preferences, and the requirements that it does
not meet: bit i stands for the problem's requirement i."""


class Kernel(Protocol):
    """Goes through the packages of a problem."""

    def judge(self, problem: Problem, kept: int = 0) -> Iterator[Judged]:
        """Every package that meets the `kept` requirements (a set of bits), in stated order.

        Raises:
            TooManyPackages: there are more than the kernel takes on.
        """
        ...
