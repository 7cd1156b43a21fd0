"""Snapshots of an audience's view: a shortcut that is bound to the line it was made at, and never believed against the book."""

from __future__ import annotations

import hashlib

from attrs import field, frozen


@frozen
class Snapshot:
    """What was kept of a view: up to which position, the bytes (sealed if the book is), and the seal that binds both to the line."""

    position: int
    content: bytes = field(repr=False)
    bond: bytes = field(repr=False)

    def fits(self, line_digest: bytes | None) -> bool:
        """Whether it is what was kept, and the book's line at its position is the one it was made at."""
        return line_digest is not None and self.bond == bond(line_digest, self.position, self.content)


def bond(line_digest: bytes, position: int, content: bytes) -> bytes:
    """The hash that binds a snapshot's bytes to the line at which they were made."""
    return hashlib.sha256(b"snapshot.v1" + line_digest + position.to_bytes(8, "big") + hashlib.sha256(content).digest()).digest()
