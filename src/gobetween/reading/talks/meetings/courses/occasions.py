"""Phrases that name one occasion by place, day or turn: 'the talks in Oslo', 'next week's summit', 'the latest round of talks'."""

from __future__ import annotations

from spacy.tokens import Token

from gobetween.reading.scene import Scene
from gobetween.reading.syntax import child, children, has_left
from gobetween.reading.talks.meetings.encounters.two_sides import are_people, is_posted
from gobetween.reading.talks.meetings.participants import place_of
from gobetween.reading.talks.meetings.parts import is_only_thought_of
from gobetween.reading.talks.meetings.words import LASTING, TALKS
from gobetween.reading.word_lists import words

_ROUNDS = frozenset({"round"})
_TURNS = words("latest last next first second third fourth fifth sixth final previous recent new earlier preceding upcoming opening")
_GIVEN = frozenset({"the", "this", "that", "these", "those", "such", "both"})
_FURTHER = words(
    """next new another further upcoming forthcoming coming first second third fourth final fresh planned earlier previous last"""
)
_COMING = words("on in for from until at over before of")
_ALL = frozenset({"any", "all", "every", "no", "most", "many", "such", "more"})
_OWN_PRONOUNS = frozenset({"its", "my", "your", "our"})
_TIMES = frozenset({"DATE", "TIME"})
_YEARS = frozenset({"year", "decade", "century"})


def names_occasion(scene: Scene, noun: Token, whole: Token, *, is_on_a_day: bool = False) -> bool:
    """Whether the talks have a place, a day, a number in a row, or two who meet, of their own; not 'any talks in Oslo'.

    `whole` is what lasts, 'a round of talks', where it is not `noun` itself.
    """
    heads = (noun,) if whole.i == noun.i else (whole, noun)
    if any(c.lower_ in _ALL | _OWN_PRONOUNS for head in heads for c in head.lefts) or is_mere_thought(whole) or _is_asked_for(whole):
        return False  # 'the board, at its meeting on Monday'
    if is_on_a_day or any(place_of(scene, head) is not None or _has_day(head) for head in heads):
        return True
    return _is_in_a_row(whole) or any(_is_of_two(scene, head) for head in heads) or _is_named_by_town(whole)


def whole_of(noun: Token) -> Token:
    """'a night of talks', 'the second day of negotiations': what lasts, else the talks themselves."""
    is_within = noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_.lower() in LASTING | TALKS
    return noun.head.head if is_within else noun


def is_given(whole: Token) -> bool:
    """Whether the text takes the meeting as told already: 'the talks held in Oslo', but not 'the next talks', 'the 18th round'."""
    is_numbered = any(c.ent_type_ == "ORDINAL" or (c.lower_[:1].isdigit() and c.lower_.endswith("th")) for c in whole.lefts)
    return has_left(whole, _GIVEN) and not is_numbered and not has_left(whole, _FURTHER)


def is_mere_thought(whole: Token) -> bool:
    """'Talks in Oslo would be hard': nothing shows that there were any."""
    is_bare = not any(c.dep_ in ("det", "poss", "nummod") for c in whole.lefts)
    is_open = whole.dep_ in ("nsubj", "nsubjpass") and any(c.lower_ in ("would", "could", "might") for c in children(whole.head, "aux"))
    return is_bare and is_open


def _is_asked_for(whole: Token) -> bool:
    """'urged them to sit down for talks in Oslo', 'whether to hold the talks in Oslo'."""
    verb = whole.head.head if whole.dep_ == "pobj" and whole.head.lower_ == "for" else whole.head
    return verb.pos_ in ("VERB", "AUX") and is_only_thought_of(verb)


def _has_day(head: Token) -> bool:
    """'the meeting in April', 'the talks next week', 'the last round earlier this month'; years are too long for one occasion."""
    for prep in children(head, "prep"):
        goal = child(prep, "pobj")
        if prep.lower_ in _COMING and goal is not None and goal.ent_type_ in _TIMES and goal.lemma_.lower() not in _YEARS:
            return goal.tag_ not in ("NNS", "NNPS")
    if any(c.ent_type_ in _TIMES and c.i > head.i for c in children(head, "npadvmod", "tmod")):
        return True
    first = head.nbor(1) if head.i + 1 < head.sent.end else None
    is_next = first is not None and first.ent_type_ in _TIMES and first.ent_iob_ == "B"
    return is_next or (first is not None and first.lower_ in ("earlier", "later") and first.nbor(1).ent_type_ in _TIMES)


def _is_in_a_row(whole: Token) -> bool:
    """'the latest round of talks', 'seven rounds of talks'."""
    is_for = whole.dep_ == "pobj" and whole.head.lower_ == "for"  # 'no date for the next round'
    if whole.lemma_.lower() not in _ROUNDS or is_for:
        return False
    of = next((goal for p in children(whole, "prep") if p.lower_ == "of" for goal in children(p, "pobj")), None)
    is_of_talks = of is not None and of.lemma_.lower() in TALKS
    return is_of_talks and any(c.lower_ in _TURNS or (c.dep_ == "nummod" and whole.tag_ == "NNS") for c in whole.lefts)


def _is_of_two(scene: Scene, head: Token) -> bool:
    """'the talks between Berg and the ministers', 'Berg's discussions with the premier'."""
    owner = child(head, "poss")
    is_owned = owner is not None and owner.lower_ not in _OWN_PRONOUNS and are_people(scene, owner)
    is_given = any(c.lower_ in ("the", "this", "that") for c in head.lefts)
    for prep in children(head, "prep"):
        goal = child(prep, "pobj")
        if goal is None or goal.pos_ == "PRON" or not (are_people(scene, goal) or is_posted(goal)):
            continue
        if prep.lower_ == "with" and is_owned:
            return True
        if prep.lower_ == "between" and is_given and any(t.i > goal.i and _is_person(scene, t) for t in (goal, *goal.conjuncts)):
            return True
    return False


def _is_person(scene: Scene, token: Token) -> bool:
    referent = scene.references.who(token)
    return is_posted(token) or (referent is not None and referent.is_person)


def _is_named_by_town(whole: Token) -> bool:
    """'the Oslo meeting of the eight richest nations'."""
    is_of_town = any(c.ent_type_ == "GPE" for c in children(whole, "compound", "nmod"))
    of = next((goal for p in children(whole, "prep") if p.lower_ == "of" for goal in children(p, "pobj")), None)
    return is_of_town and of is not None and of.tag_ in ("NNS", "NNPS")
