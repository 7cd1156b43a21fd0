"""Briefs in every form: which forms there are, which one a file's ending names, and writing them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gobetween.cli.output import Unwritable, emit, emit_bytes, tell, terminal_width, wants_colour

if TYPE_CHECKING:
    from gobetween.briefs.blocks import Brief
    from gobetween.cli.services.brief_forms import BriefForms

ENDINGS = {"html": ".html", "markdown": ".md", "docx": ".docx", "pdf": ".pdf", "json": ".json"}
FORMS = ("terminal", *ENDINGS)
PAGES = {"html": "a page", "docx": "a document", "pdf": "PDF"}  # these go to a file, and what is said of it
PAPERS = ("a4", "letter")


OTHER_ENDINGS = {".txt": "terminal", ".htm": "html", ".markdown": "markdown"}


def form_for(form: str | None, output: Path | None) -> str | None:
    """The form that was asked for, or else the one that the ending of the file names; `None` where neither says one.

    Raises:
        click.UsageError: the ending is of another form than was asked for, or of none.
    """
    ending = output.suffix.lower() if output else ""
    named = next((each for each, its in ENDINGS.items() if its == ending), OTHER_ENDINGS.get(ending))
    if form is None and named is None and ending:
        msg = f"'{ending}' is the ending of no form; endings: {' '.join((*ENDINGS.values(), '.txt'))} (or say --format)"
        raise click.UsageError(msg)
    if form is not None and named is not None and form != named:
        msg = f"--format {form} and a file that ends in {ending} do not go together; change one of them"
        raise click.UsageError(msg)
    return form or named


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
