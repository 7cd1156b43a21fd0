"""Lines of printed pages to paragraphs: words broken at line ends joined, what stands at the edge of every page left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from gobetween.reading.word_lists import words

_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\xad": None, "\xa0": " "})
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_PAGE_NUMBER = re.compile(r"\W*(?:page|p\.?)?\s*(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/|\|)\s*\d{1,4})?\W*", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_SENTENCE_END = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_ITEM = re.compile(r"(?:[•●▪◦–—*-]|\(?(?:\d{1,3}|[a-z])[.)]|\d{1,2}(?:\.\d{1,2})+\.?(?=\s[A-Z]))\s")
_PRINTED = re.compile(  # by a browser
    r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}, \d{1,2}:\d\d(?:\s?[AP]M)?(?:\s.*)?|(?:https?|file)://\S+(?: \d+/\d+)?"
)
_BROKEN = re.compile(r"([^\W\d_]+)-$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_KEEP_HYPHEN = words("self non anti pro pre post co ex cross long short high low well so all half vice mid near")
_LONGEST_WORD = 60
_EDGE = 2  # lines at the top and at the bottom of a page that may be running heads and feet


def paragraphs_of(pages: Sequence[str]) -> tuple[str, ...]:
    """The paragraphs of pages whose lines are those of print.

    A line goes on in the next one unless a blank line parts them, or the next one begins an item of a list, or it is so short that the
    next one's first word would have fitted and ends a sentence or stands before a capital. A paragraph may go on over a page. Of a
    word broken by a hyphen the hyphen stays if the text has the word with it elsewhere, or its first part is one that usually takes it
    ("self-", "cross-").
    """
    split = [[" ".join(line.split()) for line in _CONTROLS.sub(" ", page.translate(_LIGATURES)).split("\n")] for page in pages]
    lines = list(chain.from_iterable(_without_edges(split)))
    width = _width(lines)
    known = Counter(word.lower() for line in lines for word in _WORDS.findall(line))
    return tuple(_joined(group, known) for group in _groups(lines, width))


def _without_edges(pages: list[list[str]]) -> Iterator[list[str]]:
    """The pages without what stands at the edge of many of them, and without their numbers.

    Where it stands first it stays, as a paragraph of its own above the page: it may name the paper and the day.
    """
    edges = [_edge_of(page) for page in pages]
    counts = Counter(chain.from_iterable({_form(page[at]) for at in edge} for page, edge in zip(pages, edges, strict=True)))
    enough = max(2 if len(pages) < 4 else 3, 0.4 * len(pages))
    met: set[str] = set()
    for page, edge in zip(pages, edges, strict=True):
        numbers = {at for at in edge if _PRINTED.fullmatch(page[at]) or (len(pages) > 1 and _PAGE_NUMBER.fullmatch(page[at]))}
        running = {at for at in edge if counts[_form(page[at])] >= enough}
        first = {at for at in running - numbers if _form(page[at]) not in met}
        met.update(_form(page[at]) for at in running)
        for at in sorted(first):
            yield [page[at], ""]
        body = [line for at, line in enumerate(page) if at not in running | numbers]
        filled = [at for at, line in enumerate(body) if line]
        yield body[filled[0] : filled[-1] + 1] if filled else []


def _form(line: str) -> str:
    """The line but for its numbers, which differ from page to page."""
    return _DIGITS.sub("#", line)


def _edge_of(page: list[str]) -> list[int]:
    """Where the first and the last lines with words stand."""
    filled = [at for at, line in enumerate(page) if line]
    return filled if len(filled) <= 2 * _EDGE else filled[:_EDGE] + filled[-_EDGE:]


def _width(lines: list[str]) -> int:
    """The length that full lines have: of nine in ten lines none is longer."""
    lengths = sorted(len(line) for line in lines if len(line) > 20)
    return lengths[int(len(lengths) * 0.9)] if lengths else 0


def _groups(lines: list[str], width: int) -> Iterator[list[str]]:
    group: list[str] = []
    for line in lines:
        if group and not (line and _goes_on(group[-1], line, width)):
            yield group
            group = []
        if line:
            group.append(line)
    if group:
        yield group


def _goes_on(line: str, following: str, width: int) -> bool:
    if _ITEM.match(following):
        return bool(_BROKEN.search(line[-_LONGEST_WORD:]))
    if following[0].islower():
        return True
    ends = bool(_SENTENCE_END.search(line[-12:]))
    with_next = len(line) + 1 + len(following.split(" ", 1)[0])
    if with_next >= (0.92 if ends else 0.75) * width:  # the next word would not have fitted, or hardly: letters differ in width
        return True
    return not ends and not (following[0].isupper() or following[0] in "\"“'‘«") and len(line) > 0.4 * width


def _joined(group: list[str], known: Counter[str]) -> str:
    pieces = [group[0]]
    for line in group[1:]:
        broken, first = _BROKEN.search(pieces[-1][-_LONGEST_WORD:]), _FIRST_WORD.match(line[:_LONGEST_WORD])
        if broken and first and first.group()[0].islower():
            if not _keeps_hyphen(broken[1].lower(), first.group().lower(), known):
                pieces[-1] = pieces[-1][:-1]
            pieces.append(line)
        else:
            pieces.append(f" {line}")
    return "".join(pieces)


def _keeps_hyphen(before: str, after: str, known: Counter[str]) -> bool:
    if known[f"{before}-{after}"] != known[before + after]:
        return known[f"{before}-{after}"] > known[before + after]
    return before in _KEEP_HYPHEN
