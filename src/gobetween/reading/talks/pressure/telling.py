"""What all pressure is made of: whom a deed would hit, the demand, the 'or else', and the words that tell it."""

from __future__ import annotations

from spacy.tokens import Token

from gobetween.model.evidence import LeverageMention
from gobetween.reading.concordance import forms
from gobetween.reading.scene import Scene
from gobetween.reading.speech.voices import Voices
from gobetween.reading.syntax import Range, children, has_child, has_left
from gobetween.reading.talks.clauses import clause_tokens, issue_words
from gobetween.reading.talks.parties import parties_of
from gobetween.reading.word_lists import words

_CONDITIONS = frozenset({"if", "unless", "until"})
_LOSING = words("lose face leave risk suffer forfeit see quit pay bear get incur")
_TIMES = frozenset({"once", "after", "when", "whenever", "as"})
_AIMING = frozenset({"to", "against", "on", "from", "for", "with"})


def aimed_at(scene: Scene, verb: Token, by: str, last: int) -> tuple[str, ...]:
    """Whom the deed would hit, where it says so before token `last`: 'cut off aid to Mali', 'close its ports to Canadian boats'."""
    for token in verb.subtree:
        if token.dep_ == "pobj" and token.head.lower_ in _AIMING and verb.i < token.i < last:
            found = tuple(p for p in parties_of(scene, token) if p != by)
            if found:
                return found
    return ()


def is_infinitive(goal: Token) -> bool:
    """'to go'."""
    return goal.tag_ == "VB" and has_left(goal, ("to",))


def demand_of(scene: Scene, goal: Token) -> str:
    """What is demanded, 'not' kept, and cut before the 'if' and the 'or else'."""
    first = next((c.i for c in goal.lefts if c.lower_ == "to" or c.dep_ == "neg"), goal.left_edge.i)
    last = goal.right_edge.i + 1
    condition = condition_at(goal)
    if condition is not None and condition.left_edge.i > goal.i:
        last = condition.left_edge.i
    loss = or_else(goal)
    return issue_words(scene, first, last if loss is None else min(last, loss[0] - 1))


def or_else(goal: Token) -> Range | None:
    """The tokens behind 'or' in 'to lower its quota or lose access': what happens otherwise."""
    if "or" not in forms(goal.doc)[goal.i + 1 : goal.right_edge.i + 1]:
        return None
    for token in goal.subtree:
        if token.lower_ == "or" and token.i > goal.i and token.i + 1 < len(token.doc):
            loss = token.doc[token.i + 1]
            if loss.lemma_.lower() in _LOSING:
                return loss.i, max(loss.right_edge.i, goal.right_edge.i) + 1
    return None


def condition_at(verb: Token) -> Token | None:
    """The verb of 'if ...', 'unless ...' or 'until ...' that hangs on `verb`."""
    return next((c for c in children(verb, "advcl") if has_child(c, _CONDITIONS, "mark", "advmod")), None)


def is_mere_time(first: Token) -> bool:
    """Whether a clause that begins with this word tells when, not on what condition: 'will resume its attack once the deal is over'."""
    return first.lower_ in _TIMES


def otherwise_of(scene: Scene, verb: Token, goal: Token | None) -> str:
    """The condition as the text has it, 'if the group continues to reject a ceasefire', or what follows 'or'."""
    if goal is not None and (loss := or_else(goal)) is not None:
        return issue_words(scene, *loss)
    condition = condition_at(verb) or (condition_at(goal) if goal is not None else None)
    if condition is None and goal is not None:
        condition = next((c for d in goal.children for c in children(d, "advcl") if has_child(c, _CONDITIONS, "mark")), None)
    if condition is None:
        return ""
    passage = scene.passage(condition.left_edge.i, condition.right_edge.i + 1)
    return passage.text if passage is not None else ""


def mention_of(
    scene: Scene, voices: Voices, verb: Token, sides: tuple[str, str], demand: str, otherwise: str
) -> LeverageMention | None:
    """The pressure of the first of `sides` on the second in the words of the clause around `verb`."""
    passage = scene.passage(*clause_tokens(verb))
    if passage is None:
        return None
    return LeverageMention(passage, *sides, demand=demand, otherwise=otherwise, via=voices.at(verb.idx))
