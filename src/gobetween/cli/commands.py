"""The commands and their options."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from gobetween.cli.bargaining import COMMANDS as BARGAINING
from gobetween.cli.briefing import COMMANDS as BRIEFING
from gobetween.cli.command_list import ByPurpose
from gobetween.cli.comparing import COMMANDS as COMPARING
from gobetween.cli.completion import COMMANDS as COMPLETION
from gobetween.cli.judging import judge
from gobetween.cli.live import COMMANDS
from gobetween.cli.live.stores import store_group
from gobetween.cli.meetings import COMMANDS as MEETINGS
from gobetween.cli.output import emit, progress_on_stderr, refuse_over_input, tell, terminal_width, wants_colour
from gobetween.cli.places import place_named
from gobetween.cli.proposing import COMMANDS as PROPOSING
from gobetween.cli.reading import COMMANDS as READING
from gobetween.cli.reviewing import review
from gobetween.cli.scenarios import scenario_group
from gobetween.cli.schemas import COMMANDS as SCHEMAS
from gobetween.model.errors import first_of

if TYPE_CHECKING:  # the services' values are needed for their names alone: start-up stays lean
    from gobetween.cli.services import Services

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.group(cls=ByPurpose, context_settings=CONTEXT)
@click.version_option(package_name="gobetween", prog_name="gobetween")
def main() -> None:
    """Software for indirect negotiation: talks between parties who do not meet, carried by mediators.

    \b
    From reports to a cited account of the talks:   gobetween brief my-reports/
    From a case to a brief for the next meeting:    gobetween brief my-case/
    What blocks a deal, and what would open it:     gobetween deadlock my-case/
    A case of your own:                             gobetween new my-case
    """  # noqa: D301 - \b is click's mark for lines that keep their breaks


@main.command(short_help="Check a case folder: every fault, with its line and remedy.")
@click.argument("path", type=place_named)
@click.pass_obj
def check(services: Services, path: Path) -> None:
    """Check the case folder PATH: every fault of every file, with its line and the likely remedy."""
    findings = services.check_case(path)
    for warning in findings.warnings:
        tell(f"warning: {warning}", err=False)
    for fault in first_of(findings.faults):
        tell(fault, err=False)
    tell(findings.summary, err=False)
    if findings.faults:
        raise SystemExit(2)


@main.command(short_help="Write a new case folder that works as it is.")
@click.argument("path", type=place_named, metavar="NAME")
@click.option("--title", help="The title of the talks; without it, made from NAME.")
@click.pass_obj
def new(services: Services, path: Path, title: str | None) -> None:
    """Write a new case folder NAME: commented files that load and brief as they are, to be changed into your own."""
    written = services.begin_case(path, title or path.name.replace("-", " ").replace("_", " ").capitalize())
    click.echo("\n".join(f"wrote {each}" for each in written))
    click.echo(f"\nNext: gobetween brief {path}\nThen: open {path / 'case.yaml'}, make it your own, and: gobetween check {path}")


@main.command(short_help="Make the brief of the Cairo talks of 2024.")
@click.option("--output", "-o", type=click.Path(path_type=Path), metavar="FILE", help="Where to write the page.")
@click.pass_obj
def demo(services: Services, output: Path | None) -> None:
    """Make the brief of the Cairo talks of 2024, print its essence, and say what to try next."""
    from gobetween.cli.services import BriefRequest

    folder = services.example()
    refuse_over_input(output, (folder,))
    briefing = services.make_brief(BriefRequest(folder), progress_on_stderr())
    page = output or Path("cairo-brief.html")
    emit(services.render_html(briefing.brief), page)
    click.echo(services.render_essence(briefing.brief, terminal_width(), colour=wants_colour()))
    click.echo(f"\nThe whole brief as a page: {page.resolve()}\n\n{_next_steps(folder)}")


def _next_steps(folder: Path) -> str:
    shown = _from_here(folder)
    steps = {
        f"gobetween brief {shown}": "the whole brief, in the terminal",
        f"gobetween brief {shown} --as egypt": "what Egypt may see of it",
        f"gobetween brief {shown} --as-of 2024-03-01": "what was known by then",
        f"gobetween brief {shown} --assume NAME": f"with assumed numbers ({_assumptions(folder)})",
        f"gobetween deadlock {shown}": "what cannot be met together, and what would open it",
        "gobetween brief FOLDER-OF-REPORTS": "your own reports, every line cited",
        "gobetween new my-case": "a case of your own",
        f"gobetween talks open {shown.parent / 'harbour'} --rehearsal": "an invented dispute, to act in",
    }
    width = max(map(len, steps))
    lines = ["Try next (first: . .venv/bin/activate):", *(f"  {step:{width}}  {what}" for step, what in steps.items())]
    tutorial = folder.parent.parent / "docs" / "tutorials" / "your-first-case.md"
    return "\n".join([*lines, *((f"Learn it in ten minutes: {_from_here(tutorial)}",) if tutorial.is_file() else ())])


def _from_here(path: Path) -> Path:
    try:
        return path.resolve().relative_to(Path.cwd())
    except ValueError:
        return path


def _assumptions(folder: Path) -> str:
    return ", ".join(sorted(path.stem for path in folder.glob("assumptions/*.yaml"))) or "none yet"


_OF_CASES = (*BRIEFING, *COMPARING, *MEETINGS, *BARGAINING, *SCHEMAS)
_OF_REPORTS = (*READING, *PROPOSING, judge, review)

for _command in (*_OF_CASES, *_OF_REPORTS, *COMMANDS, *COMPLETION, store_group, scenario_group):
    main.add_command(_command)
