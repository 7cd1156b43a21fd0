"""Sessions with a PostgreSQL server: with the least rights that do, and the principal set for one transaction at a time."""

from __future__ import annotations

import select
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TypeAlias

import psycopg
from psycopg import IsolationLevel
from psycopg.conninfo import conninfo_to_dict
from psycopg.rows import TupleRow

from gobetween.model.errors import StoreUnavailable
from gobetween.storage.postgres.faults import faults_told

Connection: TypeAlias = psycopg.Connection[TupleRow]
PATIENCE_S = 10
"""How long to wait for a server that does not answer."""
_SETTINGS = """
    select set_config('default_transaction_isolation', 'read committed', false),
      set_config('synchronous_commit', case when synchronous in ('off', 'local') then 'on' else synchronous end, false)
    from current_setting('synchronous_commit') synchronous
"""


def place_of(url: str) -> str:
    """The address as it may be said to anybody: host and database, neither user nor password.

    Raises:
        StoreUnavailable: it is no address.
    """
    try:
        parts = conninfo_to_dict(url)
    except psycopg.Error:
        raise StoreUnavailable("that is no address of a PostgreSQL store: postgresql://USER@HOST/DATABASE") from None
    return f"postgresql://{parts.get('host') or 'localhost'}/{parts.get('dbname') or parts.get('user') or ''}"


def connect(url: str) -> Connection:
    """A connection whose commits survive a crash; transactions are begun and ended by whoever uses it.

    Raises:
        StoreUnavailable: it cannot be made.
    """
    try:
        connection = psycopg.connect(url, autocommit=True, connect_timeout=PATIENCE_S, application_name="gobetween")
    except psycopg.OperationalError:  # its text names users and addresses, and it has no code
        raise StoreUnavailable(
            f"the store {place_of(url)} is not available: no such server or database, or it refuses this login: check host, database, "
            "user and password, and whether it was prepared"
        ) from None
    try:
        connection.execute(_SETTINGS)
    except BaseException:
        connection.close()
        raise
    return connection


class Session:
    """One connection, opened when it is first needed and again when it broke; threads take turns."""

    def __init__(self, url: str, version: int) -> None:
        self.place = place_of(url)
        self._url = url
        self._version = version
        self._lock = threading.RLock()
        self._connection: Connection | None = None

    def close(self) -> None:
        """Lets go of the server."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
            self._connection = None

    @contextmanager
    def acting(self, principal: str, talks: str = "") -> Iterator[Connection]:
        """A transaction in which the database shows and takes what it may for that audience; the setting ends with it.

        Raises:
            GobetweenError: as `faults_told` says.
        """
        with self._transaction("select set_config('gobetween.principal', %s, true)", (principal,), talks) as connection:
            yield connection

    def write(self, principal: str, statement: str, values: Sequence[object], talks: str) -> None:
        """One call of a function that writes, for that audience: a transaction in one message, there for good once this returns.

        Raises:
            GobetweenError: as `faults_told` says.
        """
        with self._lock, faults_told(self.place, talks):
            acting = "with acting as materialized (select set_config('gobetween.principal', %s, true))"
            self._answering().execute(f"{acting} {statement} from acting", (principal, *values))

    @contextmanager
    def operating(self, talks: str = "") -> Iterator[Connection]:
        """A transaction with the rights of those who run the store, which sees the store as it is at one moment.

        Raises:
            StoreUnavailable: the login has no such rights.
            GobetweenError: as `faults_told` says.
        """
        setting = "select set_config('role', 'gobetween_operator', true)"
        with self._transaction(setting, (), talks, IsolationLevel.REPEATABLE_READ) as connection:
            yield connection

    @contextmanager
    def _transaction(
        self, setting: str, values: tuple[str, ...], talks: str, isolation: IsolationLevel = IsolationLevel.READ_COMMITTED
    ) -> Iterator[Connection]:
        with self._lock, faults_told(self.place, talks):
            connection = self._answering()
            connection.isolation_level = isolation
            with connection.transaction():
                connection.execute(setting, values)
                yield connection

    def _answering(self) -> Connection:
        if self._connection is not None and _has_news(self._connection):
            try:
                self._connection.execute("")
            except psycopg.OperationalError:  # it broke while nothing was under way
                self.close()
        if self._connection is None or self._connection.closed:
            self._connection = self._connected()
        return self._connection

    def _connected(self) -> Connection:
        connection = connect(self._url)
        try:
            _take_role(connection)
            self._check_version(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _check_version(self, connection: Connection) -> None:
        row = connection.execute("select version from gobetween.shape").fetchone()
        version = row[0] if row else 0
        if version != self._version:
            cure = "prepare it" if version < self._version else "install a newer one"
            raise StoreUnavailable(f"the store {self.place} has the shape {version}, this Gobetween knows {self._version}: {cure}")


def _has_news(connection: Connection) -> bool:
    """Whether the server said something unasked since: most often that it goes, or is gone."""
    if connection.closed:
        return False
    if not hasattr(select, "poll"):  # where there is none, as on Windows, any number of a socket can be selected
        return bool(select.select([connection.fileno()], [], [], 0)[0])
    polled = select.poll()
    polled.register(connection.fileno(), select.POLLIN)
    return bool(polled.poll(0))


def _take_role(connection: Connection) -> None:
    """From here on the session has no more rights than the application, or an actor, if its login is either."""
    may_be = "select rolname from pg_roles where rolname = any (%s) and pg_has_role(session_user, oid, 'member') order by rolname desc"
    row = connection.execute(may_be, (["gobetween_app", "gobetween_actor"],)).fetchone()
    if row is not None:
        connection.execute("select set_config('role', %s, false)", (row[0],))
