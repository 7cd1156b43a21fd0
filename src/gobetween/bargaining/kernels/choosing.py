"""Which kernel a problem is put to."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from typing import TypeVar

from attrs import frozen

from gobetween.bargaining.kernels import MOST_TIES, Choice, Count, Found, FoundFrontier, Kernel, Objective, Oracle, Watch, unwatched
from gobetween.bargaining.kernels.enumeration import ENUMERATION
from gobetween.bargaining.packages import MOST_PACKAGES, count_packages
from gobetween.bargaining.problems import Problem
from gobetween.model.errors import BeyondReach

QUICKLY_ENUMERATED = 20_000
"""Up to so many packages, a fresh process is done sooner by enumeration than with the fast kernel, which takes longer to start."""

Answer = TypeVar("Answer")


def kernel_for(problem: Problem) -> Kernel:
    """Enumeration for few packages, or where NumPy is not installed; else the fast kernel, loaded when it is first asked.

    Without NumPy, enumeration refuses more than `packages.MOST_PACKAGES` and names the extra to install. With NumPy but without
    Numba the fast kernel runs interpreted: right, but slower.
    """
    return ENUMERATION if count_packages(problem.issues) <= QUICKLY_ENUMERATED or find_spec("numpy") is None else FAST


@frozen
class FastOrThorough:
    """The fast kernel; and enumeration, where few packages have links too entangled, or values too great, for the fast one."""

    fast: Callable[[], Kernel]
    thorough: Kernel = ENUMERATION

    @property
    def name(self) -> str:
        """See `Kernel.name`: that of the fast one."""
        return self.fast().name

    def find_package(self, problem: Problem, kept: int) -> Choice | None:
        """See `Kernel.find_package`."""
        return self._answer(problem, lambda kernel: kernel.find_package(problem, kept))

    def count(self, problem: Problem, kept: int, *, any_of: tuple[int, ...] = (), watch: Watch = unwatched) -> Count:
        """See `Kernel.count`."""
        return self._answer(problem, lambda kernel: kernel.count(problem, kept, any_of=any_of, watch=watch))

    def search(self, problem: Problem, kept: int, objective: Objective, *, most: int = MOST_TIES, watch: Watch = unwatched) -> Found:
        """See `Kernel.search`."""
        return self._answer(problem, lambda kernel: kernel.search(problem, kept, objective, most=most, watch=watch))

    def frontier(self, problem: Problem, kept: int, *, most_points: int | None = None, watch: Watch = unwatched) -> FoundFrontier:
        """See `Kernel.frontier`."""
        return self._answer(problem, lambda kernel: kernel.frontier(problem, kept, most_points=most_points, watch=watch))

    def oracle(self, problem: Problem) -> Oracle:
        """See `Kernel.oracle`."""
        return self._answer(problem, lambda kernel: kernel.oracle(problem))

    def _answer(self, problem: Problem, ask: Callable[[Kernel], Answer]) -> Answer:
        try:
            return ask(self.fast())
        except BeyondReach:
            if count_packages(problem.issues) > MOST_PACKAGES:
                raise
        return ask(self.thorough)


def _layered() -> Kernel:
    from gobetween.bargaining.kernels.layered.kernel import LAYERED

    return LAYERED


FAST: Kernel = FastOrThorough(_layered)
