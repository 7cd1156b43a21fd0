"""Those who were asked and did not answer: 'did not respond to a request for comment'."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from spacy.attrs import IDX
from spacy.tokens import Doc

from gobetween.reading.speech.attribution import Attribution, words_of
from gobetween.reading.syntax import NOMINALS, child, noun_phrase, subject_of

_SILENT = re.compile(
    r"\b(?:(?:did|do|does|has|have|had)(?: not|n[’']t)|(?:has|have) yet to|refused to)\s+(?:be )?(?:\w+ly )?"
    r"(?P<verb>respond|responded|reply|replied|comment|commented|return|returned|answer|answered|reached)\b(?P<what>[^.;\n]{0,80})"
)
_PLACES = frozenset({"talk", "meeting", "negotiation", "front", "summit", "room", "region", "area"})  # word from there is news
_ASKED = re.compile(r"\b(?:comment|requests?|questions?|calls?|messages?|e-?mails?|inquir\w+|enquir\w+)\b")


_NO_WORD = re.compile(
    r"\b[Nn]o (?:\w+ ){0,2}(?P<noun>comment|response|reply|reaction|word|confirmation|statement)\b"
    r"(?: (?:was|were|is) (?:\w+ly )?available)? from "
)


def find_silences(doc: Doc, text: str) -> Iterator[Attribution]:
    """One saying for each answer withheld; its content is what was asked for, as the text has it."""
    starts: list[int] = []
    yield from _none_from(doc, text)
    for found in _SILENT.finditer(text):
        if not _ASKED.search(found["verb"] + found["what"]):
            continue
        starts = starts or doc.to_array(IDX).tolist()
        at = bisect_left(starts, found.start("verb"))
        if at >= len(doc) or starts[at] != found.start("verb"):
            continue
        subject = subject_of(doc[at])
        words = words_of(doc[slice(*noun_phrase(subject, doc[at]))]) if subject is not None and subject.pos_ in NOMINALS else None
        if subject is None or words is None or subject.i > at:
            continue
        said = (found.start("verb"), found.end()) if found["verb"].startswith("comment") else found.span("what")
        part = (said[0] + len(text[slice(*said)]) - len(text[slice(*said)].lstrip()), said[0] + len(text[slice(*said)].rstrip(" ,")))
        yield Attribution((at, at + 1), subject, words, (part,), "silence")


def _none_from(doc: Doc, text: str) -> Iterator[Attribution]:
    """'No immediate comment was available from X', 'There was no word from X'."""
    for found in _NO_WORD.finditer(text):
        span = doc.char_span(found.start(), found.end() - 1)
        source = child(span[-1], "pobj") if span is not None else None
        noun = doc.char_span(*found.span("noun"))
        words = words_of(doc[slice(*noun_phrase(source))]) if source is not None else None
        if source is not None and noun is not None and words is not None and source.pos_ in NOMINALS and source.lemma_ not in _PLACES:
            yield Attribution((noun.start, noun.end), source, words, ((found.start(), found.end("noun")),), "silence")
