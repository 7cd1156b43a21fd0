"""Requirements against conflicts, obligations against phases: a row each, a column each, a filled square where they belong together."""

from __future__ import annotations

from gobetween.briefs.answers.plots import MatrixPlot
from gobetween.rendering.svg.shapes import WIDE, drawing, element, filled, label, line, quiet, tip, wrap

CELL = 22.0
LINE_HEIGHT = 15


def matrix_svg(plot: MatrixPlot, *, prefix: str, width: int = WIDE) -> str:
    """The matrix as SVG; `prefix` makes its ids unique in a page. Rows of one owner stand under its name."""
    step = min(CELL, (width * 0.55) / max(len(plot.columns), 1))
    left = width - step * len(plot.columns) - 8
    parts, y = [quiet(plot.column_word, left - 8, 14, text_anchor="end")], 24.0
    parts += [quiet(name, left + step * (at + 0.5), 14, text_anchor="middle") for at, name in enumerate(plot.columns)]
    owner = None
    for at, (whose, words) in enumerate(plot.rows):
        if whose != owner:
            parts.append(label(whose, 2, y + 15, font_weight="600", font_size="12.5"))
            owner, y = whose, y + 22
        row, y = _row(plot, at, words, (left, y), step, width)
        parts.append(row)
    return drawing(prefix, plot.title, plot.description, *parts, width=width, height=y + 6)


def _row(plot: MatrixPlot, at: int, words: str, place: tuple[float, float], step: float, width: float) -> tuple[str, float]:
    left, y = place
    lines = wrap(words, left - 26, lines=4)
    tall = max(len(lines) * LINE_HEIGHT + 8, step)
    texts = [label(text, 12, y + 15 + number * LINE_HEIGHT) for number, text in enumerate(lines)]
    squares = [_square(plot, at, column, (left + step * column, y + (tall - step) / 2), step) for column in range(len(plot.columns))]
    return element("g", tip(words), line(0, y, width, y), *texts, *squares), y + tall


def _square(plot: MatrixPlot, row: int, column: int, place: tuple[float, float], step: float) -> str:
    x, y = place
    is_part = (row, column) in plot.cells
    if not is_part:
        return element("circle", cx=x + step / 2, cy=y + step / 2, r=1.2, **filled(5))
    words = tip(f"{plot.column_word} {plot.columns[column]}: {plot.rows[row][1]}")
    return element("rect", words, x=x + 3, y=y + 3, width=step - 6, height=step - 6, **filled(0))
