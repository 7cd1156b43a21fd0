"""How much room parts of a brief take on a sheet of A4 in small type, estimated rather too large; and texts made shorter."""

from __future__ import annotations

import re

from gobetween.briefs.blocks import Brief, Cell, Listing, Paragraph, Section, Table
from gobetween.briefs.stances import CONDITION

LINES = 86.0  # lines of a sheet
LETTERS = 126  # letters of a line
_BESIDE_LABELS, _LABEL = 110, 24  # letters of a line of the essence, and of what stands before it
_HEADING, _TITLE, _GAP = 1.8, 1.4, 0.3
_EVENING = 0.8  # the power by which more text gets a wider column, but not in proportion
_MARK = 11  # letters: the room of a mark or of a number of sources
_ENDS = re.compile(r"[.?;](?=\s)")
_WORDS_OF_A_STATEMENT = 4  # fewer are a name or a heading
_MEANING = 62  # letters: the room of what a mark means


def lines_of(brief: Brief) -> float:
    """About how many lines the brief takes when it is set as one page."""
    marks = {mark for section in brief.sections for cell in _cells(section) for mark in cell.marks}
    marks |= {mark for cell in brief.essence for mark in cell.marks}
    sources = sum(len(source.label) + 24 for source in brief.sources)
    return (
        _lines(brief.title, LETTERS // 2) * 1.8
        + 1.5
        + (_lines(brief.subtitle, LETTERS) if brief.subtitle else 0)
        + sum(_lines(notice, LETTERS) for notice in brief.notices)
        + (_HEADING if brief.essence else 0)
        + sum(max(_lines_of_cell(cell, _BESIDE_LABELS), _lines(cell.text.partition(":")[0], _LABEL)) + _GAP for cell in brief.essence)
        + sum(_lines_of_section(section) for section in brief.sections)
        + (_HEADING + sources / LETTERS if brief.sources else 0)
        + (_HEADING + len(marks) * _MEANING / LETTERS if marks else 0)
        + 2.0
    )


def shortened(text: str, letters: int) -> str:
    """`text`, or its beginning with a sign that there is more: up to the end of a statement if one ends late enough.

    No statement is kept without its condition, nor a heading without anything under it.
    """
    if len(text) <= letters:
        return text
    beginning = text[: letters - 1]
    ends = [each.end() for each in _ENDS.finditer(beginning) if each.end() > letters // 2 and _may_end(text, each.end())]
    if ends:
        return f"{beginning[: ends[-1]].rstrip('; ')} …"
    cut = beginning.rsplit(" ", 1)[0] if " " in beginning[letters // 2 :] else beginning
    return f"{cut}…{_condition_lost(text, len(cut))}"


def _may_end(text: str, at: int) -> bool:
    """Whether what is kept makes sense without the rest: neither its condition nor what it announces is cut off, nor half a bracket."""
    kept, rest = text[:at], text[at:].lstrip()
    last = _ENDS.split(kept.rstrip(".?; "))[-1]
    return not rest.startswith(CONDITION) and kept.count("(") == kept.count(")") and len(last.split()) >= _WORDS_OF_A_STATEMENT


def _condition_lost(text: str, at: int) -> str:
    """What says that the statement that was cut at this place has a condition, if that was cut off."""
    begins = max((each.end() for each in _ENDS.finditer(text, 0, max(at - 1, 0))), default=0)
    ends = _ENDS.search(text, max(at - 1, 0))
    if "on a condition" in text[begins : ends.start() if ends else None] and "on a condition" not in text[begins:at]:
        return " on a condition …"
    is_next = ends is not None and text[ends.end() :].lstrip().startswith(CONDITION)
    return f" {CONDITION} …" if is_next else ""


def _lines_of_section(section: Section) -> float:
    return _HEADING + sum(_lines_of_block(block) for block in section.blocks)


def _lines_of_block(block: object) -> float:
    if isinstance(block, Paragraph):
        return _lines_of_cell(block.cell, LETTERS) + _GAP
    if isinstance(block, Listing):
        return (_TITLE if block.title else 0) + sum(_lines_of_cell(cell, LETTERS) + _GAP for cell in block.cells)
    assert isinstance(block, Table)
    widths = _widths(block)
    rows = sum(max(map(_lines_of_cell, row, widths), default=0) + _GAP for row in block.rows)
    return (_TITLE if block.title else 0) + _TITLE + rows + (_lines(block.note, LETTERS) if block.note else 0)


def _widths(table: Table) -> list[int]:
    said = [max((_letters(row[at]) for row in table.rows), default=1) for at in range(len(table.columns))]
    wanted = [max(each, 10, len(title)) ** _EVENING for each, title in zip(said, table.columns, strict=True)]
    return [max(4, int(LETTERS * each / sum(wanted))) for each in wanted]


def _lines_of_cell(cell: Cell, width: int) -> float:
    return _lines_in(_letters(cell), width)


def _letters(cell: Cell) -> int:
    sources = {citation.source for citation in cell.citations}
    return len(cell.text) + len(cell.detail) + _MARK * len(cell.marks) + 3 * len(sources)


def _lines(text: str, width: int) -> int:
    return _lines_in(len(text), width)


def _lines_in(letters: int, width: int) -> int:
    return 1 + int(1.04 * letters) // width


def _cells(section: Section) -> list[Cell]:
    found: list[Cell] = []
    for block in section.blocks:
        if isinstance(block, Paragraph):
            found.append(block.cell)
        elif isinstance(block, Listing):
            found.extend(block.cells)
        elif isinstance(block, Table):
            found.extend(cell for row in block.rows for cell in row)
    return found
