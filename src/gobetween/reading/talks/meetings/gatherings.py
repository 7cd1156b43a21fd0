"""Verbs of meeting: who meets, sees, receives, sits down with, holds talks with, or brings together whom."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve
from spacy.tokens import Token

from gobetween.model.evidence import MeetingForm, MeetingStatus
from gobetween.reading.scene import Scene
from gobetween.reading.syntax import child, children, is_negated, subject_of
from gobetween.reading.talks.agents import is_both, parties_of
from gobetween.reading.talks.meetings.participants import company, who
from gobetween.reading.talks.meetings.parts import (
    Part,
    clause_of,
    has_near,
    is_dated,
    is_only_thought_of,
    make_part,
    object_behind,
    surely,
)
from gobetween.reading.talks.meetings.repeats import parted
from gobetween.reading.talks.meetings.words import (
    AT_ONE_TABLE,
    BETWEEN_SIDES,
    CALLS,
    GATHERING,
    HOLDING,
    LASTING,
    MEALS,
    MEETING,
    MET_IN_PART,
    OWN_MEETINGS,
    POSTS,
    RECEIVING,
    REFUSING,
    REPRESENTING,
    ROOMS,
    SEPARATE,
    TABLES,
    TALKS,
    TOGETHER,
)


def find_gatherings(scene: Scene, verb: Token) -> Iterator[Part]:
    """The meeting that the verb tells, if it tells one."""
    lemma = verb.lemma_.lower()
    found: Part | None = None
    if (
        lemma in MEETING
        or (lemma in ("discuss", "raise") and _partner(verb) is not None)
        or (lemma == "convene" and child(verb, "dobj") is None)
    ):
        found = _of_verb(scene, verb, "meeting")
    elif lemma == "spend" and (partner := _partner(verb)) is not None and _are_people(scene, partner):
        found = _of_verb(scene, verb, "meeting", is_sure=True)
    elif lemma in HOLDING and (noun := held(verb)) is not None:
        found = _of_verb(scene, verb, kind_of(noun), noun)
    elif lemma in ("return", "go", "come", "be", "get", "sit") and _is_back_at_table(verb):
        found = _of_verb(scene, verb, "talks", is_sure=True)
    elif lemma == "sit" and (has_near(verb, TOGETHER | TABLES) or object_behind(verb, "with") is not None):
        found = _of_verb(scene, verb, "meeting", is_sure=True)
    elif _is_with_each_other(verb, lemma):
        found = surely(_directly(_of_verb(scene, verb, "meeting", is_sure=True)))
    elif lemma in RECEIVING:
        found = _of_receiving(scene, verb)
    elif lemma in GATHERING and has_near(verb, TOGETHER | TABLES, within=12):
        found = _of_bringing_together(scene, verb)
    elif lemma in ("call", "ask", "invite") and _is_back_on_a_day(scene, verb):
        found = _of_invitation(scene, verb, verb)
    elif lemma in CALLS and (noun := object_behind(verb, "to", "for")) is not None and _is_where_they_meet(verb, noun):
        found = _of_invitation(scene, verb, noun)
    if found is not None:
        yield from parted(scene, verb, found) if lemma in ("meet", "see", "receive") else (found,)


def _partner(verb: Token) -> Token | None:
    """Those behind 'with', wherever the parser hung it: 'discuss the plan with Canada'."""
    thing = child(verb, "dobj")
    return object_behind(verb, "with") or (object_behind(thing, "with") if thing is not None else None)


def held(verb: Token) -> Token | None:
    """The talks that a verb holds, begins or joins: its object, or behind 'part in'; a meal only with someone."""
    noun = child(verb, "dobj")
    if noun is None:
        return None
    if noun.lemma_ in TALKS and (verb.lemma_ != "take"):
        return noun
    of = next((p for p in children(noun, "prep") if p.lower_ == "of"), None) if noun.lemma_ in LASTING else None
    if of is not None and (talks := child(of, "pobj")) is not None and talks.lemma_ in TALKS:
        return talks  # 'held a third day of talks'
    if noun.lemma_ in MEALS and any(p.lower_ in ("with", "between") for p in (*children(noun, "prep"), *children(verb, "prep"))):
        return noun
    if verb.lemma_ == "take" and noun.lemma_ == "part":
        prep = next((c for c in (*children(noun, "prep"), *children(verb, "prep")) if c.lower_ == "in"), None)
        goal = child(prep, "pobj") if prep is not None else None
        return goal if goal is not None and goal.lemma_ in TALKS else None
    return None


def kind_of(noun: Token) -> str:
    """Whether talks are one meeting or many."""
    return "meeting" if noun.lemma_.lower() in ("meeting", "summit", "session", "conference", *MEALS) else "talks"


def _is_refused(verb: Token) -> bool:
    is_refused = verb.dep_ == "xcomp" and (verb.head.lemma_ in REFUSING or is_negated(verb.head))
    is_denied = verb.dep_ in ("ccomp", "xcomp") and verb.head.lemma_ in ("deny", "refute", "dispute")
    is_without = verb.dep_ == "pcomp" and verb.head.lower_ in ("without", "before", "instead")
    return is_negated(verb) or is_refused or is_denied or is_without or is_only_thought_of(verb)


def _of_verb(scene: Scene, verb: Token, kind: str, noun: Token | None = None, *, is_sure: bool = False) -> Part | None:
    if _is_refused(verb):
        return None
    subject = subject_of(verb)
    people = who(scene, subject) + company(scene, verb) + (company(scene, noun) if noun is not None else [])
    if verb.lemma_ == "host" and verb.dep_ == "relcl" and noun is not None and not company(scene, noun):
        if not scene.pair or set(people) & set(scene.pair):
            return None  # 'Norway, which hosts the talks together with Oman': says who hosts, and of no meeting
        people = [*scene.pair, *people]
    if verb.lemma_ in ("discuss", "raise", "spend"):
        people += who(scene, _partner(verb))
    if verb.lemma_ == "meet" and (met := child(verb, "dobj")) is not None:
        people += [name for each in (met, *_further_guests(verb)) for name in who(scene, each)]
        if met.lemma_ in MET_IN_PART:
            return None
        is_sure = (bool(people) or _is_posted(subject)) and (_are_people(scene, met) or (_is_posted(met) and bool(people)))
    elif verb.lemma_ == "meet" and people and any(phrase in verb.sent.text.lower() for phrase in AT_ONE_TABLE):
        is_sure = True
    elif verb.lemma_ == "meet" and people and (goal := object_behind(verb, "with")) is not None:
        is_sure = _are_people(scene, goal)
    elif verb.lemma_ == "meet" and noun is None and _are_many(subject):
        is_sure = is_dated(scene, clause_of(scene, verb, subject))
    elif noun is not None and verb.lemma_ not in ("continue", "lead", "join", "attend"):
        is_sure = is_dated(scene, (min(verb.i, noun.left_edge.i), max(verb.right_edge.i, noun.right_edge.i) + 1)) and not _is_of_own(
            noun
        )
    part = make_part(scene, verb, clause_of(scene, verb, subject), people, kind, noun=noun)
    if part is not None and part.mention.form is MeetingForm.UNSAID and _is_of_two(scene, verb, subject, noun):
        part = evolve(part, mention=evolve(part.mention, form=MeetingForm.DIRECT))
    return surely(part, is_sure)


def _are_many(subject: Token | None) -> bool:
    """'negotiators', 'the two sides', 'they': several who can meet one another."""
    return subject is not None and (
        (subject.tag_ == "NNS" and subject.lemma_.lower() in REPRESENTING | POSTS) or subject.lower_ in ("they", "both")
    )


def _is_of_own(noun: Token) -> bool:
    """'a board meeting', 'a press conference': no meeting of parties."""
    return any(c.lemma_.lower() in OWN_MEETINGS for c in children(noun, "compound", "amod", "poss"))


def _is_with_each_other(verb: Token, lemma: str) -> bool:
    """'were to breakfast together', 'will see each other'."""
    behind = [t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 3]]
    return (lemma in ("breakfast", "lunch", "dine") and behind[:1] == ["together"]) or (lemma == "see" and behind == ["each", "other"])


def _directly(part: Part | None) -> Part | None:
    return None if part is None else evolve(part, mention=evolve(part.mention, form=MeetingForm.DIRECT))


def _is_of_two(scene: Scene, verb: Token, subject: Token | None, noun: Token | None) -> bool:
    """Whether those who meet, or talk with one another, are of two sides, and nobody among them goes between the two."""
    if verb.lemma_ not in ("meet", "hold", "have") or subject is None:
        return False
    met = child(verb, "dobj") if verb.lemma_ == "meet" else None
    other = met or _partner(verb) or (object_behind(noun, "with") if noun is not None else None)
    if other is None:
        return (
            noun is None
            and (len(parties_of(scene, subject)) > 1 or _are_of_both(subject) or _are_both(subject))
            and not _go_between(scene, subject)
        )
    if _go_between(scene, subject) or _go_between(scene, other) or any(t.lower_ == "own" for t in other.subtree):
        return False
    ours, theirs = set(parties_of(scene, subject)), set(parties_of(scene, other))
    return bool(ours) and bool(theirs) and not ours & theirs


def _are_of_both(noun: Token) -> bool:
    """'advisers to the two companies', 'officials of both sides'."""
    return any(is_both(goal) for prep in children(noun, "prep") if prep.lower_ in ("to", "of", "from", "for") for goal in prep.children)


def _are_both(noun: Token) -> bool:
    """'the two management teams'."""
    return noun.tag_ == "NNS" and noun.lemma_.lower() in REPRESENTING and any(c.lower_ in ("two", "both") for c in noun.lefts)


def _go_between(scene: Scene, head: Token) -> bool:
    """Whether one of them goes between the sides, by the words here or by those that first named the person."""
    return any(
        t.lemma_.lower() in BETWEEN_SIDES
        for one in (head, *(c for c in head.conjuncts if c.i > head.i))
        for t in (*scene.doc[one.left_edge.i : one.right_edge.i + 1], *_first_named(scene, one))
    )


def _first_named(scene: Scene, head: Token) -> Iterator[Token]:
    referent = scene.references.who(head)
    if referent is None or not referent.is_person:
        return
    first = next((m for m in scene.names.mentions() if m.name == referent.name), None)
    if first is not None:
        named = scene.doc[first.end - 1]
        holder = named.head if named.dep_ == "appos" else named
        yield from scene.doc[min(holder.left_edge.i, first.start) : max(holder.right_edge.i + 1, first.end)]


def _are_people(scene: Scene, noun: Token) -> bool:
    """Whether a person, a side, or those who speak for one are meant, named or not."""
    referent = scene.references.who(noun)
    return noun.lemma_.lower() in REPRESENTING or (referent is not None and (referent.is_person or referent.actor is not None))


def _further_guests(verb: Token) -> list[Token]:
    """'saw the employers in the morning and the union in the afternoon', where the parser joins the union to the seeing."""
    return [c for c in children(verb, "conj") if c.pos_ in ("NOUN", "PROPN") and c.i > verb.i]


def _is_back_at_table(verb: Token) -> bool:
    is_back = verb.lemma_ == "return" or any(c.lower_ in ("back", "again") for c in children(verb, "advmod", "prt"))
    goal = object_behind(verb, "to", "at")
    return is_back and goal is not None and (goal.lemma_ == "table" or goal.lemma_ in TALKS)


def _of_receiving(scene: Scene, verb: Token) -> Part | None:
    """'received both parties again on Friday', 'saw the two delegations separately': one who receives, and those received."""
    met, subject = child(verb, "dobj"), subject_of(verb)
    if (agent := child(verb, "agent")) is not None and verb.lemma_ in ("receive", "welcome", "host"):
        met, subject = child(verb, "nsubjpass"), child(agent, "pobj")
    if (
        met is None
        or subject is None
        or _is_refused(verb)
        or not (_are_people(scene, met) or _is_posted(subject))
        or met.pos_ == "PRON"
    ):
        return None
    hosts = who(scene, subject) or ([scene.references.phrase(subject)] if _is_posted(subject) else [])
    tokens = clause_of(scene, verb, met if met.i < verb.i else subject)
    is_person = (host := scene.references.who(subject)) is not None and host.is_person
    if verb.lemma_ == "see" and (
        child(verb, "ccomp", "xcomp") is not None
        or any(c.lower_ in ("as", "in", "for") and not is_dated(scene, (c.i, c.right_edge.i + 1)) for c in children(verb, "prep"))
        or not (is_dated(scene, tokens) or any(phrase in scene.doc[slice(*tokens)].text.lower() for phrase in SEPARATE))
    ):
        return None
    if verb.lemma_ == "welcome" and agent is None and not is_dated(scene, tokens):
        return None
    is_of_body = verb.lemma_ == "receive" and not is_person and not is_dated(scene, tokens)
    if is_of_body or not hosts:
        return None
    return surely(
        make_part(scene, verb, tokens, hosts + [name for each in (met, *_further_guests(verb)) for name in who(scene, each)], "meeting")
    )


def _is_posted(noun: Token | None) -> bool:
    """A minister, mediator or bishop, by name or not; negotiators."""
    if noun is None:
        return False
    return noun.lemma_.lower() in POSTS | BETWEEN_SIDES | REPRESENTING or any(
        c.lower_ in POSTS | BETWEEN_SIDES for c in children(noun, "compound", "nmod")
    )


def _of_bringing_together(scene: Scene, verb: Token) -> Part | None:
    """'brought them together only once'."""
    brought, subject = child(verb, "dobj"), subject_of(verb)
    is_about_people = brought is not None and (
        brought.pos_ == "PRON" or brought.lower_ in ("two", "both") or _are_people(scene, brought)
    )
    if brought is None or subject is None or not is_about_people or _is_refused(verb):
        return None
    people = [*who(scene, subject), *who(scene, brought)]
    return surely(make_part(scene, verb, clause_of(scene, verb, subject), people, "meeting"), bool(people))


def _is_back_on_a_day(scene: Scene, verb: Token) -> bool:
    """'would call them back on Thursday'."""
    called = child(verb, "dobj", "nsubjpass")
    is_back = any(c.lower_ in ("back", "in") and c.dep_ in ("advmod", "prt") for c in verb.children)
    is_people = called is not None and (called.lower_ in ("them", "both", "him", "her") or _are_people(scene, called))
    return is_back and is_people and is_dated(scene, (verb.i, verb.right_edge.i + 1))


def _is_where_they_meet(verb: Token, goal: Token) -> bool:
    """'to a meeting', 'to her office on Thursday', 'for Friday'."""
    is_place = verb.lemma_ in ("summon", "invite") and (goal.lemma_.lower() in ROOMS or goal.ent_type_ in ("DATE", "GPE", "FAC"))
    return goal.lemma_.lower() in TALKS | MEALS or is_place


def _of_invitation(scene: Scene, verb: Token, talks: Token) -> Part | None:
    """'has called both sides to a meeting on Saturday'."""
    called = child(verb, "dobj", "nsubjpass")
    if (
        called is None
        or _is_refused(verb)
        or (talks is not verb and talks.lemma_.lower() not in TALKS and not is_dated(scene, clause_of(scene, verb, None)))
    ):
        return None
    subject = subject_of(verb)
    people = [*(who(scene, subject) if subject is not called else []), *who(scene, called), *company(scene, talks)]
    part = make_part(scene, talks, clause_of(scene, verb, subject), people, kind_of(talks), noun=None if talks is verb else talks)
    invited = None if part is None else evolve(part, mention=evolve(part.mention, status=MeetingStatus.PLANNED))
    return surely(invited, _are_people(scene, called) or called.lower_ in ("both", "them", "all", "him", "her"))
