"""Reading one document, or many: bytes in, evidence out."""

from __future__ import annotations

import hashlib

from spacy.language import Language

from gobetween.model.dates import UNKNOWN_DATE
from gobetween.model.errors import MissingPart
from gobetween.model.evidence import Document
from gobetween.reading.clean_text import CleanText
from gobetween.reading.date_mentions import find_dates
from gobetween.reading.lexicon import Lexicon
from gobetween.reading.parsing import load_language, parse

READER_VERSION = "1"


def load_parser() -> Language:
    """The English parser."""
    language = load_language()
    if language is None:
        raise MissingPart("reading documents needs the English parser; install it with: pip install 'gobetween[reading]'")
    return language


def read_document(name: str, data: bytes, lexicon: Lexicon, parser: Language | None = None) -> Document:  # noqa: ARG001
    """All that one document says."""
    raw = data.decode()
    clean = CleanText(raw, tuple(range(len(raw))))
    published = UNKNOWN_DATE
    find_dates(clean, published)
    parse(clean.text, parser or load_parser())
    return Document(hashlib.sha256(data).hexdigest(), len(raw), reader=READER_VERSION)
