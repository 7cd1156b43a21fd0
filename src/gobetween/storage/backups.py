"""Backups of a whole store, made while it is written to; what was written is verified before it gets its name.

A backup holds the record, not the keys: those that sign and open lie in the key folder, and belong somewhere else than the backup.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from gobetween.model.errors import RecordConflict, StoreUnavailable
from gobetween.record.journals import Journal
from gobetween.record.volumes import Volume, checked
from gobetween.storage.addresses import is_postgres, open_journal, path_of
from gobetween.storage.exports import export_volume, read_lines, read_volumes
from gobetween.storage.keys import passing_keys
from gobetween.storage.memory import MemoryJournal
from gobetween.storage.private_files import is_there, publish
from gobetween.storage.sqlite.connections import check_nothing_is_left, connect
from gobetween.storage.sqlite.faults import faults_told
from gobetween.storage.sqlite.journals import SqliteJournal
from gobetween.storage.verifications import Verified, verify_talks

_SQLITE = b"SQLite format 3\x00"


def backup(address: str | Path, file: Path, *, operator: str | None = None) -> tuple[Verified, ...]:
    """Writes the whole store to a file that is not there yet: an SQLite file for one, JSON lines for PostgreSQL; what it holds.

    `operator` is the address for whoever runs a store in PostgreSQL (see `addresses.open_journal`).

    Raises:
        RecordConflict: there is such a file.
        StoreUnavailable: the store cannot be read, or the file not written; no file of that name is left.
        RecordDamaged: what was to be kept safe is damaged; no file of that name is left.
    """
    check_nothing_is_left(file)
    with _new_file(file) as part:
        if is_postgres(address):
            _write_lines(address, part, operator)
            return _taken_in(MemoryJournal(), read_volumes(read_lines(part), file.name))
        _copy(path_of(address), part)
        with closing(SqliteJournal(part, passing_keys(), create=False)) as copy:
            copy.inspect()
            return tuple(each for talks in copy.talks() for each in verify_talks(copy, talks))


def restore(file: Path, address: str | Path, *, operator: str | None = None) -> tuple[Verified, ...]:
    """Makes a store from a backup, or from the export of those who run a store, after every chain was verified; what it holds.

    `operator` is as for `backup`.

    Raises:
        RecordConflict: there is a store at that address, with talks in it; nothing was changed.
        StoreUnavailable: the file cannot be read, or the store not written.
        RecordDamaged: the backup is damaged; nothing was written.
    """
    volumes = _volumes_in(file)
    for volume in volumes:
        checked(volume)
    if is_postgres(address):
        with closing(open_journal(address, keys=passing_keys(), operator=operator)) as journal:
            if journal.talks():
                raise RecordConflict("there are talks in that store already; restore into an empty one")
            return _taken_in(journal, volumes)
    check_nothing_is_left(path_of(address))
    with _new_file(path_of(address)) as part:
        part.unlink()
        with closing(SqliteJournal(part, passing_keys())) as journal:
            return _taken_in(journal, volumes)


def _taken_in(journal: Journal, volumes: Iterable[Volume]) -> tuple[Verified, ...]:
    told: list[Verified] = []
    for volume in volumes:
        journal.take_in(volume)
        told.extend(verify_talks(journal, volume.talks))
    return tuple(told)


def _volumes_in(file: Path) -> tuple[Volume, ...]:
    try:
        with file.open("rb") as opened:
            is_sqlite = opened.read(len(_SQLITE)) == _SQLITE
    except OSError as error:
        raise StoreUnavailable(f"the backup {file} cannot be read: {error.strerror}") from error
    if not is_sqlite:
        return read_volumes(read_lines(file), str(file))
    with closing(SqliteJournal(file, passing_keys(), create=False)) as journal:
        journal.inspect()
        return tuple(journal.volume(talks) for talks in journal.talks())


def _write_lines(address: str | Path, part: Path, operator: str | None) -> None:
    with closing(open_journal(address, keys=passing_keys(), create=False, operator=operator)) as journal:
        try:
            with part.open("w", encoding="utf-8", newline="\n") as file:
                for talks in journal.talks():
                    file.writelines(export_volume(journal.volume(talks)))
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise StoreUnavailable(f"the backup cannot be written: {error.strerror}") from error


def _copy(path: Path, part: Path) -> None:
    if not is_there(path):
        raise StoreUnavailable(f"there is no store at {path}")
    with faults_told(path), closing(connect(path)) as source, closing(sqlite3.connect(part, isolation_level=None)) as target:
        source.backup(target)


@contextmanager
def _new_file(file: Path) -> Iterator[Path]:
    """A nameless file beside `file`, which gets its name once all went well."""
    taken = RecordConflict(f"there is a file {file} already; it was left as it is: give another name")
    if is_there(file):
        raise taken
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=file.parent, prefix=".", suffix=".part")  # readable by its owner alone
        os.close(descriptor)
    except OSError as error:
        raise StoreUnavailable(f"{file} cannot be written: {error.strerror}") from error
    part = Path(name)
    try:
        yield part
        _sync(part)
        if not publish(part, file):
            raise taken
    except OSError as error:
        raise StoreUnavailable(f"{file} cannot be written: {error.strerror}") from error
    finally:
        for left in (part, part.with_name(f"{part.name}-wal"), part.with_name(f"{part.name}-shm")):
            with contextlib.suppress(OSError):
                left.unlink()


def _sync(part: Path) -> None:
    with part.open("r+b") as file:
        os.fsync(file.fileno())
