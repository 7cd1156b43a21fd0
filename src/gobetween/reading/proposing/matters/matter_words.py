"""Words by which phrases about one matter are told, and the ways of settling one told apart."""

from __future__ import annotations

import re
from collections.abc import Mapping

from gobetween.reading.word_lists import words as word_list

_PEOPLE = "fighters|soldiers|commanders|leaders|rebels|officers|activists|members|men|women|people|journalists|crew"
_KINDS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "troops",
        "Troops and withdrawal",
        (
            r"withdraw\w*",
            r"pull-?(?:outs?|backs?)\b",
            r"pull(?:s|ed|ing)? (?:out|back)\b",
            r"evacuat\w+ (?:from|the)\b",
            r"vacat\w+",
            r"troops?\b",
            r"military presence",
            r"(?:army|forces) (?:out|to leave|leaves?)\b",
            r"redeploy\w*",
            r"garrison\w*",
            r"(?:keep|maintain|station)\w* (?:\w+ )?forces\b",
        ),
    ),
    (
        "ceasefire",
        "Ceasefire",
        (
            r"cease-?\s?fires?\b",
            r"truces?\b",
            r"armistice",
            r"(?:pauses?|halt|lull|end) (?:in|to|of) (?:the )?(?:fighting|hostilities|war|conflict|attacks)",
            r"humanitarian pause",
            r"cessation",
            r"end (?:the|of the) (?:war|conflict|fighting)",
            r"(?:pauses?|lulls?) of (?:[\w-]+ ){1,3}?(?:hours?|days?|weeks?|months?)\b",
            r"[\w-]+-(?:hour|day|week|month) (?:pause|lull|halt)\b",
        ),
    ),
    ("guarantees", "Guarantees", (r"guarantee[sd]?\b", r"assurances?\b")),
    (
        "release",
        "Release and exchange of those held",
        (
            r"(?:hostages?|captives?|prisoners?|detainees?|abductees?)\b",
            r"fre(?:e|eing) (?:[\w,]+ )?(?:soldiers|people|men|women|civilians|fighters|crew|sailors)\b",
            r"swaps?\b",
            r"(?:imprisoned|jailed|captured|detained) (?:[\w-]+ )?\w+s\b",
            rf"(?:releas|fre)(?:e|es|ed|ing) (?:of )?(?:all |the |its |their |some |any )*(?:[\d,]+|\w+) (?:[\w-]+ )?(?:{_PEOPLE})\b",
        ),
    ),
    (
        "operation",
        "Attacks and military operations",
        (
            r"invad\w+",
            r"invasions?\b",
            r"offensives?\b",
            r"assaults?\b",
            r"(?:military|ground) operations?\b",
            r"incursions?\b",
            r"raids?\b",
        ),
    ),
    ("aid", "Aid", (r"humanitarian (?:aid|relief|access|supplies)", r"aid (?:deliver\w+|convoys?|trucks?|access)", r"relief supplies")),
    (
        "term",
        "Length of the agreement",
        (
            r"(?:agreement|contract|deal|accord|pact|settlement|treaty|term) (?:of|for|over) (?:[\w-]+ ){1,4}?(?:years?|months?)\b",
            r"[\w-]+[- ](?:year|month)s?(?:-long)? (?:agreement|contract|deal|accord|pact|term)\b",
            r"(?:longer|shorter) (?:term|contract|agreement|deal)\b",
        ),
    ),
    ("premium", "Premiums and allowances", (r"premiums?\b", r"allowances?\b", r"bonus(?:es)?\b", r"surcharges?\b")),
    (
        "pay",
        "Pay",
        (
            r"pay\b(?! (?:for|back|out|[\d$€£]|(?:up|at|an?|the|its|their|damages|compensation)\b))",
            r"wages?\b",
            r"salar(?:y|ies)\b",
            r"raises?\b(?! the)",
            r"earnings\b",
            r"pay-?rises?",
        ),
    ),
    (
        "hours",
        "Hours and shifts",
        (
            r"shifts?\b",
            r"(?:working|weekly) (?:hours|week|time)",
            r"[\w-]+-hour (?:working )?week",
            r"hours? (?:a|per|of) (?:day|week|rest|work)",
            r"overtime",
            r"rosters?\b",
            r"rest (?:periods?|days?|breaks?|between|of [\w-]+ hours)",
            r"(?:change|cut|reduction|rise|increase|flexibility) (?:in|of|to) (?:the )?(?:working )?hours\b",
        ),
    ),
    (
        "jobs",
        "Jobs",
        (r"job (?:cuts?|losses|guarantees?|security)", r"lay-?offs?\b", r"redundanc\w+", r"dismissals?\b", r"jobs\b", r"staffing"),
    ),
    (
        "outsourcing",
        "Outsourcing and contractors",
        (
            r"outsourc\w+",
            r"subcontract\w+",
            r"contract(?:ed|ing)? out\b",
            r"contractors?\b",
            r"privati[sz]\w+",
            r"(?:to|by|let|having) (?:private|outside) (?:firms?|companies|operators?|hands)\b",
        ),
    ),
    (
        "discipline",
        "Discipline and amnesty",
        (r"disciplin\w+", r"amnest(?:y|ies)\b", r"reinstat\w+", r"reprisals?\b", r"sackings?\b"),
    ),
    ("pensions", "Pensions", (r"pensions?\b", r"retire\w*")),
    ("quota", "Quotas and catches", (r"quotas?\b", r"catch(?:es)?\b", r"fishing (?:rights|limits|days|access)", r"allocations?\b")),
    ("emissions", "Emissions", (r"emissions?\b", r"carbon\b", r"fossil fuels?", r"coal\b", r"net zero", r"methane")),
    (
        "finance",
        "Finance",
        (r"funding\b", r"financ\w+\b", r"loans?\b", r"grants?\b", r"contributions?\b", r"compensat\w+", r"reparations?\b", r"fund\b"),
    ),
    (
        "price",
        "Price",
        (r"price\b", r"per share", r"a share\b", r"valuation", r"exchange ratio", r"takeover (?:offer|bid)", r"cash (?:offer|bid)"),
    ),
    (
        "control",
        "Control and seats",
        (r"board seats?", r"seats? on", r"chair(?:man|woman|person|manship)?\b", r"headquarters", r"chief executive", r"voting rights"),
    ),
    (
        "border",
        "Border",
        (r"borders?\b", r"frontiers?\b", r"boundar\w+", r"demarcat\w+", r"checkpoints?\b", r"crossings?\b", r"buffer zones?"),
    ),
    ("water", "Water", (r"water\b", r"dams?\b", r"reservoirs?\b", r"river flows?", r"irrigat\w+")),
    ("taxes", "Taxes", (r"(?:[a-z]+ )?tax(?:es|ation)?\b", r"lev(?:y|ies)\b", r"VAT\b")),
    ("tariffs", "Tariffs and trade", (r"tariffs?\b", r"dut(?:y|ies)\b", r"exports?\b", r"imports?\b", r"market access", r"subsid\w+")),
    ("sanctions", "Sanctions", (r"sanctions?\b", r"embargo\w*", r"frozen (?:assets|funds)")),
    ("monitoring", "Monitoring", (r"monitor\w*", r"verif\w+", r"inspect\w+", r"observers?\b", r"audits?\b")),
    (
        "machines",
        "Machines and automation",
        (r"automat(?:ion|ed|ing|es?)\b", r"robots?\b", r"cranes?\b", r"driverless", r"artificial intelligence"),
    ),
    (
        "elections",
        "Elections and government",
        (r"elections?\b", r"(?:transitional|interim) government", r"power-?sharing", r"constitution\w*"),
    ),
    ("weapons", "Weapons", (r"disarm\w*", r"(?:weapons?|arms|missiles?|warheads?)\b", r"enrich\w+")),
)

FAMILIES: Mapping[str, tuple[str, re.Pattern[str]]] = {
    name: (title, re.compile(rf"\b(?:{'|'.join(patterns)})", re.IGNORECASE)) for name, title, patterns in _KINDS
}
"""Kinds of matter that many words stand for: a title for the issue, and how its words begin."""

_SUMS = frozenset({"percent", "money", "points"})
_SPANS = frozenset({"day", "days", "week", "weeks", "month", "months", "year", "years"})
MEASURED: Mapping[str, frozenset[str]] = {
    "pay": _SUMS,
    "premium": _SUMS,
    "hours": _SPANS | {"hour", "hours", "minute", "minutes", "shift", "shifts"},
    "price": _SUMS,
    "quota": frozenset(),
    "finance": _SUMS,
    "tariffs": _SUMS,
    "taxes": _SUMS,
    "emissions": frozenset(),
    "water": frozenset(),
    "jobs": frozenset(),
    "pensions": frozenset(),
    "release": frozenset(),
    "term": _SPANS,
    "aid": frozenset(),
    "ceasefire": _SPANS | {"hour", "hours"},
    "weapons": frozenset(),
    "troops": frozenset(),
    "control": frozenset(),
}
"""Kinds of matter that are settled by a number, with the units of such numbers; by numbers of any unit where there are none."""

SUMS = frozenset(kind for kind, units in MEASURED.items() if units is _SUMS)
"""Kinds that are settled by how much, for whatever time."""


NARROWER = (
    ("premium", "pay"),
    ("troops", "border"),
    ("operation", "troops"),
    ("guarantees", "ceasefire"),
    ("jobs", "guarantees"),
    ("ceasefire", "operation"),
    ("price", "premium"),
    ("pay", "term"),
)
"""Pairs of kinds of which the second, beside the first, only says more about it."""

KINDS = (
    "Corridor|Crossing|Gate|Pier|Dock|Bridge|Road|Strait|Bank|Heights|Valley|Zone|Port|Strip|Quay|Yard|River|Lake|Bay|Island|Islands|Dam"
    "|Province|District|Plant|Mine|Field|Basin|Pass|Ridge|Peninsula|Site|Terminal"
)
PLACE = re.compile(rf"\b[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)* (?:{KINDS}|{KINDS.lower()})\b")
AT_PLACE = re.compile(r"\b(?:in|at|from|invade|near|around|into|of|on|over) (?:the )?((?:[A-Z][\w’'-]+)(?: [A-Z][\w’'-]+)*)")
UNPLACED = frozenset({"release", "guarantees"})
"""Kinds of matter that a place beside them does not tell apart: where the captives are held, where the guarantee was asked for."""

POINTS_BACK = re.compile(
    r"\b(?:there|area|region|zone|place|site|stretch(?! (?:it|them|the|out|to)\b)|territory|strip|position)\b", re.IGNORECASE
)

# ways of settling a matter that different words say alike; the first that fits a phrase is meant
WAYS: dict[str, tuple[tuple[str, re.Pattern[str]], ...]] = {
    family: tuple((name, re.compile(rf"\b(?:{pattern})", re.IGNORECASE)) for name, pattern in ways)
    for family, ways in {
        "troops": (
            (
                "withdraw",
                r"withdraw\w*|pull-?outs?\b|pull-?backs?\b|pull(?:s|ed|ing)? (?:out|back)\b|evacuat\w+|vacat\w+|leav(?:e|ing)\b",
            ),
            ("stay", r"keep\w*|maintain\w*|station\w*|remain\w*|stay\w*|presence|retain\w*"),
        ),
        "ceasefire": (
            ("permanent", r"permanent\w*|lasting|end (?:the|of the|to the) (?:war|conflict|fighting)|full and final|definitive"),
            ("temporary", r"temporar\w+|humanitarian pause|pauses?\b|lull|limited|interim|\w+-(?:day|week|month)\b"),
            ("immediate", r"immediate\w*"),
        ),
        "operation": (
            ("stop", r"stop\w*|halt\w*|end\w*|ceas\w+|refrain\w*|suspend\w*|call\w* off|no (?:new|further|more)|without"),
            ("operation", r"\w"),
        ),
        "jobs": (("no-cuts", r"guarantees?|security|no (?:job cuts|lay)"), ("cuts", r"cuts?\b|lay-?offs?|redundanc\w+|loss")),
    }.items()
}

WAY_TITLES: Mapping[tuple[str, str], str] = {
    ("troops", "withdraw"): "Withdrawal",
    ("troops", "stay"): "Troops stay",
    ("ceasefire", "permanent"): "Permanent ceasefire",
    ("ceasefire", "temporary"): "Temporary ceasefire",
    ("ceasefire", "immediate"): "Immediate ceasefire",
    ("operation", "operation"): "Military operation",
    ("operation", "stop"): "Attacks stop",
}
"""Neutral titles for ways that the reports tell in the words of one side."""

STEPS = (
    "give|hand|withdraw|pull|leave|vacate|accept|stop|end|halt|cease|drop|abandon|release|free|allow|let|open|close|pay|sell|buy|cut|reduce"
    "|lower|raise|increase|keep|take|return|join|sign|recogni[sz]e|guarantee|lift|make|move|share|bear|put|grant|cancel|scrap|shelve"
    "|reinstate|provide|respect|disarm|dismantle|freeze|cede|transfer|divest|spin|build|fill|delay|postpone|suspend|extend|limit|cap"
    "|refrain|commit|contribute|cover|lend|fund|finance|compensate|restore|remove|admit|extradite|hold|send"
)
"""What one side asks another to do, as alternatives of a pattern."""

GENERIC = word_list(
    """agreement area call case chang claim company country day deal demand discuss effort end first freedom government group issue
    last leav level limit matter measur meet member month negotia new number offer outcome paper part parti party pay peac peopl
    percent per cent plan point poss posit prepar process propos proposal propose question rat reach resolut respons result right
    round side stat step stop sum support system talk term text thing tim time union visit way week work year least most half full
    free cost other issu announc condition continu future general hour increas keep kind need object order press public reas remain
    report rest return role show start strong take use valu view want word negotiat condit compromis gestur idea rise rais contract
    cut reduct takeov merg bid acquisit buyout deal approv"""
)
"""Stems that phrases about different matters share."""

_BETWEEN = (
    "of|on|over|for|about|in|into|at|to|with|by|from|and|or|as well as|that|which|who|if|than|against|between|under|until|after|before",
    "during|without|within|through|is|are|be|been|would|will|could|should|can|may",
)
SPLITTERS = re.compile(rf"[,;:()“”\"]|\b(?:{'|'.join(_BETWEEN)})\b", re.IGNORECASE)
NUMERALS: Mapping[str, str] = {
    "zero": "0",
    "one": "1",
    "two": "2",
    "three": "3",
    "four": "4",
    "five": "5",
    "six": "6",
    "seven": "7",
    "eight": "8",
    "nine": "9",
    "ten": "10",
    "eleven": "11",
    "twelve": "12",
    "twenty": "20",
    "thirty": "30",
    "forty": "40",
    "sixty": "60",
}
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_SEASON = "(?:the )?(?:spring|summer|autumn|winter)|(?:last|next|this) (?:week|month|year|night)"
_DAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_SHORT_MONTH = r"(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\b\.?(?= ?\d)"
_DATED = rf"(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{_MONTH}\b|{_SHORT_MONTH})(?: ?\d{{1,2}}(?:st|nd|rd|th)?\b)?(?:,? (?:19|20)\d\d\b)?"
DATES = re.compile(rf"\b(?:(?:since|until|by|on|in|from|before|after) )?(?:{_DATED}|(?:{_DAY}|{_SEASON})\b)")
"""Words for days and months, whose numbers settle nothing."""

NUMBER = re.compile(rf"\b(?:\d[\d,]*(?:\.\d+)?|{'|'.join(NUMERALS)})\b", re.IGNORECASE)
QUANTITY = re.compile(
    rf"{NUMBER.pattern}(?:(?:-| to | or | and )*{NUMBER.pattern})*[- ]?(?:(?:m|b|tr)illion )?"
    r"(?:(?:free|separate|more|further|additional|extra|paid|new|other|full|working) )?(?:per cent|[^\W\d_]+)?",
    re.IGNORECASE,
)
"""Numbers with what they are numbers of: "2 to 3 percent", "ten or twelve hours"."""

FOR_A_TIME = re.compile(
    rf"\b(?:over|for|within|spread over|during) (?:the next )?{NUMBER.pattern}(?:-| to )?(?:{NUMBER.pattern})?"
    r" (?:months?|years?|weeks?)\b",
    re.IGNORECASE,
)
"""For how long something is to be, beside how much."""
