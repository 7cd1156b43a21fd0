"""Keys of a store: in a folder beside it, never inside it, so that a copy of the store alone neither signs nor opens anything.

The folder holds the key that signs checkpoints, and the private keys of sealed books that are entrusted to this machine: the
custodian's always, an actor's only if it is left there; a key may be wrapped with a passphrase. Whoever has both the store and the
folder reads what is not wrapped: keep copies of the two apart. Destroying a key destroys what it covers, wherever copies of the store
lie, as long as no copy of the key is left (a file system may keep old blocks, and a backup of the folder is a copy). The hashes hold
without any key.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Protocol
from urllib.parse import quote

from attrs import frozen

from gobetween.model.errors import NotDisclosed, RecordConflict, StoreUnavailable
from gobetween.model.items import PUBLIC
from gobetween.model.sealed import CUSTODIAN
from gobetween.record.checkpoints import Signer
from gobetween.storage.key_files import KeyFile, destroy_key_file, make_key_file, read_key_file
from gobetween.storage.private_files import is_there, read_private, write_private
from gobetween.storage.sealing import Opener, PrivateKeys, keys_at_hand
from gobetween.storage.signing import StoreSigner, new_signer


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
    """The keys in a folder, readable by its owner alone (it is made when a first key is), and those taken in hand beside them."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._at_hand: dict[bytes, bytes] = {}

    def signer(self) -> StoreSigner:
        """The store's signer; its key is made at the first use.

        Raises:
            StoreUnavailable: the folder cannot be written to, or the key in it is none.
        """
        path = self.path / "signing.key"
        if not is_there(path):
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
        public = make_key_file(self.file_of(talks, audience), talks, audience, passphrase)
        if public is None:
            raise RecordConflict(f"there is a key for the book of '{audience}' in '{talks}' already, in {self.path}")
        return public

    def unlock(self, file: Path, passphrase: str | None = None) -> None:
        """Takes the key of that file in hand, for as long as this object is kept.

        Raises:
            NotDisclosed: it is wrapped, and the passphrase is not its own.
            StoreUnavailable: it cannot be read, or is no key's file.
        """
        key = read_key_file(file)
        private = key.private(passphrase)
        if private is None:
            raise NotDisclosed(f"the key {file} is wrapped: it opens with its own passphrase alone")
        self._at_hand[key.public] = private

    def destroy(self, talks: str, audience: str) -> None:
        """Destroys the key of a book, and with it what was sealed for it; the lines stay, and their hashes hold.

        Raises:
            NotDisclosed: there is no such key.
            StoreUnavailable: the file cannot be removed.
        """
        path = self.file_of(talks, audience)
        if not is_there(path):
            raise NotDisclosed(f"there is no key for '{audience}' in '{talks}' in {self.path}")
        public = read_key_file(path).public
        destroy_key_file(path)
        self._at_hand.pop(public, None)

    def holds(self, public_key: bytes) -> bool:
        """Whether the private key to that public key is at hand."""
        if public_key not in self._at_hand:
            plain = ((each.public, each.private()) for each in self._files() if not each.is_wrapped)
            self._at_hand.update({public: private for public, private in plain if private is not None})
        return public_key in self._at_hand

    def open(self, sealed: bytes, public_key: bytes) -> bytes:
        """What was sealed for that key."""
        self.holds(public_key)
        return PrivateKeys(self._at_hand).open(sealed, public_key)

    def file_of(self, talks: str, audience: str) -> Path:
        """The file in which the key of that book is, or would be."""
        return self.path / _file_name(talks) / f"{_file_name(audience)}.key"

    def _files(self) -> Iterable[KeyFile]:
        return [read_key_file(path) for path in sorted(self.path.glob("*/*.key"))]


def make_keys(
    folder: Path, talks: str, audiences: Iterable[str], *, store_keys: KeyFolder, passphrase: str | None = None
) -> Mapping[str, bytes | None]:
    """Public keys with which the books of talks are to be sealed; the private ones are left in `folder`, to be handed out from there.

    The custodian's stays with the store's own keys, since the software has to read that book whoever is at work; what is public
    takes no key. A passphrase wraps all that are handed out.

    Raises:
        RecordConflict: there is a key for one of these books already.
        StoreUnavailable: a folder cannot be written to.
    """
    handed_out = KeyFolder(folder)
    made: dict[str, bytes | None] = {}
    for audience in sorted(set(audiences)):
        if audience == PUBLIC:
            made[audience] = None
        elif audience == CUSTODIAN:
            made[audience] = store_keys.create(talks, audience)
        else:
            made[audience] = handed_out.create(talks, audience, passphrase=passphrase)
    return made


def _signer_of(text: str) -> StoreSigner:
    seed = bytes.fromhex(text)
    if len(seed) != 32:
        raise ValueError("a signing key is 32 bytes long")
    return StoreSigner(seed)


def _file_name(name: str) -> str:
    return quote(name, safe="").replace(".", "%2E")
