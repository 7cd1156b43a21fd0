"""Quotations and their speakers: quotes join the attribution that they belong to, and find the nearest cue where they have none."""

from __future__ import annotations

import re
from bisect import bisect_right

from spacy.attrs import IDX
from spacy.tokens import Doc, Token

from gobetween.reading.naming.name_words import SIDES
from gobetween.reading.speech.attribution import Attribution, QuoteMap, with_content, words_of
from gobetween.reading.speech.cues import QUOTING
from gobetween.reading.speech.meant.referents import MALE_FEMALE, OFFICIALS, THEY
from gobetween.reading.speech.quotations.quotes import Quote
from gobetween.reading.syntax import NOMINALS, Range, child, noun_phrase, subject_of

_NEAR = 12  # tokens between a quotation and its cue, at most
_LONGEST_SIGNATURE = 90  # characters
_SIGNATURE = re.compile(r"\s*([―—–-])\s*([A-Z](?:[^\n.!?]|(?<=[A-Z])\.){2,60}?)[\s,.]*$")
_STOP = re.compile(r"(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|St|Lt))(?<!\b(?:Mrs|Rep|Sen|Gov|Gen|Col|Sgt|Rev|Hon))(?<!\bProf)\.(?=[\s\"”]|$)")
_EXPECTING = re.compile(r",[”\"»]$|[”\"»],")  # a comma at its end: who says it comes behind
_NEAR_FRAGMENT = 3  # the same, for a quotation that begins in the middle of a sentence
_LONG = 25  # characters: shorter quotations without a cue are terms, not speech
_SHORT = 12  # the same behind a colon, which makes speech of them
_GAP = 500  # characters between two parts of one split quotation, at most
_TELLING = 120  # characters between a quotation and the next paragraph's, who says it among them
_NEARBY = 60
_GOING_ON = re.compile(r"[\s,]+(?:and|or|but|that|of|as|because|which)\b[^.\n:;]*$")
_INTRODUCED = MALE_FEMALE | THEY | OFFICIALS | SIDES
_TIMES = frozenset({"DATE", "TIME"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def attach_quotes(doc: Doc, text: str, quoted: QuoteMap, attributions: list[Attribution]) -> list[Attribution]:
    """The attributions with their quotations whole, and those that only quotations show; in order of their cues. Linear."""
    joiner = _Joiner(doc, text, quoted, attributions)
    for quote in quoted.quotes:
        joiner.place(quote)
    return sorted(joiner.found, key=lambda a: a.cue)


def _is_finite(verb: Token) -> bool:
    """A finite verb, or one behind 'would': 'he would only say: ...'."""
    return verb.tag_ in _FINITE or (verb.tag_ == "VB" and any(c.tag_ == "MD" for c in verb.lefts))


class _Joiner:
    def __init__(self, doc: Doc, text: str, quoted: QuoteMap, attributions: list[Attribution]) -> None:
        self.doc, self.quoted, self._text = doc, quoted, text
        self.found = sorted(attributions, key=lambda a: a.content[0][0])
        self._starts = [a.content[0][0] for a in self.found]
        self._reach = _running_maximum(self.found)
        self._by_cue = {a.verb: i for i, a in enumerate(self.found)}
        self._starts_of: list[int] = doc.to_array(IDX).tolist()
        self._last: tuple[Quote, int] | None = None  # the quotation before, and whose attribution it is

    def place(self, quote: Quote) -> None:
        owners = self._overlapping(quote)
        if owners:
            for i in owners:
                self._extend(i, quote)
            self._last = (quote, owners[-1])
            return
        if (going_on := self._in_one_sentence(quote)) is not None:
            self.found[going_on] = _reaching(self.found[going_on], quote.end)
            self._last = (quote, going_on)
            return
        own = self._told_behind(quote)
        before = self._of_the_one_before(quote) if own is None else None
        if own is not None:
            self._last = (quote, own)
            return
        if before is not None:
            self.found[before] = with_content(self.found[before], (*self.found[before].content, (quote.start, quote.end)))
            self._last = (quote, before)
            return
        if quote.end - quote.start < (_LONG if self._text[quote.start - 2 : quote.start] != ": " else _SHORT) and not quote.continues:
            return
        own = self._signed(quote)
        if own is None:
            own = self._introduced(quote)
        if own is None:
            own = self._from_nearest_cue(quote)
        if own is None and (own := self._of_the_paragraph_before(quote)) is not None:
            self.found[own] = with_content(self.found[own], (*self.found[own].content, (quote.start, quote.end)))
        if own is not None:
            self._last = (quote, own)

    def _in_one_sentence(self, quote: Quote) -> int | None:
        """The attribution whose clause the quotation goes on, cut short by the parser: 'said it was late and that "all must wait"'."""
        at = bisect_right(self._starts, quote.start) - 1
        if at < 0 or self.found[at].rule not in ("clause", "belief", "according"):
            return None
        end, cue = self.found[at].content[-1][1], self.doc[self.found[at].cue[0]]
        between = self._text[end : quote.start]
        if cue.idx > end or len(between) > _NEARBY or not _GOING_ON.match(between) or cue.sent.end_char < quote.start:
            return None
        first = bisect_right(self._starts_of, end - 1)
        last = bisect_right(self._starts_of, quote.start) - 1
        return None if any(t.lemma_.lower() in QUOTING and t.pos_ == "VERB" for t in self.doc[first:last]) else at

    def _told_behind(self, quote: Quote) -> int | None:
        """The attribution of a quotation that ends with a comma, and so has its own teller behind it: '"...," said X'."""
        if quote.end - quote.start < _LONG or not _EXPECTING.search(self._text[quote.end - 2 : quote.end + 1]):
            return None
        return self._from_nearest_cue(quote, only_behind=True)

    def _introduced(self, quote: Quote) -> int | None:
        """The attribution of a quotation behind a colon: whoever acts in the clause before it, if that is someone who can speak."""
        lead = self._text[max(0, quote.start - 2) : quote.start].strip()
        if lead != ":":
            return None
        colon = self._token_at(self._text.rfind(":", 0, quote.start))
        verb = next((t for t in reversed(self.doc[colon.sent.start : colon.i]) if _is_finite(t)), None)
        speaker = subject_of(verb) if verb is not None else None
        if verb is None or speaker is None or (speaker.pos_ != "PROPN" and speaker.lower_ not in _INTRODUCED):
            return None
        words = words_of(self.doc[slice(*noun_phrase(speaker, verb))])
        return None if words is None or verb.i in self._by_cue else self._add(verb, speaker, words, quote)

    def _of_the_paragraph_before(self, quote: Quote) -> int | None:
        """The attribution of a paragraph that is one quotation, behind a paragraph that ended with a quotation or its teller."""
        if self._last is None:
            return None
        before, i = self._last
        between = self._text[before.end : quote.start]
        is_whole = self._text[quote.end : quote.end + 1] in ("\n", "") and between.strip(" ").endswith("\n")
        return i if is_whole and between.strip().count("\n") == 0 and len(between) < _TELLING else None

    def _add(self, cue: Token, speaker: Token, words: Range, quote: Quote) -> int:
        self.found.append(Attribution((cue.i, cue.i + 1), speaker, words, ((quote.start, quote.end),), "quote"))
        self._by_cue[cue.i] = len(self.found) - 1
        return len(self.found) - 1

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
        if tail.endswith(":") and _STOP.search(tail):
            return None  # somebody else's sentence introduces it
        if before.end <= cue < quote.start and (tail.endswith((",", ":")) or "." in tail[-1:]):
            return i
        return i if not tail else None

    def _from_nearest_cue(self, quote: Quote, *, only_behind: bool = False) -> int | None:
        cue = self._nearest_cue(quote, only_behind=only_behind)
        if cue is None:
            return None
        if (i := self._by_cue.get(cue.i)) is not None:
            self.found[i] = with_content(self.found[i], (*self.found[i].content, (quote.start, quote.end)))
            return i
        speaker = self._speaker_near(cue)
        if speaker is None:
            return None
        words = words_of(self.doc[slice(*noun_phrase(speaker, cue))])
        if words is None:
            return None
        return self._add(cue, speaker, words, quote)

    def _nearest_cue(self, quote: Quote, *, only_behind: bool) -> Token | None:
        first = bisect_right(self._starts_of, quote.start) - 1
        last = bisect_right(self._starts_of, quote.end - 1) - 1
        best: tuple[int, Token] | None = None
        opening = self._text[quote.start : quote.start + 3].strip("“\"«'‘ ")
        near = _NEAR if not opening[:1].islower() else _NEAR_FRAGMENT
        for step in range(1, near + 1):
            for i, cost in ((last + step, step), (first - step, step + 1)):
                if not 0 <= i < len(self.doc) or (only_behind and i < last):
                    continue
                token = self.doc[i]
                if (
                    token.pos_ in ("VERB", "AUX")
                    and token.lemma_.lower() in QUOTING
                    and not (token.tag_ == "VB" and i < first)
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
        return at < quote.start or _STOP.search(between) is None

    def _speaker_near(self, cue: Token) -> Token | None:
        is_telling = cue.lemma_.lower() == "tell"  # who stands behind it hears it
        subject = subject_of(cue) or child(cue, "nsubj", "attr", "npadvmod") or (None if is_telling else child(cue, "dobj"))
        if subject is not None and subject.ent_type_ in _TIMES:
            subject = None
        if subject is not None and subject.dep_ == "appos" and subject.head.pos_ in NOMINALS:
            subject = subject.head
        if subject is not None and self.quoted.at(subject) < 0 and subject.pos_ in NOMINALS:
            return subject
        near = [
            token
            for token in self.doc[max(0, cue.i - 4) : cue.i if is_telling else cue.i + 5]
            if token.pos_ in NOMINALS
            and self.quoted.at(token) < 0
            and token.ent_type_ not in _TIMES
            and token.dep_ not in ("compound", "poss")
            and token.sent == cue.sent
        ]
        nearest = min(near, key=lambda token: abs(token.i - cue.i)) if near else None
        return nearest.head if nearest is not None and nearest.dep_ == "appos" and nearest.head.i < nearest.i else nearest


def _reaching(attribution: Attribution, end: int) -> Attribution:
    """The same attribution, its last stretch running on to `end`."""
    *parts, (start, _) = attribution.content
    return with_content(attribution, (*parts, (start, end)))


def _running_maximum(attributions: list[Attribution]) -> list[int]:
    reach, furthest = [], 0
    for attribution in attributions:
        furthest = max(furthest, attribution.content[-1][1])
        reach.append(furthest)
    return reach
