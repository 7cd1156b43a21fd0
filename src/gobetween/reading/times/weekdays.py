"""Weekdays as seen from the day of publication: the next, the last, that of a week that is named."""

from __future__ import annotations

import datetime as dt

from gobetween.reading.times.date_words import WEEKDAYS
from gobetween.reading.times.months import STEPS, Ends

_DAY = dt.timedelta(days=1)
_YESTERDAY = 6  # days on from today in the week


def weekends_on(today: dt.date, *, ahead: bool) -> int:
    """How many weeks on the weekend is that is meant: one under way is this one."""
    return 0 if ahead or today.weekday() >= WEEKDAYS.index("saturday") else -1


def weekday(said: dict[str, str], today: dt.date, *, ahead: bool) -> tuple[Ends, str]:
    """The day that is meant, or the first and last of a stretch, and how it was told."""
    relation = said.get("rel", "")
    days_on = (WEEKDAYS.index(said["wd"]) - today.weekday()) % 7
    if "after" in said:
        first, how = _of_week(said, today)
    elif relation == "last" and days_on == _YESTERDAY:
        first, how = today - 8 * _DAY, "the last such weekday but yesterday, which would be called so"
    elif relation in {"last", "this past", "the previous"}:
        first, how = today - (7 - days_on) * _DAY, "the last such weekday"
    elif relation in {"next", "this coming"}:
        first, how = today + (days_on or 7) * _DAY, "the next such weekday"
    elif days_on == 0:
        first, how = today, "that weekday is the day of publication"
    elif ahead:
        first, how = today + days_on * _DAY, "the next such weekday, as the verb looks ahead"
    else:
        first, how = today - (7 - days_on) * _DAY, "the last such weekday, as the verb looks back"
    if "wd_end" not in said:
        return (first, first), how
    last = first + ((WEEKDAYS.index(said["wd_end"]) - first.weekday()) % 7) * _DAY
    return (first, last), how


def _of_week(said: dict[str, str], today: dt.date) -> tuple[dt.date, str]:
    """A weekday of a week that is named; "Tuesday week" is a week after the next Tuesday."""
    number = WEEKDAYS.index(said["wd"])
    if said["after"] == "week":
        return today + ((number - today.weekday()) % 7 + 7) * _DAY, "a week after the next such weekday"
    monday = today - today.weekday() * _DAY + 7 * STEPS[said["after"].split()[0]] * _DAY
    return monday + number * _DAY, f"that day of {said['after']}"
