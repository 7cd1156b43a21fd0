"""Private keys under a passphrase: argon2id makes a key of it, and a secret box (XSalsa20-Poly1305) holds the private one."""

from __future__ import annotations

from typing import Any


def wrapped(private_key: bytes, passphrase: str) -> dict[str, Any]:
    """The private key, wrapped; costs some 0.2 s and 256 MiB, so that guessing does too."""
    from nacl.pwhash import argon2id
    from nacl.secret import SecretBox
    from nacl.utils import random

    salt = random(argon2id.SALTBYTES)
    cost = {"memory": argon2id.MEMLIMIT_MODERATE, "operations": argon2id.OPSLIMIT_MODERATE}
    box = SecretBox(_key(passphrase, salt, cost)).encrypt(private_key)
    return {**cost, "box": box.hex(), "salt": salt.hex(), "wrapped": "argon2id.v1"}


def unwrapped(said: dict[str, Any], passphrase: str) -> bytes | None:
    """The private key, or `None` if the passphrase is not the one, or what was kept was changed."""
    from nacl.exceptions import CryptoError
    from nacl.secret import SecretBox

    try:
        return SecretBox(_key(passphrase, bytes.fromhex(said["salt"]), said)).decrypt(bytes.fromhex(said["box"]))
    except (CryptoError, ValueError, KeyError, TypeError):
        return None


def _key(passphrase: str, salt: bytes, cost: dict[str, Any]) -> bytes:
    from nacl.pwhash import argon2id
    from nacl.secret import SecretBox

    secret = passphrase.encode("utf-8")
    return argon2id.kdf(SecretBox.KEY_SIZE, secret, salt, opslimit=cost["operations"], memlimit=cost["memory"])
