"""Who stands for what: issues down, actors across; on a narrow screen one issue below the other.

A cell has the actor's mark, filled for what it asks for or accepts, crossed for what it will not have, dashed for what is on
conditions or open, and the options in words. Where no option suits all who spoke, the issue says so.
"""

from __future__ import annotations

from gobetween.briefs.blocks import StanceCell, StanceRow, StancesPlot
from gobetween.rendering.svg.bands import Band, Banded
from gobetween.rendering.svg.marks import DROPPED, OPEN, REFUSING, initials, legend, mark, signs_of
from gobetween.rendering.svg.shapes import AXIS, WIDE, cut, element, label, line, quiet, tip, wrap

LINE_HEIGHT = 15
MARK_ROOM = 34.0
ISSUE = 0.24  # of the width: the column of issues
SUITS = {True: "= some option suits all", False: "≠ no option suits all", None: ""}


def stances_svg(plot: StancesPlot, *, prefix: str, width: int = WIDE) -> str:
    """The matrix as SVG; `prefix` makes its ids unique in a page."""
    return stances_bands(plot, width=width).whole(prefix)


def stances_bands(plot: StancesPlot, *, width: int = WIDE) -> Banded:
    """The matrix in bands: the signs and the actors above, then issue by issue."""
    codes = initials(plot.actors)
    signs, y = _legend(plot, width)
    heads = ""
    if width >= WIDE:
        heads, y = _heads(plot, codes, y, width)
    head = Band(element("g", signs, heads), top=0, bottom=y)
    draw = _wide_row if width >= WIDE else _narrow_row
    bands = list[Band]()
    for row in plot.rows:
        drawn, bottom = draw(plot, row, codes, y, width)
        bands.append(Band(drawn, top=y, bottom=bottom + (6 if len(bands) == len(plot.rows) - 1 else 0)))
        y = bottom
    return Banded(plot.title, plot.description, bands=tuple(bands), head=head, width=width)


def _heads(plot: StancesPlot, codes: dict[str, str], y: float, width: float) -> tuple[str, float]:
    left, column = width * ISSUE, width * (1 - ISSUE) / max(len(plot.actors), 1)
    parts = []
    for at, actor in enumerate(plot.actors):
        x = left + column * at
        parts += [
            mark(at, codes[actor], x + 14, y + 12),
            label(cut(actor, column - MARK_ROOM), x + MARK_ROOM, y + 16, font_weight="600"),
        ]
    return element("g", *parts), y + 32


def _wide_row(plot: StancesPlot, row: StanceRow, codes: dict[str, str], y: float, width: float) -> tuple[str, float]:
    left, column = width * ISSUE, width * (1 - ISSUE) / max(len(plot.actors), 1)
    title = wrap(row.issue, left - 14, 12.5, lines=3)
    parts = [line(0, y, width, y)]
    parts += [label(text, 2, y + 18 + at * LINE_HEIGHT, font_weight="600", font_size="12.5") for at, text in enumerate(title)]
    if row.suits_all is not None:
        parts.append(quiet(SUITS[row.suits_all], 2, y + 18 + len(title) * LINE_HEIGHT))
    tall: float = (len(title) + (row.suits_all is not None)) * LINE_HEIGHT + 14
    for at, cell in enumerate(row.cells):
        drawn, taken = _cell(cell, (at, plot.actors[at], codes[plot.actors[at]]), (left + column * at, y), column)
        parts.append(drawn)
        tall = max(tall, taken)
    return element("g", tip(row.issue), *parts), y + tall


def _narrow_row(plot: StancesPlot, row: StanceRow, codes: dict[str, str], y: float, width: float) -> tuple[str, float]:
    title = wrap(row.issue, width - 6, 13, lines=2)
    parts = [line(0, y, width, y)]
    parts += [label(text, 2, y + 19 + at * LINE_HEIGHT, font_weight="600", font_size="13") for at, text in enumerate(title)]
    y += len(title) * LINE_HEIGHT + 8
    if row.suits_all is not None:
        parts.append(quiet(SUITS[row.suits_all], 2, y + 12))
        y += LINE_HEIGHT
    for at, cell in enumerate(row.cells):
        if cell.words:
            drawn, taken = _cell(cell, (at, plot.actors[at], codes[plot.actors[at]]), (0, y), width)
            parts.append(drawn)
            y += taken
    return element("g", tip(row.issue), *parts), y + 10


def _cell(cell: StanceCell, actor: tuple[int, str, str], place: tuple[float, float], width: float) -> tuple[str, float]:
    """One cell and how tall it is; an empty one is a small dot."""
    (at, name, code), (x, y) = actor, place
    if not cell.words:
        return element("circle", cx=x + 14, cy=y + 16, r=1.4, **AXIS), 30
    lines = wrap(cell.words, width - MARK_ROOM - 8, 11.5, lines=8)
    stance = shown_stance(cell)
    sign = mark(at, code, x + 14, y + 18, stance=stance, is_entrusted=cell.is_entrusted)
    words = [label(text, x + MARK_ROOM, y + 16 + row * (LINE_HEIGHT - 1), font_size="11.5") for row, text in enumerate(lines)]
    return element("g", tip(f"{name}: {cell.words}"), sign, *words), max(len(lines) * (LINE_HEIGHT - 1) + 14, 36)


def shown_stance(cell: StanceCell) -> str:
    """The stance that the mark shows: what still holds, before what was given up."""
    holding = [each for each in cell.stances if each not in DROPPED]
    return next((each for each in holding if each in REFUSING | OPEN), next(iter(holding or cell.stances), ""))


def _legend(plot: StancesPlot, width: float) -> tuple[str, float]:
    """What the signs mean, those that are there; and on a narrow screen who is who."""
    cells = [cell for row in plot.rows for cell in row.cells if cell.words]
    signs = signs_of({shown_stance(cell) for cell in cells}, is_entrusted=any(cell.is_entrusted for cell in cells))
    entries = [] if width >= WIDE else [(mark(at, code, 0, 0), actor) for at, (actor, code) in enumerate(initials(plot.actors).items())]
    is_gap = width >= WIDE and any(not cell.words for row in plot.rows for cell in row.cells)
    entries += [*signs, *([(element("circle", r="1.4", **AXIS), "no option named")] if is_gap else [])]
    drawn, y = legend(entries, width)
    return drawn, (y + 20 if entries else 4.0)
