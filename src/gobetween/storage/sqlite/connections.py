"""Opening a store's file: made whole or not at all, in one step; write-ahead logging is set once, when it is made."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import tempfile
from pathlib import Path

from gobetween.model.errors import StoreUnavailable
from gobetween.storage.private_files import publish
from gobetween.storage.sqlite.faults import faults_told
from gobetween.storage.sqlite.migrations import APPLICATION, LATEST, migrate

PATIENCE_S = 30
"""How long a writer waits for other writers before it gives up."""


def open_store(path: Path, *, create: bool = True) -> sqlite3.Connection:
    """A connection to the store at `path`; one that is not there is made, readable by its owner alone.

    Raises:
        StoreUnavailable: it is not there (and not to be made), cannot be opened, or is no store.
        RecordDamaged: the file is damaged.
    """
    if not path.exists():
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


def _make(path: Path) -> None:
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
