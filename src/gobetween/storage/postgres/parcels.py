"""What is written as the database's functions take it: one JSON text, with what is sealed for whom."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from gobetween.model.items import PUBLIC
from gobetween.record.canonical import canonical, content_of
from gobetween.record.entries import Addressed, Json
from gobetween.storage.sealing import seal


def sealed_for(entries: Sequence[Addressed]) -> frozenset[str]:
    """Those for whom something is to be sealed, if their books are: whoever gets what is not public."""
    return frozenset(each for entry in entries if PUBLIC not in entry.audience for each in entry.audience)


def act_of(
    entries: Sequence[Addressed],
    *,
    expected: Mapping[str, int],
    begins: Mapping[str, bytes | None],
    keys: Mapping[str, bytes | None],
) -> str:
    """The act, as `gobetween.append` takes it; what is for somebody with a key is sealed with it, but for what is public.

    The database writes what is not sealed by itself, from the parts, so that nobody can put another author into it. A body goes as a
    text within the text, so that the database keeps its bytes.

    Raises:
        ValueError: an entry cannot be written as canonical JSON.
    """
    return json.dumps(
        {
            "expected": dict(expected),
            "begins": [{"audience": audience, "key": None if key is None else key.hex()} for audience, key in begins.items()],
            "entries": [_parts(each, keys) for each in entries],
        },
        ensure_ascii=False,
    )


def _parts(addressed: Addressed, keys: Mapping[str, bytes | None]) -> Json:
    entry = addressed.entry
    sealing = {} if PUBLIC in addressed.audience else {each: key for each in addressed.audience if (key := keys.get(each)) is not None}
    content = content_of(entry) if sealing else b""
    return {
        "id": entry.id,
        "kind": entry.kind,
        "author": entry.author,
        "recorded": entry.recorded.isoformat(),
        "body": canonical(entry.body).decode(),
        "audience": sorted(addressed.audience),
        "sealed": {audience: seal(content, key).hex() for audience, key in sealing.items()},
    }
