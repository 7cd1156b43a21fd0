"""Who moved in a stretch of time, and who spoke on an issue for the first time."""

from __future__ import annotations

from collections.abc import Iterator

from gobetween.briefs.blocks import Block, Section
from gobetween.briefs.cells import cited, listing_of, noted, section_of
from gobetween.briefs.changes.stretches import Stretch
from gobetween.briefs.moves import Move, move_cells, moves_of
from gobetween.briefs.phrasing import joined
from gobetween.briefs.stances import position_in_words
from gobetween.model.positions import Position


def moved_section(stretch: Stretch) -> tuple[Section, ...]:
    """Moves with what stood before, then what else was said on the issues."""
    moves = new_moves(stretch)
    lead = "A move is a position that replaced another, or a demand dropped. What was said once more is none."
    told = {each.id for move in moves for each in move.after}
    blocks: list[Block] = [*listing_of("Moves, latest first", move_cells(stretch.after, moves)), *_said(stretch, told)]
    return section_of("moved", "Who moved", lead, blocks)


def new_moves(stretch: Stretch) -> tuple[Move, ...]:
    """The moves that became known in the stretch."""
    new = {each.id for each in stretch.new("positions")}
    return tuple(move for move in moves_of(stretch.after) if any(each.id in new for each in move.after))


def _said(stretch: Stretch, told: set[str]) -> Iterator[Block]:
    scene = stretch.after
    new = {each.id for each in stretch.new("positions")} - told
    said = sorted((each for each in scene.case.positions if each.id in new), key=scene.order)
    yield from listing_of("Said as well", (cited(_line(stretch, each), each, detail=noted(each)) for each in said))


def _line(stretch: Stretch, position: Position) -> str:
    scene = stretch.after
    issue = scene.names.issue(position.issue)
    head = joined(scene.time_known(position), joined(scene.names.actor(position.actor), issue, by=" on "), by=", ")
    return f"{head}: {position_in_words(position)}"
