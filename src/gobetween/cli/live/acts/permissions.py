"""Permission to pass something on: asking for it, granting, refusing, revoking."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from gobetween.cli.days import day
from gobetween.cli.folding import say
from gobetween.cli.ways import notes_on_ways

if TYPE_CHECKING:
    from gobetween.cli.live.desks import Desk
    from gobetween.model.permissions import Permission
    from gobetween.protocols.permissions import Scope

FORMS = ("verbatim", "paraphrase", "own-idea")


def scoped(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds the options that say what a permission covers."""
    for option in reversed(
        (
            click.option(
                "--to",
                multiple=True,
                metavar="ACTOR|MESSAGE",
                help="Who may get it; or a message that you got: whoever that came from. Several times for several.",
            ),
            click.option(
                "--carrier", "carriers", multiple=True, metavar="MEDIATOR", help="Who may carry it; several times for several."
            ),
            click.option("--form", type=click.Choice(FORMS), help="How it may be put (default: verbatim)."),
            click.option("--attributed/--unattributed", default=False, help="Whether the owner may be named (default: not)."),
            click.option("--wording", default="", metavar="TEXT", help="The exact words that may pass, instead of the item's own."),
            click.option("--until", callback=day, metavar="DATE", help="The last day on which it may be conveyed (2031-03-31)."),
            click.option("--other-software", is_flag=True, help="Software of a third party may process it."),
            click.option(
                "--name", metavar="NAME", help="A name for it (lower-case letters, digits, hyphens); without it, one is made."
            ),
        )
    ):
        command = option(command)
    return command


def scope_of(item: str, given: dict[str, Any]) -> Scope:
    """The scope that the options say."""
    from gobetween.model.permissions import Form
    from gobetween.protocols.permissions import Scope

    until: dt.date | None = given["until"]
    return Scope(
        item,
        given["to"],
        given["carriers"],
        form=dict(zip(FORMS, Form, strict=True))[given["form"] or FORMS[0]],
        is_attributed=given["attributed"],
        wording=given["wording"],
        until=until,
        allows_other_software=given["other_software"],
    )


def narrowed(asked: Permission, given: dict[str, Any]) -> dict[str, Any]:
    """The options, and where none was given, what was asked; that one may be named, or others' software used, is said each time."""
    forms = dict(zip(type(asked.form), FORMS, strict=True))
    return {
        **given,
        "to": given["to"] or asked.to,
        "carriers": given["carriers"] or asked.carriers,
        "form": given["form"] or forms[asked.form],
        "wording": given["wording"] or asked.wording,
        "until": given["until"] or asked.until,
    }


@click.command("ask", short_help="Ask an item's owner for permission to pass it on.")
@click.argument("item")
@scoped
@click.option("--reason", default="", metavar="TEXT", help="Why it would help.")
@click.pass_obj
def ask(desk: Desk, /, item: str, reason: str, **given: Any) -> None:
    """Ask the owner of ITEM for permission to pass it on. Without --carrier, you carry it yourself."""
    from gobetween.talks.confiding import permissions

    scope = scope_of(item, {**given, "carriers": given["carriers"] or (desk.actor,)})
    desk.perform(lambda at: permissions.ask(at, scope, name=given["name"], reason=reason))
    say(notes_on_ways(desk.view().case, scope.to, scope.carriers))


@click.command("grant", short_help="Permit that an item of yours is passed on.")
@click.argument("item", required=False)
@scoped
@click.option(
    "--asked",
    metavar="PERMISSION",
    help="The permission that you were asked for; to whom, by whom, in which form and until when are as asked unless you say.",
)
@click.pass_obj
def grant(desk: Desk, /, item: str | None, asked: str | None, **given: Any) -> None:
    """Permit that ITEM, which is yours, is passed on: to whom, by whom, in which form, named or not, until when."""
    from gobetween.talks.confiding import permissions

    case = desk.view().case
    found = next((each for each in case.permissions if each.id == asked), None)
    if asked and not item and not found:
        raise click.UsageError(f"nobody has asked you for a permission called '{asked}'; what waits for your answer: show waiting")
    name = item or (found.item if found else "")
    if not name:
        raise click.UsageError("say which ITEM of yours may be passed on, or which permission you were asked for (--asked)")
    scope = scope_of(name, narrowed(found, given) if found else given)
    desk.perform(lambda at: permissions.grant(at, scope, asked=asked, name=given["name"]))
    say(notes_on_ways(case, scope.to, scope.carriers))


@click.command("refuse", short_help="Refuse a permission that you were asked for.")
@click.argument("permission")
@click.option("--reason", default="", metavar="TEXT", help="Why; whoever asked gets it.")
@click.pass_obj
def refuse(desk: Desk, /, permission: str, reason: str) -> None:
    """Refuse the PERMISSION that you were asked for."""
    from gobetween.talks.confiding import permissions

    desk.perform(lambda at: permissions.refuse(at, permission, reason=reason))


@click.command("revoke", short_help="Take back a permission; what was conveyed stays conveyed.")
@click.argument("permission")
@click.option("--reason", default="", metavar="TEXT", help="Why; the carriers get it.")
@click.pass_obj
def revoke(desk: Desk, /, permission: str, reason: str) -> None:
    """Take back a PERMISSION that you granted: it stops relays that come after, none that came before."""
    from gobetween.talks.confiding import permissions

    desk.perform(lambda at: permissions.revoke(at, permission, reason=reason))


COMMANDS = (ask, grant, refuse, revoke)
