"""Briefs in every form: which forms there are, which one a file's ending names, and writing them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from gobetween.cli.endings import FormNamed, form_named
from gobetween.cli.output import Unwritable, emit, emit_bytes, tell, tell_written, terminal_width, wants_colour

if TYPE_CHECKING:
    from gobetween.briefs.blocks import Brief
    from gobetween.cli.services.brief_forms import BriefForms

ENDINGS = {"html": ".html", "markdown": ".md", "docx": ".docx", "pdf": ".pdf", "json": ".json"}
FORMS = ("terminal", *ENDINGS)
PAGES = {"html": "a page", "docx": "a document", "pdf": "PDF"}  # these go to a file, and what is said of it
CALLED = PAGES | {"markdown": "Markdown", "json": "JSON", "terminal": "text"}
PAPERS = ("a4", "letter")

BY_ENDING = {ending: form for form, ending in ENDINGS.items()} | {".txt": "terminal", ".htm": "html", ".markdown": "markdown"}

form_of_brief = FormNamed(FORMS, BY_ENDING)
"""The type of the option that names a form of a brief."""


def form_for(form: str | None, output: Path | None) -> str | None:
    """The form of a brief that was asked for, or that the ending of the file names; see `form_named`."""
    return form_named(form, output, BY_ENDING)


def tell_brief_written(what: str, form: str, output: Path | None) -> None:
    """Says in which file the brief stands now, and in which form."""
    tell_written(f"The {what} as {CALLED[form]}", output)


def write_brief(services: BriefForms, brief: Brief, form: str, output: Path | None, paper: str = "a4") -> None:
    """Writes the brief in that form to a file, or to standard output.

    Raises:
        MissingPart: the form needs a part that is not installed.
        Unwritable: there is no place for it.
    """
    if form in ("docx", "pdf"):
        place = output or Path("-")
        if str(place) == "-" and sys.stdout.isatty():
            raise Unwritable(f"a {form.upper()} file is no text for a terminal; name a file with --output, or pipe it on")
        made = services.render_docx(brief, paper) if form == "docx" else services.render_pdf(brief, paper)
        emit_bytes(made.data, place)
        for note in made.notes:
            tell(f"Note: {note}")
    elif form == "terminal":
        emit(services.render_terminal(brief, terminal_width(), colour=wants_colour() and output is None), output)
    else:
        texts = {"html": services.render_html, "markdown": services.render_markdown, "json": services.brief_text}
        emit(texts[form](brief), output)
