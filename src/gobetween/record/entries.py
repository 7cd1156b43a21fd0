"""What a record consists of: entries, each for its audience; and the book in which an audience reads its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, TypeAlias

from attrs import field, frozen

Json: TypeAlias = Any
"""What JSON can say: `None`, booleans, whole numbers below 2**53, text, lists, and mappings from text."""


@frozen
class Entry:
    """One thing that was recorded. Everyone in its audience gets the same; who else is in it, nobody is told by the record.

    `kind` is a stable word with a version (`permission-granted.v1`); `id` is random and tells nothing of other entries; `recorded`
    is the clock's time in UTC, for people: the order is that of the book.
    """

    id: str
    kind: str
    author: str = field(kw_only=True)
    recorded: dt.datetime = field(kw_only=True)
    body: Mapping[str, Json] = field(kw_only=True)


@frozen
class Addressed:
    """An entry with those who get it: ids of actors, `public` for everybody, `keeper`, `custodian`."""

    entry: Entry
    audience: frozenset[str]


@frozen
class Line:
    """An entry in the book of one audience: its place there, counted from 1 without gaps, and the chain's hash up to it."""

    position: int
    entry: Entry
    digest: bytes = field(repr=False)
