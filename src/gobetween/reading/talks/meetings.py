"""Meetings, rounds of talks, visits and contacts: who, where, when, and whether they are behind, under way or ahead."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve
from spacy.tokens import Token

from gobetween.model.dates import When
from gobetween.model.evidence import MeetingForm, MeetingMention, MeetingStatus
from gobetween.reading.scene import Scene
from gobetween.reading.syntax import child, children, is_negated, subject_of
from gobetween.reading.talks.agents import clause_tokens, parties_of
from gobetween.reading.talks.delegations import place_words
from gobetween.reading.word_lists import words

_TALKS = words("talk negotiation meeting session round summit discussion consultation dialogue mediation conference")
_VISITS = words("visit trip tour")
_HOLDING = words(
    """hold begin start resume continue open conclude have attend join lead host convene conduct enter finish end suspend postpone
    take"""
)
_MEETING = words("meet confer negotiate")
_TRAVELLING = words("visit travel fly arrive return go head come")
_CALLING = words("call phone telephone")
_HAPPENING = words("begin start resume continue take be occur end open conclude reconvene")
_PLANNING = words("expect schedule plan set due intend slate hope want agree invite aim prepare arrange")
_FUTURE = words("will would shall 'll ’ll")
_WITH = frozenset({"with", "between", "among", "by", "including"})
_PLACING = frozenset({"in", "at", "to"})
_INDIRECT = frozenset({"indirect", "proximity", "shuttle"})
_DIRECT = frozenset({"direct", "face", "trilateral", "bilateral", "joint"})


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
            if len(both) + len(meeting.participants) >= 2 or meeting.place:
                full = evolve(meeting, participants=tuple(dict.fromkeys((*both, *meeting.participants))))
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
        if lemma in _MEETING or (lemma == "discuss" and any(c.lower_ == "with" for c in children(token, "prep"))):
            yield from _of_verb(scene, token, "meeting")
        elif lemma in _HOLDING and (noun := _held(token)) is not None:
            yield from _of_verb(scene, token, _kind_of(noun), noun)
        elif lemma in _TRAVELLING and token.dep_ not in ("acl", "amod"):
            yield from _of_visit(scene, token)
        elif (
            lemma in _CALLING and (hearer := child(token, "dobj")) is not None and child(token, "ccomp", "oprd", "xcomp") is None
        ) or (lemma in ("tell", "urge", "stress", "warn", "speak") and (hearer := _hearer(token)) is not None):
            yield from _of_contact(scene, token, hearer)
        elif lemma == "join" and _is_planned(token):
            yield from _of_joining(scene, token)
    elif token.pos_ in ("NOUN", "PROPN"):
        if lemma in _TALKS and token.dep_ != "compound":
            yield from _of_talks(scene, token)
        elif lemma in _VISITS and token.dep_ != "compound":
            yield from _of_trip(scene, token)
    if token.pos_ == "VERB" and lemma == "join" and child(token, "dobj") is not None and not _held(token):
        yield from _of_joining(scene, token)


def _held(verb: Token) -> Token | None:
    """The talks that a verb holds, begins or joins: its object, or behind 'part in'."""
    noun = child(verb, "dobj")
    if noun is None:
        return None
    if noun.lemma_ in _TALKS and (verb.lemma_ != "take"):
        return noun
    if verb.lemma_ == "take" and noun.lemma_ == "part":
        prep = next((c for c in (*children(noun, "prep"), *children(verb, "prep")) if c.lower_ == "in"), None)
        goal = child(prep, "pobj") if prep is not None else None
        return goal if goal is not None and goal.lemma_ in _TALKS else None
    return None


def _kind_of(noun: Token) -> str:
    return "meeting" if noun.lemma_.lower() in ("meeting", "summit", "session", "conference") else "talks"


def _of_verb(scene: Scene, verb: Token, kind: str, noun: Token | None = None) -> Iterator[tuple[int, int, MeetingMention]]:
    if is_negated(verb):
        return
    subject = subject_of(verb)
    people = _who(scene, subject) + _company(scene, verb) + (_company(scene, noun) if noun is not None else [])
    if verb.lemma_ == "meet" and (met := child(verb, "dobj")) is not None:
        people += _who(scene, met)
        if met.lemma_ in ("demand", "need", "deadline", "goal", "target", "requirement", "standard", "condition", "objective"):
            return
    first, last = clause_tokens(verb)
    if subject is not None and subject.i < verb.i and verb.i - subject.i < 25:
        first = min(first, subject.left_edge.i)
    yield from _meeting(scene, verb, (_with_date_before(scene, first), last), people, kind, noun)


def _of_visit(scene: Scene, verb: Token) -> Iterator[tuple[int, int, MeetingMention]]:
    place = _place(scene, verb)
    subject = subject_of(verb)
    people = _who(scene, subject)
    talks = any(
        t.lemma_.lower() in _TALKS or t.lemma_ in ("meet", "negotiate", "discuss", "visit")
        for t in scene.doc[verb.i : verb.right_edge.i + 1]
    )
    is_visit = verb.lemma_ == "visit" and child(verb, "dobj") is not None
    if place is None or subject is None or not people or not (talks or is_visit):
        return
    first, last = clause_tokens(verb)
    first = min(first, subject.left_edge.i) if subject.i < verb.i else first
    people += [name for d in children(verb, "advcl", "xcomp") for name in _company(scene, d)]
    yield from _meeting(scene, verb, (_with_date_before(scene, first), last), people, "visit", None)


def _of_contact(scene: Scene, verb: Token, hearer: Token) -> Iterator[tuple[int, int, MeetingMention]]:
    people, others = _persons(scene, subject_of(verb)), _persons(scene, hearer)
    if people and others:
        first, last = clause_tokens(verb)
        yield from _meeting(scene, verb, (first, last), people + others, "contact", None)


def _of_joining(scene: Scene, verb: Token) -> Iterator[tuple[int, int, MeetingMention]]:
    subject, joined = subject_of(verb), child(verb, "dobj")
    people = _who(scene, subject)
    if not people or joined is None or subject is None:
        return
    if joined.pos_ == "PRON" or joined.lemma_ in ("mediator", "delegation", "party", "side", "official"):
        first = subject.left_edge.i
        yield from _meeting(scene, verb, (first, clause_tokens(verb)[1]), people + _who(scene, joined), "talks", None)


def _of_talks(scene: Scene, noun: Token) -> Iterator[tuple[int, int, MeetingMention]]:
    """Talks as a thing: 'indirect negotiations in X between A and B', 'talks resumed in X on Saturday'."""
    people = _company(scene, noun) + [name for owner in children(noun, "poss") for name in _who(scene, owner)]
    verb = noun.head
    is_subject = noun.dep_ in ("nsubj", "nsubjpass")
    if (clause := child(noun, "acl")) is not None and clause.tag_ == "VBG" and clause.lemma_ in _HAPPENING:
        verb, is_subject = clause, True
    happens = is_subject and verb.lemma_ in _HAPPENING and not is_negated(verb)
    place = _place(scene, noun) or (_place(scene, verb) if happens else None)
    if len(people) >= 2 and (place or is_subject):
        last = max([noun.i + 1, *(p.right_edge.i + 1 for p in children(noun, "prep") if p.lower_ in _WITH | _PLACING)])
        yield from _meeting(scene, noun, (noun.left_edge.i, last), people, "talks", noun)
    elif happens and place and verb.lemma_ != "be":
        yield from _meeting(scene, verb, (noun.left_edge.i, clause_tokens(verb)[1]), people, _kind_of(noun), noun)


def _of_trip(scene: Scene, noun: Token) -> Iterator[tuple[int, int, MeetingMention]]:
    owner = child(noun, "poss")
    people = _who(scene, owner) if owner is not None else []
    for prep in children(noun, "prep"):
        if prep.lower_ in ("by", "of"):
            people += _who(scene, child(prep, "pobj"))
    place = _place(scene, noun)
    inner = next((t for t in scene.doc[noun.i + 1 : noun.right_edge.i + 1] if t.lemma_ in _VISITS), None)
    place = (_place(scene, inner) if inner is not None else None) or place
    if people and place:
        yield from _meeting(scene, noun, (noun.left_edge.i, noun.right_edge.i + 1), people, "visit", noun)


def _meeting(
    scene: Scene, at: Token, words: tuple[int, int], people: list[str], kind: str, noun: Token | None
) -> Iterator[tuple[int, int, MeetingMention]]:  # each is a part of what is said
    names = tuple(dict.fromkeys(people))
    if not names and _place(scene, at) is None and (noun is None or _place(scene, noun) is None):
        return
    passage = scene.passage(*words)
    if passage is None:
        return
    place = _place(scene, at) or (_place(scene, noun) if noun is not None else None)
    if kind == "visit" and noun is not None:
        inner = next((t for t in scene.doc[noun.i + 1 : noun.right_edge.i + 1] if t.lemma_ in _VISITS), None)
        place = (_place(scene, inner) if inner is not None else None) or place
    if place is None and kind in ("talks", "meeting"):
        place = _place_among(scene, words)
    when = scene.when(*words)
    if when.is_unknown:
        when = scene.when(at.sent.start, words[0])
    form = _form(scene, words)
    yield words[0], words[1], MeetingMention(passage, names, kind=kind, place=place, when=when, status=_status(at), form=form)


# --- who, where, how -------------------------------------------------------------------------------------------------------------


def _who(scene: Scene, head: Token | None) -> list[str]:
    """Persons by their names, others by their actors, for a phrase and those joined to it."""
    if head is None:
        return []
    found: list[str] = []
    for token in (head, *(t for t in head.conjuncts if t.i > head.i)):
        referent = scene.references.who(token)
        if referent is not None and referent.is_person:
            found += [referent.name, *_beside(scene, token, referent.name)]
            continue
        apposed = next(
            (
                m.name
                for c in token.subtree
                if c.i > token.i and c.dep_ == "appos" and (m := scene.names.at(c)) is not None and m.is_person
            ),
            None,
        )
        names = [apposed] if apposed else list(parties_of(scene, token))
        found += [name for name in names if name not in ("delegation", "team", "side")]
    return found


def _beside(scene: Scene, head: Token, name: str) -> list[str]:
    """Others named in one breath with a person: 'leader A B and senior official C D'."""
    tail = scene.doc[head.i + 1 : head.right_edge.i + 1]
    if len(tail) == 0 or tail[0].lower_ != "and":
        return []
    return [m.name for m in scene.names.mentions(head.i + 1, min(head.right_edge.i + 1, head.i + 12)) if m.is_person and m.name != name]


def _persons(scene: Scene, head: Token | None) -> list[str]:
    referent = scene.references.who(head) if head is not None else None
    return [referent.name] if referent is not None and referent.is_person and referent.actor else []


def _hearer(verb: Token) -> Token | None:
    if verb.lemma_ == "speak":
        prep = next((c for c in children(verb, "prep") if c.lower_ in ("to", "with")), None)
        return child(prep, "pobj") if prep is not None else None
    return child(verb, "dobj")


def _company(scene: Scene, at: Token) -> list[str]:
    """Those behind 'with', 'between', 'among', 'by'."""
    found: list[str] = []
    for prep in children(at, "prep", "agent"):
        if prep.lower_ in _WITH:
            found += _who(scene, child(prep, "pobj"))
        elif prep.lower_ in _PLACING or prep.lower_ == "of":
            goal = child(prep, "pobj")
            found += (
                [n for p in children(goal, "prep") if p.lower_ in ("between", "with") for n in _who(scene, child(p, "pobj"))]
                if goal is not None
                else []
            )
    return found


def _place(scene: Scene, at: Token) -> str | None:
    for prep in children(at, "prep"):
        goal = child(prep, "pobj")
        if prep.lower_ not in _PLACING or goal is None:
            continue
        if goal.ent_type_ in ("GPE", "LOC", "FAC") or ((m := scene.names.at(goal)) is not None and m.kind == "state"):
            return place_words(scene.names, goal)
        if goal.lemma_ in ("region", "capital", "city", "border", "headquarters"):
            return scene.doc[goal.left_edge.i : goal.i + 1].text
    there = child(at, "dobj") if at.lemma_ == "visit" else None
    if there is not None and (there.ent_type_ in ("GPE", "LOC") or scene.names.at(there) is not None):
        return place_words(scene.names, there)
    for inner in children(at, "dobj", "xcomp"):
        if (inner.lemma_.lower() in _TALKS or inner.lemma_ in ("part", "meet")) and (place := _place(scene, inner)) is not None:
            return place
    return None


def _place_among(scene: Scene, words: tuple[int, int]) -> str | None:
    """The first 'in' and a place among the words, wherever the parser hung it."""
    for token in scene.doc[words[0] : words[1]]:
        goal = child(token, "pobj") if token.lower_ in ("in", "at") else None
        if goal is not None and goal.ent_type_ in ("GPE", "FAC"):
            return place_words(scene.names, goal)
    return None


def _with_date_before(scene: Scene, first: int) -> int:
    """The sentence's start where only words for a time stand between it and `first`: 'On Wednesday, ...'."""
    start = scene.doc[first].sent.start
    lead = scene.doc[start:first]
    if 0 < len(lead) <= 4 and any(t.ent_type_ in ("DATE", "TIME") for t in lead):
        return start
    return first


def _is_planned(verb: Token) -> bool:
    at = verb
    for _ in range(4):
        if at.lemma_ in _PLANNING and at is not verb:
            return True
        if any(c.dep_ == "aux" and c.lower_ in _FUTURE for c in at.children):
            return True
        if at.dep_ not in ("xcomp", "conj", "advcl") or at.head is at:
            return False
        at = at.head
    return False


def _status(at: Token) -> MeetingStatus:
    verb = at
    if at.pos_ == "NOUN":
        verb = at.head if at.dep_ in ("nsubj", "nsubjpass") and at.head.pos_ in ("VERB", "AUX") else at
        if verb is at:
            return (
                MeetingStatus.HELD
                if any(t.lower_ in ("following", "after") for t in at.lefts) or at.head.lower_ in ("following", "after")
                else MeetingStatus.ONGOING
            )
    if _is_planned(verb):
        return MeetingStatus.PLANNED
    has_be = any(c.dep_ == "aux" and c.lemma_ == "be" for c in verb.children)
    if verb.tag_ in ("VBZ", "VBP", "VBG") and (verb.tag_ == "VBG" or has_be or verb.lemma_ in ("be", "continue", "meet", "hold")):
        return MeetingStatus.ONGOING
    if (verb.lemma_ in ("begin", "start", "resume", "reach") and verb.tag_ in ("VBN", "VBG")) or verb.tag_ in ("VBZ", "VBP"):
        return MeetingStatus.ONGOING
    return MeetingStatus.HELD


def _form(scene: Scene, words: tuple[int, int]) -> MeetingForm:
    for token in scene.doc[words[0] : words[1]]:
        if token.lower_ in _INDIRECT:
            return MeetingForm.INDIRECT
        if token.lower_ in _DIRECT and token.dep_ in ("amod", "compound", "nmod") and token.head.lemma_.lower() in _TALKS:
            return MeetingForm.DIRECT
    return MeetingForm.UNSAID
