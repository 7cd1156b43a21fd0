"""What SQLite says when something is wrong, in Gobetween's words; nothing of what a party wrote is ever repeated."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from gobetween.model.errors import GobetweenError, RecordDamaged, StoreUnavailable

_REASONS = {
    "SQLITE_FULL": "the disk is full; nothing was written: make room, and try again",
    "SQLITE_IOERR": "the disk cannot be read or written (disk I/O error); nothing was written",
    "SQLITE_READONLY": "it cannot be written to: it, or its folder, is read-only here; nothing was written",
    "SQLITE_PERM": "there are no rights to open it",
    "SQLITE_CANTOPEN": "it cannot be opened: it is not there, or there are no rights to it or to its folder",
    "SQLITE_BUSY": "other programs kept it locked for too long; nothing was written: try again",
    "SQLITE_LOCKED": "other programs kept it locked for too long; nothing was written: try again",
    "SQLITE_NOTADB": "it is no store of Gobetween's: give another path, or restore a backup",
    "SQLITE_NOMEM": "there is not enough memory to read or write it; nothing was written",
}


@contextmanager
def faults_told(path: Path) -> Iterator[None]:
    """Whatever SQLite raises within is raised as an error of Gobetween's.

    Raises:
        StoreUnavailable: the store cannot be opened, read or written to.
        RecordDamaged: what the file says is not what was written to it.
    """
    try:
        yield
    except (sqlite3.Error, UnicodeDecodeError) as error:  # the latter: SQLite quotes a damaged name in what it says
        raise _fault(path, error) from error


def _fault(path: Path, error: Exception) -> GobetweenError:
    name = getattr(error, "sqlite_errorname", "")
    reason = next((text for code, text in _REASONS.items() if name.startswith(code)), None)
    if reason is None:
        return RecordDamaged(f"the store {path} is damaged: what it says cannot be read; restore a backup")
    return StoreUnavailable(f"the store {path} is not available: {reason}")
