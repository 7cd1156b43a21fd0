"""The hash chain of one audience's book: every line's hash covers the line and, through the hash before it, all lines before it.

An audience can verify its own chain without learning that there are other entries: positions have no gaps, and nothing in the
chain depends on what others were given. A chain alone does not show that its end was cut off: checkpoints do.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from attrs import frozen

from gobetween.model.errors import RecordDamaged
from gobetween.record.canonical import canonical


@frozen
class Kept:
    """A line as a store keeps it: the bytes (plain canonical JSON, or sealed for its audience), and the chain's hash."""

    position: int
    content: bytes
    digest: bytes


def beginning(talks: str, audience: str) -> bytes:
    """The hash before the first line of a book."""
    return hashlib.sha256(canonical({"audience": audience, "chain": "gobetween.v1", "talks": talks})).digest()


def link(before: bytes, content: bytes) -> bytes:
    """The hash of a line: SHA-256 of the hash before it and the SHA-256 of its bytes."""
    return hashlib.sha256(before + hashlib.sha256(content).digest()).digest()


def verified(talks: str, audience: str, lines: Iterable[Kept]) -> Iterator[Kept]:
    """The lines, each after it was checked against the chain.

    Raises:
        RecordDamaged: a line is not the one that was recorded there; the text names the first such place.
    """
    before = beginning(talks, audience)
    for position, line in enumerate(lines, 1):
        if line.position != position:
            raise RecordDamaged(f"line {position} of {named(audience)} is missing: the next one there is numbered {line.position}")
        before = link(before, line.content)
        if line.digest != before:
            raise RecordDamaged(f"line {position} of {named(audience)} is not what was recorded there, or one before it is not")
        yield line


def named(audience: str) -> str:
    """A book in words; the one without an audience is the order of entries."""
    return f"the book of {audience}" if audience else "the order of entries"


def head(talks: str, audience: str, lines: Iterable[Kept]) -> tuple[int, bytes]:
    """How many lines the verified book has, and the hash of the last.

    Raises:
        RecordDamaged: the chain does not hold.
    """
    size, digest = 0, beginning(talks, audience)
    for line in verified(talks, audience, lines):
        size, digest = line.position, line.digest
    return size, digest
