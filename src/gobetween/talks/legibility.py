"""Whether what is to be recorded can be read again, by everyone who gets it, and be said in a case folder.

A book is append-only: what nobody can read again would stay in the books of all who got it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from gobetween.model.errors import ProtocolViolation, RecordDamaged
from gobetween.protocols.acts import Act
from gobetween.record.canonical import canonical
from gobetween.record.codecs import decode, encode
from gobetween.record.entries import Json

LONGEST_TEXT = 100_000
"""Characters of one text of an act: some fifty pages."""


def must_be_legible(act: Act) -> None:
    """Refuses an act that could not be read back as what it is, or has a text of nothing but blanks, or one without end.

    Raises:
        ProtocolViolation: it is such an act.
    """
    try:
        said = encode(act)
        decode(json.loads(canonical(said)), type(act))
    except (ValueError, TypeError, OverflowError, RecordDamaged) as error:
        raise ProtocolViolation(
            "this could not be read again (half of a character, a number beyond all measure): nothing was recorded; write it otherwise"
        ) from error
    for text in texts_of(said):
        if text and not text.strip():
            raise ProtocolViolation("found a text of blanks alone; write words, or leave it out")
        if len(text) > LONGEST_TEXT:
            raise ProtocolViolation(f"a text is too long: found {len(text):,} characters, allowed {LONGEST_TEXT:,}; tell it in parts")


def texts_of(said: Json) -> Iterator[str]:
    """Every text in what an act says."""
    if isinstance(said, str):
        yield said
    for part in said.values() if isinstance(said, dict) else said if isinstance(said, list) else ():
        yield from texts_of(part)
