"""A brief on a terminal: plain lines of any width, colour as an extra, never as the only sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from gobetween.briefs.blocks import Block, Brief, GainsPlot, Listing, Mark, Paragraph, Section, SourceLine, Table
from gobetween.rendering.cited import MEANINGS, SHORT, Numbering, marks_used
from gobetween.rendering.text_safety import harmless_value
from gobetween.rendering.wordings import addressed, long_day, written

if TYPE_CHECKING:
    from gobetween.rendering.terminal_page import Page

NARROWEST = 24
AS_TABLE = "Drawn on the page and on paper; here as a table."


def render_terminal(brief: Brief, *, width: int, colour: bool) -> str:
    """The whole brief in lines of at most `width` columns (24 at the least), ending in one newline.

    Tables whose columns would be too narrow to read become stacked rows. Cited words stand below the line that they support,
    once a section; plots are shown as their tables.
    """
    brief = harmless_value(brief)
    page = _page(brief, width, colour=colour)
    _head(page, brief)
    for number, section in enumerate(brief.sections, 1):
        _section(page, section, number, brief.notices)
    _sources(page, brief.sources)
    _legend(page, marks_used(brief))
    return page.text()


def render_essence(brief: Brief, *, width: int = 80, colour: bool = False) -> str:
    """The title, the notices and the essence alone, with the sources that the essence cites."""
    brief = harmless_value(brief)
    page = _page(brief, width, colour=colour)
    _head(page, brief)
    shown = {cited.number for cell in brief.essence for cited in page.numbering.cited(cell)}
    _sources(page, tuple(evolve(source, detail="") for source in brief.sources if str(source.number) in shown))
    return page.text()


def _page(brief: Brief, width: int, *, colour: bool) -> Page:
    from gobetween.rendering.terminal_page import Page

    return Page(max(width, NARROWEST), Numbering.of(brief), colour=colour)


def _head(page: Page, brief: Brief) -> None:
    page.rule("═")
    page.line(brief.title, "title")
    if brief.subtitle:
        page.line(brief.subtitle, "quiet")
    as_of = f" · as known by {long_day(brief.as_of)}" if brief.as_of else ""
    page.line(addressed(brief.audience) + as_of, "quiet")
    page.rule("═")
    for notice in brief.notices:
        page.notice(notice)
    if brief.essence:
        page.gap()
        page.line("In essence", "heading")
        for cell in brief.essence:
            page.essential(cell)


def _section(page: Page, section: Section, number: int, notices: tuple[str, ...]) -> None:
    page.gap(2)
    page.line(f"{number}  {section.title}", "heading")
    page.rule("─")
    page.forget_words()
    if section.lead:
        page.line(section.lead, "lead")
    for block in section.blocks:
        page.gap()
        _block(page, block, notices)


def _block(page: Page, block: Block, notices: tuple[str, ...]) -> None:
    from gobetween.rendering.terminal_tables import put_table

    if isinstance(block, Paragraph):
        page.paragraph(block.cell)
    elif isinstance(block, Listing):
        if block.title:
            page.line(block.title, "subheading")
        for cell in block.cells:
            page.point(cell)
    elif isinstance(block, Table):
        put_table(page, block)
    else:
        page.line(block.title, "subheading")
        page.line(f"{block.description} {AS_TABLE}", "quiet")
        if isinstance(block, GainsPlot):
            _marks_of_plot(page, block, notices)
        page.gap()
        put_table(page, block.table if block.table.title != block.title else evolve(block.table, title=""))


def _marks_of_plot(page: Page, plot: GainsPlot, notices: tuple[str, ...]) -> None:
    for mark in plot.marks:
        page.line(f"‹{mark}› {MEANINGS[mark]}", "mark")
    if Mark.ASSUMED in plot.marks:
        for notice in notices:
            page.notice(notice)


def _sources(page: Page, sources: tuple[SourceLine, ...]) -> None:
    if not sources:
        return
    page.gap(2)
    page.line("Sources", "heading")
    page.rule("─")
    numbers = {source.number for source in sources}
    for source in sources:
        page.hanging(f"[{source.number}] ", f"{source.label} · {written(source.published)}", "body")
        if source.origin is not None:
            known = "" if source.origin in numbers else ", which this list leaves out"
            page.hanging("    ", f"tells the story of [{source.origin}] again{known}", "quiet")
        if source.detail:
            page.hanging("    ", source.detail, "quiet")


def _legend(page: Page, marks: tuple[Mark, ...]) -> None:
    if not marks:
        return
    page.gap(2)
    page.line("Marks", "heading")
    page.rule("─")
    for mark in marks:
        meaning = f"{mark}: {MEANINGS[mark]}" if mark in SHORT else MEANINGS[mark]
        page.hanging(f"‹{SHORT.get(mark, mark)}› ", meaning, "quiet")
