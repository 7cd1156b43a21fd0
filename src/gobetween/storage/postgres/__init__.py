"""The record in PostgreSQL, for teams: one schema, `gobetween`, in a database of its own, where row-level security is the second wall.

`prepare(url)`, with the rights of a superuser or of whoever owns the database, makes roles and tables; `PostgresJournal(url, keys)`
then works with the rights of whatever login the address names, and never with more than it needs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gobetween.storage.keys import Keyring
    from gobetween.storage.postgres.journals import PostgresJournal


def open_postgres(url: str, keys: Keyring, *, create: bool = True, operator_url: str | None = None) -> PostgresJournal:
    """The journal in that database; with `create`, and a login that has the rights, it is prepared first where that is missing.

    Raises:
        StoreUnavailable: the server cannot be reached, the login has no rights, or the store is not prepared.
    """
    from gobetween.storage.postgres.journals import PostgresJournal
    from gobetween.storage.postgres.migrations import is_prepared, prepare

    if create and not is_prepared(url):
        prepare(url)
    journal = PostgresJournal(url, keys, operator_url=operator_url)
    journal.check()
    return journal
