"""How it went: meetings, proposals, answers, relays, acts and events in order; the voices, the texts, and what is planned next."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from gobetween.briefs.blocks import Block, Cell, Listing, Mark, Section, TimelineEntry, TimelinePlot
from gobetween.briefs.cells import cited, dated, listing_of, section_of, table_of
from gobetween.briefs.phrasing import joined, phrase, sentence, when_in_words
from gobetween.briefs.scenes import Scene
from gobetween.briefs.texts import text_blocks
from gobetween.briefs.voices import voice_blocks
from gobetween.model.evidence import MeetingForm, MeetingStatus
from gobetween.model.happenings import Happening, HappeningKind, Round, Sitting
from gobetween.model.items import Item
from gobetween.model.proposals import Answer, AnswerKind, Proposal, Relay

FORMS = {
    MeetingForm.DIRECT: "face to face",
    MeetingForm.INDIRECT: "indirect",
    MeetingForm.UNSAID: "",
}


def course_section(scene: Scene) -> tuple[Section, ...]:
    """The course of the talks, in order of time."""
    blocks: list[Block] = [
        *_timeline(scene),
        *voice_blocks(scene),
        *text_blocks(scene),
        *planned_blocks(scene),
    ]
    return section_of("course", "How it went", "What happened, in order; then who judged it how; then what is planned.", blocks)


def _timeline(scene: Scene) -> Iterator[Block]:
    entries = list(_entries(scene))
    entries.sort(key=lambda each: (scene.order(each[1])[0], not isinstance(each[1], Round), scene.order(each[1])[1]))
    rows = ((_date(scene, item), Cell(lane), cited(sentence(label), item)) for lane, item, label in entries)
    for table in table_of("Course of the talks", ("When", "Kind", "What"), rows):
        yield TimelinePlot(
            "Course of the talks",
            "Rounds, meetings, proposals and answers, relays, acts and outside events by date.",
            entries=tuple(
                TimelineEntry(scene.time_of(item), lane, label) for lane, item, label in entries if not scene.time_of(item).is_unknown
            ),
            table=table,
        )


def _date(scene: Scene, item: Item) -> Cell:
    home = scene.round_of(item)
    if item.when.is_unknown and home and home is not item:
        return Cell(joined(f"during {home.name}", when_in_words(home.when), by=", "), detail="day unknown")
    return dated(item.when)


def _entries(scene: Scene) -> Iterator[tuple[str, Item, str]]:
    """Everything that happened: its lane, the entry, and its words."""
    case = scene.case
    lanes: tuple[tuple[str, tuple[Item, ...], Callable[..., str]], ...] = (
        ("Rounds", case.rounds, _round),
        ("Meetings", case.meetings, partial(meeting_in_words, scene)),
        ("Proposals", case.proposals, partial(_proposal, scene)),
        ("Answers", tuple(each for each in case.answers if each.answer is not AnswerKind.PENDING), partial(answer_in_words, scene)),
        ("Relays", case.relays, partial(relay_in_words, scene)),
    )
    for lane, items, worded in lanes:
        for item in items:
            yield lane, item, worded(item)
    for happening in case.happenings:
        outside = happening.kind is HappeningKind.OUTSIDE_EVENT
        yield "Outside events" if outside else "Acts", happening, _happening(scene, happening)


def _round(each: Round) -> str:
    return joined(joined(each.name, each.place, by=", "), phrase(each.text), by=": ")


def _proposal(scene: Scene, proposal: Proposal) -> str:
    table = " (on the table)" if proposal.is_on_table else ""
    to = f" to {scene.names.actors(proposal.to)}" if proposal.to else ""
    head = f"{proposal.name}, {proposal.kind} by {scene.names.actors(proposal.by)}{to}{table}"
    return joined(head, phrase(proposal.text), by=": ")


def _happening(scene: Scene, happening: Happening) -> str:
    actor = scene.names.actor(happening.actor) if happening.actor else ""
    text = phrase(happening.text)
    named = actor and actor.lower() not in text.lower()
    return joined(joined(actor if named else "", text, by=": "), happening.place if happening.place not in text else "", by=", ")


def meeting_in_words(scene: Scene, meeting: Sitting) -> str:
    """Who met or is to meet, where, in which form, and what is said of it."""
    who = " - ".join(scene.names.somebody(each, scene.time_of(meeting)) for each in meeting.participants)
    planned = "planned" if meeting.status is MeetingStatus.PLANNED else ""
    facts = joined(meeting.place, FORMS[meeting.form], planned, by=", ")
    return joined(joined(who, f"({facts})" if facts else "", by=" "), phrase(meeting.text), by=": ")


def answer_in_words(scene: Scene, answer: Answer) -> str:
    """Who answers what to which proposal."""
    proposal = next((each.name for each in scene.case.proposals if each.id == answer.proposal), "")
    said_by = f", said by {scene.names.person(answer.said_by, scene.time_of(answer))}" if answer.said_by else ""
    return joined(f"{scene.names.actor(answer.by)} on {proposal}: {answer.answer}{said_by}", phrase(answer.text))


def relay_in_words(scene: Scene, relay: Relay) -> str:
    """What goes from whom to whom through which mediators."""
    names = scene.names
    route = f" through {', then '.join(names.actor(each) for each in relay.route)}" if relay.route else ""
    planned = " (planned)" if relay.is_planned else ""
    return f"{names.actor(relay.sender)} to {names.actor(relay.to)}{route}{planned}: {phrase(relay.text)}"


def planned_blocks(scene: Scene) -> tuple[Listing, ...]:
    """What is planned next: listed apart, so that a reader finds it at once."""
    return listing_of("Planned next", planned_cells(scene))


def planned_cells(scene: Scene) -> tuple[Cell, ...]:
    """Meetings and relays of the current round that are planned, with their dates, in order."""
    meetings = [each for each in scene.case.meetings if each.status is MeetingStatus.PLANNED and scene.is_recent(each)]
    relays = [each for each in scene.case.relays if each.is_planned and scene.is_recent(each)]
    planned: list[tuple[Item, str]] = [
        *((each, meeting_in_words(scene, each).replace(", planned)", ")").replace(" (planned)", "")) for each in meetings),
        *((each, relay_in_words(scene, each).replace(" (planned)", "")) for each in relays),
    ]
    planned.sort(key=lambda each: scene.order(each[0]))
    return tuple(_planned(item, text) for item, text in planned)


def _planned(item: Item, text: str) -> Cell:
    date = dated(item.when, otherwise="")
    return cited(joined(date.text, sentence(text), by=": "), item, marks=(*date.marks, *_reported(item)), detail=date.detail)


def _reported(item: Item) -> tuple[Mark, ...]:
    return (Mark.REPORTED,) if item.citations else ()
