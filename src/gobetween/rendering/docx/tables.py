"""Tables of a document: their heads stand on every page, and short rows stay whole."""

from __future__ import annotations

from docx.shared import Length, Mm
from docx.table import Table as Grid
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph

from gobetween.briefs.blocks import Cell, Table
from gobetween.rendering.cited import IN_COMMON, has_names_first, marks_in_common
from gobetween.rendering.columns import shares
from gobetween.rendering.docx import styles
from gobetween.rendering.docx.elements import give_style, keep_whole, line_rows, repeat_on_every_page
from gobetween.rendering.docx.lines import Lines

ROOM = 60.0  # widths of a capital, see `columns`; less than on paper of our own, for faces differ from machine to machine
_SHORT = 600  # letters in a cell; a row with a longer one may go on over the page


def add_table(lines: Lines, table: Table, *, room: float, title: str) -> None:
    """Adds a table as wide as the `room` (in millimetres); one without rows says so."""
    if title:
        lines.add(title, "Heading 2")
    marks, table = marks_in_common(table)
    if marks:
        lines.mark(lines.add(IN_COMMON, styles.LEAD), marks)
    if table.rows and table.columns:
        _add_rows(lines, table, [Mm(room * share) for share in shares(table, ROOM)])
    else:
        lines.add("Nothing to show.", styles.SMALL)
    lines.add(table.note, styles.SMALL)  # an empty line, too: tables that touch would become one


def _add_rows(lines: Lines, table: Table, widths: list[Length]) -> None:
    grid = lines.document.add_table(rows=0, cols=len(widths))
    grid.autofit = False
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = width
    line_rows(grid, table.title, is_close=lines.is_one_page)
    _add_head(lines, grid, table.columns, widths)
    stands_out = has_names_first(table)
    for row in table.rows:
        _add_row(lines, grid, row, widths, stands_out=stands_out)
    if table.note:
        for cell in grid.rows[-1].cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True  # so that the note stays with the table


def _add_head(lines: Lines, grid: Grid, titles: tuple[str, ...], widths: list[Length]) -> None:
    head: _Row = grid.add_row()  # type: ignore[no-untyped-call]  # the library does not say what it gives
    repeat_on_every_page(head)
    for cell, width, title in zip(head.cells, widths, titles, strict=True):
        lines.say(_line_in(cell, width, styles.HEAD_CELL), Cell(title))


def _add_row(lines: Lines, grid: Grid, row: tuple[Cell, ...], widths: list[Length], *, stands_out: bool) -> None:
    added: _Row = grid.add_row()  # type: ignore[no-untyped-call]  # as above
    if all(len(said.text) + len(said.detail) <= _SHORT for said in row):
        keep_whole(added)
    for place, (cell, width, said) in enumerate(zip(added.cells, widths, row, strict=True)):
        is_first = place == 0 and stands_out
        line = _line_in(cell, width, styles.CELL)
        lines.say(line, said, standing_out=len(said.text) if is_first else 0, detail_style=styles.CELL_DETAIL)


def _line_in(cell: _Cell, width: Length, style: str) -> Paragraph:
    cell.width = width
    line: Paragraph = cell.paragraphs[0]
    give_style(line, style)
    return line
