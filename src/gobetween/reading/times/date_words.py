"""The forms that English has for a time: where they stand in a text and which of them each is, not yet what day they mean."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache

from attrs import frozen

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

_WD = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|(?:(?<=on )|(?<=by )|(?<=until )|(?<=since ))(?:Mon|Tues?|Weds?|Thurs?|Fri|Sat|Sun)\b\.?)"
)
_MO_LONG = "January|February|March|April|May|June|July|August|September|October|November|December"
_MO = rf"(?:{_MO_LONG}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
_DD = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d\d"
_PART = r"(?: (?:morning|afternoon|evening|night))?"
_N = r"(?:a few|a couple of|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|few|couple of|several|\d{1,3})"
_PART_OF = "(?:the (?:start|beginning|middle|end|first half|second half)|end) of"
_LEAD = r"(?:(?:(?:later|early|earlier|late|starting|beginning) )?(?:on|by|until|till|since|before|after|from|through) )?"
_NO_NAME = r"(?<!Good )(?<!Black )(?<!Ash )(?<!Bloody )(?<!Palm )(?<!Easter )(?<!Super )(?<!Cyber )"
_NOT_TITLE = (
    r"(?! (?:Times|Telegraph|Herald|Mirror|Mail|Express|Post|School|school|Night Football|Market|prayers?\b|sermons?\b|mass\b|Mass\b"
    r"|newspapers?\b))"
)

_FORMS: tuple[tuple[str, str], ...] = (
    ("iso", rf"(?<![\d/-])(?P<y>{_YEAR})-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])(?![\d/-])"),
    (
        "day",
        (
            rf"{_LEAD}(?:(?P<wd>{_WD})(?:,? | (?P<open>\()))?(?:the )?"
            rf"(?:(?P<mo>{_MO}) (?P<d>{_DD})(?:(?:-|–| to | and )(?P<d_end>{_DD}))?"
            rf"|(?P<d_>{_DD})(?:(?:-|–| to | and )(?P<d_end_>{_DD}))?(?: day)?(?: of)? (?P<mo_>{_MO}))(?![\d:])"
            rf"(?:,? (?P<y>{_YEAR})(?!\d)|,?(?: of)? (?P<rel>last|this|next) year)?(?(open)\))"
        ),
    ),
    (
        "numeric",
        rf"{_LEAD}(?<![\d./])(?P<d>0?[1-9]|[12]\d|3[01])(?P<mark>[./])(?P<m>0?[1-9]|[12]\d|3[01])(?P=mark)(?P<y>{_YEAR})(?![\d/])",
    ),
    (
        "ordinal",
        (
            r"(?:on|by|until|till|since|before|after|from|for) the (?:(?:morning|afternoon|evening|night|eve) of the )?"
            r"(?P<d>(?:[12]?\d|3[01])(?:st|nd|rd|th))"
            r"(?: of (?P<rel>this|last|next) month|(?=[,.;:!?)”’\"]|$| local time\b"
            r"|(?<=on the ....) (?:in|at) [A-Z]|(?<=ing of the ....) (?:in|at) |(?<=ght of the ....) (?:in|at) ))"
        ),
    ),
    (
        "weekday of",
        (
            rf"(?:(?:on|by|until|since|from) )?the (?P<nth>first|second|third|fourth|last) (?P<wd>{_WD}) (?:in|of) (?P<mo>{_MO})"
            rf"(?:,? (?P<y>{_YEAR})(?!\d))?"
        ),
    ),
    ("month", rf"{_LEAD}(?:the month of )?(?P<mo>{_MO}),?(?: of)? (?P<y>{_YEAR})(?!\d)"),
    (
        "month",
        (
            r"(?:(?:(?P<lead>in|at|since|until|till|by|during|before|after|from|through|of)(?: the month of)?"
            rf"(?: (?P<part>early|mid|late|end|{_PART_OF})| the (?P<nth>first|second|third|last) week of)?"
            rf"|(?P<part_>early|mid|late|end|{_PART_OF})"
            r"|the (?P<nth_>first|second|third|last) week of)[ -]"
            rf"|(?P<rel>last|next|this) )(?P<mo>{_MO})(?! \d|[’'][ds]? |\w)(?:,?(?: of)? (?P<rel_y>last"
            rf"|this|next) year)?"
        ),
    ),
    ("month", rf"(?:(?<=\ba )|(?<=\ban )|(?<=\bthe ))(?P<mo>{_MO_LONG})(?= [a-z])(?! (?:is|was|has|had|and|or|of|in)\b)"),
    (
        "weekday",
        (
            r"(?:(?:later|early|earlier|late) )?(?:(?:on|by|until|till|since|before|after|from|through) )?(?:(?P<rel>this|last"
            r"|next|this past|this coming|the previous) )?"
            rf"{_NO_NAME}(?P<wd>{_WD}){_NOT_TITLE}{_PART}(?:(?: (?P<join>and|or|to|through)|-) (?:on "
            rf")?(?P<wd_end>{_WD}){_PART})?(?: (?P<after>last week|next week|this week|week(?! \w+ed\b)))?"
        ),
    ),
    (
        "today",
        (
            r"(?:(?:later|earlier|late|early) )?(?:(?P<day>this (?:morning|afternoon|evening)|last night"
            r"|today|tonight|yesterday|tomorrow)"
            rf"(?: (?:morning|afternoon|evening|night))?(?: \({_WD}\))?|the "
            r"day (?P<two>before yesterday|after tomorrow))"
        ),
    ),
    (
        "end",
        (
            r"(?:(?:before|by|until|till|at|towards?) )?the (?P<end>end|start|beginning|middle) of (?P<which>the|this|next|last) "
            r"(?P<unit>day|week|month|year)"
        ),
    ),
    (
        "period",
        (
            r"(?:(?:earlier|later|early|late|in|during|over) )?(?P<rel>this|last|next) (?P<unit>weekend|week|month|year|summer"
            r"|winter|spring|autumn)(?! of\b)"
        ),
    ),
    (
        "ahead",
        rf"(?:in|over|within|during|for) (?:the )?(?:coming|next|following)(?: (?P<n>{_N}))? (?P<unit>hour|day|week|month|year)s?",
    ),
    ("soon", rf"within (?:the )?(?:(?P<n>{_N}) )?(?P<unit>hour|day|week|month)s?(?! (?:of|from|after) )"),
    ("soon", rf"in (?:the )?(?P<n>{_N}) (?P<unit>hour|day|week|month)s?[’'] time"),
    ("weekend", r"(?:(?:at|over|during|on|by|before|until) )?the (?P<unit>weekend)"),
    (
        "nth",
        (
            r"(?:(?:in|on|into|entered|enters|reached) )?(?:the|its|their|a) (?:\d+(?:st|nd|rd|th)|first|second|third)"
            r" (?:straight )?day(?= of\b)"
        ),
    ),
    ("nth", r"(?:in|on|into|entered|enters|reached|for) (?:its|their|the) \d+(?:st|nd|rd|th) (?:straight )?day"),
    ("back", rf"(?:in|over|for|during|within) (?:the )?(?:past|last|recent)(?: (?P<n>{_N}))? (?P<unit>hour|day|week|month|year)s?"),
    ("back", rf"the (?:past|last)(?: (?P<n>{_N})) (?P<unit>hour|day|week|month|year)s?"),
    ("ago", rf"(?P<n>{_N}) (?P<unit>day|week|fortnight|month|year)s? ago"),
    (
        "hence",
        (
            rf"in (?:just |about |some )?(?P<n>{_N}) (?P<unit>day|week|fortnight|month|year)s?(?! time)"
            rf"|(?P<n_>{_N}) (?P<unit_>day|week|fortnight|month|year)s? from now"
        ),
    ),
    (
        "beside",
        (
            r"(?:(?:on|by) )?the (?:next|following|same|previous|very next) day"
            r"|(?:earlier|later) in the day"
            rf"|(?:(?P<n>{_N}) )?(?P<unit>day|week|fortnight|month|hour)s? (?:later|earlier|before that|after that)"
            r"|(?:on )?that (?:same )?(?:day|night|evening|afternoon|morning)"
            r"|the day (?:before|after)(?=[,.;:]| and\b| in\b| at\b| when\b|$)"
        ),
    ),
    (
        "year",
        (
            r"(?:in|since|by|until|during|from|before|after|of|early|late|mid-?)(?: early| late| "
            rf"mid-?)?[ -](?P<y>{_YEAR})(?![\d,./:-]\d|\d|s|-| (?:people|dead))"
        ),
    ),
)
_UNITS = ("hour", "day", "week", "fortnight", "month", "year")
_HUNDREDS = ("19", "20")
_MONTH_NAMES = tuple(month.capitalize() for month in MONTHS)
_MARKS = {  # of each form: what stands in all its words, so that lines without it need not be looked through
    "iso": _HUNDREDS,
    "day": _MONTH_NAMES,
    "month": _MONTH_NAMES,
    "numeric": _HUNDREDS,
    "ordinal": ("st", "nd", "rd", "th"),
    "weekday of": _MONTH_NAMES,
    "weekday": ("day", *(stem.capitalize() for stem in _WEEKDAY_STEMS)),
    "today": ("today", "tonight", "yesterday", "tomorrow", "this ", "last night"),
    "end": (" of ",),
    "period": (*_UNITS, "summer", "winter", "spring", "autumn"),
    "ahead": _UNITS,
    "soon": ("within ", " time"),
    "weekend": ("weekend",),
    "nth": (" day",),
    "back": ("past ", "last ", "recent "),
    "ago": (" ago",),
    "hence": _UNITS,
    "beside": _UNITS,
    "year": _HUNDREDS,
}
_RULES = tuple((form, re.compile(rf"(?<![\w-])(?:{pattern})(?!\w)"), _MARKS[form]) for form, pattern in _FORMS)
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
        for words in sorted(_in_line(line, start), key=lambda words: (words.start, -words.end)):
            if words.start >= end:
                found.append(words)
                end = words.end
        start += len(line) + 1
    return tuple(found)


def _in_line(line: str, start: int) -> Iterator[DateWords]:
    absent: set[tuple[str, ...]] = set()
    for form, rule, marks in _RULES:
        if marks not in absent and not _has_any(line, marks):
            absent.add(marks)
        if marks not in absent:
            for match in rule.finditer(line):
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
