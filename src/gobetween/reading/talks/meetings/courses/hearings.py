"""What brings both sides before a third: 'the dispute goes before the commission on Monday', 'the panel heard both sides'."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from gobetween.reading.scene import Scene
from gobetween.reading.syntax import child, children, is_negated, subject_of
from gobetween.reading.talks.meetings.encounters.two_sides import are_people, is_posted
from gobetween.reading.talks.meetings.participants import who
from gobetween.reading.talks.meetings.parts import Part, clause_of, is_dated, is_refused, make_part, surely
from gobetween.reading.talks.meetings.words import SIDES_BY_NOUN, TRIBUNALS
from gobetween.reading.talks.parties import is_both
from gobetween.reading.word_lists import words

_MATTERS = words("dispute row case matter claim quarrel issue conflict strike demand grievance side party") | SIDES_BY_NOUN
_COMING = words("go return head come move appear be")
_HEARERS = TRIBUNALS | words("panel tribunal committee council inquiry court ombudsman referee")
_BEFORE = frozenset({"to", "before", "into"})


def find_hearings(scene: Scene, verb: Token) -> Iterator[Part]:
    """The hearing or the conciliation that the verb tells: on a day, of a dispute, or of both sides."""
    lemma = verb.lemma_.lower()
    if lemma not in _COMING | {"hear"} or is_negated(verb) or is_refused(verb):
        return
    subject = subject_of(verb)
    if subject is None:
        return
    tokens = clause_of(scene, verb, subject)
    if not is_dated(scene, tokens):
        return
    part: Part | None = None
    if lemma == "hear" and _is_hearer(subject) and (heard := _heard(scene, verb)) is not None:
        part = make_part(scene, verb, tokens, [*who(scene, subject), *who(scene, heard)], "meeting")
    elif lemma in _COMING and subject.lemma_.lower() in _MATTERS and _before_whom(verb, lemma) is not None:
        part = make_part(scene, verb, tokens, who(scene, subject), "talks")
    if (told := surely(part)) is not None:
        yield told


def _is_hearer(subject: Token) -> bool:
    return subject.lemma_.lower() in _HEARERS or is_posted(subject)


def _heard(scene: Scene, verb: Token) -> Token | None:
    """'both sides', 'the union'; who heard a bang, or of a plan, heard nobody."""
    heard = child(verb, "dobj")
    is_side = heard is not None and (is_both(heard) or are_people(scene, heard))
    return heard if is_side and child(verb, "ccomp", "xcomp") is None else None


def _before_whom(verb: Token, lemma: str) -> Token | None:
    """'before the Labour Relations Commission', 'to arbitration'."""
    preps = (p for p in children(verb, "prep", "advcl") if p.lower_ in (_BEFORE if lemma != "be" else {"before"}))
    goals = (goal for p in preps for goal in children(p, "pobj"))
    return next((goal for goal in goals if goal.lemma_.lower() in TRIBUNALS), None)
