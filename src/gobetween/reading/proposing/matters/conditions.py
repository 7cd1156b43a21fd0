"""What is asked under a condition: "only if the yard sells its dock and two cranes"."""

from __future__ import annotations

import re

from gobetween.briefs.accounts.coverage import Found
from gobetween.model.evidence import PositionMention, Stance
from gobetween.reading.proposing.matters.objects import things_in
from gobetween.reading.proposing.matters.phrases import Phrase, way_in

_TAKING = frozenset({Stance.ACCEPT, Stance.CONDITIONAL, Stance.OFFER})
_OPENS = re.compile(
    r"^(?:(?:but|and|only|even) )*(?:if|provided(?: that)?|providing|on (?:the )?condition that|as long as|so long as|once|for"
    r"|in return for|in exchange for|subject to)\s+",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"\b(?:not|no|never|unless|without|refus\w+|reject\w+|fail\w*|g[ia]ve(?:s|n)? up|giving up|drop\w*|abandon\w*|withdr[ae]w\w*"
    r"|waiv\w+|forgo\w*|renounc\w+|scrap\w*|lift\w*|cancel\w*|end(?:s|ed|ing)?|stop\w*|remov\w+|take[ns]? off|concede\w*)\b|n't\b",
    re.IGNORECASE,
)


def condition_words(found: Found[PositionMention]) -> str:
    """What the condition asks for, without the word that opens it; empty where there is none, or it is of what is not to be."""
    condition = found.item.condition
    if condition is None or found.item.stance not in _TAKING:
        return ""
    words = " ".join(condition.text.split())
    opened = _OPENS.match(words)
    return "" if opened is None or _AGAINST.search(words) else words[opened.end() :]


def asked_under(found: Found[PositionMention]) -> tuple[str, ...]:
    """What the condition of a position asks for, thing by thing, be it that something is or is not; empty where there is none."""
    condition = found.item.condition
    if condition is None or found.item.stance is not Stance.CONDITIONAL:
        return ()
    words = " ".join(condition.text.split())
    opened = _OPENS.match(words)
    return things_in(words[opened.end() :]) if opened is not None else ()


def is_against(phrase: Phrase) -> bool:
    """Whether words of a condition ask that something be no more: they name the matter, and no way of settling it."""
    return _AGAINST.search(phrase.text) is not None


def is_telling(phrase: Phrase) -> bool:
    """Whether the words of a condition settle a matter of a known kind: they say how much, or which way."""
    return phrase.family is not None and bool(phrase.numbers or way_in(phrase, phrase.family))
