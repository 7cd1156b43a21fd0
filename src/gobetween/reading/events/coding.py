"""From the items of a document to events in the codes of PLOVER and CAMEO: meetings, positions, pressure and acts, where a code fits.

What is only said (statements, assessments, denials) has no type in PLOVER and is not coded, nor is what is offered under a condition:
that the text says so is kept where it was read. A code says what the text tells, not that it happened.
"""

from __future__ import annotations

from collections.abc import Iterator

from gobetween.model.dates import UNKNOWN_DATE
from gobetween.model.evidence import (
    ActMention,
    Document,
    EventMention,
    ItemKind,
    LeverageMention,
    MeetingForm,
    MeetingMention,
    MeetingStatus,
    PositionMention,
    Stance,
)
from gobetween.model.evidence.event_codes import CODES
from gobetween.reading.events.matters import (
    ACCEPTANCES,
    ACTS,
    BARGAINING,
    BREAKING_OFF,
    DEMANDS,
    FIGHTING,
    LEAVING_A_PLACE,
    MEDIATED,
    OFFERS,
    REJECTIONS,
    STRIKING,
    TELEPHONING,
    THREATS,
    UNWILLING,
    code_by,
)
from gobetween.reading.events.targets import others_in

_PLAIN, _TO_MEET = "100", "106"  # a demand of no kind of its own; one to meet or negotiate


def code_events(document: Document) -> tuple[EventMention, ...]:
    """The events of the document in reading order, each with the words of the item it was coded from.

    What was read in two ways (a veto as an act and as a position) is one event.
    """
    found = [*_of_acts(document), *_of_meetings(document), *_of_leverage(document), *_of_positions(document)]
    once = {(each.cameo, each.source, each.passage.start): each for each in reversed(found)}
    return tuple(sorted(once.values(), key=lambda each: (each.passage.start, each.passage.end, each.cameo, each.source)))


def _of_meetings(document: Document) -> Iterator[EventMention]:
    for meeting in document.meetings:
        if meeting.participants and not _is_no_visit(meeting):
            yield _event(_code_of_meeting(meeting), meeting, meeting.participants, kind=ItemKind.MEETING)


def _is_no_visit(meeting: MeetingMention) -> bool:
    """Whether nobody comes: the journey was called off, or only their going away is told."""
    is_left = LEAVING_A_PLACE.search(meeting.passage.text) is not None
    return meeting.kind == "visit" and (is_left or meeting.status is MeetingStatus.CALLED_OFF)


def _code_of_meeting(meeting: MeetingMention) -> str:
    words = meeting.passage.text
    if BREAKING_OFF.search(words):
        return "164"
    if meeting.status is MeetingStatus.CALLED_OFF:
        return "164"
    if meeting.status is MeetingStatus.PLANNED:
        return "036"
    if meeting.kind == "visit":
        return "042"
    if meeting.kind == "contact" or TELEPHONING.search(words):
        return "041" if TELEPHONING.search(words) else "040"
    if meeting.form is MeetingForm.INDIRECT or MEDIATED.search(words):
        return "045"
    return "046" if meeting.kind == "talks" or BARGAINING.search(words) else "040"


def _of_positions(document: Document) -> Iterator[EventMention]:
    for position in document.positions:
        if code := _code_of_position(position):
            together = tuple(each.party for each in document.positions if each.passage == position.passage)
            target = others_in(document, position.passage.text, together)
            if position.stance is not Stance.DEMAND:  # who begins the words of a demand may be whom it is made of
                target = tuple(name for name in target if not position.passage.text.startswith(name))
            yield _event(code, position, (position.party,), target=target, kind=ItemKind.POSITION)


def _code_of_position(position: PositionMention) -> str | None:
    words = position.passage.text
    match position.stance:
        case Stance.DEMAND:
            return _code_of_demand(words, position.issue)
        case Stance.OFFER:
            return code_by(OFFERS, words, otherwise="030")
        case Stance.ACCEPT | Stance.SUPPORT if STRIKING.search(words) or FIGHTING.search(words):
            return code_by(THREATS, words, otherwise="130")  # backing a strike of one's own, ready to fight on
        case Stance.ACCEPT:
            return code_by(ACCEPTANCES, words, otherwise="030")
        case Stance.REJECT:
            return code_by(REJECTIONS, words, otherwise="120")
        case Stance.OPPOSE:
            return code_by(REJECTIONS, words, otherwise="120") if UNWILLING.search(words) else "111"
        case Stance.THREATEN:
            return code_by(THREATS, words, otherwise="130")
        case Stance.SUPPORT:
            return "051"
        case Stance.DROPPED_DEMAND:
            return "080"
        case _:  # conditional, claimed, denied or pending: nothing has been done yet
            return None


def _code_of_demand(words: str, issue: str) -> str:
    """By what is asked; a word for talks that only stands around it ("a list, for the talks to go on") asks for no talks."""
    asked = code_by(DEMANDS, issue, otherwise="")
    told = code_by(DEMANDS, words, otherwise="100")
    return asked or (_PLAIN if issue and told == _TO_MEET else told)


def _of_leverage(document: Document) -> Iterator[EventMention]:
    for pressure in document.leverage:
        yield _event(_code_of_pressure(pressure), pressure, (pressure.by,), target=(pressure.on,), kind=ItemKind.LEVERAGE)


def _code_of_pressure(pressure: LeverageMention) -> str:
    if pressure.otherwise:
        return code_by(THREATS, pressure.otherwise, otherwise="130")
    return code_by(DEMANDS, pressure.demand or pressure.passage.text, otherwise="100")


def _of_acts(document: Document) -> Iterator[EventMention]:
    for act in document.acts:
        if code := code_by(ACTS, act.passage.text, otherwise=""):
            target = others_in(document, act.passage.text, (act.actor,))
            yield _event(code, act, (act.actor,), target=target, kind=ItemKind.ACT)


def _event(
    code: str,
    item: MeetingMention | PositionMention | LeverageMention | ActMention,
    source: tuple[str, ...],
    *,
    kind: ItemKind,
    target: tuple[str, ...] = (),
) -> EventMention:
    meant = CODES[code]
    return EventMention(
        item.passage,
        meant.plover,
        source,
        target=target,
        mode=meant.mode,
        cameo=code,
        when=UNKNOWN_DATE if isinstance(item, LeverageMention) else item.when,
        place=item.place if isinstance(item, MeetingMention) else None,
        read_from=kind.word,
    )
