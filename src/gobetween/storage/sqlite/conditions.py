"""In what condition a store's file is, for whoever runs it; looking changes nothing."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from attrs import field, frozen

from gobetween.model.errors import StoreUnavailable
from gobetween.storage.private_files import is_there
from gobetween.storage.sqlite.connections import connect
from gobetween.storage.sqlite.faults import faults_told
from gobetween.storage.sqlite.migrations import LATEST, check_is_store, version_of


@frozen
class Condition:
    """How large a store's file is (in bytes, with what was not yet written back into it), and its shape beside today's."""

    path: Path
    size: int = field(kw_only=True)
    version: int = field(kw_only=True)
    latest: int = field(default=LATEST, kw_only=True)


def condition_of(path: Path) -> Condition:
    """In what condition the store is.

    Raises:
        StoreUnavailable: it is not there, cannot be opened, is no store, or is a newer Gobetween's.
        RecordDamaged: the file is damaged.
    """
    if not is_there(path):
        raise StoreUnavailable(f"there is no store at {path}; it is made when the first talks are opened: gobetween talks open FOLDER")
    with faults_told(path), closing(connect(path)) as connection:
        check_is_store(connection, path)
        version = version_of(connection)
    beside = path.with_name(f"{path.name}-wal")
    size = sum(each.stat().st_size for each in (path, beside) if each.is_file())
    return Condition(path, size=size, version=version)
