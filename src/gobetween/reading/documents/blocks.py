"""Paragraphs of a document before anything is judged: their words with offsets, and where on the page they stood."""

from __future__ import annotations

import html
import re

import attrs
from attrs import field, frozen

_SEEN = (
    r"[^\s\u00a0\u2000-\u200a\u202f\u205f\u3000\u2028\u2029\x1c-\x1f\x85\ufeff\u200b\u2060\u00ad"
    r"\u200e\u200f\u202a-\u202e\u2066-\u2069\x00-\x08\x0b\x0e-\x1b\x7f&]+"
)
_NAMED = r"&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
_ENTITY = re.compile(_NAMED)
_RUN = re.compile(
    r"(?P<space>[\s\u00a0\u2000-\u200a\u202f\u205f\u3000\u2028\u2029\x1c-\x1f\x85]+)"
    r"|(?P<nothing>[\ufeff\u200b\u2060\u00ad\u200e\u200f\u202a-\u202e\u2066-\u2069\x00-\x08\x0b\x0e-\x1b\x7f]+)"
    rf"|(?P<entity>{_NAMED})"
    rf"|(?P<words>{_SEEN}(?: {_SEEN})*)"  # single blanks between words are kept as they are
    r"|(?P<ampersand>&)"
)


def ends_of_entities(raw: str) -> dict[int, int]:
    """Where each entity of the text that HTML knows ends, by where it begins."""
    found = _ENTITY.finditer(raw) if "&" in raw else ()
    return {entity.start(): entity.end() for entity in found if html.unescape(entity.group()) != entity.group()}


@frozen
class Block:
    """A paragraph: its words, where each character stood, and the stretch of the original that it fills, tags included.

    `region` names the part of the page where it stood, if that is not the article ("caption", "navigation", ...); `is_link` says
    that it is one link; `heading` that it was marked as one.
    """

    text: str
    offsets: tuple[int, ...] = field(repr=False)
    start: int
    end: int
    region: str = field(default="", kw_only=True)
    container: int = field(default=0, kw_only=True)  # which <article> or <main> of the page, counted from 1
    is_link: bool = field(default=False, kw_only=True)
    is_heading: bool = field(default=False, kw_only=True)

    def part(self, start: int, end: int) -> Block:
        """The characters `[start, end)` of this block, without blanks at their ends, as a block of its own."""
        while start < end and self.text[start] == " ":
            start += 1
        while end > start and self.text[end - 1] == " ":
            end -= 1
        first = self.offsets[start] if start < end else self.start
        last = self.offsets[end - 1] + 1 if start < end else self.start
        return attrs.evolve(self, text=self.text[start:end], offsets=self.offsets[start:end], start=first, end=last)


class Letters:
    """Characters gathered for a block: blanks made single, entities resolved, invisible characters left out."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.offsets: list[int] = []
        self._ends_blank = True

    def add(self, raw: str, start: int, end: int) -> None:
        """Take in `raw[start:end]`."""
        for run in _RUN.finditer(raw, start, end):
            match run.lastgroup:
                case "space":
                    self.blank(run.start())
                case "entity":
                    self._entity(run)
                case "words" | "ampersand":
                    self.words.append(run.group())
                    self.offsets.extend(range(run.start(), run.end()))
                    self._ends_blank = False
                case _:
                    pass

    def blank(self, at: int) -> None:
        """Take in one blank, unless the last character is one."""
        if not self._ends_blank:
            self.words.append(" ")
            self.offsets.append(at)
            self._ends_blank = True

    def _entity(self, run: re.Match[str]) -> None:
        resolved = html.unescape(run.group())
        if not resolved.strip() or not resolved.isprintable():
            self.blank(run.start())
            return
        self.words.append(resolved)
        is_kept = resolved == run.group()  # no entity that HTML knows: it stands for itself
        self.offsets.extend(range(run.start(), run.end()) if is_kept else [run.start()] * len(resolved))
        self._ends_blank = False

    def taken(self) -> tuple[str, tuple[int, ...]]:
        """The words and offsets gathered since the last call."""
        text, offsets = "".join(self.words), tuple(self.offsets)
        self.words, self.offsets, self._ends_blank = [], [], True
        return (text[:-1], offsets[:-1]) if text.endswith(" ") else (text, offsets)
