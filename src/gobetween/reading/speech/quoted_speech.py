"""Quotations and their speakers: quotes join the attribution that they belong to, and find the nearest cue where they have none."""

from __future__ import annotations

import re
from bisect import bisect_right

from spacy.tokens import Doc, Token

from gobetween.reading.speech.attribution import Attribution, QuoteMap, with_content
from gobetween.reading.speech.cues import QUOTING
from gobetween.reading.speech.quotes import Quote
from gobetween.reading.syntax import NOMINALS, child, noun_phrase, subject_of, trimmed

_NEAR = 12  # tokens between a quotation and its cue, at most
_LONGEST_SIGNATURE = 90  # characters
_SIGNATURE = re.compile(r"\s*([―—–-])\s*([A-Z][^\n.!?]{2,60}?)[\s,]*$")
_NEAR_FRAGMENT = 3  # the same, for a quotation that begins in the middle of a sentence
_LONG = 25  # characters: shorter quotations without a cue are terms, not speech
_GAP = 500  # characters between two parts of one split quotation, at most


def attach_quotes(doc: Doc, quoted: QuoteMap, attributions: list[Attribution]) -> list[Attribution]:
    """The attributions with their quotations whole, and those that only quotations show; in order of their cues. Linear."""
    joiner = _Joiner(doc, quoted, attributions)
    for quote in quoted.quotes:
        joiner.place(quote)
    return sorted(joiner.found, key=lambda a: a.cue)


class _Joiner:
    def __init__(self, doc: Doc, quoted: QuoteMap, attributions: list[Attribution]) -> None:
        self.doc, self.quoted, self._text = doc, quoted, doc.text
        self.found = sorted(attributions, key=lambda a: a.content[0][0])
        self._starts = [a.content[0][0] for a in self.found]
        self._reach = _running_maximum(self.found)
        self._by_cue = {a.verb: i for i, a in enumerate(self.found)}
        self._starts_of = [t.idx for t in doc]
        self._last: tuple[Quote, int] | None = None  # the quotation before, and whose attribution it is

    def place(self, quote: Quote) -> None:
        owners = self._overlapping(quote)
        if owners:
            for i in owners:
                self._extend(i, quote)
            self._last = (quote, owners[-1])
            return
        before = self._of_the_one_before(quote)
        if before is not None:
            self.found[before] = with_content(self.found[before], (*self.found[before].content, (quote.start, quote.end)))
            self._last = (quote, before)
            return
        if quote.end - quote.start < _LONG and not quote.continues:
            return
        own = self._signed(quote)
        if own is None:
            own = self._from_nearest_cue(quote)
        if own is not None:
            self._last = (quote, own)

    def _signed(self, quote: Quote) -> int | None:
        """The attribution of a quotation that its speaker signs: '"..." - Name', to the end of its line."""
        ahead = self._text[quote.end : quote.end + _LONGEST_SIGNATURE]
        after, newline, _ = ahead.partition("\n")
        if not newline and len(ahead) == _LONGEST_SIGNATURE:
            return None
        signature = _SIGNATURE.match(after)
        if signature is None:
            return None
        start = quote.end + signature.start(2)
        token = self._token_at(start)
        dash = self._token_at(quote.end + signature.start(1))
        words = (start, quote.end + signature.end(2))
        self.found.append(Attribution((dash.i, dash.i + 1), token, words, ((quote.start, quote.end),), "signed"))
        return len(self.found) - 1

    def _token_at(self, character: int) -> Token:
        return self.doc[max(0, bisect_right(self._starts_of, character) - 1)]

    def _overlapping(self, quote: Quote) -> list[int]:
        at = bisect_right(self._starts, quote.end - 1)
        owners: list[int] = []
        for i in range(at - 1, max(-1, at - 9), -1):
            if self._reach[i] <= quote.start:
                break
            attribution = self.found[i]
            first = self.doc[attribution.cue[0]].idx
            touches = any(start < quote.end and quote.start < end for start, end in attribution.content)
            if touches and not quote.start < first < quote.end:
                owners.append(i)
        return owners

    def _extend(self, i: int, quote: Quote) -> None:
        attribution = self.found[i]
        ranges = list(attribution.content)
        for n, (start, end) in enumerate(ranges):
            if start < quote.end and quote.start < end:
                outer = (min(start, quote.start), max(end, quote.end))
                if attribution.rule in ("object", "noun") and end < quote.start + 2:
                    continue
                cue = self.doc[attribution.cue[0]].idx
                ranges[n] = outer if not outer[0] < cue < outer[1] else (start, end)
        self.found[i] = with_content(attribution, ranges)

    def _of_the_one_before(self, quote: Quote) -> int | None:
        """The attribution whose quotation this one takes up: '"...", she said. "..."', or one left open by the last paragraph."""
        if self._last is None:
            return None
        before, i = self._last
        between = self._text[before.end : quote.start]
        if quote.continues:
            return i
        attribution = self.found[i]
        cue = self.doc[attribution.cue[0]].idx
        if "\n" in between or len(between) > _GAP:
            return None
        tail = between.strip()
        if before.end <= cue < quote.start and (tail.endswith((",", ":")) or "." in tail[-1:]):
            return i
        return i if not tail else None

    def _from_nearest_cue(self, quote: Quote) -> int | None:
        cue = self._nearest_cue(quote)
        if cue is None:
            return None
        if (i := self._by_cue.get(cue.i)) is not None:
            self.found[i] = with_content(self.found[i], (*self.found[i].content, (quote.start, quote.end)))
            return i
        speaker = self._speaker_near(cue)
        if speaker is None:
            return None
        words = trimmed(self.doc[slice(*noun_phrase(speaker, cue))])
        if words is None:
            return None
        self.found.append(Attribution((cue.i, cue.i + 1), speaker, words, ((quote.start, quote.end),), "quote"))
        self._by_cue[cue.i] = len(self.found) - 1
        return len(self.found) - 1

    def _nearest_cue(self, quote: Quote) -> Token | None:
        first = bisect_right(self._starts_of, quote.start) - 1
        last = bisect_right(self._starts_of, quote.end - 1) - 1
        best: tuple[int, Token] | None = None
        opening = self._text[quote.start : quote.start + 3].strip("“\"«'‘ ")
        near = _NEAR if not opening[:1].islower() else _NEAR_FRAGMENT
        for step in range(1, near + 1):
            for i, cost in ((last + step, step), (first - step, step + 1)):
                if not 0 <= i < len(self.doc):
                    continue
                token = self.doc[i]
                if (
                    token.pos_ in ("VERB", "AUX")
                    and token.lemma_.lower() in QUOTING
                    and self.quoted.at(token) < 0
                    and self._reaches(quote, i)
                ) and (best is None or cost < best[0]):
                    best = (cost, token)
        return best[1] if best else None

    def _reaches(self, quote: Quote, i: int) -> bool:
        """Whether no paragraph ends between the quotation and token `i`, nor a sentence before it."""
        at = self.doc[i].idx
        between = self._text[at : quote.start] if at < quote.start else self._text[quote.end : at]
        if "\n" in between:
            return at < quote.start and between.rstrip().endswith(":")
        return at < quote.start or "." not in between.replace("Mr.", "").replace("Ms.", "").replace("Mrs.", "").replace("Dr.", "")

    def _speaker_near(self, cue: Token) -> Token | None:
        subject = subject_of(cue) or child(cue, "nsubj", "dobj", "attr", "npadvmod")
        if subject is not None and self.quoted.at(subject) < 0 and subject.pos_ in NOMINALS:
            return subject
        near = [
            token
            for token in self.doc[max(0, cue.i - 4) : cue.i + 5]
            if token.pos_ in NOMINALS
            and self.quoted.at(token) < 0
            and token.dep_ not in ("compound", "poss")
            and token.sent == cue.sent
        ]
        return min(near, key=lambda token: abs(token.i - cue.i)) if near else None


def _running_maximum(attributions: list[Attribution]) -> list[int]:
    reach, furthest = [], 0
    for attribution in attributions:
        furthest = max(furthest, attribution.content[-1][1])
        reach.append(furthest)
    return reach
