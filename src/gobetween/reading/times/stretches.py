"""Stretches of time that are counted from the day of publication."""

from __future__ import annotations

import datetime as dt

from gobetween.reading.times.date_words import DateWords
from gobetween.reading.times.months import Ends

_DAY = dt.timedelta(days=1)
_HOURS = 24
_DAYS_IN = {"day": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365}
_SLACK_IN = {"day": 0, "week": 3, "fortnight": 3, "month": 15, "year": 182}  # days by which such a count may be out


def _days(count: int, unit: str) -> dt.timedelta:
    return (-(-count // _HOURS) if unit == "hour" else count * _DAYS_IN[unit]) * _DAY


def stretch_ahead(words: DateWords, today: dt.date) -> Ends:
    """From publication on: "in the next two weeks", "within 48 hours"."""
    count, is_exact = words.count
    last = today + _days(count, words.parts["unit"]) if is_exact else None
    return (today if words.parts["unit"] == "hour" else today + _DAY), last


def stretch_back(words: DateWords, today: dt.date) -> Ends:
    """Up to publication: "over the past three days"."""
    count, is_exact = words.count
    return (today - _days(count, words.parts["unit"]) if is_exact else None), today


def ago(words: DateWords, today: dt.date) -> Ends:
    """Counted back: "two weeks ago", which may be some days out."""
    count, is_exact = words.count
    unit = words.parts["unit"]
    if not is_exact:
        return None, today - _DAY
    day = today - count * _DAYS_IN[unit] * _DAY
    slack = _SLACK_IN[unit] * _DAY
    return day - slack, min(today, day + slack)


def hence(words: DateWords, today: dt.date) -> Ends:
    """Counted ahead: "in ten days", "a fortnight from now"."""
    count, is_exact = words.count
    unit = words.parts["unit"]
    if not is_exact:
        return today + _DAY, None
    day = today + count * _DAYS_IN[unit] * _DAY
    slack = _SLACK_IN[unit] * _DAY
    return max(today, day - slack), day + slack
