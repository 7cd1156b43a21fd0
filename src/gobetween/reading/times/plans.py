"""Weekdays of what is set beforehand, told by the noun that they hang on: "called for a strike on Saturday", "ahead of Friday's vote".

The verb of such a sentence tells when something was announced or prepared, not when it will be; nearness tells that.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from gobetween.reading.syntax import has_child
from gobetween.reading.word_lists import words

_FAR, _NEAR = 3, 2
"""Days within which the next such weekday is meant, not the last: of what was called for, and of a session or vote by itself."""

_SET_BEFOREHAND = words(
    "session meeting summit round talk talks negotiation vote ballot election referendum poll runoff strike walkout stoppage protest",
    "rally march demonstration hearing conference congress debate visit trip ceremony inauguration signing handover swap exchange",
    "trial briefing launch opening gathering truce ceasefire cease-fire pause deadline auction release tariff assembly convention",
    "blockade boycott sit-in shutdown",
)
_CALLING = words(
    "call announce plan promise threaten schedule propose demand want agree declare order approve seek offer organise organize set",
    "prepare urge invite arrange convene book pledge vow accept back support confirm",
)
_TOWARDS = words("ahead before for towards until till")
_BY_THEN = words("after since following during at over in amid")
_HOURS = words("noon midday midnight dawn dusk morning afternoon evening night")
_BEGINNING = words("begin start end run last commence expire finish take")
_LOOKING_BACK = words("follow mark cap reflect recall")
_WEIGHING = words("discuss prepare consider weigh preview plan mention")
_OFFERING = words("offer volunteer consent undertake propose threaten")


def days_ahead(doc: Doc, start: int, end: int) -> int:
    """How many days on at most the weekday at `[start, end)` may lie for the next one to be meant; 0 where its verb tells enough."""
    span = doc.char_span(start, end, alignment_mode="expand")
    day = next((token for token in reversed(list(span or ())) if token.lower_.endswith("day")), None)
    if day is None:
        return 0
    over = day.head.head if day.head.lower_ in _HOURS else day.head
    if over.pos_ in {"ADP", "SCONJ"} and over.i < day.i:
        over = over.head
    if over.pos_ in {"NOUN", "PROPN"} and over != day:
        return _of_noun(over)
    if over.pos_ in {"VERB", "AUX"}:
        return _of_verb(over, day)
    return 0


def _of_noun(noun: Token) -> int:
    if noun.lemma_.lower() not in _SET_BEFOREHAND:
        return 0
    over = noun.head
    if over.pos_ in {"ADP", "SCONJ"} or over.lower_ in _BY_THEN:
        if over.lower_ in _BY_THEN:
            return 0
        is_towards = over.lower_ in _TOWARDS or (over.lower_ == "of" and over.head.lower_ == "ahead")
        return _FAR if is_towards or over.head.lemma_ in _CALLING else _NEAR
    if over.lemma_ in _CALLING and noun.dep_ in {"dobj", "obj"}:
        return _FAR
    if over.lemma_ in _LOOKING_BACK:
        return 0
    if over.lemma_ in _WEIGHING:
        return _NEAR
    is_told = over.tag_ in {"VBD", "VBN"} and noun.dep_ in {"nsubj", "dobj", "obj", "nsubjpass"}
    return 0 if is_told and not has_child(over, ("if", "whether"), "mark") else _NEAR


def _of_verb(verb: Token, day: Token) -> int:
    """Of what was announced ("called a strike on Saturday"), begins then ("a truce starting Friday"), or may come about."""
    if verb.tag_ == "VBG" and verb.dep_ in {"acl", "advcl", "pcomp", "amod", "prep", "xcomp"} and verb.lemma_ in _BEGINNING:
        return _FAR
    if has_child(verb, ("to",), "aux"):
        return _FAR if verb.head.lemma_ in _OFFERING and not has_child(verb.head, ("had", "was", "were")) else 0
    if verb.lemma_ == "have" and verb.tag_ in {"VBZ", "VBP"} and verb.dep_ != "aux":
        return _FAR
    between = verb.doc[verb.i + 1 : day.i]
    if verb.lemma_ not in _CALLING or verb.i > day.i:
        return 0
    if not any(token.lemma_.lower() in _SET_BEFOREHAND and token.pos_ == "NOUN" for token in between):
        return 0
    return (
        _FAR if any(token.lower_ in ("for", "from") for token in between) else _NEAR
    )  # "called for a march", "a truce from Friday on"
