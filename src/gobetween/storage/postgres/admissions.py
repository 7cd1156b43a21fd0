"""Logins of their own for audiences: a login that was admitted as one audience can be no other, whatever SQL it runs.

The application's login may act for every audience, so its wall is only as good as the program. A login made by the operator
(`create role n17 login password ...`, with a name that tells nothing: names of logins are open to all logins) and admitted here
reads that audience's book and writes in its name alone. What draws on others (sealed answers, pooled numbers) needs the application.
"""

from __future__ import annotations

from psycopg import sql

from gobetween.model.errors import NotDisclosed, StoreUnavailable
from gobetween.model.sealed import CUSTODIAN
from gobetween.record.journals import no_such_book
from gobetween.storage.postgres.connections import Connection, connect, place_of
from gobetween.storage.postgres.faults import faults_told


def admit(url: str, login: str, talks: str, audience: str) -> None:
    """Lets a login of the server act as that audience in these talks; `url` is an operator's.

    The login may be a member of `gobetween_actor` already; where it is not, the operator needs the right to grant that role.

    Raises:
        NotDisclosed: there are no such talks, no such book, or the login may act for everybody already.
        StoreUnavailable: there is no such login, the store is not prepared, or the operator has no right to this.
    """
    place = place_of(url)
    with faults_told(place, talks), connect(url) as connection, connection.transaction():
        _make_an_actor(connection, login, place)
        connection.execute("set local role gobetween_operator")
        book = "select from gobetween.books where talks = %s and audience = %s and audience not in ('', %s)"
        if connection.execute(book, (talks, audience, CUSTODIAN)).fetchone() is None:
            raise no_such_book(talks, audience)
        admission = "insert into gobetween.logins values (%s, %s, %s) on conflict do nothing"
        connection.execute(admission, (login, talks, audience))


def dismiss(url: str, login: str, talks: str, audience: str) -> None:
    """Takes an admission back; whatever the login does from then on in these talks meets the wall.

    Raises:
        NotDisclosed: there is no such admission.
        StoreUnavailable: the store is not prepared, or the operator has no right to this.
    """
    with faults_told(place_of(url), talks), connect(url) as connection, connection.transaction():
        connection.execute("set local role gobetween_operator")
        admission = "delete from gobetween.logins where login = %s and talks = %s and audience = %s"
        if not connection.execute(admission, (login, talks, audience)).rowcount:
            raise NotDisclosed(f"the login '{login}' was not admitted as '{audience}' to '{talks}'")


def _make_an_actor(connection: Connection, login: str, place: str) -> None:
    """Makes the login a member of `gobetween_actor`, unless it is, or is more than that."""
    if connection.execute("select to_regclass('gobetween.logins')").fetchone() == (None,):
        raise StoreUnavailable(f"the store {place} is not prepared: gobetween store prepare ADDRESS")
    asked = "select pg_has_role(oid, 'gobetween_app', 'member'), pg_has_role(oid, 'gobetween_actor', 'member') from pg_roles"
    row = connection.execute(f"{asked} where rolname = %s", (login,)).fetchone()
    if row is None:
        raise StoreUnavailable(
            f"the server {place} has no login '{login}': make it first, with a name that tells nothing, as names of logins are open to "
            "all logins: create role NAME login password '...'"
        )
    is_application, is_actor = row
    if is_application:
        raise NotDisclosed(f"the login '{login}' has the application's rights: make one that has none")
    if not is_actor:
        connection.execute(sql.SQL("grant gobetween_actor to {}").format(sql.Identifier(login)))
