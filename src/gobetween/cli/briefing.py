"""The command that makes a brief, of reports or of a case."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gobetween.cli.brief_forms import ENDINGS, PAGES, PAPERS, form_for, form_of_brief, tell_brief_written, write_brief
from gobetween.cli.days import day
from gobetween.cli.output import emit, progress_on_stderr, refuse_over_input, tell, terminal_width, wants_colour
from gobetween.cli.places import place_named

if TYPE_CHECKING:  # the services' values are needed for their names alone: start-up stays lean
    from gobetween.briefs.blocks import Brief
    from gobetween.cli.services import BriefRequest, Services


@click.command(short_help="Make a brief of reports, or of a case.")
@click.argument("path", type=place_named)
@click.option("--as", "audience", default="keeper", metavar="AUDIENCE", help="Whose view: keeper (default), public, or an actor's id.")
@click.option("--for", "recipient", metavar="ACTOR", help="Talking points: what whoever asks may say to ACTOR, and why; no more.")
@click.option("--as-of", callback=day, metavar="DATE", help="Only what was surely known by that day (2024-02-21).")
@click.option("--assume", "assumption", metavar="NAME", help="Compute with the assumption set of that name (assumptions/NAME.yaml).")
@click.option(
    "--judgements",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help="Judgements elsewhere than in judgements.yaml.",
)
@click.option("--one-page", is_flag=True, help="Cut down to one sheet: what is needed at the table. Not with --for.")
@click.option("--output", "-o", type=click.Path(path_type=Path), metavar="FILE", help="Where to write it; - is standard output.")
@click.option("--format", "form", type=form_of_brief, help="One form only; without it, as FILE ends, else the terminal's and HTML.")
@click.option("--paper", type=click.Choice(PAPERS), default="a4", show_default=True, help="The sheets of DOCX and PDF.")
@click.pass_obj
def brief(
    services: Services,
    path: Path,
    audience: str,
    recipient: str | None,
    as_of: dt.date | None,
    assumption: str | None,
    judgements: Path | None,
    one_page: bool,
    output: Path | None,
    form: str | None,
    paper: str,
) -> None:
    """Make a brief of PATH: a folder of reports (or one report), or a case folder.

    Prints it and writes it as one self-contained HTML file. `--as` shows what that audience may see. It is a demonstration, not
    protection: whoever has the folder can read its files. `--as MEDIATOR --for PARTY` gives talking points instead: what the mediator
    may say to the party, each line with the permission behind it.
    """
    from gobetween.cli.services import BriefRequest

    if recipient == "":
        msg = "--for is empty; name the actor whom the talking points are for, or leave it out for a brief"
        raise click.UsageError(msg)
    if recipient and one_page:
        msg = "--one-page cuts down a brief; talking points (--for) are as short as what may be said: leave it out"
        raise click.UsageError(msg)
    refuse_over_input(output, (path,))
    wanted = form_for(form, output)
    request = BriefRequest(path, audience=audience, as_of=as_of, assumption=assumption, judgements=judgements)
    made = _made(services, request, recipient)
    whole = services.on_one_page(made) if one_page else made
    is_printed = wanted is None
    if is_printed:
        emit(services.render_terminal(whole, terminal_width(), colour=wants_colour()), None)
    if is_printed and str(output) == "-":
        return
    name = wanted or "html"
    page = output or (Path(_stem(request, recipient, one_page=one_page) + ENDINGS[name]) if name in PAGES else None)
    refuse_over_input(page, (path,))
    write_brief(services, whole, name, page, paper)
    what = "talking points" if recipient else "brief"
    if output is not None:
        tell_brief_written(what, name, output)
    elif page is not None:
        click.echo() if is_printed else None
        click.echo(f"The {what} as {PAGES[name]}: {page.resolve()}")


def _made(services: Services, request: BriefRequest, recipient: str | None) -> Brief:
    progress = progress_on_stderr()
    briefing = services.talking_points(request, recipient) if recipient else services.make_brief(request, progress)
    progress("")
    for warning in briefing.warnings:
        tell(f"Note: {warning}")
    return briefing.brief


def _stem(request: BriefRequest, recipient: str | None, *, one_page: bool) -> str:
    """What the file is called that nobody gave a name."""
    path = request.path
    folder = path.parent if path.name == "case.yaml" else path
    name = folder.resolve().name if folder.is_dir() else folder.resolve().stem
    parts = [name or "talks", "brief"]
    parts += ["one-page"] if one_page else []
    parts += [f"for-{recipient}"] if recipient else []
    parts += [f"as-{request.audience}"] if request.audience != "keeper" else []
    parts += [f"as-of-{request.as_of}"] if request.as_of else []
    parts += [f"assuming-{request.assumption}"] if request.assumption else []
    return "-".join(parts).replace("/", "_")


COMMANDS = (brief,)
