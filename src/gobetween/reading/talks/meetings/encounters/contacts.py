"""Contacts short of a meeting: calls, words from leader to leader, texts carried from side to side."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve
from spacy.tokens import Token

from gobetween.model.evidence import MeetingStatus
from gobetween.reading.scene import Scene
from gobetween.reading.syntax import child, child_called, children, has_child, is_negated, subject_of
from gobetween.reading.talks.clauses import clause_tokens
from gobetween.reading.talks.meetings.encounters.sittings import OTHERS, are_counted_people, is_of_talkers, lasts
from gobetween.reading.talks.meetings.participants import hearer_of, persons, who
from gobetween.reading.talks.meetings.parts import Part, clause_of, is_dated, is_refused, make_part, object_behind, surely
from gobetween.reading.talks.meetings.status import is_planned
from gobetween.reading.talks.meetings.words import (
    BETWEEN_SIDES,
    CALLING,
    CARRYING,
    OWN_BODIES,
    PHONES,
    POSTS,
    REPRESENTING,
    SENT,
    TALKS,
    TEXTS,
)

_SAID = frozenset({"demand", "condition", "concern", "view", "position", "term", "request"})
_RELAYING = frozenset({"relay", "convey", "pass", "carry", "transmit", "deliver", "hand", "ferry"})
_OWN = frozenset({"member", "membership", "party", "cabinet", "government", "board"})
_TELLING = frozenset({"tell", "urge", "stress", "warn", "speak"})
_BRIEFING = frozenset({"brief", "consult", "update", "sound", "debrief"})
_PRESS = frozenset({"reporter", "journalist", "medium", "press", "agency"})
_SIDES = frozenset({"side", "party", "delegation", "leader", "colleague", "counterpart", "negotiator", "team"})
_JOINED = frozenset({"mediator", "delegation", "party", "side", "official", "negotiator", "team", "envoy", "minister", "leader"})


def find_contacts(scene: Scene, verb: Token) -> Iterator[Part]:
    """The contact that the verb tells, if it tells one."""
    lemma = verb.lemma_.lower()
    found: Part | None = None
    if is_refused(verb):
        return
    if lemma in ("speak", "talk") and (other := _spoken_to(scene, verb)) is not None and _is_called(verb, other):
        found = _of_call(scene, verb, other)
    elif lemma in ("speak", "talk") and _are_several(scene, verb):
        subject = subject_of(verb)
        found = surely(make_part(scene, verb, clause_of(scene, verb, subject), who(scene, subject), "contact"))
    elif lemma in ("phone", "telephone", "ring") and (rung := child(verb, "dobj")) is not None and _are_rung(scene, rung):
        subject = subject_of(verb)
        if not is_negated(verb) and is_of_talkers(scene, subject):
            found = surely(make_part(scene, verb, clause_of(scene, verb, subject), who(scene, subject) + who(scene, rung), "contact"))
    elif lemma in _BRIEFING and (other := _briefed(scene, verb)) is not None:
        found = _of_call(scene, verb, other)
    elif (hearer := _told(verb, lemma)) is not None:
        found = _of_telling(scene, verb, hearer)
    elif lemma in CARRYING:
        found = _of_handing_over(scene, verb) or _of_sending(scene, verb)
    elif lemma == "join" and child(verb, "dobj", "agent") is not None:
        found = _of_joining(scene, verb)
    if found is not None:
        yield found


def _is_by_phone(verb: Token) -> bool:
    return any(t.lemma_.lower() in PHONES for t in verb.subtree)


def _briefed(scene: Scene, verb: Token) -> Token | None:
    """Who was briefed or consulted, by telephone or by name."""
    other = child(verb, "dobj")
    is_by_phone = _is_by_phone(verb)
    is_told = verb.tag_ != "VBG" or is_planned(verb) or is_dated(scene, (verb.i, verb.right_edge.i + 1))
    if other is None or other.lemma_.lower() in _OWN | _PRESS | OWN_BODIES:
        return None  # 'briefed the cabinet'
    return other if is_by_phone or (is_told and who(scene, other)) else None


def _spoken_to(scene: Scene, verb: Token) -> Token | None:
    """'spoke with', 'talked to'; 'talked about the talks with the envoy', wherever the parser hung 'with'."""
    other = object_behind(verb, "with", "to")
    about = child_called(verb, ("about", "on", "of"), "prep") if other is None else None
    if about is None:
        return other
    inner = (child(t, "pobj") for t in about.subtree if t.lower_ == "with" and t.dep_ == "prep")
    return next((t for t in inner if t is not None and (r := scene.references.who(t)) is not None and r.is_person), None)


def _are_rung(scene: Scene, rung: Token) -> bool:
    return rung.lower_ in ("both", "them") or rung.ent_type_ == "GPE" or rung.lemma_.lower() in _SIDES or bool(who(scene, rung))


def _told(verb: Token, lemma: str) -> Token | None:
    """Who is called or told something."""
    if lemma in CALLING:
        return child(verb, "dobj") if child(verb, "ccomp", "oprd", "xcomp") is None else None
    return hearer_of(verb) if lemma in _TELLING else None


def _is_called(verb: Token, other: Token) -> bool:
    """'spoke by telephone with', 'spoke with'; who speaks to reporters meets nobody."""
    is_by_phone = _is_by_phone(verb)
    is_to_sides = other.lemma_.lower() in _SIDES or other.lower_ in ("both", "each")
    subject = subject_of(verb)
    is_between = subject is not None and subject.lemma_.lower() in BETWEEN_SIDES and other.pos_ == "PROPN"  # an envoy's words to a side
    return (is_by_phone or is_to_sides or is_between or other.head.lower_ == "with") and other.lemma_.lower() not in _PRESS


def _are_several(scene: Scene, verb: Token) -> bool:
    """'the two presidents spoke', 'Berg and Malk talked by telephone', 'commanders talked on Sunday': with each other."""
    subject = child(verb, "nsubj")
    is_open = verb.tag_ == "VB" and not is_planned(verb)  # 'something for the two sides to talk about'
    if subject is None or is_open or not is_of_talkers(scene, subject) or object_behind(verb, "with", "to") is not None:
        return False
    owner = child(subject, "poss")
    is_counted = any(c.lower_ in ("two", "both") for c in (*subject.lefts, *(owner.lefts if owner is not None else ())))
    is_of_sides = subject.lemma_ in REPRESENTING or are_counted_people(subject)
    if is_of_sides and is_counted and object_behind(verb, "of", "about") is None:
        return True
    is_exchange = _is_by_phone(verb) or lasts(verb) or (verb.lemma_ == "talk" and is_dated(scene, clause_of(scene, verb, subject)))
    is_going_on = verb.tag_ == "VBG" and has_child(verb, ("are", "were"), "aux") and object_behind(verb, "about", "of") is None
    is_exchange = is_exchange or is_going_on
    is_joined = any(t.dep_ == "cc" and t.i < verb.i for t in subject.subtree)
    return is_exchange and (is_joined or (subject.tag_ == "NNS" and subject.lemma_.lower() in REPRESENTING | POSTS | OTHERS))


def _of_call(scene: Scene, verb: Token, other: Token) -> Part | None:
    subject = subject_of(verb)
    people, others = who(scene, subject), who(scene, other)
    is_sides = other.lemma_.lower() in _SIDES
    if not people or not (others or is_sides) or is_negated(verb):
        return None
    kind = "contact" if _is_by_phone(verb) else "meeting"
    return surely(make_part(scene, verb, clause_of(scene, verb, subject), people + others, kind))


def _of_telling(scene: Scene, verb: Token, hearer: Token) -> Part | None:
    people, others = persons(scene, subject_of(verb)), persons(scene, hearer)
    if not people or not others:
        return None
    part = surely(make_part(scene, verb, clause_tokens(verb), people + others, "contact"))
    return None if part is None else evolve(part, is_known=True)  # where they met, or spoke before, they spoke there


def _of_handing_over(scene: Scene, verb: Token) -> Part | None:
    """A text carried to a side or a place: 'carried the draft to Oslo', 'the proposals were to be given to Canadian officials'."""
    is_passive = child(verb, "auxpass") is not None
    text = subject_of(verb) if is_passive else child(verb, "dobj")
    near = [*children(verb, "prep", "dative"), *(children(text, "prep") if text is not None else ())]
    to = next((p for p in near if p.lower_ in ("to", "between")), None)
    goal = child(to, "pobj") if to is not None else child(verb, "dative")
    is_relayed = (
        text is not None and text.lemma_ in _SAID and verb.lemma_ in _RELAYING and goal is not None and is_of_talkers(scene, goal)
    )
    is_text = text is not None and (text.lemma_ in TEXTS or is_relayed or (text.lower_ in ("it", "them") and _is_to_and_fro(verb)))
    is_own = goal is not None and goal.lemma_ in _OWN and child(goal, "poss") is not None  # 'put it to its members'
    if text is None or not is_text or goal is None or is_negated(verb) or is_own:
        return None
    agent = child(verb, "agent")
    giver = child(agent, "pobj") if agent is not None else None if is_passive else subject_of(verb)
    first, last = clause_tokens(verb)
    if giver is not None and giver.i < verb.i:
        first = min(first, giver.left_edge.i)
    people = who(scene, giver) + who(scene, goal)
    part = surely(make_part(scene, verb, (first, last), people, "contact")) if people else None
    return None if part is None else evolve(part, mention=evolve(part.mention, status=_handed(verb, part.mention.status)))


def _is_to_and_fro(verb: Token) -> bool:
    """'ferried it from hotel to hotel', 'carried them between the two rooms'."""
    behind = [t.lemma_.lower() for t in verb.doc[verb.i + 1 : min(verb.right_edge.i + 1, verb.i + 8)]]
    is_from_to = any(behind[i] == "from" and behind[i + 2] == "to" and behind[i + 1] == behind[i + 3] for i in range(len(behind) - 3))
    return is_from_to or "between" in behind


def _handed(verb: Token, status: MeetingStatus) -> MeetingStatus:
    """'were to be given' is still to come."""
    is_to_be = verb.dep_ == "xcomp" and verb.head.lemma_ == "be"
    return MeetingStatus.PLANNED if is_to_be else status


def _of_sending(scene: Scene, verb: Token) -> Part | None:
    """'will send a team to the talks'."""
    sent, goal = child(verb, "dobj"), object_behind(verb, "to")
    if goal is None and (to := child(verb, "dative")) is not None and to.lower_ == "to":
        goal = child(to, "pobj")
    if goal is None and sent is not None:
        goal = object_behind(sent, "to")
    if sent is None or goal is None or sent.lemma_ not in SENT or is_negated(verb):
        return None
    purpose = object_behind(verb, "for") or object_behind(sent, "for") or object_behind(goal, "for")
    is_for_talks = purpose is not None and purpose.lemma_.lower() in TALKS
    if goal.lemma_.lower() not in TALKS and not (
        goal.ent_type_ == "GPE" and (is_for_talks or is_dated(scene, clause_of(scene, verb, None)))
    ):
        return None
    subject = subject_of(verb)
    people = who(scene, subject)
    return surely(make_part(scene, verb, clause_of(scene, verb, subject), people, "delegation"), bool(people))


def _of_joining(scene: Scene, verb: Token) -> Part | None:
    subject, joined = subject_of(verb), child(verb, "dobj")
    if (agent := child(verb, "agent")) is not None and (comer := child(agent, "pobj")) is not None and subject is not None:
        referent = scene.references.who(comer)
        if comer.lemma_ != "counterpart" and (referent is None or not referent.is_person):
            return None
        people = [*who(scene, comer), *who(scene, subject)]  # 'were joined by their counterpart'
        return make_part(scene, verb, clause_of(scene, verb, subject), people, "talks") if len(people) > 1 else None
    people = who(scene, subject)
    if not people or joined is None or subject is None or not (is_planned(verb) or verb.tag_ != "VB"):
        return None
    if joined.pos_ != "PRON" and joined.lemma_ not in _JOINED:
        return None
    tokens = subject.left_edge.i, clause_tokens(verb)[1]
    return make_part(scene, verb, tokens, people + who(scene, joined), "talks")
