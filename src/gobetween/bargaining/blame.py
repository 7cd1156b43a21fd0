"""Why there is no package: a minimal set of requirements that cannot all be met."""

from __future__ import annotations

from attrs import evolve

from gobetween.bargaining.hitting_sets import members
from gobetween.bargaining.kernels import Kernel, Oracle, Undecided
from gobetween.bargaining.kernels.choosing import kernel_for
from gobetween.bargaining.kernels.enumeration import ENUMERATION
from gobetween.bargaining.option_kinds import kinds_of
from gobetween.bargaining.problems import Problem
from gobetween.bargaining.requirements import Requirement


def find_blame(problem: Problem, blamed: int, kernel: Kernel | None = None) -> tuple[Requirement, ...] | None:
    """A minimal conflict among the requirements `blamed` (bits), given the links of the matter; `None` if they can all be met.

    Where the matter's links alone leave no package, it is a minimal conflict among these. Every package breaks one of the
    conflict's requirements, and without any one of them some package would not. Of needless requirements the last stated are
    dropped first. Cost: an oracle, and a question to it for each requirement blamed; one that it cannot decide stays in.

    Raises:
        TooManyPackages: the problem is too large for the kernel.
        Undecided: the kernel's oracle cannot tell whether they can all be met.
    """
    asked = kernel or kernel_for(problem)
    stated = kinds_of(problem).problem if asked is ENUMERATION else problem
    conflict = minimal_conflict(asked.oracle(stated), blamed & ~stated.matter)
    if conflict == 0:
        links = stated.required(stated.matter)
        within = minimal_conflict(asked.oracle(_as_demands(stated, links)), (1 << len(links)) - 1) or 0
        return tuple(links[at] for at in members(within))
    return None if conflict is None else stated.required(conflict)


def minimal_conflict(oracle: Oracle, bits: int) -> int | None:
    """Some of these requirements that cannot be met together, none of them needless; `None` if all can be met.

    Deletion, the last stated first; one question for each requirement.

    Raises:
        Undecided: the oracle cannot tell whether all can be met.
    """
    if oracle.meet(bits) is not None:
        return None
    if _cannot_be_met(oracle, 0):
        return 0
    for at in reversed(members(bits)):
        if _cannot_be_met(oracle, bits & ~(1 << at)):
            bits &= ~(1 << at)
    return bits


def _cannot_be_met(oracle: Oracle, bits: int) -> bool:
    """Whether it is proven that these cannot be met together."""
    try:
        return oracle.meet(bits) is None
    except Undecided:
        return False


def _as_demands(problem: Problem, links: tuple[Requirement, ...]) -> Problem:
    """The problem of these links of the matter alone, as if they were somebody's to give up."""
    return evolve(problem, requirements=tuple(evolve(each, owner=each.id) for each in links), preferences=())
