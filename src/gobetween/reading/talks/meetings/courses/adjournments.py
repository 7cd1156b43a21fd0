"""Verbs that end one round of talks or set the next: 'put off the talks to June 3', 'left without a deal', 'will try again'."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve
from spacy.tokens import Token

from gobetween.model.evidence import MeetingStatus
from gobetween.reading.scene import Scene
from gobetween.reading.syntax import child, has_child, is_negated, subject_of
from gobetween.reading.talks.meetings.participants import company, who
from gobetween.reading.talks.meetings.parts import Part, clause_of, is_dated, make_part, object_behind, surely
from gobetween.reading.talks.meetings.status import is_planned
from gobetween.reading.talks.meetings.words import EMPTY_HANDED, ENDING, PARTING, POSTPONING, REPRESENTING, TALKS


def find_adjournments(scene: Scene, verb: Token) -> Iterator[Part]:
    """The round that the verb ends or sets."""
    lemma = verb.lemma_.lower()
    found: Part | None = None
    if lemma in POSTPONING:
        found = _of_postponing(scene, verb)
    elif lemma in PARTING and not is_negated(verb) and _is_without_result(verb):
        found = _of_parting(scene, verb)
    elif lemma == "try" and child(verb, "xcomp", "dobj") is None and _is_again(verb) and is_planned(verb):
        found = _of_trying_again(scene, verb)
    if found is not None:
        yield found


def _is_again(verb: Token) -> bool:
    """'again', 'once more', 'anew'."""
    behind = [t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 5]]
    is_once_more = "once" in behind and "more" in behind
    return is_once_more or bool({"again", "anew", "afresh"} & set(behind))


def _of_postponing(scene: Scene, verb: Token) -> Part | None:
    """The talks are then to be on the day that they were put off to."""
    talks = child(verb, "dobj", "nsubjpass")
    day = object_behind(verb, "to", "until", "till")
    if day is None and talks is not None:
        day = object_behind(talks, "to", "until", "till")
    if talks is None or day is None or talks.lemma_.lower() not in TALKS or is_negated(verb):
        return None
    if not is_dated(scene, (day.left_edge.i, day.right_edge.i + 1)):
        return None
    if verb.lemma_ == "put" and not has_child(verb, ("off", "back")):
        return None
    subject = subject_of(verb) if talks.dep_ == "dobj" else None
    first, last = clause_of(scene, verb, subject)
    people = [*who(scene, subject), *company(scene, talks)]
    part = surely(make_part(scene, verb, (first, max(last, day.right_edge.i + 1)), people, "talks", noun=talks))
    if part is None:
        return None
    when = scene.when(day.left_edge.i, day.right_edge.i + 1)
    return evolve(part, mention=evolve(part.mention, status=MeetingStatus.PLANNED, when=when))


def _is_without_result(verb: Token) -> bool:
    behind = verb.doc[verb.i + 1 : verb.right_edge.i + 1]
    is_without = any(t.lower_ == "without" and any(e.lemma_ in ENDING for e in t.subtree) for t in behind)
    return is_without or any(t.lower_ in EMPTY_HANDED for t in behind)


def _of_parting(scene: Scene, verb: Token) -> Part | None:
    subject = subject_of(verb)
    if subject is None:
        return None
    people = who(scene, subject)
    if not people and subject.lemma_.lower() not in REPRESENTING:
        return None
    return surely(make_part(scene, verb, clause_of(scene, verb, subject), people, "talks"))


def _of_trying_again(scene: Scene, verb: Token) -> Part | None:
    subject = subject_of(verb)
    tokens = clause_of(scene, verb, subject)
    if subject is None or not is_dated(scene, tokens):
        return None
    people = who(scene, subject)
    if not people and subject.lemma_.lower() not in REPRESENTING:
        return None
    return surely(make_part(scene, verb, tokens, people, "talks"))
