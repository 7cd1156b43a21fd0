"""The opening of a report: its first words, in which news says what happened, to whom and when."""

from __future__ import annotations

from itertools import islice
from re import finditer

WORDS = 150
"""How many words make an opening; what comes later is background, and much the same in all reports of some talks."""


def opening_of(text: str) -> str:
    """The first `WORDS` words of a clean text, a blank between each two."""
    return " ".join(word.group() for word in islice(finditer(r"\S+", text), WORDS))
