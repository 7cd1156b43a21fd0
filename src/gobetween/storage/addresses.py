"""Where a store lies, said in one word: a path is an SQLite file, `postgresql://...` a PostgreSQL database."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from gobetween.model.errors import MissingPart, StoreUnavailable
from gobetween.storage.key_files import read_key_file
from gobetween.storage.keys import KeyFolder

if TYPE_CHECKING:
    from gobetween.record.journals import Journal
    from gobetween.storage.keys import Keyring

STORE_VARIABLE = "GOBETWEEN_STORE"
KEYS_VARIABLE = "GOBETWEEN_KEYS"
OPERATOR_VARIABLE = "GOBETWEEN_OPERATOR"
_POSTGRES = ("postgresql", "postgres")
_INSTALL = "a store in PostgreSQL needs a driver that is not installed; install it with: pip install 'gobetween[postgres]'"


def default_address() -> str:
    """The store that is used if none is named: what `GOBETWEEN_STORE` says, else a file among the user's data."""
    named = os.environ.get(STORE_VARIABLE)
    return named or str(_user_data() / "talks.gobetween")


def is_postgres(address: str | Path) -> bool:
    """Whether the address is a PostgreSQL database's."""
    return isinstance(address, str) and address.partition("://")[0] in _POSTGRES and "://" in address


def said_of(address: str | Path) -> str:
    """The address as it may be printed: a PostgreSQL database's without user and password."""
    if not is_postgres(address):
        return str(address)
    from gobetween.storage.postgres.connections import place_of

    return place_of(str(address))


def path_of(address: str | Path) -> Path:
    """The path of a store that is a file.

    Raises:
        StoreUnavailable: the address is empty, or of a kind of store that there is not.
    """
    text = str(address)
    if not text or "\0" in text:
        raise StoreUnavailable("a store has an address: a path, or postgresql://...")
    if isinstance(address, str) and "://" in text:
        kind = text.partition("://")[0]
        raise StoreUnavailable(f"there are no stores of the kind '{kind}': give a path, or postgresql://...")
    return Path(address).expanduser()


def key_folder_for(address: str | Path) -> KeyFolder:
    """The keys of a store: what `GOBETWEEN_KEYS` says, else `<store>.keys` beside a file, or among the user's data for a database."""
    named = os.environ.get(KEYS_VARIABLE)
    if named:
        return KeyFolder(Path(named).expanduser())
    if is_postgres(address):
        return KeyFolder(_user_data() / f"{_database_name(str(address))}.keys")
    path = path_of(address)
    return KeyFolder(path.with_name(f"{path.name}.keys"))


def keys_at(address: str | Path | None, files: Sequence[Path], passphrase: Callable[[Path], str] | None = None) -> KeyFolder:
    """The keys of a store, with those of these files taken in hand; `passphrase` is asked for each that is wrapped.

    Raises:
        NotDisclosed: one is wrapped, and the passphrase is not its own.
        StoreUnavailable: one cannot be read, or is no key's file.
    """
    folder = key_folder_for(address or default_address())
    for file in files:
        folder.unlock(file, passphrase(file) if passphrase and read_key_file(file).is_wrapped else None)
    return folder


def open_journal(
    address: str | Path | None = None,
    *,
    keys: Keyring | Sequence[Path] | None = None,
    create: bool = True,
    operator: str | None = None,
) -> Journal:
    """The journal at that address, or in the default store.

    `keys` are those that are at hand; given as files, they are added to those in the folder that belongs to the store. For a store
    in PostgreSQL, `operator` is the address with which whoever runs it does what is for them alone; without it what
    `GOBETWEEN_OPERATOR` says, else `address` itself.

    Raises:
        MissingPart: the store is PostgreSQL, and its driver is not installed.
        NotDisclosed: a key's file is wrapped.
        StoreUnavailable: it cannot be opened, or is not there and `create` is false.
        RecordDamaged: the store's file is damaged.
    """
    address = address or default_address()
    keyring = keys_at(address, keys or ()) if keys is None or isinstance(keys, Sequence) else keys
    if is_postgres(address):
        check_driver()
        from gobetween.storage.postgres import open_postgres

        return open_postgres(str(address), keyring, create=create, operator_url=operator_address(operator))
    from gobetween.storage.sqlite.journals import SqliteJournal

    return SqliteJournal(path_of(address), keyring, create=create)


def operator_address(named: str | None = None) -> str | None:
    """The address for whoever runs a store in PostgreSQL: the one that is named, else what `GOBETWEEN_OPERATOR` says, else `None`.

    Raises:
        StoreUnavailable: it is no PostgreSQL database's.
    """
    address = named or os.environ.get(OPERATOR_VARIABLE) or None
    if address is not None and not is_postgres(address):
        raise StoreUnavailable("an operator's address is that of a PostgreSQL database: postgresql://USER@HOST/DATABASE")
    return address


def check_driver() -> None:
    """Whether stores in PostgreSQL can be opened at all.

    Raises:
        MissingPart: their driver is not installed.
    """
    try:
        import psycopg  # noqa: F401 - only to tell whether it is there
    except ImportError as error:
        raise MissingPart(_INSTALL) from error


def _database_name(address: str) -> str:
    """A name for a database that tells nothing of its password, and is the same whoever connects to it."""
    parts = urlsplit(address)
    place = f"{parts.hostname or 'localhost'}:{parts.port or 5432}{parts.path}"
    return f"postgresql-{hashlib.sha256(place.encode()).hexdigest()[:16]}"


def _user_data() -> Path:
    from platformdirs import user_data_path

    return user_data_path("gobetween", appauthor=False)
