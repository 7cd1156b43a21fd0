"""The read-out of a meeting: what may be said of it to those whom it is for, drafted from what they may know, and from nothing else.

Nothing that was told in confidence is in it, even if those whom it is for have it: see `given_out`.

A read-out is the statement that is given out after a meeting. Which words are given out people decide; this is a draft to begin
with, and says so.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from gobetween.briefs.blocks import Block, Brief, Cell, Paragraph, Section
from gobetween.briefs.cells import cited, dated, listing_of, paragraph, section_of, table_of
from gobetween.briefs.confidences import confided_in
from gobetween.briefs.meetings import LAPSED, form_and_place, sides
from gobetween.briefs.notices import notices_of
from gobetween.briefs.phrasing import joined, listed, phrase, sentence, when_in_words
from gobetween.briefs.scenes import Scene
from gobetween.briefs.sources import cited_in, source_lines
from gobetween.briefs.stances import position_in_words
from gobetween.disclosure.views import View
from gobetween.model.errors import NotDisclosed
from gobetween.model.evidence import MeetingForm, MeetingStatus
from gobetween.model.happenings import Assessment, Meeting, Signal
from gobetween.model.items import Item

NO_MEETING = "There is no meeting that they may know of; meetings stand under meetings: in case.yaml."
DRAFT = "A draft. It holds what those whom it is for may know already; nobody has agreed to these words."
HOW = {
    MeetingForm.DIRECT: "They sat together.",
    MeetingForm.INDIRECT: "They did not sit together; what they said was carried between them.",
    MeetingForm.UNSAID: "Whether they sat together is not said.",
}
MET = {
    MeetingStatus.HELD: "met",
    MeetingStatus.ONGOING: "are meeting",
    MeetingStatus.PLANNED: "are to meet",
    MeetingStatus.CALLED_OFF: "were to meet; the meeting was called off",
}
WHO = {MeetingStatus.PLANNED: "Who is to meet", MeetingStatus.CALLED_OFF: "Who was to meet"}


def read_out_brief(view: View, meeting_id: str, *, today: dt.date) -> Brief:
    """The read-out of that meeting from the view of those whom it is for.

    Raises:
        NotDisclosed: the view knows of no such meeting; those that it knows of are named.
    """
    scene = Scene(view, view.as_of or today)
    essence, sections = shown = _told(scene, meeting_id)
    cited_here = cited_in((*sections, Section("essence", "", blocks=(Paragraph(essence),))))
    confided = confided_in(shown, lambda each: _told(Scene(each, scene.day), meeting_id), view)
    return Brief(
        scene.case.title,
        view.audience_name,
        subtitle=f"Read-out: {sides(scene, _meeting(scene, meeting_id))}",
        as_of=view.as_of,
        notices=(DRAFT, *notices_of(scene, computed=False, confided=confided)),
        essence=(essence,),
        sections=sections,
        sources=tuple(each for each in source_lines(scene.case) if each.id in cited_here),
    )


def _told(scene: Scene, meeting_id: str) -> tuple[Cell, tuple[Section, ...]]:
    meeting = _meeting(scene, meeting_id)
    return cited(_in_words(scene, meeting), meeting), _section(scene, meeting)


def _meeting(scene: Scene, meeting_id: str) -> Meeting:
    meeting = next((each for each in scene.case.meetings if each.id == meeting_id), None)
    if meeting is not None:
        return meeting
    names = [each.id for each in scene.case.meetings]
    close = get_close_matches(meeting_id, names, n=1)
    meant = f"; did you mean '{close[0]}'?" if close else ""
    raise NotDisclosed(
        f"there is no meeting '{meeting_id}' that {scene.view.audience} may know of; meetings: {listed(names) or 'none'}{meant}"
    )


def meetings_brief(view: View, *, today: dt.date) -> Brief:
    """The meetings of which a read-out can be drafted from that view, each with the name to ask for."""
    scene = Scene(view, view.as_of or today)
    blocks = _meetings(scene)
    return Brief(
        scene.case.title,
        view.audience_name,
        subtitle="Meetings of which a read-out can be drafted",
        as_of=view.as_of,
        notices=notices_of(scene, computed=False, confided=confided_in(blocks, lambda each: _meetings(Scene(each, scene.day)), view)),
        sections=section_of("meetings", "Meetings", "", blocks),
        sources=source_lines(scene.case),
    )


def _meetings(scene: Scene) -> tuple[Block, ...]:
    rows = [
        (Cell(each.id), dated(scene.time_of(each)), cited(sides(scene, each), each), Cell(_how(each)))
        for each in sorted(scene.case.meetings, key=scene.order)
    ]
    return table_of("", ("Name", "When", "Who", "How"), rows) or (paragraph(NO_MEETING),)


def _how(meeting: Meeting) -> str:
    return joined(form_and_place(meeting), str(meeting.status), by=", ")


def _section(scene: Scene, meeting: Meeting) -> tuple[Section, ...]:
    blocks: list[Block] = [
        *_who(scene, meeting),
        *listing_of("On the table", _proposals(scene, meeting)),
        *listing_of("Where they stand, as each said by then", _positions(scene, meeting)),
        *listing_of("In their words that day", _said(scene, meeting)),
        *listing_of("Next", _next(scene, meeting)),
    ]
    return section_of("read-out", "The meeting", "", blocks)


def _in_words(scene: Scene, meeting: Meeting) -> str:
    """`On 3 March 2031 the Dockers' Union and Terminal Employers met the State Conciliator at the Custom House. ...`."""
    where = joined(meeting.place, when_in_words(scene.time_of(meeting)), by=", ")
    actors = [each for each in meeting.participants if scene.case.actor(each)]
    mediating = [each for each in actors if each in scene.case.mediators]
    meeting_ones = [each for each in actors if each not in mediating] or actors
    with_whom = f", with {scene.names.actors(mediating)} mediating" if mediating and len(meeting_ones) < len(actors) else ""
    who = scene.names.actors(meeting_ones) or sides(scene, meeting)
    lapsed = _has_lapsed(scene, meeting)
    met = "were to meet" if lapsed else MET[meeting.status]
    head = f"{who} {met}{with_whom}{f' ({where})' if where else ''}{f'; {LAPSED}' if lapsed else ''}"
    how = HOW[meeting.form] if meeting.status in (MeetingStatus.HELD, MeetingStatus.ONGOING) else ""
    return joined(sentence(head), sentence(meeting.text), how, by=" ")


def _has_lapsed(scene: Scene, meeting: Meeting) -> bool:
    """Whether the time of a planned meeting has passed: nobody knows from here whether it was held."""
    last = scene.time_of(meeting).latest
    return meeting.status is MeetingStatus.PLANNED and last is not None and last < scene.day


def _who(scene: Scene, meeting: Meeting) -> Iterator[Block]:
    rows = []
    for actor in (each for each in meeting.participants if scene.case.actor(each)):
        people = [
            scene.names.person(each, scene.time_of(meeting))
            for each in meeting.participants
            if any(office.person == each and office.actor == actor for office in scene.case.offices)
        ]
        roles = [str(role.role) for role in scene.case.roles if role.actor == actor and not role.toward]
        rows.append((Cell(scene.names.actor(actor)), Cell(listed(roles)), Cell(listed(people))))
    title = WHO.get(meeting.status, "Who met") if not _has_lapsed(scene, meeting) else WHO[MeetingStatus.CALLED_OFF]
    yield from table_of(title, ("Side", "As", "People named"), rows)


def _proposals(scene: Scene, meeting: Meeting) -> Iterator[Cell]:
    here = set(meeting.participants)
    for each in scene.case.proposals:
        if each.is_on_table and _is_by(scene, each, meeting) and here.intersection((*each.by, *each.to)) and not each.is_withdrawn:
            yield cited(sentence(joined(each.name, phrase(each.text), by=": ")), each)


def _positions(scene: Scene, meeting: Meeting) -> Iterator[Cell]:
    by_then = (each for each in scene.standing if each.actor in meeting.participants and each.issue and _is_by(scene, each, meeting))
    for each in sorted(by_then, key=lambda each: meeting.participants.index(each.actor)):
        head = joined(scene.names.actor(each.actor), scene.names.issue(each.issue), by=", ")
        yield cited(f"{head}: {position_in_words(each)}", each)


def _said(scene: Scene, meeting: Meeting) -> Iterator[Cell]:
    """Signals and judgements of those who took part, on the days of the meeting."""
    here = set(meeting.participants)
    voices: list[tuple[Signal | Assessment, str]]
    voices = [(each, each.by) for each in scene.case.signals if each.by in here or each.said_by in here]
    voices += [(each, each.actor or "") for each in scene.case.assessments if each.actor in here]
    for each, by in voices:
        if _is_same_time(scene, each, meeting):
            words = phrase(each.text)
            named = scene.names.actor(by)
            yield cited(sentence(words if named.lower() in words.lower() else f"{named}: {words}"), each)


def _next(scene: Scene, meeting: Meeting) -> Iterator[Cell]:
    ahead: list[tuple[Item, str]] = [
        (each, phrase(each.text) or f"a meeting, {sides(scene, each)}")
        for each in scene.case.meetings
        if each.status is MeetingStatus.PLANNED and each.id != meeting.id
    ]
    ahead += [(each, phrase(each.text)) for each in scene.case.deadlines]
    last = scene.time_of(meeting).latest
    for each, words in sorted(_after(scene, ahead, last), key=lambda pair: scene.order(pair[0])):
        yield cited(joined(when_in_words(scene.time_of(each)), sentence(words), by=": "), each)


def _after(scene: Scene, items: Iterable[tuple[Item, str]], last: dt.date | None) -> Iterator[tuple[Item, str]]:
    for each, words in items:
        until = scene.time_of(each).latest
        if last is not None and until is not None and until > last:
            yield each, words


def _is_by(scene: Scene, item: Item, meeting: Meeting) -> bool:
    """Whether it was there by the end of the meeting, as far as dates tell; what has no date belongs to its round."""
    last, first = scene.time_of(meeting).latest, scene.time_of(item).earliest
    if last is None or first is None:
        return scene.round_of(item) is not None and scene.round_of(item) == scene.round_of(meeting)
    return first <= last


def _is_same_time(scene: Scene, item: Item, meeting: Meeting) -> bool:
    here, there = scene.time_of(meeting), scene.time_of(item)
    if here.day is None or there.day is None:
        return False
    return here.day == there.day
