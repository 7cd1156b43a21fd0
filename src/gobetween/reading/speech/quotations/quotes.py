"""Pairing quotation marks by their shape and surroundings, a paragraph at a time; a mark typed the wrong way round still pairs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from attrs import evolve, frozen

_OPENING = frozenset("“«„")
_CLOSING = frozenset("”»")
_STRAIGHT = '"'
_MARKS = _OPENING | _CLOSING | {_STRAIGHT}
_SINGLE = frozenset("'‘’")
_ANY = re.compile(f"[{re.escape(''.join(sorted(_MARKS | _SINGLE)))}]")
_DOUBLED = re.compile("''|‘‘|’’|``")
_LONGEST_SINGLE = 160  # characters: between single marks further apart, one was an apostrophe


@frozen
class Quote:
    """Quoted words at `[start, end)` of the cleaned text, marks included.

    `is_open` where no mark closes it in its paragraph; `continues` where it takes up such a one from the paragraph before.
    """

    start: int
    end: int
    is_open: bool = False
    continues: bool = False


def find_quotes(text: str) -> tuple[Quote, ...]:
    """All quotations, in reading order, never nested. Linear in the text's length."""
    quotes: list[Quote] = []
    start, was_open = 0, False
    for line in text.split("\n"):
        if line.strip():
            found = list(_in_paragraph(_DOUBLED.sub(_as_one, line), start, continues=was_open))
            quotes += _with_both_marks(found, text) if _DOUBLED.search(line) else found
            was_open = bool(found) and found[-1].is_open
        start += len(line) + 1
    return tuple(quotes)


def _in_paragraph(line: str, offset: int, *, continues: bool) -> Iterator[Quote]:
    began: int | None = None
    single: int | None = None
    first = len(line) - len(line.lstrip())
    nested = -1
    for found in _ANY.finditer(line):
        i, mark = found.start(), found.group()
        if i <= nested:
            continue
        if mark in _SINGLE and began is None:
            if single is not None and _ends_words(line, i) and not _begins_words(line, i):
                if " " in line[single:i] and i - single <= _LONGEST_SINGLE:
                    yield Quote(offset + single, offset + i + 1)
                single = None
            elif mark != "’" and _begins_words(line, i):
                single = i
        if mark not in _MARKS:
            continue
        if began is None:
            if mark not in _CLOSING or _begins_words(line, i) or _stands_alone(line, i):
                began, single = i, None
        elif _closes(line, i):
            yield Quote(offset + began, offset + i + 1, continues=continues and began == first)
            began = None
        elif mark == "“" and (nested := _end_of_nested(line, i)) > 0:
            continue
        elif _begins_words(line, i):  # the one before was never closed
            yield Quote(offset + began, offset + len(line[:i].rstrip()), continues=continues and began == first)
            began = i
    if began is not None and line[began + 1 :].strip():
        yield Quote(offset + began, offset + len(line.rstrip()), is_open=True, continues=continues and began == first)


def _end_of_nested(line: str, i: int) -> int:
    """Where a quotation inside a quotation ends, if two closing marks come before another opening one; else -1."""
    first = line.find("”", i + 1)
    second = line.find("”", first + 1) if first > 0 else -1
    opening = line.find("“", i + 1)
    return first if second > 0 and not i < opening < second else -1


def _with_both_marks(found: list[Quote], text: str) -> Iterator[Quote]:
    """The quotations with both of the single marks that stand for a double one on either side."""
    reached = 0
    for quote, following in zip_longest(found, found[1:]):
        start, end = quote.start, quote.end
        if text[start] in _SINGLE and start > reached and text[start - 1] == text[start]:
            start -= 1
        if text[end - 1] in _SINGLE and text[end : end + 1] == text[end - 1] and (following is None or following.start > end):
            end += 1
        reached = end
        yield evolve(quote, start=start, end=end)


def _as_one(doubled: re.Match[str]) -> str:
    """Two single marks typed for a double one, as a double one that stands next to the words it holds."""
    line, end = doubled.string, doubled.end()
    return ' "' if end < len(line) and line[end].isalnum() else '" '


def _closes(line: str, i: int) -> bool:
    if line[i] in _CLOSING:
        return True
    return not _begins_words(line, i)


def _begins_words(line: str, i: int) -> bool:
    before = line[i - 1] if i else " "
    after = line[i + 1] if i + 1 < len(line) else " "
    return (before.isspace() or before in "([—–-:") and not after.isspace() and after not in ".,;:!?)]"


def _ends_words(line: str, i: int) -> bool:
    before = line[i - 1] if i else " "
    after = line[i + 1] if i + 1 < len(line) else " "
    return not before.isspace() and not after.isalnum()


def _stands_alone(line: str, i: int) -> bool:
    """Whether a closing mark has a space on both sides: mid-sentence it opens ('were not ” very promising”')."""
    return 0 < i < len(line) - 1 and line[i - 1].isspace() and line[i + 1].isspace()
