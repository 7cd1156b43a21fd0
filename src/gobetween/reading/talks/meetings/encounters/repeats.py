"""One verb that tells of two meetings: 'met the union on Tuesday and the employers on Wednesday'."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve
from spacy.tokens import Token

from gobetween.reading.scene import Scene
from gobetween.reading.syntax import subject_of
from gobetween.reading.talks.meetings.participants import place_among, who
from gobetween.reading.talks.meetings.parts import Part
from gobetween.reading.word_lists import words

_TIMES_OF_DAY = words("morning afternoon evening night noon midday lunchtime breakfast dinner")
_NOMINAL = frozenset({"NOUN", "PROPN", "ADP", "DET"})


def parted(scene: Scene, verb: Token, part: Part) -> Iterator[Part]:
    """The one meeting, or two where each guest has a time of their own on either side of an 'and'. Linear in the part's length."""
    joint = next((t.i for t in scene.doc[verb.i + 2 : part.last] if _is_joint(scene, verb, t, part)), None)
    guest = _guest(scene, joint, part.last) if joint is not None else None
    passages = (scene.passage(part.first, joint), scene.passage(joint + 1, part.last)) if joint is not None else (None, None)
    if joint is None or guest is None or passages[0] is None or passages[1] is None:
        yield part
        return
    hosts, guests = who(scene, subject_of(verb)), who(scene, guest)
    first = tuple(name for name in part.mention.participants if name not in guests)
    times = scene.when(verb.i, joint), scene.when(joint, part.last)
    before = evolve(part.mention, passage=passages[0], participants=first, when=part.mention.when if times[0].is_unknown else times[0])
    after_people = tuple(dict.fromkeys((*hosts, *guests)))
    after = evolve(before, passage=passages[1], participants=after_people, when=before.when if times[1].is_unknown else times[1])
    if (place := place_among(scene, (joint + 1, part.last))) is not None:
        after = evolve(after, place=place)
    yield evolve(part, last=joint, mention=before)
    yield evolve(part, first=joint + 1, mention=after, is_sure=True)


def _is_joint(scene: Scene, verb: Token, token: Token, part: Part) -> bool:
    """An 'and' with a guest and a time behind it, and a time before it."""
    if token.lower_ != "and" or token.i + 1 >= part.last or scene.doc[token.i + 1].pos_ not in _NOMINAL:
        return False
    return (
        _is_timed(scene, verb.i + 1, token.i)
        and _is_timed(scene, token.i + 1, part.last)
        and _guest(scene, token.i, part.last) is not None
    )


def _is_timed(scene: Scene, first: int, last: int) -> bool:
    tokens = scene.doc[first:last]
    is_dated = any(t.ent_type_ == "DATE" and t.pos_ in ("PROPN", "NOUN", "NUM") for t in tokens)
    return is_dated or any(t.lower_ in _TIMES_OF_DAY for t in tokens)


def _guest(scene: Scene, joint: int, last: int) -> Token | None:
    """The one behind the 'and', before any words for a time or place."""
    for token in scene.doc[joint + 1 : min(joint + 9, last)]:
        if token.pos_ == "VERB" or token.ent_type_ in ("DATE", "TIME") or token.lower_ in ("on", "in", "at"):
            return None
        if token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("compound", "poss", "nmod") and who(scene, token):
            return token
    return None
