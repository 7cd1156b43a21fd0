"""Verbs by which those who talk come together, stay and part: 'will reconvene', 'are back at the table', 'walked out of talks'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import evolve
from spacy.tokens import Token

from gobetween.model.evidence import MeetingForm, MeetingStatus
from gobetween.reading.scene import Scene
from gobetween.reading.syntax import child, children, has_auxiliary, has_child, has_left, is_negated, subject_of
from gobetween.reading.talks.meetings.courses.own_affairs import is_among_own, is_for_show, is_too_long
from gobetween.reading.talks.meetings.participants import company, who
from gobetween.reading.talks.meetings.parts import Part, clause_of, is_dated, is_only_thought_of, make_part, object_behind, surely
from gobetween.reading.talks.meetings.words import (
    BODIES_OF_MANY,
    ENVOYS,
    MEETING,
    MET_IN_PART,
    POSTS,
    REFUSING,
    REPRESENTING,
    SIDES_BY_NOUN,
    TALKS,
    TALKS_OF_PARTIES,
)
from gobetween.reading.talks.parties import is_both
from gobetween.reading.word_lists import words

_ASSEMBLING = words("reconvene regroup gather assemble huddle convene confer meet")
_TALKING = words("talk negotiate bargain haggle meet sit confer wrestle work huddle labour labor toil")
_COMING = words("appear assemble gather show turn stay remain")
_BACK = words("be return come go get sit")
_LEAVING = words("walk storm leave quit exit abandon")
_BREAKING = words("break")
_STAYING = words("spend")
_LODGING = words("lodge house seat sit keep accommodate quarter put place install")
OTHERS = words(
    """expert official delegate lawmaker counterpart technician commander adviser advisor diplomat pilot executive manager group team
    commission"""
)  # who can talk for others, or among themselves
_PARTED = frozenset({"opposite", "separate", "different", "adjoining", "adjacent", "neighbouring", "neighboring"})
_MANNERS = frozenset({"level", "view", "opinion", "time", "stage", "point", "way", "path", "direction"})
_NEAR = 8  # tokens from a verb to where they sit
_PLURAL_PRONOUNS = frozenset({"they", "both", "all", "we"})
_OUT = frozenset({"out", "away", "from", "of"})
_FOR_LONG = re.compile(
    r"\b(?:for (?:(?:about|some|nearly|almost|over|just|barely|only|more than) )?(?:half )?(?:an?|\w+(?:-\w+)?) (?:hour|minute|day)s?"
    r"|until (?:\w+ ){0,3}(?:dawn|midnight|noon|morning|night|[ap]\.?m\.?)"
    r"|(?:all|through(?:out)?) (?:the )?(?:night|day|weekend)|into the (?:small|early) hours|past midnight|around the clock)\b",
    re.IGNORECASE,
)

_MEETING = frozenset({"meet", "convene", "reconvene"})


def find_sittings(scene: Scene, verb: Token) -> Iterator[Part]:
    """The meeting at which they come together, sit, or which they leave; none for a single body that meets by itself."""
    lemma = verb.lemma_.lower()
    found: Part | None = None
    if (missed := _missed(scene, verb) or (_last_met(scene, verb) if lemma in _MEETING else None)) is not None:
        yield missed
    if is_only_thought_of(verb) or is_negated(verb) or _is_not_done(verb) or is_for_show(verb):
        return
    if (lemma in _BACK | {"expect"} and _is_back(verb)) or (lemma == "resume" and child(verb, "dobj") is None):
        found = _together(scene, verb, "talks")
    elif lemma in ("come", "get") and any(c.lower_ == "together" for c in verb.rights) and _is_for_two(scene, verb):
        is_told = is_dated(scene, clause_of(scene, verb, subject_of(verb))) or object_behind(verb, "in", "at", "under") is not None
        found = _together(scene, verb, "meeting", is_sure=True) if is_told else None
    elif lemma in _ASSEMBLING | {"sit"} and not (lemma == "sit" and _is_apart(verb)) and _is_for_two(scene, verb):
        found = _together(scene, verb, "meeting", is_sure=lemma == "sit")
    elif lemma in ("converge", "descend") and object_behind(verb, "on", "in", "at") is not None and _is_for_two(scene, verb):
        found = _together(scene, verb, "meeting", is_sure=True)
    elif lemma == "be" and _is_at_table(verb) and subject_of(verb) is not None and _is_for_two(scene, verb):
        found = _together(scene, verb, "talks", is_sure=True)
    elif lemma in _LODGING and _is_apart(verb):
        found = _together(scene, verb, "talks", is_sure=True)
        found = None if found is None else evolve(found, mention=evolve(found.mention, form=MeetingForm.INDIRECT))
    elif lemma in _STAYING and not is_too_long(verb) and _is_at_talks(verb):
        found = _together(scene, verb, "talks", is_sure=True)
    elif lemma in _LEAVING | _BREAKING and (talks := _left(verb)) is not None:
        found = _of_leaving(scene, verb, talks)
    elif lemma in _COMING and (goal := object_behind(verb, "for")) is not None and goal.lemma_.lower() in TALKS:
        found = _of_coming_for(scene, verb, goal)
    elif lemma == "shuttle" and object_behind(verb, "between", "among", "from", "to") is not None:
        found = _of_shuttling(scene, verb)
    if found is None and lemma in _TALKING and not _is_of_meeting(verb) and lasts(verb) and _is_for_two(scene, verb):
        found = _together(scene, verb, "talks", is_sure=True)
    if found is not None:
        yield found


def _is_at_table(verb: Token) -> bool:
    """'are still at the negotiating table'."""
    goal = object_behind(verb, "at")
    return goal is not None and goal.lemma_ == "table" and any(c.dep_ in ("amod", "compound") for c in goal.lefts)


def _is_apart(verb: Token) -> bool:
    """'were lodged at opposite ends', 'had sat on separate floors', 'were kept in different hotels'."""
    behind = verb.doc[verb.i + 1 : min(verb.right_edge.i + 1, verb.i + _NEAR)]
    if has_auxiliary(verb, frozenset({"are", "is", "will"})):
        return False  # where they live, and no meeting of theirs
    return any(t.lower_ in _PARTED and t.head.dep_ == "pobj" and t.head.lemma_ not in _MANNERS for t in behind)


def _is_of_meeting(verb: Token) -> bool:
    """'met and talked for three hours': how long one meeting lasted."""
    return verb.dep_ == "conj" and verb.head.lemma_ in MEETING | _ASSEMBLING | _TALKING


def _is_not_done(verb: Token) -> bool:
    return verb.dep_ == "xcomp" and (verb.head.lemma_ in REFUSING or is_negated(verb.head))


def _last_met(scene: Scene, verb: Token) -> Part | None:
    """'have not met since February': they did in February."""
    is_not_since = is_negated(verb) and verb.tag_ == "VBN" and has_child(verb, ("since",), "prep")
    subject = subject_of(verb)
    if not is_not_since or subject is None or not is_of_talkers(scene, subject) or not are_many(scene, subject):
        return None
    tokens = clause_of(scene, verb, subject)
    since = object_behind(verb, "since")
    if since is None or not is_dated(scene, (since.left_edge.i, since.right_edge.i + 1)):
        return None
    return surely(make_part(scene, verb, tokens, [*who(scene, subject), *company(scene, verb)], "meeting"))


def _missed(scene: Scene, verb: Token) -> Part | None:
    """'did not meet on Friday', 'failed to meet on Tuesday': a day on which they were to meet, and did not."""
    if verb.lemma_ not in _MEETING:
        return None
    is_failed = verb.dep_ == "xcomp" and verb.head.lemma_ == "fail" and verb.head.tag_ in ("VBD", "VBN")
    is_not = is_negated(verb) and has_auxiliary(verb, frozenset({"did"}))
    subject = subject_of(verb)
    if not (is_failed or is_not) or not is_of_talkers(scene, subject):
        return None
    if any(t.lower_ in ("since", "until", "before", "again", "once", "ever", "even") for t in verb.subtree) or subject is None:
        return None
    at = verb.head if is_failed else verb
    tokens = clause_of(scene, at, subject)
    part = make_part(scene, verb, tokens, [*who(scene, subject), *who(scene, child(verb, "dobj"))], "meeting")
    met = child(verb, "dobj")
    if not is_dated(scene, tokens) or (met is not None and (met.lemma_ in MET_IN_PART or not is_of_talkers(scene, met))):
        return None  # 'did not meet the deadline'
    off = None if part is None else evolve(part, mention=evolve(part.mention, status=MeetingStatus.CALLED_OFF))
    return surely(off)


def is_of_talkers(scene: Scene, subject: Token | None) -> bool:
    """Whether the subject is of those who talk: a side or several, envoys, persons with a name, or 'they' of such."""
    if subject is None or subject.ent_type_ in ("DATE", "TIME"):
        return False
    lemma = subject.lemma_.lower()
    if subject.lower_ in ("two", "pair", "duo", "trio") and has_left(subject, ("the",)):
        return True
    if subject.lower_ in _PLURAL_PRONOUNS:
        return subject.lower_ == "both" or bool(scene.pair) or bool(who(scene, subject)) or scene.references.who(subject) is not None
    opening = subject.lower_.removesuffix("s") if subject.pos_ == "PROPN" else lemma  # 'Ministers', at the head of a sentence
    if {lemma, opening} & (REPRESENTING | ENVOYS | POSTS | OTHERS | SIDES_BY_NOUN) or is_both(subject):
        return True
    if are_counted_people(subject) or is_body_of_many(subject):
        return True
    referent = scene.references.who(subject)
    return referent is not None and (referent.is_person or referent.actor is not None)


def are_counted_people(subject: Token) -> bool:
    """'the two men', 'both women'."""
    return subject.lemma_ in ("man", "woman") and has_left(subject, ("two", "both", "three"))


def is_body_of_many(subject: Token) -> bool:
    """'the Security Council', 'the Arab League', 'the contact group': where it meets, many sides do."""
    names = (subject, *children(subject, "compound"))
    is_name = subject.pos_ == "PROPN" or subject.lemma_ == "group"
    return is_name and any(t.lower_ in BODIES_OF_MANY for t in names)


def are_many(scene: Scene, subject: Token) -> bool:
    """Whether more than one are meant: in the plural, by name, or a body of many."""
    opening = subject.lower_.removesuffix("s") if subject.lower_.endswith("s") else ""
    is_plural = (
        subject.tag_ in ("NNS", "NNPS")
        or opening in REPRESENTING
        or subject.lower_ in _PLURAL_PRONOUNS | {"two", "pair", "duo", "trio"}
        or any(True for _ in subject.conjuncts)
        or is_body_of_many(subject)
    )
    return is_plural or len(who(scene, subject)) > 1


def _is_for_two(scene: Scene, verb: Token) -> bool:
    """Whether more than one meet: 'the ministers gathered', 'she conferred with'; 'thousands gathered' are nobody's envoys."""
    subject = subject_of(verb)
    if subject is None or child(verb, "dobj") is not None or not is_of_talkers(scene, subject) or is_among_own(verb, subject):
        return False
    partner = object_behind(verb, "with")
    if partner is not None:
        return is_of_talkers(scene, partner)
    return are_many(scene, subject)


def _is_back(verb: Token) -> bool:
    """'will be back on Friday', 'are due back at the table', 'return on Monday'."""
    near = [*verb.children, *(c for a in children(verb, "acomp", "xcomp", "advmod") for c in a.children)]
    is_back = verb.lemma_ == "return" or any(c.lower_ == "back" for c in near)
    if verb.lemma_ == "expect" and child(verb, "auxpass") is None:
        return False
    return is_back and child(verb, "dobj") is None and not _goes_elsewhere(verb)


def _goes_elsewhere(verb: Token) -> bool:
    if object_behind(verb, "with") is not None and verb.lemma_ == "come":
        return True  # 'come back with an answer'
    goal = object_behind(verb, "to", "from", "in", "at")
    return goal is not None and goal.lemma_.lower() not in TALKS | {"table", "room"} and goal.ent_type_ not in ("DATE", "TIME")


def _together(scene: Scene, verb: Token, kind: str, *, is_sure: bool = False) -> Part | None:
    subject = subject_of(verb)
    if not is_of_talkers(scene, subject):
        return None
    if kind == "talks" and verb.lemma_ in _BACK | {"resume"} and subject is not None and not are_many(scene, subject):
        return None
    tokens = clause_of(scene, verb, subject)
    people = [*who(scene, subject), *company(scene, verb)]
    if verb.lemma_ in _BACK | {"resume"} and not is_sure and not is_dated(scene, tokens):
        return None
    part = make_part(scene, verb, tokens, people, kind)
    is_with = object_behind(verb, "with") is not None
    return surely(part, is_sure or is_with or is_dated(scene, tokens))


def _is_at_talks(verb: Token) -> bool:
    """'spent nine days in Oslo without sitting in one room', 'spent the night negotiating', 'spent an hour with the mayor'."""
    time, subject = child(verb, "dobj"), subject_of(verb)
    if time is None or time.ent_type_ not in ("DATE", "TIME") or subject is None:
        return False
    is_sent = subject.lemma_.lower() in REPRESENTING | ENVOYS
    is_there = object_behind(verb, "in", "at", "inside") is not None and is_sent
    return is_there or any(t.lemma_.lower() in TALKS | {"negotiate", "closet", "bargain"} for t in verb.subtree)


def _left(verb: Token) -> Token | None:
    """The talks or the table that they leave: 'walked out of pay talks', 'left the table', 'broke off negotiations'."""
    if verb.lemma_ in _BREAKING and not has_child(verb, ("off",)):
        return None
    thing = child(verb, "dobj")
    if thing is None:
        thing = next((t for t in verb.subtree if t.i > verb.i and t.dep_ == "pobj" and t.head.lower_ in _OUT), None)
    return thing if thing is not None and thing.lemma_.lower() in TALKS_OF_PARTIES | {"table"} else None


def _of_leaving(scene: Scene, verb: Token, talks: Token) -> Part | None:
    """Who leaves talks that day was there."""
    subject = subject_of(verb)
    if subject is None or subject.pos_ not in ("NOUN", "PROPN", "PRON"):
        return None
    tokens = clause_of(scene, verb, subject)
    if not is_dated(scene, tokens) or verb.tag_ not in ("VBD", "VBN"):
        return None
    part = surely(make_part(scene, verb, tokens, [*who(scene, subject), *company(scene, talks)], "talks", noun=talks))
    is_past = part is not None and part.mention.status is MeetingStatus.HELD
    return part if is_past else None


def _of_coming_for(scene: Scene, verb: Token, talks: Token) -> Part | None:
    """'is expected to appear for consultations with the mediators'."""
    subject = subject_of(verb)
    tokens = clause_of(scene, verb, subject)
    if not is_of_talkers(scene, subject) or not (is_dated(scene, tokens) or company(scene, talks)):
        return None
    return surely(make_part(scene, verb, tokens, [*who(scene, subject), *company(scene, talks)], "talks", noun=talks))


def _of_shuttling(scene: Scene, verb: Token) -> Part | None:
    """One who goes from room to room, between sides that do not meet."""
    subject = subject_of(verb)
    between = object_behind(verb, "between", "among", "from", "to")
    if not is_of_talkers(scene, subject):
        return None
    part = surely(make_part(scene, verb, clause_of(scene, verb, subject), [*who(scene, subject), *who(scene, between)], "talks"))
    return None if part is None else evolve(part, mention=evolve(part.mention, form=MeetingForm.INDIRECT))


def lasts(verb: Token) -> bool:
    """Whether words for a length of time stand behind the verb: 'talked for two hours', 'sat until dawn'."""
    behind = verb.doc[verb.i : verb.right_edge.i + 1].text
    return _FOR_LONG.search(" ".join(behind.split())) is not None
