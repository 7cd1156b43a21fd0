"""Whose hope or fear the outlet tells without words of saying: 'which she hopes could bring a truce', 'a signal from her that ...'."""

from __future__ import annotations

from spacy.tokens import Span, Token

from gobetween.model.evidence import Speaker
from gobetween.reading.scene import Scene
from gobetween.reading.syntax import child, children, noun_phrase, subject_of, trimmed
from gobetween.reading.word_lists import words

_HOPING = words("hope fear doubt believe expect trust")
_SIGNS = words("indication sign signal hint word assurance suggestion prediction warning")
_STEPS = 5


def source_of(scene: Scene, sentence: Span, start: int, end: int) -> Speaker | None:
    """Who hopes, fears or hints what these characters judge; `None` where nobody is named for it."""
    judging = [t for t in sentence if t.idx + len(t) > start and t.idx < end]
    if hoping := next((t for t in judging if _is_hoping(t)), None):
        return _speaker(scene, subject_of(hoping), hoping)
    at = judging[0] if judging else None
    for _ in range(_STEPS):
        if at is None:
            return None
        if _is_hoping(at):
            return _speaker(scene, subject_of(at), at)
        if at.dep_ in ("acl", "ccomp", "relcl") and at.head.lemma_.lower() in _SIGNS and at.head.pos_ == "NOUN":
            giver = next((child(each, "pobj") for each in children(at.head, "prep") if each.lower_ in ("from", "by")), None)
            return _speaker(scene, giver, at)
        at = at.head if at.head.i != at.i else None
    return None


def _is_hoping(token: Token) -> bool:
    return token.pos_ == "VERB" and token.lemma_ in _HOPING


def _speaker(scene: Scene, subject: Token | None, verb: Token) -> Speaker | None:
    if subject is None or scene.quoted.at(subject) >= 0:
        return None
    referent = scene.references.who(subject)
    called = scene.words(trimmed(scene.doc[slice(*noun_phrase(subject, verb))]))
    if referent is None or called is None or not (referent.actor or referent.is_person or referent.is_anonymous):
        return None
    return Speaker(called, referent.name, actor=referent.actor, source_type=referent.source_type)
