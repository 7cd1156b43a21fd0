"""A brief in which every line says by which ids a person may judge what stands behind it."""

from __future__ import annotations

from attrs import evolve

from gobetween.briefs.blocks import Block, Brief, Cell, Listing, Paragraph, Section, Table
from gobetween.briefs.phrasing import joined

MOST_SHOWN = 4


def with_ids_shown(brief: Brief) -> Brief:
    """The brief with the ids of a line's items in its detail: "[position-3fa91c2d]"."""
    return evolve(brief, sections=tuple(map(_section, brief.sections)))


def _section(section: Section) -> Section:
    return evolve(section, blocks=tuple(map(_block, section.blocks)))


def _block(block: Block) -> Block:
    match block:
        case Paragraph():
            return Paragraph(_cell(block.cell))
        case Listing():
            return Listing(block.title, tuple(map(_cell, block.cells)))
        case Table():
            return _table(block)
    return evolve(block, table=_table(block.table))


def _table(table: Table) -> Table:
    return evolve(table, rows=tuple(tuple(map(_cell, row)) for row in table.rows))


def _cell(cell: Cell) -> Cell:
    if not cell.items:
        return cell
    more = f" and {len(cell.items) - MOST_SHOWN} more" if len(cell.items) > MOST_SHOWN else ""
    return evolve(cell, detail=joined(cell.detail, f"[{', '.join(cell.items[:MOST_SHOWN])}{more}]"))
