"""What a party says may come only on a condition: 'a meeting is possible only if', 'further talks would depend on'."""

from __future__ import annotations

from spacy.tokens import Token

from gobetween.model.evidence import Stance
from gobetween.reading.scene import Scene
from gobetween.reading.speech.voices import Voices
from gobetween.reading.syntax import SUBJECTS, Range, child, children, has_auxiliary, has_child, is_negated
from gobetween.reading.talks.parties import parties_of
from gobetween.reading.talks.positions.modality.conditions import condition_near, condition_of
from gobetween.reading.talks.positions.sayings.own_words import told_by
from gobetween.reading.talks.positions.stands import Stand
from gobetween.reading.talks.positions.wording import stances
from gobetween.reading.word_lists import words

_POSSIBLE = words("possible conceivable feasible thinkable imaginable acceptable viable meaningful useful worthwhile")
_HANGING = words("depend hinge hang rest rely")
_COMING = words("come begin start follow flow happen resume")
_WILL = words("will would can could")
_BOUND = words("contingent conditional dependent")
_ON = frozenset({"on", "upon"})
_AT_ISSUE = (
    stances.TALKED
    | stances.TEXTS
    | stances.OFFERS
    | words("deal agreement accord truce ceasefire pact peace support mediation aid withdrawal release participation return step halt")
)
_ONLY = frozenset({"only", "unless", "until", "without"})
_NEAR = 3  # words before a condition


def depending(scene: Scene, voices: Voices, verb: Token) -> Stand | None:
    """The conditional step of whoever says that something at issue depends on, or is possible only with, something else."""
    if verb.lemma_.lower() not in _HANGING | _COMING and not has_child(verb, _BOUND | _POSSIBLE, "acomp"):
        return None
    subject = child(verb, *SUBJECTS)
    if subject is None or is_negated(verb):
        return None
    condition = _of_hanging(verb, subject) or _of_possible(verb) or _of_coming(verb)
    owners = parties_of(scene, subject)
    is_own = bool(owners) and subject.pos_ == "NOUN" and child(subject, "poss") is not None  # 'its offer is conditional on'
    if condition is None or (owners and not is_own):
        return None
    parties = owners or told_by(scene, voices, verb)
    if not parties:
        return None
    first = min(subject.left_edge.i, condition[0])
    whole = first, max(verb.i + 1, condition[1])
    issue = subject.left_edge.i, max(subject.i + 1, min(subject.right_edge.i + 1, verb.i))
    return Stand(parties, Stance.CONDITIONAL, whole, issue, condition, shown_by=verb.i)


def _of_hanging(verb: Token, subject: Token) -> Range | None:
    """'would depend on a pullback', 'is contingent on reform'."""
    if not any(t.lemma_.lower() in _AT_ISSUE for t in (subject, *subject.lefts)):
        return None
    bound = next((c for c in children(verb, "acomp") if c.lower_ in _BOUND), None)
    holders = (verb,) if verb.lemma_.lower() in _HANGING else (bound, verb) if bound is not None else ()
    on = next((p for each in holders for p in children(each, "prep") if p.lower_ in _ON), None)
    return (on.i, on.right_edge.i + 1) if on is not None else None


def _of_coming(verb: Token) -> Range | None:
    """'the money would come only after the rosters were signed'."""
    condition = condition_of(verb) if verb.lemma_ in _COMING and has_auxiliary(verb, _WILL) else None
    return condition if condition is not None and verb.doc[condition[0]].lower_ == "only" else None


def _of_possible(copula: Token) -> Range | None:
    """'is possible, but only if certain agreements are reached'."""
    if copula.lemma_ != "be" or not has_child(copula, _POSSIBLE, "acomp"):
        return None
    condition = condition_near(copula)
    if condition is None:
        return None
    opening = copula.doc[max(copula.i, condition[0] - _NEAR) : condition[0] + 1]
    is_only = has_child(copula, ("only",))  # 'would only be useful if'
    return condition if is_only or any(t.lower_ in _ONLY for t in opening) else None
