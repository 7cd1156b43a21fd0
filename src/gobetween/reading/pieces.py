"""Long texts cut into pieces, at the places where least is lost: between paragraphs, else sentences, else words."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SENTENCE_END = re.compile(r"[.!?][\"”’')\]]?\s")


def pieces(text: str, longest: int) -> Iterator[tuple[int, int]]:
    """Ranges that cover `text`: whole paragraphs while they fit; a longer paragraph is cut after a sentence, else at a space."""
    start = 0
    while start < len(text):
        end = min(start + longest, len(text))
        if end < len(text):
            end = _cut(text, start, end)
        yield start, end
        start = end


def _cut(text: str, start: int, end: int) -> int:
    newline = text.rfind("\n", start, end)
    if newline > start:
        return newline + 1
    last = max((match.end() for match in _SENTENCE_END.finditer(text, start, end)), default=0)
    if last:
        return last
    space = text.rfind(" ", start, end)
    return space + 1 if space > start else end
