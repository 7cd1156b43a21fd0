"""A journal over any shelf: a store only has to say what a transaction is, and how books lie in it."""

from __future__ import annotations

import datetime as dt
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from gobetween.model.items import PUBLIC
from gobetween.record.chains import Kept, beginning
from gobetween.record.checkpoints import Checkpoint, sign_checkpoint
from gobetween.record.entries import Addressed, Line
from gobetween.record.journals import NOBODY, no_such_book
from gobetween.record.pauses import collection_paused
from gobetween.record.volumes import ORDER, Volume
from gobetween.storage.keys import Keyring
from gobetween.storage.sealing import is_sealed, seal
from gobetween.storage.shelves import Shelf, append_entries, begin_talks, read_book, take_in, volume_of
from gobetween.storage.snapshots import Snapshot, bond


class FullShelf(Shelf, Protocol):
    """A shelf that also keeps snapshots, and knows which talks there are."""

    def talks(self) -> Sequence[str]:
        """The names of the talks, sorted."""

    def snapshot(self, talks: str, audience: str) -> Snapshot | None:
        """The snapshot beside a book that there is."""

    def keep_snapshot(self, talks: str, audience: str, snapshot: Snapshot) -> None:
        """Puts a snapshot in the place of the one that is there."""


class ShelfJournal(ABC):
    """The port `Journal`, for a store that offers a shelf to read, and one to write, each within a transaction."""

    def __init__(self, keys: Keyring) -> None:
        self._keys = keys

    @abstractmethod
    def _reading(self) -> AbstractContextManager[FullShelf]:
        """The shelf as it is at one moment."""

    @abstractmethod
    def _writing(self) -> AbstractContextManager[FullShelf]:
        """The shelf, for one writer at a time; what was written lasts once it is left, or was never there if that raises."""

    @abstractmethod
    def close(self) -> None:
        """Lets go of the store."""

    def inspect(self) -> None:  # noqa: B027 - most stores keep nothing around the record
        """Checks what the store keeps around the record (see the port); finds nothing where that is nothing."""

    def talks(self) -> tuple[str, ...]:
        """The names of the talks in this store, sorted."""
        with self._reading() as shelf:
            return tuple(shelf.talks())

    def begin(self, talks: str, audiences: Mapping[str, bytes | None], entries: Sequence[Addressed]) -> None:
        """Begins the record of talks (see the port)."""
        with self._writing() as shelf:
            begin_talks(shelf, talks, audiences, entries)

    def audiences(self, talks: str) -> tuple[str, ...]:
        """Whose books there are, sorted; for those who run the store."""
        with self._reading() as shelf:
            return tuple(sorted(self._books(shelf, talks, PUBLIC)))

    def append(
        self, talks: str, entries: Sequence[Addressed], *, expected: Mapping[str, int], begins: Mapping[str, bytes | None] = NOBODY
    ) -> None:
        """Appends entries, all or none (see the port)."""
        with self._writing() as shelf:
            append_entries(shelf, talks, entries, expected, begins)

    def book(self, talks: str, audience: str, *, after: int = 0) -> tuple[Line, ...]:
        """The lines of an audience's book (see the port)."""
        with self._reading() as shelf, collection_paused():
            return read_book(shelf, talks, audience, after, self._keys)

    def size(self, talks: str, audience: str) -> int:
        """How many lines the audience's book has (see the port)."""
        with self._reading() as shelf:
            self._books(shelf, talks, audience)
            tail = shelf.tail(talks, audience)
        return tail[0] if tail else 0

    def kept(self, talks: str, audience: str) -> tuple[Kept, ...]:
        """The lines as they are kept (see the port)."""
        with self._reading() as shelf, collection_paused():
            self._books(shelf, talks, audience)
            return tuple(shelf.lines(talks, audience, 0))

    def checkpoint(self, talks: str, audience: str, now: dt.datetime) -> Checkpoint:
        """A signed checkpoint of the audience's book (see the port)."""
        return sign_checkpoint(self._keys.signer(), talks, audience, self.kept(talks, audience), now)

    def snapshot(self, talks: str, audience: str) -> tuple[int, bytes] | None:
        """What was last kept of the audience's view (see the port)."""
        with self._reading() as shelf:
            key = self._books(shelf, talks, audience)[audience]
            if key is not None and not self._keys.holds(key):
                raise no_such_book(talks, audience)
            kept = shelf.snapshot(talks, audience)
            if kept is None or not kept.fits(_digest_at(shelf, talks, audience, kept.position)):
                return None
        return kept.position, self._keys.open(kept.content, key) if key is not None and is_sealed(kept.content) else kept.content

    def keep_snapshot(self, talks: str, audience: str, position: int, content: bytes) -> None:
        """Keeps a view's bytes (see the port)."""
        with self._writing() as shelf:
            key = self._books(shelf, talks, audience)[audience]
            digest = _digest_at(shelf, talks, audience, position)
            if digest is None:
                raise ValueError(f"a snapshot is made at a line of the book; there is no line {position}")
            sealed = content if key is None else seal(content, key)
            there = shelf.snapshot(talks, audience)
            if there is None or there.position <= position or not there.fits(_digest_at(shelf, talks, audience, there.position)):
                shelf.keep_snapshot(talks, audience, Snapshot(position, sealed, bond(digest, position, sealed)))

    def volume(self, talks: str) -> Volume:
        """The whole record of talks as it is at one moment; for those who run the store."""
        with self._reading() as shelf, collection_paused():
            return volume_of(shelf, talks)

    def take_in(self, volume: Volume) -> None:
        """Takes in the whole record of talks that are not here yet (see the port)."""
        with self._writing() as shelf:
            take_in(shelf, volume)

    @staticmethod
    def _books(shelf: Shelf, talks: str, audience: str) -> Mapping[str, bytes | None]:
        books = {each: key for each, key in shelf.keys(talks).items() if each != ORDER}
        if audience not in books:
            raise no_such_book(talks, audience)
        return books


def _digest_at(shelf: Shelf, talks: str, audience: str, position: int) -> bytes | None:
    if position == 0:
        return beginning(talks, audience)
    line = next(iter(shelf.lines(talks, audience, position - 1)), None) if position > 0 else None
    return line.digest if line is not None and line.position == position else None
