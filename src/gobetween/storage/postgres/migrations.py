"""The shapes that a store on a server has had, as numbered steps up and down; `prepare` takes every step up that is missing."""

from __future__ import annotations

from importlib import resources

import psycopg
from attrs import field, frozen

from gobetween.model.errors import StoreUnavailable
from gobetween.storage.postgres.connections import PATIENCE_S, Connection, connect, place_of
from gobetween.storage.postgres.faults import faults_told

STEPS = ("0001_books", "0002_snapshots")
LATEST = len(STEPS)
ROLES = ("gobetween_actor", "gobetween_app", "gobetween_operator", "gobetween_owner", "gobetween_reader")
_LOCK = 0x476F_4277
"""The advisory lock under which steps are taken: "GoBw"."""


@frozen
class Prepared:
    """What became of a store: its shape, whether the server's counters are closed to all but monitors, and what was made for it.

    They are if a superuser prepared it. Where they are open, somebody with SQL of their own can see that others are at work.
    """

    version: int
    are_counters_closed: bool
    steps: tuple[str, ...] = field(default=(), kw_only=True)  # that were taken, up or back
    roles: tuple[str, ...] = field(default=(), kw_only=True)  # that were not there before


def prepare(url: str, *, to: int = LATEST) -> Prepared:
    """Makes the roles, and takes the steps from the store's shape to another, all or none; again and again without harm.

    `url` is a login that may create roles and, in that database, a schema. Going back to 0 is refused while there are talks.

    Raises:
        StoreUnavailable: the server cannot be reached, the login has no such rights, the database is not in UTF-8, the store is of a
            newer Gobetween, or there are talks in it and none would be left.
    """
    place = place_of(url)
    with faults_told(place), connect(url) as connection, connection.transaction():
        connection.execute(f"set local lock_timeout = '{PATIENCE_S}s'")
        connection.execute("select pg_advisory_xact_lock(%s)", (_LOCK,))
        _check_encoding(connection, place)
        version = version_of(connection)
        if version > LATEST:
            raise StoreUnavailable(f"the store {place} has the shape {version}, this Gobetween knows {LATEST}: install a newer one")
        try:
            before = _roles(connection)
            connection.execute(_script("roles"))
            made = tuple(each for each in _roles(connection) if each not in before)
            steps = _take_steps(connection, place, version, to)
            _close_counters(connection, to)
            return Prepared(to, are_counters_closed(connection), steps=steps, roles=made)
        except psycopg.errors.InsufficientPrivilege:
            raise StoreUnavailable(
                f"the store {place} was not prepared for this Gobetween, and this login may not prepare it: let a superuser open it "
                "first, or whoever owns the database and may create roles"
            ) from None


def is_prepared(url: str) -> bool:
    """Whether the store has the shape that this Gobetween knows.

    Raises:
        StoreUnavailable: the server cannot be reached.
    """
    with faults_told(place_of(url)), connect(url) as connection:
        return version_of(connection) >= LATEST


def version_of(connection: Connection) -> int:
    """Which shape the store has; 0 if none yet."""
    if connection.execute("select to_regclass('gobetween.shape')").fetchone() == (None,):
        return 0
    row = connection.execute("select version from gobetween.shape").fetchone()
    return int(row[0]) if row else 0


def are_counters_closed(connection: Connection) -> bool:
    """Whether the server's counters are for monitors alone in this database, where the roles are."""
    closed = "select not has_function_privilege('gobetween_reader', 'pg_stat_get_tuples_inserted(oid)', 'execute')"
    return connection.execute(closed).fetchone() == (True,)


def _roles(connection: Connection) -> tuple[str, ...]:
    rows = connection.execute("select rolname from pg_catalog.pg_roles where rolname = any (%s) order by rolname", (list(ROLES),))
    return tuple(row[0] for row in rows)


def _take_steps(connection: Connection, place: str, version: int, to: int) -> tuple[str, ...]:
    for step in STEPS[version:to]:
        connection.execute(_script(f"{step}.up"))
    for step in reversed(STEPS[to:version]):
        try:
            connection.execute(_script(f"{step}.down"))
        except psycopg.errors.ObjectNotInPrerequisiteState:
            raise StoreUnavailable(f"there are talks in the store {place}: it cannot be withdrawn while they are there") from None
    if to:
        connection.execute("delete from gobetween.shape")
        connection.execute("insert into gobetween.shape values (%s)", (to,))
    return STEPS[version:to] or tuple(reversed(STEPS[to:version]))


def _close_counters(connection: Connection, to: int) -> None:
    row = connection.execute("select rolsuper from pg_roles where rolname = current_user").fetchone()
    if row is not None and row[0]:
        connection.execute(_script("counters_closed" if to else "counters_opened"))


def _check_encoding(connection: Connection, place: str) -> None:
    row = connection.execute("select current_setting('server_encoding')").fetchone()
    if row != ("UTF8",):
        raise StoreUnavailable(f"the database {place} is not in UTF-8: create one that is")


def _script(name: str) -> bytes:
    return (resources.files("gobetween.storage.postgres") / "steps" / f"{name}.sql").read_bytes()
