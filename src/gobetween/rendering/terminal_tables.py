"""Tables on a terminal: columns where they can be read, stacked rows where they cannot."""

from __future__ import annotations

from attrs import evolve
from rich.cells import cell_len
from rich.text import Text

from gobetween.briefs.blocks import Cell, Table
from gobetween.rendering.cited import IN_COMMON, marks_in_common
from gobetween.rendering.terminal_page import Page

GAP = "  "
HANGING = "    "  # before what goes on from the line above, so that no word of it is taken for the next label
READABLE = 16  # columns of text narrower than this, or than their longest text, are not read but spelled
LONGEST_WORD = 26  # so wide is a column for the sake of one word, the name of a file; a longer word is broken
TALLEST = 9  # lines of a row; beyond, columns are too narrow for what they hold


def put_table(page: Page, table: Table) -> None:
    """A table in columns, or stacked where columns would be too narrow to read."""
    if table.title:
        page.line(table.title, "subheading")
    _put_rows(page, table)
    if table.note:
        page.gap()
        page.line(table.note, "quiet")


def _put_rows(page: Page, table: Table) -> None:
    """The rows; what marks all of their cells alike stands once above them."""
    marks, table = marks_in_common(table)
    if marks:
        page.marks(IN_COMMON, marks)
    widths = find_widths(page, table)
    if widths is None:
        _stack(page, table)
        return
    bold = [page.wrap(Text(column, "bold"), width) for column, width in zip(table.columns, widths, strict=True)]
    page.put_columns(bold, widths, GAP)
    page.put_columns([[Text("─" * width, "dim")] for width in widths], widths, GAP)
    wrapped = [[_lines(page, cell, width) for cell, width in zip(row, widths, strict=True)] for row in table.rows]
    is_airy = any(len(lines) > 1 for row in wrapped for lines in row)
    for index, (row, columns) in enumerate(zip(table.rows, wrapped, strict=True)):
        if is_airy and index:
            page.gap()
        page.put_columns(columns, widths, GAP)
        page.detail_and_words(row, "    ", details=False)


def find_widths(page: Page, table: Table) -> list[int] | None:
    """The width of each column, or `None` if the page is too narrow for columns.

    Every column first gets what it needs to be readable; what is left goes to the columns that want more, in proportion.
    """
    columns = list(zip(table.columns, zip(*table.rows, strict=True), strict=True)) if table.rows else []
    if not columns:
        return [min(cell_len(column), page.width) for column in table.columns] if _fits(table.columns, page.width) else None
    wanted = [max(cell_len(title), *(_wanted(page, cell) for cell in cells), 1) for title, cells in columns]
    words = [max((_longest_word(page, cell) for cell in cells), default=0) for _, cells in columns]
    least = [max(READABLE, cell_len(title), min(word, LONGEST_WORD)) for word, (title, _) in zip(words, columns, strict=True)]
    widths = [min(want, readable) for want, readable in zip(wanted, least, strict=True)]
    left = page.width - sum(widths) - len(GAP) * (len(widths) - 1)
    if left < 0:
        return None
    lack = [want - width for want, width in zip(wanted, widths, strict=True)]
    share = min(1.0, left / sum(lack)) if sum(lack) else 0.0
    widths = [width + int(more * share) for width, more in zip(widths, lack, strict=True)]
    too_tall = any(want > width * TALLEST for want, width in zip(wanted, widths, strict=True))
    return None if too_tall and len(widths) > 1 else widths


def _fits(titles: tuple[str, ...], width: int) -> bool:
    return bool(titles) and sum(cell_len(title) + len(GAP) for title in titles) <= width


def _wanted(page: Page, cell: Cell) -> int:
    return max(cell_len(page.cell_text(cell).plain), cell_len(cell.detail))


def _longest_word(page: Page, cell: Cell) -> int:
    return max(map(cell_len, (*page.cell_text(cell).plain.split(), *cell.detail.split())), default=0)


def _lines(page: Page, cell: Cell, width: int) -> list[Text]:
    detail = page.wrap(Text(cell.detail, "dim"), width) if cell.detail else []
    return page.wrap(page.cell_text(cell), width) + detail


def _stack(page: Page, table: Table) -> None:
    for number, row in enumerate(table.rows):
        if number:
            page.gap()
        is_same = number > 0 and row[:1] == table.rows[number - 1][:1] != ()
        shown = (evolve(row[0], detail=""), *row[1:]) if is_same else row
        for index, (title, cell) in enumerate(zip(table.columns, shown, strict=True)):
            if cell.text or cell.citations or cell.marks or cell.detail:
                _stacked_cell(page, title, cell, is_first=index == 0)
    if not table.rows:
        page.line(" · ".join(table.columns), "quiet")


def _stacked_cell(page: Page, title: str, cell: Cell, *, is_first: bool) -> None:
    text = page.cell_text(cell)
    if is_first:
        text.stylize("bold", 0, len(cell.text))
    label = Text("▪ " if is_first else "  ") + (Text(f"{title}: ", "dim") if title else Text()) + text
    first, *rest = page.wrap(label, page.width - len(HANGING)) or [Text()]
    page.put_columns([[first, *(Text(HANGING) + line for line in rest)]], [page.width], "")
    page.detail_and_words((cell,), HANGING + "  ")
