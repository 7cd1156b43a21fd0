"""Looking: what an actor sees of the talks."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gobetween.cli.brief_forms import form_for, form_of_brief, tell_brief_written, write_brief
from gobetween.cli.days import day
from gobetween.cli.output import refuse_over_input, terminal_width, wants_colour

if TYPE_CHECKING:
    from gobetween.cli.live.desks import Desk


@click.command("show", short_help="What you see of the live talks, section by section.")
@click.argument("sections", nargs=-1, metavar="[SECTION]...")
@click.option("--as-of", callback=day, metavar="DATE", help="Only what was recorded by that day.")
@click.pass_obj
def show(desk: Desk, sections: tuple[str, ...], as_of: dt.date | None) -> None:
    """What you see of the live talks: what was told, permitted, conveyed, proposed, answered and promised.

    Without SECTION, all sections that have something in them; their names stand in brackets behind their titles.
    """
    brief = desk.services.live_brief(desk.place, desk.actor, sections, as_of=as_of)
    click.echo(desk.screens.render_terminal(brief, terminal_width(), colour=wants_colour()), nl=False)


@click.command("brief", short_help="The whole brief of the case as you see it.")
@click.option("--as-of", callback=day, metavar="DATE", help="Only what was recorded by that day.")
@click.option("--assume", "assumption", metavar="NAME", help="Compute with the assumption set of that name.")
@click.option("--format", "form", type=form_of_brief, help="How to write it; without it, as FILE ends, else the terminal's.")
@click.option("--output", "-o", type=click.Path(path_type=Path), metavar="FILE", help="Write it there instead of printing it.")
@click.pass_obj
def brief(desk: Desk, as_of: dt.date | None, assumption: str | None, form: str | None, output: Path | None) -> None:
    """The whole brief: the live talks, and all that the case holds, as you see it."""
    refuse_over_input(output)
    wanted = form_for(form, output) or "terminal"
    write_brief(desk.screens, desk.services.whole_brief(desk.place, desk.actor, as_of=as_of, assumption=assumption), wanted, output)
    tell_brief_written("brief", wanted, output)


@click.command("find", short_help="Search what you see.")
@click.argument("words", nargs=-1, required=True)
@click.pass_obj
def find(desk: Desk, words: tuple[str, ...]) -> None:
    """Search what you see of the talks for entries in which all WORDS stand."""
    from gobetween.rendering.text_safety import harmless
    from gobetween.talks.searches import find_words

    hits = find_words(desk.view().case, " ".join(words))
    for hit in hits:
        click.echo(harmless(f"{hit.collection.replace('_', ' ')}: {hit.id}: {hit.text}"))
    click.echo(f"{len(hits)} found" if hits else "nothing found")


@click.command("history", short_help="Your record, line by line.")
@click.option("--last", type=click.IntRange(min=1), metavar="N", help="Only the last N lines.")
@click.pass_obj
def history(desk: Desk, last: int | None) -> None:
    """Your own record in its order: line by line what was recorded, when by the store's clock, by whom."""
    from gobetween.cli.live.desks import words_of
    from gobetween.rendering.text_safety import harmless

    lines = desk.services.history(desk.place, desk.actor)
    for line, act in lines[-last:] if last else lines:
        click.echo(harmless(f"{line.position:>5}  {line.entry.recorded:%Y-%m-%d %H:%M}  {line.entry.author}: {words_of(act)}"))


COMMANDS = (show, brief, find, history)
