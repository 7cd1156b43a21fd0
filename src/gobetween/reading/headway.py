"""Word of how far the reading of one document has come, for whoever waits."""

from __future__ import annotations

from collections.abc import Callable

Headway = Callable[[float], None]
"""Told, from time to time, which part of a document has been read: from 0 to 1, never falling."""


def unheard(_part: float) -> None:
    """Nobody waits."""
