"""The services behind the commands for whoever runs a store, made of the rooms."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from gobetween.storage.postgres.conditions import Condition

_COUNTERS_OPEN = (
    "counters of the server: open to every login, from which it can tell that others are at work; have a superuser prepare the store"
)
_COUNTERS_CLOSED = "counters of the server: closed to all but monitors"


@frozen
class Stores:
    """Prepares stores, admits logins, says in what condition a store is."""

    def prepare(self, address: str) -> tuple[str, ...]:
        """Makes what a store in PostgreSQL needs, as far as it is missing."""
        _need_postgres(address)
        from gobetween.storage.postgres.connections import place_of
        from gobetween.storage.postgres.migrations import prepare

        done = prepare(address)
        return (
            f"prepared: {place_of(address)}, shape {done.version}",
            f"roles made: {', '.join(done.roles) or 'none was missing'}",
            f"steps taken: {', '.join(done.steps) or 'none was missing'}",
            _COUNTERS_CLOSED if done.are_counters_closed else _COUNTERS_OPEN,
            "Next: a login for the application (create role NAME login password '...' in role gobetween_app), and with its address:",
            "      gobetween talks open FOLDER --store postgresql://NAME@HOST/DATABASE",
        )

    def status(self, store: str | None, operator: str | None) -> tuple[str, ...]:
        """In what condition a store is."""
        from gobetween.storage.addresses import check_driver, default_address, is_postgres, operator_address, path_of

        address = store or default_address()
        if not is_postgres(address):
            return tuple(_of_file(path_of(address)))
        check_driver()
        return tuple(_of_server(address, operator_address(operator)))

    def admit(self, talks: str, actor: str, login: str, *, store: str | None, operator: str | None) -> tuple[str, ...]:
        """Lets a login of the server act as that actor in these talks, and as nobody else."""
        address = _operators(store, operator)
        from gobetween.storage.postgres.admissions import admit

        admit(address, login, talks, actor)
        return (f"admitted: the login {login} is {actor} in {talks}, and nobody else there",)

    def dismiss(self, talks: str, actor: str, login: str, *, store: str | None, operator: str | None) -> tuple[str, ...]:
        """Takes an admission back."""
        address = _operators(store, operator)
        from gobetween.storage.postgres.admissions import dismiss

        dismiss(address, login, talks, actor)
        return (f"dismissed: the login {login} is {actor} in {talks} no longer",)


def _operators(store: str | None, operator: str | None) -> str:
    """The address of whoever runs the store."""
    from gobetween.storage.addresses import default_address, operator_address

    address = operator_address(operator) or store or default_address()
    _need_postgres(address)
    return address


def _need_postgres(address: str) -> None:
    """Refuses what is no PostgreSQL database.

    Raises:
        StoreUnavailable: it is none.
        MissingPart: the driver is not installed.
    """
    from gobetween.model.errors import StoreUnavailable
    from gobetween.storage.addresses import check_driver, is_postgres

    if not is_postgres(address):
        raise StoreUnavailable(
            "that is for stores in PostgreSQL: give postgresql://USER@HOST/DATABASE; a store in a file is made when talks are opened, "
            "and has no logins"
        )
    check_driver()


def _of_file(path: Path) -> Iterator[str]:
    from gobetween.storage.keys import passing_keys
    from gobetween.storage.sqlite.conditions import condition_of
    from gobetween.storage.sqlite.journals import SqliteJournal

    found = condition_of(path)
    yield f"store: {found.path} (SQLite, {found.size:,} bytes)"
    if found.version < found.latest:
        yield f"shape: {found.version}; it is carried on to {found.latest} when it is next used"
        return
    yield f"shape: {found.version}, the one that this Gobetween knows"
    with closing(SqliteJournal(path, passing_keys(), create=False)) as journal:
        yield _talks(journal.talks())


def _of_server(address: str, operator: str | None) -> Iterator[str]:
    from gobetween.storage.keys import passing_keys
    from gobetween.storage.postgres.conditions import condition_of
    from gobetween.storage.postgres.journals import PostgresJournal

    found = condition_of(operator or address)
    yield f"store: {found.place} (PostgreSQL {found.server})"
    yield f"shape: {_prepared(found)}"
    if found.version == 0:
        return
    if found.version is not None:
        yield _COUNTERS_CLOSED if found.are_counters_closed else _COUNTERS_OPEN
    yield f"this login: {_rights(found)}"
    if found.version == found.latest and (found.is_actor or found.is_operator):
        with closing(
            PostgresJournal(address, passing_keys(), operator_url=operator or (address if found.is_operator else None))
        ) as journal:
            yield _talks(journal.talks())


def _prepared(found: Condition) -> str:
    if found.version is None:
        return "not open to this login"
    if found.version == found.latest:
        return f"{found.version}, prepared: the one that this Gobetween knows"
    if found.version > found.latest:
        return f"{found.version}, of a newer Gobetween; this one knows {found.latest}: install a newer one"
    return f"{found.version}, not prepared for this Gobetween, which knows {found.latest}; to do it: gobetween store prepare ADDRESS"


def _rights(found: Condition) -> str:
    rights = {
        "acts for everybody (the application)": found.is_application,
        "acts for those it was admitted as": found.is_actor and not found.is_application,
        "runs the store (an operator)": found.is_operator,
    }
    return ", ".join(right for right, is_given in rights.items() if is_given) or "none here; it needs one of the roles gobetween_*"


def _talks(names: tuple[str, ...]) -> str:
    return f"talks: {len(names)}{': ' if names else ''}{', '.join(names)}"
