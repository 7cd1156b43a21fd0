"""One saying: its cue, the words for its speaker, the words that are said."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import dropwhile

from attrs import evolve, frozen
from spacy.attrs import IDX
from spacy.tokens import Doc, Token

from gobetween.reading.speech.quotations.quotes import Quote
from gobetween.reading.syntax import Range, trimmed

_MARKS = frozenset({"”", "“", '"', "''", "»", "’"})


@frozen
class Attribution:
    """One saying: cue tokens, the speaker's head word, character ranges of the speaker's words and of what is said, and the rule."""

    cue: Range
    speaker: Token
    speaker_range: Range
    content: tuple[Range, ...]
    rule: str
    told_to: Token | None = None

    @property
    def verb(self) -> int:
        """The index of the last cue token."""
        return self.cue[1] - 1


class QuoteMap:
    """Which quotation, if any, each token stands in."""

    def __init__(self, doc: Doc, quotes: tuple[Quote, ...]) -> None:
        self.quotes = quotes
        self._starts = frozenset(quote.start for quote in quotes)
        self._at = [-1] * len(doc)
        places = doc.to_array(IDX).tolist() if quotes else []
        for number, quote in enumerate(quotes):
            first, last = bisect_left(places, quote.start), bisect_left(places, quote.end)
            self._at[first:last] = [number] * (last - first)

    def at(self, token: Token) -> int:
        """The number of the quotation around `token`; -1 if there is none."""
        return self._at[token.i]

    def is_within(self, token: int) -> bool:
        """Whether the token at this index and the one before stand in one quotation."""
        return self._at[token] >= 0 and self._at[token] == self._at[token - 1]

    def begins(self, character: int) -> bool:
        """Whether a quotation begins at this character."""
        return character in self._starts

    def holds(self, token: Token) -> bool:
        """Whether `token` stands in a quotation of more than its own word: 'the "so-called" plan' quotes nobody."""
        number = self._at[token.i]
        return number >= 0 and self.quotes[number].end - self.quotes[number].start > len(token) + 2


def words_of(tokens: Iterable[Token]) -> Range | None:
    """The characters of the words for a speaker: without a quotation's mark that the parser hung on them."""
    return trimmed(dropwhile(lambda token: token.text in _MARKS, tokens))


def with_content(attribution: Attribution, content: Iterable[Range]) -> Attribution:
    """The same attribution, saying `content`: ranges in reading order, those that touch or overlap made one."""
    merged: list[Range] = []
    for start, end in sorted(content):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return evolve(attribution, content=tuple(merged))
