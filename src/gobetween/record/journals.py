"""The port to a store: journals of talks, append-only, one book for each audience."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Protocol

from gobetween.model.errors import NotDisclosed, RecordConflict
from gobetween.record.chains import Kept
from gobetween.record.checkpoints import Checkpoint
from gobetween.record.entries import Addressed, Line
from gobetween.record.volumes import Volume

NOBODY: Mapping[str, bytes | None] = MappingProxyType({})


def no_such_book(talks: str, audience: str) -> NotDisclosed:
    """What is said alike where there are no such talks, where they have no such book, and where its key is not at hand."""
    return NotDisclosed(f"there are no talks '{talks}' here that are open to '{audience}'")


def no_such_part(talks: str) -> NotDisclosed:
    """What is said alike where there are no such talks, and where an entry is for somebody without a book in them."""
    return NotDisclosed(f"there are no talks '{talks}' here in which all who are named have a part; nothing was written")


def has_grown(talks: str) -> RecordConflict:
    """What is said where a book is not as long as whoever acted had seen it."""
    return RecordConflict(f"something was recorded in '{talks}' meanwhile; nothing was written: read it, and try again")


class Journal(Protocol):
    """The record of talks in one store; every store passes the suite in `tests/contract`.

    An entry goes, in one transaction, into the book of each of its audience; what is for `public` goes into every book there is.
    Once a method that writes has returned, what it wrote survives a crash. Nothing is ever changed or removed.
    """

    def talks(self) -> tuple[str, ...]:
        """The names of the talks in this store, sorted."""

    def begin(self, talks: str, audiences: Mapping[str, bytes | None], entries: Sequence[Addressed]) -> None:
        """Begins the record of talks, with a book for each audience, and the first entries.

        There is always a book for `public`, named in `audiences` or not. With an audience's public key, what goes into its book is
        sealed for it (but for what is public, which is nobody's secret); only who has the private key can read it back. Hashes are of
        what is kept, so that they hold without any key.

        Raises:
            RecordConflict: there are talks of that name.
            NotDisclosed: an entry is for somebody without a book.
            StoreUnavailable: the store cannot be written to; nothing was written.
            ValueError: an audience has no name, `public` has a key, or an entry cannot be written as canonical JSON.
        """

    def audiences(self, talks: str) -> tuple[str, ...]:
        """Whose books there are, sorted; for those who run the store, not for actors.

        Raises:
            NotDisclosed: there are no talks of that name.
        """

    def append(
        self, talks: str, entries: Sequence[Addressed], *, expected: Mapping[str, int], begins: Mapping[str, bytes | None] = NOBODY
    ) -> None:
        """Appends entries, all or none, if the books named in `expected` are still that long.

        `begins` are audiences that join, with their public keys: their book begins with all that is public so far. Nothing about
        books that are not in `expected` decides whether this succeeds.

        Raises:
            RecordConflict: one of these books has grown meanwhile, or who joins has joined; nothing was written.
            NotDisclosed: there are no such talks, or an entry is for somebody without a book.
            StoreUnavailable: the store cannot be written to (disk full, no rights); nothing was written.
        """

    def book(self, talks: str, audience: str, *, after: int = 0) -> tuple[Line, ...]:
        """The lines of an audience's book from position `after` + 1 on, in order.

        Raises:
            NotDisclosed: there are no such talks, or no such book, or it is sealed and its key is not at hand; the text is the same.
            RecordDamaged: a line cannot be read, or is not what was recorded there.
        """

    def size(self, talks: str, audience: str) -> int:
        """How many lines the audience's book has; no key is needed for it.

        Raises:
            NotDisclosed: there are no such talks, or no such book.
        """

    def kept(self, talks: str, audience: str) -> tuple[Kept, ...]:
        """The lines as they are kept, for verification; no key is needed for it, and nothing is verified here.

        Raises:
            NotDisclosed: there are no such talks, or no such book.
        """

    def checkpoint(self, talks: str, audience: str, now: dt.datetime) -> Checkpoint:
        """A signed checkpoint of the audience's book as it is, after its chain was verified.

        Raises:
            NotDisclosed: there are no such talks, or no such book.
            RecordDamaged: the chain does not hold; nothing is signed.
        """

    def snapshot(self, talks: str, audience: str) -> tuple[int, bytes] | None:
        """What was last kept of the audience's view with `keep_snapshot`: up to which position, and the bytes; or `None`.

        What no longer fits the book, or was changed, is not given back.

        Raises:
            NotDisclosed: as for `book`.
        """

    def keep_snapshot(self, talks: str, audience: str, position: int, content: bytes) -> None:
        """Keeps a view's bytes, sealed if the book is; a snapshot can be lost without harm, and is never believed against the book.

        One of an earlier position than the one that is there is not kept.

        Raises:
            NotDisclosed: there are no such talks, or no such book.
            ValueError: the book has no such line.
        """

    def volume(self, talks: str) -> Volume:
        """The whole record of talks as it is at one moment; for those who run the store, not for actors.

        Raises:
            NotDisclosed: there are no talks of that name.
            RecordDamaged: the store cannot be read.
        """

    def take_in(self, volume: Volume) -> None:
        """Takes in the whole record of talks that are not here yet, exactly as it is, after every chain was checked.

        Raises:
            RecordConflict: there are talks of that name.
            RecordDamaged: the record is not what was once recorded; nothing was written.
        """

    def inspect(self) -> None:
        """Checks what the store itself keeps around the record (files, indexes, rows that belong to nothing), where it can.

        Raises:
            RecordDamaged: its parts do not fit together.
        """

    def close(self) -> None:
        """Lets go of the store."""
