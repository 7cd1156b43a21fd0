"""Keys of a store: in a folder beside it, never inside it, so that a copy of the store alone neither signs nor opens anything.

The folder holds the key that signs checkpoints and, for every book that is sealed and whose key is entrusted to this machine, the
private key; that one may be wrapped with a passphrase. Whoever has both the store and the folder reads what is not wrapped: keep
copies of the two apart. Destroying a key destroys what it covers, wherever copies of the store lie, as long as no copy of the key is
left (a file system may keep old blocks, and a backup of the folder is a copy). The hashes hold without any key.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol
from urllib.parse import quote

from attrs import frozen

from gobetween.model.errors import NotDisclosed, RecordConflict, StoreUnavailable
from gobetween.record.checkpoints import Signer
from gobetween.storage.private_files import read_private, write_private
from gobetween.storage.sealing import Opener, PrivateKeys, keys_at_hand, new_private_key, public_key_of
from gobetween.storage.signing import StoreSigner, new_signer
from gobetween.storage.wrapping import unwrapped, wrapped


class Keyring(Opener, Protocol):
    """What a journal needs of keys."""

    def signer(self) -> Signer:
        """Signs checkpoints for the store."""


@frozen
class KeysInHand:
    """Keys that lie in no folder."""

    signing: Signer
    private: PrivateKeys

    def signer(self) -> Signer:
        """Signs checkpoints."""
        return self.signing

    def holds(self, public_key: bytes) -> bool:
        """Whether the private key to that public key is here."""
        return self.private.holds(public_key)

    def open(self, sealed: bytes, public_key: bytes) -> bytes:
        """What was sealed for that key."""
        return self.private.open(sealed, public_key)


def passing_keys() -> KeysInHand:
    """A signing key of its own and no private keys; it is lost with the program."""
    return KeysInHand(new_signer(), keys_at_hand(()))


class KeyFolder:
    """The keys in a folder, readable by its owner alone; made when a first key is."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._at_hand: dict[bytes, bytes] = {}

    def signer(self) -> StoreSigner:
        """The store's signer; its key is made at the first use.

        Raises:
            StoreUnavailable: the folder cannot be written to, or the key in it is none.
        """
        path = self.path / "signing.key"
        if not path.exists():
            write_private(path, new_signer().seed.hex() + "\n")
        try:
            return _signer_of(read_private(path))
        except ValueError as error:
            raise StoreUnavailable(f"{path} is no signing key") from error

    def create(self, talks: str, audience: str, *, passphrase: str | None = None) -> bytes:
        """A new private key for a book, kept here; its public key. With a passphrase it is wrapped, and not at hand until unlocked.

        Raises:
            RecordConflict: there is a key for that book already.
            StoreUnavailable: the folder cannot be written to.
        """
        private = new_private_key()
        kept = private.hex() if passphrase is None else wrapped(private, passphrase)
        said = {"audience": audience, "key": kept, "public": public_key_of(private).hex(), "talks": talks}
        if not write_private(self._path(talks, audience), json.dumps(said, indent=1, sort_keys=True) + "\n"):
            raise RecordConflict(f"there is a key for the book of '{audience}' in '{talks}' already")
        return public_key_of(private)

    def unlock(self, talks: str, audience: str, passphrase: str) -> None:
        """Takes a wrapped key in hand, for as long as this object is kept.

        Raises:
            NotDisclosed: there is no such key, or the passphrase is not its own; the text is the same.
        """
        path = self._path(talks, audience)
        refusal = NotDisclosed(f"no key for '{audience}' in '{talks}' opens with that passphrase")
        if not path.exists():
            raise refusal
        kept = _read_key(path)["key"]
        private = unwrapped(kept, passphrase) if isinstance(kept, dict) else None
        if private is None:
            raise refusal
        self._at_hand[public_key_of(private)] = private

    def destroy(self, talks: str, audience: str) -> None:
        """Destroys the key of a book, and with it what was sealed for it; the lines stay, and their hashes hold.

        Raises:
            NotDisclosed: there is no such key.
            StoreUnavailable: the file cannot be removed.
        """
        path = self._path(talks, audience)
        try:
            public = bytes.fromhex(str(_read_key(path)["public"])) if path.exists() else None
            if public is None:
                raise NotDisclosed(f"there is no key for '{audience}' in '{talks}' here")
            _overwrite(path)
            path.unlink()
        except OSError as error:
            raise StoreUnavailable(f"{path} cannot be destroyed: {error.strerror}") from error
        self._at_hand.pop(public, None)

    def holds(self, public_key: bytes) -> bool:
        """Whether the private key to that public key is at hand."""
        if public_key not in self._at_hand:
            self._at_hand.update(self._unwrapped())
        return public_key in self._at_hand

    def open(self, sealed: bytes, public_key: bytes) -> bytes:
        """What was sealed for that key."""
        self.holds(public_key)
        return PrivateKeys(self._at_hand).open(sealed, public_key)

    def _path(self, talks: str, audience: str) -> Path:
        return self.path / _file_name(talks) / f"{_file_name(audience)}.key"

    def _unwrapped(self) -> Iterator[tuple[bytes, bytes]]:
        for path in sorted(self.path.glob("*/*.key")):
            said = _read_key(path)
            if isinstance(said["key"], str):
                yield bytes.fromhex(str(said["public"])), bytes.fromhex(said["key"])


def _signer_of(text: str) -> StoreSigner:
    seed = bytes.fromhex(text)
    if len(seed) != 32:
        raise ValueError("a signing key is 32 bytes long")
    return StoreSigner(seed)


def _file_name(name: str) -> str:
    return quote(name, safe="").replace(".", "%2E")


def _read_key(path: Path) -> dict[str, object]:
    try:
        said = json.loads(read_private(path))
        if not isinstance(said["key"], dict):
            bytes.fromhex(said["key"])
        bytes.fromhex(said["public"])
    except (ValueError, KeyError, TypeError) as error:
        raise StoreUnavailable(f"{path} is no key of Gobetween's") from error
    return dict(said)


def _overwrite(path: Path) -> None:
    with path.open("r+b") as file:
        file.write(b"\0" * path.stat().st_size)
        file.flush()
        os.fsync(file.fileno())
