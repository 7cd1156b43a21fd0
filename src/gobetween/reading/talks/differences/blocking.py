"""What is said of a matter in the way: 'pay is holding up the deal', 'pay keeps them apart', 'pay is unresolved', 'at issue is pay'."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from gobetween.reading.syntax import SUBJECTS, Range, child, child_called, children, has_child, has_left, is_negated, noun_phrase
from gobetween.reading.talks.differences.vocabulary import (
    ACCORDS,
    DISAGREEMENTS,
    MATTERS,
    QUARRELS,
    SIDES,
    STANDS,
    TALKS,
    matter_of,
    matters_behind,
)
from gobetween.reading.word_lists import words

_BLOCKING = words(
    """block prevent hamper hinder obstruct stall impede hold delay thwart bar defeat derail complicate sink scupper threaten scuttle
    undermine jeopardise jeopardize overshadow bedevil dog plague slow"""
)
_PARTING = words("keep divide separate split elude defy")
_ALL_TALKS = TALKS | words("everything all success release exchange implementation")
_CONCLUDING = words("sign agree conclude settle reach strike clinch seal meet")
_PARTED = SIDES | {"them"}
_PERSONS = words("minister leader head member group government chief president chair office party number ministry side")
_UNSOLVED = words(
    "unresolved unsettled disputed contentious contested outstanding controversial intractable undecided unanswered divisive thorny"
)
_OPEN = words("open wide far unbridged")
_LINKING = words("be remain stay prove become leave")
_HARD = words("hardest toughest trickiest thorniest difficult contentious divisive sensitive")
_NOBODY = frozenset({"nobody", "none", "neither", "no"})
_ACCEPTING = words("accept agree settle resolve swallow stomach decide")
_ASPECTS = words(
    "status fate future role size number length date timetable price line extent form course wording amount timing scope share cost"
)
_KNOWING = words("know see agree budge yield")
_CENTRES = words("heart centre center core root bottom")
_CONFLICTS = DISAGREEMENTS | TALKS | words("conflict strike issue matter")
_HARDER = words("harder difficult impossible trickier complicated tougher unlikely")
_DRIVEN = words("threaten continue risk help serve")
_SETTLING = words("agree settle resolve decide solve clear finalise finalize conclude sort")
_ALL = words("everything all rest most else nothing")
_BUT = words("except bar save but")
_LEFT = words("open left unresolved unsettled outstanding missing disputed remaining")

BLOCKED_BY = _BLOCKING | _PARTING | _UNSOLVED | _OPEN | _BUT | _KNOWING | _HARD | words("stand only be come boil make put")
"""The words, or lemmas, around which something may be found."""


def find_blocks(token: Token) -> Iterator[Range]:
    """The tokens of each matter of which the words around `token` say that it is in the way."""
    lower, lemma = token.lower_, token.lemma_.lower()
    if token.pos_ == "VERB":
        yield from _of_verb(token, lemma)
    if lemma == "be":
        yield from _not_accepted(token)
        yield from _at_issue(token)
        yield from _at_heart(token)
        yield from _central(token)
    elif lower in _UNSOLVED | _OPEN | _HARD and _is_said_of_subject(token):
        yield from _subject(token.head) if lower in _UNSOLVED or _is_open(token) else ()
    elif lower in _UNSOLVED:
        yield from _left(token)
    elif lower in _BUT:
        yield from _excepted(token)
    elif lower == "only":
        yield from _only(token)


def _of_verb(verb: Token, lemma: str) -> Iterator[Range]:
    if verb.dep_ == "relcl":
        yield from _cleft(verb)
    puts_at_odds = lemma == "put" and any(p.lower_ == "at" and has_child(p, ("odds", "loggerheads"), "pobj") for p in verb.subtree)
    blocks = lemma in _BLOCKING | {"make"} and _blocks_talks(verb)
    if blocks or puts_at_odds or (lemma in _PARTING and _parts_sides(verb)):
        yield from _blocker(verb)
    elif lemma == "stand" and _is_in_the_way(verb):
        yield from _standing(verb)
    elif lemma in ("come", "boil"):
        yield from _comes_down(verb)


def _is_said_of_subject(adjective: Token) -> bool:
    verb = adjective.head
    return adjective.dep_ in ("acomp", "oprd", "attr") and verb.lemma_ in _LINKING and not is_negated(verb)


def _is_open(adjective: Token) -> bool:
    """'the question of pay remains open', 'the pay issue has been the hardest to settle'; not 'the shop is open'."""
    subject = child(adjective.head, *SUBJECTS)
    if subject is None:
        return False
    if adjective.head.lemma_ == "leave":
        return adjective.lower_ == "open" and adjective.dep_ == "oprd" and subject.lemma_.lower() in MATTERS | _ASPECTS
    if adjective.lower_ in _HARD:
        return any(t.lemma_ in _SETTLING for t in children(adjective, "xcomp", "advcl")) and has_left(adjective, ("the", "most"))
    return subject.lemma_.lower() in MATTERS | DISAGREEMENTS and (adjective.lower_ != "far" or has_child(adjective, ("from",)))


def _subject(verb: Token) -> Iterator[Range]:
    subject = child(verb, *SUBJECTS) or child(verb, "ccomp")
    if subject is None or subject.pos_ == "PRON":
        return
    first, last = _own(subject)
    if subject.i < verb.i:
        as_for = next((c for c in children(verb, "advcl") if c.lemma_ == "come" and c.i < verb.i), None)
        found = list(matters_behind(as_for, by=frozenset({"to"}))) if as_for is not None else []
        if found or first > subject.i or subject.lemma_.lower() not in DISAGREEMENTS:
            yield from found or [(first, min(last, verb.i))]  # 'when it comes to troops, gaps remain unbridged'
    elif subject.dep_ == "nsubj":  # 'Unresolved is ...'
        yield first, last


def _own(subject: Token) -> Range:
    """'who pays' for 'the question of who pays' and for 'the dispute over who pays'."""
    inner = matter_of(subject)
    return inner if inner[0] > subject.i else (subject.left_edge.i, subject.right_edge.i + 1)


def _left(adjective: Token) -> Iterator[Range]:
    """'leaves unsettled the question of checks'."""
    thing = child(adjective, "dobj") or child(adjective.head, "dobj")
    before = adjective.doc[max(adjective.sent.start, adjective.i - 1) : adjective.i]
    if thing is not None and thing.i > adjective.i and any(t.lower_ in ("leave", "leaves", "left", "leaving") for t in before):
        yield _own(thing)


def _blocks_talks(verb: Token) -> bool:
    thing = child(verb, "dobj")
    is_up = verb.lemma_ != "hold" or has_child(verb, ("up", "back"))
    if verb.lemma_ == "make":
        harder = next((t for t in children(verb, "ccomp", "oprd", "xcomp", "acomp") if t.lower_ in _HARDER), None)
        thing = thing or (child(harder, *SUBJECTS) if harder is not None else None)
        is_up = harder is not None
    if thing is None or is_negated(verb) or not is_up:
        return False
    near = [thing, *children(thing, "compound"), *(g for p in children(thing, "prep") for g in children(p, "pobj", "pcomp"))]
    return any(t.lemma_.lower() in _ALL_TALKS or t.lower_ in _ALL_TALKS for t in near)


def _parts_sides(verb: Token) -> bool:
    thing = child(verb, "dobj") or child_called(verb, ("apart",), "ccomp")
    is_from = any(t.dep_ == "pcomp" and t.lemma_ in _CONCLUDING and t.head.lower_ == "from" for t in verb.subtree)
    is_apart = verb.lemma_ != "keep" or is_from or any(t.lower_ == "apart" for t in verb.subtree)
    named = {t.lemma_.lower() for t in verb.subtree if t.i > verb.i}
    if verb.dep_ == "csubj" and thing is None:  # 'What separates the parties is', where the parser gives the parties to 'is'
        thing = next((t for t in verb.doc[verb.i + 1 : verb.i + 4] if t.lemma_.lower() in _PARTED and t.head.i == verb.head.i), None)
        named |= {thing.lemma_.lower()} if thing is not None else set()
    return thing is not None and bool(named & _PARTED) and is_apart and not is_negated(verb)


def _blocker(verb: Token) -> Iterator[Range]:
    """The subject; for 'X is the point that prevents ...' and 'X is what keeps ...' the subject of 'is'."""
    clause = verb
    for _ in range(3):
        if clause.dep_ in ("relcl", "ccomp", "csubj", "attr", "acl") and clause.head.lemma_ in (*MATTERS, "be", "what", "thing"):
            at = clause.head if clause.head.lemma_ == "be" else clause.head.head
            if at.lemma_ == "be":
                what = child(at, "attr", "acomp", "ccomp") if clause.dep_ == "csubj" and clause.left_edge.lower_ == "what" else None
                yield from _subject(at) if what is None else [(what.left_edge.i, what.right_edge.i + 1)]
                return
        clause = clause.head
    over = verb.head if verb.dep_ == "xcomp" and verb.head.lemma_ in _DRIVEN else verb
    subject = child(over, *SUBJECTS)
    if subject is None or subject.ent_type_ in ("PERSON", "GPE", "ORG", "NORP") or subject.pos_ == "PRON" or is_negated(over):
        return
    is_of = has_child(subject, ("of", "over", "on"), "prep") and subject.lemma_.lower() not in _PERSONS
    if is_of or any(t.lemma_.lower() in MATTERS | QUARRELS | STANDS | {"who"} for t in subject.subtree):
        first, last = _own(subject)
        yield first, min(last, over.i)


def _is_in_the_way(verb: Token) -> bool:
    """'stands in the way of a deal'."""
    way = next((g for p in children(verb, "prep") if p.lower_ == "in" for g in children(p, "pobj") if g.lower_ == "way"), None)
    goal = next((g for p in children(way, "prep") for g in children(p, "pobj")), None) if way is not None else None
    is_of_talks = goal is not None and goal.lemma_.lower() in _ALL_TALKS
    return way is not None and not is_negated(verb) and (is_of_talks or (goal is None and verb.dep_ == "csubj"))


def _standing(verb: Token) -> Iterator[Range]:
    """'What stands in the way is the gas': the gas; 'the gas stands in the way': the subject."""
    subject, over = child(verb, *SUBJECTS), verb.head
    if verb.dep_ in ("csubj", "nsubj") and over.lemma_ == "be" and (what := child(over, "attr", "acomp", "ccomp")) is not None:
        yield what.left_edge.i, what.right_edge.i + 1
    elif subject is not None and subject.pos_ != "PRON":
        yield _own(subject)[0], min(subject.right_edge.i + 1, verb.i)


def _cleft(verb: Token) -> Iterator[Range]:
    """'it is the tariff that keeps them apart', 'it is the shifts that nobody knows how to untie'."""
    thing = verb.head
    while thing.dep_ in ("pobj", "prep") and thing.head.i < thing.i:
        thing = thing.head
    link = thing.head
    it = child(link, "nsubj")
    if thing.dep_ != "attr" or link.lemma_ != "be" or it is None or it.lower_ != "it" or is_negated(link):
        return
    subject = child(verb, "nsubj")
    baffles = subject is not None and subject.lower_ in _NOBODY and verb.lemma_ in _KNOWING
    if baffles or (verb.lemma_ in _PARTING and _parts_sides(verb)) or (verb.lemma_ in _BLOCKING and _blocks_talks(verb)):
        yield noun_phrase(thing)


def _excepted(word: Token) -> Iterator[Range]:
    """'everything is agreed except the quota', 'all but the quota has been settled'."""
    goal = child(word, "pobj") or next((t for t in word.doc[word.i + 1 : word.i + 5] if t.pos_ in ("NOUN", "PROPN")), None)
    if goal is None or goal.sent != word.sent:
        return
    near = word.doc[max(word.sent.start, word.i - 8) : min(word.sent.end, goal.right_edge.i + 6)]
    before = word.doc[max(word.sent.start, word.i - 8) : word.i]
    is_all = any(t.lower_ in _ALL for t in before)
    is_settled = any(t.lemma_ in _SETTLING and t.tag_ == "VBN" for t in near)
    if is_all and is_settled and (word.lower_ != "but" or before[-1:].text.lower() in ("all", "everything", "nothing")):
        yield noun_phrase(goal)


def _only(word: Token) -> Iterator[Range]:
    """'only the quota is still open', 'only the quota remains to be settled'."""
    subject = (
        word.head if word.head.dep_ in SUBJECTS else next((t for t in word.doc[word.i + 1 : word.i + 6] if t.dep_ in SUBJECTS), None)
    )
    if subject is None or subject.pos_ not in ("NOUN", "PROPN") or word.i > subject.i:
        return
    verb = subject.head
    is_open = has_child(verb, _LEFT, "acomp", "attr", "oprd", "advmod") and verb.lemma_ in ("be", "remain")
    is_to_settle = verb.lemma_ == "remain" and any(t.lemma_ in _SETTLING for t in children(verb, "xcomp"))
    if is_open or is_to_settle:
        first, last = noun_phrase(subject)
        yield max(first, word.i + 1), last


def _not_accepted(verb: Token) -> Iterator[Range]:
    """'What the delegates could not accept was the clause on land'."""
    clause, what = child(verb, "csubj"), child(verb, "attr")
    if clause is None or what is None or what.i < verb.i or clause.left_edge.lower_ != "what":
        return
    if any(t.lemma_ in _ACCEPTING for t in clause.subtree) and any(is_negated(t) for t in (clause, *children(clause, "xcomp"))):
        yield what.left_edge.i, what.right_edge.i + 1


def _at_issue(verb: Token) -> Iterator[Range]:
    """'at issue is the quota', 'the quota is still in dispute', 'it is on the quota that the talks are stuck'."""
    if is_negated(verb):
        return
    for prep in children(verb, "prep"):
        goal = child(prep, "pobj")
        if goal is None:
            continue
        subject = child(verb, "nsubj") or (child(verb, "attr") if prep.i < verb.i else None)
        is_at_issue = (
            prep.lower_ in ("at", "in") and goal.lower_ in ("issue", "dispute", "contention") and child(goal, "prep", "poss") is None
        )
        if is_at_issue and subject is not None and subject.pos_ in ("NOUN", "PROPN"):
            yield noun_phrase(subject, verb)
        is_cleft = subject is not None and subject.lower_ == "it" and prep.lower_ in ("on", "over") and prep.i > verb.i
        if is_cleft and any(
            t.lower_ in ("stuck", "founder", "deadlocked", "hang", "hinge", "stall") for t in verb.sent if t.i > goal.i
        ):
            yield noun_phrase(goal)


def _at_heart(verb: Token) -> Iterator[Range]:
    """'At the heart of the dispute is X', 'X is at the core of the talks'."""
    if is_negated(verb):
        return
    for prep in children(verb, "prep"):
        place = child(prep, "pobj")
        of = child_called(place, ("of",), "prep") if place is not None else None
        goal = child(of, "pobj") if of is not None else None
        is_centre = prep.lower_ == "at" and place is not None and place.lemma_ in _CENTRES
        if not is_centre or goal is None or goal.lemma_.lower() not in _CONFLICTS:
            continue
        what = child(verb, "attr", "ccomp", "acomp")
        subject = child(verb, "nsubj")
        told = (what or subject) if prep.i < verb.i else subject
        if told is not None and told.pos_ != "PRON":
            yield told.left_edge.i, told.right_edge.i + 1
        return


def _central(copula: Token) -> Iterator[Range]:
    """'Central to the talks is the presence of troops'."""
    first = next((c for c in copula.lefts if c.lower_ in ("central", "key", "crucial") and c.i == copula.sent.start), None)
    to = child(first, "prep") if first is not None else None
    goal = child(to, "pobj") if to is not None and to.lower_ == "to" else None
    told = child(copula, "nsubj", "attr")
    if goal is None or told is None or told.i < copula.i or is_negated(copula):
        return
    if goal.lemma_.lower() in _ALL_TALKS | DISAGREEMENTS:
        yield told.left_edge.i, told.right_edge.i + 1


def _comes_down(verb: Token) -> Iterator[Range]:
    """'it all comes down to the quota', 'the dispute boils down to the quota'."""
    subject = child(verb, "nsubj")
    if subject is None or is_negated(verb) or not has_child(verb, ("down",), "prt", "advmod"):
        return
    if subject.lower_ in ("it", "everything", "all") or subject.lemma_.lower() in DISAGREEMENTS | TALKS - ACCORDS:
        yield from matters_behind(verb, by=frozenset({"to"}))
