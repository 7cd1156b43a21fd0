"""Words for a time in a text, and the day or span that they mean as seen from the day of publication."""

from __future__ import annotations

import datetime as dt
import re
from itertools import zip_longest

from attrs import evolve, frozen
from spacy.tokens import Doc

from gobetween.model.dates import UNKNOWN_DATE, DateBasis, When
from gobetween.reading.documents.clean_text import CleanText
from gobetween.reading.times.date_words import WEEKDAYS, DateWords, a_day, day_number, find_date_words, month_number
from gobetween.reading.times.months import (
    STEPS,
    Ends,
    day_of_month,
    day_of_some_month,
    feast,
    is_long_past,
    month_or_part,
    quarter,
    weekday_of_month,
    whole_month,
)
from gobetween.reading.times.neighbours import day_beside, is_told_again
from gobetween.reading.times.plans import days_ahead
from gobetween.reading.times.stretches import ago, hence, stretch_ahead, stretch_back
from gobetween.reading.times.tenses import lies_ahead
from gobetween.reading.times.weekdays import weekday, weekends_on

_DAY = dt.timedelta(days=1)
_MONTHS = 12
_DATES = frozenset({"day", "month", "ordinal", "weekday of"})


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
    resolver = _Resolver(clean.text, published, doc)
    found: list[FoundDate] = []
    every = [each for words in find_date_words(clean.text) for each in _days_apart(words, clean.text)]
    for words, following in zip_longest(every, every[1:]):
        if words.form == "hence" and not resolver.looks_ahead(words):
            continue  # "31 letters in two days"
        if words.form == "beside" and is_told_again(words, clean.text, following):
            when = resolver.when(following)
        elif words.form == "beside":
            when = day_beside(words, clean.text, [(each.end, each.when) for each in found], published.day)
        else:
            when = resolver.when(words)
        if found and words.form == "day" and "y" not in words.parts and _JOINED.fullmatch(clean.text[found[-1].end : words.start]):
            when = _not_before(when, found[-1].when)
        found.append(FoundDate(words.start, words.end, when))
    return tuple(found)


def _days_apart(words: DateWords, text: str) -> tuple[DateWords, ...]:
    """Two where two days are named that do not follow each other: "on Monday and Thursday", "on 5 and 12 January"."""
    said = words.parts
    joint = _AND.search(text, words.start, words.end)
    ends = {"day": ("d", "d_end"), "weekday": ("wd", "wd_end")}.get(words.form)
    is_stretch = joint is not None and joint["to"] is not None
    if text[: words.start].lower().endswith("between "):
        return (words,)
    if joint is None or ends is None or ends[1] not in said or (not is_stretch and _follows(said, *ends)):
        return (words,)
    shared = {key: value for key, value in said.items() if key not in ends}
    one = evolve(words, end=joint.start(), parts={**shared, ends[0]: said[ends[0]]})
    return one, evolve(words, start=joint.end(), parts={**shared, ends[0]: said[ends[1]]})


def _follows(said: dict[str, str], first: str, last: str) -> bool:
    """Whether the second day is the day after the first."""
    if first == "wd":
        return (WEEKDAYS.index(said[last]) - WEEKDAYS.index(said[first])) % 7 == 1
    return day_number(said[last]) - day_number(said[first]) == 1


_AND = re.compile(r" and (?:on )?|(?<=[tg]) (?P<to>to|until|through) (?=\w+day (?:morning|afternoon|evening|night)\b)")
_JOINED = re.compile(r"\s*(?:to|until|till|through|[-–])\s*")


def _not_before(when: When, first: When) -> When:
    """The end of a stretch ("from 3 May to 9 June"), in the year in which it does not lie before the beginning."""
    if first.day is None or when.day is None:
        return when
    days = (a_day(first.day.year + more, when.day.month, when.day.day) for more in (0, 1))
    last = next((day for day in days if day is not None and day >= first.day), when.day)
    return evolve(when, earliest=last, latest=last)


@frozen
class _Resolver:
    """What words for a time mean in one text."""

    text: str
    published: When
    doc: Doc | None

    def when(self, words: DateWords) -> When:
        said = words.parts
        if "y" in said and words.form != "weekday of":
            return stated(words)
        today = self.published.day
        if today is None:
            return UNKNOWN_DATE
        ends, how = self._ends(words, today, ahead=self.looks_ahead(words))
        if ends == (None, None):
            return UNKNOWN_DATE
        return When(*ends, basis=DateBasis.INFERRED, inference=f"{how}, seen from publication on {today}")

    def looks_ahead(self, words: DateWords) -> bool:
        """Whether the verb says that the time is to come, or, where none tells, nearness does."""
        ahead = lies_ahead(self.text, words.start, words.end, self.doc, is_far=words.form in _DATES)
        if ahead is None:
            ahead = self.published.day is not None and _is_nearer_ahead(words, self.published.day)
        elif not ahead and words.form == "weekday" and self.doc is not None and self.published.day is not None:
            days_on = (WEEKDAYS.index(words.parts["wd"]) - self.published.day.weekday()) % len(WEEKDAYS)
            ahead = 0 < days_on <= days_ahead(self.doc, words.start, words.end)
        return ahead and not self.text[words.start : words.end].lower().startswith("since")

    def _ends(self, words: DateWords, today: dt.date, *, ahead: bool) -> tuple[Ends, str]:
        said = words.parts
        match words.form:
            case "weekday":
                return weekday(said, today, ahead=ahead)
            case "day":
                return day_of_month(said, today, ahead=ahead)
            case "month":
                return month_or_part(said, today, ahead=ahead)
            case "ordinal":
                return day_of_some_month(said, today, ahead=ahead)
            case "weekday of":
                return weekday_of_month(said, today, ahead=ahead)
            case "weekend":
                return _period("weekend", weekends_on(today, ahead=ahead), today), "the next weekend" if ahead else "the last weekend"
            case "feast":
                return feast(said, today, ahead=ahead)
            case "quarter":
                return quarter(said, today, ahead=ahead)
            case "night":
                first = today if ahead else today - _DAY
                return (first, first + _DAY), "the next night" if ahead else "the last night"
            case "today":
                return _near_day(said, today), f"'{self.text[words.start : words.end]}'"
            case "end":
                return _end_of(
                    said, today, is_limit=self.text[words.start : words.end].lower().startswith(("before", "by", "until", "till"))
                )
            case "period":
                return _period(said["unit"], STEPS[said["rel"]], today), f"{said['rel']} {said['unit']}"
            case "ahead" | "soon":
                return stretch_ahead(words, today), "the time after publication"
            case "back":
                return stretch_back(words, today), "the time before publication"
            case "ago":
                return ago(words, today), "counted back"
            case "hence":
                return hence(words, today), "counted from publication"
            case _:
                return (None, None), ""


def stated(words: DateWords) -> When:
    """What words with a year in them say by themselves."""
    said = words.parts
    year = int(said["y"])
    if words.form == "numeric":
        return _numeric(said, year)
    if words.form in {"year", "season"}:  # seasons depend on the hemisphere
        return When(dt.date(year, 1, 1), dt.date(year, 12, 31))
    if words.form == "quarter":
        return When(*quarter(said, dt.date(year, 12, 31), ahead=False)[0])
    month = int(said["m"]) if "m" in said else month_number(said["mo"])
    if words.form == "month":
        return When(*whole_month(year, month))
    first = a_day(year, month, day_number(said["d"]))
    if first is not None and "week" in said:
        return When(first, first + 6 * _DAY)
    last = a_day(year, month, day_number(said["d_end"])) if "d_end" in said else first
    if first is None or last is None or first > last:
        return UNKNOWN_DATE
    return When(first, last)


def _numeric(said: dict[str, str], year: int) -> When:
    """Day and month in figures: the day first with dots; with strokes only where one of the two can be no month."""
    one, other = int(said["d"]), int(said["m"])
    is_day_first = said["mark"] == "." or one > _MONTHS
    if not is_day_first and other <= _MONTHS and one != other:
        return UNKNOWN_DATE  # 3/4: the third of April or the fourth of March
    day = a_day(year, other, one) if is_day_first else a_day(year, one, other)
    return When(day, day) if day else UNKNOWN_DATE


def _is_nearer_ahead(words: DateWords, today: dt.date) -> bool:
    """Whether the next such weekday or date is nearer than the last."""
    if words.form == "weekday":
        return (WEEKDAYS.index(words.parts["wd"]) - today.weekday()) % 7 <= len(WEEKDAYS) // 2
    return words.form == "day" and is_long_past(words.parts, today)


def _near_day(said: dict[str, str], today: dt.date) -> Ends:
    if "two" in said:
        day = today + (2 if "tomorrow" in said["two"] else -2) * _DAY
    else:
        day = today + {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(said["day"], 0) * _DAY
    return day, day


def _end_of(said: dict[str, str], today: dt.date, *, is_limit: bool) -> tuple[Ends, str]:
    first, last = _period(said["unit"], STEPS.get(said.get("which", "this"), 0), today)
    how = f"the {said['end']} of {said.get('which', 'this')} {said['unit']}"
    if first is None or last is None or said["end"] == "middle":
        return (first, last), how
    edge = last if said["end"] == "end" else first
    if is_limit:
        return (None, edge), f"no later than {how} (weeks end on Sunday)" if said["unit"] == "week" else f"no later than {how}"
    third = (last - first) / 3
    return ((last - third, last) if edge == last else (first, first + third)), how


def _period(unit: str, step: int, today: dt.date) -> Ends:
    match unit:
        case "day":
            return today + step * _DAY, today + step * _DAY
        case "week" | "weekend":
            monday = today + (7 * step - today.weekday()) * _DAY
            return (monday + 5 * _DAY if unit == "weekend" else monday), monday + 6 * _DAY
        case "month":
            months = today.year * 12 + today.month - 1 + step
            return whole_month(months // 12, months % 12 + 1)
        case "year":
            return dt.date(today.year + step, 1, 1), dt.date(today.year + step, 12, 31)
        case _:
            return None, None  # seasons
