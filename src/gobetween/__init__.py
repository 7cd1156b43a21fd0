"""Software for indirect negotiation: talks between parties who do not meet, carried by mediators.

The names below are the Python API (docs/reference/python.md); each is loaded when it is first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gobetween.bootstrap.notebooks import Case, read
    from gobetween.model.errors import GobetweenError, InvalidCase, InvalidReport, MissingPart, NotDisclosed

__all__ = ["Case", "GobetweenError", "InvalidCase", "InvalidReport", "MissingPart", "NotDisclosed", "read"]


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import version

        return version("gobetween")
    if name not in __all__:
        msg = f"module 'gobetween' has no attribute '{name}'; it has: {', '.join(__all__)}"
        raise AttributeError(msg)
    if name in ("Case", "read"):
        from gobetween.bootstrap import notebooks as home
    else:
        from gobetween.model import errors as home  # type: ignore[no-redef]  # the room that the name lives in
    return getattr(home, name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
