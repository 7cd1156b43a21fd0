"""Rounds, meetings and delegations, as the reports have them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from attrs import evolve, field, frozen

from gobetween.briefs.accounts.actors import delegations
from gobetween.briefs.accounts.coverage import Found
from gobetween.briefs.accounts.meetings import meeting_groups, when_of
from gobetween.briefs.phrasing import listed
from gobetween.model.actors import Delegation
from gobetween.model.dates import UNKNOWN_DATE
from gobetween.model.evidence import MeetingForm, MeetingMention
from gobetween.model.happenings import Meeting, Round
from gobetween.reading.proposing.casting.cast import Cast
from gobetween.reading.proposing.casting.sides import Sides
from gobetween.reading.proposing.drafts import Name, Question, Remark
from gobetween.reading.proposing.evidence import Shelf, reported
from gobetween.reading.proposing.ids import Ids, slug
from gobetween.reading.proposing.rounds import JOINT, Rounds, draft_rounds, is_far

_PAIR = 2
_MISREAD = "the day that its words give lies too far from the report"


@frozen
class Occasions:
    """Rounds, meetings and delegations with remarks, and the round of each report by its name."""

    rounds: tuple[Round, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    delegations: tuple[Delegation, ...] = ()
    of_report: Mapping[str, str] = field(factory=dict)
    remarks: Mapping[Name, Remark] = field(factory=dict)
    questions: tuple[Question, ...] = ()


def draft_occasions(shelf: Shelf, cast: Cast, sides: Sides, persons: frozenset[str]) -> Occasions:
    """Everything that is told of rounds, meetings and delegations; `persons` are the ids of the persons that were drafted."""
    rounds = draft_rounds(shelf, cast, sides)
    meetings, on_meetings = _meetings(shelf, cast, sides, persons, rounds)
    sent, on_delegations = _delegations(shelf, cast, persons, rounds.of_report)
    remarks = {**rounds.remarks, **on_meetings, **on_delegations}
    return Occasions(rounds.rounds, meetings, sent, rounds.of_report, remarks, rounds.questions)


def _meetings(
    shelf: Shelf, cast: Cast, sides: Sides, persons: frozenset[str], rounds: Rounds
) -> tuple[tuple[Meeting, ...], dict[Name, Remark]]:
    ids, meetings, remarks = Ids(), list[Meeting](), dict[Name, Remark]()
    for group in meeting_groups(shelf.coverage):
        first = group[0]
        present = _present(cast, persons, first.item.participants)
        named = _parties_in(first, cast, sides, present)
        present = (*present, *named)
        if not present:
            continue
        forms = {found.item.form for found in group} - {MeetingForm.UNSAID}
        names = [member.name for member in cast.members if member.id in named]
        doubts = [f"that {listed(names)} met there is concluded"] if named else []
        doubts += ["who else was there is not said"] if len(set(present) & {each.id for each in cast.members}) < _PAIR else []
        is_misread = is_far(first.item, first.report) and not first.item.when.is_unknown
        doubts += [_MISREAD] if is_misread else []
        remark = shelf.remark(group, *doubts)
        name = ids.new(f"{first.item.kind} {' '.join(present[:2])}", first.item.place or "", shelf.of_report[first.report.name])
        meetings.append(
            Meeting(
                name,
                round=rounds.of(first.item, first.report),
                participants=present,
                place=first.item.place or "",
                status=first.item.status,
                form=next(iter(forms)) if len(forms) == 1 else MeetingForm.UNSAID,
                text=f"{first.item.kind[:1].upper()}{first.item.kind[1:]}, in the report's words: “{first.passage.text}”",
                when=when_of(evolve(first, item=evolve(first.item, when=UNKNOWN_DATE)) if is_misread else first),
                **shelf.common(group, remark),
            )
        )
        remarks["meetings", name] = remark
    return tuple(meetings), remarks


def _parties_in(meeting: Found[MeetingMention], cast: Cast, sides: Sides, present: Sequence[str]) -> tuple[str, ...]:
    """Parties that the words name or mean ("both sides") and that reading did not take for those who meet."""
    words = meeting.passage.text
    if len(cast.ids(meeting.item.participants)) >= _PAIR:
        return ()
    if len(sides.parties) == _PAIR and JOINT.search(words):
        return tuple(actor for actor in sides.parties if actor not in present)
    if not set(cast.ids(meeting.item.participants)) <= sides.parties.keys():
        return ()
    forms = {
        member.id: (member.name, *member.forms) for member in cast.members if member.id in sides.parties and member.id not in present
    }
    return tuple(actor for actor, names in forms.items() if any(re.search(rf"\b{re.escape(name)}\b", words) for name in names))


def _present(cast: Cast, persons: frozenset[str], names: Sequence[str]) -> tuple[str, ...]:
    """The ids of those who meet: actors, and the persons who are there for them."""
    found: dict[str, None] = {}
    for name in names:
        if (member := cast.of(name)) is not None:
            found.setdefault(member.id)
        person = cast.person(name)
        if person is not None and slug(person) in persons:
            found.setdefault(slug(person))
    return tuple(found)


def _delegations(
    shelf: Shelf, cast: Cast, persons: frozenset[str], rounds: Mapping[str, str]
) -> tuple[tuple[Delegation, ...], dict[Name, Remark]]:
    ids, drafted, remarks = Ids(), list[Delegation](), dict[Name, Remark]()
    for group in delegations(shelf.coverage):
        first = group[0]
        member = cast.of(first.item.actor)
        if member is None:
            continue
        head = cast.person(first.item.head)
        size = next((found.item.size for found in group if found.item.size), None)
        remark = shelf.remark(group)
        name = ids.new(f"{member.id} delegation", shelf.of_report[first.report.name])
        movement = ", ".join(part for part in (first.item.movement, first.item.place) if part)
        published = first.report.document.published
        drafted.append(
            Delegation(
                name,
                actor=member.id,
                round=rounds.get(first.report.name),
                head=slug(head) if head and slug(head) in persons else None,
                size=size,
                text=f"A delegation of {member.name}{f': {movement}' if movement else ''}.",
                when=reported(published) if not published.is_unknown else UNKNOWN_DATE,
                **shelf.common(group, remark),
            )
        )
        remarks["delegations", name] = remark
    return tuple(drafted), remarks
