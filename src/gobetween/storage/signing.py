"""Signatures of checkpoints: Ed25519, with a private key that never lies in the store itself.

A signature shows that the store's key signed a checkpoint. It does not show that whoever holds that key is honest: a party that
keeps its own checkpoints outside the store can prove from them that lines were changed or cut off since, no more.
"""

from __future__ import annotations

from attrs import field, frozen


@frozen
class StoreSigner:
    """Signs with a private key (an Ed25519 seed of 32 bytes)."""

    seed: bytes = field(repr=False)

    @property
    def public_key(self) -> bytes:
        """The key with which anyone can check the signatures."""
        from nacl.signing import SigningKey

        return bytes(SigningKey(self.seed).verify_key)

    def sign(self, content: bytes) -> bytes:
        """The signature of the content."""
        from nacl.signing import SigningKey

        return bytes(SigningKey(self.seed).sign(content).signature)


def new_signer() -> StoreSigner:
    """A signer with a key of its own."""
    from nacl.signing import SigningKey

    return StoreSigner(bytes(SigningKey.generate()))


@frozen
class SignatureVerifier:
    """Checks Ed25519 signatures."""

    def is_signed(self, content: bytes, signature: bytes, key: bytes) -> bool:
        """Whether the key signed the content; a key or signature of the wrong length signed nothing."""
        from nacl.exceptions import CryptoError
        from nacl.signing import VerifyKey

        try:
            VerifyKey(key).verify(content, signature)
        except (CryptoError, ValueError, TypeError):
            return False
        return True
