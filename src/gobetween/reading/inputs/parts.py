"""What comes out of a file: reports, each with what its container says of it, and refusals with their reasons."""

from __future__ import annotations

from attrs import field, frozen

from gobetween.model.dates import UNKNOWN_DATE, When
from gobetween.model.evidence import Outlet

TEXT = "text"


@frozen
class Stated:
    """What a container says of the report in it: a mail's head, a feed's entry, a record's fields, a PDF's data.

    The title is the report's, unless `is_hint`: then a program may have written it, and the text's own first line counts before it.
    """

    title: str | None = field(default=None, kw_only=True)
    is_hint: bool = field(default=False, kw_only=True)
    outlet: Outlet | None = field(default=None, kw_only=True)
    authors: tuple[str, ...] = field(default=(), kw_only=True)
    published: When = field(default=UNKNOWN_DATE, kw_only=True)
    language: str | None = field(default=None, kw_only=True)  # ISO 639-1, in small letters


NOTHING_STATED = Stated()


@frozen
class Part:
    """One report: its name (where it stands: `papers.zip/may/a.txt`, `feed.xml#3`), its text or page as bytes, its medium.

    Of a plain text or page, `data` is the file itself; of all else, UTF-8.
    """

    name: str
    data: bytes = field(repr=False)
    medium: str = field(default=TEXT, kw_only=True)
    stated: Stated = field(default=NOTHING_STATED, kw_only=True)


@frozen
class Refused:
    """A file, or something in one, that is no report or cannot be read as one: what was found, and what to do."""

    name: str
    reason: str


@frozen
class Enclosed:
    """A file within a file, still to be opened; `stated` is what its container says of whatever report comes out of it."""

    name: str
    data: bytes = field(repr=False)
    stated: Stated = field(default=NOTHING_STATED, kw_only=True)
