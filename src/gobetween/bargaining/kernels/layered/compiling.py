"""Compiled loops where Numba is installed, the same loops interpreted where it is not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

Loop = TypeVar("Loop", bound=Callable[..., Any])

try:
    from numba import njit
except ImportError:  # the extra `engine` is not installed whole: right, but slow
    IS_COMPILED = False

    def compiled(loop: Loop) -> Loop:
        """The loop as it is."""
        return loop

else:
    IS_COMPILED = True

    def compiled(loop: Loop) -> Loop:
        """The loop as machine code, kept on disk after its first call; its arguments are arrays and whole numbers."""
        return cast("Loop", njit(cache=True, nogil=True, error_model="numpy")(loop))
