"""Turns of phrase that show where a party stands: 'turned the offer down', 'is holding out for', 'claims 31 percent', 'balked at'."""

from __future__ import annotations

from attrs import evolve
from spacy.tokens import Token

from gobetween.model.evidence import Stance
from gobetween.reading.scene import Scene
from gobetween.reading.syntax import child, has_auxiliary, is_negated, is_no_longer
from gobetween.reading.talks.positions.modality.unreal import is_unreal
from gobetween.reading.talks.positions.stands import Stand, plain_stand
from gobetween.reading.talks.positions.wording import stances
from gobetween.reading.talks.positions.wording.frame_table import CLASSES
from gobetween.reading.word_lists import words

_TEXTS = stances.TEXTS | stances.OFFERS | stances.IDEAS
_TERMS = _TEXTS | words(
    "demand condition term request stance claim requirement deadline figure number suggestion position clause deal offer"
)
_CALLING = words(
    """call dismiss rebuke blast criticise criticize condemn describe characterize characterise brand label deem term denounce slam
    regard consider view see declare find judge"""
)
_UNWELCOME = words(
    """unacceptable excessive unjust unfair one-sided unrealistic unreasonable impossible outrageous unfeasible infeasible
    nonstarter starter non-starter absurd ridiculous unworkable inadequate insufficient insulting laughable unworthy joke insult"""
)
_UNFIT = words("unacceptable unrealistic unreasonable unworkable inadequate insufficient nonstarter starter non-starter infeasible")
NO_LONGER = words("need pursue consider contemplate plan")
_OPEN = frozenset({"will", "would", "could"})
_GRAVE = frozenset({"war", "aggression", "annexation", "provocation", "breach", "hostility", "piracy"})
_QUOTES = frozenset({'"', "“", "‘"})
_MOVING = frozenset({"lower", "cut", "reduce", "trim", "raise", "increase", "lift", "halve", "double", "improve", "up", "drop"})
_RAISING = frozenset({"raise", "improve", "sweeten", "increase", "up", "renew", "repeat", "confirm"})
_REGARDING = frozenset({"regard", "consider", "treat", "see", "view"})
_PUTTING = _CALLING | _RAISING | _REGARDING | {"reject", "claim"}


def stand_by_phrase(scene: Scene, verb: Token) -> Stand | None:
    """The position that the verb shows together with its particle or its object."""
    if (moved := _moved(scene, verb)) is not None:
        return moved
    stance = _stance(verb) if verb.lemma_.lower() in _PUTTING else None
    if stance is None or is_negated(verb) or is_unreal(verb):
        return None
    return plain_stand(scene, verb, stance)


def _stance(verb: Token) -> Stance | None:
    lemma, thing = verb.lemma_.lower(), child(verb, "dobj")
    if thing is None and child(verb, "agent") is not None:
        thing = child(verb, "nsubjpass")
    if thing is None:
        is_deemed = lemma in _CALLING and verb.dep_ == "relcl" and verb.head.lemma_.lower() in _TERMS
        is_unwelcome = is_deemed and any(t.lemma_.lower() in _UNWELCOME for t in verb.subtree if t.i > verb.i)
        return Stance.REJECT if is_unwelcome and verb.head.i < verb.i else None  # 'a condition Norway deems unacceptable'
    if (called := _called(verb, thing)) is not None:
        return called
    meant = _meant(verb, thing).lemma_.lower()
    is_text = meant in _TERMS
    judged = {t.lemma_.lower() for t in verb.subtree if t.i > min(thing.i, verb.i)} if lemma in _CALLING else set()
    is_unfit = meant in stances.POINTERS and bool(judged & _UNFIT)
    if is_unfit or (is_text and judged & _UNWELCOME):
        return Stance.REJECT if verb.tag_ != "VBG" or verb.dep_ != "advcl" or meant not in stances.POINTERS else None
    is_share = any(c.pos_ == "NUM" or child(c, "nummod") is not None for c in thing.lefts)
    if lemma == "claim" and is_share and thing.ent_type_ != "PERSON" and child(verb, "ccomp", "xcomp") is None:
        return Stance.DEMAND
    is_raised = lemma in _RAISING and thing.lemma_ in stances.OFFERS
    return Stance.OFFER if is_raised and any(c.dep_ == "poss" for c in thing.lefts) else None


def _meant(verb: Token, thing: Token) -> Token:
    """What 'which' stands for in 'an idea which Norway dismissed as unworkable'."""
    return verb.head if thing.lower_ in ("which", "that") and verb.dep_ == "relcl" else thing


def _called(verb: Token, thing: Token) -> Stance | None:
    """'calls it its final offer', 'dismisses the figure as a fairy tale', 'would regard that as an act of war'."""
    lemma, behind = verb.lemma_.lower(), [t for t in verb.subtree if t.i > verb.i]
    if lemma == "call" and any(t.lemma_ == "offer" and child(t, "poss") is not None for t in behind):
        return Stance.OFFER
    if lemma in ("dismiss", "reject", "call", "describe") and thing.lemma_.lower() in stances.CHARGES | stances.POINTERS:
        meant = _meant(verb, thing)
        is_of_text = meant.lemma_.lower() in _TEXTS
        is_charge = meant.lemma_.lower() in stances.CHARGES
        is_dismissed = (lemma == "dismiss" and not is_of_text) or (lemma == "reject" and is_charge)
        is_untrue = lemma != "reject" and any(t.lemma_.lower() in stances.UNTRUE for t in behind)
        is_anothers = child(thing, "poss") is not None and thing.lemma_.lower() in stances.FIGURES
        is_named = lemma == "call" and is_anothers and any(t.text in _QUOTES for t in verb.doc[thing.i + 1 : thing.i + 3])
        return Stance.DENY if is_dismissed or is_untrue or is_named else None  # 'called the union's number "a guess"'
    is_regarded = lemma in _REGARDING and has_auxiliary(verb, _OPEN)
    return Stance.THREATEN if is_regarded and any(t.lemma_.lower() in _GRAVE for t in behind) else None


def _moved(scene: Scene, verb: Token) -> Stand | None:
    """'lowered its demand to 7.5 percent from 11', 'raised its offer to 200 prisoners': where it stands now."""
    is_moving = verb.lemma_ in _MOVING or (verb.lemma_ == "scale" and child(verb, "prt") is not None)
    thing = child(verb, "dobj") if is_moving else None
    is_own = thing is not None and (child(thing, "poss") is not None or (thing.lemma_ in stances.OFFERS and verb.lemma_ in _RAISING))
    if not is_moving or thing is None or not is_own or is_negated(verb) or is_unreal(verb):
        return None
    stance = Stance.OFFER if thing.lemma_ in stances.OFFERS else Stance.DEMAND if thing.lemma_ in ("demand", "claim") else None
    to = next(
        (t for t in verb.subtree if t.i > thing.i and t.dep_ == "prep" and t.lower_ == "to" and t.head.lower_ != "according"), None
    )
    goal = child(to, "pobj") if to is not None else None
    if goal is None or not (goal.pos_ == "NUM" or any(t.pos_ == "NUM" for t in goal.subtree)):
        return None
    found = plain_stand(scene, verb, stance) if stance is not None and goal is not None else None
    if found is None or goal is None:
        return None
    last = next((c.left_edge.i for c in goal.rights if c.lower_ == "from"), goal.right_edge.i + 1)
    return evolve(found, issue=(goal.left_edge.i, last))


def no_longer(scene: Scene, verb: Token) -> Stand | None:
    """'no longer needs the freeze': refused; 'is no longer pursuing the merger': given up."""
    thing = child(verb, "dobj")
    is_over = is_no_longer(verb) or verb.doc[max(0, verb.i - 2) : verb.i].text.lower() == "no longer"
    if thing is None or not is_over or is_unreal(verb):
        return None
    if verb.lemma_ == "need":
        is_offered = thing.lemma_.lower() in CLASSES["matter"] | {"loan", "help", "aid", "support", "mediation"}
        return plain_stand(scene, verb, Stance.REJECT) if is_offered else None
    is_aim = thing.lemma_.lower() in CLASSES["project"] | CLASSES["wanted"]
    return plain_stand(scene, verb, Stance.DROPPED_DEMAND) if is_aim else None
