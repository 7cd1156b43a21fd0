"""Word lists written as running text."""

from __future__ import annotations


def words(*texts: str) -> frozenset[str]:
    """The words of the texts, which stand apart by blanks."""
    return frozenset(word for text in texts for word in text.split())
