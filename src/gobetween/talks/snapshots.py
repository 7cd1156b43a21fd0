"""Snapshots of drafts: what a book came to up to some line, so that not every look replays it from the first line on.

A snapshot is a convenience. It says nothing that the book does not say; when it is missing, of another version, or damaged, the
book is replayed. Tests rebuild drafts from their books and compare.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any, get_type_hints

from gobetween.model.errors import RecordDamaged
from gobetween.model.preferences import Preferences
from gobetween.record.canonical import canonical
from gobetween.record.codecs import decode, encode
from gobetween.record.columns import from_columns, in_columns
from gobetween.record.pauses import collection_paused
from gobetween.talks.drafts import Draft
from gobetween.talks.item_kinds import kind_of_collection

VERSION = 2
"""Goes up whenever a rule makes another draft of the same acts than it made before."""


@cache
def _head() -> dict[str, Any]:
    """What a draft says of the talks as a whole: its attributes and their types."""
    return {name: hint for name, hint in get_type_hints(Draft).items() if name not in ("reader", "entries", "preferences")}


def snapshot_of(draft: Draft) -> bytes:
    """The draft as bytes."""
    return canonical(
        {
            "version": VERSION,
            "head": {name: encode(getattr(draft, name)) for name in _head()},
            "entries": {name: in_columns(tuple(entries.values())) for name, entries in draft.entries.items()},
            "preferences": [[key, encode(each)] for key, each in draft.preferences.items()],
        }
    )


def draft_of(content: bytes, reader: str) -> Draft | None:
    """The draft of a snapshot, or `None` if it is of another version, or none at all."""
    with collection_paused():
        return _draft_of(content, reader)


def _draft_of(content: bytes, reader: str) -> Draft | None:
    try:
        read = json.loads(content)
        if read["version"] != VERSION:
            return None
        head = {name: decode(read["head"][name], kind) for name, kind in _head().items()}
        entries = {
            name: {item.id: item for item in from_columns(columns, kind_of_collection(name))}
            for name, columns in read["entries"].items()
        }
        preferences = {key: decode(each, Preferences) for key, each in read["preferences"]}
    except (ValueError, KeyError, TypeError, RecordDamaged):
        return None
    return Draft(reader, **head, entries=entries, preferences=preferences)
