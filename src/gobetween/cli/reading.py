"""The commands for reports: reading them into evidence."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from gobetween.cli.endings import FormNamed, form_named
from gobetween.cli.output import (
    emit,
    emit_text,
    progress_on_stderr,
    refuse_over_input,
    tell,
    tell_written,
    terminal_width,
    wants_colour,
)
from gobetween.cli.places import place_named
from gobetween.model.errors import InvalidReport

if TYPE_CHECKING:
    from gobetween.cli.model_choices import ModelChoice
    from gobetween.cli.services import Services
    from gobetween.cli.services.reports import Reading

BY_ENDING = {".txt": "table", ".json": "json", ".html": "html", ".htm": "html"}
LOCAL = "http://localhost:11434/v1"
"""Where servers of models on one's own machine commonly listen."""


@click.command(short_help="Read reports into evidence.")
@click.argument("paths", nargs=-1, required=True, type=place_named)
@click.option(
    "--format",
    "form",
    type=FormNamed(["table", "json", "html"], BY_ENDING),
    help="How to print it; without it, as FILE ends, else table.",
)
@click.option("--output", "-o", type=click.Path(path_type=Path), metavar="FILE", help="Write it there instead of printing it.")
@click.option(
    "--judgements",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help="Judgements elsewhere than in judgements.yaml.",
)
@click.option("--text", "named", metavar="NAME", help="Print the text of this report (such as feed.xml#3), as it is read, and no more.")
@click.option("--model", metavar="NAME", help="Have this language model propose items as well. Off unless named.")
@click.option("--model-at", "address", default=LOCAL, show_default=True, metavar="URL", help="Where the model is asked, up to /v1.")
@click.option("--send", is_flag=True, help="Do send the reports to a model that is not on this machine.")
@click.option("--show-request", is_flag=True, help="Print what the model would be sent, and send nothing.")
@click.pass_obj
def read(
    services: Services,
    paths: tuple[Path, ...],
    form: str | None,
    output: Path | None,
    judgements: Path | None,
    named: str | None,
    model: str | None,
    address: str,
    send: bool,
    show_request: bool,
) -> None:
    """Read reports at PATHS (files, folders) into evidence: who said what, figures, dates, meetings, positions.

    Every item says where its words stand. What was read is stored and not read again. `--format html` shows the reports with what was
    read from them in the margin. Nothing is sent anywhere, unless you name a model: it gets the text of these reports and no other
    file, its key is taken from GOBETWEEN_MODEL_KEY, and what it proposes is marked so until a person accepts it. Files that cannot be
    read are named with the reason; if that is all of them, the exit code is 2.
    """
    refuse_over_input(output, paths)
    if named is not None:
        emit_text(services.reports.text_of(paths, named), output)
        tell_written("The text", output)
        return
    wanted = form if show_request else form_named(form, output, BY_ENDING)
    progress = progress_on_stderr()
    reading = services.reports.read(paths, progress, judgements=judgements)
    progress("")
    for name, reason in reading.refusals:
        tell(f"Left out: {name}: {reason}")
    for note in reading.notes:
        tell(f"Note: {note}")
    if not reading.account.reports:
        raise InvalidReport(f"nothing in {', '.join(repr(str(path)) for path in paths)} could be read")
    if show_request:
        emit(services.reports.requests_to_model(paths, reading.account, model or "NAME"), output)
        tell_written("What would be sent", output)
        return
    if model is not None:
        from gobetween.cli.model_choices import ModelChoice

        reading = _with_model(services, paths, reading, ModelChoice(model, address, may_leave=send), judgements)
    if wanted == "html":
        emit(services.reports.page(paths, reading.account), output)
    elif wanted == "json":
        emit(services.reports.as_json(reading.account), output)
    else:
        emit(services.reports.as_table(reading.account, terminal_width(), colour=wants_colour() and output is None), output)
    tell_written("What was read", output)


def _with_model(services: Services, paths: tuple[Path, ...], reading: Reading, choice: ModelChoice, judgements: Path | None) -> Reading:
    """What was read, with what the model proposes; says beforehand what is sent where."""
    progress = progress_on_stderr()
    reports = len(reading.account.reports)
    sent = "the text of 1 report" if reports == 1 else f"the texts of {reports} reports"
    tell(f"Model: about to send {sent} to {choice.name} at {choice.address}; an answer given before is not asked for again.")
    proposed = services.reports.propose_items(paths, reading.account, choice, progress, judgements=judgements)
    progress("")
    for name, reason in proposed.refusals:
        tell(f"Model: {name}: {reason}")
    return proposed


COMMANDS = (read,)
