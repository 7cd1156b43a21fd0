"""Files that only their owner may read, there whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from pathlib import Path

from gobetween.model.errors import StoreUnavailable

_NO_LINKS = (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK)


def read_private(path: Path) -> str:
    """The text of a file.

    Raises:
        StoreUnavailable: it cannot be read.
    """
    try:
        return path.read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError) as error:
        raise StoreUnavailable(f"{path} cannot be read: {getattr(error, 'strerror', None) or 'it is not text'}") from error


def write_private(path: Path, text: str) -> bool:
    """Writes a file for its owner's eyes alone, in a folder like that; `False` if there is one already, which is left as it is.

    Raises:
        StoreUnavailable: it cannot be written.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")  # readable by its owner alone
        try:
            with os.fdopen(descriptor, "w", encoding="ascii") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            return publish(Path(name), path)
        finally:
            with contextlib.suppress(OSError):
                Path(name).unlink()
    except OSError as error:
        raise StoreUnavailable(f"{path} cannot be written: {error.strerror}") from error


def publish(part: Path, path: Path) -> bool:
    """Gives a finished file its name, for good; `False` if the name is taken, and then nothing changes.

    Raises:
        OSError: the name cannot be given.
    """
    try:
        path.hardlink_to(part)
    except FileExistsError:
        return False
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        return _publish_without_links(part, path)
    sync_folder(path.parent)
    return True


def _publish_without_links(part: Path, path: Path) -> bool:
    """As `publish`, where a file has but one name (some disks of other systems): the name is taken first, then filled."""
    try:
        path.open("xb").close()
    except FileExistsError:
        return False
    part.replace(path)
    sync_folder(path.parent)
    return True


def is_there(path: Path) -> bool:
    """Whether there is something at that path, as far as one may look."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def sync_folder(folder: Path) -> None:
    """Makes sure that the folder's names survive a crash, where the system can do that."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
