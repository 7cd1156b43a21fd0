"""Those who were asked and did not answer: 'did not respond to a request for comment'."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from spacy.attrs import IDX
from spacy.tokens import Doc

from gobetween.reading.speech.attribution import Attribution, words_of
from gobetween.reading.syntax import NOMINALS, noun_phrase, subject_of

_SILENT = re.compile(
    r"\b(?:(?:did|do|does|has|have|had)(?: not|n[’']t)|(?:has|have) yet to|refused to)\s+(?:be )?(?:\w+ly )?"
    r"(?P<verb>respond|responded|reply|replied|comment|commented|return|returned|answer|answered|reached)\b(?P<what>[^.;\n]{0,80})"
)
_ASKED = re.compile(r"\b(?:comment|requests?|questions?|calls?|messages?|e-?mails?|inquir\w+|enquir\w+)\b")


def find_silences(doc: Doc, text: str) -> Iterator[Attribution]:
    """One saying for each answer withheld; its content is what was asked for, as the text has it."""
    starts: list[int] = []
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
