"""Other words for what is in the way: 'the hardest question', 'what keeps them apart', 'remains unresolved', 'is blocking the deal'."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from gobetween.reading.syntax import SUBJECTS, Range, child, child_called, children, has_child, has_left, is_negated, subject_of
from gobetween.reading.talks.differences.remaining import SIDES
from gobetween.reading.word_lists import words

_MATTERS = words("question issue part point problem matter topic chapter item nut task subject challenge piece bit")
_HARDEST = words("hardest thorniest toughest trickiest stickiest knottiest difficult contentious divisive sensitive intractable vexed")
_KNOTS = words("knot crux nub")
_OF_TALKS = words(
    """talk negotiation deal agreement settlement accord truce ceasefire everything progress signing solution compromise pact contract
    process round merger peace outcome"""
)
_BLOCKING = words("block prevent hamper hinder obstruct stall impede hold delay thwart bar defeat derail complicate sink scupper")
_SIDES = words("side party camp delegation two team neighbour neighbor government company union them")
_PARTING = words("keep divide separate split")
_QUARRELS = words("dispute row disagreement demand who")
_PERSONS = words("minister leader head member group government chief president chair office party number ministry side")
_OPEN = words("unresolved unsettled disputed contentious contested outstanding controversial")
_STILL_OPEN = _OPEN | {"open", "remaining"}
_AT_ODDS = words("apart odds divided split stuck deadlocked disagreed stalled gridlocked logjammed loggerheads")
_DIFFERING = words("disagree differ clash quarrel stumble founder haggle wrangle spar squabble")
_LINKING = words("be remain stay prove")
_MINDED = _OF_TALKS | SIDES | _SIDES | _QUARRELS | words("position view stance")


BLOCKED_BY = _MATTERS | _KNOTS | _BLOCKING | _PARTING | _STILL_OPEN | _AT_ODDS | _DIFFERING | {"stand", "agree"}
"""The words, or lemmas, around which something may be found."""


def find_blocks(token: Token) -> Iterator[Range]:
    """The tokens of each issue that the words around `token` say is in the way."""
    kind, lower, lemma = token.pos_, token.lower_, token.lemma_.lower()
    is_verb = kind == "VERB"
    if kind in ("NOUN", "PROPN") and (_is_hardest(token) or _is_knot(token)):
        yield from _across(token)
    elif is_verb and ((lemma in _BLOCKING and _blocks_talks(token)) or (lemma in _PARTING and _parts_sides(token))):
        yield from _blocker(token)
    elif lower in _OPEN and _is_said_of_subject(token):
        yield from _subject(token.head)
    elif lower in _STILL_OPEN and token.dep_ == "amod" and token.head.lemma_ in _MATTERS:
        yield from _among(token.head)
    elif is_verb and lemma == "stand" and _is_in_the_way(token):
        yield from _standing(token)
    elif is_verb and lemma == "agree" and _is_failing(token):
        yield from _matters_behind(token)
    elif lower in _AT_ODDS or (is_verb and lemma in _DIFFERING):
        yield from _over(token)


def _is_said_of_subject(adjective: Token) -> bool:
    verb = adjective.head
    return adjective.dep_ in ("acomp", "oprd", "attr") and verb.lemma_ in _LINKING and not is_negated(verb)


def _is_hardest(noun: Token) -> bool:
    if noun.lemma_.lower() not in _MATTERS or has_left(noun, ("no",)):
        return False
    return has_child(noun, _HARDEST, "amod") and has_left(noun, ("the", "its", "their"))


def _is_knot(noun: Token) -> bool:
    if noun.lemma_.lower() not in _KNOTS:
        return False
    goal = next((child(p, "pobj") for p in children(noun, "prep") if p.lower_ == "of"), None)
    return goal is None or goal.lemma_ in _MATTERS | _OF_TALKS | {"dispute", "conflict", "quarrel"}


def _across(noun: Token) -> Iterator[Range]:
    """What stands on the other side of 'is'."""
    verb = noun.head
    if verb.lemma_ not in _LINKING or is_negated(verb):
        return
    if noun.dep_ in ("attr", "oprd"):
        yield from _subject(verb)
    elif noun.dep_ in SUBJECTS and (what := child(verb, "attr", "acomp", "ccomp", "xcomp")) is not None:
        yield what.left_edge.i, what.right_edge.i + 1


def _subject(verb: Token) -> Iterator[Range]:
    subject = child(verb, *SUBJECTS) or child(verb, "ccomp")
    if subject is not None and subject.i < verb.i and subject.pos_ != "PRON":
        yield _matter(subject)[0], min(subject.right_edge.i + 1, verb.i)
    elif subject is not None and subject.i > verb.i and subject.dep_ == "nsubj" and subject.pos_ != "PRON":  # 'Unresolved is ...'
        yield _matter(subject)


def _matter(subject: Token) -> Range:
    """'who pays' for 'the question of who pays'."""
    of = child_called(subject, ("of",), "prep") if subject.lemma_ in _MATTERS else None
    return subject.left_edge.i if of is None else of.i + 1, subject.right_edge.i + 1


def _blocks_talks(verb: Token) -> bool:
    thing = child(verb, "dobj")
    is_up = verb.lemma_ != "hold" or has_child(verb, ("up", "back"))
    return thing is not None and thing.lemma_.lower() in _OF_TALKS and is_up and not is_negated(verb)


def _parts_sides(verb: Token) -> bool:
    thing = child(verb, "dobj") or child_called(verb, ("apart",), "ccomp")
    is_apart = verb.lemma_ != "keep" or any(t.lower_ == "apart" for t in verb.subtree)
    named = {t.lemma_.lower() for t in verb.subtree if t.i > verb.i}
    return thing is not None and bool(named & _SIDES) and is_apart and not is_negated(verb)


def _blocker(verb: Token) -> Iterator[Range]:
    """The subject; for 'X is the point that prevents ...' and 'X is what keeps ...' the subject of 'is'."""
    clause = verb
    for _ in range(3):
        if clause.dep_ in ("relcl", "ccomp", "csubj", "attr", "acl") and clause.head.lemma_ in (*_MATTERS, "be", "what", "thing"):
            at = clause.head if clause.head.lemma_ == "be" else clause.head.head
            if at.lemma_ == "be":
                what = child(at, "attr", "acomp", "ccomp") if clause.dep_ == "csubj" and clause.left_edge.lower_ == "what" else None
                yield from _subject(at) if what is None else [(what.left_edge.i, what.right_edge.i + 1)]
                return
        clause = clause.head
    subject = child(verb, *SUBJECTS)
    if subject is None or subject.ent_type_ in ("PERSON", "GPE", "ORG", "NORP") or subject.pos_ == "PRON":
        return
    is_of = has_child(subject, ("of", "over", "on"), "prep") and subject.lemma_.lower() not in _PERSONS
    if is_of or any(t.lemma_.lower() in _MATTERS | _QUARRELS for t in subject.subtree):
        yield _matter(subject)[0], min(subject.right_edge.i + 1, verb.i)


def _among(matter: Token) -> Iterator[Range]:
    """'X is among the unresolved issues'."""
    prep = matter.head
    verb = prep.head
    if prep.lower_ in ("among", "of") and verb.pos_ in ("AUX", "VERB", "NUM", "PRON"):
        verb = verb if verb.pos_ in ("AUX", "VERB") else verb.head
        if verb.lemma_ in _LINKING and not is_negated(verb):
            yield from _subject(verb)


def _over(token: Token) -> Iterator[Range]:
    """'are far apart on pay', 'disagree over the quota'."""
    is_if = has_child(token, ("if",), "mark")
    subject = subject_of(token if token.pos_ == "VERB" else token.head)
    is_of_others = subject is not None and subject.pos_ == "NOUN" and subject.lemma_.lower() not in _MINDED
    if is_negated(token) or is_if or is_of_others:
        return
    yield from _matters_behind(token)


def _is_in_the_way(verb: Token) -> bool:
    """'stands in the way of a deal'."""
    way = next((g for p in children(verb, "prep") if p.lower_ == "in" for g in children(p, "pobj") if g.lower_ == "way"), None)
    goal = next((g for p in children(way, "prep") for g in children(p, "pobj")), None) if way is not None else None
    is_of_talks = goal is not None and goal.lemma_.lower() in _OF_TALKS
    return way is not None and not is_negated(verb) and (is_of_talks or (goal is None and verb.dep_ == "csubj"))


def _standing(verb: Token) -> Iterator[Range]:
    """'What stands in the way is the gas': the gas; 'the gas stands in the way': the subject."""
    subject, over = child(verb, *SUBJECTS), verb.head
    if verb.dep_ in ("csubj", "nsubj") and over.lemma_ == "be" and (what := child(over, "attr", "acomp", "ccomp")) is not None:
        yield what.left_edge.i, what.right_edge.i + 1
    elif subject is not None and subject.pos_ != "PRON":
        yield _matter(subject)[0], min(subject.right_edge.i + 1, verb.i)


def _is_failing(verb: Token) -> bool:
    """'are unable to agree', 'failed to agree', 'could not agree'."""
    if has_child(verb, ("if", "unless", "whether"), "mark"):
        return False
    is_under = verb.dep_ in ("xcomp", "advcl") and (verb.head.lower_ == "unable" or verb.head.lemma_ == "fail")
    return is_under or (is_negated(verb) and has_child(verb, ("could", "can", "ca"), "aux"))


def _matters_behind(token: Token) -> Iterator[Range]:
    for holder in (token,) if token.pos_ == "VERB" else (token, token.head):
        for prep in children(holder, "prep", "prt"):
            goal = child(prep, "pobj", "pcomp")
            is_behind = prep.lower_ in ("over", "on", "about") and prep.i > token.i
            if is_behind and goal is not None and goal.ent_type_ not in ("DATE", "TIME"):
                yield _matter(goal)
                return
