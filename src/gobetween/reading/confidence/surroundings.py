"""Where an item stands in the parsed text: its words as tokens, and the sentence around them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from attrs import field, frozen
from spacy.tokens import Doc, Span

from gobetween.model.passages import Passage
from gobetween.reading.documents.clean_text import CleanText


@frozen
class Surroundings:
    """A parsed document, asked by places of the original."""

    clean: CleanText
    doc: Doc
    signs_of: dict[int, tuple[str, ...]] = field(factory=dict, init=False, repr=False)  # by first token of a sentence, once asked for

    def tokens(self, passage: Passage) -> Span | None:
        """The tokens from the first of the passage's words to the last; `None` where nothing of it was analysed."""
        start = bisect_left(self.clean.offsets, passage.start)
        end = bisect_right(self.clean.offsets, passage.end - 1)
        if start >= end:
            return None
        return self.doc.char_span(start, end, alignment_mode="expand")

    def sentence(self, passage: Passage) -> Span | None:
        """The sentence in which the passage begins."""
        tokens = self.tokens(passage)
        return tokens[0].sent if tokens is not None and len(tokens) else None

    def apart(self, first: Passage, second: Passage) -> int | None:
        """How many tokens stand between two passages; 0 if they touch or overlap."""
        one, other = self.tokens(first), self.tokens(second)
        if one is None or other is None:
            return None
        return max(one.start - other.end, other.start - one.end, 0)
