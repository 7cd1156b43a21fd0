"""Talking points: what may be said to someone in a meeting, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from gobetween.cli.output import terminal_width, wants_colour

if TYPE_CHECKING:
    import datetime as dt

    from gobetween.cli.live.desks import Desk
    from gobetween.talks.standings import Standing


@click.command("talking-points", short_help="What you may say to somebody in a meeting, and why.")
@click.option("--with", "recipient", required=True, metavar="ACTOR", help="Whom you meet.")
@click.pass_obj
def talking_points(desk: Desk, recipient: str) -> None:
    """What you may say to ACTOR: what others permitted, each with its permission; your own; what lies between you; what all know."""
    from gobetween.briefs.shuttle.talking_points import talking_points_brief

    brief = talking_points_brief(desk.view(), desk.look(lambda at: _day(at, recipient)), recipient)
    click.echo(desk.screens.render_terminal(brief, terminal_width(), colour=wants_colour()), nl=False)


def _day(at: Standing, recipient: str) -> dt.date:
    at.must_know(recipient)
    return at.today


COMMANDS = (talking_points,)
