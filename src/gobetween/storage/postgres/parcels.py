"""Entries as the database's functions take them: column by column, with what is sealed for whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from gobetween.model.items import PUBLIC
from gobetween.record.canonical import canonical, content_of
from gobetween.record.entries import Addressed
from gobetween.storage.sealing import seal


def sealed_for(entries: Sequence[Addressed]) -> frozenset[str]:
    """Those for whom something is to be sealed, if their books are: whoever gets what is not public."""
    return frozenset(each for entry in entries if PUBLIC not in entry.audience for each in entry.audience)


def parcel_of(entries: Sequence[Addressed], keys: Mapping[str, bytes | None]) -> tuple[list[Any], ...]:
    """The columns: ids, kinds, authors, times, bodies; then of each copy the entry's number, its audience, and its sealed bytes.

    The database writes what is not sealed by itself, from the columns, so that nobody can put another author into it.

    Raises:
        ValueError: an entry cannot be written as canonical JSON.
    """
    copies = [_copy(number, each, audience, keys) for number, each in enumerate(entries, 1) for audience in sorted(each.audience)]
    return (
        [each.entry.id for each in entries],
        [each.entry.kind for each in entries],
        [each.entry.author for each in entries],
        [each.entry.recorded for each in entries],
        [canonical(each.entry.body).decode() for each in entries],
        *([copy[column] for copy in copies] for column in range(3)),
    )


def _copy(number: int, addressed: Addressed, audience: str, keys: Mapping[str, bytes | None]) -> tuple[int, str, bytes | None]:
    key = keys.get(audience)
    is_sealed = key is not None and PUBLIC not in addressed.audience
    return number, audience, seal(content_of(addressed.entry), key) if key is not None and is_sealed else None
