"""Books in PostgreSQL as shelves: one that shows an audience its own and nothing else, and one for those who run the store."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NoReturn

from attrs import define, field, frozen

from gobetween.model.errors import RecordConflict
from gobetween.record.chains import Kept, beginning
from gobetween.storage.postgres.connections import Connection
from gobetween.storage.snapshots import Snapshot

_FIRST_PAGE, _LARGEST_PAGE = 128, 8192


@frozen
class OwnShelf:
    """What the database shows the principal that the transaction is for: one book a talks, and the snapshot beside it."""

    connection: Connection = field(repr=False)
    audience: str

    def talks(self) -> Sequence[str]:
        """The names of the talks that the principal may know of, sorted."""
        return sorted(row[0] for row in self.connection.execute("select gobetween.talks_here()"))

    def keys(self, talks: str) -> Mapping[str, bytes | None]:
        """The principal's own book's key, if there is such a book."""
        row = self.connection.execute("select public_key from gobetween.own_book(%s)", (talks,)).fetchone()
        return {self.audience: row[0]} if row else {}

    def tail(self, talks: str, audience: str) -> tuple[int, bytes] | None:
        """Position and hash of the last line of the principal's own book."""
        self._must_be_own(audience)
        return _size_and_head(self.connection, "select size, head from gobetween.own_book(%s)", (talks,))

    def lines(self, talks: str, audience: str, after: int) -> Iterator[Kept]:
        """The lines of the principal's own book after that position, in order, page by page."""
        self._must_be_own(audience)
        page = _FIRST_PAGE
        while True:
            rows = self.connection.execute(
                "select * from gobetween.own_lines(%s, %s, %s)", (talks, after, page), binary=True
            ).fetchall()
            yield from (Kept(*row) for row in rows)
            if len(rows) < page:
                return
            after, page = rows[-1][0], min(page * 4, _LARGEST_PAGE)

    def snapshot(self, talks: str, audience: str) -> Snapshot | None:
        """The snapshot beside the principal's own book."""
        self._must_be_own(audience)
        row = self.connection.execute("select * from gobetween.own_snapshot(%s)", (talks,), binary=True).fetchone()
        return Snapshot(*row) if row else None

    def keep_snapshot(self, talks: str, audience: str, snapshot: Snapshot) -> None:
        """Puts a snapshot in the place of the one that is there."""
        self._must_be_own(audience)
        given = (talks, snapshot.position, snapshot.content, snapshot.bond)
        self.connection.execute("select gobetween.keep_snapshot(%s, %s, %s, %s)", given)

    def begin_book(self, talks: str, audience: str, key: bytes | None) -> NoReturn:
        """Nobody begins a book from here."""
        raise TypeError(f"the book of {audience} in {talks} ({'sealed' if key else 'not sealed'}) is begun by the database's functions")

    def add(self, talks: str, audience: str, lines: Sequence[Kept]) -> NoReturn:
        """Nobody adds lines from here."""
        raise TypeError(f"{len(lines)} lines for the book of {audience} in {talks} are added by the database's functions")

    def _must_be_own(self, audience: str) -> None:
        if audience != self.audience:
            raise TypeError("this shelf has the books of one audience")


@define
class WholeShelf:
    """Every book, for those who run the store: to export it whole, and to take in what was exported."""

    connection: Connection = field(repr=False)
    _keys_begun: dict[str, bytes | None] = field(factory=dict, init=False)

    def talks(self) -> Sequence[str]:
        """The names of all talks, sorted."""
        return sorted(row[0] for row in self.connection.execute("select talks from gobetween.books where audience = ''"))

    def keys(self, talks: str) -> Mapping[str, bytes | None]:
        """Whose books there are, with their public keys."""
        rows = self.connection.execute("select audience, public_key from gobetween.books where talks = %s", (talks,))
        return {row[0]: row[1] for row in rows}

    def tail(self, talks: str, audience: str) -> tuple[int, bytes] | None:
        """Position and hash of the last line of a book."""
        statement = "select size, head from gobetween.books where talks = %s and audience = %s"
        return _size_and_head(self.connection, statement, (talks, audience))

    def lines(self, talks: str, audience: str, after: int) -> Iterator[Kept]:
        """The lines of a book after that position, in order."""
        columns = "select position, content, digest from gobetween.lines"
        statement = f"{columns} where talks = %s and audience = %s and position > %s order by position"
        for row in self.connection.execute(statement, (talks, audience, after), binary=True):
            yield Kept(*row)

    def begin_book(self, talks: str, audience: str, key: bytes | None) -> None:
        """A book, written with its lines when they are added: rows of books are never changed from here."""
        del talks
        self._keys_begun[audience] = key

    def add(self, talks: str, audience: str, lines: Sequence[Kept]) -> None:
        """The lines of a book that was begun in the same transaction.

        Raises:
            RecordConflict: there is such a book already.
        """
        size, head = (lines[-1].position, lines[-1].digest) if lines else (0, beginning(talks, audience))
        statement = "insert into gobetween.books values (%s, %s, %s, %s, %s) on conflict do nothing"
        if not self.connection.execute(statement, (talks, audience, self._keys_begun.pop(audience), size, head)).rowcount:
            raise RecordConflict(f"there are talks called '{talks}' in this store already; nothing was written")
        with self.connection.cursor() as cursor:
            rows = [(talks, audience, each.position, each.content, each.digest) for each in lines]
            cursor.executemany("insert into gobetween.lines values (%s, %s, %s, %s, %s)", rows)

    def snapshot(self, talks: str, audience: str) -> Snapshot | None:
        """None: those who run the store need no views."""

    def keep_snapshot(self, talks: str, audience: str, snapshot: Snapshot) -> None:
        """Keeps none."""


def _size_and_head(connection: Connection, statement: str, given: tuple[str, ...]) -> tuple[int, bytes] | None:
    row = connection.execute(statement, given).fetchone()
    return (row[0], row[1]) if row else None
