"""Which kernel a problem is put to."""

from __future__ import annotations

from importlib.util import find_spec

from gobetween.bargaining.kernels import Kernel
from gobetween.bargaining.kernels.enumeration import ENUMERATION
from gobetween.bargaining.packages import count_packages
from gobetween.bargaining.problems import Problem

QUICKLY_ENUMERATED = 20_000
"""Up to so many packages, enumeration is done before the fast kernel has started."""


def kernel_for(problem: Problem) -> Kernel:
    """Enumeration for few packages, or where NumPy is not installed; else the fast kernel, loaded now."""
    if count_packages(problem.issues) <= QUICKLY_ENUMERATED or find_spec("numpy") is None:
        return ENUMERATION
    from gobetween.bargaining.kernels.layered.kernel import LAYERED

    return LAYERED
