"""Compiled loops where Numba is installed, the same loops interpreted where it is not."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
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
        """The loop as machine code, kept on disk after its first call; its arguments are arrays and whole numbers.

        Code that was kept is used only as long as no source of this room has changed: loops call loops of other modules, and Numba
        by itself looks at the module of the loop alone.
        """
        machine_code: Any = njit(cache=True, nogil=True, error_model="numpy")(loop)
        kept: Any = getattr(machine_code, "_cache", None)
        if hasattr(kept, "_index_key"):  # not with NUMBA_DISABLE_JIT
            plain_key = kept._index_key  # noqa: SLF001  # Numba has no other way to say what kept code depends on
            kept._index_key = lambda *of: (*plain_key(*of), _SOURCES)  # noqa: SLF001  # as above
        return cast("Loop", machine_code)


def _digest_of_sources() -> str:
    digest = sha256()
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


_SOURCES = _digest_of_sources()
