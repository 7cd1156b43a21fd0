"""What lies in the matter itself behind a conflict."""

from __future__ import annotations

from gobetween.bargaining.deadlocks.conflicts import Conflict
from gobetween.bargaining.kernels import Kernel
from gobetween.bargaining.kernels.choosing import kernel_for
from gobetween.bargaining.problems import Problem
from gobetween.bargaining.requirements import Requirement


def links_behind(problem: Problem, conflict: Conflict, *, kernel: Kernel | None = None) -> tuple[Requirement, ...]:
    """The links of the matter without which the requirements of the conflict could all be met, none of them needless.

    Empty if the requirements exclude one another by themselves. Of links that would do in each other's place, those stated first
    are given. Cost: a search for a package for each link of the matter.

    Raises:
        BeyondReach: the problem is too large, or too entangled, for the kernel.
    """
    kernel = kernel or kernel_for(problem)
    own = sum(1 << at for at, each in enumerate(problem.requirements) if each in conflict.requirements)
    if kernel.find_package(problem, own) is None:
        return ()
    needed = problem.matter
    for at in reversed(range(len(problem.requirements))):
        without = needed & ~(1 << at)
        if without != needed and kernel.find_package(problem, own | without) is None:
            needed = without
    return problem.required(needed)
