"""The one way in which an entry is written as bytes: canonical JSON (RFC 8785), so that hashes can be computed by anyone."""

from __future__ import annotations

import datetime as dt
import json

from gobetween.model.errors import RecordDamaged
from gobetween.record.entries import Entry, Json

LARGEST_WHOLE_NUMBER = 2**53 - 1


def canonical(value: Json) -> bytes:
    """`value` as canonical JSON.

    Raises:
        ValueError: it holds something that has no canonical form (a whole number beyond 2**53 - 1, a lone surrogate, NaN).
    """
    import rfc8785

    try:
        return rfc8785.dumps(value)
    except (rfc8785.CanonicalizationError, UnicodeEncodeError) as error:
        raise ValueError(f"this cannot be written as canonical JSON: {error}") from error


def content_of(entry: Entry) -> bytes:
    """The entry as the bytes that are kept and hashed."""
    return canonical(
        {
            "author": entry.author,
            "body": entry.body,
            "id": entry.id,
            "kind": entry.kind,
            "recorded": entry.recorded.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        }
    )


def entry_of(content: bytes) -> Entry:
    """The entry that those bytes are.

    Raises:
        RecordDamaged: they are none.
    """
    try:
        read = json.loads(content)
        recorded = dt.datetime.fromisoformat(read["recorded"])
        return Entry(read["id"], read["kind"], author=read["author"], recorded=recorded, body=read["body"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise RecordDamaged("an entry of the record cannot be read: its bytes are not what Gobetween writes") from error
