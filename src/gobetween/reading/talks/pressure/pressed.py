"""Who is meant where the words press nobody by name: the other side of two, whoever was named last, or most."""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Token

from gobetween.reading.scene import Scene
from gobetween.reading.word_lists import words

_TELLERS = words("source official diplomat mediator medium newspaper agency radio television")
_FORUMS = words("court council tribunal commission arbitration assembly")  # where a matter is taken: not who is pressed
_FAR = 80  # tokens before that


def others_than(scene: Scene, verb: Token, by: str) -> tuple[str, ...]:
    """Who else may be meant: of two in talks the other, else whoever was named last."""
    if by in scene.pair:
        return tuple(each for each in scene.pair if each != by)
    start = verb.sent.start
    before = scene.doc[start - 1].sent.start if start > 0 else start
    for first, last in ((start, verb.sent.end), (before, start), (max(0, before - _FAR), before)):
        named = [
            m.actor
            for m in scene.names.mentions(first, last)
            if m.actor
            and m.actor != by
            and not scene.names.is_place(m)
            and not (m.is_adjective and scene.doc[m.end - 1].head.lemma_ in _TELLERS)
            and not any(t.lemma_.lower() in _FORUMS for t in scene.doc[m.start : m.end])
        ]
        if named:
            return (named[-1],)
    return scene.pair or _most_named(scene, by)


def _most_named(scene: Scene, by: str) -> tuple[str, ...]:
    """Whom else the text names most, if more than once."""
    counts = Counter(
        m.actor for m in scene.names.mentions() if m.actor and m.actor != by and not m.is_person and not scene.names.is_place(m)
    )
    return tuple(name for name, count in counts.most_common(1) if count > 1)
