"""`judgements.yaml`: what persons judged of what was read, beside a case or its reports; entries are added, none is ever taken out."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from attrs import define, field

from gobetween.casefiles.decoding.faults import Fault, Faults
from gobetween.casefiles.decoding.field_readers import each
from gobetween.casefiles.decoding.fields import may, must, read_fields
from gobetween.casefiles.decoding.judgement_entries import judgement_from
from gobetween.casefiles.decoding.judgement_schema import schema_of_judgement
from gobetween.casefiles.decoding.limits import LARGEST_FILE, MOST_JUDGEMENTS
from gobetween.casefiles.decoding.places import Desk, Frame, Place
from gobetween.casefiles.decoding.readers import accepts
from gobetween.casefiles.documents.case_file import CASE_FILE, check_version, parsed, schema_of_file
from gobetween.casefiles.encoding.judgement_entries import INDENT, entry_lines
from gobetween.casefiles.file_access import is_there, new_file_beside, read_within
from gobetween.casefiles.paths import JUDGEMENTS_FILE
from gobetween.casefiles.schemas.fragments import Schema
from gobetween.model.errors import InvalidCase, StoreUnavailable
from gobetween.model.evidence import Judgement

_HEAD = """\
# What people judged of what was read from the reports (gobetween judge, gobetween review). It wins over every new reading.
# Entries are added at the end; of several on one item the last counts. Comments are kept. Change or take out what you like.
gobetween: 1
judgements:
"""
_ELSEWHERE = "or name another file with --judgements"
_ENTRY = accepts(schema_of_judgement())(judgement_from)
_KEYS = ("gobetween", "judgements")
_EMPTY_LIST = re.compile(r"^judgements:[ \t]*(?:\[[ \t]*\])?[ \t]*(?:#.*)?$", re.MULTILINE)
_DASH = re.compile(r"^( *)- ", re.MULTILINE)


def file_for(path: Path) -> Path:
    """Where judgements of the reports at a path are kept: in the case's folder, in the folder of reports, or beside a single file."""
    folder = path if path.is_dir() else path.parent
    is_of_case = folder.name == "reports" and (folder.parent / CASE_FILE).is_file()
    return (folder.parent if is_of_case else folder) / JUDGEMENTS_FILE


def read_judgements(files: Sequence[Path]) -> tuple[Judgement, ...]:
    """All judgements of these files, in order; a file that is not there has none.

    Raises:
        InvalidCase: a file cannot be read, or has faults (all of them are told).
    """
    faults = Faults()
    found = [judgement for file in dict.fromkeys(files) for judgement in _read(file, faults)]
    if faults.found:
        raise InvalidCase("the judgements have faults", faults.texts())
    return tuple(found)


def schema_of_judgements() -> Schema:
    """What a file of judgements may hold."""
    return schema_of_file({"judgements": may(each(_ENTRY, MOST_JUDGEMENTS))}, {})


def check_judgements(folder: Path, faults: Faults) -> None:
    """Keeps the faults of the judgements in a case folder, if there are any there."""
    try:
        data = _content(folder / JUDGEMENTS_FILE)
    except InvalidCase as error:
        faults.add(Fault(JUDGEMENTS_FILE, 1, str(error)))
        return
    if data is not None:
        _judgements_in(data, JUDGEMENTS_FILE, faults)


def _read(file: Path, faults: Faults) -> tuple[Judgement, ...]:
    data = _content(file)
    return () if data is None else _judgements_in(data, str(file), faults)


def _content(file: Path) -> bytes | None:
    if not is_there(file):
        return None
    try:
        return read_within(file.parent, file.name, LARGEST_FILE + 1)
    except OSError as error:
        remedy = f"let yourself read it, {_ELSEWHERE}" if isinstance(error, PermissionError) else "judgements are kept in a plain file"
        raise InvalidCase(f"'{file}' cannot be read: {error.strerror or error}; {remedy}") from error


def _judgements_in(data: bytes, name: str, faults: Faults) -> tuple[Judgement, ...]:
    if not data.strip():
        return ()
    root = parsed(data, name, faults)
    if root is None:
        return ()
    at = Place(Desk(name, Frame(dt.date.min), faults), root)
    check_version(at)
    values = (
        read_fields(at, {"judgements": must(each(_ENTRY, MOST_JUDGEMENTS))}, ("gobetween",))
        if _has_entries(at)
        else read_fields(at, {}, _KEYS)
    )
    found: tuple[Judgement, ...] = values.get("judgements", ())
    return found


def _has_entries(at: Place) -> bool:
    node = at.node.entries.get("judgements")  # type: ignore[union-attr]  # `parsed` gives mappings alone
    return node is not None and not getattr(node, "is_null", False)


@define
class JudgementBook:
    """A file of judgements that is added to; what is added is on the disk, whole, before `add` comes back."""

    file: Path
    _seen: bytes | None = field(default=None, init=False)

    def add(self, judgement: Judgement, item: str) -> None:
        """Adds a judgement at the end of the file; `item` is the id that the item was shown with. Comments and order are kept.

        Raises:
            InvalidCase: the file has faults, or its list is written so that nothing can be added to it.
            StoreUnavailable: the file cannot be written; it is as it was.
        """
        with _alone(self.file.parent):
            before = _content(self.file)
            text = self._with_entry(before, judgement, item)
            _write_whole(self.file, text.encode("utf-8"))
            self._seen = text.encode("utf-8")

    def _with_entry(self, before: bytes | None, judgement: Judgement, item: str) -> str:
        if before is None or not before.strip():
            return _HEAD + entry_lines(judgement, item)
        if before == self._seen:  # its own work needs no second look
            text = before.decode("utf-8")
            return text + entry_lines(judgement, item, _indent(text))
        old = self._checked(before)
        text = _open_ended(before.decode("utf-8"))
        text += entry_lines(judgement, item, _indent(text))
        faults = Faults()
        if (*old, judgement) != _judgements_in(text.encode("utf-8"), str(self.file), faults) or faults.found:
            raise InvalidCase(
                f"'{self.file}': nothing can be added at its end; let 'judgements:' be its last key, "
                "with one entry below the other, each beginning with '  - '"
            )
        return text

    def _checked(self, data: bytes) -> tuple[Judgement, ...]:
        faults = Faults()
        found = _judgements_in(data, str(self.file), faults)
        if faults.found:
            raise InvalidCase(f"'{self.file}' has faults; mend them first, nothing was added", faults.texts())
        return found


def _open_ended(text: str) -> str:
    """The text, its last line ended, a list that was written as empty ready for its first entry."""
    ended = text if text.endswith("\n") else f"{text}\n"
    if not re.search(r"^judgements:", ended, re.MULTILINE):
        return f"{ended}judgements:\n"
    return ended if _DASH.search(ended) else _EMPTY_LIST.sub("judgements:", ended)


def _indent(text: str) -> str:
    found = _DASH.search(text, max(text.find("\njudgements:"), 0))
    return found[1] if found else INDENT


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """While two write at once, the second waits; where the system knows no such locks, nobody waits."""
    try:
        import fcntl
    except ImportError:  # pragma: no cover - Windows
        yield
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError as error:
        remedy = f"make it or let yourself open it, {_ELSEWHERE}"
        msg = f"the folder '{folder}' cannot be opened: {error.strerror}; nothing was added: {remedy}"
        raise StoreUnavailable(msg) from error
    try:
        with contextlib.suppress(OSError):  # a file system without locks
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _write_whole(path: Path, data: bytes) -> None:
    if len(data) > LARGEST_FILE:
        raise StoreUnavailable(f"'{path}' would grow beyond {LARGEST_FILE:,} bytes; nothing was added: judge in smaller folders")
    fresh: Path | None = None
    try:
        descriptor, fresh = new_file_beside(path)
        with os.fdopen(descriptor, "wb") as file:
            if path.exists():  # who may read the judgements is for their keeper to say
                fresh.chmod(path.stat().st_mode & 0o777)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            fresh.unlink() if fresh else None
        msg = f"cannot write '{path}': {error.strerror}; nothing was added: let yourself write there, {_ELSEWHERE}"
        raise StoreUnavailable(msg) from error
