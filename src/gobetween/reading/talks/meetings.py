"""Meetings, rounds of talks, visits and contacts: who, where, when, and whether they are behind, under way or ahead."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve
from spacy.tokens import Token

from gobetween.model.dates import When
from gobetween.model.evidence import MeetingMention, MeetingStatus
from gobetween.reading.scene import Scene
from gobetween.reading.syntax import child, children, is_negated, subject_of
from gobetween.reading.talks.agents import clause_tokens
from gobetween.reading.talks.meeting_status import form_of, is_planned, status_of
from gobetween.reading.talks.meeting_words import (
    CALLING,
    CARRYING,
    HAPPENING,
    HOLDING,
    MEETING,
    PLACING,
    PLANNING,
    REFUSING,
    TALKS,
    TEXTS,
    TRAVELLING,
    VISITS,
    WITH,
)
from gobetween.reading.talks.participants import company, hearer_of, persons, place_among, place_of, who


def find_meetings(scene: Scene, published: When) -> tuple[MeetingMention, ...]:
    """All meetings in reading order; two readings of the same words are one."""
    found: list[tuple[int, int, MeetingMention]] = []
    for token in scene.doc:
        if token.pos_ in ("SPACE", "PUNCT") or (scene.quoted.at(token) >= 0 and token.pos_ != "NOUN"):
            continue
        for first, last, meeting in _of_token(scene, token):
            if found and first < found[-1][1] and not _is_apart(found[-1], first, last):
                continue
            both = _both(scene, first, last, found)
            if len(both) + len(meeting.participants) >= 2 or meeting.place or meeting.kind == "contact":
                others = (each for each in meeting.participants if not both or each not in scene.pair)
                full = evolve(meeting, participants=tuple(dict.fromkeys((*both, *others))))
                found.append((first, last, _told_by_date(full, published)))
    return tuple(meeting for _, _, meeting in found)


def _both(scene: Scene, first: int, last: int, found: list[tuple[int, int, MeetingMention]]) -> tuple[str, ...]:
    """'The two delegations' are those who met in the meeting before."""
    opening = [t.lower_ for t in scene.doc[first : min(first + 4, last)]]
    if (
        found
        and set(opening) & {"two", "both"}
        and set(opening) & {"delegations", "sides", "parties", "teams", "leaders", "officials", "men", "women"}
    ):
        return found[-1][2].participants
    return ()


def _is_apart(before: tuple[int, int, MeetingMention], first: int, last: int) -> bool:
    return last <= before[0] or first >= before[1]


def _told_by_date(meeting: MeetingMention, published: When) -> MeetingMention:
    """A meeting told in the present whose day is yet to come is planned, and a visit for that very day too."""
    day, today = meeting.when.earliest, published.latest
    if meeting.status is not MeetingStatus.ONGOING or day is None or today is None:
        return meeting
    if day > today or (day == today and meeting.kind == "visit"):
        return evolve(meeting, status=MeetingStatus.PLANNED)
    return meeting


def _of_token(scene: Scene, token: Token) -> Iterator[tuple[int, int, MeetingMention]]:
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB":
        if lemma in MEETING or (lemma == "discuss" and any(c.lower_ == "with" for c in children(token, "prep"))):
            yield from _of_verb(scene, token, "meeting")
        elif lemma in HOLDING and (noun := _held(token)) is not None:
            yield from _of_verb(scene, token, _kind_of(noun), noun)
        elif lemma == "return" and any(t.lemma_ == "table" for p in children(token, "prep") for t in children(p, "pobj")):
            yield from _of_verb(scene, token, "talks")
        elif lemma in TRAVELLING and token.dep_ not in ("acl", "amod"):
            yield from _of_visit(scene, token)
        elif (lemma in CALLING and (hearer := child(token, "dobj")) is not None and child(token, "ccomp", "oprd", "xcomp") is None) or (
            lemma in ("tell", "urge", "stress", "warn", "speak") and (hearer := hearer_of(token)) is not None
        ):
            yield from _of_contact(scene, token, hearer)
        elif lemma == "join" and is_planned(token):
            yield from _of_joining(scene, token)
        elif lemma in CARRYING:
            yield from _of_handing_over(scene, token)
    elif token.pos_ in ("NOUN", "PROPN"):
        if lemma in TALKS and token.dep_ != "compound":
            yield from _of_talks(scene, token)
        elif lemma in VISITS and token.dep_ != "compound":
            yield from _of_trip(scene, token)
    if token.pos_ == "VERB" and lemma == "join" and child(token, "dobj") is not None and not _held(token):
        yield from _of_joining(scene, token)


def _held(verb: Token) -> Token | None:
    """The talks that a verb holds, begins or joins: its object, or behind 'part in'."""
    noun = child(verb, "dobj")
    if noun is None:
        return None
    if noun.lemma_ in TALKS and (verb.lemma_ != "take"):
        return noun
    if verb.lemma_ == "take" and noun.lemma_ == "part":
        prep = next((c for c in (*children(noun, "prep"), *children(verb, "prep")) if c.lower_ == "in"), None)
        goal = child(prep, "pobj") if prep is not None else None
        return goal if goal is not None and goal.lemma_ in TALKS else None
    return None


def _kind_of(noun: Token) -> str:
    return "meeting" if noun.lemma_.lower() in ("meeting", "summit", "session", "conference") else "talks"


def _of_verb(scene: Scene, verb: Token, kind: str, noun: Token | None = None) -> Iterator[tuple[int, int, MeetingMention]]:
    if is_negated(verb) or (verb.dep_ == "xcomp" and verb.head.lemma_ in REFUSING):
        return
    subject = subject_of(verb)
    people = who(scene, subject) + company(scene, verb) + (company(scene, noun) if noun is not None else [])
    if verb.lemma_ == "meet" and (met := child(verb, "dobj")) is not None:
        people += who(scene, met)
        if met.lemma_ in ("demand", "need", "deadline", "goal", "target", "requirement", "standard", "condition", "objective"):
            return
    first, last = clause_tokens(verb)
    if subject is not None and subject.i < verb.i and verb.i - subject.i < 25:
        first = min(first, subject.left_edge.i)
    yield from _meeting(scene, verb, (_with_date_before(scene, first), last), people, kind, noun)


def _of_visit(scene: Scene, verb: Token) -> Iterator[tuple[int, int, MeetingMention]]:
    place = place_of(scene, verb)
    subject = subject_of(verb)
    people = who(scene, subject)
    talks = any(
        t.lemma_.lower() in TALKS or t.lemma_ in ("meet", "negotiate", "discuss", "visit")
        for t in scene.doc[verb.i : verb.right_edge.i + 1]
    )
    is_visit = verb.lemma_ == "visit" and child(verb, "dobj") is not None
    is_journey = is_planned(verb) and any(c.lower_ == "to" for c in children(verb, "prep")) and _is_envoy(scene, subject)
    if place is None or subject is None or not people or not (talks or is_visit or is_journey):
        return
    first, last = clause_tokens(verb)
    first = min(first, subject.left_edge.i) if subject.i < verb.i else first
    people += [name for d in children(verb, "advcl", "xcomp") for name in company(scene, d)]
    yield from _meeting(scene, verb, (_with_date_before(scene, first), last), people, "visit", None)


def _is_envoy(scene: Scene, subject: Token | None) -> bool:
    """Whether a named person with a post, or an envoy by title, travels."""
    referent = scene.references.who(subject) if subject is not None else None
    return referent is not None and referent.is_person and any(office.person.name == referent.name for office in scene.offices)


def _of_contact(scene: Scene, verb: Token, hearer: Token) -> Iterator[tuple[int, int, MeetingMention]]:
    people, others = persons(scene, subject_of(verb)), persons(scene, hearer)
    if people and others:
        first, last = clause_tokens(verb)
        yield from _meeting(scene, verb, (first, last), people + others, "contact", None)


def _of_handing_over(scene: Scene, verb: Token) -> Iterator[tuple[int, int, MeetingMention]]:
    """A text carried to a side or a place: 'carried the draft to Oslo', 'the proposals were to be given to Canadian officials'."""
    is_passive = child(verb, "auxpass") is not None
    text = subject_of(verb) if is_passive else child(verb, "dobj")
    near = [*children(verb, "prep", "dative"), *(children(text, "prep") if text is not None else ())]
    to = next((p for p in near if p.lower_ in ("to", "between")), None)
    goal = child(to, "pobj") if to is not None else child(verb, "dative")
    if text is None or text.lemma_ not in TEXTS or goal is None or is_negated(verb):
        return
    agent = child(verb, "agent")
    giver = child(agent, "pobj") if agent is not None else None if is_passive else subject_of(verb)
    first, last = clause_tokens(verb)
    if giver is not None and giver.i < verb.i:
        first = min(first, giver.left_edge.i)
    if people := who(scene, giver) + who(scene, goal):
        for start, end, meeting in _meeting(scene, verb, (first, last), people, "contact", None):
            yield start, end, evolve(meeting, status=_handed(verb, meeting.status))


def _handed(verb: Token, status: MeetingStatus) -> MeetingStatus:
    """'were to be given' is still to come."""
    is_to_be = verb.dep_ == "xcomp" and verb.head.lemma_ == "be"
    return MeetingStatus.PLANNED if is_to_be else status


def _of_joining(scene: Scene, verb: Token) -> Iterator[tuple[int, int, MeetingMention]]:
    subject, joined = subject_of(verb), child(verb, "dobj")
    people = who(scene, subject)
    if not people or joined is None or subject is None:
        return
    if joined.pos_ == "PRON" or joined.lemma_ in ("mediator", "delegation", "party", "side", "official"):
        first = subject.left_edge.i
        yield from _meeting(scene, verb, (first, clause_tokens(verb)[1]), people + who(scene, joined), "talks", None)


def _of_talks(scene: Scene, noun: Token) -> Iterator[tuple[int, int, MeetingMention]]:
    """Talks as a thing: 'indirect negotiations in X between A and B', 'talks resumed in X on Saturday'."""
    people = company(scene, noun) + [name for owner in children(noun, "poss") for name in who(scene, owner)]
    verb = noun.head
    is_subject = noun.dep_ in ("nsubj", "nsubjpass")
    if (clause := child(noun, "acl")) is not None and clause.tag_ == "VBG" and clause.lemma_ in HAPPENING:
        verb, is_subject = clause, True
    is_set = verb.lemma_ in PLANNING and noun.dep_ == "nsubjpass"
    happens = is_subject and (verb.lemma_ in HAPPENING or is_set) and not is_negated(verb)
    place = place_of(scene, noun) or (place_of(scene, verb) if happens else None)
    if len(people) >= 2 and (place or is_subject):
        last = max([noun.i + 1, *(p.right_edge.i + 1 for p in children(noun, "prep") if p.lower_ in WITH | PLACING)])
        for first, end, meeting in _meeting(scene, noun, (noun.left_edge.i, last), people, "talks", noun):
            when = scene.when(noun.i, clause_tokens(verb)[1]) if happens and meeting.when.is_unknown else meeting.when
            yield first, end, evolve(meeting, when=when)
    elif happens and place and verb.lemma_ != "be":
        yield from _meeting(scene, verb, (noun.left_edge.i, clause_tokens(verb)[1]), people, _kind_of(noun), noun)


def _of_trip(scene: Scene, noun: Token) -> Iterator[tuple[int, int, MeetingMention]]:
    owner = child(noun, "poss")
    people = who(scene, owner) if owner is not None else []
    for prep in children(noun, "prep"):
        if prep.lower_ in ("by", "of"):
            people += who(scene, child(prep, "pobj"))
    place = place_of(scene, noun)
    inner = next((t for t in scene.doc[noun.i + 1 : noun.right_edge.i + 1] if t.lemma_ in VISITS), None)
    place = (place_of(scene, inner) if inner is not None else None) or place
    if people and place:
        yield from _meeting(scene, noun, (noun.left_edge.i, noun.right_edge.i + 1), people, "visit", noun)


def _meeting(
    scene: Scene, at: Token, words: tuple[int, int], people: list[str], kind: str, noun: Token | None
) -> Iterator[tuple[int, int, MeetingMention]]:  # each is a part of what is said
    names = tuple(dict.fromkeys(people))
    if not names and place_of(scene, at) is None and (noun is None or place_of(scene, noun) is None):
        return
    passage = scene.passage(*words)
    if passage is None:
        return
    place = place_of(scene, at) or (place_of(scene, noun) if noun is not None else None)
    if kind == "visit" and noun is not None:
        inner = next((t for t in scene.doc[noun.i + 1 : noun.right_edge.i + 1] if t.lemma_ in VISITS), None)
        place = (place_of(scene, inner) if inner is not None else None) or place
    if place is None and kind in ("talks", "meeting"):
        place = place_among(scene, words)
    when = scene.when(*words)
    if when.is_unknown:
        when = scene.when(at.sent.start, words[0])
    form = form_of(scene, words)
    yield words[0], words[1], MeetingMention(passage, names, kind=kind, place=place, when=when, status=status_of(at), form=form)


def _with_date_before(scene: Scene, first: int) -> int:
    """The sentence's start where only words for a time stand between it and `first`: 'On Wednesday, ...'."""
    start = scene.doc[first].sent.start
    lead = scene.doc[start:first]
    if 0 < len(lead) <= 4 and any(t.ent_type_ in ("DATE", "TIME") for t in lead):
        return start
    return first
