"""Pressure: who presses whom to do what, or else what."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve
from spacy.symbols import NOUN, VERB
from spacy.tokens import Token

from gobetween.model.evidence import LeverageMention
from gobetween.reading.scene import Scene
from gobetween.reading.speech.voices import Voices
from gobetween.reading.syntax import child, is_negated, tokens_of
from gobetween.reading.talks.parties import is_both
from gobetween.reading.talks.pressure.burdens import BURDENS, find_burden
from gobetween.reading.talks.pressure.stakes import find_harm_kept_ready, find_refusal_until, find_tying
from gobetween.reading.talks.pressure.telling import is_infinitive
from gobetween.reading.talks.pressure.threats import (
    WARNING,
    find_harm,
    find_holding_back,
    find_refusal_without,
    find_threat,
    find_warning,
    find_withheld_backing,
)
from gobetween.reading.talks.pressure.urging import URGING, find_must_or_else, find_urging
from gobetween.reading.word_lists import words

_BACKING = words("support back endorse fund finance approve allow")
_HOLDING_BACK = words("suspend withhold freeze block halt stop close cut keep hold stay boycott refuse")
_TELLING = words("make say warn insist vow repeat declare tell stress")
_DENYING = frozenset({"deny", "refute", "dispute", "dismiss"})


def find_leverage(scene: Scene, voices: Voices) -> tuple[LeverageMention, ...]:
    """All pressure by one actor on another, in reading order."""
    found: list[LeverageMention] = []
    for token in tokens_of(scene.doc, VERB, NOUN):
        mention = _in_verb(scene, voices, token) if token.pos_ == "VERB" else None
        if token.pos_ == "NOUN" and token.lemma_.lower() in BURDENS:
            mention = find_burden(scene, voices, token)
        if mention is not None and mention.by != mention.on and not _is_denied(token):
            found += [mention, *_on_the_other(scene, token, mention)]
    once: dict[tuple[int, str, str], LeverageMention] = {}  # one clause, one pressure by each on each
    for mention in found:
        once.setdefault((mention.passage.start, mention.by, mention.on), mention)
    return tuple(once.values())


def _in_verb(scene: Scene, voices: Voices, verb: Token) -> LeverageMention | None:
    lemma = verb.lemma_.lower()
    mention: LeverageMention | None = None
    told = child(verb, "ccomp")
    if lemma in WARNING and told is not None and not is_infinitive(told):
        mention = find_warning(scene, voices, verb)
    elif lemma in URGING:
        mention = find_urging(scene, voices, verb)
    elif lemma == "threaten":
        mention = find_threat(scene, voices, verb)
    elif lemma in _BACKING and is_negated(verb):
        mention = find_withheld_backing(scene, voices, verb)
    mention = mention or find_must_or_else(scene, voices, verb) or find_harm(scene, voices, verb)
    if mention is None and lemma in _TELLING:
        mention = find_refusal_without(scene, voices, verb)
    if mention is None and lemma in _HOLDING_BACK:
        mention = find_holding_back(scene, voices, verb)
    return (
        mention
        or find_tying(scene, voices, verb)
        or find_harm_kept_ready(scene, voices, verb)
        or find_refusal_until(scene, voices, verb)
    )


def _is_denied(verb: Token) -> bool:
    """'denied that it had asked them to go': no pressure that the text stands for."""
    at = verb.head if verb.pos_ == "NOUN" else verb
    return at.dep_ in ("ccomp", "xcomp") and at.head.lemma_ in _DENYING


def _on_the_other(scene: Scene, verb: Token, mention: LeverageMention) -> Iterator[LeverageMention]:
    """Pressure on both sides is pressure on each."""
    pressed = child(verb, "dobj", "dative")
    is_on_both = (pressed is not None and is_both(pressed)) or (verb.lemma_.lower() in WARNING and pressed is None)
    if is_on_both and scene.pair[:1] == (mention.on,) and scene.pair[1] != mention.by:
        yield evolve(mention, on=scene.pair[1])
