"""The commands for scenarios of other tools: taking them in as cases, and giving cases out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from gobetween.cli.folding import say
from gobetween.cli.output import tell
from gobetween.cli.places import place_named

if TYPE_CHECKING:
    from gobetween.cli.services import Services
    from gobetween.cli.services.scenarios import Carried

FORMATS = ("genius", "geniusweb", "negmas", "negmas-json", "negolog")


@click.group("scenario", short_help="Scenarios of Genius, GeniusWeb, NegMAS and NegoLog: import, export.")
def scenario_group() -> None:
    """Take scenarios of other tools in as cases, and give cases out as their scenarios, exactly.

    What cannot be carried over stops with an error that names it; nothing is dropped in silence.
    """


@scenario_group.command("import", short_help="Make a case folder of another tool's scenario.")
@click.argument("folder", type=place_named)
@click.argument("out", type=place_named)
@click.option("--steps", type=int, metavar="N", help="Cut real issues, and integer issues of many values, into N options.")
@click.option(
    "--profile", "profiles", multiple=True, metavar="FILE", help="Take in this profile (may be given again); without it, all."
)
@click.option("--exact", is_flag=True, help="Stop where a number would have to be rounded (to a part in 10^11 or less).")
@click.pass_obj
def bring_in(services: Services, folder: Path, out: Path, steps: int | None, profiles: tuple[str, ...], exact: bool) -> None:
    """Make a new case folder OUT of the scenario in FOLDER: Genius (XML), GeniusWeb (JSON), NegMAS (YAML, JSON) or NegoLog (JSON).

    The tool is told by what the files hold. Its numbers become the assumption set 'scenario'.
    """
    _say(services.scenarios.bring_in(folder, out, steps=steps, profiles=profiles, exact=exact))


@scenario_group.command("export", short_help="Write a case as another tool's scenario.")
@click.argument("case", type=place_named)
@click.argument("out", type=place_named)
@click.option("--format", "form", type=click.Choice(FORMATS), required=True, help="Whose files to write.")
@click.option("--assume", "assumption", metavar="NAME", help="With the numbers of that assumption set (assumptions/NAME.yaml).")
@click.pass_obj
def take_out(services: Services, case: Path, out: Path, form: str, assumption: str | None) -> None:
    """Write the issues, options and numbers of the case folder CASE into a new folder OUT, as files of another tool.

    The numbers are those that the parties entrusted to you, or those of an assumption set.
    """
    _say(services.scenarios.take_out(case, out, form, assumption))


def _say(carried: Carried) -> None:
    for notice in carried.notices:
        tell(f"Note: {notice}")
    for path in carried.written:
        click.echo(f"wrote {path}")
    say(carried.lines)
