"""The command that compares what was known on two days."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gobetween.cli.brief_forms import form_for, form_of_brief, tell_brief_written, write_brief
from gobetween.cli.days import day
from gobetween.cli.output import progress_on_stderr, refuse_over_input, tell
from gobetween.cli.places import place_named

if TYPE_CHECKING:
    from gobetween.cli.services import Services


@click.command(short_help="What changed between two days: what became known, who moved.")
@click.argument("path", type=place_named)
@click.option("--from", "first", callback=day, required=True, metavar="DATE", help="What was known by that day is where it starts.")
@click.option("--to", "last", callback=day, metavar="DATE", help="What was known by that day is where it ends; without it, today.")
@click.option("--as", "audience", default="keeper", metavar="AUDIENCE", help="Whose view: keeper (default), public, or an actor's id.")
@click.option("--output", "-o", type=click.Path(path_type=Path), metavar="FILE", help="Write it there instead of printing it.")
@click.option("--format", "form", type=form_of_brief, help="How to write it; without it, as FILE ends, else the terminal's.")
@click.pass_obj
def diff(services: Services, path: Path, first: dt.date, last: dt.date | None, audience: str, output: Path | None, form: str) -> None:
    """What changed in PATH, a case folder or reports, from one day to another.

    What became known after the first day and by the second; who moved, and from where; which demands came to exclude each other and
    which no longer do; who owes an answer since. When something was, and when it became known, are two things: this goes by the
    second. What has no date counts as known on both days or on neither.
    """
    from gobetween.cli.services import BriefRequest

    if last is not None and last <= first:
        msg = f"--from {first} is not before --to {last}; the stretch between them is what is looked at"
        raise click.UsageError(msg)
    refuse_over_input(output, (path,))
    wanted = form_for(form, output) or "terminal"
    progress = progress_on_stderr()
    briefing = services.compare(BriefRequest(path, audience=audience), first, last, progress)
    progress("")
    for warning in briefing.warnings:
        tell(f"Note: {warning}")
    write_brief(services, briefing.brief, wanted, output)
    tell_brief_written("comparison", wanted, output)


COMMANDS = (diff,)
