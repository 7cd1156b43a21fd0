"""Where an item stands in the parsed text: its words as tokens, and the sentence around them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping
from functools import cached_property

from attrs import field, frozen
from spacy.tokens import Doc, Span

from gobetween.model.passages import Passage
from gobetween.reading.documents.clean_text import CleanText
from gobetween.reading.naming.lexicon import Lexicon

_WORD = re.compile(r"\w+(?:[-.]\w+)*")


@frozen
class Surroundings:
    """A parsed document, asked by places of the original."""

    clean: CleanText
    doc: Doc
    lexicon: Lexicon = field(default=Lexicon())
    signs_of: dict[int, tuple[str, ...]] = field(factory=dict, init=False, repr=False)  # by first token of a sentence, once asked for

    @cached_property
    def listed(self) -> Mapping[str, str]:
        """The kinds of the actors that reading was told of, by their names, case folded."""
        return {actor.name.casefold(): actor.kind for actor in self.lexicon.actors}

    def times(self, word: str) -> int:
        """How often a word stands in the text, whatever its case."""
        return self._words[word.casefold()]

    @cached_property
    def _words(self) -> Counter[str]:
        return Counter(_WORD.findall(self.clean.text.casefold()))

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
