"""The day on which a document says that it was published: stated, inferred and said how, or unknown with what stood in the way."""

from __future__ import annotations

import datetime as dt
import re

from attrs import field, frozen

from gobetween.model.dates import UNKNOWN_DATE, DateBasis, When
from gobetween.model.evidence import ReliabilitySign
from gobetween.reading.documents.cleaning import Cleaned, furniture_words
from gobetween.reading.documents.edge_dates import edge_days
from gobetween.reading.documents.furniture import AGENCY_LINE, DATELINE, OUTLET_STAMP
from gobetween.reading.times.date_mentions import stated
from gobetween.reading.times.date_words import a_day, find_date_words

LAST_YEAR = 2060
"""A stamp of a later year is a slip or a placeholder; the same for every reading, so it does not ask what day it is today."""

_ISO = re.compile(r"(?<!\d)((?:19|20|21)\d\d)-(\d\d)-(\d\d)(?!\d)")
_SLASHES = re.compile(r"(?<!\d)(\d{1,2})[/.](\d{1,2})[/.]((?:19|20|21)\d\d)(?!\d)")
_SCRIPTED_DATE = re.compile(r'"datePublished"\s*:\s*"((?:19|20)\d\d-\d\d-\d\d)')
_UPDATE = re.compile(r"updated|modified", re.IGNORECASE)
_STAMP_ENDS = re.compile(r"\s(?=(?:last )?(?:updated|modified)\b)", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}")
_MONTH_FIRST = re.compile(r"en[-_]US\b", re.IGNORECASE)
_DAY_FIRST = re.compile(r"(?:en[-_](?:GB|IE|AU|NZ|IN|ZA)|(?!en)[a-z]{2})\b", re.IGNORECASE)


@frozen
class DayOfPublication:
    """The day, and signs of what kept it unknown."""

    when: When
    doubts: tuple[ReliabilitySign, ...] = field(default=())


def day_of_publication(raw: str, cleaned: Cleaned) -> DayOfPublication:
    """The day that the document itself states, best source first; its links and its file's name never count."""
    doubts: list[str] = []
    for basis, text in _stamps(raw, cleaned):
        days = days_in(text)
        if days and min(days).year > LAST_YEAR:
            doubts.append(f"'{text}' ({basis}) lies too far in the future to be the day of publication")
        elif len(days) == 1:
            return DayOfPublication(_as_when(days[0], basis))
        elif days and (chosen := _by_custom(days, cleaned, f"'{text}'")):
            return DayOfPublication(chosen)
        elif days:
            doubts.append(f"'{text}' ({basis}) may be {days[0]} or {days[1]}; nothing in the document tells which")
    doubts += [f"the document is dated '{day}' without a year" for day in _yearless(raw, cleaned)]
    return DayOfPublication(UNKNOWN_DATE, tuple(ReliabilitySign("unclear date", note) for note in dict.fromkeys(doubts)))


def _stamps(raw: str, cleaned: Cleaned) -> list[tuple[str, str]]:
    """Where a document states its day, best first: never in its links."""
    page = cleaned.page
    named = ("article:published_time", "datepublished", "parsely-pub-date", "pubdate", "dc.date", "date")
    found = [("stated by the page", page.fact(name) or "") for name in named]
    found += [("stated in the page's data", match[1]) for match in _SCRIPTED_DATE.finditer(raw)]
    found += [("leading date", text) for text in furniture_words(raw, cleaned, "leading date")]
    stamps = [part for text in furniture_words(raw, cleaned, "date stamp") for part in _STAMP_ENDS.split(text) if part.strip()]
    found += [("stamp", text) for text in stamps if not _UPDATE.search(text)]
    found += [("byline", text) for text in furniture_words(raw, cleaned, "byline")]
    found += [("dateline", text) for text in furniture_words(raw, cleaned, "dateline")]
    found.append(("time element", page.fact("time") or ""))
    found += [("update", text) for text in stamps if _UPDATE.search(text)]
    found += [("update", page.fact(name) or "") for name in ("article:modified_time", "og:updated_time", "datemodified")]
    found += edge_days(cleaned.paragraphs)
    return [(basis, text) for basis, text in found if text]


def _as_when(day: dt.date, basis: str) -> When:
    if basis == "update":
        note = "the day of the last update as the document states it; it may have been published before"
        return When(day, day, basis=DateBasis.INFERRED, inference=note)
    return When(day, day, inference=basis)


def _by_custom(days: list[dt.date], cleaned: Cleaned, said: str) -> When | None:
    """The reading of two that is usual where the page's language is written ("en-GB": the day first)."""
    place = cleaned.page.fact("lang", "og:locale") or ""
    is_month_first = bool(_MONTH_FIRST.match(place))
    if not is_month_first and not _DAY_FIRST.match(place):
        return None
    day, other = (days[1], days[0]) if is_month_first else (days[0], days[1])
    note = f"{said} read with the {'month' if is_month_first else 'day'} first, as the page's language is '{place}'; else it is {other}"
    return When(day, day, basis=DateBasis.INFERRED, inference=note)


def days_in(text: str) -> list[dt.date]:
    """The day that a stamp gives, if any; two where it has two readings, as 3/4/2021: with the day first, then with the month first."""
    if (match := _ISO.search(text)) and (day := a_day(int(match[1]), int(match[2]), int(match[3]))):
        return [day]
    for found in find_date_words(text):
        if found.form == "day" and "y" in found.parts:
            return [day] if (day := stated(found).day) else []
    if not (match := _SLASHES.search(text)):
        return []
    first, second, year = int(match[1]), int(match[2]), int(match[3])
    readings = (a_day(year, second, first), a_day(year, first, second))
    return list(dict.fromkeys(day for day in readings if day))


def _yearless(raw: str, cleaned: Cleaned) -> list[str]:
    """The days of datelines and stamps that name no year: the same day of many years, so they tell nothing of weekdays either."""
    lines = [f"{text} A" for text in furniture_words(raw, cleaned, "dateline")]
    found = [match["date"] for line in lines if (match := AGENCY_LINE.match(line) or DATELINE.match(line))]
    found += [match["yearless"] for text in furniture_words(raw, cleaned, "date stamp") if (match := OUTLET_STAMP.fullmatch(text))]
    return [day for day in found if day and not _YEAR.search(day)]
