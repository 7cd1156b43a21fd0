"""Words that parties take a stand on and that are no matter to be settled: how to talk, means of pressure of their own, who does it."""

from __future__ import annotations

import re

from gobetween.model.evidence import PositionMention
from gobetween.reading.proposing.matters.matter_words import PLACE
from gobetween.reading.proposing.matters.phrases import family_in, numbers_in
from gobetween.reading.proposing.matters.plain_names import plain_name

_WORD = r"(?!(?:of|on|in|for|to|from|by|with|over|about|against|at|and|or|no)\b)[\w’'-]+ "
_ON_TALKING = re.compile(
    r"^(?:to )?(?:(?:be|remain|keep|hold|have|secure|get|resume|restart|re-?open|begin|start|continue|join|attend|send|schedule|arrange"
    r"|set up|offer|take part in|return to|come (?:back )?to|go (?:back )?to|sit down for) )?"
    rf"(?:{_WORD}){{0,3}}"
    r"(?:rounds?|talks|negotiations?|meetings?|dialogue|discussions?|consultations?|(?:bargaining|negotiating) table"
    r"|(?:negotiating |bargaining )?table$|collective bargaining|updates?|briefings?|statements?"
    r"|delegations?|negotiators|envoys?|representatives|reps)\b",
    re.IGNORECASE,
)
_ON_COMING_BACK = re.compile(
    r"^(?:(?:both|all|(?:the )?two|either) )?(?:sides?|parties|of them)? ?(?:to )?"
    r"(?:return|come back|go back|sit down|meet again|talk|negotiate|keep talking)\b"
    r"(?! (?:of|home|the|all|its|their)\b)",
    re.IGNORECASE,
)
_PRESSING = re.compile(
    rf"^(?:to )?(?:{_WORD}){{0,4}}"
    r"(?:strikes?(?! (?:pay|funds?|ban|law|rules?|notice)\b)|walk-?outs?|industrial action|stoppages?|picket\w*)\b"
    r"|^(?:to )?(?:fight|escalate|walk (?:out|away))\b"
    rf"|^(?:\w+ to )?(?:avoid|avert|prevent)\w* (?:{_WORD}){{0,3}}(?:strikes?|walk-?outs?|stoppages?|lock-?outs?)\b",
    re.IGNORECASE,
)
_AS_A_WHOLE = re.compile(
    r"(?:to )?(?:(?:accept|reject|answer|stud(?:y|ied)|examine|endorse|back|adopt|approve)\w* )?(?:[\w’'-]+ ){0,3}?"
    r"(?:proposals?|offers?|drafts?|packages?|texts?|compromise|papers?|blueprint|terms)(?: (?:as it stands|in principle|in full))?",
    re.IGNORECASE,
)
_ENDING = re.compile(r"^(?:to )?(?:an? |the )?(?:end|ban|right|halt|stop|suspen\w+|call(?:ing)? off|freedom|limits?)\b", re.IGNORECASE)

ON_TALKING = "it is on how to talk, not on what"
PRESSING = "it is a means of pressure"
AS_A_WHOLE = "it answers a proposal as a whole"
ITS_DOER = "the words name who does it, not on what"


def why_no_matter(item: PositionMention, text: str) -> str:
    """Why the words for what a position is on name no matter to be settled; empty if they may name one.

    Words of a known kind of matter, or that name a place of one ("talks on the Amber Corridor"), always may.
    """
    if _is_doer(item, text):
        return ITS_DOER
    words = plain_name(text) or text.strip()
    if _may_be_matter(words):
        return ""
    if _AS_A_WHOLE.fullmatch(text.strip()) and not numbers_in(text):
        return AS_A_WHOLE
    if _PRESSING.match(words) and not _ENDING.match(words):
        return PRESSING
    return ON_TALKING if is_on_talking(text) else ""


def is_on_talking(text: str) -> bool:
    """Whether the words are on how to talk alone: "a new round", "the table", "both to meet again"."""
    words = plain_name(text) or text.strip()
    return not _may_be_matter(words) and (_ON_TALKING.match(words) or _ON_COMING_BACK.match(words)) is not None


def _may_be_matter(words: str) -> bool:
    return family_in(words) is not None or PLACE.search(words) is not None


def _is_doer(item: PositionMention, text: str) -> bool:
    """'"accepted" by the envoys': the passive's doer, read as what is accepted."""
    return (
        bool(text.strip())
        and re.search(rf"(?:ed|en)[”\"’']* by (?:the |an? )?{re.escape(text.strip())}", item.passage.text) is not None
    )
