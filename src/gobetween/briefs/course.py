"""How it went: meetings, proposals, answers, relays, acts and events in order; the voices, the texts, and what is planned next."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import field, frozen

from gobetween.briefs.blocks import Block, Cell, Mark, Section, TimelineEntry, TimelinePlot
from gobetween.briefs.cells import cited, dated, listing_of, noted, paragraph, section_of, table_of
from gobetween.briefs.debts import OPEN
from gobetween.briefs.meetings import LAPSED, form_and_place, sides
from gobetween.briefs.phrasing import joined, phrase, sentence, when_in_words
from gobetween.briefs.scenes import Scene
from gobetween.briefs.texts import ANSWERS, text_blocks
from gobetween.briefs.voices import voice_blocks
from gobetween.model.dates import When
from gobetween.model.evidence import MeetingStatus
from gobetween.model.happenings import Happening, HappeningKind, Meeting, Round, Track
from gobetween.model.items import Item
from gobetween.model.proposals import Answer, Proposal
from gobetween.model.relays import Relay, RelayState

PLANNED = str(MeetingStatus.PLANNED)


@frozen
class Event:
    """One thing that happened or is planned: a short `label`, what is said of it, and further facts."""

    item: Item
    lane: str = field(kw_only=True)
    label: str = field(kw_only=True)
    text: str = field(default="", kw_only=True)
    facts: str = field(default="", kw_only=True)
    state: str = field(default="", kw_only=True)  # planned or called off

    @property
    def words(self) -> str:
        """What is said of it, or else its label."""
        return sentence(self.text or joined(self.label, f"({self.facts})" if self.facts else "", by=" "))

    @property
    def caption(self) -> str:
        """Its label as a plot has it: nothing else there says what is inferred, planned or called off."""
        marks = joined("inferred" if self.item.is_inferred else "", self.state, by=", ")
        return f"{self.label} ({marks})" if marks else self.label

    @property
    def detail(self) -> str:
        """What its words leave out, and the remarks that stand with it."""
        rest = joined("" if self.text.startswith(self.label) else self.label, self.facts, by=", ") if self.text else ""
        return joined(sentence(rest), noted(self.item), by=" ")


def course_section(scene: Scene) -> tuple[Section, ...]:
    """The course of the talks, in order of time."""
    blocks: list[Block] = [
        *([paragraph(scene.case.summary)] if scene.case.summary else ()),
        *_timeline(scene),
        *voice_blocks(scene),
        *text_blocks(scene),
        *listing_of("Planned next", planned_cells(scene)),
    ]
    return section_of("course", "How it went", "What happened, in order; then who judged it how; then what is planned.", blocks)


def _timeline(scene: Scene) -> Iterator[Block]:
    events = sorted(events_of(scene), key=lambda each: _place(scene, each))
    rows = ((_date(scene, each.item), Cell(each.lane), cited(each.words, each.item, detail=each.detail)) for each in events)
    for table in table_of("Course of the talks", ("When", "Kind", "What"), rows):
        yield TimelinePlot(
            "Course of the talks",
            "Rounds, meetings, proposals and answers, relays, acts, outside events and parallel tracks by date.",
            entries=tuple(
                TimelineEntry(scene.time_of(each.item), each.lane, each.caption)
                for each in events
                if not scene.time_of(each.item).is_unknown
            ),
            table=table,
        )


def _place(scene: Scene, event: Event) -> tuple[object, ...]:
    """By first day; what was done by then stands first, and a round before what happened in it."""
    first, last = scene.order(event.item)
    begins_before = scene.time_of(event.item).earliest is None
    return (first, not begins_before, not isinstance(event.item, Round), last)


def _date(scene: Scene, item: Item) -> Cell:
    home = scene.round_of(item)
    if item.when.is_unknown and home and home is not item:
        return Cell(joined(f"during {home.name}", when_in_words(home.when), by=", "), detail="day unknown")
    return dated(item.when)


def events_of(scene: Scene) -> Iterator[Event]:
    """All that happened, or is planned, as the case lists it."""
    case = scene.case
    yield from (_round(scene, each) for each in case.rounds)
    yield from (_meeting(scene, each) for each in case.meetings)
    yield from (_proposal(scene, each) for each in case.proposals)
    yield from (_answer(scene, each) for each in case.answers if each.answer not in OPEN)
    yield from (_relay(scene, each) for each in case.relays)
    yield from (_happening(scene, each) for each in case.happenings)
    yield from (_track(each) for each in case.tracks)


def words_of_open_answers(scene: Scene) -> Iterator[Event]:
    """What was said of answers that are still out: no event of the talks, but something that becomes known."""
    yield from (_answer(scene, each) for each in scene.case.answers if each.answer in OPEN)


def _track(each: Track) -> Event:
    return Event(each, lane="Parallel tracks", label=each.name, text=joined(each.name, each.text, by=": "))


def _round(scene: Scene, each: Round) -> Event:
    name, state = joined(each.name, each.place, by=", "), PLANNED if scene.lies_ahead(each) else ""
    return Event(each, lane="Rounds", label=name, text=joined(name, each.text, by=": "), facts=state, state=state)


def _meeting(scene: Scene, meeting: Meeting) -> Event:
    state = str(meeting.status) if meeting.status in (MeetingStatus.PLANNED, MeetingStatus.CALLED_OFF) else ""
    facts = joined(form_and_place(meeting), state, by=", ")
    return Event(meeting, lane="Meetings", label=sides(scene, meeting), text=meeting.text, facts=facts, state=state)


def _proposal(scene: Scene, proposal: Proposal) -> Event:
    names = scene.names
    to = f" to {names.actors(proposal.to)}" if proposal.to else ""
    facts = joined(f"{proposal.kind} by {names.actors(proposal.by)}{to}", scene.table_state(proposal), by=", ")
    return Event(proposal, lane="Proposals", label=proposal.name, text=joined(proposal.name, proposal.text, by=": "), facts=facts)


def _answer(scene: Scene, answer: Answer) -> Event:
    proposal = next((each.name for each in scene.case.proposals if each.id == answer.proposal), "")
    said_by = f"said by {scene.names.person(answer.said_by, scene.time_of(answer))}" if answer.said_by else ""
    label = f"{scene.names.actor(answer.by)}, on “{proposal}”: {ANSWERS[answer.answer]}"
    return Event(answer, lane="Answers", label=label, text=answer.text, facts=said_by)


def _relay(scene: Scene, relay: Relay) -> Event:
    names = scene.names
    route = f" through {', then '.join(names.actor(each) for each in relay.route)}" if relay.route else ""
    label = f"{names.actor(relay.sender)} to {names.actor(relay.to)}{route}"
    return Event(relay, lane="Relays", label=label, text=relay.text, facts=_how_far(relay))


def _how_far(relay: Relay) -> str:
    """How far a relay has come, where more is known than that it was reported."""
    is_reported = relay.state is RelayState.REPORTED
    return PLANNED if relay.is_planned else "" if is_reported else str(relay.state)


def _happening(scene: Scene, happening: Happening) -> Event:
    lane = "Outside events" if happening.kind is HappeningKind.OUTSIDE_EVENT else "Acts"
    actor = scene.names.actor(happening.actor) if happening.actor else ""
    text = phrase(happening.text)
    unsaid = joined(*(each for each in (actor, happening.place) if each and each.lower() not in text.lower()), by=", ")
    return Event(happening, lane=lane, label=text, text=text, facts=unsaid)


def planned_cells(scene: Scene) -> tuple[Cell, ...]:
    """Rounds that lie ahead, and meetings and relays of the current round that are planned, with their dates, in order."""
    rounds = (_round(scene, each) for each in scene.rounds if scene.lies_ahead(each))
    meetings = (_meeting(scene, each) for each in scene.case.meetings if each.status is MeetingStatus.PLANNED)
    relays = (_relay(scene, each) for each in scene.case.relays if each.is_planned)
    planned = [*rounds, *(each for each in (*meetings, *relays) if scene.is_recent(each.item))]
    return tuple(_planned(scene, each) for each in sorted(planned, key=lambda each: scene.order(each.item)))


def _planned(scene: Scene, event: Event) -> Cell:
    date = dated(event.item.when, otherwise="")
    facts = event.facts.removesuffix("planned").removesuffix(", ")
    words = sentence(event.text or joined(event.label, f"({facts})" if facts else "", by=" "))
    detail = joined(
        sentence(joined("" if event.text.startswith(event.label) else event.label, facts, by=", ")) if event.text else "",
        sentence(f"the date was inferred: {date.detail}") if date.detail else "",
        noted(event.item),
        by=" ",
    )
    reported = (Mark.REPORTED,) if event.item.citations else ()
    return cited(
        joined(_time_planned(scene, event.item.when), words, by=": "), event.item, marks=(*reported, *date.marks), detail=detail
    )


def _time_planned(scene: Scene, when: When) -> str:
    """The time of a plan; of one that has passed by the day of the brief nobody knows from here whether it was kept."""
    words = when_in_words(when)
    if when.latest is None or when.latest >= scene.day:
        return words
    return f"was planned for {words} ({LAPSED})"
