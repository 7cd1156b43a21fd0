"""What a document says of its own publication: title, outlet, authors, day; each with its basis, and unknown where nothing says so."""

from __future__ import annotations

import re

from attrs import field, frozen

from gobetween.model.dates import When
from gobetween.model.evidence import Outlet, ReliabilitySign
from gobetween.reading.documents.cleaning import Cleaned, furniture_words
from gobetween.reading.documents.days import day_of_publication
from gobetween.reading.documents.furniture import authors_in, is_headline_like
from gobetween.reading.documents.outlets import outlet_of, signed_stamps, site_in_title, without_site
from gobetween.reading.documents.pages import Page


@frozen
class Publication:
    """Title, outlet, authors and day of publication, as far as the document gives them; `doubts` say why no day could be told."""

    title: str | None
    outlet: Outlet | None
    authors: tuple[str, ...]
    published: When
    doubts: tuple[ReliabilitySign, ...] = field(default=())


def read_publication(raw: str, cleaned: Cleaned) -> Publication:
    """What the document `raw` says of its publication, from its words alone.

    The name of its file does not count: the same bytes under another name are the same document, and are read the same.
    """
    day = day_of_publication(raw, cleaned)
    return Publication(_title(raw, cleaned), outlet_of(raw, cleaned), _authors(raw, cleaned), day.when, day.doubts)


def _title(raw: str, cleaned: Cleaned) -> str | None:
    return _title_of_page(cleaned.page) or _subject(raw, cleaned) or _first_headline(cleaned)


def _title_of_page(page: Page) -> str | None:
    """The headline that the page states; of several first-rank headings the one that its title begins with (another may be a logo)."""
    site = page.fact("og:site_name", "application-name") or site_in_title(page)
    if stated := page.fact("og:title", "headline"):
        return without_site(stated, site)
    title = page.fact("title")
    headings = [value for key, value in page.facts if key == "h1" and value]
    named = [heading for heading in headings if title and heading.casefold() in title.casefold() and heading != site]
    others = [heading for heading in headings if heading != site]
    if others:
        return max(named, key=len) if named else others[0]
    return without_site(title, site) if title else next(iter(headings), None)


def _subject(raw: str, cleaned: Cleaned) -> str | None:
    """The subject of a letter."""
    fields = furniture_words(raw, cleaned, "record field")
    return next((text.split(":", 1)[1].strip() for text in fields if text.lower().startswith("subject:")), None)


def _first_headline(cleaned: Cleaned) -> str | None:
    blocks = cleaned.paragraphs
    if len(blocks) < 2:
        return None
    first = blocks[0].text
    if blocks[0].is_heading:
        return first
    longest = max(len(block.text) for block in blocks[1:])
    starts_well = first[:1].isupper() or first[:1] in "\"'“‘0123456789" or not first[:1].isascii()
    return first if is_headline_like(first) and starts_well and longest > len(first) else None


def _authors(raw: str, cleaned: Cleaned) -> tuple[str, ...]:
    named = [name for text in furniture_words(raw, cleaned, "byline") for name in authors_in(text)]
    if not named:
        named = signed_stamps(raw, cleaned)
    if not named:
        named = [value for key, value in cleaned.page.facts if key == "data author"]
    stated = cleaned.page.fact("author", "byl", "article:author")
    if not named and stated and "://" not in stated:
        named = [part.strip() for part in re.split(r",| and ", stated.removeprefix("By ")) if part.strip()]
    return tuple(dict.fromkeys(named))
