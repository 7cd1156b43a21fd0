"""Which way a text runs, and where a word may be broken that no column on paper could hold."""

from __future__ import annotations

import unicodedata

LONGEST = 22  # letters that stand unbroken in any column
STEP = 8  # letters between places where a longer word may be broken
BREAK = "\u200b"  # `harmless` takes it out of what others wrote, so that here it is always ours
_RIGHT_TO_LEFT = frozenset({"R", "AL"})


def breakable(text: str) -> str:
    """`text` with places where a word longer than any column may be broken; nothing else is changed."""
    return " ".join(word if len(word) <= LONGEST else _broken(word) for word in text.split(" "))


def _broken(word: str) -> str:
    parts: list[str] = []
    since = 0
    for letter in word:
        if since >= STEP and not unicodedata.combining(letter):
            parts.append(BREAK)
            since = 0
        parts.append(letter)
        since += 1
    return "".join(parts)


def direction(text: str) -> str:
    """`rtl` where the first letter that has a direction runs from right to left, else `ltr`."""
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in _RIGHT_TO_LEFT:
            return "rtl"
        if kind == "L":
            return "ltr"
    return "ltr"
