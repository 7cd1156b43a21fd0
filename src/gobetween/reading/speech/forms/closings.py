"""Tellers behind a last comma whose verb the parser took for a noun: 'Two million have fled, the agency estimates'."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from gobetween.reading.speech.attribution import Attribution, words_of
from gobetween.reading.syntax import NOMINALS, trimmed
from gobetween.reading.word_lists import words

CLOSING_WORDS = words("estimates notes reports claims reckons warns argues states counts forecasts fears hopes projects documents")
_OF_TELLERS = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM", "PART", "ADP"})
_OPENING = frozenset({"DET", "PROPN", "PRON"})
_LONGEST = 9  # tokens of the teller, at most
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NO_TELLER_BEFORE = frozenset({"of", "and", "or", "in", "on", "for", "with", "to", "by", "from", "’s", "'s"})


def told_at_the_end(noun: Token) -> Iterator[Attribution]:
    """What stands before the comma of ', the agency estimates.', if it is a clause and no more than a teller stands behind."""
    doc, sentence = noun.doc, noun.sent
    if any(t.is_alpha for t in doc[noun.i + 1 : sentence.end]) or doc[noun.i - 1].lower_ in _NO_TELLER_BEFORE:
        return
    ahead = range(noun.i - 1, max(sentence.start, noun.i - _LONGEST - 1), -1)
    comma = next((i for i in ahead if doc[i].pos_ not in _OF_TELLERS), None)
    if comma is None or doc[comma].text != "," or comma + 1 >= noun.i or doc[comma + 1].pos_ not in _OPENING:
        return
    if not any(t.tag_ in _FINITE for t in doc[sentence.start : comma]) or doc[noun.i - 1].pos_ not in NOMINALS:
        return
    head = next(
        (t for t in doc[comma + 1 : noun.i] if t.pos_ in NOMINALS and t.dep_ not in ("compound", "poss", "nmod")), doc[noun.i - 1]
    )
    naming, content = words_of(doc[comma + 1 : noun.i]), trimmed(doc[sentence.start : comma])
    if naming and content:
        yield Attribution((noun.i, noun.i + 1), head, naming, (content,), "parataxis")
