"""Words under a name at their line's head, as in a transcript: 'MODERATOR: Do you agree?'."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

from spacy.attrs import IDX
from spacy.tokens import Doc

from gobetween.reading.speech.attribution import Attribution

_HEAD = re.compile(
    r"^[ \t“\"]*(?P<name>[A-Z][A-Z.'’-]{1,30}(?: [A-Z][A-Z.'’-]{1,30}){0,3}|[QA])(?P<colon>:)[ \t]+(?P<words>\S.*)$", re.MULTILINE
)
_FEWEST = 3  # lines with a name at their head; fewer may be datelines


def find_lines(doc: Doc, text: str) -> Iterator[Attribution]:
    """The sayings of a transcript's lines. A text has them where several lines bear names in capitals and one name comes again."""
    lines = list(_HEAD.finditer(text))
    names = Counter(line["name"] for line in lines)
    if len(lines) < _FEWEST or len(names) < 2 or max(names.values()) < 2:  # two at least talk with each other
        return
    starts = doc.to_array(IDX).tolist()
    for line in lines:
        at, colon = bisect_left(starts, line.start("name")), bisect_left(starts, line.start("colon"))
        if at < len(doc) and colon < len(doc) and starts[at] == line.start("name"):
            words = (line.start("words"), line.start("words") + len(line["words"].rstrip()))
            yield Attribution((colon, colon + 1), doc[at], line.span("name"), (words,), "line")
