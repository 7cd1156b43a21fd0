"""The page: reports with items in the margin, without script, readable on paper, on a phone, by ear and in the dark."""

from __future__ import annotations

from collections.abc import Iterable

from gobetween.model.evidence import Account
from gobetween.rendering.margins.sheets import ReadReport, Sheet, sheet_of
from gobetween.rendering.page_templates import as_markup, content_policy, page_template, style_sheet
from gobetween.rendering.text_safety import harmless

GROUPS = (
    ("said", "said"),
    ("position", "positions, what blocks, what is disputed"),
    ("figure", "figures"),
    ("time", "times"),
    ("meeting", "meetings, delegations"),
    ("course", "judgements, pressure, what is owed, acts"),
    ("person", "offices"),
)
"""The signs under words, with what they stand for."""


def render_margins(account: Account, reports: Iterable[ReadReport]) -> str:
    """One self-contained HTML document of the reports, each paragraph with what was read from it beside it.

    Every item has its number in the text and in the margin, each a link to the other; words are marked by kind with lines that
    differ in shape as well as in colour.
    """
    css = style_sheet("brief.css", "paper.css", "margins.css")
    text = page_template("margins.html.j2").render(
        account=account,
        sheets=[sheet_of(report) for report in reports],
        css=as_markup(css),
        policy=content_policy(css),
        groups=GROUPS,
        harmless=harmless,
        published=_published,
    )
    return text.lstrip()


def _published(sheet: Sheet) -> str:
    document = sheet.report.document
    outlet = document.outlet.name if document.outlet else "outlet unknown"
    return f"{outlet}, {document.published}"
