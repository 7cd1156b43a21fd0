"""Months and days of months, with their year or without, as seen from the day of publication."""

from __future__ import annotations

import calendar
import datetime as dt

from gobetween.reading.times.date_words import WEEKDAYS, DateWords, a_day, day_number, month_number

Ends = tuple[dt.date | None, dt.date | None]
"""The first and the last day of a stretch, each perhaps open."""

STEPS = {"last": -1, "this": 0, "next": 1, "this past": -1, "this coming": 0}
_CERTAIN = 120  # days from publication within which a date without its year can be of no other
_LONG_AGO = 275  # days after which hardly anybody names a day without its year: one that is to come is meant
_JUST_PAST = 45  # days within which a day that is past is meant, whatever the verb: nobody writes of one in a year without the year
_PLACES = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1}
_FEASTS = {
    "new year's day": ("Jan", "1"),
    "new year's eve": ("Dec", "31"),
    "christmas day": ("Dec", "25"),
    "christmas eve": ("Dec", "24"),
    "boxing day": ("Dec", "26"),
}
_DAYS_OF = {
    "early": (1, 10),
    "mid": (11, 20),
    "late": (21, 31),
    "start": (1, 10),
    "beginning": (1, 10),
    "middle": (11, 20),
    "end": (21, 31),
}
_DAYS_OF |= {"first half": (1, 15), "second half": (16, 31), "first": (1, 7), "second": (8, 14), "third": (15, 21), "last": (22, 31)}


def day_of_month(said: dict[str, str], today: dt.date, *, ahead: bool) -> tuple[Ends, str]:
    """A day without its year, and how it was told: the next or the latest such day; none where its weekday contradicts it."""
    month = month_number(said["mo"])
    number = day_number(said["d"])
    if "rel" in said:
        years, how = [today.year + STEPS[said["rel"]]], f"of {said['rel']} year"
    else:
        years, how = [today.year - 1, today.year, today.year + 1], "the next such day" if ahead else "the latest such day"
    days = [day for year in years if (day := a_day(year, month, number))]
    if "wd" in said:
        fitting = [day for day in days if day.weekday() == WEEKDAYS.index(said["wd"])]
        meant = _pick(days, today, ahead=ahead)
        if meant is not None and meant not in fitting and abs((meant - today).days) < _CERTAIN:
            return (None, None), ""  # the weekday and the date cannot both be right; signs.py says so
        days = fitting
    first = _pick(days, today, ahead=ahead) if "rel" not in said else next(iter(days), None)
    if first is None:
        return (None, None), ""
    if "week" in said:
        return (first, first + dt.timedelta(days=6)), f"the week that begins with {how}"
    last = a_day(first.year, month, day_number(said["d_end"])) if "d_end" in said else first
    return ((first, last) if last and last >= first else (first, first)), how


def day_of_some_month(said: dict[str, str], today: dt.date, *, ahead: bool) -> tuple[Ends, str]:
    """A day told by its number alone ("on the 15th"): of the month that is named, else the next or the latest such day."""
    number = day_number(said["d"])
    steps = (STEPS[said["rel"]],) if "rel" in said else (0, 1, 2) if ahead else (0, -1, -2)
    months = [today.year * 12 + today.month - 1 + step for step in steps]
    days = [day for month in months if (day := a_day(month // 12, month % 12 + 1, number))]
    if "rel" not in said:
        days = [day for day in days if (day >= today if ahead else day <= today)]
    if not days:
        return (None, None), ""
    how = f"of {said['rel']} month" if "rel" in said else "the next such day" if ahead else "the latest such day"
    return (days[0], days[0]), how


def weekday_of_month(said: dict[str, str], today: dt.date, *, ahead: bool) -> tuple[Ends, str]:
    """The first, second ... or last such weekday of a month."""
    month = whole_month(int(said["y"]), month_number(said["mo"])) if "y" in said else _month_itself(said, today, ahead=ahead)[0]
    weekday = WEEKDAYS.index(said["wd"])
    days = [day for number in range(1, 32) if (day := a_day(month[0].year, month[0].month, number)) and day.weekday() == weekday]
    place = _PLACES[said["nth"]]
    return (days[place], days[place]), f"of that month the {said['nth']} {said['wd'].capitalize()}"


def feast(said: dict[str, str], today: dt.date, *, ahead: bool) -> tuple[Ends, str]:
    """A feast that falls on the same day of every year."""
    month, day = _FEASTS[said["feast"].lower().replace("’", "'")]
    return day_of_month({"mo": month, "d": day}, today, ahead=ahead)


def quarter(said: dict[str, str], today: dt.date, *, ahead: bool) -> tuple[Ends, str]:
    """The first, second, third or fourth quarter of a year: of the one that is named, else the next or the latest."""
    months = _quarter_of(today.year, said)
    steps = STEPS[said["rel"]] if "rel" in said else -1 if months[0] > today and not ahead else 1 if months[1] < today and ahead else 0
    return _quarter_of(today.year + steps, said), f"that quarter of {today.year + steps}"


def _quarter_of(year: int, said: dict[str, str]) -> tuple[dt.date, dt.date]:
    first = 3 * _PLACES[said["nth"]] + 1
    return dt.date(year, first, 1), whole_month(year, first + 2)[1]


def is_in_calendar(words: DateWords) -> bool:
    """Whether some year has the day: 31 June is in none."""
    return a_day(2000, month_number(words.parts["mo"]), day_number(words.parts["d"])) is not None


def near_day(words: DateWords, today: dt.date | None) -> dt.date | None:
    """The day of a date without its year that lies so near to publication that no other year can be meant."""
    if today is None:
        return None
    month, number = month_number(words.parts["mo"]), day_number(words.parts["d"])
    days = [day for year in (today.year - 1, today.year, today.year + 1) if (day := a_day(year, month, number))]
    return next((day for day in days if abs((day - today).days) < _CERTAIN), None)


def is_long_past(said: dict[str, str], today: dt.date) -> bool:
    """Whether the latest day so named lies so long behind that the next one is meant, if no verb says otherwise."""
    month, number = month_number(said["mo"]), day_number(said["d"])
    past = [day for year in (today.year - 1, today.year) if (day := a_day(year, month, number)) and day <= today]
    return bool(past) and (today - past[-1]).days > _LONG_AGO


def _pick(days: list[dt.date], today: dt.date, *, ahead: bool) -> dt.date | None:
    past, coming = [day for day in days if day <= today], [day for day in days if day >= today]
    is_just_past = bool(past) and (today - past[-1]).days <= _JUST_PAST
    if ahead and coming and (coming[0] == today or not is_just_past):
        return coming[0]
    return past[-1] if past else next(iter(coming), None)


def month_or_part(said: dict[str, str], today: dt.date, *, ahead: bool) -> tuple[Ends, str]:
    """A month seen from today, or the part of it that is named; 'by mid-June' is open at its beginning."""
    (first, last), how = _month_itself(said, today, ahead=ahead)
    part = said.get("part", said.get("nth", "")).removeprefix("the ").removesuffix(" of")
    if part in _DAYS_OF:
        one, other = _DAYS_OF[part]
        first, last = first.replace(day=one), first.replace(day=min(other, last.day))
        how = f"{how}, {part}" if part in {"early", "mid", "late"} else f"{how}, its {part}"
    if said.get("lead") in {"by", "until", "till"}:
        return (None, last if part else first), f"no later than {how}"
    return (first, last), how


def _month_itself(said: dict[str, str], today: dt.date, *, ahead: bool) -> tuple[tuple[dt.date, dt.date], str]:
    month = month_number(said["mo"])
    if "rel_y" in said:
        return whole_month(today.year + STEPS[said["rel_y"]], month), f"of {said['rel_y']} year"
    year = today.year
    if said.get("rel") == "last" or (month > today.month and not (ahead or "rel" in said)):
        year -= 1 if month >= today.month else 0
        return whole_month(year, month), "the latest such month"
    if month < today.month and (ahead or said.get("rel") == "next"):
        year += 1
    return whole_month(year, month), "the next such month" if year > today.year or month > today.month else "the latest such month"


def whole_month(year: int, month: int) -> tuple[dt.date, dt.date]:
    """Its first and its last day."""
    return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])
