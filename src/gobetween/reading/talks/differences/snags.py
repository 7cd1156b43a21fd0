"""Turns of news for what is in the way: 'pay, a key sticking point', 'open points include pay', 'stalled amid rows over pay'."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from gobetween.reading.syntax import SUBJECTS, Range, child, child_called, children, has_child, has_left, is_negated, noun_phrase
from gobetween.reading.talks.differences.remaining import SIDES
from gobetween.reading.word_lists import words

_ALONE = words("obstacle impediment hurdle barrier roadblock snag dealbreaker deal-breaker")
_WITH_POINT = {
    "point": words("sticking sticky contention dispute disagreement"),
    "block": words("stumbling"),
    "bone": words("contention"),
}
_GAPS = words("disagreement difference gap dispute contention division divergence rift")
_MATTERS = words("issue question point matter item topic detail problem")
_OPEN = words("""unresolved outstanding open remaining contentious disputed unsettled thorny thorniest contested divisive sticky""")
_OVER = words("over on about around regarding concerning surrounding")
_COVERING = words("include involve concern comprise cover range")
_CHIEF = words("biggest main key major principal primary central chief top")
_LEFT = words("remain remaining remains left open unresolved stalled")
_SUCH = words("including")
_CENTRING = words("center centre revolve concern involve lie focus relate include")
_TALKS = words(
    """talk negotiation deal agreement settlement accord truce ceasefire progress compromise pact contract process round peace
    discussion bargaining effort treaty signing release exchange implementation"""
)
_STALLING = words(
    """stall bog snag stymie mire delay hold block break collapse fail hamper hinder deadlock stick scuttle derail postpone halt"""
)
_BLOCKING = words(
    """block prevent derail scupper scuttle sink stall delay hamper hinder threaten complicate undermine jeopardise jeopardize"""
)
_PARTING = words("separate divide split part block prevent delay hold")
_NOT = words("no few little minor")
_REMOVED = words("overcome resolve settle bridge clear address remove solve iron narrow close")
_STEPS = 5  # from a disagreement up to what it does to the talks
_LONG = 12  # tokens from a word to what is listed behind it


SNAGGED_BY = _ALONE | _WITH_POINT.keys() | _GAPS | _MATTERS | _BLOCKING | {"be", "agree"}
"""The lemmas around which something may be found."""


def find_snags(token: Token) -> Iterator[Range]:
    """The tokens of each matter that the words around `token` say is in the way."""
    lemma = token.lemma_.lower()
    if token.pos_ in ("NOUN", "PROPN"):
        if has_left(token, _NOT):
            return
        if lemma in _ALONE or _is_point(token):
            yield from _beside(token) or _listed(token)
        elif lemma in _GAPS:
            yield from _quarrelled_over(token)
        elif lemma in _MATTERS and _is_open(token):
            yield from _beside(token) or _listed(token)
    elif token.pos_ == "VERB" and lemma in _BLOCKING:
        yield from _threatening(token)
    elif lemma == "be":
        yield from _central(token)
    elif lemma == "agree":
        yield from _not_agreed(token)


def _is_point(noun: Token) -> bool:
    wanted = _WITH_POINT.get(noun.lemma_.lower())
    return wanted is not None and any(t.lower_ in wanted for t in noun.doc[max(0, noun.i - 2) : noun.i + 3])


def _is_open(noun: Token) -> bool:
    """'unresolved issues', 'issues dividing them', 'items on which they still have no agreement', 'one of the thorniest issues'."""
    if has_child(noun, _OPEN, "amod"):
        return True
    if has_child(noun, _CHIEF, "amod") and noun.dep_ in SUBJECTS and noun.head.lemma_ in _COVERING - {"be"}:
        return any(t.lower_ in _LEFT for t in noun.sent) or noun.head.lemma_ == "concern"
    if any(c.lemma_ in _PARTING and c.tag_ == "VBG" for c in children(noun, "acl")):
        return True
    clause = child(noun, "relcl")
    is_on = clause is not None and any(t.lower_ == "which" and t.head.lower_ in ("on", "over") for t in clause.subtree)
    told = [t.lemma_ for t in clause.subtree] if clause is not None else []
    is_lacking = bool({"agree", "agreement", "differ", "apart"} & set(told)) and bool({"not", "no", "differ", "apart"} & set(told))
    return is_on and is_lacking


def _beside(noun: Token) -> list[Range]:
    """The matter in 'pay, a key sticking point', and in 'the key sticking point, pay,'."""
    if noun.dep_ == "appos" and noun.head.pos_ in ("NOUN", "PROPN") and noun.head.i < noun.i and noun.head.lemma_.lower() not in SIDES:
        first, last = noun_phrase(noun.head)
        return [(first, min(last, noun.left_edge.i))]
    behind = _behind_dash(noun)
    if behind is not None and not _is_removed(noun):
        return [noun_phrase(behind)]
    told = next((c for c in children(noun, "appos") if c.i > noun.i and c.pos_ in ("NOUN", "PROPN")), None)
    return [noun_phrase(told)] if told is not None and told.ent_type_ != "PERSON" else []


def _behind_dash(noun: Token) -> Token | None:
    """'a key sticking point - the claim to the islands', wherever the parser hung the claim."""
    doc, dash = noun.doc, noun.i + 1
    if dash + 1 >= noun.sent.end or doc[dash].text not in ("-", "–", "—", ":", "--"):
        return None
    behind = doc[dash + 1 : min(dash + _LONG, noun.sent.end)]
    return next((t for t in behind if t.pos_ in ("NOUN", "PROPN") and t.dep_ not in ("compound", "poss", "nmod")), None)


def _listed(noun: Token) -> list[Range]:
    """'sticking points include pay', 'several points, including pay, remain open', 'is one of the thorniest issues'."""
    verb = noun.head
    if noun.dep_ in SUBJECTS and verb.lemma_ in _COVERING and not is_negated(verb):
        thing = child(verb, "dobj", "attr", "ccomp", "xcomp", "advcl", "pcomp")
        if thing is not None and thing.pos_ != "PRON" and thing.i > verb.i:
            return [(thing.left_edge.i, thing.right_edge.i + 1)]
    if _is_removed(noun):
        return []
    for holder in (noun, verb):
        for prep in children(holder, "prep"):
            goal = child(prep, "pobj", "pcomp")
            is_such = prep.lower_ in _SUCH or (prep.lower_ == "as" and has_left(prep, ("such",)))
            if is_such and goal is not None and prep.i > noun.i:
                return [(goal.left_edge.i, goal.right_edge.i + 1)]
    return _one_of(noun)


def _one_of(noun: Token) -> list[Range]:
    """'the island is one of the thorniest issues', 'among the sticking points are pensions'."""
    of = noun.head
    if noun.dep_ != "pobj" or of.lower_ not in ("of", "among"):
        return []
    over = of.head
    copula = over.head if over.lower_ in ("one", "some") else over
    if copula.lemma_ not in ("be", "remain") or is_negated(copula):
        return []
    other = next((c for c in children(copula, "nsubj", "attr") if c.i != over.i and c.pos_ in ("NOUN", "PROPN")), None)
    if other is None:
        return []
    last = other.right_edge.i + 1
    return [(other.left_edge.i, min(last, copula.i) if other.i < copula.i else last)]


def _is_removed(noun: Token) -> bool:
    at = noun
    for _ in range(_STEPS):
        if at.lemma_ in _REMOVED and not is_negated(at) and at.dep_ != "acl":
            return not has_left(at, ("to",))
        if at.head.i == at.i:
            return False
        at = at.head
    return False


def _quarrelled_over(noun: Token) -> Iterator[Range]:
    """'disagreements over pay threaten the talks', 'the main dispute is over pay', 'stalled amid differences over pay'."""
    if _is_removed(noun) and noun.head.lemma_ not in ("remain", "persist"):
        return
    verb = noun.head
    is_subject = noun.dep_ in SUBJECTS and not is_negated(verb)
    if is_subject and verb.lemma_ in _CENTRING:
        yield from _object(verb)
        return
    if is_subject and verb.lemma_ in ("remain", "persist", "exist", "be", "threaten", "continue", "complicate", "hamper", "delay"):
        yield from _over(noun, verb)
        return
    if noun.dep_ in ("attr", "pobj", "nsubj") and _is_of_talks(noun):
        yield from _over(noun)


def _object(verb: Token) -> Iterator[Range]:
    thing = child(verb, "dobj")
    goals = [g for p in children(verb, "prep") if p.lower_ in _OVER | {"in", "to", "with"} for g in children(p, "pobj", "pcomp")]
    told = thing if thing is not None else next(iter(goals), None)
    if told is not None and told.pos_ != "PRON" and told.ent_type_ not in ("DATE", "TIME"):
        yield told.left_edge.i, told.right_edge.i + 1


def _over(*holders: Token) -> Iterator[Range]:
    """What stands behind 'over' or 'on' below one of the words, the first of them."""
    for holder in holders:
        for prep in holder.subtree:
            goal = child(prep, "pobj", "pcomp") if prep.lower_ in _OVER and prep.i > holder.i else None
            if goal is not None and goal.pos_ != "PRON" and goal.ent_type_ not in ("DATE", "TIME"):
                yield goal.left_edge.i if goal.dep_ == "pobj" else prep.i + 1, goal.right_edge.i + 1
                return


def _is_of_talks(noun: Token) -> bool:
    """Whether a disagreement is told as the reason why talks stall, or is simply there: 'there is disagreement around it'."""
    at = noun.head
    for _ in range(_STEPS):
        if at.pos_ in ("VERB", "AUX"):
            subject = child(at, *SUBJECTS)
            is_stalled = at.lemma_.lower() in _STALLING and subject is not None and subject.lemma_.lower() in _TALKS
            is_there = at.lemma_ == "be" and has_left(at, ("there",))
            return (is_stalled or is_there) and not is_negated(at)
        if at.head.i == at.i:
            return False
        at = at.head
    return False


def _threatening(verb: Token) -> Iterator[Range]:
    """'the question of pay threatens to derail the talks'."""
    over = verb.head
    thing = child(verb, "dobj")
    is_under = verb.dep_ == "xcomp" and over.lemma_ in ("threaten", "continue", "risk")
    subject = child(over, *SUBJECTS) if is_under else None
    if subject is None or thing is None or thing.lemma_.lower() not in _TALKS or is_negated(over):
        return
    of = child_called(subject, ("of", "over", "on", "about"), "prep")
    if of is not None and subject.lemma_.lower() in _MATTERS | _GAPS | {"row", "quarrel", "demand"}:
        yield of.i + 1, min(subject.right_edge.i + 1, over.i)


def _central(copula: Token) -> Iterator[Range]:
    """'Central to the talks is the presence of troops'."""
    first = next((c for c in copula.lefts if c.lower_ in ("central", "key", "crucial") and c.i == copula.sent.start), None)
    to = child(first, "prep") if first is not None else None
    goal = child(to, "pobj") if to is not None and to.lower_ == "to" else None
    told = child(copula, "nsubj", "attr")
    if goal is None or told is None or told.i < copula.i or is_negated(copula):
        return
    if goal.lemma_.lower() in _TALKS | {"dispute", "standoff", "impasse", "deadlock"}:
        yield told.left_edge.i, told.right_edge.i + 1


def _not_agreed(verb: Token) -> Iterator[Range]:
    """'the sides have not yet agreed on the list', 'are yet to agree on it'."""
    over = verb.head
    is_yet_to = verb.dep_ == "xcomp" and over.lemma_ in ("have", "be") and any(t.lower_ == "yet" for t in verb.doc[over.i : verb.i])
    holder = over if is_yet_to else verb
    subject = child(holder, *SUBJECTS)
    is_not_yet = is_negated(verb) and has_child(verb, ("have", "has", "had"), "aux")
    if subject is None or not (is_yet_to or is_not_yet) or not _are_two(subject):
        return
    yield from _over(verb)


def _are_two(subject: Token) -> bool:
    is_joined = any(True for _ in subject.conjuncts)
    return is_joined or subject.lower_ == "they" or (subject.lemma_.lower() in SIDES and subject.tag_ == "NNS")
