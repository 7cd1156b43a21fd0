"""Books at rest: lines sealed for their audience, so that a copy of the store does not tell what they say.

Sealing protects what lies on disks and in backups, for as long as the private keys do not lie beside it. It does not protect against
whoever runs the store while it runs: what is recorded passes through the program in the clear before it is sealed, and sealing does
not prove who wrote it (the chain and the checkpoints do that). Nor does it hide who has books, how many lines they have and how long,
in which order they came, or what is public.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from attrs import field, frozen

from gobetween.model.errors import RecordDamaged

MARK = b"sealed.v1\n"
"""What sealed bytes begin with; canonical JSON never does."""


class Opener(Protocol):
    """Holds the private keys that are at hand."""

    def holds(self, public_key: bytes) -> bool:
        """Whether the private key to that public key is at hand."""

    def open(self, sealed: bytes, public_key: bytes) -> bytes:
        """What was sealed for that key.

        Raises:
            RecordDamaged: it does not open with it.
        """


def new_private_key() -> bytes:
    """A private key (X25519, 32 random bytes)."""
    from nacl.public import PrivateKey

    return bytes(PrivateKey.generate())


def public_key_of(private_key: bytes) -> bytes:
    """The public key that belongs to a private one."""
    from nacl.public import PrivateKey

    return bytes(PrivateKey(private_key).public_key)


def seal(content: bytes, public_key: bytes) -> bytes:
    """The content, to be read only with the private key (an anonymous sealed box: X25519 and XSalsa20-Poly1305)."""
    from nacl.public import PublicKey, SealedBox

    return MARK + SealedBox(PublicKey(public_key)).encrypt(content)


def is_sealed(content: bytes) -> bool:
    """Whether these bytes are sealed."""
    return content.startswith(MARK)


@frozen
class PrivateKeys:
    """The private keys that are at hand, by their public keys."""

    by_public: Mapping[bytes, bytes] = field(repr=False)

    def holds(self, public_key: bytes) -> bool:
        """Whether the private key to that public key is here."""
        return public_key in self.by_public

    def open(self, sealed: bytes, public_key: bytes) -> bytes:
        """What was sealed for that key.

        Raises:
            RecordDamaged: it does not open with it.
        """
        from nacl.exceptions import CryptoError
        from nacl.public import PrivateKey, SealedBox

        try:
            return SealedBox(PrivateKey(self.by_public[public_key])).decrypt(sealed[len(MARK) :])
        except (CryptoError, KeyError) as error:
            raise RecordDamaged("a sealed line does not open with the key of its book") from error


def keys_at_hand(private_keys: Iterable[bytes]) -> PrivateKeys:
    """An opener that holds these keys."""
    return PrivateKeys({public_key_of(each): each for each in private_keys})
