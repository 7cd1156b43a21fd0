"""What is offered, asked for, voiced or given up in news of talks and is no issue of theirs: an update, a taxi, grief, a date."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from gobetween.model.evidence import Stance
from gobetween.reading.syntax import child, children, has_left
from gobetween.reading.word_lists import words

# what is offered to who listens, and to no side
_TOLD = words(
    """update detail comment explanation glimpse hint assessment clue description briefing insight account remark reflection overview
    summary recap timeline specific particular view opinion observation anecdote perspective preview forecast prediction outlook
    answer word refreshment seat drink"""
)
_EVERYDAY = words(
    """restaurant hotel cafe café bar pub dinner lunch breakfast coffee tea meal drink snack sandwich beer wine walk stroll taxi cab
    limousine minibus waiter bill doctor ambulance nurse plumber ride umbrella joke song photo photograph selfie toast cigarette"""
)
# what is taken, refused or borne in passing, and is at issue nowhere
_PASSING = words(
    """interview flower bunch bouquet helping seat lift card payment delivery donation credential job post hug handshake kiss
    compliment bow head hand shoulder body drink portion meal phone camera cheque toast token souvenir gift present medal key cup"""
)
_DENIED = words("entry access admission admittance visa bail parole service passage boarding asylum chance right treatment")
_MISFORTUNES = words(
    """death killing murder injury casualty fatality accident crash explosion fire flood earthquake storm famine hunger starvation
    illness disease outbreak suffering plight fate disappearance loss bloodshed violence attack shooting beating"""
)
_OWN_COURSES = words(
    """mobilization mobilisation war battle attack invasion defence defense evacuation deployment training budget business marketing
    expansion hiring recruitment contingency emergency rescue recovery security campaign travel turnaround succession"""
)
_SCHEDULES = words(
    """timetable schedule timeline date calendar forecast prediction estimate promise pledge commitment vow statement remark comment
    assertion brink edge precipice abyss war confrontation"""
)
_SHOWING = words("lay outline detail unveil present sketch circulate submit table set float announce")
_ASKING = words("call ask suggest propose offer request order need")
_ANSWERS = frozenset({Stance.ACCEPT, Stance.REJECT, Stance.SUPPORT})
_VOICING = words("voice express raise register share convey")
_YIELDING = words("row back retreat climb backtrack walk relent step pull")


def is_no_issue(verb: Token, stance: Stance) -> bool:
    """Whether what the verb goes with is nothing to agree or disagree on: 'offered an update', 'called for a taxi'."""
    lemma = verb.lemma_.lower()
    if stance is Stance.DROPPED_DEMAND:
        return lemma in _YIELDING and any(t.lemma_.lower() in _SCHEDULES for t in _goals(verb))
    if stance is Stance.OPPOSE:
        return lemma in _VOICING and any(t.lemma_.lower() in _MISFORTUNES for c in children(verb, "dobj") for t in _goals(c))
    things = [*children(verb, "dobj", "nsubjpass"), *_goals(verb)]
    if lemma in _ASKING and any(t.lemma_.lower() in _EVERYDAY for t in things):
        return True
    thing = child(verb, "dobj", "nsubjpass")
    if thing is not None and lemma == "back" and any(p.lower_ in ("onto", "into", "out", "through") for p in children(verb, "prep")):
        return True  # 'backed their lorries onto the bridge'
    if thing is not None and stance in _ANSWERS and _is_passing(thing):
        return True
    if thing is not None and stance is Stance.DENY and lemma == "deny" and thing.lemma_.lower() in _DENIED:
        return True  # 'denied entry to reporters'
    if stance is not Stance.OFFER or thing is None:
        return False
    is_told = lemma == "offer" and (thing.lemma_.lower() in _TOLD or (thing.tag_ == "NNS" and has_left(thing, ("few",))))
    is_own = lemma in _SHOWING and any(c.lemma_.lower() in _OWN_COURSES for c in children(thing, "compound", "amod"))
    return is_told or is_own


def _is_passing(thing: Token) -> bool:
    """'a bunch of flowers', 'an interview request', 'a second helping'."""
    parts = (thing, *children(thing, "compound"), *_goals(thing))
    return thing.lemma_.lower() in _PASSING or any(t.lemma_.lower() in ("interview", "flower", "autograph") for t in parts)


def _goals(holder: Token) -> Iterator[Token]:
    """What stands behind a preposition of the word, or behind one of its small words: 'back from such a timetable'."""
    for prep in (*children(holder, "prep"), *(p for c in children(holder, "advmod", "prt") for p in children(c, "prep"))):
        yield from children(prep, "pobj")
