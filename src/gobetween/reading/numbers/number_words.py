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
_SCALES |= {"lakh": 10**5, "crore": 10**7}
_SHORT_SCALES = {"k": 1_000, "m": 10**6, "mn": 10**6, "mln": 10**6, "bn": 10**9, "bln": 10**9, "tn": 10**12, "trn": 10**12}
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
CURRENCIES = {"€": "EUR", "eur": "EUR", "£": "GBP", "gbp": "GBP", "₪": "ILS", "nis": "ILS", "us$": "USD", "usd": "USD", "c$": "CAD"}
CURRENCIES |= {
    "a$": "AUD",
    "nz$": "NZD",
    "hk$": "HKD",
    "chf": "CHF",
    "$": "dollars",
    "¥": "yen or yuan",
    "₹": "INR",
    "₽": "RUB",
    "₺": "TRY",
}
CURRENCIES |= {"₦": "NGN", "₱": "PHP", "₩": "KRW", "₴": "UAH", "₵": "GHS", "৳": "BDT", "฿": "THB", "₫": "VND"}
CURRENCIES |= {"s$": "SGD", "nt$": "TWD", "r$": "BRL", "gh¢": "GHS", "gh₵": "GHS", "n": "NGN", "r": "ZAR", "p": "PHP", "rm": "MYR"}
CURRENCIES |= {"rs": "rupees", "rs.": "rupees", "ksh": "KES", "sh": "shillings", "tk": "BDT", "rp": "IDR", "rmb": "CNY", "gbx": "pence"}
_CODES = (
    "JPY|CNY|INR|RUB|TRY|CAD|AUD|NZD|HKD|SEK|NOK|DKK|PLN|ZAR|NGN|KES|GHS|UGX|TZS|ETB|PKR|BDT|LKR|NPR|AED|SAR|QAR|KWD|EGP|ILS|KRW|BRL"
    "|MXN|ARS|CLP|PHP|IDR|MYR|SGD|THB|VND|UAH|HUF|CZK|RON"
)
CURRENCIES |= {code.lower(): code for code in _CODES.split("|")}
"""What the sign before a sum says; a bare "$" may be that of many states."""

_SCALE = r"(?:hundred|thousand|million|billion|trillion|dozen|lakh|crore)"
_SCALED = re.compile(rf"(?:{_SCALE}|(?<=[\d -])(?:ml?n|bl?n|tr?n))$", re.IGNORECASE)
_SIGNS = "$€£¥₪₹₽₺₦₱₩₴₵৳฿₫"
_WORD = "|".join(sorted(_SMALL, key=len, reverse=True))
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_AND_A_HALF = rf"(?:{_WORD}|\d{{1,3}}) and (?:a (?:half|quarter)|three quarters)(?: {_SCALE}\b)?"
_ONE = (
    rf"(?:{_AND_A_HALF}|(?:{_DIGITS})(?:[ -]?{_SCALE}\b|(?:k|m)\b|[ -]?(?:ml?n|bl?n|tr?n)\b)?"
    rf"|(?:half a |(?:a|one) quarter of a |three quarters of a |(?:a|an|{_WORD})[ -])"
    rf"(?:{_SCALE})(?:(?:(?<=hundred) and |(?<=thousand) and |[ -])(?:{_WORD}|{_SCALE})\b)*"
    rf"|(?:{_WORD})(?:(?:(?<=hundred) and |(?<=thousand) and |[ -])(?:{_WORD}|{_SCALE})\b)*)"
)
_AND_PART = {"a half": Fraction(1, 2), "a quarter": Fraction(1, 4), "three quarters": Fraction(3, 4)}
_AND_PARTS = re.compile(rf"(?P<whole>\S+) and (?P<part>{'|'.join(_AND_PART)})(?: (?P<scale>{_SCALE}))?")
_RULE = re.compile(
    r"(?<![\w.,:/#-])(?:(?:between|from) (?=\S+ (?:percent )?(?:and|to) ))?"
    rf"(?P<sign>[{_SIGNS}]|(?:US|C|A|NZ|HK|NT|S|R)\$|GH[¢₵]|(?-i:USD|EUR|NIS|GBP|GBX|CHF|RMB|RM|Rs\.?|Rp|Tk|KSh|Ksh|Sh|{_CODES}) ?"
    r"|(?-i:[NRP])(?=\d{3}|\d{1,3},\d{3}|\d[\d.]*[ -]?(?:[mbt]illion|[mb]n|tn)\b))?"
    rf"(?P<first>{_ONE})(?:(?:%| percent)?(?P<join> and | to | or |-|–)(?:[{_SIGNS}])?(?P<last>{_ONE}))?"
    r"(?!(?!(?:pc|pct|km|kms|kg|(?-i:[CFp]))\b)[\w:/]|[.,]\d|[-–]\d|[ -](?:thirds?|quarters?)\b)",
    re.IGNORECASE,
)
_VAGUE_RULE = re.compile(
    r"(?<![\w,.-])(?:(?P<whole>tens|hundreds) of (?P<of>thousands|millions)\b"
    r"|(?P<many>tens|dozens|scores|hundreds|thousands|millions|billions)(?= of [\w“\"])"
    r"|(?:several|many|a few|a couple of) (?P<scale>dozen|hundred|thousand|million|billion)\b)",
    re.IGNORECASE,
)
_SINGLE_RULE = re.compile(
    r"\b(?:than|nearly|almost|about|around|only|just|over|under|least) (?P<one>an?) "
    r"(?=(?:full |whole )?(?:hour|day|week|month|year|decade)\b)",
    re.IGNORECASE,
)
_PERCENT_MARK = re.compile(r"\s?(?:%|pct?\b)|[ -]per ?cent\b|[ -]percentage points?\b", re.IGNORECASE)
_AT_LEAST_TWO = {"tens": 20, "dozens": 24, "scores": 40} | {f"{scale}s": 2 * size for scale, size in _SCALES.items()}
_BEFORE = 60  # characters in which a verb says that "from 120 to 155" is a change and no range
_CHANGED = re.compile(
    r"\b(?:go|goes|going|ros?e|risen|rises|rising|grew|grow\w*|f[ae]ll\w*|cut\w*|rais\w+|lower\w*|reduc\w+|went|gone|increas\w+|decreas\w+|dropp\w+"
    r"|climb\w*|jump\w*|chang\w+|mov\w+|revis\w+|shr[aiu]nk\w*|up|down|declin\w+|slip\w+|soar\w*|swell\w*|widen\w*|narrow\w*)\b"
    r"[^.;]*$",
    re.IGNORECASE,
)
_QUARTERS = re.compile(r"(?P<many>a|one|three) quarters? of (?=a )")
_JOINED_RULE = re.compile(rf"(?:or|and) {_ONE}(?:[ -]|(?=%))", re.IGNORECASE)
_PART_RULE = re.compile(
    r"\b(?P<many>an? |(?:one|two|three|four|seven|nine)[ -])?(?P<part>half|third|quarter|fifth|tenth)s?"
    r"(?=(?P<whole> of (?!last\b|this\b|next\b|an?\b|the way\b|\d)\w)|(?<=half) (?:the|its|their|all|those)\b)",
    re.IGNORECASE,
)
_BY_PART = re.compile(  # "cut by a third"
    r"(?P<many>an? |(?:one|two|three|four|seven|nine)[ -])?(?P<part>half|third|quarter|fifth|tenth)s?\b"
    r"(?! (?:past|to|an?)\b)(?P<whole>)",
    re.IGNORECASE,
)
_PART_NAME = re.compile("|".join("".join(f"[{letter.upper()}{letter}]" for letter in part) for part in _PARTS))
_PART_LEAD = re.compile(r"\b(?:an? |(?:one|two|three|four|seven|nine)[ -])$", re.IGNORECASE)
_LONGEST_LEAD = 8
_IN_LINK = re.compile(rf" (?:in|out of) (?:every )?(?:\d|{_WORD})", re.IGNORECASE)
_IN_RULE = re.compile(
    rf"(?<![\w,.-])(?P<many>{_WORD}|\d{{1,2}}) (?:in|out of) (?:every )?(?P<of>{_WORD}|\d{{1,4}})"
    r"(?= (?!(?:second|minute|hour|day|week|month|year)s?\b)[a-z])",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"(?:^|[.!?:;—\n,]\s*[\"“'‘]?|\b(?:that|and|than|least|most|about|some|nearly|almost|only|roughly|over|around)\s)$", re.IGNORECASE
)


@frozen
class NumberWords:
    """A number, or a range of them, at `[start, end)` of a text."""

    start: int
    end: int
    value: Number
    upper: Number | None = field(default=None, kw_only=True)
    currency: str = field(default="", kw_only=True)  # of a sum of money: "EUR", "dollars"
    is_share: bool = field(default=False, kw_only=True)  # a part of a whole, "two thirds of"
    is_open: bool = field(default=False, kw_only=True)  # "dozens of": the value is the least that the words can mean


def find_numbers(text: str) -> Iterator[NumberWords]:
    """All numbers in reading order; "20 to 30" and "between 20 and 30" are one, with an upper end, "one in five" is a share.

    "Hundreds of" is at least two hundred, and open upwards. "Rose from 120 to 155" are two numbers.
    """
    shares = sorted([*_shares(text), *_vague(text), *_single(text)], key=lambda each: each.start)
    at = 0
    for number in _counts(text):
        while at < len(shares) and shares[at].start < number.end:
            yield shares[at]
            at += 1
        if not (at and number.start < shares[at - 1].end):
            yield number
    yield from shares[at:]


def without_joined_number(words: str) -> str:
    """What follows a number, without a second number to choose from: "or 250 dockers" -> "dockers"."""
    match = _JOINED_RULE.match(words)
    return words[match.end() :] if match else words


def _shares(text: str) -> Iterator[NumberWords]:
    for match in _parts(text):
        many = (match["many"] or "a").strip(" -").lower()
        if many in {"a", "an"} and match["part"].lower() != "half" and not match["many"]:
            continue  # "third of": an order, not a part
        value = Fraction(_SMALL.get(many, 1), _PARTS[match["part"].lower()])
        if value < 1:
            yield NumberWords(match.start(), match.end(), value, is_share=True)
    for match in _in_numbers(text):
        many, whole = _value(match["many"]), _value(match["of"])
        if 0 < many < whole and (
            many == 1 or " out of " in match.group() or _OPENS.search(text[max(0, match.start() - 12) : match.start()])
        ):
            yield NumberWords(match.start(), match.end(), Fraction(many) / whole, is_share=True)


def _parts(text: str) -> Iterator[re.Match[str]]:
    """Every "a third", "half": looked for from the word for the part, which is quicker than from whatever may lead up to it."""
    for name in _PART_NAME.finditer(text):
        lead = _PART_LEAD.search(text, max(0, name.start() - _LONGEST_LEAD), name.start())
        start = lead.start() if lead else name.start()
        match = _PART_RULE.match(text, start)
        if match is None and text[max(0, start - 3) : start].lower() == "by ":
            match = _BY_PART.match(text, start)
        if match:
            yield match


def _in_numbers(text: str) -> Iterator[re.Match[str]]:
    """Every "one in five": looked for from the word between, as above."""
    end = 0
    for link in _IN_LINK.finditer(text):
        start = link.start()
        while start > 0 and text[start - 1].isalnum():
            start -= 1
        match = _IN_RULE.match(text, start)
        if match and start >= end:
            end = match.end()
            yield match


def _vague(text: str) -> Iterator[NumberWords]:
    for match in _VAGUE_RULE.finditer(text):
        many = match["many"] or match["whole"]
        size = _AT_LEAST_TWO[many.lower()] if many else 2 * _SCALES[match["scale"].lower()]
        if match["of"]:
            size *= _SCALES[match["of"].lower().removesuffix("s")]
        yield NumberWords(match.start(), match.end(), size, is_open=True)


def _single(text: str) -> Iterator[NumberWords]:
    """The "an" of "more than an hour", which measures."""
    for match in _SINGLE_RULE.finditer(text):
        yield NumberWords(match.start("one"), match.end("one"), 1)


def _counts(text: str) -> Iterator[NumberWords]:
    for match in _RULE.finditer(text):
        value, upper = _value(match["first"]), None
        currency = CURRENCIES[match["sign"].strip().lower()] if match["sign"] else ""
        end = match.end()
        start = match.start()
        if match["last"] is None and text[start : start + 5].lower() == "from ":
            start += 5
        if match["last"]:
            upper = _value(match["last"])
            if not _is_range(text, match, value, upper):
                if match["join"] in "-–":
                    continue  # a score, a vote, a model's name
                lead = len("from ") if text[start : start + 5].lower() == "from " else 0
                yield NumberWords(start + lead, match.end("first"), value, currency=currency)
                sign = text[match.start("last") - 1] if text[match.start("last") - 1] in _SIGNS else ""
                own = currency if sign == "$" else CURRENCIES.get(sign, "")  # "US$2 and $3" are of one currency
                yield NumberWords(match.start("last") - len(sign), match.end("last"), upper, currency=own or CURRENCIES.get(sign, ""))
                continue
            value = _scaled_as(value, match)
        yield NumberWords(start, end, value, upper=upper, currency=currency)


def _is_range(text: str, match: re.Match[str], value: Number, upper: Number) -> bool:
    before = text[match.start() : match.start("first")].lower()
    if _is_of_two_kinds(text, match):
        return False
    if match["join"] == " and ":
        return "between" in before and value < upper
    if match["join"].lower() == " or ":
        return _are_neighbours(_scaled_as(value, match), upper)
    lead = text[max(0, match.start() - _BEFORE) : match.start()]
    if (before.startswith("from") or (match["join"] == " to " and lead.endswith("by "))) and _CHANGED.search(lead):
        return False
    return _scaled_as(value, match) < upper


def _is_of_two_kinds(text: str, match: re.Match[str]) -> bool:
    """Whether only one of them is a percentage or a sum: "fell 4.1% to $60.85", "cut by 22 percent to 84,000 tonnes"."""
    is_percent = bool(_PERCENT_MARK.match(text, match.end("first")))
    has_sign = text[match.start("last") - 1] in _SIGNS
    return (is_percent and not _PERCENT_MARK.match(text, match.end("last"))) or (has_sign and not match["sign"])


def _are_neighbours(value: Number, upper: Number) -> bool:
    """Whether "two or three", "20 or 30" say about how many; "15 or 25" are two to choose from."""
    step, larger = 1, 5
    while value % larger == 0 and upper % larger == 0:
        step, larger = larger, larger * (2 if larger % 10 else 5)
    return 0 < upper - value <= step


def _scaled_as(value: Number, match: re.Match[str]) -> Number:
    """In "1 to 2 million" the first number is in millions, too."""
    scale = _SCALED.search(match["last"])
    if scale and not _SCALED.search(match["first"]) and value < 1_000:
        return value * (_SCALES | _SHORT_SCALES)[scale.group().lower()]
    return value


def _value(words: str) -> Number:
    lowered = words.lower().replace("half a ", "half ")
    if halves := _AND_PARTS.fullmatch(lowered):
        times = _SCALES[halves["scale"]] if halves["scale"] else 1
        return _whole((_value(halves["whole"]) + _AND_PART[halves["part"]]) * times)
    if part := _QUARTERS.match(lowered):
        return _whole(Fraction(3 if part["many"] == "three" else 1, 4) * _value(lowered[part.end() :]))
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
