"""A brief as PDF: its words put in order as data, and set by the form `brief.typ` that stands beside this module."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

from gobetween.briefs.blocks import Block, Brief, Cell, GainsPlot, Listing, Mark, Paragraph, Plot, Section, SourceLine, Table
from gobetween.rendering.cited import IN_COMMON, MEANINGS, has_names_first, led, marks_in_common, marks_used
from gobetween.rendering.columns import is_crowded, shares
from gobetween.rendering.references import References
from gobetween.rendering.svg.drawn import plot_pieces
from gobetween.rendering.text_safety import harmless_value
from gobetween.rendering.typesetting import Typeset, size_of, typeset_pdf
from gobetween.rendering.wordings import CLOSING, addressed, long_day, written
from gobetween.rendering.words_on_paper import breakable, direction

PAPERS = {"a4": "a4", "letter": "us-letter"}
_SHORT_ROW = 14  # lines; a longer row may go on over the page
_LETTERS = 120  # of the small type that fit beside one another on the sheet
_LEAST_SECTIONS = 4  # fewer are found without a table of contents


def render_pdf(brief: Brief, *, paper: str = "a4") -> Typeset:
    """The brief on sheets of `paper` (a name in `PAPERS`): plots with their tables, cited words under their sources.

    Every sheet repeats whom the brief is for, and the notices. The file names no author, no date and no program but the typesetter.

    Raises:
        MissingPart: the typesetter is not installed.
    """
    return typeset_pdf(_form(), _Pages(harmless_value(brief)).data() | {"paper": PAPERS[paper]})


@cache
def _form() -> bytes:
    return (resources.files("gobetween.rendering.pdf") / "brief.typ").read_bytes()


class _Pages:
    """What the form is told of a brief."""

    def __init__(self, brief: Brief) -> None:
        self._brief = brief
        self._references = References.of(brief)
        self._plots = 0

    def data(self) -> dict[str, Any]:
        """The whole brief: texts, numbers, lists and nothing that the form would have to compute."""
        brief = self._brief
        as_of = f"As known by {long_day(brief.as_of)}" if brief.as_of else ""
        return {
            "title": _heading(brief.title) or "Brief",
            "direction": direction(brief.title),
            "subtitle": breakable(brief.subtitle),
            "address": [addressed(brief.audience), *([as_of] if as_of else [])],
            "notices": [breakable(notice) for notice in brief.notices],
            "essence": [self._led(cell) for cell in brief.essence],
            "sections": [self._section(section) for section in brief.sections],
            "has_contents": len(brief.sections) >= _LEAST_SECTIONS and not brief.is_one_page,
            "sources": self._sources(),
            "marks": [{"mark": mark.value, "meaning": MEANINGS[mark]} for mark in marks_used(brief)],
            "closing": CLOSING,
            "is_one_page": brief.is_one_page,
        }

    def _led(self, cell: Cell) -> dict[str, Any]:
        label, rest = led(cell.text)
        return self._cell(cell) | {"label": breakable(label), "text": breakable(rest)}

    def _cell(self, cell: Cell) -> dict[str, Any]:
        numbers = self._references.numbering.numbers.values()
        return {
            "text": breakable(cell.text),
            "direction": direction(cell.text or cell.detail),
            "references": [
                {"label": each.label, "to": each.number if each.number in map(str, numbers) else ""}
                for each in self._references.behind(cell)
            ],
            "marks": [mark.value for mark in cell.marks],
            "detail": breakable(cell.detail),
        }

    def _section(self, section: Section) -> dict[str, Any]:
        return {
            "title": _heading(section.title) or "Part",
            "lead": breakable(section.lead),
            "blocks": [self._block(block) for block in section.blocks],
        }

    def _block(self, block: Block) -> dict[str, Any]:
        if isinstance(block, Paragraph):
            return {"kind": "paragraph", "cell": self._cell(block.cell)}
        if isinstance(block, Listing):
            return {"kind": "listing", "title": _heading(block.title), "cells": [self._cell(cell) for cell in block.cells]}
        if isinstance(block, Table):
            return {"kind": "table", "table": self._table(block)}
        return self._plot(block)

    def _table(self, table: Table, *, is_titled: bool = True) -> dict[str, Any]:
        marks, table = marks_in_common(table)
        widths = shares(table)
        return {
            "in_common": {"words": IN_COMMON, "marks": [mark.value for mark in marks]},
            "title": _heading(table.title) if is_titled else "",
            "columns": [breakable(column) for column in table.columns],
            "widths": [round(each, 4) for each in widths],
            "rows": [
                {"cells": [self._cell(cell) for cell in row], "is_short": _lines(row, widths) <= _SHORT_ROW} for row in table.rows
            ],
            "note": breakable(table.note),
            "is_crowded": is_crowded(table),
            "has_names_first": has_names_first(table),
        }

    def _plot(self, plot: Plot) -> dict[str, Any]:
        self._plots += 1
        head, parts = plot_pieces(plot, prefix=f"plot-{self._plots}")
        marks = plot.marks if isinstance(plot, GainsPlot) else ()
        return {
            "kind": "plot",
            "title": _heading(plot.title) or "Plot",
            "description": breakable(plot.description),
            "head": _piece(head) if head else None,
            "parts": [_piece(part) for part in parts],
            "spoken": f"{plot.title}. {plot.description} The table below holds the same.",
            "marks": [mark.value for mark in marks],
            "is_assumed": Mark.ASSUMED in marks,
            "table": self._table(plot.table, is_titled=plot.table.title != plot.title),
        }

    def _sources(self) -> list[dict[str, Any]]:
        sources = [self._source(source) for source in self._brief.sources]
        return sources + [
            {"number": each, "label": "", "published": "", "again": "", "detail": "", "quoted": self._quoted(each), "is_listed": False}
            for each in self._references.unlisted()
        ]

    def _source(self, source: SourceLine) -> dict[str, Any]:
        return {
            "number": str(source.number),
            "label": breakable(source.label),
            "published": written(source.published),
            "again": f"Tells the story of [{source.origin}] again; the two count once." if source.origin is not None else "",
            "detail": breakable(source.detail),
            "quoted": self._quoted(str(source.number)),
            "is_listed": True,
        }

    def _quoted(self, number: str) -> list[dict[str, str]]:
        return [
            {"label": each.label, "words": breakable(each.words), "direction": direction(each.words)}
            for each in self._references.quoted_from(number)
        ]


def _heading(text: str) -> str:
    """A title as it is set; one of spaces alone is none."""
    return breakable(text.strip())


def _piece(svg: str) -> dict[str, Any]:
    width, height = size_of(svg)
    return {"svg": svg, "height": height / width}


def _lines(row: tuple[Cell, ...], widths: tuple[float, ...]) -> float:
    """About how many lines of small type the row takes."""
    letters = (len(cell.text) + len(cell.detail) + 14 * len(cell.marks) for cell in row)
    return max((count / (_LETTERS * width) for count, width in zip(letters, widths, strict=True)), default=0)
