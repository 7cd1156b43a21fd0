"""What sides quarrel over, told by the way, or talks failed by: 'to end the dispute over pay', 'blamed the delay on the quota'."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from gobetween.reading.syntax import Range, child, children, is_negated
from gobetween.reading.word_lists import words

_QUARRELS = words("dispute row standoff stand-off impasse deadlock stalemate quarrel")
_OPEN = words(
    """long-running longstanding long-standing lengthy bitter deadlocked ongoing unresolved protracted continuing festering acrimonious
    months-long years-long long simmering running standing"""
)
_ENDING = words("end resolve settle break solve avert defuse mediate overcome untangle")
_AIMED = words("aim seek hope try want need work fail struggle attempt intend bid effort offer proposal urge help")
_WITHIN = frozenset({"in", "amid", "by", "because", "of"})
_HELD = words("lock locked mire mired embroil embroiled engage entangle stick hold delay block")
_HITCHES = words("delay failure breakdown collapse deadlock impasse stalemate holdup hold-up")
_BLAMING = words("blame attribute")
_CHANCE = words("accident weather rain fog snow storm traffic fault glitch error fire flood illness")
_REASONS = words("reason cause")
_TALKS = words("talk negotiation deal agreement round summit process")
_MATTERS = words("question issue matter")
_GAPS = words("gap difference")
_UNSETTLED = words("open unresolved unsettled outstanding unanswered undecided unbridged wide")
_BREAKTHROUGHS = words("breakthrough movement")

QUARRELLED_BY = _QUARRELS | _BLAMING | _REASONS | _BREAKTHROUGHS | _MATTERS | _GAPS | {"hit"}
"""The lemmas of the words that `find_quarrels` may answer."""


def find_quarrels(token: Token) -> Iterator[tuple[Range, Range]]:
    """The tokens that tell it, and of those the tokens of the matter, for each matter that `token` says sides quarrel over."""
    lemma = token.lemma_.lower()
    if token.pos_ in ("NOUN", "PROPN"):
        if lemma in _QUARRELS and _is_still_on(token):
            yield from _over(token)
        elif lemma in _REASONS:
            yield from _reason(token)
        elif lemma in _MATTERS | _GAPS:
            yield from _left_open(token)
        elif lemma in _BREAKTHROUGHS and any(c.lower_ == "no" for c in token.lefts):
            yield from _over(token)
    elif token.pos_ == "VERB" and lemma in _BLAMING:
        yield from _blamed(token)
    elif token.pos_ == "VERB" and lemma == "hit":
        yield from _aground(token)


def _goal(holder: Token, *prepositions: str) -> Token | None:
    for prep in children(holder, "prep"):
        goal = child(prep, "pobj", "pcomp")
        if prep.lower_ in prepositions and goal is not None and goal.ent_type_ not in ("DATE", "TIME") and goal.pos_ != "PRON":
            return goal
    return None


def _over(noun: Token) -> Iterator[tuple[Range, Range]]:
    """'the long-running dispute over pay', 'no breakthrough over the ministry'."""
    goal = _goal(noun, "over", "about")
    if goal is not None:
        yield (noun.left_edge.i, goal.right_edge.i + 1), (goal.left_edge.i, goal.right_edge.i + 1)


def _is_still_on(noun: Token) -> bool:
    """Whether it is called long or bitter, somebody aims at ending it, or it holds the sides; not 'settled the dispute over pay'."""
    if any(c.lower_ in _OPEN for c in noun.lefts):
        return not _is_ended(noun)
    over = noun.head
    if noun.dep_ == "dobj" and over.lemma_ in _ENDING:
        return over.tag_ in ("VB", "VBG") and not _is_done(over)
    is_within = noun.dep_ == "pobj" and over.lower_ in _WITHIN
    return is_within and (over.lower_ in ("amid", "because") or over.head.lemma_ in _HELD or over.nbor(-1).lower_ == "because")


def _is_done(verb: Token) -> bool:
    """'having settled', 'managed to end'."""
    return verb.head.lemma_ in ("manage", "help") or any(c.dep_ == "aux" and c.lower_ in ("having", "have") for c in verb.children)


def _is_ended(noun: Token) -> bool:
    verb = noun.head
    is_subject = noun.dep_ in ("nsubjpass", "nsubj", "dobj")
    return is_subject and verb.lemma_ in _ENDING and verb.tag_ in ("VBD", "VBN") and not is_negated(verb)


def _reason(noun: Token) -> Iterator[tuple[Range, Range]]:
    """'Their demands are the main reason why the talks could not succeed'."""
    verb, clause = noun.head, child(noun, "relcl")
    subject = child(verb, "nsubj")
    if noun.dep_ != "attr" or clause is None or subject is None or subject.pos_ == "PRON" or is_negated(verb):
        return
    is_of_talks = any(t.lemma_.lower() in _TALKS for t in children(clause, "nsubj", "nsubjpass"))
    if is_of_talks and (is_negated(clause) or clause.lemma_ in ("fail", "collapse", "stall", "break", "founder")):
        yield (subject.left_edge.i, clause.right_edge.i + 1), (subject.left_edge.i, min(subject.right_edge.i + 1, verb.i))


def _left_open(noun: Token) -> Iterator[tuple[Range, Range]]:
    """'The question of the port remains open', 'when it comes to troops, gaps remain unbridged'."""
    verb = noun.head
    is_open = any(c.lower_ in _UNSETTLED for c in children(verb, "acomp", "oprd", "attr"))
    if noun.dep_ != "nsubj" or verb.lemma_ not in ("be", "remain", "stay") or not is_open or is_negated(verb):
        return
    as_for = next((c for c in children(verb, "advcl") if c.lemma_ == "come" and c.i < verb.i), None)
    goal = _goal(noun, "of", "over", "on") or (_goal(as_for, "to") if as_for is not None else None)
    if goal is not None:
        yield (min(noun.left_edge.i, goal.left_edge.i), verb.right_edge.i + 1), (goal.left_edge.i, goal.right_edge.i + 1)


def _blamed(verb: Token) -> Iterator[tuple[Range, Range]]:
    """'blamed the delay on the wage demands', 'attributing the breakdown to the crisis'; who is blamed is no matter."""
    hitch = child(verb, "dobj")
    goal = _goal(verb, "on", "to") or (_goal(hitch, "on", "to") if hitch is not None else None)
    if hitch is None or hitch.lemma_.lower() not in _HITCHES or goal is None or is_negated(verb):
        return
    if goal.lemma_.lower() in _CHANCE:
        return
    if goal.ent_type_ in ("PERSON", "GPE", "ORG", "NORP") or goal.pos_ == "PROPN":
        return
    yield (verb.i, verb.right_edge.i + 1), (goal.left_edge.i, goal.right_edge.i + 1)


def _aground(verb: Token) -> Iterator[tuple[Range, Range]]:
    """'The talks hit the rocks over the ministry'."""
    subject, thing = child(verb, "nsubj"), child(verb, "dobj")
    is_aground = thing is not None and thing.lemma_.lower() in ("rock", "snag", "wall", "impasse", "deadlock", "buffer")
    holders = [verb, *([thing] if thing is not None else [])]
    goal = next((g for g in (_goal(h, "over", "on", "about") for h in holders) if g is not None), None)
    if is_aground and goal is not None and subject is not None and subject.lemma_.lower() in _TALKS:
        yield (subject.left_edge.i, goal.right_edge.i + 1), (goal.left_edge.i, goal.right_edge.i + 1)
