"""Reading files of a case folder and nothing else: no links, no devices or pipes, never more than asked for."""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Callable, Sequence
from pathlib import Path, PurePath
from typing import TypeVar

T = TypeVar("T")

_DIRECTORY = getattr(os, "O_PATH", os.O_RDONLY) | getattr(os, "O_DIRECTORY", 0)


class NotAFile(OSError):
    """What stands at that path is no plain file inside the folder."""


def read_within(folder: Path, relative: str, limit: int) -> bytes:
    """At most `limit` bytes of a file in the folder.

    Whatever is moved or replaced while it is read, no link below the folder is followed.

    Raises:
        OSError: it is not there, not readable, no plain file, or reached by a link below the folder.
    """
    descriptor = _opened(folder, relative)
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise NotAFile(f"'{relative}' is no plain file")
        return file.read(limit)


def _opened(folder: Path, relative: str) -> int:
    try:
        is_itself = (folder / relative).resolve(strict=True) == folder.resolve(strict=True) / relative
    except RuntimeError as loop:
        raise NotAFile(f"'{relative}' is a link to itself") from loop
    if not is_itself:
        raise NotAFile(f"'{relative}' is a link")
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    if os.open not in os.supports_dir_fd:  # Windows
        return os.open(folder / relative, flags)
    *above, name = PurePath(relative).parts
    return _at(folder, above, lambda directory: os.open(name, flags | os.O_NOFOLLOW, dir_fd=directory))


def _at(folder: Path, steps: Sequence[str], use: Callable[[int], T]) -> T:
    """What `use` makes of the open directory that these steps, none of them a link, lead to."""
    directory = os.open(folder, _DIRECTORY)
    try:
        for step in steps:
            above, directory = directory, os.open(step, _DIRECTORY | os.O_NOFOLLOW, dir_fd=directory)
            os.close(above)
        return use(directory)
    finally:
        os.close(directory)


def new_file_beside(path: Path) -> tuple[int, Path]:
    """A new hidden file in the path's folder, open for writing, as readable as the user lets new files be (umask); and where it is.

    Raises:
        OSError: nothing can be written there.
    """
    fresh = path.with_name(f".{path.stem[:40]}-{secrets.token_hex(8)}.part")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    return os.open(fresh, flags, 0o666), fresh


def is_there(path: Path, *, if_unsure: bool = True) -> bool:
    """Whether anything stands at the path, be it readable or not; `if_unsure` where it cannot be found out."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return False
    except OSError:
        return if_unsure
    return True


def names_in(folder: Path, directory: str, suffix: str) -> tuple[str, ...]:
    """The names, without the suffix, of what lies in a directory of the folder, sorted; none if it is a link or cannot be read."""
    path = folder / directory
    try:
        names = [] if path.is_symlink() else sorted(entry.name for entry in os.scandir(path))
    except OSError:
        return ()
    return tuple(name.removesuffix(suffix) for name in names if name.endswith(suffix) and not name.startswith("."))


def shown(name: str) -> str:
    """The name of a file with what cannot be shown, or would command a terminal, written out."""
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in name)
