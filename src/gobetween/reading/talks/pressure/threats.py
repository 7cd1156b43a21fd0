"""Threats: harm on a condition, warnings of harm, what is held back until somebody moves, backing that is withheld."""

from __future__ import annotations

from attrs import evolve
from spacy.tokens import Token

from gobetween.model.evidence import LeverageMention
from gobetween.reading.scene import Scene
from gobetween.reading.speech.voices import Voices
from gobetween.reading.syntax import SUBJECTS, child, children, has_auxiliary, has_child, has_left, is_negated, subject_of
from gobetween.reading.talks.agents import agents_of
from gobetween.reading.talks.clauses import clause_tokens, issue_words
from gobetween.reading.talks.parties import owner_of, parties_of
from gobetween.reading.talks.positions.modality.conditions import condition_near, is_within_condition
from gobetween.reading.talks.positions.modality.threats import is_threat
from gobetween.reading.talks.pressure.pressed import others_than
from gobetween.reading.talks.pressure.telling import aimed_at, condition_at, is_mere_time, mention_of
from gobetween.reading.word_lists import words

WARNING = frozenset({"warn", "caution"})
_MODALS = frozenset({"could", "would", "may", "might", "will", "can"})
_SUFFERING = words("face lose suffer pay risk forfeit bear incur")
_WAYS = words("port border crossing strait airspace road bridge pass harbour harbor canal pipeline mine plant factory market office")
_CUT = {
    "close": _WAYS,
    "shut": _WAYS,
    "block": _WAYS,
    "cut": words("aid funding supply gas power water tie link job support electricity credit export access"),
    "recall": words("ambassador envoy delegation troop"),
    "withhold": words("aid payment funding support signature consent vote tax"),
    "suspend": words("aid payment funding membership treaty pact accord supply export cooperation talk participation"),
    "stop": words("delivery supply export import payment transit production work flight"),
    "cancel": words("contract order treaty pact accord visit"),
    "raise": words("tariff duty toll fee price"),
}
_UNDERTAKING = frozenset({"will", "would", "'ll", "’ll", "'d", "’d"})


def find_threat(scene: Scene, voices: Voices, verb: Token) -> LeverageMention | None:
    """A threat with a condition presses whoever must meet it; one against someone presses them."""
    by = agents_of(scene, verb)
    goal = child(verb, "xcomp", "dobj")
    if not by or goal is None:
        return None
    condition = condition_at(verb) or condition_at(goal)
    on: tuple[str, ...] = ()
    if condition is not None and (subject := child(condition, "nsubj", "nsubjpass")) is not None:
        on = parties_of(scene, subject)
    pressed = child(condition, "nsubj", "nsubjpass") if condition is not None else None
    if condition is not None and (on[:1] == by[:1] or (not on and pressed is not None and pressed.pos_ == "PRON")):
        # 'if it signs': whoever else was just named
        others = [m.actor for m in scene.names.mentions(verb.i, condition.left_edge.i) if m.actor and m.actor != by[0]]
        on = (others[-1],) if others else ()
    if not on:
        target = goal if goal.dep_ == "dobj" else child(goal, "dobj")
        on = tuple(p for p in parties_of(scene, target) if p != by[0]) if target is not None else ()
    if not on and condition is not None:
        on = others_than(scene, verb, by[0])
    if not on:
        return None
    threat = issue_words(scene, goal.left_edge.i, goal.right_edge.i + 1)
    demand = ""
    if condition is not None:
        passage = scene.passage(condition.left_edge.i, condition.right_edge.i + 1)
        demand = passage.text if passage is not None else ""
    return mention_of(scene, voices, verb, (by[0], on[0]), demand, threat)


def find_warning(scene: Scene, voices: Voices, verb: Token) -> LeverageMention | None:
    """'warned that it could close the port if there was no deal': a threat put as a warning, to whom the condition is up to."""
    threat = child(verb, "ccomp")
    if threat is None or not (threat.lemma_ in _SUFFERING or has_child(threat, _MODALS, "aux")):
        return None
    by, condition = agents_of(scene, threat), condition_at(threat)
    if not by and child(threat, "nsubjpass", "expl") is not None:
        by = agents_of(scene, verb)  # 'licences will be sold unless ..., the ministry warned', 'warned that there would be war if ...'
    pressed = child(condition, "nsubj", "nsubjpass") if condition is not None else None
    if by and threat.lemma_ in _SUFFERING:  # 'Iran would face sanctions if it leaves': of whoever warns
        by, pressed = agents_of(scene, verb), child(threat, "nsubj")
    if not by or condition is None:
        return None
    warned = child(verb, "dobj", "dative")
    on = parties_of(scene, warned) if warned is not None else ()
    on = on or tuple(p for p in (parties_of(scene, pressed) if pressed is not None else ()) or scene.pair if p != by[0])
    on = on or others_than(scene, verb, by[0])
    demand = scene.passage(condition.left_edge.i, condition.right_edge.i + 1)
    if not on or demand is None:
        return None
    first = threat.i if (auxiliary := child(threat, "aux")) is None else auxiliary.i
    otherwise = issue_words(scene, first, threat.right_edge.i + 1)
    mention = mention_of(scene, voices, verb, (by[0], on[0]), demand.text, otherwise)
    whole = scene.passage(threat.left_edge.i, verb.i + 1) if threat.i < verb.i else None
    return mention if mention is None or whole is None else evolve(mention, passage=whole)


def find_harm(scene: Scene, voices: Voices, verb: Token) -> LeverageMention | None:
    """'its members will stop work if there is no agreement', 'should they fail, it would go to court': a threat by its condition."""
    if not has_auxiliary(verb, _UNDERTAKING) or verb.head.lemma_ in WARNING:
        return None
    condition = condition_near(verb)
    harms = condition is not None and (is_threat(verb, condition) or _is_cutting(verb))
    by = agents_of(scene, verb) or _person_behind(scene, verb) if harms else ()
    if condition is None or not by or is_within_condition(verb) or is_mere_time(verb.doc[condition[0]]):
        return None
    if verb.lemma_ in _SUFFERING:
        return None  # harm to the subject
    clause = scene.doc[condition[0] : condition[1]]
    subject = next((t for t in clause if t.dep_ in SUBJECTS), None)
    on = tuple(p for p in (parties_of(scene, subject) if subject is not None else ()) if p != by[0])
    on = on or aimed_at(scene, verb, by[0], condition[0]) or others_than(scene, verb, by[0])
    demand = scene.passage(*condition)
    if not on or demand is None:
        return None
    last = condition[0] if condition[0] > verb.i else clause_tokens(verb)[1]
    mention = mention_of(scene, voices, verb, (by[0], on[0]), demand.text, issue_words(scene, verb.i, last))
    first, end = clause_tokens(verb)
    whole = scene.passage(min(first, condition[0]), max(end, condition[1]))
    return mention if mention is None or whole is None else evolve(mention, passage=whole)


def _person_behind(scene: Scene, verb: Token) -> tuple[str, ...]:
    """A president or the like, who is of no side that the text names."""
    subject = subject_of(verb)
    referent = scene.references.who(subject) if subject is not None else None
    return (referent.name,) if referent is not None and referent.is_person and not referent.is_anonymous else ()


def find_refusal_without(scene: Scene, voices: Voices, verb: Token) -> LeverageMention | None:
    """'said there would be no deal without a withdrawal': of whoever says so, for what must come first."""
    goal = next((t for t in verb.subtree if t.lemma_ == "be" and t.i > verb.i and child(t, "expl") is not None), None)
    thing = child(goal, "attr", "nsubj") if goal is not None else None
    if goal is None or thing is None or is_negated(verb) or not has_left(thing, ("no",)):
        return None
    without = next((p for holder in (goal, thing) for p in children(holder, "prep") if p.lower_ == "without"), None)
    by = agents_of(scene, verb)
    on = others_than(scene, verb, by[0]) if by else ()
    if without is None or not on:
        return None
    what = child(without, "pobj", "pcomp")
    is_named = what is not None and what.pos_ != "PRON"
    demand = issue_words(scene, without.i + (1 if is_named else 0), without.right_edge.i + 1)
    return mention_of(scene, voices, verb, (by[0], on[0]), demand, issue_words(scene, thing.left_edge.i, without.i))


def _is_cutting(verb: Token) -> bool:
    """'will close its ports', 'would cut off aid', 'will recall its ambassador': not 'will close the gap'."""
    thing = child(verb, "dobj")
    if thing is None or is_negated(verb):
        return False
    wanted = _CUT.get(verb.lemma_, frozenset())
    is_off = verb.lemma_ == "cut" and has_child(verb, ("off",), "prt", "advmod")
    return is_off or thing.lemma_.lower() in wanted


def find_holding_back(scene: Scene, voices: Voices, verb: Token) -> LeverageMention | None:
    """'has suspended aid until there is a ceasefire': held back from whoever must act first."""
    clause = condition_at(verb)
    for goal in children(verb, "acomp", "dobj", "prep", "oprd"):
        clause = clause or condition_at(goal)
    if clause is None or is_negated(verb) or not has_child(clause, ("until",), "mark", "advmod"):
        return None
    subject = child(verb, "nsubj")
    is_of_thing = subject is not None and subject.lower_ == "it" and verb.lemma_ == "stay"
    if is_of_thing and child(verb, "acomp") is None:
        return None  # 'it would have to stay in place': nothing is held back
    by = agents_of(scene, _told_above(verb) if is_of_thing else verb)
    if not by:
        return None
    pressed = child(clause, "nsubj", "nsubjpass")
    on = tuple(p for p in (parties_of(scene, pressed) if pressed is not None else ()) if p != by[0])
    others = on or others_than(scene, verb, by[0])
    demand = scene.passage(clause.left_edge.i, clause.right_edge.i + 1)
    if not others or demand is None:
        return None
    otherwise = issue_words(scene, verb.i, max(clause.left_edge.i, verb.i + 1))
    mention = mention_of(scene, voices, verb, (by[0], others[0]), demand.text, otherwise)
    whole = scene.passage(clause_tokens(verb)[0], clause.right_edge.i + 1)
    return mention if mention is None or whole is None else evolve(mention, passage=whole)


def _told_above(verb: Token) -> Token:
    """The verb of the main clause: in 'let it be known that it will stay closed', whoever lets it be known."""
    at = verb
    for _ in range(5):
        if at.dep_ not in ("ccomp", "xcomp", "conj"):
            break
        at = at.head
    return at


def find_withheld_backing(scene: Scene, voices: Voices, verb: Token) -> LeverageMention | None:
    """'will not support X's plan': backing withheld from the plan's owner."""
    thing = child(verb, "dobj")
    by = agents_of(scene, verb)
    on = owner_of(scene, thing) if thing is not None else None
    if thing is None or not by or on is None:
        return None
    first = next((c.i for c in verb.lefts if c.dep_ == "aux"), verb.i)
    otherwise = issue_words(scene, first, verb.right_edge.i + 1)
    return mention_of(scene, voices, verb, (by[0], on), "", otherwise)
