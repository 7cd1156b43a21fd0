"""Short and neutral names for issues and options, from the words of a report."""

from __future__ import annotations

import re
from functools import lru_cache

from gobetween.briefs.accounts.likeness import stems
from gobetween.reading.proposing.matters.matter_words import DATES, GENERIC, NUMBER, QUANTITY, STEPS

_EDGE = re.compile(r"^[\W_]+|[\s,.;:–—“”\"-]+$")
_SUBORDINATE = re.compile(
    r"^(?:(?:and|but|or|only|even|also|then) )*(?:if|unless|provided|before|after|when|until|till|once|while|because|although|though"
    r"|as long as|which|who|whom|whose|that|where|how|why|whether|so)\b",
    re.IGNORECASE,
)
_PLACED = re.compile(r"^(?:in|on|at(?! least| most)|by|with|from|into|within|under|of|for)\b", re.IGNORECASE)
_FINITE = re.compile(
    r"^(?:is|are|was|were|be|been|has|have|had|does|do|did|will|would|could|should|can|may|might|must|made|went|came|took|gave|got"
    r"|said|he|she|they|it|we|you|I|this|them|both)\b|^(?!need|speed|feed|seed|bed)[a-z]+ed (?:to|by|with|on|that|it|the|a)\b",
    re.IGNORECASE,
)
_OF_SOMETHING_ELSE = re.compile(
    r"^(?:not )?(?!(?:guarantee|assurance|promise|pledge|commitment|clause)s?\b)\w+ (?:it|them|him|her|us|this|that|so)\b(?! \w+ of)"
    r"|^(?:nothing|anything|everything|somebody|someone|anybody|anyone|more|less)\b",
    re.IGNORECASE,
)
_GOVERNING = re.compile(
    r"^(?:to )?(?:go(?:ing)? (?:to|beyond|as far as|up to|for|below|above)|talk(?:ing)? about|discuss(?:ing)?|look(?:ing)? (?:for|at)"
    r"|agree(?:ing)? (?:to|on|in principle to)|conced(?:e|ing)|concluding|giv(?:e|ing) (?:it|them|him|her|us)|see(?:ing)?"
    r"|accept(?:ing)?|consider(?:ing)?|pay(?:ing)?(?= \W*[\d$€£]))\s+(?:the |a |an )?",
    re.IGNORECASE,
)
_BUT = re.compile(r",? but (?:not|no)\b.*$", re.IGNORECASE)
_AT_TIME = re.compile(r"\s+within (?:hours|minutes|days|weeks|the hour|the day)\b.*$", re.IGNORECASE)
_FURTHER = re.compile(
    r"(?<!guarantee)(?<!guarantees)(?<!assurance)(?<!assurances)(?<!promise)(?<!pledge)(?<!commitment)(?<!clause)"
    r"\s+(?:(?:in|by|for|with|of|to|on|under) (?:which|whom)|which|that|who|whom|where|while|because|so that|as part of|on the table"
    r"|as (?!well as|long as|much as|many as|soon as|far as)[“\"‘']?"
    r"|they|he|she|we|you|I|it (?:had|has|would|will|was|is))\b.*$",
    re.IGNORECASE,
)
_LOOSE_END = re.compile(
    r"(?:\s+(?:or|and|with|of|to|in|for|by|on|at|from|the|a|an|than|as|per|not|within|under|into|until|till|before|after))+$",
    re.IGNORECASE,
)
_JUDGING = re.compile(
    r"^(?:(?:unacceptable|unfair|inadequate|insulting|derisory|outrageous|unreasonable|generous|fair|decent|reasonable|just)"
    r"(?:,| and)? )+"
    r"(?=[a-z]+(?: [a-z]+)*$)",
    re.IGNORECASE,
)
_UNITS = (
    r"(?:percent|per cent|%|euros?|dollars?|pounds?|crowns?|yuan|yen|francs?|(?:m|b|tr)illion|minutes?|hours?|days?|weeks?|months?"
    r"|years?|metres?|kilometres?|miles?|tonnes?)"
)
_AMOUNT = re.compile(
    rf"\s+(?:of|by|at|to|worth|in|for|over) (?:(?:at least|at most|up to|about|around|some|more than|less than|not more than) )?"
    rf"[$€£]?(?:{NUMBER.pattern}[- ,]*(?:to |or |and )?)+{_UNITS}\b.*$|\s+(?:of|at|to|worth) [$€£]\d.*$",
    re.IGNORECASE,
)
_PURPOSE = re.compile(r"\s+to (?!the\b|a\b|an\b)[a-z]+\b.*$")
_NO_CHANGE = re.compile(r"no (?:further )?(?:change|cut|rise|increase|reduction)s? (?:in|of|to) \w+", re.IGNORECASE)
_DUTY = re.compile(r"^(?:it|they|he|she) (?:must|should|shall|has to|have to|ought to) (?=\w)", re.IGNORECASE)
_MERE_STEP = re.compile(
    rf"(?:to )?(?:not )?(?:{STEPS})(?:s|ed|ing)?(?: (?:up|over|out|back|off|down|away|in|it|them|this|that|anything|something))?",
    re.IGNORECASE,
)
_STEP = re.compile(
    rf"^(?:to )?(?:not )?(?:{STEPS})(?:\w?ing)? (?:up |over |out |back |off |down |away |in |aside |on with )?(?:of )?"
    r"(?:the |a |an |its |their |his |her |any |all (?:of )?(?:the |its |their )?)?"
    r"(?!(?:for|in|on|to|from|by|with|at|above|below|under|over)\b)(?=\w+)",
    re.IGNORECASE,
)
_BEING = re.compile(
    r"^(?P<what>(?!who\b|what\b)(?:(?!that\b|which\b|will\b|would\b|can\b|could\b|may\b|might\b|not\b|to\b)[^\s]+ )+?)"
    r"(?:(?:must|should|shall|has to|have to|is to|are to) )?be (?=\w+)",
    re.IGNORECASE,
)
_PREDICATE = re.compile(r"\s+(?:must|should|shall|to be|be|is|are|has to|have to|come|comes|go|goes|stay|stays|remain|remains)\b.*$")
_WHEN_TO = re.compile(rf"^(?:{DATES.pattern}\s+)?to (?=[a-z]+ \S)")
_AT_AMOUNT = re.compile(r"^(?:at|for|by|to) (?=[$€£]?\d)")
_FEWEST = 2  # words of an issue that is named by a part of a phrase


@lru_cache(maxsize=10_000)
def plain_name(text: str) -> str:
    """The words as the name of a thing or a step, cut where they only go on; empty if they name none.

    "go to 43 euros" is "43 euros"; "if the freeze ended", "which she wants to see fixed" and "made three moves" are no names.
    """
    words = _DUTY.sub("", _EDGE.sub("", " ".join(text.split())))
    if _SUBORDINATE.match(words) or _FINITE.match(words):
        quantity = QUANTITY.search(DATES.sub(" ", words)) if _SUBORDINATE.match(words) else None
        return _EDGE.sub("", quantity.group()) if quantity and " " in quantity.group().strip() else ""
    words = _AT_AMOUNT.sub("", _WHEN_TO.sub("", _GOVERNING.sub("", words, count=1)))
    if _PLACED.match(words) or _OF_SOMETHING_ELSE.match(words):
        return ""
    words = _AT_TIME.sub("", _BUT.sub("", words))
    words = _FURTHER.sub("", DATES.sub(" ", words) if _says_more_than_dates(words) else words)
    words = _EDGE.sub("", _LOOSE_END.sub("", _EDGE.sub("", " ".join(words.split()))))
    words = _JUDGING.sub("", re.sub(r"^(?:the|a|an) ", "", words, flags=re.IGNORECASE))
    words = _BEING.sub(r"\g<what>", words)
    if _MERE_STEP.fullmatch(words):
        return ""
    return words if stems(words) - GENERIC or NUMBER.search(words) or _NO_CHANGE.match(words) else ""


def name_of_issue(text: str) -> str:
    """The thing that is settled, without the amount or the step that one side would have: "Break fee", "Nitrogen law"."""
    name = plain_name(text)
    thing = _STEP.sub("", plain_name(_PREDICATE.sub("", text)) or name)
    name = thing if stems(thing) - GENERIC else name
    for pattern in (_AMOUNT, _PURPOSE):
        shorter = _LOOSE_END.sub("", pattern.sub("", name))
        if stems(shorter) and (pattern is _AMOUNT or len(shorter.split()) >= _FEWEST):
            name = shorter
    return name


def _says_more_than_dates(words: str) -> bool:
    return bool(stems(DATES.sub(" ", words)))


def without_loose_end(text: str) -> str:
    """The words without a preposition or an article that nothing follows, and without the day before a step.

    "The use of cranes at" is cut behind "cranes", and "Tuesday to lift the ban" begins with "lift".
    """
    return _LOOSE_END.sub("", _WHEN_TO.sub("", " ".join(text.split())).strip(" .,;")).strip(" .,;")
