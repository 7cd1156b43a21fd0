"""All that a position asks, offers or refuses: its words, and those that go on from them with "and" or behind a loose end."""

from __future__ import annotations

import re

from gobetween.briefs.accounts.coverage import Found
from gobetween.model.evidence import PositionMention

_BEGINNING = 25  # characters of a condition by which it is found in the words before it
_MOST_JOINED = 3
_STILL_HELD = re.compile(
    r"\b(?:away|back) from (?:its|their|his|her|the) (?:\w+ )?(?:position|demand|stance|insistence|call|line)s? "
    r"(?:that|for|on) (?P<what>[^;]+)",
    re.IGNORECASE,
)
_LOOSE = re.compile(r"\b(?:of|to|for|at|by|in|on|from|than|with|about|least|most|per)$", re.IGNORECASE)
_PROMISE = re.compile(r"\b(?:guarantees?|assurances?|promises?|pledges?|commitments?|undertakings?|clauses?)$", re.IGNORECASE)
_REST_OF_IT = re.compile(r" [^,;:.]*?(?=,|;|:|\.(?!\d)|$| (?:and|but|if|unless|provided|while)\b)")
_THAT = re.compile(r" that [^,;:.]+?(?=,|;|:|\.(?!\d)|$| (?:and|but) )")
_BEFORE_THINGS = (
    r"a|an|the|no|any|its|their|all|full|more|fewer|better|higher|lower|shorter|longer|extra|new|free|one|two|three|four|five|six|ten"
    r"|\d[\d.,]*"
)
_JOINED = re.compile(
    rf",? (?:and|as well as|plus) (?P<what>(?:{_BEFORE_THINGS}) [^,;:.]+?)"
    r"(?=,|;|:|\.(?!\d)|$| (?:and|but|if|unless|provided|while)\b)"
)
_NEXT_CLAUSE = re.compile(
    r"^[^,]*\b(?:accept|reject|demand|offer|agree|refuse|back|oppose|decline|approve|drop)(?:s|d|ed)?, $", re.IGNORECASE
)
_CLAUSE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|could|should|can|may|might|must|do|does|did|sa(?:id|ys?)|wants?|demand(?:s|ed)"
    r"|insist(?:s|ed)|refuse[sd]|reject(?:s|ed)|offer(?:s|ed)|accept(?:s|ed)|agree[sd]?|call(?:s|ed)|urge[sd]|warn(?:s|ed))\b",
    re.IGNORECASE,
)


_NEXT_STAND = re.compile(
    r",? (?:and|but) (?:also |still |now )?(?:demand|reject|refuse|want|insist|oppose|accept|offer|call|propose|agree)(?:s|d|ed)\b.*$",
    re.IGNORECASE,
)


def objects_of(found: Found[PositionMention]) -> tuple[str, ...]:
    """What a position is on, thing by thing, without its condition; empty where its words name nothing.

    "wants a guarantee | that no yard is closed | and a fee of 4 million" are two things, of which reading may have half of the first.
    """
    text, passage = _NEXT_STAND.sub("", before_condition(found)), " ".join(found.passage.text.split())
    at = passage.find(text) if text.strip() else -1
    if at < 0:
        return (text,) if text.strip() else ()
    if _NEXT_CLAUSE.search(passage[:at]):
        return ()
    rest = _before(passage[at + len(text) :], found)
    things = [text]
    more = _REST_OF_IT.match(rest) if _LOOSE.search(text) else _THAT.match(rest) if _PROMISE.search(text) else None
    if more is not None:
        things, rest = [text + more.group()], rest[more.end() :]
    for _ in range(_MOST_JOINED):
        joined = _JOINED.match(rest)
        if joined is None or _CLAUSE.search(joined["what"]):
            break
        things.append(joined["what"].strip())
        rest = rest[joined.end() :]
    return tuple(things)


def things_in(text: str) -> tuple[str, ...]:
    """The words in as many parts as things are joined in them: "the yard sold its dock | two cranes"."""
    starts = [found for found in _JOINED.finditer(text) if not _CLAUSE.search(found["what"])]
    ends = [found.start() for found in starts] + [len(text)]
    begins = [0] + [found.start("what") for found in starts]
    return tuple(part for begin, end in zip(begins, ends, strict=True) if (part := text[begin:end].strip(" ,")))


def matter_text(found: Found[PositionMention]) -> str:
    """What a position is on, in the words of the report; of one that is "not backed away from", what it is."""
    held = _STILL_HELD.search(found.passage.text)
    if held is not None and found.item.issue in held.group():
        return held["what"].strip(" .,")
    return found.item.issue or found.passage.text


def before_condition(found: Found[PositionMention]) -> str:
    """The words for what a position is on, without those for its condition; empty if they are all of it."""
    return _before(matter_text(found), found).strip(" ,")


def _before(text: str, found: Found[PositionMention]) -> str:
    condition = found.item.condition
    where = text.find(condition.text[:_BEGINNING]) if condition else -1
    return text[:where] if where >= 0 else text
