"""Words for a time in a text, and the day or span that they mean as seen from the day of publication."""

from __future__ import annotations

import calendar
import datetime as dt

from attrs import frozen
from spacy.tokens import Doc

from gobetween.model.dates import UNKNOWN_DATE, DateBasis, When
from gobetween.reading.documents.clean_text import CleanText
from gobetween.reading.times.date_words import WEEKDAYS, DateWords, a_day, day_number, find_date_words, month_number
from gobetween.reading.times.tenses import lies_ahead

_DAY = dt.timedelta(days=1)
_DAYS_IN = {"hour": 1, "day": 1, "week": 7, "month": 30, "year": 365}
_Ends = tuple[dt.date | None, dt.date | None]


@frozen
class FoundDate:
    """Words for a time at `[start, end)` of the cleaned text, and what they resolve to; unknown where nothing anchors them."""

    start: int
    end: int
    when: When


def find_dates(clean: CleanText, published: When, doc: Doc | None = None) -> tuple[FoundDate, ...]:
    """All words for a time, in reading order.

    A date with its year stands for itself. Everything else is seen from the day of publication, and open without one: a weekday is that
    day itself or else the nearest one behind it or, where the verb says so (`doc` helps to tell), ahead of it; a day or month without a
    year is the latest one that is past, unless it lies ahead.
    """
    return tuple(
        FoundDate(words.start, words.end, _Resolver(clean.text, published, doc).when(words)) for words in find_date_words(clean.text)
    )


@frozen
class _Resolver:
    """What words for a time mean in one text."""

    text: str
    published: When
    doc: Doc | None

    def when(self, words: DateWords) -> When:
        said = words.parts
        if words.form in {"iso", "day", "month", "year"} and "y" in said:
            return stated(words)
        today = self.published.day
        if today is None:
            return UNKNOWN_DATE
        ahead = lies_ahead(self.text, words.start, words.end, self.doc, is_far=words.form in {"day", "month"})
        ahead = ahead and not self.text[words.start : words.end].lower().startswith("since")
        ends, how = self._ends(words, today, ahead=ahead)
        if ends == (None, None):
            return UNKNOWN_DATE
        return When(*ends, basis=DateBasis.INFERRED, inference=f"{how}, seen from publication on {today}")

    def _ends(self, words: DateWords, today: dt.date, *, ahead: bool) -> tuple[_Ends, str]:
        said = words.parts
        match words.form:
            case "weekday":
                return _weekday(said, today, ahead=ahead)
            case "day":
                return _day_of_month(said, today, ahead=ahead)
            case "month":
                return _month(said, today, ahead=ahead)
            case "today":
                return _near_day(said, today), f"'{self.text[words.start : words.end]}'"
            case "end":
                return _end_of(
                    said, today, is_limit=self.text[words.start : words.end].lower().startswith(("before", "by", "until", "till"))
                )
            case "period":
                return _period(said["unit"], _STEPS[said["rel"]], today), f"{said['rel']} {said['unit']}"
            case "ahead" | "soon":
                return _stretch_ahead(words, today), "the time after publication"
            case "back":
                return _stretch_back(words, today), "the time before publication"
            case "ago":
                return _ago(words, today), "counted back"
            case _:
                return (None, None), ""


_STEPS = {"last": -1, "this": 0, "next": 1}


def stated(words: DateWords) -> When:
    """What words with a year in them say by themselves."""
    said = words.parts
    year = int(said["y"])
    if words.form == "year":
        return When(dt.date(year, 1, 1), dt.date(year, 12, 31))
    month = int(said["m"]) if "m" in said else month_number(said["mo"])
    if words.form == "month":
        return When(*_whole_month(year, month))
    first = a_day(year, month, day_number(said["d"]))
    last = a_day(year, month, day_number(said["d_end"])) if "d_end" in said else first
    if first is None or last is None or first > last:
        return UNKNOWN_DATE
    return When(first, last)


def _whole_month(year: int, month: int) -> tuple[dt.date, dt.date]:
    return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])


def _weekday(said: dict[str, str], today: dt.date, *, ahead: bool) -> tuple[_Ends, str]:
    relation = said.get("rel", "")
    days_on = (WEEKDAYS.index(said["wd"].lower()) - today.weekday()) % 7
    if "after" in said:
        monday = today - today.weekday() * _DAY + 7 * _STEPS[said["after"].split()[0]] * _DAY
        first, how = monday + WEEKDAYS.index(said["wd"].lower()) * _DAY, f"that day of {said['after']}"
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
    last = first + ((WEEKDAYS.index(said["wd_end"].lower()) - first.weekday()) % 7) * _DAY
    return (first, last), how


def _day_of_month(said: dict[str, str], today: dt.date, *, ahead: bool) -> tuple[_Ends, str]:
    month = month_number(said["mo"])
    number = day_number(said["d"])
    if "rel" in said:
        years, how = [today.year + _STEPS[said["rel"]]], f"of {said['rel']} year"
    else:
        years, how = [today.year - 1, today.year, today.year + 1], "the next such day" if ahead else "the latest such day"
    days = [day for year in years if (day := a_day(year, month, number))]
    if "wd" in said:
        days = [day for day in days if day.weekday() == WEEKDAYS.index(said["wd"].lower())]
    first = _pick(days, today, ahead=ahead) if "rel" not in said else next(iter(days), None)
    if first is None:
        return (None, None), ""
    last = a_day(first.year, month, day_number(said["d_end"])) if "d_end" in said else first
    return ((first, last) if last and last >= first else (first, first)), how


def _pick(days: list[dt.date], today: dt.date, *, ahead: bool) -> dt.date | None:
    past, coming = [day for day in days if day <= today], [day for day in days if day >= today]
    if ahead and coming:
        return coming[0]
    return past[-1] if past else next(iter(coming), None)


def _month(said: dict[str, str], today: dt.date, *, ahead: bool) -> tuple[_Ends, str]:
    month = month_number(said["mo"])
    if "rel_y" in said:
        return _whole_month(today.year + _STEPS[said["rel_y"]], month), f"of {said['rel_y']} year"
    year = today.year
    if said.get("rel") == "last" or (month > today.month and not (ahead or "rel" in said)):
        year -= 1 if month >= today.month else 0
        return _whole_month(year, month), "the latest such month"
    if month < today.month and (ahead or said.get("rel") == "next"):
        year += 1
    return _whole_month(year, month), "the next such month" if year > today.year or month > today.month else "the latest such month"


def _near_day(said: dict[str, str], today: dt.date) -> _Ends:
    if "two" in said:
        day = today + (2 if "tomorrow" in said["two"] else -2) * _DAY
    else:
        day = today + {"yesterday": -1, "tomorrow": 1}.get(said["day"], 0) * _DAY
    return day, day


def _end_of(said: dict[str, str], today: dt.date, *, is_limit: bool) -> tuple[_Ends, str]:
    first, last = _period(said["unit"], _STEPS.get(said["which"], 0), today)
    how = f"the {said['end']} of {said['which']} {said['unit']}"
    if first is None or last is None or said["end"] == "middle":
        return (first, last), how
    edge = last if said["end"] == "end" else first
    if is_limit:
        return (None, edge), f"no later than {how} (weeks end on Sunday)" if said["unit"] == "week" else f"no later than {how}"
    third = (last - first) / 3
    return ((last - third, last) if edge == last else (first, first + third)), how


def _period(unit: str, step: int, today: dt.date) -> _Ends:
    match unit:
        case "day":
            return today + step * _DAY, today + step * _DAY
        case "week" | "weekend":
            monday = today + (7 * step - today.weekday()) * _DAY
            return (monday + 5 * _DAY if unit == "weekend" else monday), monday + 6 * _DAY
        case "month":
            months = today.year * 12 + today.month - 1 + step
            return _whole_month(months // 12, months % 12 + 1)
        case "year":
            return dt.date(today.year + step, 1, 1), dt.date(today.year + step, 12, 31)
        case _:
            return None, None  # seasons depend on the hemisphere


def _stretch_ahead(words: DateWords, today: dt.date) -> _Ends:
    count, is_exact = words.count
    last = today + count * _DAYS_IN[words.parts["unit"]] * _DAY if is_exact else None
    return (today if words.parts["unit"] == "hour" else today + _DAY), last


def _stretch_back(words: DateWords, today: dt.date) -> _Ends:
    count, is_exact = words.count
    return (today - count * _DAYS_IN[words.parts["unit"]] * _DAY if is_exact else None), today


def _ago(words: DateWords, today: dt.date) -> _Ends:
    count, is_exact = words.count
    unit = words.parts["unit"]
    if not is_exact:
        return None, today - _DAY
    day = today - count * _DAYS_IN[unit] * _DAY
    slack = {"day": 0, "week": 3, "month": 15, "year": 182}[unit]
    return day - slack * _DAY, min(today, day + slack * _DAY)
