"""The record as JSON lines (`record.jsonl`): books as they are kept, with their hashes, to be checked by anyone without the store.

A book is a head line and, after it, one line for each of its lines; what is sealed stays sealed. An actor's export is its own book.
The export of those who run the store is every book, and the order of entries: enough to rebuild the store exactly.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import field, frozen

from gobetween.model.errors import RecordDamaged, StoreUnavailable
from gobetween.record.canonical import canonical
from gobetween.record.chains import Kept, beginning, link, named
from gobetween.record.entries import Json
from gobetween.record.journals import Journal
from gobetween.record.volumes import ORDER, Volume, is_plain

FORMAT = "record.v1"
_HEAD = frozenset({"audience", "begins", "gobetween", "key", "size", "talks"})


@frozen
class ExportedBook:
    """One book out of an export, its chain checked; `audience` is `ORDER` for the order of entries."""

    talks: str
    audience: str
    key: bytes | None = field(kw_only=True)
    lines: tuple[Kept, ...] = field(kw_only=True, repr=False)


def export_book(journal: Journal, talks: str, audience: str) -> Iterator[str]:
    """The audience's book as lines of text, each with its newline.

    Raises:
        NotDisclosed: there are no such talks, or no such book.
    """
    yield from _book_in_lines(ExportedBook(talks, audience, key=None, lines=journal.kept(talks, audience)))


def export_volume(volume: Volume) -> Iterator[str]:
    """The whole record of talks as lines of text; for those who run the store, not for actors."""
    yield from _book_in_lines(ExportedBook(volume.talks, ORDER, key=None, lines=volume.order))
    for audience in sorted(volume.books):
        yield from _book_in_lines(ExportedBook(volume.talks, audience, key=volume.keys[audience], lines=volume.books[audience]))


def read_lines(file: Path) -> Iterator[bytes]:
    """The lines of an exported record.

    Raises:
        StoreUnavailable: the file cannot be read.
    """
    try:
        with file.open("rb") as opened:
            yield from opened
    except OSError as error:
        raise StoreUnavailable(f"{file} cannot be read: {error.strerror}") from error


def read_books(lines: Iterable[bytes | str], name: str) -> Iterator[ExportedBook]:
    """The books of an export, each after its chain was checked; `name` is the file's, for errors.

    Raises:
        RecordDamaged: a line is not what was exported; the text names the file and the line.
    """
    numbered = enumerate(lines, 1)
    number = 0
    for number, line in numbered:
        place = f"{name}, line {number}"
        head = _object(line, place)
        try:
            if head.keys() != _HEAD or head["gobetween"] != FORMAT:
                raise RecordDamaged(f"{place}: a book begins here, with what a Gobetween that knows '{FORMAT}' writes; this is not it")
            yield _book(head, numbered, name, number)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise RecordDamaged(f"{place}: this is not what Gobetween writes at the head of a book") from error
    if not number:
        raise RecordDamaged(f"{name} is empty: a record has at least the head of a book")


def read_volumes(lines: Iterable[bytes | str], name: str) -> tuple[Volume, ...]:
    """The whole records in an export of those who run the store; what is in them is for `volumes.checked` to say.

    Raises:
        RecordDamaged: a line is not what was exported, or the order of entries of some talks is missing.
    """
    orders: dict[str, tuple[Kept, ...]] = {}
    books: dict[str, dict[str, ExportedBook]] = {}
    for book in read_books(lines, name):
        held = books.setdefault(book.talks, {})
        if book.audience in held or (book.audience == ORDER and book.talks in orders):
            raise RecordDamaged(f"{name}: one book of the talks '{book.talks}' is there twice")
        if book.audience == ORDER:
            orders[book.talks] = book.lines
        else:
            held[book.audience] = book
    if orders.keys() != books.keys():
        raise RecordDamaged(f"{name} is no whole record: the order of entries is missing; an actor's own export holds its book alone")
    return tuple(_volume(talks, orders[talks], books[talks]) for talks in sorted(books))


def _volume(talks: str, order: tuple[Kept, ...], books: dict[str, ExportedBook]) -> Volume:
    keys = {audience: book.key for audience, book in books.items()}
    return Volume(talks, keys=keys, books={audience: book.lines for audience, book in books.items()}, order=order)


def _book_in_lines(book: ExportedBook) -> Iterator[str]:
    head = {
        "audience": book.audience,
        "begins": beginning(book.talks, book.audience).hex(),
        "gobetween": FORMAT,
        "key": book.key.hex() if book.key else None,
        "size": len(book.lines),
        "talks": book.talks,
    }
    yield _line(head)
    for line in book.lines:
        yield _line({"hash": line.digest.hex(), "position": line.position, **_content(line.content)})


def _line(said: Json) -> str:
    return canonical(said).decode() + "\n"


def _content(content: bytes) -> dict[str, Json]:
    if is_plain(content):
        return {"entry": json.loads(content)}
    return {"sealed": base64.b64encode(content).decode()}


def _book(head: dict[str, Json], numbered: Iterator[tuple[int, bytes | str]], name: str, number: int) -> ExportedBook:
    talks, audience, size = str(head["talks"]), str(head["audience"]), int(head["size"])
    before = beginning(talks, audience)
    if head["begins"] != before.hex():
        raise RecordDamaged(f"{name}, line {number}: the head of this book was changed")
    lines: list[Kept] = []
    while len(lines) < size:
        number, line = next(numbered, (number, b""))
        if not line:
            raise RecordDamaged(f"{name} ends after line {number}: {named(audience)} has {size} lines")
        lines.append(_kept(line, len(lines) + 1, before, f"{name}, line {number}"))
        before = lines[-1].digest
    return ExportedBook(talks, audience, key=bytes.fromhex(head["key"]) if head["key"] else None, lines=tuple(lines))


def _kept(line: bytes | str, position: int, before: bytes, place: str) -> Kept:
    said = _object(line, place)
    try:
        content = canonical(said["entry"]) if "entry" in said else base64.b64decode(said["sealed"], validate=True)
        kept = Kept(said["position"], content, bytes.fromhex(said["hash"]))
    except (ValueError, KeyError, TypeError) as error:
        raise RecordDamaged(f"{place}: this is not what Gobetween writes as a line of a book") from error
    if len(said) != 3 or kept.position != position or kept.digest != link(before, content):
        raise RecordDamaged(f"{place}: this is not what was recorded there, or a line before it is not")
    return kept


def _object(line: bytes | str, place: str) -> dict[str, Json]:
    try:
        said = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise RecordDamaged(f"{place}: this is not JSON") from error
    if not isinstance(said, dict):
        raise RecordDamaged(f"{place}: this is not what Gobetween writes")
    return said
