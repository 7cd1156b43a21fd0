"""The words in which containers state things, as values: days, names, languages; what cannot be made out is left unstated."""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parseaddr, parsedate_tz

from gobetween.model.dates import UNKNOWN_DATE, DateBasis, When
from gobetween.reading.documents.days import LAST_YEAR, days_in

_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{2,6}Z?)?")
_PLACEHOLDERS = frozenset({(1, 1, 1), (1900, 1, 1), (1970, 1, 1), (1980, 1, 1)})  # what programs write that know no day
_FIRST_YEAR = 1800
_IN_BRACKETS = re.compile(r"\(([^()]+)\)\s*$")
_ADDRESS = re.compile(r"\S+@\S+")
_NO_TITLE = re.compile(
    r"^(?:Microsoft \w+ - |Document ?\d*$|Untitled|PowerPoint|Slide \d|\W*$)|\.(?:docx?|pdf|indd|qxd|rtf|odt)$", re.IGNORECASE
)
_LONGEST = 300


def day_of(text: str) -> dt.date | None:
    """The day that a field such as `Wed, 21 Feb 2024 09:00:00 +0200` or `2024-02-21T09:00Z` names, in its own time zone.

    `None` where it names none, can be read in two ways (3/4/2024), or is what programs write that know no day (1970-01-01).
    """
    text = text.strip()[:_LONGEST]
    days = _by_form(text) or days_in(text)
    day = days[0] if len(days) == 1 else None
    if day is None or not _FIRST_YEAR <= day.year <= LAST_YEAR or (day.year, day.month, day.day) in _PLACEHOLDERS:
        return None
    return day


def _by_form(text: str) -> list[dt.date]:
    try:
        if match := _COMPACT.fullmatch(text):
            return [dt.date(int(match[1]), int(match[2]), int(match[3]))]
        if "," in text and (parts := parsedate_tz(text)):
            return [dt.date(*parts[:3])]
    except (ValueError, TypeError, IndexError, OverflowError):
        return []
    return []


def stated_on(text: str, where: str) -> When:
    """The day of a field, stated; `where` says in which field it stood."""
    day = day_of(text)
    return When(day, day, inference=where) if day else UNKNOWN_DATE


def inferred_from(text: str, how: str) -> When:
    """The day of a field that says something else than the day of publication; `how` says what."""
    day = day_of(text)
    return When(day, day, basis=DateBasis.INFERRED, inference=how) if day else UNKNOWN_DATE


def line_of(text: str | None) -> str | None:
    """The text in one line without what cannot be printed; `None` if nothing is left of it."""
    if not text:
        return None
    line = " ".join("".join(letter if letter.isprintable() else " " for letter in text[: 10 * _LONGEST]).split())
    return line[:_LONGEST] or None


def person_in(text: str | None) -> str | None:
    """The name in `Ann Lee <ann@example.org>` or `ann@example.org (Ann Lee)`; `None` for a bare address."""
    line = line_of(text)
    if not line:
        return None
    if match := _IN_BRACKETS.search(line):
        return match[1].strip() or None
    name = parseaddr(line)[0] if "<" in line else _ADDRESS.sub("", line)
    return name.strip(" \"'<>,;") or None


def language_code(text: str | None) -> str | None:
    """The two letters of `en-GB`, `EN` or `en_US`."""
    match = re.match(r"([A-Za-z]{2})(?:[-_]|$)", (text or "").strip())
    return match[1].lower() if match else None


def title_of_file(text: str) -> str | None:
    """The title in a PDF's or a document's own data, unless it is what programs write that know none."""
    line = line_of(text)
    if not line or _NO_TITLE.search(line) or " " not in line:
        return None
    return line
