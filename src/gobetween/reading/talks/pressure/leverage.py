"""Pressure: who presses whom to do what, or else what."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve
from spacy.symbols import NOUN, VERB
from spacy.tokens import Token

from gobetween.model.evidence import LeverageMention
from gobetween.reading.scene import Scene
from gobetween.reading.speech.voices import Voices
from gobetween.reading.syntax import SUBJECTS, child, children, has_auxiliary, is_negated, tokens_of
from gobetween.reading.talks.agents import agents_of, clause_tokens, is_both, issue_words, owner_of, parties_of
from gobetween.reading.talks.positions.conditions import condition_near, is_within_condition
from gobetween.reading.talks.positions.threats import is_threat
from gobetween.reading.talks.pressure.pressed import others_than
from gobetween.reading.word_lists import words

_PRESSING = words(
    """urge press pressure push ask tell call warn persuade force compel lobby order instruct implore encourage demand advise"""
)
_BACKING = words("support back endorse fund finance approve allow")
_PRESSURE = frozenset({"pressure", "leverage", "ultimatum", "threat", "sanction"})
_WARNING = frozenset({"warn", "caution"})
_HOLDING_BACK = words("suspend withhold freeze block halt stop close cut keep hold stay boycott refuse")
_DENYING = frozenset({"deny", "refute", "dispute", "dismiss"})
_MODALS = frozenset({"could", "would", "may", "might", "will", "can"})
_CONDITIONS = frozenset({"if", "unless", "until"})
_UNDERTAKING = frozenset({"will", "would", "'ll", "’ll", "'d", "’d"})


def find_leverage(scene: Scene, voices: Voices) -> tuple[LeverageMention, ...]:
    """All pressure by one actor on another, in reading order."""
    found = []
    for token in tokens_of(scene.doc, VERB, NOUN):
        kind = token.pos_
        lemma = token.lemma_.lower()
        mention: LeverageMention | None = None
        if kind == "VERB" and lemma in _WARNING and child(token, "ccomp") is not None and child(token, "dobj") is None:
            mention = _warning(scene, voices, token)
        elif kind == "VERB" and lemma in _PRESSING:
            mention = _pressing(scene, voices, token)
        elif kind == "VERB" and lemma == "threaten":
            mention = _threatening(scene, voices, token)
        elif kind == "VERB" and lemma in _BACKING and is_negated(token):
            mention = _withholding(scene, voices, token)
        elif kind == "NOUN" and lemma in _PRESSURE:
            mention = _pressure(scene, voices, token)
        if mention is None and kind == "VERB":
            mention = _harming(scene, voices, token)
        if mention is None and kind == "VERB" and lemma in _HOLDING_BACK:
            mention = _until(scene, voices, token)
        if mention is not None and mention.by != mention.on and not _is_denied(token):
            found += [mention, *_on_the_other(scene, token, mention)]
    return tuple(found)


def _is_denied(verb: Token) -> bool:
    """'denied that it had asked them to go': no pressure that the text stands for."""
    return verb.dep_ == "ccomp" and verb.head.lemma_ in _DENYING


def _until(scene: Scene, voices: Voices, verb: Token) -> LeverageMention | None:
    """'has suspended aid until there is a ceasefire': held back from whoever must act first."""
    clause = _condition(verb)
    for goal in children(verb, "acomp", "dobj", "prep", "oprd"):
        clause = clause or _condition(goal)
    if clause is None or is_negated(verb) or not any(m.lower_ == "until" for m in children(clause, "mark", "advmod")):
        return None
    subject = child(verb, "nsubj")
    is_of_thing = subject is not None and subject.lower_ == "it" and verb.lemma_ == "stay"
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
    mention = _mention(scene, voices, verb, (by[0], others[0]), demand.text, otherwise)
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


def _on_the_other(scene: Scene, verb: Token, mention: LeverageMention) -> Iterator[LeverageMention]:
    """Pressure on both sides is pressure on each."""
    pressed = child(verb, "dobj", "dative")
    is_on_both = (pressed is not None and is_both(pressed)) or (verb.lemma_.lower() in _WARNING and pressed is None)
    if is_on_both and scene.pair[:1] == (mention.on,) and scene.pair[1] != mention.by:
        yield evolve(mention, on=scene.pair[1])


def _pressing(scene: Scene, voices: Voices, verb: Token) -> LeverageMention | None:
    pressed = child(verb, "dobj", "dative")
    goal = child(verb, "xcomp", "ccomp")
    if verb.lemma_ == "call":
        prep = next((c for c in children(verb, "prep") if c.lower_ in ("on", "upon")), None)
        pressed = child(prep, "pobj") if prep is not None else None
        goal = goal or (child(pressed, "acl", "relcl") if pressed is not None else None)
    if pressed is None and goal is not None:
        pressed = child(goal, "nsubj")
    if pressed is None or is_negated(verb):
        return None
    if goal is None and verb.lemma_ not in ("pressure", "warn"):
        goal = child(verb, "advcl") or next((c for c in children(pressed, "acl", "relcl") if c.tag_ == "VB"), None)
        if goal is None:
            return None
    if verb.lemma_ in ("tell", "ask", "demand", "advise") and (goal is None or not _is_infinitive(goal)):
        return None
    by, on = agents_of(scene, verb), parties_of(scene, pressed)
    if not by or not on:
        return None
    demand = _demand(scene, goal) if goal is not None else _warned_against(scene, verb)
    return _mention(scene, voices, verb, (by[0], on[0]), demand, _otherwise(scene, verb, goal))


def _warned_against(scene: Scene, verb: Token) -> str:
    """'warned Canada against closing the strait': not closing it."""
    against = next((p for p in children(verb, "prep") if p.lower_ == "against"), None)
    what = issue_words(scene, against.i + 1, against.right_edge.i + 1) if against is not None else ""
    return f"not {what}" if what else ""


def _is_infinitive(goal: Token) -> bool:
    return goal.tag_ == "VB" and any(c.lower_ == "to" for c in goal.lefts)


def _demand(scene: Scene, goal: Token) -> str:
    first = next((c.i for c in goal.lefts if c.lower_ == "to" or c.dep_ == "neg"), goal.left_edge.i)
    last = goal.right_edge.i + 1
    condition = _condition(goal)
    if condition is not None and condition.left_edge.i > goal.i:
        last = condition.left_edge.i
    return issue_words(scene, first, last)


def _condition(verb: Token) -> Token | None:
    return next((c for c in children(verb, "advcl") if any(m.lower_ in _CONDITIONS for m in children(c, "mark", "advmod"))), None)


def _otherwise(scene: Scene, verb: Token, goal: Token | None) -> str:
    """The condition as the text has it: 'if the group continues to reject a ceasefire'."""
    condition = _condition(verb) or (_condition(goal) if goal is not None else None)
    if condition is None and goal is not None:
        condition = next(
            (c for d in goal.children for c in children(d, "advcl") if any(m.lower_ in _CONDITIONS for m in children(c, "mark"))), None
        )
    if condition is None:
        return ""
    passage = scene.passage(condition.left_edge.i, condition.right_edge.i + 1)
    return passage.text if passage is not None else ""


def _threatening(scene: Scene, voices: Voices, verb: Token) -> LeverageMention | None:
    """A threat with a condition presses whoever must meet it; one against someone presses them."""
    by = agents_of(scene, verb)
    goal = child(verb, "xcomp", "dobj")
    if not by or goal is None:
        return None
    condition = _condition(verb) or _condition(goal)
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
    return _mention(scene, voices, verb, (by[0], on[0]), demand, threat)


def _warning(scene: Scene, voices: Voices, verb: Token) -> LeverageMention | None:
    """'warned that it could close the port if there was no deal': a threat put as a warning, to whom the condition is up to."""
    threat = child(verb, "ccomp")
    if threat is None or not any(c.dep_ == "aux" and c.lower_ in _MODALS for c in threat.children):
        return None
    by, condition = agents_of(scene, threat), _condition(threat)
    if not by and child(threat, "nsubjpass") is not None:
        by = agents_of(scene, verb)  # 'licences will be sold unless ..., the ministry warned'
    if not by or condition is None:
        return None
    pressed = child(condition, "nsubj", "nsubjpass")
    on = tuple(p for p in (parties_of(scene, pressed) if pressed is not None else ()) or scene.pair if p != by[0])
    on = on or others_than(scene, verb, by[0])
    demand = scene.passage(condition.left_edge.i, condition.right_edge.i + 1)
    if not on or demand is None:
        return None
    first = threat.i if (auxiliary := child(threat, "aux")) is None else auxiliary.i
    otherwise = issue_words(scene, first, threat.right_edge.i + 1)
    mention = _mention(scene, voices, verb, (by[0], on[0]), demand.text, otherwise)
    whole = scene.passage(threat.left_edge.i, verb.i + 1) if threat.i < verb.i else None
    return mention if mention is None or whole is None else evolve(mention, passage=whole)


def _harming(scene: Scene, voices: Voices, verb: Token) -> LeverageMention | None:
    """'its members will stop work if there is no agreement', 'should they fail, it would go to court': a threat by its condition."""
    if not has_auxiliary(verb, _UNDERTAKING) or verb.head.lemma_ in _WARNING:
        return None
    condition = condition_near(verb)
    by = agents_of(scene, verb) if condition is not None and is_threat(verb, condition) else ()
    if condition is None or not by or is_within_condition(verb):
        return None
    clause = scene.doc[condition[0] : condition[1]]
    subject = next((t for t in clause if t.dep_ in SUBJECTS), None)
    on = tuple(p for p in (parties_of(scene, subject) if subject is not None else ()) if p != by[0]) or others_than(scene, verb, by[0])
    demand = scene.passage(*condition)
    if not on or demand is None:
        return None
    last = condition[0] if condition[0] > verb.i else clause_tokens(verb)[1]
    mention = _mention(scene, voices, verb, (by[0], on[0]), demand.text, issue_words(scene, verb.i, last))
    first, end = clause_tokens(verb)
    whole = scene.passage(min(first, condition[0]), max(end, condition[1]))
    return mention if mention is None or whole is None else evolve(mention, passage=whole)


def _withholding(scene: Scene, voices: Voices, verb: Token) -> LeverageMention | None:
    """'will not support X's plan': backing withheld from the plan's owner."""
    thing = child(verb, "dobj")
    by = agents_of(scene, verb)
    on = owner_of(scene, thing) if thing is not None else None
    if thing is None or not by or on is None:
        return None
    first = next((c.i for c in verb.lefts if c.dep_ == "aux"), verb.i)
    otherwise = issue_words(scene, first, verb.right_edge.i + 1)
    return _mention(scene, voices, verb, (by[0], on), "", otherwise)


def _pressure(scene: Scene, voices: Voices, noun: Token) -> LeverageMention | None:
    """'US pressure on Israel to ...'."""
    by = owner_of(scene, noun)
    prep = next((c for c in children(noun, "prep") if c.lower_ in ("on", "against")), None)
    source = next((c for c in children(noun, "prep") if c.lower_ == "from"), None)
    pressed = child(prep, "pobj") if prep is not None else None
    if by is None and source is not None and (maker := child(source, "pobj")) is not None:
        by = next(iter(parties_of(scene, maker)), None)
    on = parties_of(scene, pressed) if pressed is not None else ()
    if by is None or not on:
        return None
    goal = child(noun, "acl") or (child(pressed, "acl", "relcl") if pressed is not None else None)
    passage = scene.passage(noun.left_edge.i, noun.right_edge.i + 1)
    if passage is None:
        return None
    return LeverageMention(passage, by, on[0], demand=_demand(scene, goal) if goal is not None else "", via=voices.at(noun.idx))


def _mention(scene: Scene, voices: Voices, verb: Token, sides: tuple[str, str], demand: str, otherwise: str) -> LeverageMention | None:
    passage = scene.passage(*clause_tokens(verb))
    if passage is None:
        return None
    return LeverageMention(passage, *sides, demand=demand, otherwise=otherwise, via=voices.at(verb.idx))
