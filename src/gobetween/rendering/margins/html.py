"""The page: reports with items in the margin, without script, readable on paper, on a phone, by ear and in the dark."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from gobetween.model.evidence import Account
from gobetween.rendering.margins.sheets import ReadReport, Sheet, sheet_of
from gobetween.rendering.text_safety import harmless

if TYPE_CHECKING:
    from jinja2 import Template
    from markupsafe import Markup

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
    css = _style_sheet()
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    text = _template().render(
        account=account,
        sheets=[sheet_of(report) for report in reports],
        css=_markup(css),
        policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
        groups=GROUPS,
        harmless=harmless,
        published=_published,
    )
    return text.lstrip()


def _published(sheet: Sheet) -> str:
    document = sheet.report.document
    outlet = document.outlet.name if document.outlet else "outlet unknown"
    return f"{outlet}, {document.published}"


def _markup(text: str) -> Markup:
    from markupsafe import Markup

    return Markup(text)  # noqa: S704 - our own style sheet


@cache
def _style_sheet() -> str:
    templates = resources.files("gobetween.rendering") / "templates"
    return "\n" + "\n".join((templates / name).read_text("utf-8") for name in ("brief.css", "margins.css"))


@cache
def _template() -> Template:
    import jinja2

    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("gobetween.rendering", "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("margins.html.j2")
