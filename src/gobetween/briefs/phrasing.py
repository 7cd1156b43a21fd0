"""How a brief words lists, numbers, dates and quotations."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable
from fractions import Fraction

from gobetween.model.dates import When

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
LONGEST_QUOTATION = 320  # characters; the citation keeps all the words


def listed(words: Iterable[str], *, last: str = "and") -> str:
    """The words as a list in a sentence: `a`, `a and b`, `a, b and c`; each once, in their order."""
    each = [word for word in dict.fromkeys(words) if word]
    if len(each) < 2:
        return "".join(each)
    return f"{', '.join(each[:-1])} {last} {each[-1]}"


def counted(count: int, word: str, plural: str = "") -> str:
    """`1 report`, `2 reports`."""
    return f"{count:,} {word if count == 1 else plural or word + 's'}"


def sentence(text: str) -> str:
    """The text with a capital at its beginning and a stop at its end."""
    stripped = text.strip()
    if not stripped:
        return ""
    is_ended = stripped[-1] in ".?!" or (stripped[-1] in "”\"'’)" and stripped[-2:-1] in {".", "?", "!"})
    ended = stripped if is_ended else stripped + "."
    return ended[0].upper() + ended[1:]


def phrase(text: str) -> str:
    """The text without a stop at its end, to stand inside a sentence."""
    return text.strip().removesuffix(".")


def joined(*parts: str, by: str = "; ") -> str:
    """The parts that say something, joined."""
    return by.join(part for part in parts if part)


def day_in_words(day: dt.date) -> str:
    """`21 February 2024`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def when_in_words(when: When, *, otherwise: str = "") -> str:
    """The time span in words: a day, a month, a range, an open range; `otherwise` if it is unknown."""
    first, last = when.earliest, when.latest
    if first is None or last is None:
        return f"from {day_in_words(first)}" if first else f"by {day_in_words(last)}" if last else otherwise
    if first == last:
        return day_in_words(first)
    if first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]:
        return _months(first, last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {day_in_words(last)}"
    start = f"{first.day} {MONTHS[first.month - 1]}" if first.year == last.year else day_in_words(first)
    return f"{start} to {day_in_words(last)}"


def when_or_undated(when: When) -> str:
    """The time span in words, or that it has no date."""
    return when_in_words(when, otherwise="undated")


def _months(first: dt.date, last: dt.date) -> str:
    if (first.month, last.month) == (1, 12):
        return f"{first.year}" if first.year == last.year else f"{first.year} to {last.year}"
    end = f"{MONTHS[last.month - 1]} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return end
    start = MONTHS[first.month - 1]
    return f"{start} to {end}" if first.year == last.year else f"{start} {first.year} to {end}"


def amount(value: int | Fraction) -> str:
    """A number with thousands apart; a fraction with what it needs of decimals, one at most."""
    if isinstance(value, int) or value.denominator == 1:
        return f"{int(value):,}"
    tenths = round(value * 10)
    return f"{tenths // 10:,}.{tenths % 10}"


def quoted(text: str, limit: int = LONGEST_QUOTATION) -> str:
    """The words as they stand, in quotation marks unless they are one quotation already, cut at a word if they are long."""
    words = " ".join(text.split()).strip(" ,;")
    if words[:1] == "“" and words[-1:] == "”" and not any(mark in words[1:-1] for mark in "“”"):
        words = words[1:-1].strip(" ,;")
    return f"“{shortened(words, limit)}”" if words else ""


def shortened(text: str, limit: int) -> str:
    """The text, cut at a word and ended with an ellipsis if it is longer than `limit`."""
    return text if len(text) <= limit else text[:limit].rsplit(" ", 1)[0].rstrip(" ,;.") + " …"


def capitalised(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]
