"""Verbs of meeting: who meets, sees, receives, sits down with, holds talks with, or brings together whom."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve
from spacy.tokens import Token

from gobetween.model.evidence import MeetingForm
from gobetween.reading.scene import Scene
from gobetween.reading.syntax import child, child_called, children, has_child, has_left, subject_of
from gobetween.reading.talks.meetings.courses.own_affairs import (
    is_aim,
    is_among_own,
    is_for_show,
    is_internal,
    is_of_own,
    is_own_body,
    is_too_long,
    tells_who,
)
from gobetween.reading.talks.meetings.courses.wishes import is_wished
from gobetween.reading.talks.meetings.encounters.receptions import (
    is_back_on_a_day,
    of_bringing_together,
    of_invitation,
    of_receiving,
    where_they_meet,
)
from gobetween.reading.talks.meetings.encounters.repeats import parted
from gobetween.reading.talks.meetings.encounters.sittings import OTHERS, are_counted_people, is_body_of_many, is_of_talkers
from gobetween.reading.talks.meetings.encounters.tables import directly, is_back_at_table, is_with_each_other
from gobetween.reading.talks.meetings.encounters.two_sides import are_joined, are_of_both, are_people, is_of_two, is_posted
from gobetween.reading.talks.meetings.participants import company, who
from gobetween.reading.talks.meetings.parts import (
    Part,
    clause_of,
    further_guests,
    has_near,
    is_dated,
    is_refused,
    kind_of,
    make_part,
    object_behind,
    partner_of,
    surely,
)
from gobetween.reading.talks.meetings.status import is_planned
from gobetween.reading.talks.meetings.words import (
    AT_ONE_TABLE,
    CALLS,
    GATHERING,
    HOLDING,
    LASTING,
    MEALS,
    MEETING,
    MET_IN_PART,
    PHONES,
    POSTS,
    RECEIVING,
    REPRESENTING,
    TABLES,
    TALKS,
    TOGETHER,
)
from gobetween.reading.talks.parties import is_both

_GIVING = frozenset(
    {"hold", "host", "conduct", "convene", "have", "chair", "begin", "start", "resume", "open", "conclude", "attend", "join", "launch"}
)
_AT_TIMES = frozenset({"previously", "earlier", "twice", "again", "separately", "briefly", "repeatedly", "already", "late", "together"})
_SHUT_IN = frozenset({"closet", "ensconce", "huddle"})
_COUNTS = frozenset({"several", "many", "numerous", "repeated", "two"})
_CHAIRING = frozenset({"facilitate", "mediate", "moderate", "oversee", "chair", "broker"})
_ENGAGING = frozenset({"engage", "participate", "partake", "enter", "be", "attend", "lock", "embroil"})


def find_gatherings(scene: Scene, verb: Token) -> Iterator[Part]:
    """The meeting that the verb tells, if it tells one."""
    lemma = verb.lemma_.lower()
    found: Part | None = None
    if lemma in ("negotiate", "talk") and _is_begun(scene, verb):
        found = _of_verb(scene, verb, "talks", is_sure=True)
    elif (
        lemma in MEETING
        or (lemma in ("discuss", "raise") and partner_of(verb) is not None)
        or (lemma == "convene" and child(verb, "dobj") is None)
    ):
        found = _of_verb(scene, verb, "meeting")
    elif lemma in ("discuss", "exchange", "debate", "review") and _is_among_them(scene, verb):
        found = _of_verb(scene, verb, "meeting", is_sure=True)
    elif lemma == "attend" and child(verb, "dobj") is None and is_of_talkers(scene, subject_of(verb)):
        found = _of_verb(scene, verb, "meeting", is_sure=is_planned(verb) or verb.tag_ == "VBD")
    elif lemma in _CHAIRING and (noun := child(verb, "dobj")) is not None and noun.lemma_.lower() in TALKS:
        found = (
            None if is_aim(verb) else _of_verb(scene, verb, kind_of(noun), noun, is_sure=_is_chaired_now(verb) and not is_of_own(noun))
        )
    elif lemma == "spend" and not is_too_long(verb) and (partner := partner_of(verb)) is not None and are_people(scene, partner):
        found = _of_verb(scene, verb, "meeting", is_sure=True)
    elif lemma in _ENGAGING and (noun := _engaged(verb, lemma)) is not None:
        found = _of_verb(scene, verb, kind_of(noun), noun, is_sure=_is_of_named(scene, verb, noun))
    elif lemma in HOLDING and (noun := held(verb)) is not None:
        is_left = _is_by_the_way(scene, verb, noun) or (is_of_own(noun) and has_left(noun, ("its", "their"), "poss"))
        found = None if is_left else _of_verb(scene, verb, kind_of(noun), noun)
    elif lemma in ("return", "go", "come", "be", "get", "sit") and is_back_at_table(scene, verb):
        found = _of_verb(scene, verb, "talks", is_sure=True)
    elif lemma == "sit" and (has_near(verb, TOGETHER | TABLES) or object_behind(verb, "with") is not None):
        found = _of_verb(scene, verb, "meeting", is_sure=True)
    elif lemma in _SHUT_IN and child(verb, "auxpass") is not None and (partner := partner_of(verb)) is not None:
        found = _of_verb(scene, verb, "meeting", is_sure=are_people(scene, partner))
    elif is_with_each_other(verb, lemma):
        found = surely(directly(_of_verb(scene, verb, "meeting", is_sure=True)))
    elif lemma == "call" and (guest := _called_on(scene, verb)) is not None:
        found = _of_visiting(scene, verb, guest)
    elif lemma in RECEIVING:
        found = of_receiving(scene, verb)
    elif lemma in GATHERING and has_near(verb, TOGETHER | TABLES, within=12):
        found = of_bringing_together(scene, verb)
    elif lemma in CALLS and (noun := child(verb, "dobj")) is not None and _is_called_for(scene, verb, noun):
        found = of_invitation(scene, verb, noun)
    elif lemma in ("call", "ask", "invite") and is_back_on_a_day(scene, verb):
        found = of_invitation(scene, verb, verb)
    elif lemma in CALLS and (noun := where_they_meet(verb)) is not None:
        found = of_invitation(scene, verb, noun)
    if found is not None:
        yield from parted(scene, verb, found) if lemma in ("meet", "see", "receive") else (found,)


def held(verb: Token) -> Token | None:
    """The talks that a verb holds, begins or joins: its object, or behind 'part in'; a meal only with someone."""
    noun = child(verb, "dobj")
    if noun is None:
        return None
    if noun.lemma_ in TALKS and (verb.lemma_ != "take"):
        return noun
    of = child_called(noun, ("of",), "prep") if noun.lemma_ in LASTING else None
    if of is not None and (talks := child(of, "pobj")) is not None and talks.lemma_ in TALKS:
        return talks  # 'held a third day of talks'
    if noun.lemma_ == "roundtable" or (noun.lemma_ == "table" and has_left(noun, ("round",))):
        return noun
    if noun.lemma_ == "call" and any(c.lower_ in ("phone", "telephone", "video", "conference") for c in noun.lefts):
        return noun
    if noun.lemma_ in MEALS and any(t.lower_ in ("with", "between") and t.dep_ == "prep" for t in verb.subtree):
        return noun
    if verb.lemma_ == "take" and noun.lemma_ == "part":
        prep = next((c for c in (*children(noun, "prep"), *children(verb, "prep")) if c.lower_ == "in"), None)
        goal = child(prep, "pobj") if prep is not None else None
        return goal if goal is not None and goal.lemma_ in TALKS else None
    return None


def _of_verb(scene: Scene, verb: Token, kind: str, noun: Token | None = None, *, is_sure: bool = False) -> Part | None:
    if is_refused(verb) or (noun is not None and (tells_who(scene, verb, noun) or is_internal(noun))) or is_for_show(verb):
        return None
    subject = subject_of(verb)
    if subject is not None and any(c.lower_ in ("neither", "no") for c in subject.lefts):
        return None
    if verb.lemma_ in MEETING | {"convene"} and is_among_own(verb, subject):
        return None
    people = who(scene, subject) + company(scene, verb) + (company(scene, noun) if noun is not None else [])
    if verb.lemma_ == "host" and verb.dep_ == "relcl" and noun is not None and not company(scene, noun):
        if not scene.pair or set(people) & set(scene.pair):
            return None  # 'Norway, which hosts the talks together with Oman': says who hosts, and of no meeting
        people = [*scene.pair, *people]
    if verb.lemma_ in ("discuss", "raise", "spend"):
        partner = partner_of(verb)
        people += who(scene, partner)
        is_placed = is_dated(scene, (verb.i, verb.right_edge.i + 1))
        is_sure = is_sure or (partner is not None and are_people(scene, partner) and is_placed and is_of_talkers(scene, subject))
    if verb.lemma_ == "meet" and (met := _met(verb)) is not None:
        people += [name for each in (met, *further_guests(verb)) for name in who(scene, each)]
        if met.lemma_ in MET_IN_PART or is_own_body(scene, met, subject):
            return None
        is_someone = bool(people) or is_posted(subject) or (subject is not None and subject.lower_ in ("he", "she", "they"))
        is_sure = is_someone and (are_people(scene, met) or is_posted(met))
    elif verb.lemma_ == "meet" and people and any(phrase in verb.sent.text.lower() for phrase in AT_ONE_TABLE):
        is_sure = True
    elif verb.lemma_ in ("meet", "confer") and (people or is_planned(verb)) and (goal := object_behind(verb, "with")) is not None:
        is_sure = are_people(scene, goal) or is_posted(goal)
    elif verb.lemma_ == "meet" and noun is None and _are_many(subject):
        is_sure = is_dated(scene, (verb.sent.start, clause_of(scene, verb, subject)[1])) or _is_somewhere(verb) or _is_at_times(verb)
    elif noun is not None and (_are_counted(verb, noun) or _is_held_by_named(scene, verb, noun, subject)):
        is_sure = True
    elif noun is not None and verb.lemma_ == "continue" and verb.tag_ == "VBG" and subject is not None and any(subject.conjuncts):
        is_sure = not is_of_own(noun)  # 'the firm and its pilots are continuing negotiations'
    elif noun is not None and (verb.lemma_ not in ("continue", "lead", "join", "attend") or _is_joined(verb, noun)):
        words_of = min(verb.i, noun.left_edge.i), max(verb.right_edge.i, noun.right_edge.i) + 1
        is_sure = is_sure or (is_dated(scene, words_of) and not is_of_own(noun))
    part = make_part(scene, verb, clause_of(scene, verb, subject), people, kind, noun=noun)
    if part is not None and part.mention.form is MeetingForm.UNSAID and is_of_two(scene, verb, subject, noun):
        part = evolve(part, mention=evolve(part.mention, form=MeetingForm.DIRECT))
    return surely(part, is_sure)


def _met(verb: Token) -> Token | None:
    """Whom they meet; 'each of the sides' are the sides."""
    met = child(verb, "dobj")
    of = child_called(met, ("of",), "prep") if met is not None and met.lower_ in ("each", "both", "all", "some") else None
    return child(of, "pobj") if of is not None else met


def _engaged(verb: Token, lemma: str) -> Token | None:
    """'engage in talks with', 'participate in the session', 'will be present at the meeting', 'is in talks with'."""
    holders = [verb, *(c for c in children(verb, "acomp") if c.lower_ in ("present", "involved", "engaged", "locked"))]
    if lemma == "be" and len(holders) == 1 and not has_child(verb, ("in",), "prep"):
        return None
    for holder in reversed(holders):
        prep = child_called(holder, ("in", "into", "at"), "prep")
        goal = child(prep, "pobj") if prep is not None else None
        if goal is not None and goal.lemma_.lower() in TALKS and not is_wished(goal):
            return goal
    return None


def _is_begun(scene: Scene, verb: Token) -> bool:
    """'started negotiating again on Tuesday': two or more, on a day."""
    over, subject = verb.head, subject_of(verb)
    is_begun = verb.tag_ == "VBG" and verb.dep_ == "xcomp" and over.lemma_ in ("start", "begin", "resume", "continue", "finish")
    is_of_two = subject is not None and (any(True for _ in subject.conjuncts) or _are_many(subject))
    return is_begun and is_of_two and is_of_talkers(scene, subject) and is_dated(scene, (verb.sent.start, over.right_edge.i + 1))


def _called_on(scene: Scene, verb: Token) -> Token | None:
    """The one whom somebody calls on: 'called on the president'; who is called on to do something is not visited."""
    guest = object_behind(verb, "on")
    if guest is None or child(verb, "dobj", "xcomp", "advcl", "ccomp", "prt") is not None or any(t.tag_ == "TO" for t in guest.subtree):
        return None
    referent = scene.references.who(guest)
    is_known = is_posted(guest) or (referent is not None and referent.is_person)
    return guest if is_known and guest.tag_ in ("NN", "NNP") and not any(t.lower_ == "to" for t in verb.subtree) else None


def _of_visiting(scene: Scene, verb: Token, guest: Token) -> Part | None:
    subject = subject_of(verb)
    if is_refused(verb) or not is_of_talkers(scene, subject):
        return None
    people = [*who(scene, subject), *who(scene, guest)]
    return surely(make_part(scene, verb, clause_of(scene, verb, subject), people, "meeting"), bool(people))


def _is_among_them(scene: Scene, verb: Token) -> bool:
    """'The two ministers discussed the dam on Monday': those of two sides, on a day or with one another."""
    subject = subject_of(verb)
    is_told = verb.tag_ in ("VBD", "VBN") or (verb.lemma_ in ("discuss", "debate") and is_planned(verb))
    if subject is None or not is_told or child(verb, "dobj") is None or child(verb, "agent") is not None:
        return False
    is_of_both = is_both(subject) or are_joined(subject) or (subject.tag_ == "NNS" and has_left(subject, ("two", "both")))
    are_sides = subject.lower_ in ("sides", "parties", "pair", "two") and has_left(subject, ("the",))
    is_of_two_parties = len(set(who(scene, subject))) > 1
    return (
        (is_of_both or are_sides or is_of_two_parties)
        and is_of_talkers(scene, subject)
        and (is_dated(scene, clause_of(scene, verb, subject)) or any(t.lemma_.lower() in PHONES for t in verb.subtree))
    )


def _is_chaired_now(verb: Token) -> bool:
    """'is facilitating the meeting', 'mediated the talks on Friday'; 'mediates talks' says what somebody does for a living."""
    is_going_on = verb.tag_ == "VBG" and any(c.dep_ == "aux" and c.lemma_ == "be" for c in verb.children)
    is_dated_past = any(t.ent_type_ == "DATE" for t in verb.doc[verb.i : verb.right_edge.i + 1])
    return is_going_on or is_dated_past or any(c.tag_ == "MD" and c.lower_ == "will" for c in verb.children)


def _is_of_named(scene: Scene, verb: Token, noun: Token) -> bool:
    """Whether one of those who talk is in talks with another, or will be at talks."""
    subject = subject_of(verb)
    if not is_of_talkers(scene, subject) or is_of_own(noun):
        return False
    partner = partner_of(verb) or object_behind(noun, "with")
    return (partner is not None and is_of_talkers(scene, partner)) or (verb.lemma_ != "be" or child(verb, "acomp") is not None)


def _is_by_the_way(scene: Scene, verb: Token, noun: Token) -> bool:
    """'their thanks for hosting the meeting', 'to restart the dialogue': known already, and neither day nor place is told."""
    is_aim = verb.tag_ == "VB" and verb.dep_ in ("advcl", "conj") and (verb.dep_ == "advcl" or verb.head.dep_ == "advcl")
    is_how = verb.tag_ == "VB" and has_left(verb, ("how", "whether", "when", "where")) and not is_planned(verb)
    is_gerund = is_aim or is_how or (verb.tag_ == "VBG" and verb.dep_ in ("pcomp", "advcl", "acl") and child(verb, "aux") is None)
    is_known = has_left(noun, ("the", "this", "that", "these"))
    return is_gerund and is_known and not company(scene, noun) and not is_dated(scene, (verb.i, noun.right_edge.i + 1))


def _is_held_by_named(scene: Scene, verb: Token, noun: Token, subject: Token | None) -> bool:
    """'The minister hosted talks on the dam': one of those who talk holds a meeting that is told of for the first time."""
    is_new = not has_left(noun, ("the", "this", "that", "these", "those", "such", "its"))
    is_now = verb.tag_ == "VBG" and any(c.dep_ == "aux" and c.lemma_ == "be" for c in verb.children)  # 'is hosting the meeting'
    is_plain = verb.lemma_ in _GIVING and (is_new or is_now) and not is_of_own(noun) and (verb.tag_ != "VB" or is_planned(verb))
    return is_plain and is_of_talkers(scene, subject)


def _are_counted(verb: Token, noun: Token) -> bool:
    """'held 60 rounds of talks', 'have held several meetings'."""
    if verb.lemma_ != "hold" or verb.tag_ not in ("VBD", "VBN"):
        return False
    whole = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    return whole.tag_ == "NNS" and (has_left(whole, _COUNTS) or child(whole, "nummod") is not None)


def _is_called_for(scene: Scene, verb: Token, noun: Token) -> bool:
    """'has called a plenary for Friday', 'called an emergency summit for Saturday'."""
    day = object_behind(verb, "for") or object_behind(noun, "for")
    return noun.lemma_.lower() in TALKS and day is not None and is_dated(scene, (day.left_edge.i, day.right_edge.i + 1))


def _is_joined(verb: Token, noun: Token) -> bool:
    """'joined the talks by video on Wednesday'."""
    is_done = verb.tag_ in ("VBD", "VBN", "VBG") or is_planned(verb)
    return verb.lemma_ in ("join", "attend") and is_done and noun.lemma_.lower() in TALKS


def _are_many(subject: Token | None) -> bool:
    """'negotiators', 'the two sides', 'they': several who can meet one another."""
    return subject is not None and (
        (subject.tag_ == "NNS" and subject.lemma_.lower() in REPRESENTING | POSTS | OTHERS)
        or subject.lower_ in ("they", "both")
        or _is_group_of(subject)
        or (subject.lower_ in ("two", "pair") and has_left(subject, ("the",)))
        or are_counted_people(subject)
        or is_body_of_many(subject)
        or are_of_both(subject)
    )


def _is_at_times(verb: Token) -> bool:
    """'met earlier', 'have met twice'."""
    return has_child(verb, _AT_TIMES, "advmod")


def _is_somewhere(verb: Token) -> bool:
    """'met inside a protected area', 'met at the palace', 'met behind closed doors'."""
    goals = [child(p, "pobj") for p in children(verb, "prep") if p.lower_ in ("in", "at", "inside", "near", "on", "behind", "aboard")]
    return any(g is not None and (g.pos_ == "PROPN" or g.lemma_ == "door" or child(g, "det", "poss") is not None) for g in goals)


def _is_group_of(subject: Token) -> bool:
    """'a small group of negotiators', 'members of the two teams'."""
    goals = (goal for p in children(subject, "prep") if p.lower_ == "of" for goal in children(p, "pobj"))
    return subject.lemma_.lower() in ("group", "number", "handful", "member") and any(
        goal.lemma_.lower() in REPRESENTING | POSTS | OTHERS for goal in goals
    )
