"""The file of one private key: whose book in which talks it opens, its public key, and the key itself, plain or wrapped."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from attrs import field, frozen

from gobetween.model.errors import StoreUnavailable
from gobetween.storage.private_files import read_private, write_private
from gobetween.storage.sealing import new_private_key, public_key_of
from gobetween.storage.wrapping import unwrapped, wrapped


@frozen
class KeyFile:
    """What a key's file says; `key` is hexadecimal, or what `wrapping` made of it."""

    path: Path
    talks: str
    audience: str
    public: bytes
    key: str | dict[str, Any] = field(repr=False)

    @property
    def is_wrapped(self) -> bool:
        """Whether it takes a passphrase."""
        return isinstance(self.key, dict)

    def private(self, passphrase: str | None = None) -> bytes | None:
        """The private key; `None` if it is wrapped and the passphrase is not its own, or it does not belong to the public one."""
        if isinstance(self.key, str):
            private: bytes | None = bytes.fromhex(self.key)
        else:
            private = unwrapped(self.key, passphrase) if passphrase is not None else None
        return private if private is not None and len(private) == 32 and public_key_of(private) == self.public else None


def make_key_file(path: Path, talks: str, audience: str, passphrase: str | None = None) -> bytes | None:
    """A new private key in a file for its owner's eyes alone; its public key. `None` if there is a file of that name already.

    Raises:
        StoreUnavailable: it cannot be written.
    """
    private = new_private_key()
    kept = private.hex() if passphrase is None else wrapped(private, passphrase)
    public = public_key_of(private)
    said = {"audience": audience, "key": kept, "public": public.hex(), "talks": talks}
    return public if write_private(path, json.dumps(said, indent=1, sort_keys=True) + "\n") else None


def read_key_file(path: Path) -> KeyFile:
    """What the file says.

    Raises:
        StoreUnavailable: it cannot be read, or is no key's file.
    """
    try:
        said = json.loads(read_private(path))
        key = said["key"] if isinstance(said["key"], dict) else bytes.fromhex(said["key"]).hex()
        return KeyFile(path, str(said["talks"]), str(said["audience"]), bytes.fromhex(said["public"]), key)
    except (ValueError, KeyError, TypeError) as error:
        raise StoreUnavailable(f"{path} is no key of Gobetween's") from error


def destroy_key_file(path: Path) -> None:
    """Writes over the file, then removes it; and with it whatever a program that was killed while making a key left in the folder.

    Raises:
        StoreUnavailable: something cannot be removed.
    """
    for each in (path, *path.parent.glob(".*.part")):
        try:
            _overwrite(each)
            each.unlink()
        except OSError as error:
            raise StoreUnavailable(f"{each} cannot be destroyed: {error.strerror}") from error


def _overwrite(path: Path) -> None:
    with path.open("r+b") as file:
        file.write(b"\0" * path.stat().st_size)
        file.flush()
        os.fsync(file.fileno())
