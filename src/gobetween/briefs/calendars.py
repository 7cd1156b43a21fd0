"""A calendar of the talks: rounds and meetings, held and planned, and the days by which something is wanted or due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from enum import StrEnum

from attrs import evolve, field, frozen

from gobetween.briefs.confidences import confided_in
from gobetween.briefs.given_out import bare, without_remarks
from gobetween.briefs.meetings import form_and_place, sides
from gobetween.briefs.names import outlet_of
from gobetween.briefs.notices import notices_of
from gobetween.briefs.phrasing import joined, phrase, sentence
from gobetween.briefs.scenes import Scene
from gobetween.model.agreement import Obligation
from gobetween.model.dates import DateBasis, When, on
from gobetween.model.evidence import MeetingStatus
from gobetween.model.happenings import Deadline
from gobetween.model.items import PUBLIC, Item

NOT_OPEN = "This entry is not open to everybody."


class Certainty(StrEnum):
    """How firm an appointment is."""

    SET = "set"
    TENTATIVE = "tentative"  # planned, or its date is inferred or a range
    CALLED_OFF = "called off"


@frozen
class Appointment:
    """One entry: what and when, in whole days (`first` to `last`, inclusive) or until a moment in UTC.

    `key` tells it from all others of the calendar and stays the same from one making to the next; it is for programs, not for people.
    """

    key: tuple[str, str]
    title: str
    first: dt.date = field(kw_only=True)
    last: dt.date = field(kw_only=True)
    until_utc: dt.datetime | None = field(default=None, kw_only=True)
    certainty: Certainty = field(default=Certainty.SET, kw_only=True)
    place: str = field(default="", kw_only=True)
    details: str = field(default="", kw_only=True)
    is_open: bool = field(default=True, kw_only=True)  # to everybody


@frozen
class Calendar:
    """The appointments of a view in order, with the notices that every copy repeats; `undated` are titles of what has no date.

    `case` is the id of the case: with an appointment's key it tells it from those of all others, whatever the case is titled.
    """

    title: str
    audience: str
    case: str = field(default="", kw_only=True)
    notices: tuple[str, ...] = field(kw_only=True)
    appointments: tuple[Appointment, ...] = field(kw_only=True)
    undated: tuple[str, ...] = field(default=(), kw_only=True)


@frozen
class _Plan:
    """An entry of the case as the calendar takes it."""

    item: Item
    when: When
    title: str = field(kw_only=True)
    details: str = field(default="", kw_only=True)
    place: str = field(default="", kw_only=True)
    status: MeetingStatus = field(default=MeetingStatus.HELD, kw_only=True)
    until_utc: dt.datetime | None = field(default=None, kw_only=True)

    @property
    def is_last_day(self) -> bool:
        """Whether it is a day by which something is to be: no beginning is missing then."""
        return isinstance(self.item, Deadline) and self.when.earliest is None and self.when.latest is not None

    @property
    def is_open(self) -> bool:
        """Whether an end of the time is missing."""
        return (self.when.earliest is None or self.when.latest is None) and not self.is_last_day

    @property
    def certainty(self) -> Certainty:
        """What is planned is tentative, and so is a date that was inferred or is open at one end."""
        if self.status is MeetingStatus.CALLED_OFF:
            return Certainty.CALLED_OFF
        is_firm = self.when.basis is DateBasis.STATED and not self.is_open
        return Certainty.SET if is_firm and self.status is not MeetingStatus.PLANNED else Certainty.TENTATIVE


def calendar_of(scene: Scene) -> Calendar:
    """All that the view dates, in order.

    A range that is open at one end is put on the end that is known, and is tentative unless it is a time set. What has no date is
    named apart: it is nowhere in the calendar.
    Calendars go into programs that many look at: the keeper's remarks are in nobody's but its own, and what is not open to everybody
    says so.
    """
    appointments, undated = shown = _entries(scene)
    confided = confided_in(shown, lambda view: _entries(evolve(scene, view=view)), scene.view)
    return Calendar(
        scene.case.title,
        scene.view.audience_name,
        case=scene.case.id,
        notices=notices_of(scene, computed=False, confided=confided),
        appointments=appointments,
        undated=undated,
    )


def _entries(scene: Scene) -> tuple[tuple[Appointment, ...], tuple[str, ...]]:
    """The appointments in order, and the titles of what has no date."""
    plans = tuple(_plans(scene))
    appointments = (_appointment(scene, each) for each in plans if not each.when.is_unknown)
    in_order = tuple(sorted(appointments, key=lambda each: (each.first, each.last, each.title)))
    return in_order, tuple(each.title for each in plans if each.when.is_unknown)


def _plans(scene: Scene) -> Iterator[_Plan]:
    case, names = scene.case, scene.names
    for each in case.rounds:
        status = MeetingStatus.PLANNED if scene.lies_ahead(each) else MeetingStatus.HELD
        title = joined(each.name, each.place, by=", ")
        yield _Plan(each, each.when, title=title, details=each.text, place=each.place, status=status)
    for meeting in case.meetings:
        details = joined(sentence(meeting.text), sentence(form_and_place(meeting)), by=" ")
        when = scene.time_of(meeting)
        yield _Plan(meeting, when, title=sides(scene, meeting), details=details, place=meeting.place, status=meeting.status)
    for deadline in case.deadlines:
        title = joined(names.actor(deadline.by) if deadline.by else "", phrase(deadline.text), by=": ")
        yield _Plan(deadline, deadline.when, title=title, details="A time set")
    for proposal in case.proposals:
        if proposal.expires is not None and not proposal.is_withdrawn:
            when = on(proposal.expires)
            yield _Plan(proposal, when, title=f"Last day to answer: {proposal.name}", details=proposal.text)
    for obligation in case.obligations:
        yield from _due(scene, obligation)
    for sealed in case.sealed_proposals:
        yield _sealed(sealed, sealed.deadline_utc, f"Sealed answers close: {sealed.name}")
    for bidding in case.biddings:
        yield _sealed(bidding, bidding.deadline_utc, f"Sealed bids close: {phrase(bidding.question)}")


def _due(scene: Scene, obligation: Obligation) -> Iterator[_Plan]:
    phase = next((each for each in scene.case.phases if each.id == obligation.phase), None)
    day = obligation.due(phase)
    if day is not None:
        title = f"Due, {scene.names.actor(obligation.actor)}: {phrase(obligation.text)}"
        yield _Plan(obligation, on(day), title=title, details=f"An obligation, {obligation.status}")


def _sealed(item: Item, at: dt.datetime, title: str) -> _Plan:
    return _Plan(item, on(at.date()), title=title, details="What comes after that moment is not counted", until_utc=at)


def _appointment(scene: Scene, plan: _Plan) -> Appointment:
    item, when = _worded_for(scene, plan)
    first = when.earliest or when.latest or dt.date.min
    details = joined(
        "" if plan.status is MeetingStatus.HELD else sentence(str(plan.status)),
        sentence(plan.details),
        sentence(f"The date was inferred: {phrase(when.inference)}") if when.basis is DateBasis.INFERRED else "",
        "By this day." if plan.is_last_day else "",
        "Only one end of the time is known." if plan.is_open else "",
        sentence(item.note),
        _sources(scene, item),
        "" if PUBLIC in item.holders else NOT_OPEN,
        by=" ",
    )
    return Appointment(
        (type(item).__name__, item.id),
        plan.title,
        first=first,
        last=when.latest or first,
        until_utc=plan.until_utc,
        certainty=plan.certainty,
        place=plan.place,
        details=details,
        is_open=PUBLIC in item.holders,
    )


def _worded_for(scene: Scene, plan: _Plan) -> tuple[Item, When]:
    """The entry, and when it is, with the keeper's remarks for the keeper alone."""
    if scene.is_keeper:
        return plan.item, plan.when
    return without_remarks(plan.item), bare(plan.when)


def _sources(scene: Scene, item: Item) -> str:
    """Which reports say so."""
    cited = dict.fromkeys(citation.source for citation in item.citations)
    named = [outlet_of(each) for each in scene.case.sources if each.id in cited]
    return sentence(f"Reported by {', '.join(dict.fromkeys(named))}") if named else ""
