"""Feelings that show a stand: disappointed by a refusal, critical of a stance, hopeful of a deal, committed to mediating."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve
from spacy.tokens import Token

from gobetween.model.evidence import Stance
from gobetween.reading.scene import Scene
from gobetween.reading.syntax import child, child_called, children, has_auxiliary, has_left, is_negated
from gobetween.reading.talks.parties import parties_of
from gobetween.reading.talks.positions.modality.conditions import condition_near
from gobetween.reading.talks.positions.modality.unreal import is_unreal
from gobetween.reading.talks.positions.stands import Stand, plain_stand
from gobetween.reading.talks.positions.wording import stances
from gobetween.reading.word_lists import words

_VOICING = words("express voice convey register state declare reiterate signal announce show share communicate indicate repeat")
_DISPLEASURE = words(
    """disappointment frustration dismay regret displeasure dissatisfaction anger annoyance irritation exasperation outrage unease
    disapproval discontent indignation criticism"""
)
_DISPLEASED = words(
    "disappointed frustrated dismayed displeased dissatisfied annoyed irritated exasperated outraged incensed angered infuriated"
)
_AHEAD = words("will would should must may might")
_READY = words("readiness willingness preparedness interest openness eagerness")
_DEEDS = words(
    """refusal reluctance unwillingness rejection decision stance position approach attitude conduct behaviour behavior handling
    insistence demand condition proposal offer plan response answer reply failure intransigence inflexibility obstruction move tactic
    claim statement remark inaction delay veto resistance insincerity bid term policy"""
)
_MATTERS = (
    _DEEDS | stances.TEXTS | stances.OFFERS | words("deal agreement accord cut clause wording figure pace progress breakdown collapse")
)
_BLAMING = words("criticise criticize denounce condemn decry slam blast deplore lambast lambaste chide rebuke fault")
_DEALS = words("peace deal agreement truce ceasefire settlement accord solution pact breakthrough resolution compromise")
_TALKED = words("talk negotiation dialogue meeting discussion process")
_FRUITFUL = words(
    "fruitful succeed successful productive constructive lead result end bring yield produce work conclude resolve settle help"
)
_MEDIATING = words("mediate mediating mediation host facilitate facilitating broker brokering facilitation")
_UPHELD = _DEALS | _TALKED | words("framework roadmap process pledge")
_WELCOMING = words("welcome hail applaud praise laud salute commend")
_WELCOMED = (
    _DEALS
    | _TALKED
    | words(
        """initiative move step decision effort announcement resumption readiness offer proposal mediation extension plan role progress
        contribution"""
    )
)
_HOPING = words("hope hop")  # as the parser may take "hoped"
_ABOUT = words("at in over with about by of for to")
_LONG = 12  # tokens of a subject with its asides, beyond which the words begin with the verb
_BEING = words("be remain feel grow become")
_TELLING = _VOICING | _BLAMING | _HOPING | _WELCOMING | _BEING | {"stay"}
_MOODS = _DISPLEASED | {"committed"}


def felt(scene: Scene, verb: Token) -> Stand | None:
    """The stand that a feeling shows where its object is a matter of the talks; none for mourning, or a mood about nothing named."""
    if verb.lemma_ not in _TELLING and verb.lower_ not in _MOODS:
        return None
    if is_negated(verb) or is_unreal(verb) or _is_to_come(verb):
        return None
    stance = (
        _voiced(scene, verb)
        or _of_displeasure(scene, verb)
        or _of_blame(scene, verb)
        or _of_hope(verb)
        or _of_pledge(verb)
        or _of_welcome(verb)
    )
    if stance is None:
        return None
    found = _of_whoever_is(scene, verb, stance) if child(verb, "nsubjpass") is not None else plain_stand(scene, verb, stance)
    if found is not None and stance is Stance.SUPPORT and _of_pledge(verb) is stance:
        found = found.on_condition(condition_near(verb))  # 'is committed to a truce if the raids stop'
    return found if found is None or verb.i - found.words[0] <= _LONG else evolve(found, words=(verb.i, found.words[1]))


def _is_to_come(verb: Token) -> bool:
    return has_auxiliary(verb, _AHEAD)


def _of_whoever_is(scene: Scene, verb: Token, stance: Stance) -> Stand | None:
    """'was disappointed by the refusal', which is a passive by its form: the stand of its subject."""
    subject = child(verb, "nsubjpass", "nsubj")
    parties = parties_of(scene, subject) if subject is not None else ()
    if not parties or subject is None:
        return None
    last = verb.right_edge.i + 1
    return Stand(parties, stance, (subject.left_edge.i, last), (min(verb.i + 1, last - 1), last), shown_by=verb.i)


def _voiced(scene: Scene, verb: Token) -> Stance | None:
    """'expressed disappointment at the refusal', 'voiced her readiness and interest in going to Bern'."""
    thing = child(verb, "dobj") if verb.lemma_ in _VOICING else None
    if thing is None or has_left(thing, ("no", "little")):
        return None
    named = [thing, *thing.conjuncts]
    if any(t.lemma_.lower() in _DISPLEASURE for t in named):
        return Stance.OPPOSE if _is_of_talks(scene, _objects(*named, verb), verb) else None
    if any(t.lemma_.lower() in ("hope", "optimism") for t in named):
        objects = _objects(*named, verb)
        is_of_talks = any(t.lemma_.lower() in _TALKED for t in objects)
        return Stance.SUPPORT if is_of_talks or _has_deal(objects) else None
    is_told = thing.lemma_.lower() in stances.NOUNS and child(thing, "poss") is None  # told by the noun itself
    is_ready = not is_told and any(t.lemma_.lower() in _READY for t in named) and any(True for _ in _aims(*named, verb))
    return Stance.ACCEPT if is_ready else None


def _aims(*holders: Token) -> Iterator[Token]:
    """'to go', 'in going', 'for a meeting' behind readiness."""
    for holder in holders:
        for c in holder.rights:
            if (c.dep_ in ("acl", "xcomp", "advcl") and c.tag_ == "VB") or (c.dep_ == "prep" and c.lower_ in ("in", "for", "to")):
                yield c


def _objects(*holders: Token) -> list[Token]:
    """What a feeling is about: the objects of the small words behind it, and the clause that says so."""
    found: list[Token] = []
    for holder in holders:
        for c in holder.rights:
            if c.dep_ in ("prep", "agent") and c.lower_ in _ABOUT:
                found += children(c, "pobj", "pcomp")
            elif c.dep_ in ("ccomp", "acl") and holder.pos_ != "VERB":
                found.append(c)
    return found


def _is_of_talks(scene: Scene, objects: Iterable[Token], verb: Token) -> bool:
    """Whether what displeases is a deed of another in the talks, or that other; neither a death nor an attack."""
    own = set(parties_of(scene, subject)) if (subject := child(verb, "nsubj", "nsubjpass")) is not None else set()
    for thing in objects:
        heads = (thing, *thing.conjuncts)
        if any(t.lemma_.lower() in _MATTERS for t in heads):
            return True
        if thing.pos_ in ("NOUN", "PROPN") and (others := set(parties_of(scene, thing))) and not others & own:
            return scene.party(thing) is not None and child(thing, "relcl") is None
        if thing.pos_ == "VERB" and thing.dep_ == "ccomp" and is_negated(thing):
            return True  # 'disappointed that the army has not cooperated'
    return False


def _of_displeasure(scene: Scene, verb: Token) -> Stance | None:
    """'are disappointed by the army's reluctance', 'is frustrated at the offer'."""
    if verb.lemma_ in _BEING:
        mood = child_called(verb, _DISPLEASED, "acomp")
    else:
        is_passive = child(verb, "nsubjpass", "auxpass") is not None
        mood = verb if verb.lower_ in _DISPLEASED and is_passive else None
    if mood is None:
        return None
    objects = _objects(mood, verb) + [c for c in children(verb, "ccomp") if verb is mood and c.i > verb.i]
    return Stance.OPPOSE if _is_of_talks(scene, objects, verb) else None


def _of_blame(scene: Scene, verb: Token) -> Stance | None:
    """'criticised Canada's stance', 'denounced the delay': a deed of another in the talks, neither an attack nor a person alone."""
    thing = child(verb, "dobj") if verb.lemma_ in _BLAMING else None
    if thing is None or thing.lemma_.lower() not in _DEEDS:
        return None
    own = set(parties_of(scene, subject)) if (subject := child(verb, "nsubj")) is not None else set()
    return None if own & set(parties_of(scene, thing)) else Stance.OPPOSE


def _has_deal(objects: Iterable[Token]) -> bool:
    for thing in objects:
        clause_subject = child(thing, "nsubj", "nsubjpass") if thing.pos_ in ("VERB", "AUX") else None
        if clause_subject is not None and _is_of_fruit(thing, clause_subject):
            return True
        if any(t.lemma_.lower() in _DEALS for t in (thing, *thing.conjuncts)):
            return True
    return False


def _is_of_fruit(clause: Token, subject: Token) -> bool:
    """'that the talks would be fruitful', 'that a deal will be reached'."""
    said = {clause.lemma_.lower(), *(c.lemma_.lower() for c in children(clause, "acomp", "attr"))}
    is_of_talks = subject.lemma_.lower() in _TALKED and bool(said & _FRUITFUL)
    is_of_deal = subject.lemma_.lower() in _DEALS and clause.lemma_ in ("reach", "sign", "conclude", "hold", "last", "strike")
    is_of_talks = is_of_talks or (subject.lemma_.lower() in _TALKED and any(c.lemma_ in _FRUITFUL for c in children(clause, "xcomp")))
    return (is_of_talks or is_of_deal) and not is_negated(clause)


def _of_hope(verb: Token) -> Stance | None:
    """'hopes for a peace deal', 'hoped that the talks would be fruitful'."""
    if verb.lemma_ not in _HOPING or verb.pos_ != "VERB":
        return None
    goals = [goal for p in children(verb, "prep") if p.lower_ == "for" for goal in children(p, "pobj")]
    clauses = [c for c in children(verb, "ccomp") if c.i > verb.i]
    return Stance.SUPPORT if _has_deal([*goals, *clauses]) else None


def _of_pledge(verb: Token) -> Stance | None:
    """'remains committed to mediating': offered; 'is committed to the ceasefire': backed."""
    bound = verb if verb.lower_ == "committed" and child(verb, "auxpass") is not None else None
    if verb.lemma_ in ("be", "remain", "stay"):
        bound = child_called(verb, ("committed",), "acomp", "xcomp")
    to = child_called(bound, ("to",), "prep") if bound is not None else None
    goal = child(to, "pobj", "pcomp") if to is not None else None
    if goal is None:
        return None
    if goal.lemma_.lower() in _MEDIATING:
        return Stance.OFFER
    return Stance.SUPPORT if goal.pos_ == "NOUN" and goal.lemma_.lower() in _UPHELD else None


def _of_welcome(verb: Token) -> Stance | None:
    """'welcomed the truce', 'hailed the decision to resume talks': backed; not 'welcomed the envoy'."""
    thing = child(verb, "dobj") if verb.lemma_ in _WELCOMING else None
    is_of_another = thing is not None and not any(c.tag_ == "PRP$" for c in thing.lefts)
    return Stance.SUPPORT if thing is not None and is_of_another and thing.lemma_.lower() in _WELCOMED else None
