"""Days told from the one named before them: "the next day", "a week earlier", "that evening"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from gobetween.model.dates import UNKNOWN_DATE, DateBasis, When
from gobetween.reading.times.date_words import DateWords

_DAY = dt.timedelta(days=1)
_AFTER = re.compile(r"\b(?:next|following|later|after)\b")
_BEFORE = re.compile(r"\b(?:previous|earlier|before)\b")
_SAME = re.compile(r"\b(?:same|that)\b|\bin the day\b")
_APPOSED = re.compile(r",? (?:on )?")  # "two days later, on 9 April"
_DAYS_IN = {"day": 1, "week": 7, "fortnight": 14}
_SLACK = 3  # days that "a week later" may be out on either side


def day_beside(words: DateWords, text: str, before: Sequence[tuple[int, When]], today: dt.date | None) -> When:
    """The day that lies beside the last one named (`before`: the ends of words for a time, and what they mean).

    In another paragraph, a day that is still to come is not taken up, and what was "earlier" is told from `today`. Unknown where no
    single day was named, and for hours and months.
    """
    said = text[words.start : words.end].lower()
    anchor = _anchor(words, text, before, today)
    if said.endswith("in the day"):
        anchor = anchor or today
    elif anchor is not None and today is not None and _BEFORE.search(said) and not _is_named_beside(words, text, before):
        anchor = today
    steps = _steps(words, said)
    if anchor is None or steps is None:
        return UNKNOWN_DATE
    day = anchor + steps * _DAY
    slack = (_SLACK if words.parts.get("unit", "day") != "day" else 0) * _DAY
    return When(day - slack, day + slack, basis=DateBasis.INFERRED, inference=f"told from {anchor}, the day named before it")


def is_told_again(words: DateWords, text: str, following: DateWords | None) -> bool:
    """Whether the day itself follows at once: "two days later, on 9 April"."""
    is_day = following is not None and following.form in {"day", "weekday"}
    return is_day and following is not None and _APPOSED.fullmatch(text[words.end : following.start]) is not None


def _is_named_beside(words: DateWords, text: str, before: Sequence[tuple[int, When]]) -> bool:
    """Whether a day is named in the same paragraph; else "a day earlier" is told from the news itself."""
    return any(when.day is not None and "\n" not in text[end : words.start] for end, when in before)


def _anchor(words: DateWords, text: str, before: Sequence[tuple[int, When]], today: dt.date | None) -> dt.date | None:
    for end, when in reversed(before):
        is_near = "\n" not in text[end : words.start]
        if when.day is not None and (is_near or today is None or when.day <= today):
            return when.day
    return None


def _steps(words: DateWords, said: str) -> int | None:
    """How many days on; none where the words count hours or months, or do not count for certain."""
    unit = words.parts.get("unit", "day")
    count, is_exact = words.count if "n" in words.parts else (1, True)
    if unit not in _DAYS_IN or not is_exact or ("n" not in words.parts and re.match(r"(?:days|weeks) ", said)):
        return None
    size = count * _DAYS_IN[unit]
    if _SAME.search(said) and "n" not in words.parts:
        return 0
    return size if _AFTER.search(said) else -size if _BEFORE.search(said) else None
