"""Turns of phrase that show where a party stands: 'turned the offer down', 'is holding out for', 'claims 31 percent', 'balked at'."""

from __future__ import annotations

from spacy.tokens import Token

from gobetween.model.evidence import Stance
from gobetween.reading.scene import Scene
from gobetween.reading.syntax import child, children, is_negated
from gobetween.reading.talks.positions import stances
from gobetween.reading.talks.positions.stands import Stand, is_unreal, plain_stand

_PHRASES: dict[tuple[str, str], Stance] = {
    ("turn", "down"): Stance.REJECT,
    ("brush", "aside"): Stance.REJECT,
    ("balk", "at"): Stance.OPPOSE,
    ("baulk", "at"): Stance.OPPOSE,
    ("bristle", "at"): Stance.OPPOSE,
    ("hold", "out"): Stance.DEMAND,
    ("hold", "for"): Stance.DEMAND,
    ("stick", "to"): Stance.DEMAND,
    ("stand", "by"): Stance.DEMAND,
}
_CLAIMED = frozenset({"demand", "claim", "insistence", "position", "offer"})
_TEXTS = stances.TEXTS | stances.OFFERS | stances.IDEAS
_UNWELCOME = frozenset(
    {"unacceptable", "unworkable", "inadequate", "insufficient", "insulting", "laughable", "unworthy", "joke", "insult"}
)
_RAISING = frozenset({"raise", "improve", "sweeten", "increase", "up", "renew", "repeat", "confirm"})


def stand_by_phrase(scene: Scene, verb: Token) -> Stand | None:
    """The position that the verb shows together with its particle or its object."""
    stance = _stance(verb)
    if stance is None or is_negated(verb) or is_unreal(verb):
        return None
    return plain_stand(scene, verb, stance)


def _stance(verb: Token) -> Stance | None:
    lemma, thing = verb.lemma_.lower(), child(verb, "dobj")
    for particle in children(verb, "prt", "prep", "advmod"):
        stance = _PHRASES.get((lemma, particle.lower_))
        if stance is None:
            continue
        goal = child(particle, "pobj")
        is_held = lemma not in ("stick", "stand") or (goal is not None and goal.lemma_ in _CLAIMED)
        is_out_for = lemma != "hold" or any(p.lower_ == "for" for p in (*children(verb, "prep"), *children(particle, "prep")))
        if is_held and is_out_for:
            return stance
    if thing is None:
        return None
    is_text = thing.lemma_.lower() in _TEXTS
    if lemma in ("call", "dismiss") and is_text and any(t.lemma_.lower() in _UNWELCOME for t in verb.subtree if t.i > thing.i):
        return Stance.REJECT
    if lemma == "claim" and any(c.dep_ == "nummod" for c in thing.children) and child(verb, "ccomp", "xcomp") is None:
        return Stance.DEMAND
    if lemma == "welcome" and is_text:
        return Stance.SUPPORT
    is_raised = lemma in _RAISING and thing.lemma_ in stances.OFFERS
    return Stance.OFFER if is_raised and any(c.dep_ == "poss" for c in thing.lefts) else None
