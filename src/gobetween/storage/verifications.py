"""Whether a record is what was once recorded: in a store, or offline from an export; with a checkpoint, also whether it is whole."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import field, frozen

from gobetween.model.errors import RecordDamaged
from gobetween.record.chains import Kept, head
from gobetween.record.checkpoints import Checkpoint, check_against
from gobetween.record.journals import Journal
from gobetween.record.volumes import ORDER, checked
from gobetween.storage.exports import ExportedBook, read_books, read_volumes
from gobetween.storage.signing import SignatureVerifier


@frozen
class Verified:
    """A book whose chain holds: how long it is, its last hash, and up to where a checkpoint vouches for it (`None`: none was given)."""

    talks: str
    audience: str
    size: int
    head: str = field(kw_only=True)
    vouched_to: int | None = field(default=None, kw_only=True)


def verify_book(
    journal: Journal, talks: str, audience: str, *, checkpoint: Checkpoint | None = None, trusted_key: str | None = None
) -> Verified:
    """Verifies the book of one audience.

    Raises:
        NotDisclosed: there are no such talks, or no such book.
        RecordDamaged: it is not what was recorded, or does not go on from the checkpoint.
    """
    return _verified(talks, audience, journal.kept(talks, audience), checkpoint, trusted_key)


def verify_talks(journal: Journal, talks: str) -> tuple[Verified, ...]:
    """Verifies every book of the talks, and all of them against the order of entries; for those who run the store.

    Raises:
        NotDisclosed: there are no such talks.
        RecordDamaged: something is not what was recorded.
    """
    journal.inspect()
    volume = journal.volume(talks)
    checked(volume)
    return tuple(_verified(talks, audience, lines, None, None) for audience, lines in sorted(volume.books.items()))


def verify_offline(
    record_lines: Iterable[bytes | str],
    checkpoint: Checkpoint | None = None,
    *,
    name: str = "record.jsonl",
    trusted_key: str | None = None,
) -> tuple[Verified, ...]:
    """Verifies an exported record without the store; `name` is the file's, for errors.

    Raises:
        RecordDamaged: a line is not what was recorded (the text names file and line), or the record does not go on from the
            checkpoint.
    """
    lines = list(record_lines)
    books = list(read_books(lines, name))
    if any(book.audience == ORDER for book in books):
        for volume in read_volumes(lines, name):
            checked(volume)
    if checkpoint is not None and not any(_is_of(checkpoint, book) for book in books):
        raise RecordDamaged(f"{name} does not hold the book that the checkpoint is of: '{checkpoint.audience}' in '{checkpoint.talks}'")
    return tuple(
        _verified(book.talks, book.audience, book.lines, checkpoint if checkpoint and _is_of(checkpoint, book) else None, trusted_key)
        for book in books
        if book.audience != ORDER
    )


def _is_of(checkpoint: Checkpoint, book: ExportedBook) -> bool:
    return (checkpoint.talks, checkpoint.audience) == (book.talks, book.audience)


def _verified(talks: str, audience: str, lines: tuple[Kept, ...], checkpoint: Checkpoint | None, trusted_key: str | None) -> Verified:
    size, digest = head(talks, audience, lines)
    if checkpoint is not None:
        if (checkpoint.talks, checkpoint.audience) != (talks, audience):
            raise RecordDamaged(f"the checkpoint is of the book of '{checkpoint.audience}' in '{checkpoint.talks}', not of this one")
        check_against(checkpoint, lines, SignatureVerifier(), trusted_key=trusted_key)
    return Verified(talks, audience, size, head=digest.hex(), vouched_to=checkpoint.size if checkpoint else None)
