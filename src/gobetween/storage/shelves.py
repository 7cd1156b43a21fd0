"""What writing to a record means, whatever keeps it: which line goes into which book, and when nothing may be written.

A store offers a *shelf*: its books within one transaction. The functions here write to it; if they raise, the store rolls back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from gobetween.model.errors import RecordConflict, RecordDamaged
from gobetween.model.items import PUBLIC
from gobetween.record.canonical import content_of, entry_of
from gobetween.record.chains import Kept, beginning, link
from gobetween.record.entries import Addressed, Line
from gobetween.record.journals import has_grown, no_such_book, no_such_part
from gobetween.record.volumes import ORDER, Volume, checked, place_of_book, place_of_entry
from gobetween.storage.sealing import Opener, is_sealed, seal


class Shelf(Protocol):
    """The books of a store within one transaction; the order of talks is the book named `ORDER`."""

    def keys(self, talks: str) -> Mapping[str, bytes | None]:
        """Whose books there are, with their public keys, the order's included; none if there are no such talks."""

    def begin_book(self, talks: str, audience: str, key: bytes | None) -> None:
        """An empty book."""

    def tail(self, talks: str, audience: str) -> tuple[int, bytes] | None:
        """Position and hash of the last line of a book that there is; `None` if it is empty."""

    def lines(self, talks: str, audience: str, after: int) -> Iterable[Kept]:
        """The lines of a book that there is, after that position, in order."""

    def add(self, talks: str, audience: str, lines: Sequence[Kept]) -> None:
        """Adds lines at the end of a book that there is."""


class _Pen:
    """Writes into the books of one talks, each line chained to the one before it."""

    def __init__(self, shelf: Shelf, talks: str, keys: Mapping[str, bytes | None]) -> None:
        self.shelf = shelf
        self.talks = talks
        self.keys = dict(keys)
        self.tails: dict[str, tuple[int, bytes]] = {}
        self.written: dict[str, list[Kept]] = {}

    def size(self, audience: str) -> int:
        return self._tail(audience)[0]

    def begin(self, audience: str, key: bytes | None, contents: Iterable[bytes] = ()) -> None:
        self.tails[audience] = (0, beginning(self.talks, audience))
        self.shelf.begin_book(self.talks, audience, key)
        self.keys[audience] = key
        for content in contents:
            self.write(audience, content)

    def write(self, audience: str, content: bytes) -> None:
        position, before = self._tail(audience)
        line = Kept(position + 1, content, link(before, content))
        self.tails[audience] = (line.position, line.digest)
        self.written.setdefault(audience, []).append(line)

    def write_entry(self, addressed: Addressed) -> None:
        content = content_of(addressed.entry)
        self.write(ORDER, place_of_entry(addressed))
        is_public = PUBLIC in addressed.audience
        for audience in self.keys if is_public else sorted(addressed.audience):
            key = self.keys[audience]
            if audience != ORDER:
                self.write(audience, content if is_public or key is None else seal(content, key))

    def finish(self) -> None:
        for audience, lines in self.written.items():
            self.shelf.add(self.talks, audience, lines)

    def _tail(self, audience: str) -> tuple[int, bytes]:
        if audience not in self.tails:
            self.tails[audience] = self.shelf.tail(self.talks, audience) or (0, beginning(self.talks, audience))
        return self.tails[audience]


def begin_talks(shelf: Shelf, talks: str, audiences: Mapping[str, bytes | None], entries: Sequence[Addressed]) -> None:
    """Writes what `Journal.begin` says."""
    if shelf.keys(talks):
        raise RecordConflict(f"there are talks called '{talks}' in this store already; nothing was written")
    _check_audiences(audiences)
    pen = _Pen(shelf, talks, {})
    pen.begin(ORDER, None)
    for audience, key in {PUBLIC: None, **audiences}.items():
        pen.begin(audience, key)
        pen.write(ORDER, place_of_book(audience, key))
    _write_entries(pen, entries)


def append_entries(
    shelf: Shelf, talks: str, entries: Sequence[Addressed], expected: Mapping[str, int], begins: Mapping[str, bytes | None]
) -> None:
    """Writes what `Journal.append` says."""
    _check_audiences(begins)
    keys = shelf.keys(talks)
    if not keys or not keys.keys() >= expected.keys():
        raise no_such_part(talks)
    pen = _Pen(shelf, talks, keys)
    if any(pen.size(audience) != size for audience, size in expected.items()) or keys.keys() & begins.keys():
        raise has_grown(talks)
    for audience, key in begins.items():
        pen.begin(audience, key, [line.content for line in shelf.lines(talks, PUBLIC, 0)])
        pen.write(ORDER, place_of_book(audience, key))
    _write_entries(pen, entries)


def take_in(shelf: Shelf, volume: Volume) -> None:
    """Writes what `Journal.take_in` says."""
    if shelf.keys(volume.talks):
        raise RecordConflict(f"there are talks called '{volume.talks}' in this store already; nothing was written")
    checked(volume)
    for audience, key in {ORDER: None, **volume.keys}.items():
        shelf.begin_book(volume.talks, audience, key)
    for audience, lines in {ORDER: volume.order, **volume.books}.items():
        shelf.add(volume.talks, audience, lines)


def read_book(shelf: Shelf, talks: str, audience: str, after: int, opener: Opener) -> tuple[Line, ...]:
    """Reads what `Journal.book` says: every line is checked against the one before it."""
    keys = shelf.keys(talks)
    key = keys.get(audience)
    if audience == ORDER or audience not in keys or (key is not None and not opener.holds(key)):
        raise no_such_book(talks, audience)
    kept = iter(shelf.lines(talks, audience, max(after - 1, 0)))
    before = beginning(talks, audience)
    if after > 0:
        last = next(kept, None)
        if last is None:
            return ()
        before = last.digest
    return tuple(_chained(audience, kept, max(after, 0), before, key, opener))


def _chained(audience: str, kept: Iterable[Kept], after: int, before: bytes, key: bytes | None, opener: Opener) -> Iterable[Line]:
    for position, line in enumerate(kept, after + 1):
        before = link(before, line.content)
        if (line.position, line.digest) != (position, before):
            raise RecordDamaged(f"line {position} of the book of {audience} is not what was recorded there, or one before it is not")
        content = opener.open(line.content, key) if key is not None and is_sealed(line.content) else line.content
        yield Line(position, entry_of(content), line.digest)


def volume_of(shelf: Shelf, talks: str) -> Volume:
    """Reads what `Journal.volume` says."""
    keys = shelf.keys(talks)
    if not keys:
        raise no_such_book(talks, "those who run the store")
    books = {audience: tuple(shelf.lines(talks, audience, 0)) for audience in sorted(keys)}
    order = books.pop(ORDER, ())
    return Volume(talks, keys={each: keys[each] for each in books}, books=books, order=order)


def _write_entries(pen: _Pen, entries: Sequence[Addressed]) -> None:
    for addressed in entries:
        if not pen.keys.keys() >= addressed.audience:
            raise no_such_part(pen.talks)
        pen.write_entry(addressed)
    pen.finish()


def _check_audiences(audiences: Mapping[str, bytes | None]) -> None:
    if ORDER in audiences:
        raise ValueError("an audience has a name")
    if audiences.get(PUBLIC) is not None:
        raise ValueError("what is public is nobody's secret: its book takes no key")
    if any(key is not None and len(key) != 32 for key in audiences.values()):
        raise ValueError("a book's public key is 32 bytes long")
