"""Whether what was promised or asked for came: held back, handed over at last, still to come."""

from __future__ import annotations

from spacy.tokens import Token

from gobetween.reading.scene import Scene
from gobetween.reading.syntax import child, children, has_auxiliary, has_child, is_negated
from gobetween.reading.talks.agents import agents_of
from gobetween.reading.talks.pressure.pressed import others_than
from gobetween.reading.talks.promises.owed import (
    DELIVERING,
    PROMISING,
    THINGS,
    Owed,
    asker_of,
    due_of,
    goal_of,
    is_asked_for,
    is_hypothetical,
    named,
    owers,
    phrase_of,
    whole_clause,
)
from gobetween.reading.word_lists import words

_HOLDING_BACK = frozenset({"hold", "withhold", "keep", "retain"})
_PROMISED = PROMISING | words("agree vow undertake offer")
_ARRIVING = words("arrive reach come land deliver hand submit present send publish release")
_AWAITED = frozenset({"come", "missing", "outstanding", "awaited"})
_MODALS = frozenset({"will", "would", "could", "might", "may", "can", "should", "must", "shall", "to"})


def find_kept(scene: Scene, verb: Token) -> Owed | None:
    """What the verb says of a thing that was owed: kept back, delivered, or still awaited."""
    if is_hypothetical(verb):
        return None
    return _held_back(scene, verb) or _owed_by(scene, verb) or _promised_before(scene, verb) or _delivered(scene, verb)


def _held_back(scene: Scene, verb: Token) -> Owed | None:
    """'held back the 20 people it was to release'."""
    thing = child(verb, "dobj")
    is_back = verb.lemma_ == "withhold" or has_child(verb, ("back",), "prt", "advmod")
    if verb.lemma_ not in _HOLDING_BACK or thing is None or not is_back or is_negated(verb):
        return None
    clause = child(thing, "relcl")
    if clause is None or not (clause.lemma_ in _PROMISED or _is_to_be_done(clause)):
        return None
    by = owers(scene, verb)
    to = others_than(scene, verb, by[0]) if by else ()
    return Owed(by, to, phrase_of(thing), whole_clause(verb), is_delivered=False, due=due_of(scene, clause))


def _is_to_be_done(clause: Token) -> bool:
    """'it was to release', 'which it was due to hand over'."""
    has_to = any(c.lower_ == "to" for t in (clause, *children(clause, "xcomp")) for c in children(t, "aux"))
    return has_to and (clause.lemma_ == "be" or has_auxiliary(clause, frozenset({"was", "were", "is", "are"})))


def _owed_by(scene: Scene, verb: Token) -> Owed | None:
    """'a paper owed by Norway since the spring finally reached the delegates'."""
    agent = child(verb, "agent")
    thing = verb.head
    if verb.lemma_ != "owe" or verb.dep_ != "acl" or agent is None or thing.lemma_.lower() not in THINGS:
        return None
    main = thing.head
    has_come = thing.dep_ in ("nsubj", "nsubjpass") and main.lemma_ in _ARRIVING and not has_auxiliary(main, _MODALS)
    is_delivered = not is_negated(main) if has_come else False
    tokens = thing.left_edge.i, (main.right_edge.i if has_come else thing.right_edge.i) + 1
    return Owed(named(scene, child(agent, "pobj")), (), phrase_of(thing), tokens, is_delivered=is_delivered)


def _promised_before(scene: Scene, verb: Token) -> Owed | None:
    """'the map, which Norway undertook to hand over': there or not by the verb of the map."""
    thing = verb.head
    if thing.lemma_.lower() not in THINGS and thing.dep_ == "pobj":  # 'the map of the minefields, which ...'
        thing = thing.head.head
    if verb.lemma_ not in _PROMISED or verb.dep_ != "relcl" or thing.lemma_.lower() not in THINGS or is_negated(verb):
        return None
    goal = child(verb, "xcomp")
    if goal is not None and goal.lemma_ not in DELIVERING:
        return None
    main = thing.head
    opening = main.doc[main.sent.start : main.i]
    is_to_come = any(t.lower_ == "still" for t in opening) and any(t.lower_ in _AWAITED for t in opening)
    has_come = thing.dep_ in ("nsubj", "nsubjpass") and main.lemma_ in _ARRIVING and not has_auxiliary(main, _MODALS)
    if not (is_to_come or has_come):
        return None
    is_delivered = has_come and not is_negated(main)
    tokens = main.sent.start if is_to_come else thing.left_edge.i, max(thing.right_edge.i, main.i) + 1
    return Owed(agents_of(scene, verb), (), phrase_of(thing), tokens, is_delivered=is_delivered, due=due_of(scene, verb))


def _delivered(scene: Scene, verb: Token) -> Owed | None:
    """'finally handed over the maps that Canada had asked for'."""
    thing = child(verb, "dobj")
    is_done = verb.tag_ in ("VBD", "VBN") and not has_auxiliary(verb, _MODALS) and not is_negated(verb)
    if verb.lemma_ not in DELIVERING or thing is None or thing.lemma_.lower() not in THINGS or not is_done or not is_asked_for(thing):
        return None
    to = asker_of(scene, thing) or named(scene, goal_of(verb))
    return Owed(owers(scene, verb), to, phrase_of(thing), whole_clause(verb), is_delivered=True)
