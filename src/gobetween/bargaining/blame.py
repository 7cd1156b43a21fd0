"""Why there is no package: a minimal set of requirements that cannot all be met."""

from __future__ import annotations

from gobetween.bargaining.hitting_sets import one_hitting_set
from gobetween.bargaining.kernels import Kernel
from gobetween.bargaining.option_kinds import kinds_of
from gobetween.bargaining.problems import Problem
from gobetween.bargaining.requirements import Requirement


def find_package(problem: Problem, kept: int, kernel: Kernel) -> int | None:
    """The place of the first package that meets the requirements `kept` (bits), or `None`."""
    return next((place for place, _, _ in kernel.judge(problem, kept)), None)


def find_blame(problem: Problem, blamed: int, kernel: Kernel) -> tuple[Requirement, ...] | None:
    """A minimal conflict among the requirements `blamed` (bits), given the links of the matter; `None` if they can all be met.

    Where the matter's links alone leave no package, it is a minimal conflict among these. Every package breaks one of the
    conflict's requirements, and without any one of them some package would not.
    """
    problem = kinds_of(problem).problem
    broken = {violated & blamed for _, _, violated in kernel.judge(problem, problem.matter)}
    if 0 in broken:
        return None
    if not broken:
        broken = {violated & problem.matter for _, _, violated in kernel.judge(problem)}
    return problem.required(one_hitting_set(sorted(broken)))
