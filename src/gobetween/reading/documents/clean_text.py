"""The text of a document as a reader would see it, every character knowing where it stood in the original."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import evolve, field, frozen

from gobetween.model.evidence import Furniture
from gobetween.model.passages import Passage, Span
from gobetween.reading.pieces import pieces


@frozen
class CleanText:
    """Cleaned text: no tags, no line wraps, no page furniture; paragraphs are separated by one newline.

    `offsets[i]` is where character `i` of `text` stands in the original (code points); a newline that cleaning put in stands
    where the paragraph before it ended. Offsets never fall. `ends` has where a character ends that the original writes as an entity,
    by where it begins ("&#8221;").
    """

    text: str
    offsets: tuple[int, ...] = field(repr=False)
    furniture: tuple[Furniture, ...] = field(default=(), kw_only=True)
    ends: Mapping[int, int] = field(factory=dict, kw_only=True, repr=False)

    def __attrs_post_init__(self) -> None:
        if len(self.text) != len(self.offsets):
            msg = f"{len(self.text)} characters need as many offsets, not {len(self.offsets)}"
            raise ValueError(msg)

    def span(self, start: int, end: int) -> Span:
        """The stretch of the original from character `start` of the cleaned text to before `end`: with tags between, entities whole."""
        last = self.offsets[end - 1]
        return Span(self.offsets[start], self.ends.get(last, last + 1))

    def passage(self, *ranges: tuple[int, int]) -> Passage:
        """The words of one or more ranges of the cleaned text, in reading order, and their spans in the original."""
        words = " … ".join(self.text[start:end].replace("\n", " ") for start, end in ranges)
        return Passage(words, tuple(self.span(start, end) for start, end in ranges))

    def paragraphs(self) -> tuple[tuple[int, int], ...]:
        """The ranges of the paragraphs, without their newlines; empty ones left out."""
        ranges, start = [], 0
        for line in self.text.split("\n"):
            if line.strip():
                ranges.append((start, start + len(line)))
            start += len(line) + 1
        return tuple(ranges)

    def parts(self, longest: int) -> Iterator[CleanText]:
        """The text in parts of at most so many characters, cut between paragraphs where that can be; itself, if it is no longer."""
        if len(self.text) <= longest:
            yield self
            return
        for start, end in pieces(self.text, longest):
            yield evolve(self, text=self.text[start:end], offsets=self.offsets[start:end])
