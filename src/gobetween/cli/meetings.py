"""The commands for meetings and dates: the read-out of a meeting, and a calendar."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gobetween.cli.brief_forms import form_for, form_of_brief, tell_brief_written, write_brief
from gobetween.cli.days import day
from gobetween.cli.output import emit_bytes, refuse_over_input, tell, tell_written
from gobetween.cli.places import place_named

if TYPE_CHECKING:
    from gobetween.cli.services import Services

AS = click.option(
    "--as", "audience", default="keeper", metavar="AUDIENCE", help="Whose view: keeper (default), public, or an actor's id."
)
AS_OF = click.option("--as-of", callback=day, metavar="DATE", help="Only what was surely known by that day (2024-02-21).")


@click.command("read-out", short_help="Draft the read-out of a meeting.")
@click.argument("case", type=place_named, metavar="CASE")
@click.argument("meeting", required=False)
@click.option("--for", "recipient", default="public", metavar="ACTOR", show_default=True, help="Whom it is for: public, or an actor.")
@AS
@AS_OF
@click.option("--output", "-o", type=click.Path(path_type=Path), metavar="FILE", help="Write it there instead of printing it.")
@click.option("--format", "form", type=form_of_brief, help="How to write it; without it, as FILE ends, else the terminal's.")
@click.pass_obj
def read_out(
    services: Services,
    case: Path,
    meeting: str | None,
    recipient: str,
    audience: str,
    as_of: dt.date | None,
    output: Path | None,
    form: str | None,
) -> None:
    """Draft the read-out of a MEETING of CASE: who met, how, what was on the table, what they said, what comes next.

    It holds what those whom it is for may know already, and nothing else: by default, what everybody may know. Without MEETING, lists
    the meetings with their names.
    """
    from gobetween.cli.services import BriefRequest

    refuse_over_input(output, (case,))
    wanted = form_for(form, output) or "terminal"
    briefing = services.meetings.read_out(BriefRequest(case, audience=audience, as_of=as_of), meeting, recipient)
    for warning in briefing.warnings:
        tell(f"Note: {warning}")
    write_brief(services, briefing.brief, wanted, output)
    tell_brief_written("read-out" if meeting else "list of meetings", wanted, output)


@click.command(short_help="Meetings, deadlines and due dates as an iCalendar file.")
@click.argument("case", type=place_named, metavar="CASE")
@AS
@AS_OF
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Where to write it (default: CASE.ics); - is standard output.",
)
@click.pass_obj
def calendar(services: Services, case: Path, audience: str, as_of: dt.date | None, output: Path | None) -> None:
    """Write the rounds, meetings, times set, last days to answer and due dates of CASE as an iCalendar file (.ics).

    What is planned, or has an inferred date, is tentative; what was called off is cancelled. What has no date is named, and is not in
    the file.
    """
    from gobetween.cli.services import BriefRequest

    folder = case.parent if case.name == "case.yaml" else case
    suffix = (f"-as-{audience}" if audience != "keeper" else "") + (f"-as-of-{as_of}" if as_of else "")
    target = output or Path(f"{folder.resolve().name or 'talks'}{suffix}.ics".replace("/", "_"))
    refuse_over_input(target, (case,))
    data, notes = services.meetings.calendar(BriefRequest(case, audience=audience, as_of=as_of))
    for note in notes:
        tell(f"Note: {note}")
    emit_bytes(data, target)
    if output is not None:
        tell_written("The calendar", output)
    else:
        click.echo(f"The calendar: {target.resolve()}")


COMMANDS = (read_out, calendar)
