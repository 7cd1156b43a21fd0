"""Opening a store's file: made whole or not at all, in one step; write-ahead logging is set once, when it is made."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import tempfile
import time
from pathlib import Path

from gobetween.model.errors import StoreUnavailable
from gobetween.storage.private_files import is_there, publish
from gobetween.storage.sqlite.faults import faults_told
from gobetween.storage.sqlite.migrations import APPLICATION, LATEST, migrate

PATIENCE_S = 30
"""How long a writer waits for other writers before it gives up."""
_ASK_ANEW_MS = 8


def open_store(path: Path, *, create: bool = True) -> sqlite3.Connection:
    """A connection to the store at `path`; one that is not there is made, readable by its owner alone.

    Raises:
        StoreUnavailable: it is not there (and not to be made), cannot be opened, or is no store.
        RecordDamaged: the file is damaged.
    """
    if not is_there(path):
        if not create:
            raise StoreUnavailable(f"there is no store at {path}: begin talks first, or give another path")
        _make(path)
    with faults_told(path):
        connection = connect(path)
        try:
            migrate(connection, path)
        except BaseException:
            connection.close()
            raise
        return connection


def connect(path: Path) -> sqlite3.Connection:
    """A connection whose commits survive a crash; transactions are begun and ended by whoever uses it.

    Raises:
        sqlite3.Error: there is no such file, or it cannot be opened.
    """
    address = f"{path.absolute().as_uri()}?mode=rw"
    connection = sqlite3.connect(address, uri=True, timeout=PATIENCE_S, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def check_nothing_is_left(path: Path) -> None:
    """Refuses a place where parts of a store lie whose file is gone: SQLite would write them into the next file of that name.

    Raises:
        StoreUnavailable: there are such parts.
    """
    left = [each for end in ("-wal", "-shm", "-journal") if is_there(each := path.with_name(f"{path.name}{end}"))]
    if left and not is_there(path):  # asked last: another program may have made the store meanwhile
        raise StoreUnavailable(
            f"beside {path} lies {left[0].name}, a part of a store that was there before: put it where that is, or give another name"
        )


def begin_writing(connection: sqlite3.Connection) -> None:
    """Begins a transaction that writes, once it is this writer's turn.

    SQLite waits longer each time that others were quicker, so that a writer among many may starve; asking anew every few
    milliseconds keeps the worst wait short.

    Raises:
        sqlite3.Error: the store cannot be written to, or was locked for too long.
    """
    give_up = time.monotonic() + PATIENCE_S
    connection.execute(f"PRAGMA busy_timeout = {_ASK_ANEW_MS}")
    try:
        while True:
            try:
                connection.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as error:
                if not getattr(error, "sqlite_errorname", "").startswith("SQLITE_BUSY") or time.monotonic() > give_up:
                    raise
            else:
                return
    finally:
        connection.execute(f"PRAGMA busy_timeout = {int(PATIENCE_S * 1000)}")


def _make(path: Path) -> None:
    check_nothing_is_left(path)
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    except OSError as error:
        raise StoreUnavailable(f"the store {path} cannot be made: {error.strerror}") from error
    os.close(descriptor)
    part = Path(name)
    try:
        with faults_told(path):
            _shape(part)
        publish(part, path)  # if another program was quicker, its store is the one
    except OSError as error:
        raise StoreUnavailable(f"the store {path} cannot be made: {error.strerror}") from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink()


def _shape(part: Path) -> None:
    connection = connect(part)
    try:
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute("PRAGMA journal_mode = WAL")
        migrate(connection, part, to=LATEST)
    finally:
        connection.close()
