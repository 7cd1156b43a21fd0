"""Meetings and visits that were to be and are not: called off, cancelled, put off without a new day."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve
from spacy.tokens import Token

from gobetween.model.evidence import MeetingStatus
from gobetween.reading.scene import Scene
from gobetween.reading.syntax import child, children, has_auxiliary, has_child, has_left, is_negated, subject_of
from gobetween.reading.talks.meetings.participants import company, who
from gobetween.reading.talks.meetings.parts import Part, clause_of, is_dated, make_part, object_behind, surely
from gobetween.reading.talks.meetings.words import CALL_NOUNS, CANCELLING, MEALS, PLANNING, POSTPONING, TALKS, VISITS

_MODALS = frozenset({"could", "might", "may", "can", "would", "should", "will", "must", "to"})
_WILL = frozenset({"will", "wo", "did", "would"})
_TAKING_UP = frozenset({"it", "this", "that", "which"})
_PROGRAMMES = frozenset({"calendar", "agenda", "schedule", "programme", "program", "diary", "table", "timetable"})
_PLANNED = frozenset({"due", "planned", "scheduled", "expected", "intended", "forthcoming", "upcoming"})
_OFF = frozenset({"off"})
_ONE = frozenset(
    {"meeting", "session", "summit", "conference", "round", "call", "dinner", "lunch", "breakfast", "plenary", "hearing", "encounter"}
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
    part = surely(make_part(scene, verb, words, people, kind, noun=noun), _is_known(scene, noun, verb))
    if part is not None:
        when = scene.when(noun.left_edge.i, verb.i if noun.i < verb.i else noun.right_edge.i + 1)
        yield evolve(part, mention=evolve(part.mention, status=MeetingStatus.CALLED_OFF, when=when))


def is_taken_back(verb: Token, planned: Part) -> bool:
    """'They were to meet on Thursday, but that was cancelled': said of the plan right before, in its sentence or the next."""
    pronoun = child(verb, "nsubjpass", "nsubj") if verb.pos_ == "VERB" and planned.mention.status is MeetingStatus.PLANNED else None
    if pronoun is None or pronoun.lower_ not in _TAKING_UP or is_negated(verb) or not _is_done(verb) or verb.i < planned.last:
        return False
    is_near = not any(t.is_sent_start and t.i > planned.last + 1 for t in verb.doc[planned.last : verb.sent.start])
    is_off = has_child(verb, _OFF, "prt", "advmod", "prep")
    lemma = verb.lemma_.lower()
    return (
        is_near
        and child(verb, "auxpass") is not None
        and (lemma in CANCELLING | POSTPONING - {"put", "move"} or (lemma in ("call", "put") and is_off))
    )


def called_off(verb: Token) -> Token | None:
    """The meeting, the talks or the visit that the verb says will not be."""
    if _is_not_happening(verb):
        noun = _meeting_before(verb)
        return noun if noun is not None and noun.lemma_.lower() in _ONE | VISITS | {"talk"} else None
    if not _is_calling_off(verb) or is_negated(verb) or not _is_done(verb):
        return None
    noun = _meeting_before(verb) if child(verb, "auxpass") is not None else child(verb, "dobj")
    is_meant = noun is not None and noun.lemma_.lower() in TALKS | VISITS | CALL_NOUNS | MEALS and not _is_broken_off(verb, noun)
    return noun if is_meant else None


def _meeting_before(verb: Token) -> Token | None:
    """The subject; where a relative clause has drawn it away, the meeting that opens the sentence."""
    noun = child(verb, "nsubj", "nsubjpass")
    if noun is not None and noun.lemma_.lower() in TALKS | VISITS | CALL_NOUNS | MEALS:
        return noun
    opening = next((t for t in verb.sent if t.pos_ in ("NOUN", "PROPN") and t.dep_ not in ("compound", "poss", "nmod")), None)
    if (
        opening is None
        or opening.lemma_.lower() not in TALKS | VISITS | CALL_NOUNS | MEALS
        or opening.dep_ not in ("ROOT", "nsubj", "nsubjpass")
    ):
        return noun
    is_drawn = any(t.lower_ in ("that", "which") for t in verb.doc[opening.i : verb.i])
    return opening if is_drawn and opening.i < verb.i else noun


def _is_not_happening(verb: Token) -> bool:
    """'will not take place', 'did not go ahead'."""
    is_place = verb.lemma_ == "take" and has_child(verb, ("place",), "dobj")
    is_ahead = verb.lemma_ in ("go", "come") and has_child(verb, ("ahead", "off", "about"))
    if (is_place or is_ahead or verb.lemma_ in ("happen", "materialise", "materialize")) and is_negated(verb):
        return has_auxiliary(verb, _WILL) or has_child(verb, ("never",))
    if is_negated(verb) or has_auxiliary(verb, _MODALS):
        return False
    is_through = verb.lemma_ == "fall" and has_child(verb, ("through",))
    return is_through or (verb.lemma_ == "be" and _is_off(verb))


def _is_off(verb: Token) -> bool:
    """'is off', 'is off the table', 'is on hold'."""
    behind = [t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 5]]
    is_off = behind[:1] == ["off"] or (behind[:1] == ["now"] and behind[1:2] == ["off"])
    return is_off or behind[:2] in (["on", "hold"], ["on", "ice"])


def _is_calling_off(verb: Token) -> bool:
    """Put off to a day that is named, talks are planned for that day."""
    lemma = verb.lemma_.lower()
    if lemma in POSTPONING - {"put"}:
        return object_behind(verb, "to", "until", "till") is None
    is_off = has_child(verb, _OFF | {"back"} if lemma == "put" else _OFF, "prt", "advmod", "prep")
    goal = object_behind(verb, "from", "off") if lemma in ("strike", "take", "remove", "drop") else None
    is_struck = goal is not None and goal.lemma_.lower() in _PROGRAMMES
    return (
        lemma in CANCELLING or is_struck or (lemma in ("call", "put") and is_off and object_behind(verb, "to", "until", "till") is None)
    )


def _is_done(verb: Token) -> bool:
    is_open = has_auxiliary(verb, _MODALS) or verb.tag_ in ("VB", "VBG")
    return not is_open and not has_child(verb, ("if", "unless", "whether"), "mark")


def _is_broken_off(verb: Token, noun: Token) -> bool:
    """'suspended the talks': under way, and stopped; 'a first meeting, planned for Tuesday, was suspended' never was."""
    if verb.lemma_.lower() not in ("suspend", "adjourn"):
        return False
    is_begun = has_child(verb, ("after", "amid", "midway", "until", "for"))
    return is_begun or noun.lemma_.lower() not in _ONE | VISITS or not _was_planned(noun)


def _was_planned(noun: Token) -> bool:
    near = noun.doc[noun.left_edge.i : noun.head.i if noun.dep_ == "nsubjpass" else noun.right_edge.i + 1]
    return any(t.lower_ in _PLANNED or (t.tag_ in ("VBN", "VBD", "JJ") and t.lemma_.lower() in PLANNING) for t in near)


def _is_known(scene: Scene, noun: Token, verb: Token) -> bool:
    """Whether the words say which one: its day, its plan, or that there is no other."""
    is_dated_noun = is_dated(scene, (noun.left_edge.i, noun.right_edge.i + 1)) or is_dated(scene, (noun.i, max(verb.i, noun.i) + 1))
    is_visit_of_one = noun.lemma_.lower() in VISITS and any(True for _ in children(noun, "prep", "poss"))
    return is_dated_noun or _was_planned(noun) or is_visit_of_one or (noun.lemma_.lower() in _ONE | VISITS and has_left(noun, ("the",)))
