"""Meetings and visits that were to be and are not: called off, cancelled, put off without a new day."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve
from spacy.tokens import Token

from gobetween.model.evidence import MeetingStatus
from gobetween.reading.scene import Scene
from gobetween.reading.syntax import child, children, has_auxiliary, is_negated, subject_of
from gobetween.reading.talks.meetings.participants import company, who
from gobetween.reading.talks.meetings.parts import Part, clause_of, is_dated, make_part, object_behind, surely
from gobetween.reading.talks.meetings.words import CALL_NOUNS, CANCELLING, MEALS, PLANNING, POSTPONING, TALKS, VISITS

_MODALS = frozenset({"could", "might", "may", "can", "would", "should", "will", "must", "to"})
_WILL = frozenset({"will", "wo", "did", "would"})
_OFF = frozenset({"off"})
_ONE = frozenset(
    {"meeting", "session", "summit", "conference", "round", "call", "dinner", "lunch", "breakfast"}
)  # what is planned for one day


def find_cancellations(scene: Scene, verb: Token) -> Iterator[Part]:
    """The meeting that the verb says will not be, after all; none where that is only feared, threatened or denied."""
    noun = called_off(verb)
    if noun is None:
        return
    subject = None if noun.dep_ == "nsubjpass" else subject_of(verb)
    people = [*who(scene, subject), *company(scene, noun), *(name for owner in children(noun, "poss") for name in who(scene, owner))]
    kind = "visit" if noun.lemma_.lower() in VISITS else "meeting" if noun.lemma_.lower() in _ONE else "talks"
    words = clause_of(scene, verb, subject if subject is not None else noun)
    part = surely(make_part(scene, verb, words, people, kind, noun=noun), _is_known(scene, noun))
    if part is not None:
        when = scene.when(noun.left_edge.i, min(noun.right_edge.i + 1, verb.i if noun.i < verb.i else noun.right_edge.i + 1))
        yield evolve(part, mention=evolve(part.mention, status=MeetingStatus.CALLED_OFF, when=when))


def called_off(verb: Token) -> Token | None:
    """The meeting, the talks or the visit that the verb says will not be."""
    if _is_not_happening(verb):
        noun = child(verb, "nsubj", "nsubjpass")
        return noun if noun is not None and noun.lemma_.lower() in _ONE | VISITS | {"talk"} else None
    if not _is_calling_off(verb) or is_negated(verb) or not _is_done(verb):
        return None
    noun = child(verb, "nsubjpass", "dobj")
    is_meant = noun is not None and noun.lemma_.lower() in TALKS | VISITS | CALL_NOUNS | MEALS and not _is_broken_off(verb, noun)
    return noun if is_meant else None


def _is_not_happening(verb: Token) -> bool:
    """'will not take place', 'did not go ahead'."""
    is_place = verb.lemma_ == "take" and any(c.lower_ == "place" for c in children(verb, "dobj"))
    is_ahead = verb.lemma_ == "go" and any(c.lower_ == "ahead" for c in verb.children)
    return (is_place or is_ahead or verb.lemma_ == "happen") and is_negated(verb) and has_auxiliary(verb, _WILL)


def _is_calling_off(verb: Token) -> bool:
    """Put off to a day that is named, talks are planned for that day."""
    lemma = verb.lemma_.lower()
    if lemma in POSTPONING - {"put"}:
        return object_behind(verb, "to", "until", "till") is None
    is_off = any(c.lower_ in _OFF for c in children(verb, "prt", "advmod", "prep"))
    return lemma in CANCELLING or (lemma in ("call", "put") and is_off and object_behind(verb, "to", "until", "till") is None)


def _is_done(verb: Token) -> bool:
    is_open = has_auxiliary(verb, _MODALS) or verb.tag_ in ("VB", "VBG")
    return not is_open and not any(c.lower_ in ("if", "unless", "whether") for c in children(verb, "mark"))


def _is_broken_off(verb: Token, noun: Token) -> bool:
    """'suspended the talks': under way, and stopped; 'a first meeting, planned for Tuesday, was suspended' never was."""
    if verb.lemma_.lower() not in ("suspend", "adjourn"):
        return False
    is_begun = any(c.lower_ in ("after", "amid", "midway", "until", "for") for c in verb.children)
    return is_begun or noun.lemma_.lower() not in _ONE | VISITS or not _was_planned(noun)


def _was_planned(noun: Token) -> bool:
    near = noun.doc[noun.left_edge.i : noun.head.i if noun.dep_ == "nsubjpass" else noun.right_edge.i + 1]
    return any(t.lower_ == "due" or (t.tag_ in ("VBN", "VBD", "JJ") and t.lemma_.lower() in PLANNING) for t in near)


def _is_known(scene: Scene, noun: Token) -> bool:
    """Whether the words say which one: its day, its plan, or that there is no other."""
    is_dated_noun = is_dated(scene, (noun.left_edge.i, noun.right_edge.i + 1))
    return is_dated_noun or _was_planned(noun) or (noun.lemma_.lower() in _ONE | VISITS and any(c.lower_ == "the" for c in noun.lefts))
