"""How English words a time: the pattern of each form, and the words without which a line cannot hold it."""

from __future__ import annotations

_WD = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|(?:(?<=on )|(?<=by )|(?<=until )|(?<=since ))(?:Mon|Tues?|Weds?|Thurs?|Fri|Sat|Sun)\b\.?"
    r"|(?:Mon|Tues?|Weds?|Thurs?|Fri)\.(?=,? [a-z\d(]|, [A-Z]))"
)
MONTH_NAMES = "January|February|March|April|May|June|July|August|September|October|November|December"
_MO_NO_VERB = MONTH_NAMES.replace("May|", "")
_MO = rf"(?:{MONTH_NAMES}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
_DD = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d\d"
_PART = r"(?: (?:morning|afternoon|evening|night))?"
_N = r"(?:a few|a couple of|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|few|couple of|several|\d{1,3})"
_PART_OF = "(?:the (?:start|beginning|middle|end|first half|second half)|end) of"
_LEAD = r"(?:(?:(?:later|early|earlier|late|starting|beginning) )?(?:on|by|until|till|since|before|after|from|through) )?"
_NO_NAME = r"(?<![Ee]very )(?<![Ee]ach )(?<!Good )(?<!Black )(?<!Ash )(?<!Bloody )(?<!Palm )(?<!Easter )(?<!Super )(?<!Cyber )"
_NOT_TITLE = (
    r"(?! (?:Times|Telegraph|Herald|Mirror|Mail|Express|Post|School|school|Night Football|Market|prayers?\b|sermons?\b|mass\b|Mass\b"
    r"|newspapers?\b))"
)

FORMS: tuple[tuple[str, str], ...] = (
    ("iso", rf"(?<![\d/-])(?P<y>{_YEAR})-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])(?![\d/-])"),
    (
        "day",
        (
            rf"(?P<week>the week (?:of|beginning|starting|commencing) )?{_LEAD}(?:(?P<wd>{_WD})(?:,? | (?P<open>\()))?(?:the )?"
            rf"(?:(?P<mo>{_MO}) (?P<d>{_DD})(?:(?:-|–| to | and | through | until )(?P<d_end>{_DD}))?"
            rf"|(?P<d_>{_DD})(?:(?:-|–| to | and | through | until )(?P<d_end_>{_DD}))?(?: day)?(?: of)? (?P<mo_>{_MO}))(?![\d:])"
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
            r"|(?<=[hdt]) (?:and again|and on|but|when|while)\b"
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
            rf"(?:(?:(?P<lead>in|at|since|until|till|by|during|before|after|from|through|into|of"
            rf"|(?:for|or|between)(?= (?:{_MO_NO_VERB})\b))(?: the month of)?"
            rf"(?: (?P<part>early|mid|late|end|{_PART_OF})| the (?P<nth>first|second|third|last) week of)?"
            rf"|(?P<part_>early|mid|late|end|{_PART_OF})"
            r"|the (?P<nth_>first|second|third|last) week of)[ -]"
            rf"|(?P<rel>last|next|this) )(?P<mo>{_MO})(?! \d|(?<=May)[’'][ds]? |\w)(?:,?(?: of)? (?P<rel_y>last"
            rf"|this|next) year)?"
        ),
    ),
    ("month", rf"(?:(?<=\ba )|(?<=\ban )|(?<=\bthe ))(?P<mo>{MONTH_NAMES})(?= [a-z])(?! (?:is|was|has|had|and|or|of|in)\b)"),
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
            r"(?P<unit>day|week|month|year)|(?:(?:before|by|until|till|at|towards?) )?(?:the )?(?P<unit_>week|month|year)"
            r"(?:[’']s |-)(?P<end_>end)"
        ),
    ),
    (
        "period",
        (
            r"(?:(?:earlier|later|early|late|in|during|over) )?(?P<rel>this coming|this past|this|last|next) "
            r"(?P<unit>weekend|week|month|year|summer|winter|spring|autumn|quarter)(?! of\b)"
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
    (
        "season",
        (
            r"(?:in|during|since|until|by|before|after|over) the (?:spring|summer|autumn|winter)(?! (?:palace|olympics|games)\b)"
            rf"(?: of (?P<y>{_YEAR})(?!\d))?"
        ),
    ),
    (
        "quarter",
        (
            r"(?:(?:in|during|for|since|until|by|before|after) )?the (?P<nth>first|second|third|fourth) quarter"
            r"(?=[,.;:)]| of|$| (?:and|from|as)\b)"
            rf"(?: of (?:(?P<rel>this|last|next) year|(?P<y>{_YEAR})(?!\d)))?"
        ),
    ),
    ("back", rf"(?:in|over|for|during|within) (?:the )?(?:past|last|recent)(?: (?P<n>{_N}))? (?P<unit>hour|day|week|month|year)s?"),
    ("back", rf"the (?:past|last)(?: (?P<n>{_N})) (?P<unit>hour|day|week|month|year)s?"),
    ("ago", rf"(?P<n>{_N}) (?P<unit>day|week|fortnight|month|year)s? ago|(?P<unit_>day|week|month|year)s ago"),
    ("night", r"(?<!\ba )(?<!\ban )overnight(?! (?:stay|trains?|ferry|ferries|success|sensation|bus|flights?|into|on|between)\b)"),
    (
        "feast",
        (r"(?:(?:on|by|until|since|before|after) )?(?P<feast>New Year[’']s (?:Day|Eve)|Christmas (?:Day|Eve)|Boxing Day)"),
    ),
    (
        "hence",
        (
            rf"in (?:just |about |some )?(?P<n>{_N}) (?P<unit>day|week|fortnight|month|year)s?"
            r"(?! (?:time|ago|earlier|later|before|after)\b)"
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
_SEASONS = ("summer", "winter", "spring", "autumn")
_HUNDREDS = ("19", "20")
_MONTH_STEMS = tuple(month[:3] for month in MONTH_NAMES.split("|"))
MARKS = {  # of each form: what stands in all its words, so that lines without it need not be looked through
    "iso": _HUNDREDS,
    "day": _MONTH_STEMS,
    "month": _MONTH_STEMS,
    "numeric": _HUNDREDS,
    "ordinal": ("st", "nd", "rd", "th"),
    "weekday of": _MONTH_STEMS,
    "weekday": ("day", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    "today": ("today", "tonight", "yesterday", "tomorrow", "this ", "last night"),
    "end": ("end", "start", "beginning", "middle"),
    "period": (*_UNITS, *_SEASONS, "quarter"),
    "season": _SEASONS,
    "quarter": (" quarter",),
    "night": ("overnight",),
    "feast": (" Day", " Eve"),
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
