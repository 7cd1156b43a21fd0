"""Entrusting numbers, pooling them, and releasing what was computed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from gobetween.cli.folding import say
from gobetween.cli.option_sets import terms

if TYPE_CHECKING:
    from gobetween.cli.live.desks import Desk
    from gobetween.model.issues import OptionSets

NAME = click.option("--name", metavar="NAME", help="A name for it (lower-case letters, digits, hyphens); without it, one is made.")


@click.command("entrust", short_help="Entrust mediators with what packages are worth to you.")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--to", multiple=True, required=True, metavar="MEDIATOR", help="Who is entrusted with it; several times for several.")
@click.pass_obj
def entrust(desk: Desk, /, file: Path, to: tuple[str, ...]) -> None:
    """Entrust mediators with what packages are worth to you: FILE has `weights`, `values`, `reservation` and `value_links`.

    The keys are those of a party's file in a case folder. What you entrusted before is replaced.
    """
    from gobetween.talks.sealing import poolings

    preferences = desk.services.numbers_in(desk.place, desk.actor, file)
    desk.perform(lambda at: poolings.entrust(at, preferences, to))


@click.command("pool", short_help="Permit results from your numbers and others' together.")
@click.option("--to", multiple=True, required=True, metavar="MEDIATOR", help="Who may have the results; several times for several.")
@NAME
@click.pass_obj
def pool(desk: Desk, /, to: tuple[str, ...], name: str | None) -> None:
    """Permit that results from your numbers, together with what others entrusted, are had by these mediators.

    They see results (the deal zone, efficient packages), not your numbers. There are none until the other parties permit it too.
    Many results together tell much of the numbers: pool as you would confide.
    """
    from gobetween.talks.sealing import poolings

    desk.perform(lambda at: poolings.pool(at, to, name=name))


@click.command("unpool", short_help="Withdraw a pooling, for what is computed from now on.")
@click.argument("pooling")
@click.pass_obj
def unpool(desk: Desk, /, pooling: str) -> None:
    """Withdraw POOLING: nothing is computed with your numbers and others' together from now on."""
    from gobetween.talks.sealing import poolings

    desk.perform(lambda at: poolings.withdraw(at, pooling))


@click.command("release", short_help="Let something computed out, after a warning.")
@click.argument("text")
@click.option("--to", multiple=True, required=True, metavar="ACTOR", help="Who gets it; several times for several.")
@click.option("--draws-on", multiple=True, required=True, metavar="PARTY", help="Whose entrusted numbers it draws on.")
@click.option("--term", "named", multiple=True, callback=terms, metavar="ISSUE=OPTION", help="An option that it names.")
@click.option("--proposal", metavar="PROPOSAL", help="A proposal of yours that it lets out.")
@click.option("--confirm", is_flag=True, help="Make it; without this, only the warnings are told.")
@NAME
@click.pass_obj
def release(
    desk: Desk,
    /,
    text: str,
    to: tuple[str, ...],
    draws_on: tuple[str, ...],
    named: OptionSets,
    proposal: str | None,
    confirm: bool,
    name: str | None,
) -> None:
    """Release TEXT, which rests on numbers that parties entrusted: to whom, and drawing on whose numbers.

    What the recipients can infer is told first. Nothing is released without --confirm.
    """
    from gobetween.talks.sealing import poolings
    from gobetween.talks.sealing.poolings import Letting

    letting = Letting(to, text, draws_on, terms=named, proposal=proposal)
    say(f"warning: {each}" for each in desk.look(lambda at: poolings.release_warnings(at, letting)))
    if confirm:
        desk.perform(lambda at: poolings.release(at, letting, name=name))
    else:
        click.echo("not released; to release it, add --confirm")


COMMANDS = (entrust, pool, unpool, release)
