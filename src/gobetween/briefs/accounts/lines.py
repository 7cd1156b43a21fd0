"""Lines of an account: words, the reports and passages they rest on, and the mark that says whether a person has checked them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from gobetween.briefs.accounts.coverage import Found
from gobetween.briefs.accounts.wording import quoted
from gobetween.briefs.blocks import Cell, Listing, Mark, Section, Table
from gobetween.briefs.phrasing import counted, joined, when_or_undated
from gobetween.model.dates import DateBasis, When
from gobetween.model.evidence import Standing, Statement, StatementKind
from gobetween.model.passages import Citation

MOST_ROWS = 40
MOST_CITED = 8  # reports in one cell
EMPTY = Cell("")
STANDINGS = {
    Standing.READ: Mark.READ,
    Standing.PROPOSED: Mark.PROPOSED,
    Standing.CONFIRMED: Mark.CONFIRMED,
    Standing.CHANGED: Mark.CHANGED,
}
Row = tuple[Cell, ...]


def line(text: str, found: Iterable[Found[Any]], *, marks: Iterable[Mark] = (), detail: str = "") -> Cell:
    """A line that rests on what was found; every citation once, of eight reports at most, the rest counted."""
    found = tuple(found)
    citations = citations_of(found)
    sources = tuple(dict.fromkeys(citation.source for citation in citations))
    shown = frozenset(sources[:MOST_CITED])
    rest = f"and {counted(len(sources) - len(shown), 'further report')}" if len(sources) > len(shown) else ""
    kept = tuple(citation for citation in citations if citation.source in shown)
    items = tuple(dict.fromkeys(each.item.id for each in found if getattr(each.item, "id", "")))
    return Cell(text, kept, marks=(*standing_marks(found), *marks), detail=joined(detail, rest), items=items)


def as_said(found: Found[Any]) -> str:
    """The words in quotation marks; those that a denial is of, as denied: they say the contrary of what was said."""
    is_denied = isinstance(found.item, Statement) and found.item.kind is StatementKind.DENIAL
    return f"denied: {quoted(found.passage.text)}" if is_denied else quoted(found.passage.text)


def standing_marks(found: Iterable[Found[Any]]) -> tuple[Mark, ...]:
    """Who stands behind these: rules, a model, a person; and whether all that was read by rules is doubtful."""
    items = [each.item for each in found]
    marks = tuple(dict.fromkeys(STANDINGS[getattr(item, "standing", Standing.READ)] for item in items)) or (Mark.READ,)
    known = [item.confidence for item in items if getattr(item, "standing", None) is Standing.READ]
    is_doubtful = bool(known) and all(confidence is not None and confidence.is_doubtful for confidence in known)
    return (*marks, Mark.DOUBTFUL) if is_doubtful else marks


def words(found: Sequence[Found[Any]], *, marks: Iterable[Mark] = (), detail: str = "") -> Cell:
    """The words of the first, citing all."""
    return line(quoted(found[0].passage.text), found, marks=marks, detail=detail)


def citations_of(found: Iterable[Found[Any]]) -> tuple[Citation, ...]:
    """The reports and passages, each once."""
    return tuple(dict.fromkeys(each.citation for each in found))


def dated(when: When, *, with_reason: bool = False) -> Cell:
    """A cell with a date; an inferred one is marked, and says how it was found if asked to."""
    is_inferred = when.basis is DateBasis.INFERRED
    return Cell(
        when_or_undated(when),
        marks=(Mark.INFERRED,) if is_inferred else (),
        detail=when.inference if with_reason else "",
    )


def table(
    title: str, columns: tuple[str, ...], rows: Sequence[Row], *, ranks: Sequence[float] = (), note: str = ""
) -> tuple[Table, ...]:
    """The table, or nothing without rows; of many rows the most telling are kept, in their order, and the rest is said to be there."""
    if not rows:
        return ()
    kept = range(len(rows))
    if len(rows) > MOST_ROWS:
        best = sorted(kept, key=lambda index: -ranks[index] if ranks else index)[:MOST_ROWS]
        kept = sorted(best)  # type: ignore[assignment]  # a list of indices serves as well as a range
        rest = f"{len(rows) - MOST_ROWS} further lines are left out here; `gobetween read --format json` gives all."
        note = f"{note} {rest}".strip()
    filled = [index for index in range(len(columns)) if any(rows[row][index].text for row in kept)]
    chosen = tuple(tuple(rows[row][index] for index in filled) for row in kept)
    return (Table(title, tuple(columns[index] for index in filled), rows=chosen, note=note),)


def listing(title: str, cells: Iterable[Cell]) -> tuple[Listing, ...]:
    """The listing, or nothing without points."""
    kept = tuple(cells)
    return (Listing(title, kept),) if kept else ()


def section(section_id: str, title: str, lead: str, blocks: Iterable[Any]) -> tuple[Section, ...]:
    """The section, or nothing without blocks."""
    kept = tuple(blocks)
    return (Section(section_id, title, lead=lead, blocks=kept),) if kept else ()
