"""Sayings whose teller interrupts them: 'Pay, both concede, could be settled', 'A deal, she maintains, is within reach'."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from gobetween.reading.speech.attribution import Attribution, QuoteMap, words_of
from gobetween.reading.speech.cues import SAYING
from gobetween.reading.syntax import NOMINALS, RELATIVES, noun_phrase, trimmed
from gobetween.reading.word_lists import words

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_BREAKS = frozenset({";", ":"})
_LONGEST = 8  # tokens of a teller's own words behind the cue: 'he told state radio'
_GOING_ON = frozenset({"and", "but", "or", "that", "adding", "as", "who", "which"})
_VENTURING = words("allow confide venture offer volunteer reflect marvel grumble fume shrug enthuse")
_AUXILIARIES = frozenset({"aux", "auxpass", "neg", "advmod"})


def interrupted(verb: Token, lemma: str, quoted: QuoteMap) -> Iterator[Attribution]:
    """What is said on both sides of a teller between two commas, if what stands before is no clause that could stand alone."""
    subject = next((c for c in reversed(list(verb.lefts)) if c.dep_ == "nsubj"), None)
    if (lemma not in SAYING and not is_made_clear(verb)) or verb.tag_ not in _FINITE or subject is None or subject.lower_ in RELATIVES:
        return
    doc, sentence = verb.doc, verb.sent
    opening = subject.left_edge.i - 1
    if not sentence.start < opening < verb.i or doc[opening].text != "," or doc[opening + 1].lower_ in RELATIVES | {"as"}:
        return
    closing = _closing(verb)
    if closing is None:
        return
    first = next((i + 1 for i in range(opening - 1, sentence.start - 1, -1) if doc[i].text in _BREAKS), sentence.start)
    last = next((i for i in range(closing, sentence.end) if doc[i].text == ";"), sentence.end)
    if not _goes_on(subject, first, opening, closing, last) or any(quoted.at(doc[i]) >= 0 for i in (opening - 1, closing + 1)):
        return
    before, after = trimmed(doc[first:opening]), trimmed(doc[closing + 1 : last])
    naming = words_of(doc[slice(*noun_phrase(subject, verb))])
    if before and after and naming:
        yield Attribution((verb.i, verb.i + 1), subject, naming, (before, after), "parataxis")


def is_made_clear(verb: Token) -> bool:
    """'he made clear', 'she let it be known', 'they made it plain'."""
    lemma = verb.lemma_
    if lemma not in ("make", "let"):
        return False
    behind = [t.lower_ for t in verb.doc[verb.i + 1 : min(verb.i + 5, verb.sent.end)]]
    if lemma == "make":
        return bool({"clear", "plain", "known"} & set(behind[:2]))
    return behind[:3] == ["it", "be", "known"] or behind[:1] == ["slip"]


def told_behind_quote(verb: Token, lemma: str, quoted: QuoteMap) -> Iterator[Attribution]:
    """'"It was frank," Berg allowed', '"...," she let it be known': verbs that tell only with a quotation before them."""
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    if subject is None or verb.tag_ not in ("VBD", "VBZ", "VBP") or not (lemma in _VENTURING or is_made_clear(verb)):
        return
    before = verb.doc[subject.left_edge.i - 1] if subject.left_edge.i > 0 else None
    number = quoted.at(before) if before is not None else -1
    naming = words_of(verb.doc[slice(*noun_phrase(subject, verb))])
    if number >= 0 and naming:
        quote = quoted.quotes[number]
        yield Attribution((verb.i, verb.i + 1), subject, naming, ((quote.start, quote.end),), "parataxis")


def _closing(verb: Token) -> int | None:
    """The comma that ends the teller's words; `None` if they go on with a clause or a quotation."""
    for token in verb.doc[verb.i + 1 : min(verb.i + _LONGEST, verb.sent.end)]:
        if token.text == ",":
            return token.i
        if token.tag_ in _FINITE or token.is_punct or token.lower_ in ("that", "if", "whether"):
            return None
    return None


def _goes_on(subject: Token, first: int, opening: int, closing: int, last: int) -> bool:
    """Whether the words before the teller need those behind it: a bare phrase, then its verb, or a clause of its own."""
    doc = subject.doc
    before, after = doc[first:opening], doc[closing + 1 : last]
    if not any(t.is_alpha for t in before) or any(t.tag_ in _FINITE for t in before) or len(after) < 2:
        return False
    opener = after[0]
    if opener.lower_ in _GOING_ON or opener.tag_ == "VBG" or not any(t.tag_ in _FINITE for t in after):
        return False
    verb = next(t for t in after if t.tag_ in _FINITE)
    is_predicate = all(t.dep_ in _AUXILIARIES for t in doc[after.start : verb.i])
    is_noun = doc[opening - 1].pos_ in NOMINALS and before[0].pos_ != "ADP" if len(before) else False
    return is_predicate if is_noun else not is_predicate
