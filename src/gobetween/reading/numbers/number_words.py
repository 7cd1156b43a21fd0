"""Numbers as English writes them, in digits or words: where they stand and what they amount to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from attrs import field, frozen

Number = int | Fraction

_ONES = tuple(
    re.split(
        " ",
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
        " eighteen nineteen",
    )
)
_TENS = tuple(re.split(" ", "twenty thirty forty fifty sixty seventy eighty ninety"))
_SMALL = {word: value for value, word in enumerate(_ONES)} | {word: 10 * value for value, word in enumerate(_TENS, 2)}
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SHORT_SCALES = {"k": 1_000, "m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12}
_PARTS = {
    "half": Fraction(1, 2),
    "a third": Fraction(1, 3),
    "one third": Fraction(1, 3),
    "two thirds": Fraction(2, 3),
    "a quarter": Fraction(1, 4),
    "one quarter": Fraction(1, 4),
    "three quarters": Fraction(3, 4),
}

_SCALE = r"(?:hundred|thousand|million|billion|trillion|dozen)"
_WORD = "|".join(sorted(_SMALL, key=len, reverse=True))
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_ONE = (
    rf"(?:(?:{_DIGITS})(?:[ -]{_SCALE}\b|(?:k|m|mn|bn|tn)\b)?"
    rf"|(?:half a |(?:a|an|{_WORD})[ -])(?:{_SCALE})(?:(?:(?<=hundred) and |(?<=thousand) and |[ -])(?:{_WORD}|{_SCALE})\b)*"
    rf"|(?:{_WORD})(?:(?:(?<=hundred) and |(?<=thousand) and |[ -])(?:{_WORD}|{_SCALE})\b)*)"
)
_RULE = re.compile(
    r"(?<![\w.,:/#-])(?P<sign>[$€£¥₪]|US\$|USD ?|EUR ?|NIS ?)?(?:(?:between|from) (?=\S+ (?:and|to) ))?"
    rf"(?P<first>{_ONE})(?:(?P<join> and | to | or |-|–)(?:[$€£¥₪])?(?P<last>{_ONE}))?(?![\w:/]|[.,]\d|[-–]\d|[ -](?:thirds?"
    rf"|quarters?)\b)",
    re.IGNORECASE,
)
_PART_RULE = re.compile(
    (
        r"\b(?P<part>half|a third|one[ -]third|two[ -]thirds|a quarter|one[ -]quarter|three[ -]quarters) of (?=the\b|its\b"
        r"|their\b|all\b|those\b|them\b)"
    ),
    re.IGNORECASE,
)


@frozen
class NumberWords:
    """A number, or a range of them, at `[start, end)` of a text."""

    start: int
    end: int
    value: Number
    upper: Number | None = field(default=None, kw_only=True)
    is_money: bool = field(default=False, kw_only=True)
    is_share: bool = field(default=False, kw_only=True)  # a part of a whole, "two thirds of"


def find_numbers(text: str) -> Iterator[NumberWords]:
    """All numbers in reading order; "20 to 30" and "between 20 and 30" are one, with an upper end."""
    for match in _RULE.finditer(text):
        value, upper = _value(match["first"]), None
        end = match.end()
        if match["last"]:
            upper = _value(match["last"])
            if not _is_range(text, match, value, upper):
                if match["join"] in "-–":
                    continue  # a score, a vote, a model's name
                yield NumberWords(match.start(), match.end("first"), value, is_money=bool(match["sign"]))
                yield NumberWords(match.start("last"), match.end("last"), upper)
                continue
            value = _scaled_as(value, match)
        yield NumberWords(match.start(), end, value, upper=upper, is_money=bool(match["sign"]))
    for match in _PART_RULE.finditer(text):
        yield NumberWords(match.start(), match.end("part"), _PARTS[match["part"].lower().replace("-", " ")], is_share=True)


def _is_range(text: str, match: re.Match[str], value: Number, upper: Number) -> bool:
    before = text[match.start() : match.start("first")].lower()
    if match["join"] == " and ":
        return "between" in before and value < upper
    return _scaled_as(value, match) < upper


def _scaled_as(value: Number, match: re.Match[str]) -> Number:
    """In "1 to 2 million" the first number is in millions, too."""
    scale = re.search(rf"{_SCALE}$", match["last"], re.IGNORECASE)
    if scale and not re.search(rf"{_SCALE}$", match["first"], re.IGNORECASE) and value < 1_000:
        return value * _SCALES[scale.group().lower()]
    return value


def _value(words: str) -> Number:
    lowered = words.lower().replace("half a ", "half ")
    if match := re.match(_DIGITS, lowered):
        number: Number = Fraction(match.group().replace(",", ""))
        scale = lowered[match.end() :].strip(" -")
        return _whole(number * ({**_SCALES, **_SHORT_SCALES}[scale] if scale else 1))
    total: Number = 0
    current: Number = 0
    for word in re.split(r"[ -]+", lowered):
        if word in {"a", "an"}:
            current = 1
        elif word == "half":
            current = Fraction(1, 2)
        elif word in _SMALL:
            current += _SMALL[word]
        elif word in _SCALES:
            current = (current or 1) * _SCALES[word]
            if _SCALES[word] >= 1_000:
                total, current = total + current, 0
    return _whole(total + current)


def _whole(number: Number) -> Number:
    return int(number) if number == int(number) else number
