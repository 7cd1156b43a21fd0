"""A brief as Markdown that reads the same wherever it is shown: CommonMark with the tables of GitHub, no HTML, no link out of it.

What others wrote stays text: every character that could make it a heading, a link, a cell or markup of any kind is escaped. Where
forges make links of bare addresses, names and numbers behind an escape, an invisible joiner keeps them from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from attrs import evolve

from gobetween.briefs.blocks import Block, Brief, Cell, GainsPlot, Listing, Mark, Paragraph, Plot, Section, Table
from gobetween.rendering.cited import IN_COMMON, MEANINGS, led, marks_in_common, marks_used
from gobetween.rendering.references import References
from gobetween.rendering.text_safety import harmless_value
from gobetween.rendering.wordings import CLOSING, addressed, long_day, written

JOINER = "\u2060"  # `harmless` takes it out of what others wrote, so that here it is always ours
_MARKUP = re.compile(r"[\\`*_{}\[\]<>|~&$^#=]")
_STARTS = re.compile(r"^([-+:])|^(\d{1,9})([.)])")
_LINKED = re.compile(r"(?::(?=//)|:(?=[\w+-]+:)|@(?=\w)|#(?=\d)|www(?=\.))", re.IGNORECASE)
_IN_TABLE = "The drawing is in the forms for paper and for the browser; this table holds the same."


def render_markdown(brief: Brief) -> str:
    """The brief as Markdown, ending in one newline: `[3a]` leads to passage a of source 3 at its end.

    It links to the heading `Source 3` by the anchor that GitHub, GitLab, Pandoc and most others give such a heading.

    Plots are their tables; marks stand in words, like ‹assumed›; the notices stand at the head, beside plots of assumed numbers
    and at the end.
    """
    brief = harmless_value(brief)
    return "\n\n".join(_Page(brief).parts()) + "\n"


def plain(text: str) -> str:
    """`text` in one line, written so that Markdown shows just that text."""
    text = " ".join(text.split())
    text = _LINKED.sub(lambda found: found[0] + JOINER, text)
    text = _MARKUP.sub(lambda found: "\\" + found[0], text)
    return _STARTS.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}", text)


class _Page:
    """The parts of a brief in Markdown, each a paragraph, a heading, a list or a table."""

    def __init__(self, brief: Brief) -> None:
        self._brief = brief
        self._references = References.of(brief)
        self._listed = {str(source.number) for source in brief.sources}

    def parts(self) -> Iterator[str]:
        brief = self._brief
        yield f"# {plain(brief.title) or 'Brief'}"
        if brief.subtitle:
            yield plain(brief.subtitle)
        yield plain(addressed(brief.audience) + (f" · as known by {long_day(brief.as_of)}" if brief.as_of else ""))
        yield from self._notices()
        if brief.essence:
            yield "## In essence"
            yield self._list(brief.essence, is_led=True)
        for number, section in enumerate(brief.sections, 1):
            yield from self._section(section, "" if brief.is_one_page else f"{number}  ")
        yield from self._sources()
        yield from self._marks()
        yield plain(CLOSING)
        yield from () if brief.is_one_page else self._notices()

    def _notices(self) -> Iterator[str]:
        if self._brief.notices:
            yield "\n>\n".join(f"> {plain(notice)}" for notice in self._brief.notices)

    def _section(self, section: Section, number: str) -> Iterator[str]:
        yield f"## {number}{plain(section.title)}"
        if section.lead:
            yield plain(section.lead)
        for block in section.blocks:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[str]:
        if isinstance(block, Paragraph):
            yield self._cell(block.cell)
        elif isinstance(block, Listing):
            yield from [f"### {plain(block.title)}"] if block.title else []
            yield from [self._list(block.cells)] if block.cells else []
        elif isinstance(block, Table):
            yield from self._table(block)
        else:
            yield from self._plot(block)

    def _plot(self, plot: Plot) -> Iterator[str]:
        marks = plot.marks if isinstance(plot, GainsPlot) else ()
        yield f"### {plain(plot.title)}"
        yield _joined(plain(plot.description), *map(_mark, marks))
        if Mark.ASSUMED in marks:
            yield from self._notices()
        yield plain(_IN_TABLE)
        yield from self._table(plot.table if plot.table.title != plot.title else evolve(plot.table, title=""))

    def _table(self, table: Table) -> Iterator[str]:
        if table.title:
            yield f"### {plain(table.title)}"
        marks, table = marks_in_common(table)
        if marks:
            yield _joined(plain(IN_COMMON), *map(_mark, marks))
        if table.columns and table.rows:
            lines = [_row(plain(column) for column in table.columns), _row("---" for _ in table.columns)]
            yield "\n".join([*lines, *(_row(self._cell(cell) for cell in row) for row in table.rows)])
        else:
            yield "Nothing to show."
        if table.note:
            yield plain(table.note)

    def _list(self, cells: tuple[Cell, ...], *, is_led: bool = False) -> str:
        return "\n".join(f"- {self._led(cell) if is_led else self._cell(cell)}" for cell in cells)

    def _led(self, cell: Cell) -> str:
        label, rest = led(cell.text)
        return _joined(f"**{plain(label)}:**" if label else "", self._cell(evolve(cell, text=rest), beside=cell))

    def _cell(self, cell: Cell, *, beside: Cell | None = None) -> str:
        """The text of a cell, its references, marks and detail in one line; `beside` is the whole cell where this is a part of it."""
        said = _joined(plain(cell.text), self._cited(beside or cell), *map(_mark, cell.marks))
        return f"{said} — {plain(cell.detail)}" if said and cell.detail else said or plain(cell.detail)

    def _cited(self, cell: Cell) -> str:
        """`[3a, 3b, 5]`, with a link a source to where the brief lists it."""
        behind = self._references.behind(cell)
        if not behind:
            return ""
        of_sources = [(number, list(group)) for number, group in groupby(behind, lambda each: each.number)]
        labels = {number: plain(", ".join(each.label for each in group)) for number, group in of_sources}
        told = ", ".join(self._to_source(number, label) for number, label in labels.items())
        return f"\\[{told}\\]"

    def _to_source(self, number: str, label: str) -> str:
        """A link to the heading of that source, named as nearly everywhere; plain words if it is not listed."""
        return f"[{label}](#source-{number})" if number in self._listed else label

    def _sources(self) -> Iterator[str]:
        unlisted = self._references.unlisted()
        if self._brief.sources or unlisted:
            yield "## Sources"
        for source in self._brief.sources:
            yield f"### Source {source.number}"
            first = "" if source.origin is None else self._to_source(str(source.origin), f"source {source.origin}")
            again = f"tells the story of {first} again; the two count once" if first else ""
            told = (plain(source.label), plain(written(source.published)), again, plain(source.detail))
            yield " · ".join(each for each in told if each)
            yield from self._quoted(str(source.number))
        for number in unlisted:
            yield f"### {plain(number)}"
            yield from self._quoted(number)

    def _quoted(self, number: str) -> Iterator[str]:
        quoted = [f"- {plain(each.label)}: {plain(each.words)}" for each in self._references.quoted_from(number)]
        if quoted:
            yield "\n".join(quoted)

    def _marks(self) -> Iterator[str]:
        marks = marks_used(self._brief)
        if marks:
            yield "## Marks"
            yield "\n".join(f"- {_mark(mark)}: {plain(MEANINGS[mark])}" for mark in marks)


def _mark(mark: Mark) -> str:
    return f"‹{mark}›"


def _row(cells: Iterator[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)
