"""What a party hopes, is bound or determined to bring about: 'hopes to reach a deal', 'is committed to ending the dispute'."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from gobetween.model.evidence import Stance
from gobetween.reading.scene import Scene
from gobetween.reading.syntax import child, child_called, children, has_auxiliary, is_negated
from gobetween.reading.talks.agents import agents_of
from gobetween.reading.talks.parties import parties_of
from gobetween.reading.talks.positions.modality.conditions import condition_near
from gobetween.reading.talks.positions.modality.unreal import is_unreal
from gobetween.reading.talks.positions.stands import Stand, plain_stand
from gobetween.reading.talks.positions.wording import stances
from gobetween.reading.word_lists import words

_HOPING = words("hope hop aim strive endeavour endeavor work pledge vow look intend")
_TRYING = words("try attempt")
_WISHING = words("want wish seek plan") | _HOPING
_BOUND = words("committed determined dedicated resolved eager keen")
_VOICING = words("express voice convey register state declare reiterate signal announce show stress underline confirm affirm reaffirm")
_WILL = words("determination commitment desire wish hope resolve intention willingness readiness eagerness")
_DEALS = words(
    "peace deal agreement truce ceasefire settlement accord solution pact breakthrough resolution compromise understanding consensus"
)
_QUARRELS = words(
    """dispute war conflict strike crisis standoff fighting bloodshed deadlock impasse row stalemate walkout issue difference gap
    hostility"""
)
_REACHING = words(
    "reach find sign conclude strike achieve secure make clinch seal get negotiate finalise finalize broker mediate attain"
)
_ENDING = words("end resolve settle overcome avoid avert prevent solve break bridge stop")
_BROKERING = words("broker mediate bridge facilitate")
_GAINING = words("become join gain get secure obtain regain recover bring retain")
_MIGHT = words("will would should must may might can could")
_AIMS = ("xcomp", "advcl", "acl", "prep")
_AIMING = _VOICING | _TRYING | _WISHING | {"be", "remain", "stay", "commit"}


def aimed(scene: Scene, verb: Token) -> Stand | None:
    """The stand in what is hoped, sought or promised of the talks: support for a deal; a demand, or an offer, of something else."""
    if verb.lemma_ not in _AIMING and verb.lower_ not in _BOUND:
        return None
    if is_unreal(verb) or (has_auxiliary(verb, _MIGHT) and verb.lemma_ != "be"):
        return None
    if verb.lemma_ == "commit" and child(verb, "auxpass") is None:
        return _committed(scene, verb)
    stance = None if is_negated(verb) else _stance(verb)
    if stance is None:
        return None
    found = _of_whoever_is(scene, verb, stance) if child(verb, "auxpass") is not None else plain_stand(scene, verb, stance)
    return found.on_condition(condition_near(verb)) if found is not None and stance is Stance.SUPPORT else found


def _stance(verb: Token) -> Stance | None:
    if verb.lemma_ in ("be", "remain", "stay") or verb.lower_ in _BOUND:
        bound = verb if verb.lower_ in _BOUND else child_called(verb, _BOUND, "acomp", "xcomp")
        goals = [*_goals(bound), *_goals(verb)] if bound is not None else []
        return Stance.SUPPORT if any(_is_for_deal(goal) for goal in goals) else None
    if verb.lemma_ in _VOICING:
        thing = child(verb, "dobj")
        is_will = thing is not None and thing.lemma_.lower() in _WILL
        return Stance.SUPPORT if is_will and thing is not None and any(_is_for_deal(goal) for goal in _goals(thing)) else None
    if verb.lemma_ in _TRYING:
        is_now = verb.tag_ in ("VBG", "VBZ", "VBP")
        return Stance.SUPPORT if is_now and any(g.lemma_ in _BROKERING and _is_for_deal(g) for g in _goals(verb)) else None
    if verb.lemma_ not in _WISHING:
        return None
    goal = next((g for g in children(verb, "xcomp") if g.i > verb.i and g.tag_ == "VB"), None)
    if goal is None:
        return None
    if _is_for_talks(goal) or (verb.lemma_ in _HOPING and _is_for_deal(goal)):
        return Stance.SUPPORT
    is_gain = verb.lemma_ in ("hope", "hop") and goal.lemma_ in _GAINING and child(goal, "dobj", "attr") is not None
    return Stance.DEMAND if is_gain else None


def _goals(holder: Token) -> Iterator[Token]:
    """What one is bound to: 'to reach', 'to reaching', 'to the accord', 'for peace'."""
    for c in holder.rights:
        if c.dep_ == "prep" and c.lower_ in ("to", "for", "on", "towards"):
            yield from children(c, "pobj", "pcomp")
        elif c.dep_ in _AIMS and c.tag_ == "VB":
            yield c


def _is_for_deal(goal: Token) -> bool:
    """'reach a deal', 'ending the dispute', 'work towards peace', 'resume talks'; 'a truce' is told elsewhere."""
    if goal.pos_ != "VERB":
        return False
    near = {t.lemma_.lower() for t in _things(goal)}
    is_made = goal.lemma_ in _REACHING and bool(near & _DEALS)
    is_ended = goal.lemma_ in _ENDING and bool(near & _QUARRELS)
    return is_made or is_ended or _is_for_talks(goal) or (goal.lemma_ == "work" and bool(near & _DEALS))


def _is_for_talks(goal: Token) -> bool:
    is_going_on = goal.lemma_ in ("continue", "resume", "pursue", "restart", "relaunch", "revive", "proceed", "keep", "return")
    return is_going_on and any(t.lemma_.lower() in stances.TALKED | {"dialogue", "process"} for t in _things(goal))


def _things(goal: Token) -> Iterator[Token]:
    """Objects of a verb, of the small words behind it, and of a second verb: 'avoid having to resolve the dispute'."""
    for c in goal.rights:
        if c.dep_ in ("dobj", "attr"):
            yield c
            yield from c.conjuncts
        elif c.dep_ == "prep" and c.lower_ in ("to", "with", "on", "towards", "for"):
            yield from children(c, "pobj")
        elif c.dep_ in ("xcomp", "pcomp"):
            yield from _things(c)


def _committed(scene: Scene, verb: Token) -> Stand | None:
    """'has committed to allocate 40 million': offered; 'did not commit to a corridor': refused."""
    thing = child(verb, "dobj")
    goals = [g for g in _goals(verb) if g.i > verb.i]
    if (thing is not None and thing.tag_ != "PRP") or not goals:
        return None  # 'committed a crime'
    if is_negated(verb):
        return plain_stand(scene, verb, Stance.REJECT) if has_auxiliary(verb, frozenset({"did", "does", "do"})) else None
    is_for_deal = any(_is_for_deal(goal) for goal in goals)
    return plain_stand(scene, verb, Stance.SUPPORT if is_for_deal else Stance.OFFER)


def _of_whoever_is(scene: Scene, verb: Token, stance: Stance) -> Stand | None:
    """'is committed to ending the dispute', which is a passive by its form: the stand of its subject."""
    subject = child(verb, "nsubjpass", "nsubj")
    parties = parties_of(scene, subject) if subject is not None else agents_of(scene, verb)
    if not parties:
        return None
    first = subject.left_edge.i if subject is not None and subject.i < verb.i else verb.i
    last = verb.right_edge.i + 1
    return Stand(parties, stance, (first, last), (min(verb.i + 1, last - 1), last), shown_by=verb.i)
