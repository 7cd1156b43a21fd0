"""What one side tells of where another stands: 'said that Canada wants the port' claims it, 'it was Canada who proposed it'."""

from __future__ import annotations

from attrs import evolve
from spacy.tokens import Token

from gobetween.model.evidence import SourceType, Stance
from gobetween.reading.scene import Scene
from gobetween.reading.speech.voices import Voices
from gobetween.reading.syntax import SUBJECTS, child, children, has_child, has_left, is_negated
from gobetween.reading.talks.agents import agents_of, clause_tokens
from gobetween.reading.talks.positions.stands import Stand
from gobetween.reading.word_lists import words

_PRESENT = frozenset({"VBZ", "VBP", "VBG"})
_NEARBY = frozenset({SourceType.OUTLET, SourceType.DOCUMENT, SourceType.ANONYMOUS_SOURCES})  # these tell what others want
_CLAIMING = words("claim allege argue contend assert maintain complain charge")
_STEPS = 3  # from a verb up to that by which it is claimed


def as_claimed(scene: Scene, voices: Voices, verb: Token, stand: Stand) -> Stand | None:
    """The stand; the claim of whoever tells it, where one side tells what another wants now, or argues what it did.

    A third, who mediates, reports where the sides stand. None where the claim is told by its own verb: 'claimed that'.
    """
    if verb.pos_ != "VERB" or verb.dep_ in ("acl", "amod"):
        return stand
    over = _claimed_by(verb)
    if over is not None:
        if verb.tag_ == "VBN" and child(verb, *SUBJECTS, "aux", "auxpass") is None:
            return None  # 'charged that they wanted to discuss points already agreed upon'
        claimants = agents_of(scene, over)
        if not claimants or set(claimants) & set(stand.parties):
            return stand
        return _claim(verb, claimants, stand) if over.lemma_ in ("argue", "complain", "charge") else None
    if not (_is_wanted_now(verb, stand) or _is_cleft(verb)):
        return stand
    speaker = voices.at(verb.idx)
    if speaker is None or speaker.actor is None or speaker.actor in stand.parties or speaker.source_type in _NEARBY:
        return stand
    if speaker.actor in scene.names.parts.mediators or (scene.pair and speaker.actor not in scene.pair):
        return stand
    return _claim(verb, (speaker.actor,), stand)


def _claim(verb: Token, parties: tuple[str, ...], stand: Stand) -> Stand:
    first = verb.head.head.left_edge.i if _is_cleft(verb) else clause_tokens(verb)[0]
    return evolve(stand, parties=parties, stance=Stance.CLAIM, words=(min(first, stand.words[0]), stand.words[1]))


def _is_wanted_now(verb: Token, stand: Stand) -> bool:
    """'wants', 'are seeking', 'does not want', in the present of whoever tells it."""
    is_now = verb.tag_ in _PRESENT or (is_negated(verb) and any(c.tag_ in _PRESENT for c in children(verb, "aux")))
    is_had = has_child(verb, ("had", "has", "have", "was", "were", "did"), "aux")
    is_wish = stand.stance is Stance.DEMAND or (stand.stance is Stance.SUPPORT and verb.lemma_ in ("want", "seek"))
    return is_wish and is_now and not is_had and child(verb, "nsubj") is not None


def _is_cleft(verb: Token) -> bool:
    """'it was Canada who proposed it'."""
    copula = verb.head.head if verb.dep_ == "relcl" and verb.head.dep_ == "attr" else None
    return copula is not None and copula.lemma_ == "be" and has_left(copula, ("it",))


def _claimed_by(verb: Token) -> Token | None:
    """The verb in 'argues that Canada asks too much', 'claimed Canada continues to demand it'."""
    at = verb
    for _ in range(_STEPS):
        if at.dep_ == "ccomp" and at.head.lemma_ in _CLAIMING and at.head.i < at.i:
            return at.head
        if at.dep_ not in ("xcomp", "conj", "ccomp"):
            return None
        at = at.head
    return None
