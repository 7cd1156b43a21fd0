"""Cells from entries: their words, their citations, and the marks that follow from what they are."""

from __future__ import annotations

from collections.abc import Iterable

from gobetween.briefs.blocks import Block, Cell, Listing, Mark, Paragraph, Section, Table
from gobetween.briefs.phrasing import joined, sentence, when_in_words
from gobetween.model.dates import DateBasis, When
from gobetween.model.items import KEEPER_ALONE, PUBLIC, Item
from gobetween.model.passages import Citation
from gobetween.model.positions import Position

EMPTY = Cell("")


def cited(text: str, *items: Item, marks: Iterable[Mark] = (), detail: str = "") -> Cell:
    """A cell that rests on the items: it carries their citations, and says so where one of them was inferred, or is not open."""
    return Cell(
        text, citations_of(items), marks=tuple(dict.fromkeys((*marks, *inferred_mark(items), *closed_marks(items)))), detail=detail
    )


def inferred_mark(items: Iterable[Item]) -> tuple[Mark, ...]:
    """The mark of what the keeper read into a source, if one of the items is such a reading."""
    return (Mark.INFERRED,) if any(item.is_inferred for item in items) else ()


def closed_marks(items: Iterable[Item]) -> tuple[Mark, ...]:
    """The marks of what is not open: that one of the items was entrusted, that one of them only some hold."""
    kept = tuple(items)
    entrusted = (Mark.ENTRUSTED,) if any(map(is_entrusted, kept)) else ()
    return (*entrusted, *((Mark.NOT_PUBLIC,) if any(map(is_held_by_some, kept)) else ()))


def noted(*items: Item) -> str:
    """The remarks that stand with the items."""
    return joined(*(sentence(item.note) for item in items), by=" ")


def citations_of(items: Iterable[Item]) -> tuple[Citation, ...]:
    """What the items rest on, each citation once."""
    return tuple(dict.fromkeys(citation for item in items for citation in item.citations))


def is_entrusted(item: Item) -> bool:
    """Whether someone entrusted the item to those who hold it."""
    return item.owner is not None and PUBLIC not in item.holders


def is_held_by_some(item: Item) -> bool:
    """Whether it is a position that some hold without its being public, and nothing says by whom it was entrusted.

    What the keeper alone holds is not meant: so are all entries of which nobody has said yet who holds them.
    """
    return isinstance(item, Position) and item.owner is None and PUBLIC not in item.holders and item.holders != KEEPER_ALONE


def is_closed(item: Item) -> bool:
    """Whether it is not for passing on: entrusted, or a position that only some hold."""
    return is_entrusted(item) or is_held_by_some(item)


def openness_of(item: Item) -> int:
    """Which series it belongs to: 0 what is open, 1 what only some hold, 2 what was entrusted; none of them replaces another."""
    return 2 if is_entrusted(item) else int(is_held_by_some(item))


def dated(when: When, *, otherwise: str = "date unknown") -> Cell:
    """A cell with a date; one that was inferred says so, and how."""
    inferred = when.basis is DateBasis.INFERRED
    text = when_in_words(when) or otherwise
    return Cell(text, marks=(Mark.INFERRED,) if inferred else (), detail=when.inference if inferred else "")


def table_of(title: str, columns: tuple[str, ...], rows: Iterable[tuple[Cell, ...]], *, note: str = "") -> tuple[Table, ...]:
    """The table, or nothing if it has no rows; columns of which every cell is empty are left out."""
    kept = tuple(rows)
    full = [index for index in range(len(columns)) if any(row[index].text for row in kept)]
    if not kept:
        return ()
    return (
        Table(
            title,
            tuple(columns[index] for index in full),
            rows=tuple(tuple(row[index] for index in full) for row in kept),
            note=note,
        ),
    )


def listing_of(title: str, cells: Iterable[Cell]) -> tuple[Listing, ...]:
    """The listing, or nothing if it has no points."""
    kept = tuple(cell for cell in cells if cell.text)
    return (Listing(title, kept),) if kept else ()


def section_of(section_id: str, title: str, lead: str, blocks: Iterable[Block]) -> tuple[Section, ...]:
    """The section, or nothing if it has no blocks."""
    kept = tuple(blocks)
    return (Section(section_id, title, lead=lead, blocks=kept),) if kept else ()


def paragraph(text: str, *items: Item, marks: Iterable[Mark] = (), detail: str = "") -> Paragraph:
    """A paragraph that rests on the items."""
    return Paragraph(cited(text, *items, marks=marks, detail=detail))
