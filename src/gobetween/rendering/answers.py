"""An answer on a terminal: what was asked, of which case and for whom, what every copy must say, the answer, its tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from gobetween.briefs.answers.answers import Answer
from gobetween.briefs.blocks import Block, Listing, Paragraph, Table
from gobetween.rendering.cited import MEANINGS, SHORT, Numbering
from gobetween.rendering.text_safety import harmless_value
from gobetween.rendering.wordings import addressed, long_day

if TYPE_CHECKING:
    from gobetween.rendering.terminal_page import Page

NARROWEST = 24
TITLES = {
    "zone": "The deal zone",
    "frontier": "The frontier",
    "solve": "What solution concepts choose",
    "deadlock": "What blocks a deal, and what would open it",
    "improve": "What would be better for all",
    "robust": "What holds whichever of the assumptions is true",
    "sensitivity": "How wrong a number would have to be",
    "stability": "Who would gain by breaking what",
}
STOPPED = {
    "interrupted": "Stopped by hand before the end: this is what was found until then.",
    "out of time": "Stopped when its time was over (--seconds): this is what was found until then.",
}


def answer_text(answer: Answer, *, width: int, colour: bool, stopped: str | None = None) -> str:
    """The answer in lines of at most `width` columns (24 at the least), ending in one newline; `stopped` says why it is cut short."""
    from gobetween.rendering.terminal_page import Page

    answer = harmless_value(evolve(answer, result=None, plot=None))
    page = Page(max(width, NARROWEST), Numbering({}), colour=colour)
    _head(page, answer)
    if stopped is not None:
        page.notice(STOPPED[stopped])
    page.gap()
    for cell in answer.essence:
        page.paragraph(cell)
    page.gap()
    page.marks("Every line here:", answer.marks)
    for block in answer.blocks:
        page.gap()
        _block(page, block)
    _legend(page, answer)
    return page.text()


def _head(page: Page, answer: Answer) -> None:
    page.rule("═")
    page.line(f"{TITLES[answer.question]}: {answer.case}", "title")
    for_whom = addressed(answer.audience).replace("Brief for", "For").replace("Public brief", "For the public")
    as_of = f" · as known by {long_day(answer.as_of)}" if answer.as_of else ""
    assuming = f" · assuming {', '.join(answer.assumptions)}" if answer.assumptions else ""
    page.line(for_whom + as_of + assuming, "quiet")
    page.rule("═")
    for notice in answer.notices:
        page.notice(notice)


def _block(page: Page, block: Block) -> None:
    from gobetween.rendering.terminal_tables import put_table

    if isinstance(block, Paragraph):
        page.paragraph(block.cell)
    elif isinstance(block, Listing):
        page.line(block.title, "subheading")
        for cell in block.cells:
            page.point(cell)
    elif isinstance(block, Table):
        put_table(page, block)


def _legend(page: Page, answer: Answer) -> None:
    page.gap()
    for mark in answer.marks:
        page.hanging(f"‹{SHORT.get(mark, mark)}› ", MEANINGS[mark].replace("of this brief", "of the case"), "quiet")
