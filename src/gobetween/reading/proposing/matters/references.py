"""What words that point back stand for: "refuses that" after a demand, "share it" after a question, "the plan" after one was told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from attrs import evolve

from gobetween.briefs.accounts.coverage import Found
from gobetween.briefs.accounts.likeness import stems
from gobetween.model.evidence import PositionMention, Stance, StickingPointMention
from gobetween.reading.proposing.matters.matter_words import GENERIC
from gobetween.reading.proposing.matters.phrases import Phrase, is_named, with_kind_before

NEAR = 320  # characters of the report between words and what they point back to
_NOUNS = "idea|offer|bid|demand|proposal|suggestion|request|call|condition"
_PRONOUN = rf"(?:it|that|this|them|these|those|so|such a step|either|(?:the |this |that )?(?:new |latest |last |revised )?(?:{_NOUNS}))"
_ANSWERS = "accept|reject|refus|declin|agree|oppos|approv|welcom|dismiss|support|consider|endors|stud|examin"
_ANSWER = rf"(?:to )?(?:(?:{_ANSWERS})\w*(?: to| with)? )?"
_ADVERB = r"(?: (?:within|on|as|late|last|outright|immediately|at|again|today|yesterday|in)\b.*)?"
_BARE = re.compile(rf"{_ANSWER}{_PRONOUN}{_ADVERB}\W*", re.IGNORECASE)
_ENDS_BARE = re.compile(rf"\b(?:{_PRONOUN}|refuse[sd]?|declined?|rejected|agree[sd]?|accept(?:s|ed))\W*$", re.IGNORECASE)
_DEFINITE = re.compile(rf"\b(?:the|this|that|both|either) (?:new |latest |last |revised )?(?:{_NOUNS})s?\b", re.IGNORECASE)
_POINTER = re.compile(r"\b(?:it|that|this|them|these|those|so)\b", re.IGNORECASE)
_WITHIN = re.compile(r"^(?:[\w'’-]+ ){0,4}?(?:to )?[a-z]+ (?:it|them)\b", re.IGNORECASE)
_ASKED = frozenset({Stance.DEMAND, Stance.OFFER, Stance.CONDITIONAL})
_TOLD_AS = (
    (re.compile(r"\b(?:offer|bid|proposal|idea|suggestion)\b", re.IGNORECASE), frozenset({Stance.OFFER})),
    (re.compile(r"\b(?:demand|request|call|condition)\b", re.IGNORECASE), frozenset({Stance.DEMAND, Stance.CONDITIONAL})),
)
_ANSWERING = frozenset({Stance.REJECT, Stance.OPPOSE, Stance.ACCEPT, Stance.CONDITIONAL, Stance.SUPPORT, Stance.PENDING})


def points_back(found: Found[Any]) -> bool:
    """Whether the words for what is answered are a pronoun alone, or missing: "the crews rejected that", "the yard has accepted it"."""
    item = found.item
    if not isinstance(item, PositionMention) or item.stance not in _ANSWERING:
        return False
    if item.issue:
        is_bare = _BARE.fullmatch(item.issue.strip()) is not None
        return is_bare and (_POINTER.search(item.issue) or _DEFINITE.search(found.passage.text)) is not None
    return _ENDS_BARE.search(found.passage.text) is not None


def pointer_in(found: Found[Any]) -> str:
    """The pronoun that stands for what is answered ("it"), where nothing else does."""
    word = _POINTER.search(found.item.issue or found.passage.text) if points_back(found) else None
    return word.group() if word else ""


def has_pronoun(phrase: Phrase) -> bool:
    """Whether the words name a way of settling what was told before: "share it", "the yard to take it in full"."""
    item = phrase.found.item
    return isinstance(item, PositionMention) and item.stance in _ASKED and _WITHIN.match(phrase.text) is not None


def resolved(phrases: Sequence[Phrase], pointing: Sequence[Found[Any]]) -> tuple[Phrase, ...]:
    """The phrases in their order, and for each of the `pointing` items those of the demand or offer of another party right before it.

    "Share it" and "the plan be dropped" are about what the nearest words before them are about. All of it is concluded.
    """
    placed = [each for each in (_placed(phrase, phrases) for phrase in phrases) if is_named(each)]
    own = with_kind_before(placed)
    also = [each for found in pointing for each in _answered(found, own)]
    return (*own, *also)


def _answered(found: Found[Any], phrases: Sequence[Phrase]) -> tuple[Phrase, ...]:
    near = [each for each in phrases if _stands_before(each.found, found, NEAR)]
    asked = next((stances for nouns, stances in _TOLD_AS if nouns.search(found.item.issue)), _ASKED)
    near = [each for each in near if getattr(each.found.item, "stance", None) in asked and each.found.item.party != found.item.party]
    if not near:
        return ()
    nearest = max(near, key=lambda each: each.found.passage.start).found
    return tuple(
        evolve(each, found=found, is_concluded=True) for each in near if each.found.item is nearest.item and not each.is_condition
    )


def _placed(phrase: Phrase, phrases: Sequence[Phrase]) -> Phrase:
    """The phrase, about the matter that its "it" or "the plan" points back to."""
    if phrase.family or phrase.place or not isinstance(phrase.found.item, PositionMention):
        return phrase
    meant = _matter_of_it(phrase, phrases) if has_pronoun(phrase) else _matter_named_so(phrase, phrases)
    if meant is None:
        return phrase
    return evolve(
        phrase,
        name=phrase.name or phrase.text,
        family=meant.family,
        place=meant.place,
        topics=phrase.topics | meant.topics,
        is_concluded=True,
    )


def _matter_of_it(phrase: Phrase, phrases: Sequence[Phrase]) -> Phrase | None:
    about = (PositionMention, StickingPointMention)
    near = [each for each in phrases if isinstance(each.found.item, about) and _stands_before(each.found, phrase.found, NEAR)]
    near = [each for each in near if not _WITHIN.match(each.text) or each.topics]
    return max(near, key=lambda each: each.found.passage.start, default=None)


def _matter_named_so(phrase: Phrase, phrases: Sequence[Phrase]) -> Phrase | None:
    """The matter that was told by the same plain noun before: "the plan" after "its plan to shut the yard"."""
    first, *_ = phrase.text.split() or [""]
    noun = stems(first)
    around = phrase.found.passage.text.casefold()
    if not noun or not noun <= GENERIC or not re.search(rf"\b(?:the|this|that|its|their) {re.escape(first.casefold())}\b", around):
        return None
    before = [each for each in phrases if _stands_before(each.found, phrase.found, None)]
    named = [
        each for each in before if noun <= stems(" ".join(each.text.split()[:2])) and (each.family or each.place or each.topics - noun)
    ]
    return max(named, key=lambda each: each.found.passage.start, default=None)


def _stands_before(first: Found[Any], second: Found[Any], within: int | None) -> bool:
    if first.report is not second.report or first.passage.end > second.passage.end or first.passage.start >= second.passage.start:
        return False
    return within is None or second.passage.start - first.passage.end <= within
