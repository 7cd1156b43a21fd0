"""Those who are somewhere for the talks: 'is in Oslo for talks', 'is back in Geneva', 'is on a visit to Ottawa'."""

from __future__ import annotations

from attrs import evolve
from spacy.tokens import Token

from gobetween.reading.scene import Scene
from gobetween.reading.syntax import child, child_called, children, has_child, is_negated, subject_of
from gobetween.reading.talks.meetings.participants import company, who
from gobetween.reading.talks.meetings.parts import Part, clause_of, is_dated, make_part, surely
from gobetween.reading.talks.meetings.words import ENVOYS, PLACES, POSTS, REPRESENTING, TALKS, VISITS

_PURPOSES = TALKS | {"consultation", "mediation"}


def of_stay(scene: Scene, verb: Token) -> Part | None:
    """The visit that 'to be' tells of an envoy, a delegation or a person with a name; none where nothing says what for."""
    subject = subject_of(verb)
    if subject is None or is_negated(verb) or verb.lemma_ not in ("be", "stay", "remain"):
        return None
    people = who(scene, subject)
    if not people and subject.lemma_.lower() not in ENVOYS | REPRESENTING | POSTS:
        return None
    if (trip := _trip(verb)) is not None:
        part = make_part(scene, verb, clause_of(scene, verb, subject), people, "visit", noun=trip)
        return surely(part)
    there = next((p for p in (*children(verb, "prep"), *_behind_back(verb)) if p.lower_ == "in" and _is_place(scene, p)), None)
    is_there = has_child(verb, ("there", "here"), "advmod")
    if there is None and not is_there:
        return None
    preps = [*children(verb, "prep"), *(children(there, "prep") if there is not None else ()), *_behind_back(verb)]
    purpose = next((p for p in preps if p.lower_ == "for"), None)
    goal = child(purpose, "pobj") if purpose is not None else None
    is_for_talks = goal is not None and goal.lemma_.lower() in _PURPOSES
    is_delegation = verb.lemma_ == "be" and subject.lemma_.lower() in ENVOYS and is_dated(scene, (verb.i, verb.right_edge.i + 1))
    referent = scene.references.who(subject)
    is_past = verb.tag_ == "VBD" or (verb.tag_ == "VBN" and any(c.dep_ == "aux" and c.lower_ == "had" for c in verb.children))
    is_person = is_past and referent is not None and referent.is_person and is_dated(scene, clause_of(scene, verb, subject))
    is_for_talks = is_for_talks or (there is not None and any(c.tag_ == "VB" for c in children(verb, "advcl", "xcomp")))
    if not (is_for_talks or ((is_delegation or is_person) and there is not None)):
        return None
    people = [*people, *(company(scene, goal) if goal is not None else [])]
    part = surely(make_part(scene, verb, clause_of(scene, verb, subject), people, "visit"))
    place = child(there, "pobj") if there is not None else None
    if part is None or place is None:
        return part
    return evolve(part, mention=evolve(part.mention, place=part.mention.place or scene.doc[place.left_edge.i : place.i + 1].text))


def _trip(verb: Token) -> Token | None:
    """'on a visit to', 'on her first trip to', 'on a tour of'."""
    on = child_called(verb, ("on",), "prep")
    noun = child(on, "pobj") if on is not None else None
    is_somewhere = noun is not None and has_child(noun, ("to", "of", "in"), "prep")
    return noun if noun is not None and noun.lemma_.lower() in VISITS and is_somewhere else None


def _behind_back(verb: Token) -> list[Token]:
    """'back in Oslo for talks': what hangs on 'back'."""
    return [p for c in children(verb, "advmod", "acomp") if c.lower_ in ("back", "here", "there") for p in children(c, "prep")]


def _is_place(scene: Scene, prep: Token) -> bool:
    goal = child(prep, "pobj")
    if goal is None:
        return False
    return goal.ent_type_ in ("GPE", "FAC", "LOC") or scene.names.at(goal) is not None or goal.lemma_ in PLACES
