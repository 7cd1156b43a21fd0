"""What is told in confidence: holding a caucus, telling, noting what one was told, objecting to a note."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from gobetween.cli.live.desks import Desk
    from gobetween.talks.confiding.tellings import Telling

KINDS = ("statement", "position", "interest", "preference", "document", "question", "signal")
HANDLING = ("red", "amber+strict", "amber", "green", "clear")
STANCES = ("demand", "offer", "accept", "conditional", "reject", "oppose", "support")
SERIES = ("entrusted", "stated", "bottom-line")
NAME = click.option("--name", metavar="NAME", help="A name for it (lower-case letters, digits, hyphens); without it, one is made.")


def telling(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds the options that say what is told, and how it is to be handled."""
    for option in reversed(
        (
            click.option("--kind", type=click.Choice(KINDS), default="statement", show_default=True, help="What it is."),
            click.option("--issue", metavar="ISSUE", help="The issue that it is about."),
            click.option(
                "--option", "options", multiple=True, metavar="OPTION", help="An option on the issue; several times for several."
            ),
            click.option("--stance", type=click.Choice(STANCES), help="How a position stands to these options."),
            click.option("--series", type=click.Choice(SERIES), default="entrusted", show_default=True, help="What a position is."),
            click.option("--red-line", is_flag=True, help="A position that is final."),
            click.option(
                "--handling", type=click.Choice(HANDLING), default="amber", show_default=True, help="Traffic Light Protocol 2.0."
            ),
            click.option(
                "--conditioned", is_flag=True, help="On the condition that it stays there (in talks that are open otherwise)."
            ),
            NAME,
        )
    ):
        command = option(command)
    return command


def telling_of(text: str, given: dict[str, Any]) -> Telling:
    """What the options say is told."""
    from gobetween.model.caucuses import Handling, ToldKind
    from gobetween.model.evidence import Stance
    from gobetween.model.positions import Series
    from gobetween.talks.confiding.tellings import Telling

    return Telling(
        text,
        kind=ToldKind(given["kind"]),
        issue=given["issue"],
        options=frozenset(given["options"]),
        stance=Stance(given["stance"]) if given["stance"] else None,
        series=Series(given["series"].replace("-", " ")),
        is_red_line=given["red_line"],
        handling=Handling(f"TLP:{given['handling'].upper()}"),
        is_conditioned=given["conditioned"],
    )


@click.command("hold-caucus", short_help="Record a private session of a party with mediators.")
@click.option("--party", metavar="PARTY", help="Whose session it was (without it: yours).")
@click.option("--with", "mediators", multiple=True, metavar="MEDIATOR", help="A mediator who was there; several times for several.")
@click.option("--round", "round_", metavar="ROUND", help="The round that it belongs to.")
@click.option("--place", default="", metavar="PLACE", help="Where it was.")
@click.option("--text", default="", metavar="TEXT", help="A remark that all who were there get.")
@NAME
@click.pass_obj
def hold_caucus(desk: Desk, /, party: str | None, round_: str | None, **given: Any) -> None:
    """Record that a party and mediators met in private. They get it, and nobody else; what was told there, tell or log."""
    from gobetween.talks.confiding import caucuses

    sitting = caucuses.Sitting(party or desk.actor, given["mediators"], round=round_, place=given["place"], text=given["text"])
    desk.perform(lambda at: caucuses.hold_caucus(at, sitting, name=given["name"]))


@click.command("tell", short_help="Tell mediators something in confidence.")
@click.argument("text")
@click.option("--to", multiple=True, metavar="MEDIATOR", help="Who is told (without it: all who were in the caucus).")
@click.option("--caucus", metavar="CAUCUS", help="The caucus in which it is told.")
@telling
@click.pass_obj
def tell(desk: Desk, /, text: str, to: tuple[str, ...], caucus: str | None, **given: Any) -> None:
    """Tell mediators TEXT. They hold it, and nobody else; to pass it on needs your permission."""
    from gobetween.talks.confiding import caucuses

    told = telling_of(text, given)
    desk.perform(lambda at: caucuses.tell(at, told, to=to, caucus=caucus, name=given["name"]))


@click.command("log", short_help="Note what you were told in confidence.")
@click.argument("text")
@click.option("--by", metavar="ACTOR", help="Who told you (without it: the party of the caucus).")
@click.option("--caucus", metavar="CAUCUS", help="The caucus in which you were told.")
@telling
@click.pass_obj
def log(desk: Desk, /, text: str, by: str | None, caucus: str | None, **given: Any) -> None:
    """Note TEXT as what you were told. Who told you gets the note too, and may object to it; it is theirs, not yours."""
    from gobetween.talks.confiding import caucuses

    told = telling_of(text, given)
    desk.perform(lambda at: caucuses.note(at, told, owner=by, caucus=caucus, name=given["name"]))


@click.command("tell-further", short_help="Tell more mediators what you told some.")
@click.argument("item")
@click.option("--to", multiple=True, required=True, metavar="MEDIATOR", help="Who is told; several times for several.")
@click.pass_obj
def tell_further(desk: Desk, item: str, to: tuple[str, ...]) -> None:
    """Tell more mediators ITEM, which you told others; they get the permissions that name them, and who had it is not told."""
    from gobetween.talks.confiding import caucuses

    desk.perform(lambda at: caucuses.tell_further(at, item, to))


@click.command("object", short_help="Object to how a mediator noted what you told it.")
@click.argument("item")
@click.option("--reason", required=True, metavar="TEXT", help="What is wrong with it; those who hold the note get this.")
@click.pass_obj
def object_to(desk: Desk, item: str, reason: str) -> None:
    """Object to ITEM, a note of what you are said to have told. It stays, with the objection; tell what should stand there."""
    from gobetween.talks.confiding import caucuses

    desk.perform(lambda at: caucuses.object_to(at, item, reason))


COMMANDS = (hold_caucus, tell, log, tell_further, object_to)
