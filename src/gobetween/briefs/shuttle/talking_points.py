"""Talking points for a meeting: what whoever asks may say to one recipient, and what lies between the two; nothing else.

A mediator gets what others entrusted to it only where a permission in force lets it tell this recipient, each line with that
permission and the form that it allows; messages that it was handed for this recipient; what is its own; and what everybody knows. A
party, or anybody else, gets what is its own. Everything is drawn from the view of whoever asks, so none of it is wider than that.
"""

from __future__ import annotations

import datetime as dt
import re
from enum import StrEnum

from attrs import field, frozen

from gobetween.briefs.blocks import Block, Brief, Cell, Paragraph, Section
from gobetween.briefs.cells import section_of, table_of
from gobetween.briefs.confidences import confided_in
from gobetween.briefs.notices import notices_of
from gobetween.briefs.phrasing import day_in_words, joined, phrase
from gobetween.briefs.scenes import Scene
from gobetween.briefs.shuttle.owed_points import owed_between
from gobetween.briefs.shuttle.own_points import Words, own_words, public_words
from gobetween.briefs.shuttle.sayables import Sayable, Speaker
from gobetween.briefs.sources import cited_in, source_lines
from gobetween.disclosure.views import View
from gobetween.model.items import KEEPER, PUBLIC, Item
from gobetween.model.permissions import Form
from gobetween.model.relays import Message

LEAD_OF_MEDIATORS = "All that you may say there, and why. What else you hold was entrusted to you without leave to pass it on to them."
LEAD_OF_OTHERS = "What is yours to say there, what lies between you, and what everybody knows."
LEAD_OF_KEEPER = (
    "What everybody knows, and bears on the meeting. What was entrusted to a mediator only that mediator may say: ask as it (--as)."
)
_UNNAMED = re.compile(r"[a-z-]+-[0-9a-f]{8}")  # what an entry is called that nobody gave a name


class PointKind(StrEnum):
    """Why something may be said; the titles under which talking points stand."""

    ENTRUSTED = "Entrusted by others, and permitted"
    HANDED = "To pass on, in these words"
    OWN = "Your own"
    OWED = "Between you"
    PUBLIC = "What everybody knows"


@frozen
class Point:
    """One talking point: what it is about (by id, where it has one), the words, how they may be put, and what allows it."""

    kind: PointKind
    name: str = field(kw_only=True)
    words: str = field(kw_only=True)
    how: str = field(default="", kw_only=True)
    because: str = field(default="", kw_only=True)
    item: Item | None = field(default=None, kw_only=True)


def talking_points(scene: Scene, recipient: str) -> tuple[Section, ...]:
    """The points for a meeting with the recipient, as a section; none where the audience knows of no such actor."""
    points = find_points(scene, recipient)
    columns = ("Words", "How", "Because")
    blocks: list[Block] = []
    for kind in PointKind:
        rows = [_row(each) for each in points if each.kind is kind]
        blocks += table_of(kind, columns, rows)
    return section_of("talking-points", _title(scene, recipient), _lead(scene), blocks)


def _title(scene: Scene, recipient: str) -> str:
    nobodys = {KEEPER: "the keeper of the case", PUBLIC: "the public"}
    return f"Talking points for {nobodys.get(recipient) or scene.names.actor(recipient)}"


def _nothing(scene: Scene, recipient: str) -> str:
    """Why there are no points."""
    if recipient == scene.view.audience:
        return "They are who asks; talking points are for a meeting with somebody else."
    if scene.case.actor(recipient) is None:
        return "They are no actor of the talks; talking points are for one. What everybody may know is in the public brief."
    return "Nothing that is here may be said to them; what you think yourself is yours to say."


def _row(point: Point) -> tuple[Cell, ...]:
    citations = point.item.citations if point.item is not None else ()
    name = "" if _UNNAMED.fullmatch(point.name) else point.name
    return Cell(point.words, citations), Cell(point.how), Cell(point.because, detail=f"in the case: {name}" if name else "")


def _lead(scene: Scene) -> str:
    if scene.view.audience in scene.case.mediators:
        return LEAD_OF_MEDIATORS
    return LEAD_OF_OTHERS if scene.case.actor(scene.view.audience) else LEAD_OF_KEEPER


def talking_points_brief(view: View, today: dt.date, recipient: str) -> Brief:
    """The talking points as a brief of their own, with its notices."""
    scene = Scene(view, today)
    sections = shown = talking_points(scene, recipient)
    if not sections:
        nothing = Paragraph(Cell(_nothing(scene, recipient)))
        sections = section_of("talking-points", _title(scene, recipient), "", [nothing])
    return Brief(
        view.case.title,
        view.audience_name,
        subtitle=f"For a meeting on {day_in_words(today)}",
        as_of=view.as_of,
        notices=notices_of(
            scene, computed=False, confided=confided_in(shown, lambda each: talking_points(Scene(each, today), recipient), view)
        ),
        sections=sections,
        sources=tuple(each for each in source_lines(scene.case) if each.id in cited_in(sections)),
    )


def find_points(scene: Scene, recipient: str) -> tuple[Point, ...]:
    """The points, one by one, in the order of their kinds."""
    audience = scene.view.audience
    if scene.case.actor(recipient) is None or recipient == audience:
        return ()
    public = tuple(_open(each) for each in public_words(scene, recipient))
    if scene.case.actor(audience) is None:  # the keeper, or the public: nobody whom anything was entrusted to, to be conveyed
        return public
    in_force = tuple(each for each in scene.case.permissions if audience in each.carriers and each.is_in_force(scene.day))
    speaker = Speaker(scene.case, audience, permissions=in_force)
    entrusted: list[Point] = []
    if audience in scene.case.mediators:
        entrusted += [_entrusted(scene, each, recipient) for each in speaker.sayables(recipient)]
        entrusted += [_to_pass_on(scene, each) for each in speaker.to_pass_on(recipient) if _is_in_time(scene, each)]
    own = [_own(each) for each in own_words(scene, recipient)]
    owed = [Point(PointKind.OWED, name=each.name, words=each.words, how=each.how) for each in owed_between(scene, recipient)]
    return (*entrusted, *(each for each in own if not speaker.echoes(each.words)), *owed, *public)


def _own(each: Words) -> Point:
    return Point(PointKind.OWN, name=each.name, words=each.words, how=each.how, because="it is yours", item=each.item)


def _open(each: Words) -> Point:
    return Point(PointKind.PUBLIC, name="", words=each.words, how=each.how, because="open to everybody", item=each.item)


def _entrusted(scene: Scene, sayable: Sayable, recipient: str) -> Point:
    permission = sayable.permission
    until = f"until {day_in_words(permission.until)}" if permission and permission.until else ""
    return Point(
        PointKind.ENTRUSTED,
        name=sayable.item,
        words=f"“{sayable.words}”" if sayable.is_exact else phrase(sayable.words),
        how=joined(_form(sayable), _condition(sayable), _attribution(scene, sayable), _said_before(scene, sayable, recipient)),
        because=joined(f"permission {permission.id}", until) if permission else "given without a condition, in talks that are open",
    )


def _condition(sayable: Sayable) -> str:
    return f"never without its condition: {phrase(sayable.condition)}" if sayable.condition else ""


def _form(sayable: Sayable) -> str:
    if sayable.form is Form.OWN_IDEA:
        return "as your own idea, in exactly these words" if sayable.is_exact else "as your own idea, in your own words"
    return "in exactly these words" if sayable.is_exact else "in your own words"


def _attribution(scene: Scene, sayable: Sayable) -> str:
    if sayable.named is not None:
        return f"it may be said to be {scene.names.actor(sayable.named)}'s"
    return "" if sayable.form is Form.OWN_IDEA else "whose it is stays unsaid"


def _said_before(scene: Scene, sayable: Sayable, recipient: str) -> str:
    said = any(each.item == sayable.item and each.to == recipient and each.legs for each in scene.case.relays)
    return "you have conveyed it to them already" if said else ""


def _to_pass_on(scene: Scene, message: Message) -> Point:
    named = f"as {scene.names.actor(message.attributed_to)}'s" if message.attributed_to else "whose it is stays unsaid"
    idea = "as a mediator's own idea" if message.form is Form.OWN_IDEA else ""
    until = f"until {day_in_words(message.until)}" if message.until else ""
    return Point(
        PointKind.HANDED,
        name=message.id,
        words=f"“{message.text}”",
        how=joined(idea or named, until),
        because=f"handed to you by {scene.names.actor(message.carrier)} to go there",
    )


def _is_in_time(scene: Scene, message: Message) -> bool:
    return message.until is None or scene.day <= message.until
