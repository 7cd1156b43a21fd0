"""The command that drafts a case from reports."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from gobetween.cli.folding import say
from gobetween.cli.output import progress_on_stderr, tell
from gobetween.cli.places import place_named

if TYPE_CHECKING:
    from gobetween.cli.services import Services


@click.command(short_help="Draft a case folder from reports.")
@click.argument("paths", nargs=-1, required=True, type=place_named)
@click.option("--out", "-o", required=True, type=place_named, metavar="NAME", help="The new case folder; nothing may be there yet.")
@click.option("--onto", type=place_named, metavar="CASE", help="Draft what the reports add to this case; it stays as it is.")
@click.option("--title", help="The title of the talks; without it, made from the sides that are found.")
@click.pass_obj
def propose(services: Services, paths: tuple[Path, ...], out: Path, onto: Path | None, title: str | None) -> None:
    """Draft a case folder from the reports at PATHS (files, folders): who takes part, issues, positions, meetings, each with its words.

    It is a draft, to accept or strike entry by entry: everything in it is marked so, and DRAFT.md in the folder lists what to look at
    first. The reports are copied into the folder. No numbers of anybody's preferences are made up.

    With --onto, reports that the case has are left out, the others are read with its names, actors bear its ids, and ADDITIONS.md lists
    what is new to it and what it may have already. Nothing in the case's folder is changed: you take over what you accept.
    """
    progress = progress_on_stderr()
    proposed = services.proposing.propose_case(paths, out, title, progress, onto=onto)
    progress("")
    for name, reason in proposed.refusals:
        tell(f"Left out: {name}: {reason}")
    click.echo("\n".join(f"wrote {each}" for each in proposed.written))
    say(("", *proposed.summary))
    if onto is None:
        click.echo("Its profile is 'closed', until you choose 'open-unless-conditioned' in case.yaml")
    if proposed.first:
        say(("", "Look at this first:", *(f"  {each}" for each in proposed.first)))
    if onto is not None:
        click.echo(f"\nNext: open {out / 'ADDITIONS.md'}, take over what you accept into {onto}, and: gobetween check {onto}")
        return
    listing, case = out / "DRAFT.md", out / "case.yaml"
    click.echo(f"\nNext: gobetween brief {out}\nThen: open {listing} and {case}, accept and strike, and: gobetween check {out}")


COMMANDS = (propose,)
