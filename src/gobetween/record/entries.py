"""What a record consists of: entries, each for its audience; and the book in which an audience reads its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, TypeAlias

from attrs import field, frozen

Json: TypeAlias = Any
"""What JSON can say: `None`, booleans, whole numbers below 2**53, text, lists, and mappings from text."""


def whole_second(moment: dt.datetime) -> dt.datetime:
    """The moment in UTC, to the second: as exact as the record keeps the clock's time, which orders nothing.

    Raises:
        ValueError: it does not say which time zone it is in.
    """
    if moment.tzinfo is dt.UTC and not moment.microsecond:
        return moment
    if moment.tzinfo is None:
        raise ValueError("a time in the record says its time zone; this one has none")
    return moment.astimezone(dt.UTC).replace(microsecond=0)


@frozen
class Entry:
    """One thing that was recorded. Everyone in its audience gets the same; who else is in it, nobody is told by the record.

    `kind` is a stable word with a version (`permission-granted.v1`); `id` is random and tells nothing of other entries; `recorded`
    is the clock's time in UTC, to the second, for people: the order is that of the book.
    """

    id: str
    kind: str
    author: str = field(kw_only=True)
    recorded: dt.datetime = field(kw_only=True, converter=whole_second)
    body: Mapping[str, Json] = field(kw_only=True)


@frozen
class Addressed:
    """An entry with those who get it: ids of actors, `public` for everybody, `keeper`, `custodian`; somebody gets it."""

    entry: Entry
    audience: frozenset[str] = field()

    @audience.validator
    def _is_for_somebody(self, _attribute: object, value: frozenset[str]) -> None:
        if not value or "" in value:
            raise ValueError("an entry is for somebody: its audience names at least one, and none without a name")


@frozen
class Line:
    """An entry in the book of one audience: its place there, counted from 1 without gaps, and the chain's hash up to it."""

    position: int
    entry: Entry
    digest: bytes = field(repr=False)
