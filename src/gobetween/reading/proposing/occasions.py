"""Rounds, meetings and delegations, as the reports have them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from attrs import field, frozen

from gobetween.briefs.accounts.actors import delegations
from gobetween.briefs.accounts.coverage import Coverage, days_apart
from gobetween.briefs.accounts.meetings import meeting_groups, when_of
from gobetween.briefs.phrasing import when_in_words
from gobetween.model.actors import Delegation
from gobetween.model.dates import UNKNOWN_DATE, DateBasis, When
from gobetween.model.evidence import MeetingForm, MeetingMention, Report
from gobetween.model.happenings import Meeting, Round
from gobetween.reading.proposing.cast import Cast
from gobetween.reading.proposing.drafts import Name, Question, Remark
from gobetween.reading.proposing.evidence import Shelf, reported
from gobetween.reading.proposing.ids import Ids

DAYS_OF_ROUND = 10  # reports of talks at one place no further apart than this are about one round
_TALKS = frozenset({"talks", "meeting", "delegation"})
_PAIR = 2
_ABOUT_PLACE = r"\b(?:truce|cease-?fire|war|deal|pause|fighting|peace|calm|hostilities|conflict) (?:in|for|on|over) (?:the )?"
_NO_TOWN = re.compile(r"(?:the |its |their )?(?:\w+ )?(?:capital|city|town|country|region|area)", re.IGNORECASE)
_BARGAINING = re.compile(r"\b(?:talks|negotiat\w+|mediat\w+|conciliat\w+|round|bargain\w+|delegations?|proposal)\b", re.IGNORECASE)
_WILLING = re.compile(
    r"\b(?:prepared|ready|willing|committed|open|eager|refus\w+|unable|unwilling|hop\w+|wants?|wish\w*|urg\w+|call(?:s|ed)) "
    r"(?:and \w+ )?(?:to|for|on) ",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"\b(?:previous|earlier|last|former|past) (?:\w+ )?(?:rounds?|talks|negotiations|meetings?|sessions?)\b", re.IGNORECASE
)


def _when(group: Sequence[Report]) -> When:
    days = sorted(report.document.published.day for report in group if report.document.published.day)
    if not days:
        return reported(group[0].document.published)
    return When(days[0], days[-1], basis=DateBasis.INFERRED, inference="The time of the reports.")


def _meetings(
    shelf: Shelf, cast: Cast, persons: frozenset[str], rounds: Mapping[str, str]
) -> tuple[tuple[Meeting, ...], dict[Name, Remark]]:
    ids, meetings, remarks = Ids(), list[Meeting](), dict[Name, Remark]()
    for group in meeting_groups(shelf.coverage):
        first = group[0]
        present = _present(cast, persons, first.item.participants)
        if not present:
            continue
        forms = {found.item.form for found in group} - {MeetingForm.UNSAID}
        remark = shelf.remark(group, *(("who else was there is not said",) if len(cast.ids(first.item.participants)) < 2 else ()))
        name = ids.new(f"{first.item.kind} {' '.join(present[:2])}", first.item.place or "", shelf.of_report[first.report.name])
        meetings.append(
            Meeting(
                name,
                round=rounds.get(first.report.name),
                participants=present,
                place=first.item.place or "",
                status=first.item.status,
                form=next(iter(forms)) if len(forms) == 1 else MeetingForm.UNSAID,
                text=f"{first.item.kind[:1].upper()}{first.item.kind[1:]}, in the report's words: “{first.passage.text}”",
                when=when_of(first),
                **shelf.common(group, remark),
            )
        )
        remarks["meetings", name] = remark
    return tuple(meetings), remarks


def _present(cast: Cast, persons: frozenset[str], names: Sequence[str]) -> tuple[str, ...]:
    """The ids of those who meet: actors, and the persons who are there for them."""
    from gobetween.reading.proposing.ids import slug

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
    from gobetween.reading.proposing.ids import slug

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
