"""Whose words each stretch of a text is: the speaker of the narrowest statement around it, or the outlet itself."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate

from spacy.tokens import Token

from gobetween.model.evidence import Speaker, Statement
from gobetween.reading.naming.names import Names
from gobetween.reading.speech.attribution import Attribution
from gobetween.reading.syntax import child, children

_LOOKED_BACK = 8  # statements that begin before a place, at most


class Voices:
    """Statements by place."""

    def __init__(self, said: tuple[tuple[Statement, Attribution], ...]) -> None:
        self._ranges = sorted(
            ((start, end, n) for n, (_, attribution) in enumerate(said) for start, end in attribution.content),
            key=lambda r: (r[0], -r[1]),
        )
        self._starts = [start for start, _, _ in self._ranges]
        self._reached = list(accumulate((end for _, end, _ in self._ranges), max))  # the furthest end up to each
        self._bounds = sorted({at for start, end, _ in self._ranges for at in (start, end)})
        self._narrowest = [self._narrowest_at(at) for at in self._bounds]  # from each bound to the next the same: asked for each word
        self._said = said
        self._by_cue = {attribution.verb: n for n, (_, attribution) in enumerate(said)}
        self._speakers = frozenset(at for _, attribution in said for at in range(*attribution.speaker_range))

    def statement_at(self, character: int) -> Statement | None:
        """The narrowest statement whose words are around `character` of the cleaned text."""
        number = self._number_at(character)
        return None if number is None else self._said[number][0]

    def _number_at(self, character: int) -> int | None:
        at = bisect_right(self._bounds, character)
        return self._narrowest[at - 1] if at else None

    def _narrowest_at(self, character: int) -> int | None:
        at = bisect_right(self._starts, character)
        around = [r for r in self._ranges[max(0, at - _LOOKED_BACK) : at] if r[1] > character]
        return min(around, key=lambda r: r[1] - r[0])[2] if around else None

    def may_speak(self, start: int, end: int) -> bool:
        """Whether words of a statement may stand among characters `[start, end)`; where not, none does."""
        at = bisect_left(self._starts, end)
        return at > 0 and self._reached[at - 1] > start

    def attribution_at(self, character: int) -> Attribution | None:
        """The attribution of that statement."""
        number = self._number_at(character)
        return None if number is None else self._said[number][1]

    def cued_by(self, token: int) -> Statement | None:
        """The statement whose cue is the token at this index."""
        number = self._by_cue.get(token)
        return None if number is None else self._said[number][0]

    def spoken_for(self, quoted: Token, names: Names) -> str | None:
        """On whose behalf the words around a token are said: 'said on behalf of the alliance'."""
        attribution = self.attribution_at(quoted.idx)
        behind: list[Token] = list(quoted.doc[attribution.verb : attribution.verb + 6]) if attribution is not None else []
        behalf = next((t for t in behind if t.lower_ == "behalf"), None)
        mention = next(names.mentions(behalf.i + 1, behalf.i + 6), None) if behalf is not None else None
        return mention.name if mention is not None else None

    def spoken_of(self, quoted: Token) -> Token | None:
        """Whom the words around a token are about: 'said of the minister', 'she added, referring to the minister'."""
        attribution = self.attribution_at(quoted.idx)
        if attribution is None:
            return None
        verb = quoted.doc[attribution.verb]
        preps = [*children(verb, "prep"), *(p for c in children(verb, "advcl") if c.lemma_ == "refer" for p in children(c, "prep"))]
        about = next((p for p in preps if p.lower_ in ("of", "about", "to") and (p.lower_ != "to" or p.head is not verb)), None)
        return child(about, "pobj") if about is not None else None

    def is_speaker(self, character: int) -> bool:
        """Whether the word at `character` is part of the words for a speaker: who is cited, not who is meant."""
        return character in self._speakers

    def at(self, character: int) -> Speaker | None:
        """Who says the words at `character`; `None` for the outlet's own voice."""
        statement = self.statement_at(character)
        return statement.speaker if statement is not None else None
