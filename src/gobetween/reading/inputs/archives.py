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
from gobetween.reading.inputs.limits import MOST_MEMBERS, MOST_TIMES_PACKED, Allowance, largest_file
from gobetween.reading.inputs.names import shown_name
from gobetween.reading.inputs.parts import Enclosed, Part, Refused
from gobetween.reading.inputs.word_documents import BODY, report_of_docx

_ENTRY = b"PK\x01\x02"  # begins each entry of a ZIP's list of contents
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_OFFICE = "[Content_Types].xml"
_PIECE = 1_000_000


def opened_zip(name: str, data: bytes, allowance: Allowance) -> Iterator[Part | Enclosed | Refused]:
    """The text of a DOCX, or the files in a ZIP archive, in its own order."""
    if data.startswith(_OLD_OFFICE):
        raise InvalidReport("an old Office file, or one locked with a password; save it as DOCX, without a password")
    if data.count(_ENTRY) > 3 * MOST_MEMBERS:  # before the list is loaded; archives stored within may add to the count
        raise InvalidReport(f"a ZIP archive that holds more than {MOST_MEMBERS:,} files; split it")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = set(archive.namelist())
        if _OFFICE in names and BODY in names:
            yield report_of_docx(name, archive, allowance)
        elif _OFFICE in names or "mimetype" in names:
            raise InvalidReport("an office document or an e-book, but no DOCX; save it as DOCX, PDF or text")
        elif name.lower().endswith(".docx"):
            raise InvalidReport("a DOCX without a text in it; open it in a program that can, and save it anew")
        else:
            yield from _members_of_zip(name, archive, allowance)


def _members_of_zip(name: str, archive: zipfile.ZipFile, allowance: Allowance) -> Iterator[Enclosed | Refused]:
    for entry in archive.infolist():
        allowance.take_member()
        shown = f"{name}/{shown_name(entry.filename)}"
        if _is_silent(entry.filename) or entry.is_dir():
            continue
        refusal = _reason_against(entry.filename, entry.file_size) or _reason_against_entry(entry)
        yield Refused(shown, refusal) if refusal else _unpacked(shown, archive, entry, allowance)


def _unpacked(shown: str, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, allowance: Allowance) -> Enclosed | Refused:
    try:
        with archive.open(entry) as member:
            data = member.read(largest_file(entry.filename) + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as broken:
        return Refused(shown, f"cannot be unpacked ({broken}); unpack the archive with another program and give the files")
    allowance.take(len(data))
    return _member(shown, data)


def members_of_tar(name: str, data: bytes, allowance: Allowance) -> Iterator[Enclosed | Refused]:
    """The files in a tar archive, in its own order."""
    return _members_of_tar(name, io.BytesIO(data), allowance)


def members_of_gzip(name: str, data: bytes, allowance: Allowance) -> Iterator[Enclosed | Refused]:
    """The files in a packed tar archive, or the one file that was packed."""
    with gzip.GzipFile(fileobj=io.BytesIO(data)) as unpacked:
        start = unpacked.read(512)
    with gzip.GzipFile(fileobj=io.BytesIO(data)) as unpacked:
        if start[257:262] == b"ustar" or name.lower().endswith((".tar.gz", ".tgz")):
            yield from _members_of_tar(name, unpacked, allowance)
            return
        own = name.rpartition("/")[2]
        inner = f"{name}/{own[:-3] if own.lower().endswith('.gz') and own[:-3] else 'unpacked'}"
        packed_file = unpacked.read(largest_file(inner) + 1)
        allowance.take(len(packed_file))
        yield _member(inner, packed_file)


def _members_of_tar(name: str, file: io.BufferedIOBase, allowance: Allowance) -> Iterator[Enclosed | Refused]:
    with tarfile.open(fileobj=_Metered(file, allowance), mode="r|", errorlevel=2) as archive:
        for entry in archive:
            allowance.take_member()
            archive.members = []  # type: ignore[attr-defined]  # else it keeps every entry that went by
            shown = f"{name}/{shown_name(entry.name)}"
            if entry.isdir() or _is_silent(entry.name):
                continue
            if refusal := _reason_against_kind(entry) or _reason_against(entry.name, entry.size):
                yield Refused(shown, refusal)
            elif member := archive.extractfile(entry):
                yield _member(shown, member.read(largest_file(entry.name) + 1))


class _Metered(io.RawIOBase):
    """A stream all of whose bytes count as unpacked."""

    def __init__(self, file: io.BufferedIOBase, allowance: Allowance) -> None:
        self._file = file
        self._allowance = allowance

    def read(self, size: int = -1, /) -> bytes:
        piece = self._file.read(min(size, _PIECE) if size >= 0 else _PIECE)
        self._allowance.take(len(piece))
        return piece


def _member(shown: str, data: bytes) -> Enclosed | Refused:
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
