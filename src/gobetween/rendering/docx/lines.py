"""Lines of a document: a cell of the brief with the numbers of what it rests on, its marks and its detail."""

from __future__ import annotations

from docx.document import Document
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from gobetween.briefs.blocks import Brief, Cell, Mark
from gobetween.rendering.cited import led
from gobetween.rendering.docx import styles
from gobetween.rendering.docx.elements import give_style, lead_to, run_from_right
from gobetween.rendering.references import References
from gobetween.rendering.words_on_paper import direction


class Lines:
    """Adds lines to a document, or to a cell of one of its tables."""

    def __init__(self, document: Document, brief: Brief) -> None:
        self.document = document
        self.references = References.of(brief)
        self.is_one_page = brief.is_one_page
        self._listed = {str(source.number) for source in brief.sources}

    def add(self, text: str, style: str) -> Paragraph:
        """A line of nothing but text."""
        line = self.begin(style)
        line.add_run(text)
        _turn(line, text)
        return line

    def begin(self, style: str) -> Paragraph:
        """An empty line."""
        line = self.document.add_paragraph()
        give_style(line, style)
        return line

    def add_cell(self, cell: Cell, style: str = "Normal") -> None:
        """A line that says what the cell says."""
        self.say(self.begin(style), cell)

    def add_led(self, cell: Cell, style: str) -> None:
        """A line whose words before the first colon stand out."""
        label, _rest = led(cell.text)
        self.say(self.begin(style), cell, standing_out=len(f"{label}:") if label else 0)

    def say(self, line: Paragraph, cell: Cell, *, standing_out: int = 0, detail_style: str = styles.DETAIL) -> None:
        """Writes the cell into an empty line; its first letters may stand out."""
        if standing_out:
            add_run(line, cell.text[:standing_out], styles.LABEL)
        line.add_run(cell.text[standing_out:])
        self._refer(line, cell)
        self.mark(line, cell.marks)
        if cell.detail:
            if cell.text or cell.citations or cell.marks:
                line.add_run().add_break()
            add_run(line, cell.detail, detail_style)
        _turn(line, cell.text or cell.detail)

    def _refer(self, line: Paragraph, cell: Cell) -> None:
        """What the cell cites, each number leading to its source."""
        behind = self.references.behind(cell)
        for place, each in enumerate(behind):
            add_run(line, " [" if place == 0 else ", ", styles.REFERENCE)
            run = add_run(line, each.label, styles.REFERENCE)
            if each.number in self._listed:
                lead_to(run, place_of(each.number))
        if behind:
            add_run(line, "]", styles.REFERENCE)

    def mark(self, line: Paragraph, marks: tuple[Mark, ...]) -> None:
        """Adds marks to a line."""
        for mark in marks:
            line.add_run(" ")
            add_run(line, f"‹{mark}›", styles.MARK)


def place_of(source: str) -> str:
    """The name of the place where a source is listed."""
    return f"source-{source}"


def add_run(line: Paragraph, text: str, style: str) -> Run:
    """Adds text of a style to a line."""
    run = line.add_run(text)
    give_style(run, style)
    return run


def _turn(line: Paragraph, text: str) -> None:
    if direction(text) == "rtl":
        run_from_right(line)
