"""What is put at stake: aid tied to a deed, harm kept ready or hinted at, what is refused until somebody moves."""

from __future__ import annotations

from attrs import evolve
from spacy.tokens import Token

from gobetween.model.evidence import LeverageMention
from gobetween.reading.scene import Scene
from gobetween.reading.speech.voices import Voices
from gobetween.reading.syntax import SUBJECTS, child, child_called, children, has_auxiliary, has_child, is_negated
from gobetween.reading.talks.agents import agents_of
from gobetween.reading.talks.clauses import clause_tokens, issue_words
from gobetween.reading.talks.parties import owner_of, parties_of
from gobetween.reading.talks.positions.modality.conditions import condition_near, is_within_condition
from gobetween.reading.talks.positions.modality.threats import is_threat
from gobetween.reading.talks.pressure.pressed import others_than
from gobetween.reading.talks.pressure.telling import aimed_at, is_mere_time, mention_of
from gobetween.reading.word_lists import words

_CONDITIONAL = words("conditional dependent contingent")
_TYING = words("tie link peg hitch chain")
_AT_STAKE = words(
    """aid payment funding fund loan instalment tranche money release opening reopening access lifting support relief delivery
    supply gas contract visa vote ratification recognition membership normalisation normalization withdrawal exchange
    bailout credit subsidy rest remainder remaining million billion investment package"""
)
_READY = words("ready prepared poised determined set willing")
_VOWING = words("vow pledge promise swear plan intend prepare reserve")
_HINTING = words("hint suggest indicate signal let announce threaten declare state imply note")
_POSSIBLE = frozenset({"might", "could", "may", "would", "will", "can", "'ll", "’ll", "'d", "’d"})
_REFUSING = words("refuse decline")
_WAITING = frozenset({"until", "before", "till"})


def find_tying(scene: Scene, voices: Voices, verb: Token) -> LeverageMention | None:
    """'made its aid conditional on reforms', 'tied the loan to the release of the crew'."""
    lemma = verb.lemma_.lower()
    thing, what = None, None
    if lemma == "make":
        word = next((t for t in verb.subtree if t.lower_ in _CONDITIONAL and verb.i < t.i), None)
        prep = next((p for p in verb.subtree if word is not None and p.i > word.i and p.lower_ in ("on", "upon")), None)
        thing = next((t for t in verb.subtree if prep is not None and verb.i < t.i < prep.i and _is_at_stake(t)), None)
        what = child(prep, "pobj", "pcomp") if prep is not None else None
    elif lemma in _TYING:
        prep = next((p for p in verb.subtree if p.lower_ == "to" and p.dep_ == "prep" and p.head.i in (verb.i, verb.i + 1)), None)
        thing = child(verb, "dobj", "nsubjpass")
        prep = prep or child_called(verb, ("to",), "prep")
        what = child(prep, "pobj", "pcomp") if prep is not None else None
        thing = thing if thing is not None and _is_at_stake(thing) else None
    by = agents_of(scene, verb) if thing is not None and what is not None else ()
    if thing is None or what is None or not by or is_negated(verb):
        return None
    on = _others_within(scene, verb, by[0]) or others_than(scene, verb, by[0])
    if not on:
        return None
    demand = issue_words(scene, what.left_edge.i, what.right_edge.i + 1)
    return mention_of(scene, voices, verb, (by[0], on[0]), demand, issue_words(scene, thing.left_edge.i, what.head.i))


def _is_at_stake(thing: Token) -> bool:
    return thing.lemma_.lower() in _AT_STAKE or thing.lower_ in _AT_STAKE


def _others_within(scene: Scene, verb: Token, by: str) -> tuple[str, ...]:
    """Whom else the clause names behind the verb, by name or as owner."""
    for token in verb.subtree:
        if token.i <= verb.i:
            continue
        found = tuple(p for p in parties_of(scene, token) if p != by) if token.dep_ == "pobj" and token.pos_ == "PROPN" else ()
        owner = owner_of(scene, token) if token.pos_ == "NOUN" else None
        if found or (owner and owner != by):
            return found or (str(owner),)
    return ()


def find_harm_kept_ready(scene: Scene, voices: Voices, verb: Token) -> LeverageMention | None:
    """'reserves the right to close the port if', 'is ready to impose sanctions if', 'hinted that it might leave if'."""
    holder = _holder(verb)
    condition = (condition_near(verb) or condition_near(holder)) if holder is not None else None
    if (
        holder is None
        or condition is None
        or is_mere_time(verb.doc[condition[0]])
        or is_within_condition(verb)
        or not is_threat(verb, condition)
    ):
        return None
    by = agents_of(scene, verb) or agents_of(scene, holder)
    if child(verb, "nsubjpass") is not None and child(verb, "agent") is None:
        by = agents_of(scene, _teller(holder))
    if not by:
        return None
    clause = scene.doc[condition[0] : condition[1]]
    subject = next((t for t in clause if t.dep_ in SUBJECTS), None)
    on = tuple(p for p in (parties_of(scene, subject) if subject is not None else ()) if p != by[0])
    on = on or aimed_at(scene, verb, by[0], condition[0]) or others_than(scene, verb, by[0])
    demand = scene.passage(*condition)
    if not on or demand is None:
        return None
    last = condition[0] if condition[0] > verb.i else clause_tokens(verb)[1]
    mention = mention_of(scene, voices, verb, (by[0], on[0]), demand.text, issue_words(scene, verb.i, last))
    first, end = clause_tokens(_teller(holder))
    whole = scene.passage(min(first, condition[0]), max(end, condition[1]))
    return mention if mention is None or whole is None else evolve(mention, passage=whole)


def _holder(verb: Token) -> Token | None:
    """The word that holds a harm ready, announces or hints at it; `None` if there is none."""
    head = verb.head
    if has_child(verb, ("to",), "aux"):
        right = head if head.lemma_ == "right" and verb.dep_ in ("acl", "relcl") else None
        if right is not None:
            return right.head if right.head.lemma_ in ("reserve", "have", "retain") else None
        is_ready = head.lower_ in _READY or (head.lemma_ in _VOWING and head.pos_ == "VERB")
        return head if is_ready and verb.dep_ == "xcomp" and not is_negated(head) else None
    is_hinted = verb.dep_ == "ccomp" and head.lemma_ in _HINTING | {"know", "clear"} and not is_negated(head)
    return head if is_hinted and has_auxiliary(verb, _POSSIBLE) else None


def _teller(holder: Token) -> Token:
    """'let it be known that': the verb of letting."""
    at = holder
    while at.dep_ in ("ccomp", "xcomp", "acomp") and at.head.pos_ in ("VERB", "AUX") and at.lemma_ in ("know", "be", "clear"):
        at = at.head
    return at


def find_refusal_until(scene: Scene, voices: Voices, verb: Token) -> LeverageMention | None:
    """'refuses to release the crew until Norway apologises', 'will not return before it signs': of whoever must act first."""
    is_refused = verb.dep_ == "xcomp" and verb.head.lemma_ in _REFUSING and not is_negated(verb.head)
    is_not = is_negated(verb) and has_auxiliary(verb, frozenset({"will", "would", "wo"}))
    clause = next((c for t in (verb, verb.head) for c in children(t, "advcl") if _is_waiting(c) and c.i > verb.i), None)
    if clause is None or not (is_refused or is_not):
        return None
    by = agents_of(scene, verb)
    pressed = child(clause, "nsubj", "nsubjpass")
    is_named = pressed is not None and pressed.pos_ != "PRON"
    on = tuple(p for p in (parties_of(scene, pressed) if pressed is not None and is_named else ()) if by and p != by[0])
    demand = scene.passage(clause.left_edge.i, clause.right_edge.i + 1)
    if not by or not on or demand is None:
        return None
    mention = mention_of(scene, voices, verb, (by[0], on[0]), demand.text, issue_words(scene, verb.i, clause.left_edge.i))
    top = verb.head if is_refused else verb
    whole = scene.passage(clause_tokens(top)[0], clause.right_edge.i + 1)
    return mention if mention is None or whole is None else evolve(mention, passage=whole)


def _is_waiting(clause: Token) -> bool:
    return has_child(clause, _WAITING, "mark", "advmod")
