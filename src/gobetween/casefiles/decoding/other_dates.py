"""Days as people write them elsewhere, to tell what they are in a case file; a day that might be two is left alone."""

from __future__ import annotations

import datetime as dt
import re

_BY_YEAR = re.compile(r"(?P<year>[0-9]{4})[-/.](?P<month>[0-9]{1,2})[-/.](?P<day>[0-9]{1,2})(?:[T ][0-9:.Zz+-]*)?")
_BY_DOTS = re.compile(r"(?P<day>[0-9]{1,2})\. ?(?P<month>[0-9]{1,2})\. ?(?P<year>[0-9]{4})")
_BY_SLASHES = re.compile(r"(?P<first>[0-9]{1,2})[-/](?P<second>[0-9]{1,2})[-/](?P<year>[0-9]{4})")
_DAY_FIRST = re.compile(r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th|\.)? (?P<name>[A-Za-z]{3,9})\.?,? (?P<year>[0-9]{4})")
_MONTH_FIRST = re.compile(r"(?P<name>[A-Za-z]{3,9})\.? (?P<day>[0-9]{1,2})(?:st|nd|rd|th)?,? (?P<year>[0-9]{4})")
_BETWEEN = re.compile(r" (?:-|–|—|to|until) |(?<=[0-9])[–—](?=[0-9])")
_LONGEST = 40
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def time_meant(text: str) -> str:
    """The day, or the stretch between two, that a text names in another form than a case file's; nothing if that is unsure."""
    days = [day_meant(each) for each in _BETWEEN.split(text, 1)] if len(text) <= 2 * _LONGEST else []
    return "/".join(str(each) for each in days) if all(days) else ""


def day_meant(text: str) -> dt.date | None:
    """The day that a text names in another form than a case file's; `None` if it names none, or perhaps two."""
    written = _written(text)
    return _day(*written) if written else None


def is_no_day(text: str) -> bool:
    """Whether the text names a day in another form, and no calendar has it: 31/02/2024."""
    written = _written(text)
    return written is not None and _day(*written) is None


def _written(text: str) -> tuple[int, int, int] | None:
    """The year, month and day that a text names, be there such a day or not."""
    for pattern in (_BY_YEAR, _BY_DOTS, _DAY_FIRST, _MONTH_FIRST, _BY_SLASHES):
        match = pattern.fullmatch(text.strip()) if len(text) <= _LONGEST else None
        month_and_day = _month_and_day(match.groupdict()) if match else None
        if match and month_and_day:
            return (int(match["year"]), *month_and_day)
    return None


def _month_and_day(found: dict[str, str | None]) -> tuple[int, int] | None:
    if first := found.get("first"):
        one, other = int(first), int(found["second"] or 0)
        return (other, one) if one > 12 or one == other else (one, other) if other > 12 else None
    name = (found.get("name") or "")[:3].lower()
    if name and name not in _MONTHS:
        return None
    return (_MONTHS.index(name) + 1 if name else int(found["month"] or 0)), int(found["day"] or 0)


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
