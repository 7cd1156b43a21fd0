"""The commands for reports: reading them into evidence."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from gobetween.cli.output import emit, progress_on_stderr, refuse_over_input, terminal_width, wants_colour
from gobetween.cli.places import place_named

if TYPE_CHECKING:
    from gobetween.cli.services import Services


@click.command(short_help="Read reports into evidence.")
@click.argument("paths", nargs=-1, required=True, type=place_named)
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True, help="How to print it.")
@click.option("--output", "-o", type=click.Path(path_type=Path), metavar="FILE", help="Write it there instead of printing it.")
@click.pass_obj
def read(services: Services, paths: tuple[Path, ...], form: str, output: Path | None) -> None:
    """Read reports at PATHS (files, folders) into evidence: who said what, figures, dates, meetings, positions.

    Every item says where its words stand. What was read is stored and not read again.
    """
    refuse_over_input(output, paths)
    progress = progress_on_stderr()
    reading = services.read_reports(paths, progress)
    progress("")
    for name, reason in reading.refusals:
        click.echo(f"Left out: {name}: {reason}", err=True)
    if form == "json":
        emit(services.account_text(reading.account), output)
    else:
        emit(services.account_table(reading.account, terminal_width(), colour=wants_colour() and output is None), output)


COMMANDS = (read,)
