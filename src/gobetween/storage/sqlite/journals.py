"""The port `Journal` on one SQLite file."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from gobetween.model.errors import RecordDamaged
from gobetween.storage.keys import Keyring
from gobetween.storage.shelf_journals import FullShelf, ShelfJournal
from gobetween.storage.sqlite.connections import begin_writing, open_store
from gobetween.storage.sqlite.faults import faults_told
from gobetween.storage.sqlite.migrations import has_its_shape
from gobetween.storage.sqlite.shelves import SqliteShelf


class SqliteJournal(ShelfJournal):
    """A store's file, opened; threads take turns, programs too (one writes at a time, and they wait for one another)."""

    def __init__(self, path: Path, keys: Keyring, *, create: bool = True) -> None:
        super().__init__(keys)
        self.path = path
        self._lock = threading.RLock()
        self._connection = open_store(path, create=create)

    def close(self) -> None:
        """Lets go of the file."""
        with self._lock:
            self._connection.close()

    def inspect(self) -> None:
        """Checks that the file's tables are as they were made, its pages and indexes fit together, and every line belongs to a book.

        Raises:
            RecordDamaged: they do not.
        """
        with self._lock, faults_told(self.path):
            found = self._connection.execute("PRAGMA integrity_check(1)").fetchone()
            strays = self._connection.execute("PRAGMA foreign_key_check").fetchone()
            is_in_shape = has_its_shape(self._connection)
        if found != ("ok",) or strays is not None or not is_in_shape:
            raise RecordDamaged(f"the store {self.path} is damaged: its parts do not fit together; restore a backup")

    @contextmanager
    def _reading(self) -> Iterator[FullShelf]:
        with self._lock, faults_told(self.path):
            self._connection.execute("BEGIN")
            with self._transaction() as shelf:
                yield shelf

    @contextmanager
    def _writing(self) -> Iterator[FullShelf]:
        with self._lock, faults_told(self.path):
            begin_writing(self._connection)
            with self._transaction() as shelf:
                yield shelf

    @contextmanager
    def _transaction(self) -> Iterator[FullShelf]:
        try:
            yield SqliteShelf(self._connection)
            self._connection.execute("COMMIT")
        except BaseException:
            with contextlib.suppress(sqlite3.Error):  # the reason is being raised; without it SQLite rolls back by itself
                self._connection.execute("ROLLBACK")
            raise
