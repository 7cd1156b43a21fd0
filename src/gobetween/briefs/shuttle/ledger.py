"""The relay ledger: for an owner, what became of its own items; for a carrier, what it answers for; and plans among mediators."""

from __future__ import annotations

from collections.abc import Iterator

from gobetween.briefs.blocks import Block, Cell, Section
from gobetween.briefs.cells import dated, section_of, table_of
from gobetween.briefs.phrasing import day_in_words, joined, listed, quoted, sentence
from gobetween.briefs.scenes import Scene
from gobetween.model.relays import Leg, Relay, RelayState

_LEAD = "What was conveyed, in which words, under which permission, over whom and when. What was said to it is not in it."


def ledger_section(scene: Scene) -> tuple[Section, ...]:
    """The lines of one's own items, of what one conveyed, and the plans that one sees."""
    live = [each for each in scene.case.relays if each.state is not RelayState.REPORTED]
    lines = [each for each in live if not each.shown_to]
    reader = scene.view.audience
    blocks: list[Block] = [
        *_lines(scene, "Of what is yours", [each for each in lines if each.sender == reader]),
        *_lines(scene, "Conveyed by you for others", [each for each in lines if each.sender != reader]),
        *_plans(scene, [each for each in live if each.shown_to]),
    ]
    return section_of("ledger", "Relay ledger", _LEAD, blocks)


def _lines(scene: Scene, title: str, relays: list[Relay]) -> Iterator[Block]:
    rows = [_line(scene, each) for each in relays]
    yield from table_of(title, ("Name", "Item", "Of", "To", "Words conveyed", "Form", "Permission", "Way", "State"), rows)


def _line(scene: Scene, relay: Relay) -> tuple[Cell, ...]:
    names = scene.names
    software = "processed by a third party's software" if relay.used_other_software else ""
    named = "naming whose it is" if relay.is_attributed else ""
    return (
        Cell(relay.id, detail=f"message {relay.message}" if relay.message else ""),
        Cell(relay.item or "an idea of one's own"),
        Cell(names.actor(relay.sender)),
        Cell(f"whoever {relay.back_to} came from" if relay.back_to else names.actor(relay.to)),
        Cell(quoted(relay.text)),
        Cell(str(relay.form or ""), detail=joined(named, software)),
        Cell(relay.permission or ""),
        Cell(
            listed((names.actor(each) for each in relay.route), last="then"), detail=joined(*(_leg(scene, each) for each in relay.legs))
        ),
        Cell(str(relay.state), detail=sentence(relay.reason)),
    )


def _leg(scene: Scene, leg: Leg) -> str:
    at = f" on {day_in_words(leg.at.date())}, {leg.at:%H:%M} UTC" if leg.at else ""
    return f"{scene.names.actor(leg.carrier)} to {scene.names.actor(leg.to)}{at}"


def _plans(scene: Scene, plans: list[Relay]) -> Iterator[Block]:
    names = scene.names
    rows = [
        (
            Cell(each.id, detail=each.item or ""),
            Cell(sentence(each.text)),
            Cell(names.actor(each.to)),
            Cell(listed((names.actor(carrier) for carrier in each.route), last="then")),
            Cell(day_in_words(each.due) if each.due else ""),
            Cell(each.after or ""),
            Cell(names.actors(each.shown_to)),
            Cell(str(each.state), detail=sentence(each.reason)),
            dated(each.when),
        )
        for each in plans
    ]
    yield from table_of("Plans", ("Name", "What", "To", "Conveyed by", "Day", "After", "Seen by", "State", "Made"), rows)
