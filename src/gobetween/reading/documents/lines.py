"""Plain text: lines to paragraphs, hard-wrapped lines joined again; stray tags are left out."""

from __future__ import annotations

import re
from itertools import pairwise

from attrs import frozen

from gobetween.reading.documents.blocks import Block, Letters
from gobetween.reading.documents.furniture import kind_of
from gobetween.reading.documents.markup import BLOCKS, Kind, pieces

_WIDEST_WRAP = 120  # characters; a longer line was not wrapped by hand or by a mail program
_NEWLINE = re.compile(r"\r\n|[\n\r\x0b\x0c\u2028\u2029]")
_SENTENCE_END = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_BYLINE = re.compile(r"by (?:[A-ZÀ-Þ][\w.'’-]+ ?){2,3}(?:[-–|,•·].{0,80})?$")
_LONGEST_BUTTON = 40  # characters
_STANDING_ALONE = frozenset({"chrome", "time stamp", "date stamp", "publication line"})
_BROKEN_WORD = re.compile(r"[A-Za-z0-9]-$")


@frozen
class _Line:
    block: Block
    after_blank: bool
    indent: bool


def read_lines(raw: str) -> tuple[Block, ...]:
    """The paragraphs of a plain text.

    A blank line ends a paragraph. Within a stretch of lines, a line that is *full* (the next line's first word would not have
    fitted) goes on in the next one, if the text as a whole was wrapped to a width; so does one that stops amid a sentence before
    a small letter.
    """
    lines = _lines(raw)
    width = _wrap_width(lines)
    joined: list[list[Block]] = []
    for before, line in pairwise([None, *lines]):
        if before is not None and line is not None and joined and _goes_on(before, line, width):
            joined[-1].append(line.block)
        elif line is not None:
            joined.append([line.block])
    return tuple(_join(group) for group in joined)


def _lines(raw: str) -> list[_Line]:
    gathered: list[_Line] = []
    letters = Letters()
    start, after_blank = 0, False

    def end_line(end: int) -> None:
        nonlocal start, after_blank
        text, offsets = letters.taken()
        if text:
            indent = raw[start : start + 2].isspace() and start + 2 < offsets[0] + 1
            gathered.append(_Line(Block(text, offsets, offsets[0], offsets[-1] + 1), after_blank, indent))
        after_blank = not text
        start = end

    for piece in pieces(raw):
        if piece.kind is Kind.TEXT:
            at = piece.start
            for newline in _NEWLINE.finditer(raw, piece.start, piece.end):
                letters.add(raw, at, newline.start())
                at = newline.end()
                end_line(at)
            letters.add(raw, at, piece.end)
        elif piece.name in BLOCKS:
            end_line(piece.end)
            after_blank = True
    end_line(len(raw))
    return gathered


def _first_word(line: _Line) -> int:
    return len(line.block.text.split(" ", 1)[0])


def _wrap_width(lines: list[_Line]) -> int:
    """The width to which the text was wrapped; 0 if it was not."""
    runs = [(a, b) for a, b in pairwise(lines) if not b.after_blank]
    if len(runs) < 3:
        return 0
    width = max(len(a.block.text) for a, _ in runs)
    if not 40 <= width <= _WIDEST_WRAP:
        return 0
    full = sum(_is_full(a, b, width) for a, b in runs)
    return width if full >= 0.6 * len(runs) else 0


def _is_full(line: _Line, following: _Line, width: int) -> bool:
    return len(line.block.text) + 1 + _first_word(following) > width - 3


def _goes_on(line: _Line, following: _Line, width: int) -> bool:
    if following.after_blank or following.indent:
        return False
    if width and _is_full(line, following, width):
        return True
    if not following.block.text[0].islower() or _BYLINE.match(following.block.text):
        return False
    is_short = min(len(each.block.text) for each in (line, following)) <= _LONGEST_BUTTON
    if is_short and (kind_of(following.block) is not None or kind_of(line.block) in _STANDING_ALONE):
        return False  # "Share" above "comments"
    return not _SENTENCE_END.search(line.block.text[-12:])


def _join(group: list[Block]) -> Block:
    text, offsets = group[0].text, list(group[0].offsets)
    for block in group[1:]:
        if not (_BROKEN_WORD.search(text[-2:]) and block.text[0].islower()):
            text += " "
            offsets.append(max(offsets[-1], block.offsets[0] - 1))
        text += block.text
        offsets.extend(block.offsets)
    return Block(text, tuple(offsets), group[0].start, group[-1].end)
