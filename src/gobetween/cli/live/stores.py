"""The commands for whoever runs a store: preparing a database, admitting logins, looking in what condition it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from gobetween.cli.folding import say
from gobetween.cli.live.store_options import OPERATOR, STORE

if TYPE_CHECKING:
    from gobetween.cli.services import Services


@click.group("store", short_help="For whoever runs a store: prepare it, admit logins, look how it is.")
def store_group() -> None:
    """For whoever runs a store: prepare a PostgreSQL database, admit logins to one book each, look in what condition a store is."""


@store_group.command("prepare", short_help="Make what a store in PostgreSQL needs.")
@click.argument("address")
@click.pass_obj
def prepare(services: Services, address: str) -> None:
    """Make roles, schema and tables in the database at ADDRESS (postgresql://...), or carry an older store on; say what was made.

    ADDRESS is a superuser's, or that of who owns the database and may create roles. Again and again without harm.
    """
    _say(services.stores.prepare(address))


@store_group.command("status", short_help="In what condition a store is.")
@STORE
@OPERATOR
@click.pass_obj
def status(services: Services, store: str | None, operator: str | None) -> None:
    """Where the store is, which shape it has, whether it is prepared, and its talks, as far as the address used may know of them."""
    _say(services.stores.status(store, operator))


@store_group.command("admit", short_help="Let a login of the server act as one actor.")
@click.argument("talks")
@click.argument("actor")
@click.argument("login")
@STORE
@OPERATOR
@click.pass_obj
def admit(services: Services, talks: str, actor: str, login: str, store: str | None, operator: str | None) -> None:
    """Let the PostgreSQL LOGIN read the book of ACTOR in TALKS and write in its name; whatever SQL it runs, it is nobody else there."""
    _say(services.stores.admit(talks, actor, login, store=store, operator=operator))


@store_group.command("dismiss", short_help="Take an admission back.")
@click.argument("talks")
@click.argument("actor")
@click.argument("login")
@STORE
@OPERATOR
@click.pass_obj
def dismiss(services: Services, talks: str, actor: str, login: str, store: str | None, operator: str | None) -> None:
    """Take back that LOGIN may act as ACTOR in TALKS. What it has read, it has read."""
    _say(services.stores.dismiss(talks, actor, login, store=store, operator=operator))


def _say(lines: tuple[str, ...]) -> None:
    say(lines)
