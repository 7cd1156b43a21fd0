"""The forms that English has for a time: where they stand in a text and which of them each is, not yet what day they mean."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache

from attrs import frozen

from gobetween.reading.times.date_forms import FORMS, MARKS, MONTH_NAMES

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_COUNTS = {
    word: count
    for count, names in enumerate(
        (
            "",
            "a an one the",
            "two couple",
            "three few several",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
        )
    )
    for word in names.split()
}
_WEEKDAY_STEMS = {name[:3]: name for name in WEEKDAYS}
_VAGUE = frozenset({"few", "several", "couple", "the"})


_AT_WORD = r"(?<![\w-])"
_BEHIND_DAY = r"(?:(?<![\w-])|(?<=\d-)(?=[A-Z]))"  # "April 28-May 2"
_RULES = tuple(
    (form, re.compile(rf"{_BEHIND_DAY if form == 'day' else _AT_WORD}(?:{pattern})(?!\w)"), MARKS[form]) for form, pattern in FORMS
)
_NAMED_AFTER_DAY = re.compile(rf"(?<=\bthe )\w+day (?!(?:{MONTH_NAMES})\b)[A-Z]")
_CAPITAL = re.compile(
    r"\b(?:On|By|That|Until|Till|Since|Before|After|From|Through|In|During|Over|Within|For|Early|Late|Later|Earlier|Last|Next|This|The|Today"
    r"|Tonight|Yesterday|Tomorrow|A|An|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|At|Mid)\b"
)


@frozen
class DateWords:
    """Words for a time at `[start, end)`, their form, and the parts of it."""

    start: int
    end: int
    form: str
    parts: dict[str, str]

    @property
    def count(self) -> tuple[int, bool]:
        """How many units they count, and whether that is exact."""
        word = self.parts.get("n", "").removeprefix("a ").split(" ")[0]
        if not word:
            return 0, False
        return (int(word), True) if word.isdigit() else (_COUNTS[word], word not in _VAGUE)


@lru_cache(maxsize=1)  # asked twice of each document
def find_date_words(text: str) -> tuple[DateWords, ...]:
    """All words for a time in reading order, none within another: of those that overlap the first, then the longest, counts.

    None reaches over the end of a line.
    """
    lowered = _CAPITAL.sub(lambda match: match.group().lower(), text)  # the first word of a sentence reads as any other
    found: list[DateWords] = []
    start = end = 0
    for line in lowered.split("\n"):
        as_told = _in_small_letters(line) if line.isupper() else line
        for words in sorted(_in_line(as_told, start), key=lambda words: (words.start, -words.end)):
            if words.start >= end:
                found.append(words)
                end = words.end
        start += len(line) + 1
    return tuple(found)


def _in_small_letters(line: str) -> str:
    """A line in capitals as it reads in small ones, as long as before: "PORTS TO REOPEN ON MONDAY"."""
    titled = line.title()
    return _CAPITAL.sub(lambda match: match.group().lower(), titled) if len(titled) == len(line) else line


def _in_line(line: str, start: int) -> Iterator[DateWords]:
    absent: set[tuple[str, ...]] = set()
    for form, rule, marks in _RULES:
        if marks not in absent and not _has_any(line, marks):
            absent.add(marks)
        if marks not in absent:
            for match in rule.finditer(line):
                if form == "weekday" and _NAMED_AFTER_DAY.match(line, match.start()):
                    continue  # "the Sunday Courier"
                parts = {key.rstrip("_"): value for key, value in match.groupdict().items() if value}
                parts |= {key: _WEEKDAY_STEMS[parts[key][:3].lower()] for key in ("wd", "wd_end") if key in parts}
                yield DateWords(start + match.start(), start + match.end(), form, parts)


def _has_any(line: str, marks: tuple[str, ...]) -> bool:
    for mark in marks:  # noqa: SIM110 - asked of each line and form: a generator would cost as much again
        if mark in line:
            return True
    return False


def month_number(name: str) -> int:
    """1 for "January", "Jan." and so on."""
    return MONTHS.index(name[:3].lower()) + 1


def day_number(text: str) -> int:
    """7 for "7", "07" and "7th"."""
    return int(re.sub(r"\D", "", text))


def a_day(year: int, month: int, day: int) -> dt.date | None:
    """The day, if the calendar has it."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
