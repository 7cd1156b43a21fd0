"""Reading one document, or many: bytes in, evidence out."""

from __future__ import annotations

import hashlib
from itertools import chain
from typing import TYPE_CHECKING, Any

import attrs
from attrs import frozen

from gobetween.model.errors import InvalidReport, MissingPart
from gobetween.model.evidence import DateMention, Document, ItemKind
from gobetween.reading.documents.clean_text import CleanText
from gobetween.reading.documents.cleaning import Cleaned, clean_document
from gobetween.reading.documents.languages import language_of
from gobetween.reading.documents.openings import opening_of
from gobetween.reading.documents.sources import open_source
from gobetween.reading.documents.stories import fingerprint
from gobetween.reading.headway import Headway, unheard
from gobetween.reading.inputs.parts import NOTHING_STATED, TEXT, Stated
from gobetween.reading.naming.lexicon import Lexicon

if TYPE_CHECKING:
    from spacy.language import Language

READER_VERSION = "13"
"""Changes whenever the same document may be read differently than before."""

LONGEST_PART = 100_000
"""Characters that are analysed at a time. Of a longer document the parts are read one by one, which bounds memory and keeps time
in step with length, whatever a rule costs; who "she" or "Weld" is, each part knows from itself."""

_PARSING = 0.8  # the parser's part of the time, roughly


def load_parser() -> Language:
    """The English parser; a second or so to load, so load it once.

    Raises:
        MissingPart: it is not installed.
    """
    try:
        from gobetween.reading.parsing import load_language
    except ImportError:
        language = None
    else:
        language = load_language()
    if language is None:
        raise MissingPart(
            "reading reports needs the parser of English, which is not installed; install it with: pip install 'gobetween[reading]'"
        )
    return language


def read_document(  # noqa: PLR0913 - what a report is, what it is read with, and who waits: three calls, all by name
    name: str,
    data: bytes,
    lexicon: Lexicon,
    parser: Language | None = None,
    *,
    medium: str = TEXT,
    stated: Stated = NOTHING_STATED,
    headway: Headway = unheard,
) -> Document:
    """All that the report `name` says. A document that is not in English is kept and marked, but not analysed.

    What is read depends on the bytes and on what their container stated, which counts where the report itself says nothing; `name` is
    for the refusal's words. `medium` says what held the report; of a file of its own it is found out: text or web page.

    Raises:
        InvalidReport: the file cannot be read as a report.
        MissingPart: the parser is needed and not installed.
    """
    source = open_source(name, data)
    cleaned = clean_document(source.text)
    if not cleaned.clean.text.strip():
        raise InvalidReport(
            f"{name}: nothing is left of this file once tags and page furniture are gone; a report needs at least one sentence of text"
        )
    document = Document(
        hashlib.sha256(data).hexdigest(),
        len(source.text),
        medium="web page" if medium == TEXT and cleaned.is_page else medium,
        language=language_of(cleaned.clean.text, stated.language),
        furniture=cleaned.clean.furniture,
        fingerprint=fingerprint(cleaned.clean.text),
        opening=opening_of(cleaned.clean.text),
        reader=READER_VERSION,
    )
    return _analysed(document, _Opened(source.text, cleaned, stated), lexicon, parser, headway)


@frozen
class _Opened:
    """A report before it is analysed."""

    raw: str
    cleaned: Cleaned
    stated: Stated


def _analysed(document: Document, opened: _Opened, lexicon: Lexicon, parser: Language | None, headway: Headway) -> Document:
    known_parser = parser or load_parser()  # first: what follows imports the parser's library
    from gobetween.reading.documents.publication import read_publication
    from gobetween.reading.documents.stated import with_stated

    raw, cleaned = opened.raw, opened.cleaned
    publication = with_stated(read_publication(raw, cleaned), opened.stated)
    document = attrs.evolve(
        document,
        title=publication.title,
        outlet=publication.outlet,
        authors=publication.authors,
        published=publication.published,
        signs=publication.doubts,
    )
    if document.language != "en":
        return document
    length, done = len(cleaned.clean.text), 0
    parts: list[Document] = []
    for clean in cleaned.clean.parts(LONGEST_PART):
        begun, share = done / length, len(clean.text) / length

        def of_part(parsed: float, begun: float = begun, share: float = share) -> None:
            headway(begun + share * _PARSING * parsed)

        parts.append(_part_analysed(document, raw, clean, lexicon, known_parser, of_part))
        done += len(clean.text)
        headway(done / length)
    return _joined(document, parts)


def _part_analysed(document: Document, raw: str, clean: CleanText, lexicon: Lexicon, parser: Language, headway: Headway) -> Document:
    """The document with what this part of it says."""
    from gobetween.reading import confidence
    from gobetween.reading.documents.signs import find_signs
    from gobetween.reading.events.coding import code_events
    from gobetween.reading.items import read_items
    from gobetween.reading.naming.datelines import keep_dateline
    from gobetween.reading.numbers.attribution import attribute_figures
    from gobetween.reading.numbers.figures import find_figures
    from gobetween.reading.parsing import parse
    from gobetween.reading.times.date_mentions import find_dates

    doc = parse(clean.text, parser, headway)
    keep_dateline(doc, (raw[each.span.start : each.span.end] for each in clean.furniture if each.kind == "dateline"))
    dates = find_dates(clean, document.published, doc)
    outlet = document.outlet.name if document.outlet else None
    items = read_items(clean, doc, lexicon, document.published, outlet, dates)
    document = attrs.evolve(
        document,
        signs=(*document.signs, *find_signs(raw, clean, doc, document.published), *items.signs),
        dates=tuple(DateMention(clean.passage((found.start, found.end)), found.when) for found in dates),
        figures=attribute_figures(find_figures(clean, doc, dates), items.statements, items.offices, items.actors),
        **{each.name: getattr(items, each.name) for each in attrs.fields(type(items)) if each.name != "signs"},
    )
    weighed = confidence.with_confidence(document, clean, doc, lexicon)
    return confidence.with_events(weighed, code_events(weighed))


def _joined(document: Document, parts: list[Document]) -> Document:
    """All that the parts say, in their order; whom or what several name or note alike, once."""
    if len(parts) == 1:
        return parts[0]
    found: dict[str, Any] = {kind.value: tuple(chain.from_iterable(getattr(part, kind.value) for part in parts)) for kind in ItemKind}
    once: dict[str, Any] = {
        name: tuple(dict.fromkeys(chain.from_iterable(getattr(part, name) for part in parts))) for name in ("actors", "signs")
    }
    return attrs.evolve(document, **found, **once)
