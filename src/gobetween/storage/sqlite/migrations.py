"""The shapes that a store's file has had, as numbered steps up and down; opening a store takes every step up that is missing."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from attrs import frozen

from gobetween.model.errors import StoreUnavailable

APPLICATION = 0x476F_4277
"""SQLite's `application_id` of a store: "GoBw"."""


@frozen
class Step:
    """One step: what it brings, and the statements that take it and take it back."""

    brings: str
    up: tuple[str, ...]
    down: tuple[str, ...]


STEPS = (
    Step(
        "books: whose they are, for which key they are sealed, and their lines; the order of talks is the book without a name",
        up=(
            """CREATE TABLE books (
                id INTEGER PRIMARY KEY, talks TEXT NOT NULL, audience TEXT NOT NULL, key BLOB, UNIQUE (talks, audience)
            )""",
            """CREATE TABLE lines (
                book INTEGER NOT NULL REFERENCES books, position INTEGER NOT NULL, content BLOB NOT NULL, digest BLOB NOT NULL,
                PRIMARY KEY (book, position)
            ) WITHOUT ROWID""",
        ),
        down=("DROP TABLE lines", "DROP TABLE books"),
    ),
    Step(
        "snapshots of views, one beside a book",
        up=(
            """CREATE TABLE snapshots (
                book INTEGER PRIMARY KEY REFERENCES books, position INTEGER NOT NULL, content BLOB NOT NULL, bond BLOB NOT NULL
            )""",
        ),
        down=("DROP TABLE snapshots",),
    ),
)
LATEST = len(STEPS)


def version_of(connection: sqlite3.Connection) -> int:
    """Which shape the file has; 0 if none yet."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def migrate(connection: sqlite3.Connection, path: Path, *, to: int = LATEST) -> None:
    """Takes the steps from the file's shape to another, all or none.

    Raises:
        StoreUnavailable: the file is of a newer Gobetween, or none of Gobetween's.
    """
    check_is_store(connection, path)
    if version_of(connection) == to:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        _take_steps(connection, path, to)
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def check_is_store(connection: sqlite3.Connection, path: Path) -> None:
    """Refuses a file that is no store of Gobetween's, or one of a newer Gobetween.

    Raises:
        StoreUnavailable: it is one of these.
    """
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION:
        raise StoreUnavailable(f"{path} is no store of Gobetween's: give another path")
    version = version_of(connection)
    if version > LATEST:
        raise StoreUnavailable(f"the store {path} has the shape {version}, this Gobetween knows {LATEST}: install a newer one")


def has_its_shape(connection: sqlite3.Connection) -> bool:
    """Whether the file's tables are those that the steps make, and there is nothing else: no trigger, no view, no table."""
    with closing(sqlite3.connect(":memory:")) as made:
        for step in STEPS:
            for statement in step.up:
                made.execute(statement)
        return _shape(connection) == _shape(made)


def _shape(connection: sqlite3.Connection) -> list[tuple[object, ...]]:
    named = (
        "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master WHERE name NOT LIKE 'sqlite_stat%'"  # ANALYZE makes these
    )
    return sorted(connection.execute(named).fetchall())


def _take_steps(connection: sqlite3.Connection, path: Path, to: int) -> None:
    version = version_of(connection)  # again: another program may have taken the steps meanwhile
    if version > LATEST:
        check_is_store(connection, path)
    upwards = version <= to
    numbers = range(version, to) if upwards else range(version - 1, to - 1, -1)
    for number in numbers:
        for statement in STEPS[number].up if upwards else STEPS[number].down:
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {to:d}")
