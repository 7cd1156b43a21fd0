"""The day on which a document says that it was published: stated, inferred and said how, or unknown with what stood in the way."""

from __future__ import annotations

import datetime as dt
import re

from attrs import field, frozen

from gobetween.model.dates import UNKNOWN_DATE, DateBasis, When
from gobetween.model.evidence import ReliabilitySign
from gobetween.reading.documents.cleaning import Cleaned, furniture_words
from gobetween.reading.documents.edge_dates import edge_days
from gobetween.reading.documents.furniture import AGENCY_LINE, DATELINE, OUTLET_STAMP, STAMPS
from gobetween.reading.times.date_mentions import stated
from gobetween.reading.times.date_words import DateWords, a_day, find_date_words
from gobetween.reading.times.months import near_day

LAST_YEAR = 2060
"""A stamp of a later year is a slip or a placeholder; the same for every reading, so it does not ask what day it is today."""

_ISO = re.compile(r"(?<!\d)((?:19|20|21)\d\d)(?:([-/.])(\d\d)\2(\d\d)|\. (\d{1,2})\. (\d{1,2})\b\.?)(?!\d)")
_SLASHES = re.compile(r"(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2((?:19|20|21)\d\d)(?!\d)")
_NAMED = re.compile(r"(?<!\d)(\d{1,2})[-/]([A-Z][a-z]{2,8})[-/]((?:19|20|21)\d\d)(?!\d)")  # 04/May/2021
_RUN_ON = re.compile(  # 'On 5 Mar 20245 Mar 2024', 'March 5, 20245:00 AM'
    r"(?<=[ /-])((?:19|20)\d\d)(?=\d{1,2} [A-Z][a-z]{2,8} (?:19|20)\d\d|\d{1,2}[:.]\d\d(?!\d)|[A-Z][a-z]{3,8}\b)"
)
_TIGHT = re.compile(r"(?<=\d,)(?=\d{4}\b)")  # "Aug 05,2021"
_SCRIPTED_DATE = re.compile(r'"datePublished"\s*:\s*"((?:19|20)\d\d-\d\d-\d\d)')
_UPDATE = re.compile(r"updated|modified", re.IGNORECASE)
_STAMP_ENDS = re.compile(
    r"(?:\s|(?<=[\da-z]))(?=(?:[Ll]ast )?(?:Updated|Modified|UPDATED|MODIFIED)\b)|\s(?=(?:last )?(?:updated|modified)\b)"
)
_JUST_BEFORE = 5  # days that a report looks back on what it tells as news
_LEAP_YEAR = 2000  # has every day that a dateline may name
_YEAR = re.compile(r"\d{4}")
_MONTH_FIRST = re.compile(r"en[-_]US\b", re.IGNORECASE)
_EASTERN = re.compile(r"\b(?:IST|BST|GMT|CES?T|EES?T|PKT|EAT|SAST|UTC|AES?T)\b")  # clocks of places where the day comes first
_WESTERN = re.compile(r"\b(?:[ECMP][SD]T|ET|PT)\b")
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
        elif days and (chosen := _chosen(days, text, raw, cleaned)):
            return DayOfPublication(chosen)
        elif days:
            doubts.append(f"'{text}' ({basis}) may be {days[0]} or {days[1]}; nothing in the document tells which")
    if (dated := _year_told(raw, cleaned)) is not None:
        return DayOfPublication(dated)
    doubts += [f"the document is dated '{day}' without a year" for day in _yearless(raw, cleaned)]
    return DayOfPublication(UNKNOWN_DATE, tuple(ReliabilitySign("unclear date", note) for note in dict.fromkeys(doubts)))


def _stamps(raw: str, cleaned: Cleaned) -> list[tuple[str, str]]:
    """Where a document states its day, best first: never in its links."""
    page = cleaned.page
    named = ("article:published_time", "datepublished", "parsely-pub-date", "pubdate", "dc.date", "date")
    found = [("stated by the page", page.fact(name) or "") for name in named]
    found += [("stated in the page's data", match[1]) for match in _SCRIPTED_DATE.finditer(raw)]
    found += [("leading date", text) for text in furniture_words(raw, cleaned, "leading date")]
    stamps = [part for text in furniture_words(raw, cleaned, *STAMPS) for part in _STAMP_ENDS.split(text) if part.strip()]
    found += [("stamp", text) for text in stamps if not _UPDATE.search(text)]
    found += [("byline", text) for text in furniture_words(raw, cleaned, "byline")]
    found += [("dateline", text) for text in furniture_words(raw, cleaned, "dateline")]
    found.append(("time element", page.fact("time") or ""))
    found += [("update", text) for text in stamps if _UPDATE.search(text)]
    found += [("update", page.fact(name) or "") for name in ("article:modified_time", "og:updated_time", "datemodified")]
    found += edge_days(cleaned.paragraphs)
    return [(basis, text) for basis, text in found if text]


def _year_told(raw: str, cleaned: Cleaned) -> When | None:
    """The day of a dateline without its year, where the document names that day with one year, in a caption or its text."""
    lines = {(day.month, day.day) for line in _yearless(raw, cleaned) for day in days_in(f"{line} {_LEAP_YEAR}")}
    if not lines:
        return None
    told = {stated(found).day for found in find_date_words(raw) if found.form == "day" and "y" in found.parts}
    (day,) = fitting if len(fitting := {day for day in told if day is not None and (day.month, day.day) in lines}) == 1 else (None,)
    note = "the dateline's day, whose year the document names elsewhere"
    return When(day, day, basis=DateBasis.INFERRED, inference=note) if day is not None else None


def _as_when(day: dt.date, basis: str) -> When:
    if basis == "update":
        note = "the day of the last update as the document states it; it may have been published before"
        return When(day, day, basis=DateBasis.INFERRED, inference=note)
    return When(day, day, inference=basis)


def _chosen(days: list[dt.date], text: str, raw: str, cleaned: Cleaned) -> When | None:
    """One of two readings, by the clock beside it, by a dateline, or by the language of the page."""
    return (
        _by_clock(days, text)
        or _by_dateline(days, raw, cleaned, text)
        or _by_custom(days, cleaned, f"'{text}'")
        or _by_text(days, cleaned, text)
    )


def _by_clock(days: list[dt.date], text: str) -> When | None:
    """The reading of two that is usual where the clock of the stamp goes ("05-04-2025 03:12 IST": the day first)."""
    clock = _EASTERN.search(text) or _WESTERN.search(text)
    if clock is None:
        return None
    day, other = days if _EASTERN.search(text) else reversed(days)
    note = f"'{text}' read as is usual where the clock is '{clock[0]}'; else it is {other}"
    return When(day, day, basis=DateBasis.INFERRED, inference=note)


def _by_dateline(days: list[dt.date], raw: str, cleaned: Cleaned, text: str) -> When | None:
    """The reading of two that a dateline without a year agrees with."""
    lines = [f"{line} {days[0].year}" for line in _yearless(raw, cleaned)]
    named = {(day.month, day.day) for line in lines for day in days_in(line)}
    fitting = [day for day in days if (day.month, day.day) in named]
    if len(fitting) != 1:
        return None
    other = next(day for day in days if day != fitting[0])
    note = f"'{text}' read as the dateline has it; else it is {other}"
    return When(fitting[0], fitting[0], basis=DateBasis.INFERRED, inference=note)


def _by_text(days: list[dt.date], cleaned: Cleaned, text: str) -> When | None:
    """The reading of two on which days lie that the report names without their year, or which they have just gone before."""
    found = [each for each in find_date_words(cleaned.clean.text) if _is_yearless(each)]
    named = {told for day in days for each in found if (told := near_day(each, day)) is not None}
    fitting = [day for day in days if any(0 <= (day - each).days <= _JUST_BEFORE for each in named)]
    if len(fitting) != 1:
        return None
    other = next(day for day in days if day != fitting[0])
    note = f"'{text}' read as the days fit that the report names; else it is {other}"
    return When(fitting[0], fitting[0], basis=DateBasis.INFERRED, inference=note)


def _is_yearless(found: DateWords) -> bool:
    return found.form == "day" and "y" not in found.parts and "d_end" not in found.parts


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
    text = _TIGHT.sub(" ", _RUN_ON.sub(r"\1 ", text))
    if (match := _ISO.search(text)) and (day := a_day(int(match[1]), int(match[3] or match[5]), int(match[4] or match[6]))):
        return [day]
    line = _NAMED.sub(r"\1 \2 \3", text)
    for found in find_date_words(line.title() if line.isupper() else line):
        if found.form == "day" and "y" in found.parts:
            return [day] if (day := stated(found).day) else []
    if not (match := _SLASHES.search(text)):
        return []
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    readings = (a_day(year, second, first), *((a_day(year, first, second),) if match[2] != "." else ()))  # dots: the day first
    return list(dict.fromkeys(day for day in readings if day))


def _yearless(raw: str, cleaned: Cleaned) -> list[str]:
    """The days of datelines and stamps that name no year: the same day of many years, so they tell nothing of weekdays either."""
    lines = [f"{text} A" for text in furniture_words(raw, cleaned, "dateline")]
    found = [match["date"] for line in lines if (match := AGENCY_LINE.match(line) or DATELINE.match(line))]
    found += [match["yearless"] for text in furniture_words(raw, cleaned, *STAMPS) if (match := OUTLET_STAMP.fullmatch(text))]
    return [day for day in found if day and not _YEAR.search(day)]
