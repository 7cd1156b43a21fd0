"""The books in a store's file, within one transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from gobetween.model.errors import RecordDamaged
from gobetween.record.chains import Kept
from gobetween.storage.snapshots import Snapshot


@frozen
class _Place:
    """A book's row, and its key."""

    row: int
    key: bytes | None


class SqliteShelf:
    """Reads and writes books through a connection that is within a transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._places: dict[str, dict[str, _Place]] = {}

    def talks(self) -> Sequence[str]:
        """The names of the talks, sorted."""
        return sorted(_text(name) for (name,) in self._connection.execute("SELECT DISTINCT talks FROM books"))

    def keys(self, talks: str) -> Mapping[str, bytes | None]:
        """Whose books there are, with their public keys, the order's included."""
        return {audience: place.key for audience, place in self._books(talks).items()}

    def begin_book(self, talks: str, audience: str, key: bytes | None) -> None:
        """An empty book."""
        made = self._connection.execute("INSERT INTO books (talks, audience, key) VALUES (?, ?, ?)", (talks, audience, key))
        self._books(talks)[audience] = _Place(made.lastrowid or 0, key)

    def tail(self, talks: str, audience: str) -> tuple[int, bytes] | None:
        """Position and hash of the last line of a book."""
        found = self._connection.execute(
            "SELECT position, digest FROM lines WHERE book = ? ORDER BY position DESC LIMIT 1", (self._row(talks, audience),)
        ).fetchone()
        return (_number(found[0]), _bytes(found[1])) if found else None

    def lines(self, talks: str, audience: str, after: int) -> Iterable[Kept]:
        """The lines of a book after that position, in order."""
        found = self._connection.execute(
            "SELECT position, content, digest FROM lines WHERE book = ? AND position > ? ORDER BY position",
            (self._row(talks, audience), after),
        )
        return _kept(found)

    def add(self, talks: str, audience: str, lines: Sequence[Kept]) -> None:
        """Adds lines at the end of a book."""
        row = self._row(talks, audience)
        self._connection.executemany(
            "INSERT INTO lines (book, position, content, digest) VALUES (?, ?, ?, ?)",
            [(row, line.position, line.content, line.digest) for line in lines],
        )

    def snapshot(self, talks: str, audience: str) -> Snapshot | None:
        """The snapshot beside a book; one that is damaged is none."""
        found = self._connection.execute(
            "SELECT position, content, bond FROM snapshots WHERE book = ?", (self._row(talks, audience),)
        ).fetchone()
        if found is None or not (isinstance(found[0], int) and 0 <= found[0] < 2**53):
            return None
        return Snapshot(found[0], found[1], found[2]) if isinstance(found[1], bytes) and isinstance(found[2], bytes) else None

    def keep_snapshot(self, talks: str, audience: str, snapshot: Snapshot) -> None:
        """Puts a snapshot in the place of the one that is there."""
        self._connection.execute(
            "INSERT OR REPLACE INTO snapshots (book, position, content, bond) VALUES (?, ?, ?, ?)",
            (self._row(talks, audience), snapshot.position, snapshot.content, snapshot.bond),
        )

    def _books(self, talks: str) -> dict[str, _Place]:
        if talks not in self._places:
            if not _can_be_written(talks):
                return {}
            found = self._connection.execute("SELECT id, audience, key FROM books WHERE talks = ?", (talks,))
            self._places[talks] = {_text(name): _Place(row, None if key is None else _bytes(key)) for row, name, key in found}
        return self._places[talks]

    def _row(self, talks: str, audience: str) -> int:
        return self._books(talks)[audience].row


def _can_be_written(name: str) -> bool:
    """Whether there may be something of that name: half a character (a surrogate) is no text."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _kept(rows: Iterable[tuple[object, object, object]]) -> Iterator[Kept]:
    for position, content, digest in rows:
        yield Kept(_number(position), _bytes(content), _bytes(digest))


def _number(value: object) -> int:
    if isinstance(value, int):
        return value
    raise RecordDamaged("a line of the record has no position")


def _bytes(value: object) -> bytes:
    if isinstance(value, bytes):
        return value
    raise RecordDamaged("a line of the record has no bytes where its content or its hash should be")


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    raise RecordDamaged("a book of the record has no name")
