"""Meetings that one side gives the other: 'received both parties', 'brought them together', 'has summoned them for Friday'."""

from __future__ import annotations

from attrs import evolve
from spacy.tokens import Token

from gobetween.model.evidence import MeetingStatus
from gobetween.reading.scene import Scene
from gobetween.reading.syntax import child, children, has_child, subject_of
from gobetween.reading.talks.meetings.encounters.two_sides import are_people, is_posted
from gobetween.reading.talks.meetings.participants import company, who
from gobetween.reading.talks.meetings.parts import (
    Part,
    clause_of,
    further_guests,
    is_dated,
    is_refused,
    kind_of,
    make_part,
    object_behind,
    surely,
)
from gobetween.reading.talks.meetings.words import ENVOYS, MEALS, POSTS, ROOMS, SEPARATE, TALKS
from gobetween.reading.talks.parties import is_both


def of_receiving(scene: Scene, verb: Token) -> Part | None:
    """'received both parties again on Friday', 'saw the two delegations separately': one who receives, and those received."""
    met, subject = child(verb, "dobj"), subject_of(verb)
    if (agent := child(verb, "agent")) is not None and verb.lemma_ in ("receive", "welcome", "host"):
        met, subject = child(verb, "nsubjpass"), child(agent, "pobj")
    if met is None or subject is None or is_refused(verb) or not (are_people(scene, met) or is_posted(subject)):
        return None
    if met.pos_ == "PRON" and not (verb.lemma_ == "receive" and met.lower_ in ("him", "her", "them") and _is_at_place(scene, verb)):
        return None
    is_called = is_posted(subject) or (subject.pos_ == "PROPN" and subject.ent_type_ == "PERSON")
    hosts = who(scene, subject) or ([scene.references.phrase(subject)] if is_called else [])
    tokens = clause_of(scene, verb, met if met.i < verb.i else subject)
    is_person = (host := scene.references.who(subject)) is not None and host.is_person
    if verb.lemma_ == "see" and (
        child(verb, "ccomp", "xcomp") is not None
        or any(_is_of_manner(scene, c) for c in children(verb, "prep"))
        or not (is_dated(scene, tokens) or any(phrase in scene.doc[slice(*tokens)].text.lower() for phrase in SEPARATE))
    ):
        return None
    if verb.lemma_ == "welcome" and not (are_people(scene, met) or is_posted(met)):
        return None  # 'the minister welcomed the move on Monday'
    is_delegation = met.lemma_.lower() in ENVOYS and verb.tag_ in ("VBD", "VBN")
    if verb.lemma_ == "welcome" and agent is None and not is_dated(scene, tokens) and not is_delegation:
        return None
    is_guest = is_posted(subject) and met.lemma_.lower() in ENVOYS | POSTS and met.tag_ in ("NN", "NNS", "NNP")
    is_of_body = verb.lemma_ == "receive" and not is_person and not is_guest and not is_dated(scene, tokens)
    if is_of_body or not hosts:
        return None
    return surely(
        make_part(scene, verb, tokens, hosts + [name for each in (met, *further_guests(verb)) for name in who(scene, each)], "meeting")
    )


def _is_at_place(scene: Scene, verb: Token) -> bool:
    """'received him at the palace', 'on Monday'."""
    goals = (goal for p in children(verb, "prep") if p.lower_ in ("at", "in") for goal in children(p, "pobj"))
    is_there = any(goal.pos_ in ("PROPN", "NOUN") for goal in goals)
    return is_there or is_dated(scene, (verb.i, verb.right_edge.i + 1))


def _is_of_manner(scene: Scene, prep: Token) -> bool:
    """'saw it as a gift', 'saw them in a new light'; 'saw them in Alder Harbour' says where."""
    is_place = prep.lower_ == "in" and any(goal.pos_ == "PROPN" for goal in children(prep, "pobj"))
    return prep.lower_ in ("as", "in", "for") and not is_place and not is_dated(scene, (prep.i, prep.right_edge.i + 1))


def of_bringing_together(scene: Scene, verb: Token) -> Part | None:
    """'brought them together only once'."""
    brought, subject = child(verb, "dobj"), subject_of(verb)
    is_about_people = brought is not None and (
        brought.pos_ == "PRON" or brought.lower_ in ("two", "both") or are_people(scene, brought)
    )
    is_of_talks = subject is not None and subject.lemma_.lower() in TALKS  # 'a summit that brought the two together'
    if brought is None or subject is None or is_of_talks or not is_about_people or is_refused(verb):
        return None
    people = [*who(scene, subject), *who(scene, brought)]
    return surely(make_part(scene, verb, clause_of(scene, verb, subject), people, "meeting"), bool(people))


def is_back_on_a_day(scene: Scene, verb: Token) -> bool:
    """'would call them back on Thursday'."""
    called = child(verb, "dobj", "nsubjpass")
    is_back = has_child(verb, ("back", "in"), "advmod", "prt")
    is_people = called is not None and (called.lower_ in ("them", "both", "him", "her") or are_people(scene, called))
    return is_back and is_people and is_dated(scene, (verb.i, verb.right_edge.i + 1))


def where_they_meet(verb: Token) -> Token | None:
    """'to a meeting', 'to Oslo for talks': the talks before the town."""
    preps = [p for holder in (verb, child(verb, "dobj", "nsubjpass")) if holder is not None for p in children(holder, "prep")]
    goals = [goal for p in preps if p.lower_ in ("to", "for") for goal in children(p, "pobj")]
    goals += [inner for goal in goals for p in children(goal, "prep") if p.lower_ == "for" for inner in children(p, "pobj")]
    goals += [goal] if (goal := object_behind(verb, "to", "for")) is not None else []
    meant = [goal for goal in goals if _is_where_they_meet(verb, goal)]
    return next((goal for goal in meant if goal.lemma_.lower() in TALKS), next(iter(meant), None))


def _is_where_they_meet(verb: Token, goal: Token) -> bool:
    """'to a meeting', 'to her office on Thursday', 'for Friday'."""
    is_place = verb.lemma_ in ("summon", "invite") and (goal.lemma_.lower() in ROOMS or goal.ent_type_ in ("DATE", "GPE", "FAC"))
    return goal.lemma_.lower() in TALKS | MEALS or is_place


def of_invitation(scene: Scene, verb: Token, talks: Token) -> Part | None:
    """'has called both sides to a meeting on Saturday'."""
    called = child(verb, "dobj", "nsubjpass")
    if (
        called is None
        or is_refused(verb)
        or (talks is not verb and talks.lemma_.lower() not in TALKS and not is_dated(scene, clause_of(scene, verb, None)))
    ):
        return None
    subject = subject_of(verb)
    people = [*(who(scene, subject) if subject is not called else []), *who(scene, called), *company(scene, talks)]
    part = make_part(scene, talks, clause_of(scene, verb, subject), people, kind_of(talks), noun=None if talks is verb else talks)
    invited = None if part is None else evolve(part, mention=evolve(part.mention, status=MeetingStatus.PLANNED))
    is_many = called.lower_ in ("both", "them", "all", "him", "her") or is_both(called)
    return surely(invited, called.i == talks.i or is_many or are_people(scene, called))  # 'called a plenary for Friday'
