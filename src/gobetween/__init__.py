"""Software for indirect negotiation: talks between parties who do not meet, carried by mediators.

The names below are the Python API (docs/reference/python.md); each is loaded when it is first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gobetween.bargaining.kernels import Undecided
    from gobetween.bootstrap.notebooks import Case, read
    from gobetween.model.errors import (
        BeyondReach,
        GobetweenError,
        InvalidCase,
        InvalidReport,
        MissingPart,
        NotDisclosed,
        RecordDamaged,
        StoreUnavailable,
    )
    from gobetween.notebook.shown import NotWritten, UnknownForm

__all__ = [
    "BeyondReach",
    "Case",
    "GobetweenError",
    "InvalidCase",
    "InvalidReport",
    "MissingPart",
    "NotDisclosed",
    "NotWritten",
    "RecordDamaged",
    "StoreUnavailable",
    "Undecided",
    "UnknownForm",
    "read",
]

_ERRORS = "gobetween.model.errors"
_HOMES = {
    "Case": "gobetween.bootstrap.notebooks",
    "read": "gobetween.bootstrap.notebooks",
    "NotWritten": "gobetween.notebook.shown",
    "Undecided": "gobetween.bargaining.kernels",
    "UnknownForm": "gobetween.notebook.shown",
}
"""The modules that the names live in, where it is not that of most errors."""


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import version

        return version("gobetween")
    if name not in __all__:
        msg = f"module 'gobetween' has no attribute '{name}'; it has: {', '.join(__all__)}"
        raise AttributeError(msg)
    from importlib import import_module

    return getattr(import_module(_HOMES.get(name, _ERRORS)), name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
