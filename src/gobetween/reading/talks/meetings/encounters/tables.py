"""At one table: 'were to breakfast together', 'will see each other', 'returned to the table'."""

from __future__ import annotations

from attrs import evolve
from spacy.tokens import Token

from gobetween.model.evidence import MeetingForm
from gobetween.reading.scene import Scene
from gobetween.reading.syntax import child, has_child, subject_of
from gobetween.reading.talks.meetings.parts import Part, clause_of, is_dated, object_behind
from gobetween.reading.talks.meetings.words import MEALS, TALKS

_FACE_TO_FACE = ["face", "to", "face"]


def is_with_each_other(verb: Token, lemma: str) -> bool:
    """'were to breakfast together', 'will see each other'."""
    behind = [t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 3]]
    meal = child(verb, "dobj") if lemma in ("have", "share", "take", "eat") else None
    if meal is not None and meal.lemma_ in MEALS and (lemma == "share" or "together" in behind):
        return True
    if lemma in ("come", "sit", "meet") and [t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 5] if t.text != "-"][:3] == _FACE_TO_FACE:
        return True
    return (lemma in ("breakfast", "lunch", "dine", "din", "eat", "sup") and behind[:1] == ["together"]) or (
        lemma == "see" and behind == ["each", "other"]
    )


def directly(part: Part | None) -> Part | None:
    """The same, at one table."""
    return None if part is None else evolve(part, mention=evolve(part.mention, form=MeetingForm.DIRECT))


def is_back_at_table(scene: Scene, verb: Token) -> bool:
    """'returned to the table'; of one person only with a day: she may return to the talks in what she says."""
    subject = subject_of(verb)
    is_one = subject is not None and (subject.lower_ in ("he", "she", "i") or subject.ent_type_ == "PERSON")
    if is_one and not is_dated(scene, clause_of(scene, verb, subject)):
        return False
    is_back = verb.lemma_ == "return" or has_child(verb, ("back", "again"), "advmod", "prt")
    goal = object_behind(verb, "to", "at")
    return is_back and goal is not None and (goal.lemma_ == "table" or goal.lemma_ in TALKS)
