"""Where one stands: the bottom line, what is stated, what is declared, and what changes one's alternative."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from gobetween.cli.live.desks import Desk
    from gobetween.protocols.positions import Stand

STANCES = ("demand", "offer", "accept", "conditional", "reject", "oppose", "support", "dropped-demand", "threaten", "claim", "deny")
NAME = click.option("--name", metavar="NAME", help="A name for it (lower-case letters, digits, hyphens); without it, one is made.")
TO = click.option("--to", multiple=True, metavar="MEDIATOR", help="A mediator to whom it is entrusted; several times for several.")
OPTIONS = click.option(
    "--option", "options", multiple=True, metavar="OPTION", help="An option of the issue; several times for several."
)


def standing(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds what says where one stands on an issue."""
    for option in reversed(
        (
            click.argument("issue"),
            click.argument("stance", type=click.Choice(STANCES)),
            click.argument("text"),
            OPTIONS,
            click.option("--condition", default="", metavar="TEXT", help="On which condition."),
            click.option("--red-line", is_flag=True, help="It is final."),
        )
    ):
        command = option(command)
    return command


def stand_of(given: dict[str, Any]) -> Stand:
    """The stand that the arguments and options say."""
    from gobetween.model.evidence import Stance
    from gobetween.protocols.positions import Stand

    return Stand(
        given["issue"],
        Stance(given["stance"].replace("-", "_")),
        text=given["text"],
        options=frozenset(given["options"]),
        condition=given["condition"],
        is_red_line=given["red_line"],
    )


@click.command("state", short_help="State to mediators where you stand.")
@standing
@TO
@NAME
@click.pass_obj
def state(desk: Desk, /, to: tuple[str, ...], name: str | None, **given: Any) -> None:
    """State to mediators (--to) where you stand on ISSUE, in the words TEXT; nobody else gets it."""
    from gobetween.talks.proposing import positions

    stand = stand_of(given)
    desk.perform(lambda at: positions.state(at, stand, to=to, name=name))


@click.command("declare", short_help="Say in public where you stand.")
@standing
@NAME
@click.pass_obj
def declare(desk: Desk, /, name: str | None, **given: Any) -> None:
    """Say in public where you stand on ISSUE, in the words TEXT: everybody gets it. It withdraws nothing that you stated or noted."""
    from gobetween.talks.proposing import positions

    stand = stand_of(given)
    desk.perform(lambda at: positions.declare(at, stand, name=name))


@click.command("bottom-line", short_help="Note what you could accept at worst.")
@click.argument("issue")
@click.argument("text")
@OPTIONS
@TO
@NAME
@click.pass_obj
def bottom_line(desk: Desk, issue: str, text: str, options: tuple[str, ...], to: tuple[str, ...], name: str | None) -> None:
    """Note your bottom line on ISSUE: the options that you could accept at worst, in the words TEXT.

    You alone have it, or the mediators too to whom you entrust it (--to).
    """
    from gobetween.talks.proposing import positions

    desk.perform(lambda at: positions.note_bottom_line(at, issue, frozenset(options), text=text, to=to, name=name))


@click.command("alternative", short_help="Note what changes your alternative to an agreement.")
@click.argument("text")
@click.option("--better/--worse", default=None, help="Which way it changes it.")
@click.option("--because", multiple=True, metavar="NAME", help="The event or pressure that changes it, by its name.")
@TO
@NAME
@click.pass_obj
def alternative(desk: Desk, text: str, better: bool | None, because: tuple[str, ...], to: tuple[str, ...], name: str | None) -> None:
    """Note what changes your best alternative to an agreement, in the words TEXT.

    You alone have it, or the mediators too to whom you entrust it (--to).
    """
    from gobetween.talks.proposing import positions

    desk.perform(lambda at: positions.note_alternative(at, text, is_better=better, because=because, to=to, name=name))


COMMANDS = (state, declare, bottom_line, alternative)
