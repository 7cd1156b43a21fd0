"""What happened: events entered for those who are to know of them, corrected and struck."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click

from gobetween.cli.days import day

if TYPE_CHECKING:
    from gobetween.cli.live.desks import Desk
    from gobetween.talks.standings import Deed, Standing


@click.command("event", short_help="Enter something that happened.")
@click.argument("text")
@click.option(
    "--to", multiple=True, metavar="ACTOR", help="Who is to have it beside you, or public for everyone; several times for several."
)
@click.option("--by", metavar="ACTOR", help="Who did it; without it, it befell the talks from outside.")
@click.option("--on", callback=day, metavar="DATE", help="When it was (without it: today).")
@click.option("--place", default="", metavar="TEXT", help="Where it was.")
@click.option("--corrects", metavar="EVENT", help="An event of yours that this stands in the place of; the record keeps both.")
@click.option("--name", metavar="NAME", help="A name for it (lower-case letters, digits, hyphens); without it, one is made.")
@click.pass_obj
def event(
    desk: Desk,
    /,
    text: str,
    to: tuple[str, ...],
    by: str | None,
    on: dt.date | None,
    place: str,
    corrects: str | None,
    name: str | None,
) -> None:
    """Enter something that happened, TEXT, for yourself and those whom you name."""
    from gobetween.model.dates import on as on_day
    from gobetween.model.happenings import Happening, HappeningKind
    from gobetween.talks import entering

    kind = HappeningKind.ACT if by else HappeningKind.OUTSIDE_EVENT

    def enter(at: Standing) -> tuple[Deed, ...]:
        at.must_know(*([by] if by else []))
        known = on_day(at.today)
        entry = Happening(
            corrects or at.new_id(name), text=text, kind=kind, actor=by, place=place, when=on_day(on or at.today), known=known
        )
        return entering.enter(at, "happenings", entry, frozenset(to))

    desk.perform(enter)


@click.command("strike", short_help="Take back an event that you entered; the record keeps it.")
@click.argument("event")
@click.option("--to", multiple=True, metavar="ACTOR", help="From whom: those for whom you entered it; several times for several.")
@click.option("--reason", default="", metavar="TEXT", help="Why; they get it.")
@click.pass_obj
def strike(desk: Desk, /, event: str, to: tuple[str, ...], reason: str) -> None:
    """Take back EVENT, which you entered, from yourself and those whom you name. The record keeps both."""
    from gobetween.talks import entering

    desk.perform(lambda at: entering.withdraw(at, "happenings", event, frozenset(to), reason=reason))


COMMANDS = (event, strike)
