"""The command that makes a brief, of reports or of a case."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gobetween.cli.days import day
from gobetween.cli.output import emit, progress_on_stderr, refuse_over_input, terminal_width, wants_colour
from gobetween.cli.places import place_named

if TYPE_CHECKING:  # the services' values are needed for their names alone: start-up stays lean
    from gobetween.cli.services import Services


@click.command(short_help="Make a brief of reports, or of a case.")
@click.argument("path", type=place_named)
@click.option("--as", "audience", default="keeper", metavar="AUDIENCE", help="Whose view: keeper (default), public, or an actor's id.")
@click.option("--as-of", callback=day, metavar="DATE", help="Only what was surely known by that day (2024-02-21).")
@click.option("--assume", "assumption", metavar="NAME", help="Compute with the assumption set of that name (assumptions/NAME.yaml).")
@click.option(
    "--judgements",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help="Judgements elsewhere than in judgements.yaml.",
)
@click.option("--output", "-o", type=click.Path(path_type=Path), metavar="FILE", help="Where to write it; - is standard output.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["terminal", "html", "json"]),
    help="One form only; without it, the terminal's and an HTML file.",
)
@click.pass_obj
def brief(
    services: Services,
    path: Path,
    audience: str,
    as_of: dt.date | None,
    assumption: str | None,
    judgements: Path | None,
    output: Path | None,
    form: str | None,
) -> None:
    """Make a brief of PATH: a folder of reports (or one report), or a case folder.

    Prints it and writes it as one self-contained HTML file. `--as` shows what that audience may see. It is a demonstration, not
    protection: whoever has the folder can read its files.
    """
    from gobetween.cli.services import BriefRequest

    refuse_over_input(output, (path,))
    progress = progress_on_stderr()
    request = BriefRequest(path, audience=audience, as_of=as_of, assumption=assumption, judgements=judgements)
    briefing = services.make_brief(request, progress)
    progress("")
    for warning in briefing.warnings:
        click.echo(f"Note: {warning}", err=True)
    if form in (None, "terminal"):
        text = services.render_terminal(briefing.brief, terminal_width(), colour=wants_colour() and (form is None or output is None))
        emit(text, output if form else None)
    if form == "json":
        emit(services.brief_text(briefing.brief), output)
    if form in (None, "html"):
        page = output or Path(_page_name(path, audience, as_of, assumption))
        refuse_over_input(page, (path,))
        emit(services.render_html(briefing.brief), page)
        if str(page) != "-":
            click.echo(f"\nThe brief as a page: {page.resolve()}")


def _page_name(path: Path, audience: str, as_of: dt.date | None, assumption: str | None) -> str:
    folder = path.parent if path.name == "case.yaml" else path
    name = folder.resolve().name if folder.is_dir() else folder.resolve().stem
    parts = [name or "talks", "brief"]
    parts += [f"as-{audience}"] if audience != "keeper" else []
    parts += [f"as-of-{as_of}"] if as_of else []
    parts += [f"assuming-{assumption}"] if assumption else []
    return "-".join(parts).replace("/", "_") + ".html"


COMMANDS = (brief,)
