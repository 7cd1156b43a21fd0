"""What stops an import or an export, with the file, the line where it is known, and the remedy."""

from __future__ import annotations

from collections.abc import Iterable

from gobetween.casefiles.decoding.faults import listed, quoted
from gobetween.model.errors import InvalidCase

__all__ = ["listed", "quoted", "refusal", "twice_in"]


def refusal(file: str, line: int, text: str) -> InvalidCase:
    """The error that names what cannot be taken over."""
    return InvalidCase(f"{file}:{line}: {text}")


def twice_in(names: Iterable[str]) -> str | None:
    """The first name that stands twice, or `None`."""
    seen: set[str] = set()
    for name in names:
        if name in seen:
            return name
        seen.add(name)
    return None
