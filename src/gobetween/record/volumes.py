"""The whole record of one talks, for those who run the store: every book, and the order in which entries went into them.

That order is a chain of its own. It says of each entry which books it went into, and when each book was begun and for which key, so
that a book whose end is missing, or that is missing altogether, is found out. No actor is ever shown it.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping

from attrs import field, frozen

from gobetween.model.errors import RecordDamaged
from gobetween.model.items import PUBLIC
from gobetween.record.canonical import canonical, entry_of
from gobetween.record.chains import Kept, verified
from gobetween.record.entries import Addressed, Json

ORDER = ""
"""The name under which the order is chained; no audience has it."""


@frozen
class Volume:
    """All that a store keeps of one talks: the books by audience, their public keys (`None`: not sealed), and the order of all."""

    talks: str
    keys: Mapping[str, bytes | None] = field(kw_only=True)
    books: Mapping[str, tuple[Kept, ...]] = field(kw_only=True, repr=False)
    order: tuple[Kept, ...] = field(kw_only=True, repr=False)


@frozen
class Copies:
    """One step of the order: an entry, and where it stands in each book that it went into."""

    audience: frozenset[str]
    places: Mapping[str, Kept] = field(repr=False)


def place_of_entry(addressed: Addressed) -> bytes:
    """What the order says of an entry."""
    return canonical({"audience": sorted(addressed.audience), "id": addressed.entry.id})


def place_of_book(audience: str, key: bytes | None) -> bytes:
    """What the order says of a book that is begun."""
    return canonical({"book": audience, "key": key.hex() if key else None})


def is_plain(content: bytes) -> bool:
    """Whether a line's bytes are an entry that can be read without a key."""
    return content[:1] == b"{"


def checked(volume: Volume) -> tuple[Copies, ...]:
    """The entries in the order in which they were recorded, after every chain was checked, and all of them against one another.

    Raises:
        RecordDamaged: something is not what was recorded; the text names the first such place.
    """
    for audience, lines in volume.books.items():
        for _ in verified(volume.talks, audience, lines):
            pass
    counting = _Counting(volume)
    steps = tuple(step for line in verified(volume.talks, ORDER, volume.order) if (step := counting.step(line)) is not None)
    counting.finish()
    return steps


def entries_in_order(volume: Volume) -> Iterator[Addressed]:
    """The entries that can be read without a key, in the order in which they were recorded; for those who run the store.

    Raises:
        RecordDamaged: something is not what was recorded.
    """
    for step in checked(volume):
        plain = next((line for line in step.places.values() if is_plain(line.content)), None)
        if plain is not None:
            yield Addressed(entry_of(plain.content), step.audience)


class _Counting:
    """Walks along the order and finds for each step where it must stand in the books."""

    def __init__(self, volume: Volume) -> None:
        self.volume = volume
        self.sizes: Counter[str] = Counter()
        self.begun: dict[str, bytes | None] = {}

    def step(self, line: Kept) -> Copies | None:
        said = _said(line)
        try:
            if "book" in said:
                self._begin(said["book"], bytes.fromhex(said["key"]) if said["key"] else None)
                return None
            audience = frozenset[str](said["audience"])
            reached = self.begun if PUBLIC in audience else audience
            copies = Copies(audience, {each: self._next(each, said["id"]) for each in reached})
        except (KeyError, TypeError, ValueError) as error:
            raise RecordDamaged(f"step {line.position} of the order of entries is not what Gobetween writes") from error
        if len({each.content for each in copies.places.values() if is_plain(each.content)}) > 1:
            raise RecordDamaged(f"step {line.position} of the order of entries: the entry is not the same in every book that it is in")
        return copies

    def _begin(self, audience: str, key: bytes | None) -> None:
        if audience not in self.volume.books or self.volume.keys.get(audience) != key:
            raise RecordDamaged(f"the book of {audience} is missing, or sealed for another key than when it was begun")
        self.begun[audience] = key
        self.sizes[audience] = so_far = self.sizes[PUBLIC]
        public = [line.content for line in self.volume.books.get(PUBLIC, ())[:so_far]]
        if [line.content for line in self.volume.books[audience][:so_far]] != public:
            raise RecordDamaged(f"the book of {audience} does not begin with what was public when it was begun")

    def _next(self, audience: str, entry: str) -> Kept:
        self.sizes[audience] += 1
        position = self.sizes[audience]
        lines = self.volume.books.get(audience, ())
        if audience not in self.begun or len(lines) < position:
            raise RecordDamaged(f"line {position} of the book of {audience} is missing: the order of entries names it")
        line = lines[position - 1]
        if is_plain(line.content) and _id_of(line.content) != entry:
            raise RecordDamaged(f"line {position} of the book of {audience} is another entry than the order of entries names")
        return line

    def finish(self) -> None:
        if set(self.volume.books) != set(self.begun) or set(self.volume.keys) != set(self.begun):
            raise RecordDamaged("there is a book that the order of entries does not name")
        for audience, lines in self.volume.books.items():
            if len(lines) != self.sizes[audience]:
                raise RecordDamaged(f"the book of {audience} has {len(lines)} lines, the order of entries names {self.sizes[audience]}")


def _said(line: Kept) -> Mapping[str, Json]:
    try:
        said = json.loads(line.content)
    except ValueError as error:
        raise RecordDamaged(f"step {line.position} of the order of entries cannot be read") from error
    if not isinstance(said, dict):
        raise RecordDamaged(f"step {line.position} of the order of entries is not what Gobetween writes")
    return said


def _id_of(content: bytes) -> str:
    return entry_of(content).id
