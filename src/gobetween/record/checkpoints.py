"""Signed checkpoints: what an audience's book was at some time, so that its end cannot be cut off unseen later.

Each party keeps its own checkpoints, outside the store, and can check them offline against an export.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Protocol

from attrs import evolve, field, frozen

from gobetween.model.errors import RecordDamaged
from gobetween.record.canonical import canonical
from gobetween.record.chains import Kept, head
from gobetween.record.entries import whole_second

FORMAT = "gobetween.v1"
_MOMENT = "%Y-%m-%dT%H:%M:%SZ"


@frozen
class Checkpoint:
    """That the book of `audience` had `size` lines with the last hash `head` (hexadecimal), signed with the store's key."""

    talks: str
    audience: str
    size: int
    head: str
    made_utc: dt.datetime
    key: str = field(kw_only=True)  # the public key, hexadecimal
    signature: str = field(default="", kw_only=True)  # hexadecimal

    def signed_content(self) -> bytes:
        """The bytes that the signature covers."""
        return canonical(
            {
                "audience": self.audience,
                "checkpoint": FORMAT,
                "head": self.head,
                "key": self.key,
                "made": self.made_utc.strftime(_MOMENT),
                "size": self.size,
                "talks": self.talks,
            }
        )


class Signer(Protocol):
    """Signs for a store."""

    @property
    def public_key(self) -> bytes:
        """The key with which anyone can check the signatures."""

    def sign(self, content: bytes) -> bytes:
        """The signature of the content."""


class Verifier(Protocol):
    """Checks signatures."""

    def is_signed(self, content: bytes, signature: bytes, key: bytes) -> bool:
        """Whether the key signed the content."""


def sign_checkpoint(signer: Signer, talks: str, audience: str, lines: Iterable[Kept], now: dt.datetime) -> Checkpoint:
    """A signed checkpoint of a book, after its chain was verified.

    Raises:
        RecordDamaged: the chain does not hold.
    """
    size, digest = head(talks, audience, lines)
    unsigned = Checkpoint(talks, audience, size, digest.hex(), whole_second(now), key=signer.public_key.hex())
    return evolve(unsigned, signature=signer.sign(unsigned.signed_content()).hex())


def check_against(checkpoint: Checkpoint, lines: tuple[Kept, ...], verifier: Verifier, *, trusted_key: str | None = None) -> None:
    """Checks that a book continues from a checkpoint: the same lines up to it, perhaps more since.

    Raises:
        RecordDamaged: the signature does not fit, the key is not the trusted one, lines are missing, or others stand in their place.
    """
    if trusted_key is not None and checkpoint.key != trusted_key:
        raise RecordDamaged(f"the checkpoint was signed with the key {checkpoint.key[:16]}..., not with {trusted_key[:16]}...")
    try:
        is_signed = verifier.is_signed(checkpoint.signed_content(), bytes.fromhex(checkpoint.signature), bytes.fromhex(checkpoint.key))
    except ValueError:
        is_signed = False
    if not is_signed:
        raise RecordDamaged("the checkpoint's signature does not fit: it was changed, or not made by that key")
    if len(lines) < checkpoint.size:
        raise RecordDamaged(
            f"the book of {checkpoint.audience} had {checkpoint.size} lines when the checkpoint was made; now it has {len(lines)}"
        )
    _, digest = head(checkpoint.talks, checkpoint.audience, lines[: checkpoint.size])
    if digest.hex() != checkpoint.head:
        raise RecordDamaged(f"the first {checkpoint.size} lines of the book of {checkpoint.audience} are not those of the checkpoint")
