"""Days at the edges of a text in a line of names, dashes and brackets: "[Norda, Lindenau, 14 May 2031]", "NN 14 May 2031 GMT".

Such lines come in more shapes than can be listed; what they have in common is that nothing stands before the day but names and signs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gobetween.reading.documents.blocks import Block
from gobetween.reading.times.date_words import find_date_words

HEAD, TAIL = 6, 3
"""How many paragraphs at the beginning and at the end are looked at."""

_LONGEST_BEFORE = 70  # characters before the day; a line of names is no longer
_NUMERIC = re.compile(
    r"(?<![\d/.-])(?:\d{1,2}([-/.])\d{1,2}\1(?:19|20|21)\d\d|(?:19|20|21)\d\d([-/.])\d\d\2\d\d|\d{1,2}[-/][A-Z][a-z]{2,8}[-/](?:19|20"
    r"|21)\d\d|(?:19|20)\d\d\. \d{1,2}\. \d{1,2}\b\.?)"
    r"(?![\d/-])(?: \d\d[:.]\d\d(?: [A-Z]{2,4}\b)?)?"
)
_CLOCK = re.compile(r",? ?[|·–-] ?\d{1,2}[:.]\d\d\b")  # behind a day, whatever stands before it, so do only stamps go on
_JOINED = re.compile(r"\b(?:on|of|by|since|until|till|in|from|to|the|and|for|before|after) ?$", re.IGNORECASE)
_CAPITALS = re.compile(
    r"\b(?:JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT"
    r"|NOV|DEC)\b"
)
_RUN_TOGETHER = re.compile(r"(?<=[a-z])(?=(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}, \d{4}\b)")
_SPAN = re.compile(r"(?:since|until|till|from|through|before|after|by)\b", re.IGNORECASE)  # of time, not the day of the text
_NAMES = re.compile(r"(?:\(c\)|©|[^\w\s]|[A-ZÀ-Þ][\w'’.-]*|\d[\d:.h]*|of|the|and|at|on|\s)*", re.ASCII)
_PUBLISHED = re.compile(
    r"(?:.*\b)?(?:published|posted|updated|filed|released|issued|modified)"
    r"(?:\s(?:on|at|in [A-Z]\w+|by [A-Z][\w ]+))?\W*(?:[A-Z][a-z]+day,? )?",
    re.IGNORECASE,
)
_TITLE_BEFORE = re.compile(r"\w.*\s[-–—|·]\s*")
_ENDS = re.compile(
    r"\W*(?:$|(?:(?:[A-Z]\w+ ){1,4})?\d{1,3}$|,\s(?:[A-Z]\w+ ?){1,2}\s?[—–-]*$|[Uu]pdated\b|[—–|/)\]:(]|-{1,2}\s|\.(?:\s|$)"
    r"|,?\s*\d{1,2}[:.h]?\d\d(?:\s?[ap]\.?m)?\b|,\s[A-Z]{4,}[./]|\s(?:Adjust|Share|Tweet|Print)\b)"
)


def edge_days(paragraphs: tuple[Block, ...]) -> Iterator[tuple[str, str]]:
    """The words of such days with where they stand, those at the head first."""
    tail = paragraphs[max(HEAD, len(paragraphs) - TAIL) :]
    for basis, blocks in (("line at the head", paragraphs[:HEAD]), ("line at the end", tail)):
        for block in blocks:
            if (words := _day_of_line(block.text)) is not None:
                yield ("update" if re.search("updated|modified", block.text[:_LONGEST_BEFORE], re.IGNORECASE) else basis), words


def _day_of_line(text: str) -> str | None:
    head = text[: _LONGEST_BEFORE + 40]
    line = _RUN_TOGETHER.sub(" ", head.title() if head.isupper() else _CAPITALS.sub(lambda month: month[0].title(), head))
    for start, end in _days(line):
        before, after = line[:start], line[end:]
        if start > _LONGEST_BEFORE or not _ENDS.match(after):
            continue
        is_title = len(text) <= len(line) and not after.strip(" .") and _TITLE_BEFORE.fullmatch(before)
        is_stamp = _CLOCK.match(after) is not None and not _JOINED.search(before)
        if is_stamp or _NAMES.fullmatch(before) or _PUBLISHED.fullmatch(before) or is_title:
            return line[start:end]
    return None


def _days(line: str) -> Iterator[tuple[int, int]]:
    for found in find_date_words(line):
        if found.form == "day" and "y" in found.parts and not _SPAN.match(line, found.start):
            yield found.start, found.end
    for match in _NUMERIC.finditer(line):
        yield match.span()
