"""Faults in what a problem requires, before anybody bargains: options that cannot be had, contradictions, circles."""

from __future__ import annotations

from attrs import field, frozen

from gobetween.bargaining.kernels import Kernel
from gobetween.bargaining.kernels.enumeration import ENUMERATION
from gobetween.bargaining.problems import Problem
from gobetween.bargaining.requirements import Requirement


@frozen
class ImpossibleOption:
    """An option that no package can contain: `because` is a minimal set of the matter's links that together exclude it."""

    issue: str
    option: str
    because: tuple[Requirement, ...] = field(kw_only=True)


@frozen
class ContradictoryLinks:
    """Links of the matter that leave no package at all; none of them is needless for that."""

    because: tuple[Requirement, ...]


@frozen
class ContradictoryRedLines:
    """Red lines and links of one actor that leave it no package, given the links of the matter; none is needless for that."""

    owner: str
    because: tuple[Requirement, ...] = field(kw_only=True)


@frozen
class CircularLinks:
    """Links each of which, once it binds, makes the next one bind, round in a circle."""

    links: tuple[Requirement, ...]


Finding = ContradictoryLinks | ImpossibleOption | ContradictoryRedLines | CircularLinks


def find_faults(problem: Problem, *, kernel: Kernel = ENUMERATION) -> tuple[Finding, ...]:
    """Everything of the kinds above."""
    raise NotImplementedError


def find_impossible_options(problem: Problem, *, kernel: Kernel = ENUMERATION) -> tuple[ImpossibleOption, ...]:
    """The options that no package meeting the matter's links contains."""
    raise NotImplementedError
