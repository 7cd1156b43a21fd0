"""A brief as one HTML file: no script, no address outside itself, readable on paper, on a phone, by ear and in the dark."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from attrs import field, frozen

from gobetween.briefs.blocks import Brief, Cell, Listing, Mark, Paragraph, Plot, Table
from gobetween.rendering.cited import IN_COMMON, MEANINGS, Cited, Numbering, has_names_first, led, marks_in_common, marks_used
from gobetween.rendering.page_templates import as_markup, content_policy, page_template, style_sheet
from gobetween.rendering.text_safety import harmless_value
from gobetween.rendering.wordings import CLOSING, addressed, long_day, written

if TYPE_CHECKING:
    from markupsafe import Markup

LONGEST = 22  # letters of a word that a column of a table can hold unbroken
KINDS: dict[type, str] = {Paragraph: "paragraph", Listing: "listing", Table: "table"}


def render_html(brief: Brief) -> str:
    """The brief as one self-contained HTML document.

    Its content policy allows nothing but its own style sheet. Numbers in brackets open the cited words without a script
    (`popover`); on paper the numbers and the list of sources remain. Plots are drawn twice, for wide and for narrow screens.
    """
    brief = harmless_value(brief)
    css = style_sheet("brief.css", "paper.css")
    page = Page(brief, ids=_section_ids(brief))
    text = page_template("brief.html.j2").render(
        brief=brief,
        page=page,
        css=as_markup(css),
        policy=content_policy(css, "img-src data:"),
        audience=addressed(brief.audience),
        as_of=long_day(brief.as_of) if brief.as_of else "",
        written=written,
        meanings=MEANINGS,
        closing=CLOSING,
        marks=marks_used(brief),
        every=IN_COMMON,
        assumed=Mark.ASSUMED,
        listed={source.number for source in brief.sources},
    )
    return text.lstrip()


@frozen
class CitedNote:
    """A number in brackets as the page shows it, and the note with the cited words that it opens, if there are any."""

    number: str
    note: str
    is_listed: bool = field(kw_only=True)


class Page:
    """What the template asks about a brief: numbers and notes of cells, ids, plots; it gathers the notes on the way."""

    def __init__(self, brief: Brief, ids: tuple[str, ...]) -> None:
        self.ids = ids
        self.notes: dict[str, tuple[Cited, str]] = {}
        self._labels = {str(source.number): source.label for source in brief.sources}
        self._numbering = Numbering.of(brief)
        self._note_ids: dict[Cited, str] = {}
        self._plots = 0

    def cited(self, cell: Cell) -> list[CitedNote]:
        """The numbers behind a cell; equal words from the same source share one note."""
        return [CitedNote(cited.number, self._note(cited), is_listed=cited.is_listed) for cited in self._numbering.cited(cell)]

    def _note(self, cited: Cited) -> str:
        if not cited.words:
            return ""
        if cited not in self._note_ids:
            self._note_ids[cited] = name = f"words-{len(self._note_ids) + 1}"
            self.notes[name] = (cited, self._labels.get(cited.number, ""))
        return self._note_ids[cited]

    def led(self, cell: Cell) -> tuple[str, str]:
        """The words before the first colon if they can stand as a label, and the rest."""
        return led(cell.text)

    def in_common(self, table: Table) -> tuple[tuple[Mark, ...], Table]:
        """The marks that all entries of a table have, and the table without them."""
        return marks_in_common(table)

    def has_names_first(self, table: Table) -> bool:
        """Whether the first column may stand out."""
        return has_names_first(table)

    def is_long(self, cell: Cell) -> bool:
        """Whether a word of it is so long that it must be broken in a table."""
        return any(len(word) > LONGEST for word in f"{cell.text} {cell.detail}".split())

    def is_empty(self, cell: Cell) -> bool:
        """Whether a cell shows nothing: on a phone it is left out."""
        return not (cell.text or cell.citations or cell.marks or cell.detail)

    def kind(self, block: object) -> str:
        """Which part of the template shows a block."""
        return KINDS.get(type(block), "plot")

    def drawings(self, plot: Plot) -> tuple[Markup, Markup]:
        """The plot as SVG for wide and for narrow screens."""
        from gobetween.rendering.svg.drawn import plot_svg
        from gobetween.rendering.svg.shapes import NARROW, WIDE

        self._plots += 1
        name = f"plot-{self._plots}"
        return as_markup(plot_svg(plot, prefix=name, width=WIDE)), as_markup(plot_svg(plot, prefix=f"{name}-narrow", width=NARROW))


def _section_ids(brief: Brief) -> tuple[str, ...]:
    return tuple(_unique(re.sub(r"[^a-z0-9]+", "-", section.id.lower()).strip("-") or "part" for section in brief.sections))


def _unique(names: Iterable[str]) -> list[str]:
    taken: dict[str, None] = {}
    for name in names:
        number, free = 2, name
        while free in taken:
            free, number = f"{name}-{number}", number + 1
        taken[free] = None
    return [f"section-{name}" for name in taken]
