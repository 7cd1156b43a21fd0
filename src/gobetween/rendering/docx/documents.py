"""A brief as a document: its head and foot, the essence, the sections, the sources with the words cited from them, the marks."""

from __future__ import annotations

import io

import docx
from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Mm
from docx.text.paragraph import Paragraph as Line

from gobetween.briefs.blocks import Block, Brief, GainsPlot, Listing, Mark, Paragraph, Plot, Section, SourceLine, Table
from gobetween.rendering.cited import MEANINGS, marks_used
from gobetween.rendering.docx import styles
from gobetween.rendering.docx.elements import add_field, add_place, describe, give_style
from gobetween.rendering.docx.lines import Lines, add_run, place_of
from gobetween.rendering.docx.tables import add_table
from gobetween.rendering.svg.drawn import plot_pieces, plot_svg
from gobetween.rendering.typesetting import picture_png, size_of
from gobetween.rendering.wordings import CLOSING, addressed, long_day, written

PAPERS = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}  # millimetres
_LEAST_PART = 600.0  # of the units of drawings; making a picture of each takes time
_TALLEST = 205.0  # millimetres of a drawing that leave room for its title


def document_of(brief: Brief, paper: str) -> Document:
    """The document; the brief's texts are harmless already."""
    document = docx.Document()
    styles.set_styles(document, is_one_page=brief.is_one_page)
    writing = _Writing(document, brief, paper)
    writing.set_sheet()
    writing.write()
    return document


class _Writing:
    """Puts a brief into an empty document."""

    def __init__(self, document: Document, brief: Brief, paper: str) -> None:
        self._document, self._brief = document, brief
        self._lines = Lines(document, brief)
        self._width, self._height = PAPERS[paper]
        self._margin = 13.0 if brief.is_one_page else 20.0

    @property
    def _room(self) -> float:
        return self._width - 2 * self._margin

    def set_sheet(self) -> None:
        """The measures of the sheet, and at its foot whom the brief is for, the page and the notices."""
        sheet, brief = self._document.sections[0], self._brief
        sheet.page_width, sheet.page_height = Mm(self._width), Mm(self._height)
        sheet.left_margin = sheet.right_margin = Mm(self._margin)
        sheet.top_margin, sheet.bottom_margin = Mm(11 if brief.is_one_page else 18), Mm(12 if brief.is_one_page else 18)
        sheet.header_distance = sheet.footer_distance = Mm(7 if brief.is_one_page else 9)
        foot = sheet.footer.paragraphs[0]
        give_style(foot, styles.SMALL)
        foot.paragraph_format.tab_stops.add_tab_stop(Mm(self._room), WD_TAB_ALIGNMENT.RIGHT)
        foot.add_run(f"{addressed(brief.audience)} · {brief.title}\tpage ")
        add_field(foot, "PAGE")
        foot.add_run(" of ")
        add_field(foot, "NUMPAGES")
        if brief.notices and not brief.is_one_page:
            give_style(sheet.footer.add_paragraph(" ".join(brief.notices)), styles.SMALL)

    def write(self) -> None:
        """All of the brief."""
        brief, lines = self._brief, self._lines
        lines.add(brief.title or "Brief", "Title")
        address = addressed(brief.audience) + (f" · as known by {long_day(brief.as_of)}" if brief.as_of else "")
        for text in filter(None, (brief.subtitle, address)):
            lines.add(text, "Subtitle")
        self._notices()
        if brief.essence:
            lines.add("In essence", "Heading 1")
        for cell in brief.essence:
            lines.add_led(cell, "List Bullet")
        for number, section in enumerate(brief.sections, 1):
            self._section(section, "" if brief.is_one_page else f"{number}  ")
        self._sources()
        self._marks()
        lines.add(CLOSING, styles.SMALL)

    def _notices(self) -> None:
        for notice in self._brief.notices:
            self._lines.add(notice, styles.NOTICE)

    def _section(self, section: Section, number: str) -> None:
        self._lines.add(f"{number}{section.title}", "Heading 1")
        if section.lead:
            self._lines.add(section.lead, styles.LEAD)
        for block in section.blocks:
            self._block(block)

    def _block(self, block: Block) -> None:
        if isinstance(block, Paragraph):
            self._lines.add_cell(block.cell)
        elif isinstance(block, Listing):
            if block.title:
                self._lines.add(block.title, "Heading 2")
            for cell in block.cells:
                self._lines.add_cell(cell, "List Bullet")
        elif isinstance(block, Table):
            add_table(self._lines, block, room=self._room, title=block.title)
        else:
            self._plot(block)

    def _plot(self, plot: Plot) -> None:
        self._lines.add(plot.title, "Heading 2")
        marks = plot.marks if isinstance(plot, GainsPlot) else ()
        self._lines.mark(self._lines.add(plot.description, styles.LEAD), marks)
        if Mark.ASSUMED in marks:
            self._notices()
        self._drawing(plot)
        add_table(self._lines, plot.table, room=self._room, title=plot.table.title if plot.table.title != plot.title else "")

    def _drawing(self, plot: Plot) -> None:
        """The drawing, in parts where a sheet may end between them unless something belongs above each of them."""
        head, parts = plot_pieces(plot, prefix="plot", least=_LEAST_PART)
        for place, svg in enumerate(parts if head is None else (plot_svg(plot, prefix="plot"),)):
            width, height = size_of(svg)
            line = self._lines.begin("Normal")
            line.add_run().add_picture(io.BytesIO(picture_png(svg)), width=Mm(min(self._room, _TALLEST * width / height)))
            words = f"{plot.title}. {plot.description} The table below holds the same."
            describe(line, plot.title or "Plot", words if place == 0 else f"{plot.title}, continued.")
            if place < len(parts) - 1 and head is None:
                line.paragraph_format.space_after = Mm(0)

    def _sources(self) -> None:
        unlisted = self._lines.references.unlisted()
        if self._brief.sources or unlisted:
            self._lines.add("Sources", "Heading 1")
        together = self._lines.begin(styles.SMALL) if self._brief.is_one_page else None
        for place, source in enumerate(self._brief.sources, 1):
            self._source(source, place, together)
            self._quoted(str(source.number))
        for number in unlisted:
            self._lines.add(f"[{number}]", styles.SOURCE)
            self._quoted(number)

    def _source(self, source: SourceLine, place: int, together: Line | None) -> None:
        """A line of its own, or a part of the one that all of them share."""
        line = together or self._lines.begin(styles.SOURCE)
        add_place(line, place_of(str(source.number)), place)
        line.add_run(f"[{source.number}]{' ' if together else chr(9)}")
        add_run(line, source.label, styles.LABEL)
        again = f"tells the story of [{source.origin}] again; the two count once" if source.origin is not None else ""
        line.add_run("".join(f" · {each}" for each in (written(source.published), again, source.detail) if each))
        if together:
            line.add_run(". ")

    def _quoted(self, number: str) -> None:
        for each in self._lines.references.quoted_from(number):
            self._lines.add(f"{each.label}\t{each.words}", styles.QUOTED)

    def _marks(self) -> None:
        marks = marks_used(self._brief)
        if marks:
            self._lines.add("Marks", "Heading 1")
        together = self._lines.begin(styles.SMALL) if marks and self._brief.is_one_page else None
        for mark in marks:
            line = together or self._lines.begin(styles.SMALL)
            add_run(line, f"‹{mark}› ", styles.LABEL)
            line.add_run(f"{MEANINGS[mark]}. " if together else MEANINGS[mark])
