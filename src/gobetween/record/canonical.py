"""The one way in which an entry is written as bytes: canonical JSON (RFC 8785), so that hashes can be computed by anyone."""

from __future__ import annotations

import datetime as dt
import json
from functools import cache

from gobetween.model.errors import RecordDamaged
from gobetween.record.entries import Entry, Json

LARGEST_WHOLE_NUMBER = 2**53 - 1


def canonical(value: Json) -> bytes:
    """`value` as canonical JSON.

    Raises:
        ValueError: it holds something that has no canonical form (a whole number beyond 2**53 - 1, a lone surrogate, NaN).
    """
    try:
        if _is_simple(value):
            return _encoder().encode(value).encode()
        return _dumps(value)
    except (UnicodeEncodeError, RecursionError) as error:
        raise ValueError("this cannot be written as canonical JSON: half of a character, or too deep") from error


def _is_simple(value: Json) -> bool:
    """Whether Python's own encoder, which is quick, writes the value as RFC 8785 wants it.

    It does for text, for whole numbers that a double holds, and for objects whose names sort alike by code points and by UTF-16.
    """
    kind = value.__class__
    if kind is str or kind is bool or value is None:
        return True
    if kind is int:
        return bool(-LARGEST_WHOLE_NUMBER <= value <= LARGEST_WHOLE_NUMBER)
    if kind is list:
        return all(_is_simple(each) for each in value)
    if kind is dict:
        return all(name.__class__ is str and name.isascii() and _is_simple(each) for name, each in value.items())
    return False


@cache
def _encoder() -> json.JSONEncoder:
    return json.JSONEncoder(ensure_ascii=False, check_circular=False, allow_nan=False, sort_keys=True, separators=(",", ":"))


def _dumps(value: Json) -> bytes:
    import rfc8785

    try:
        return rfc8785.dumps(value)
    except rfc8785.CanonicalizationError as error:
        raise ValueError(f"this cannot be written as canonical JSON: {type(error).__name__}") from error


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
        read = json.loads(content.decode())
        recorded = dt.datetime.fromisoformat(read["recorded"])
        return Entry(read["id"], read["kind"], author=read["author"], recorded=recorded, body=read["body"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise RecordDamaged("an entry of the record cannot be read: its bytes are not what Gobetween writes") from error
