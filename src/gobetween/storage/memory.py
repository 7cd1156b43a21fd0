"""A journal that lives as long as the program: for rehearsals of a few minutes, and for whatever computes on a record."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from attrs import define, field

from gobetween.record.chains import Kept
from gobetween.storage.keys import Keyring, passing_keys
from gobetween.storage.shelf_journals import FullShelf, ShelfJournal
from gobetween.storage.snapshots import Snapshot


@define
class _Book:
    key: bytes | None
    lines: list[Kept] = field(factory=list)
    snapshot: Snapshot | None = None


class _Shelf:
    """The books, and what has to be done to undo what was written to them."""

    def __init__(self, books: dict[tuple[str, str], _Book]) -> None:
        self._all = books
        self._begun: list[tuple[str, str]] = []
        self._grown: list[tuple[_Book, int]] = []

    def talks(self) -> Sequence[str]:
        return sorted({talks for talks, _ in self._all})

    def keys(self, talks: str) -> Mapping[str, bytes | None]:
        return {audience: book.key for (of, audience), book in self._all.items() if of == talks}

    def begin_book(self, talks: str, audience: str, key: bytes | None) -> None:
        self._all[talks, audience] = _Book(key)
        self._begun.append((talks, audience))

    def tail(self, talks: str, audience: str) -> tuple[int, bytes] | None:
        lines = self._all[talks, audience].lines
        return (lines[-1].position, lines[-1].digest) if lines else None

    def lines(self, talks: str, audience: str, after: int) -> Sequence[Kept]:
        return self._all[talks, audience].lines[after:]

    def add(self, talks: str, audience: str, lines: Sequence[Kept]) -> None:
        book = self._all[talks, audience]
        self._grown.append((book, len(book.lines)))
        book.lines.extend(lines)

    def snapshot(self, talks: str, audience: str) -> Snapshot | None:
        return self._all[talks, audience].snapshot

    def keep_snapshot(self, talks: str, audience: str, snapshot: Snapshot) -> None:
        self._all[talks, audience].snapshot = snapshot

    def undo(self) -> None:
        for book, size in reversed(self._grown):
            del book.lines[size:]
        for place in self._begun:
            del self._all[place]


class MemoryJournal(ShelfJournal):
    """The port `Journal`, in memory; several threads may use it at once."""

    def __init__(self, keys: Keyring | None = None) -> None:
        super().__init__(keys or passing_keys())
        self._books_by_place: dict[tuple[str, str], _Book] = {}
        self._lock = threading.RLock()

    @contextmanager
    def _reading(self) -> Iterator[FullShelf]:
        with self._lock:
            yield _Shelf(self._books_by_place)

    @contextmanager
    def _writing(self) -> Iterator[FullShelf]:
        with self._lock:
            shelf = _Shelf(self._books_by_place)
            try:
                yield shelf
            except BaseException:
                shelf.undo()
                raise

    def close(self) -> None:
        """Forgets nothing: what is in memory goes with the journal."""
