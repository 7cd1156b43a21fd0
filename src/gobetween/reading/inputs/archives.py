"""ZIP, tar and gzip: each file in them by itself, within limits, never written to disk."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from gobetween.model.errors import InvalidReport
from gobetween.model.evidence.report_names import reason_against
from gobetween.reading.inputs.limits import LARGEST_UNPACKED, MOST_MEMBERS, MOST_TIMES_PACKED, Allowance, largest_file
from gobetween.reading.inputs.parts import Enclosed, Refused

_LONGEST_NAME = 200
_ENTRY = b"PK\x01\x02"  # begins each entry of a ZIP's list of contents
_PIECE = 1_000_000


def members_of_zip(name: str, data: bytes, allowance: Allowance) -> Iterator[Enclosed | Refused]:
    """The files in a ZIP archive, in its own order."""
    if data.count(_ENTRY) > 3 * MOST_MEMBERS:  # before the list is loaded; archives stored within may add to the count
        raise InvalidReport(f"a ZIP archive that holds more than {MOST_MEMBERS:,} files; split it")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for entry in archive.infolist():
            allowance.take_member()
            shown = f"{name}/{_shown(entry.filename)}"
            if _is_silent(entry.filename) or entry.is_dir():
                continue
            refusal = _reason_against(entry.filename, entry.file_size) or _reason_against_entry(entry)
            if refusal:
                yield Refused(shown, refusal)
                continue
            try:
                with archive.open(entry) as member:
                    yield _member(shown, member.read(largest_file(entry.filename) + 1), allowance)
            except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as broken:
                yield Refused(shown, f"cannot be unpacked ({broken}); unpack the archive with another program and give the files")


def members_of_tar(name: str, data: bytes, allowance: Allowance) -> Iterator[Enclosed | Refused]:
    """The files in a tar archive, in its own order."""
    return _members_of_tar(name, io.BytesIO(data), allowance)


def members_of_gzip(name: str, data: bytes, allowance: Allowance) -> Iterator[Enclosed | Refused]:
    """The files in a packed tar archive, or the one file that was packed."""
    with gzip.GzipFile(fileobj=io.BytesIO(data)) as unpacked:
        start = unpacked.read(512)
    with gzip.GzipFile(fileobj=io.BytesIO(data)) as unpacked:
        if start[257:262] == b"ustar":
            yield from _members_of_tar(name, unpacked, allowance)
            return
        inner = name[:-3] if name.lower().endswith(".gz") else f"{name}/unpacked"
        yield _member(inner, unpacked.read(largest_file(inner) + 1), allowance)


def _members_of_tar(name: str, file: io.BufferedIOBase, allowance: Allowance) -> Iterator[Enclosed | Refused]:
    with tarfile.open(fileobj=_Metered(file), mode="r|", errorlevel=2) as archive:
        for entry in archive:
            allowance.take_member()
            archive.members = []  # type: ignore[attr-defined]  # else it keeps every entry that went by
            shown = f"{name}/{_shown(entry.name)}"
            if entry.isdir() or _is_silent(entry.name):
                continue
            if refusal := _reason_against_kind(entry) or _reason_against(entry.name, entry.size):
                yield Refused(shown, refusal)
            elif member := archive.extractfile(entry):
                yield _member(shown, member.read(largest_file(entry.name) + 1), allowance)


class _Metered(io.RawIOBase):
    """A stream that ends with a refusal once more has come out of it than one file may hold."""

    def __init__(self, file: io.BufferedIOBase) -> None:
        self._file = file
        self._left = LARGEST_UNPACKED

    def read(self, size: int = -1, /) -> bytes:
        piece = self._file.read(min(size, _PIECE) if size >= 0 else _PIECE)
        self._left -= len(piece)
        if self._left < 0:
            raise InvalidReport(
                f"unpacks to more than {LARGEST_UNPACKED:,} bytes; the rest is not read: unpack it and take out what is no report"
            )
        return piece


def _member(shown: str, data: bytes, allowance: Allowance) -> Enclosed | Refused:
    allowance.take(len(data))
    if len(data) > largest_file(shown):
        return Refused(shown, _too_large(f"more than {largest_file(shown):,}", shown))
    return Enclosed(shown, data)


def _reason_against(path: str, size: int) -> str | None:
    """Why the member is not unpacked, by its path and the size that it claims."""
    if ".." in PurePosixPath(path.replace("\\", "/")).parts:
        return "its path leads out of the archive; pack it anew without '..'"
    if reason := reason_against(path):
        return reason
    return _too_large(f"{size:,}", path) if size > largest_file(path) else None


def _too_large(size: str, path: str) -> str:
    return f"{size} bytes, and a file of this kind may have {largest_file(path):,}; split it, or leave it out"


def _reason_against_entry(entry: zipfile.ZipInfo) -> str | None:
    if entry.flag_bits & 1:
        return "locked with a password; unpack it and give the files"
    mode = entry.external_attr >> 16
    if mode & 0o170000 == 0o120000:
        return "a link, which is not followed; pack the file itself"
    if entry.file_size > _PIECE and entry.file_size > MOST_TIMES_PACKED * max(1, entry.compress_size):
        times = entry.file_size // max(1, entry.compress_size)
        return f"would unpack to {times:,} times its size, as no text does (a bomb?); unpack it yourself if you trust it"
    return None


def _reason_against_kind(entry: tarfile.TarInfo) -> str | None:
    if entry.issym() or entry.islnk():
        return "a link, which is not followed; pack the file itself"
    if not entry.isfile() or entry.issparse():
        return "not a plain file (a device, a pipe or a file with holes)"
    return None


def _is_silent(path: str) -> bool:
    """Whether it is a hidden file, or what a Mac adds to each: left alone, as in folders."""
    return any(part.startswith(".") and part not in {".", ".."} for part in path.split("/")) or path.startswith("__MACOSX/")


def _shown(path: str) -> str:
    """The path as a name that can be printed and is not endless; absolute paths lose their root."""
    plain = "/".join(part for part in path.replace("\\", "/").split("/") if part not in {"", "."})
    visible = "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in plain) or "unnamed"
    if len(visible) <= _LONGEST_NAME:
        return visible
    return f"{visible[: _LONGEST_NAME - 60]}...{visible[-57:]}"
