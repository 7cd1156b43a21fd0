"""What a term or a deal is said to do: 'the pact would hurt farmers', 'gave Canada an edge', 'makes no sense', 'falls short'."""

from __future__ import annotations

from spacy.tokens import Token

from gobetween.model.evidence import Stance
from gobetween.reading.syntax import child, children, has_auxiliary, has_child, has_left, is_negated
from gobetween.reading.talks.positions.sayings.at_issue import MATTERS
from gobetween.reading.word_lists import words

# what a deal would do that nobody wants, or that one is glad of
_HURTING = words(
    """hurt harm damage endanger undermine destroy ruin cripple devastate weaken jeopardise jeopardize violate breach infringe punish
    penalise penalize deprive wreck sink betray humiliate imperil hit disadvantage"""
)
_HELPING = words("benefit")
_BELITTLING = words("undervalue ignore disregard insult")
_ADVANTAGES = words("advantage edge privilege windfall")
_LOSSES = words("job life livelihood billion million")
_SURRENDERS = words(
    "surrender capitulation blackmail betrayal extortion theft annexation insult suicide robbery interference cut capitulate"
)
_LEFT = words("short vulnerable defenceless defenseless exposed stranded poorer badly bad unprotected isolated")
_POINTERS = frozenset({"this", "that"})
_CLAUSES = frozenset({"ccomp", "ROOT", "conj", "parataxis"})
_WOULD = words("would will 'd ’d 'll ’ll")
_SHORT = words("fall go")
EFFECTS = (  # the verbs that both rules read
    _SHORT | words("give hand cost make amount add reflect leave") | _HURTING | _HELPING | _BELITTLING
)


def fallen_short(verb: Token, subject: Token) -> Stance | None:
    """'the offer falls short', 'does not go far enough', 'goes far beyond what', 'goes in the right direction'."""
    if verb.lemma_ not in ("fall", "go"):
        return None
    behind = verb.doc[verb.i + 1 : verb.i + 5].text.lower()
    is_short = verb.lemma_ == "fall" and "short" in behind.split()
    is_far = verb.lemma_ == "go" and ((behind.startswith("far enough") and is_negated(verb)) or behind.startswith("too far"))
    if verb.lemma_ == "go" and "beyond" in behind.split()[:2] and not is_negated(verb):
        return Stance.REJECT if subject.lemma_.lower() in MATTERS else None
    if verb.lemma_ == "go" and behind.startswith("in the right direction") and not is_negated(verb):
        return Stance.SUPPORT
    return Stance.REJECT if is_short or is_far else None


def of_effect(verb: Token, subject: Token) -> Stance | None:
    """'the pact would hurt farmers', 'the treaty gave Canada an unfair advantage', 'the terms amount to surrender', 'made no sense'."""
    is_deed = verb.lemma_ == "make" and subject.lower_ == "it" and child(verb, "dobj") is not None
    is_that = subject.lower_ in _POINTERS and has_auxiliary(verb, _WOULD)
    is_meant = is_deed or is_that or subject.lemma_.lower() in MATTERS - {"it", *_POINTERS}
    if not is_meant or verb.dep_ not in _CLAUSES:
        return None
    lemma, thing, is_not = verb.lemma_, child(verb, "dobj"), is_negated(verb)
    goals = [*(g for p in children(verb, "prep") for g in children(p, "pobj")), *children(verb, "xcomp")]
    if lemma == "make":
        is_naught = thing is not None and thing.lemma_ == "sense" and (is_not or has_left(thing, ("no", "little")))
        goals += (g for at in (verb, thing) if at is not None for g in children(at, "ccomp", "advcl", "acl"))
        return Stance.REJECT if is_naught and (goals or not is_deed) else None
    if lemma in ("add", "reflect"):
        return Stance.REJECT if is_not and (lemma == "reflect" or has_child(verb, ("up",))) else None
    if is_not:
        return None
    if lemma == "amount":
        return Stance.REJECT if any(g.lemma_.lower() in _SURRENDERS for g in goals) else None
    if lemma == "leave":
        behind = (t for t in verb.subtree if t.i > verb.i and t.pos_ in ("ADJ", "ADV", "VERB"))
        return Stance.OPPOSE if thing is not None and any(t.lemma_.lower() in _LEFT or t.lower_ == "worse" for t in behind) else None
    if thing is None:
        return None
    if lemma in ("give", "hand"):
        return Stance.OPPOSE if thing.lemma_ in _ADVANTAGES else None
    if lemma == "cost":
        return Stance.OPPOSE if any(t.lemma_.lower() in _LOSSES for t in (thing, *thing.subtree)) else None
    if lemma in _HELPING:
        return Stance.SUPPORT
    return Stance.REJECT if lemma in _BELITTLING else Stance.OPPOSE if lemma in _HURTING else None
