"""From report files to an account: stored evidence where there is some, reading where there is none, copies told apart."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from gobetween.model.errors import InvalidReport
from gobetween.model.evidence import Account, Document, Report

if TYPE_CHECKING:
    from gobetween.casefiles.evidence_store import EvidenceStore
    from gobetween.casefiles.report_files import ReportFile
    from gobetween.reading.naming.lexicon import Lexicon


@frozen
class Gathered:
    """What was read, and for each file that could not be, why."""

    account: Account
    refusals: tuple[tuple[str, str], ...] = ()


def gather(files: Sequence[ReportFile], lexicon: Lexicon, store: EvidenceStore, progress: Callable[[str], None]) -> Gathered:
    """The account of these reports; each document is read once, and stored before the next is begun.

    Raises:
        MissingPart: something must be read, and the parser of language is not installed.
    """
    from gobetween.reading.documents.stories import find_stories

    reader = _Reader(lexicon, store)
    reports, refusals = [], []
    for number, file in enumerate(files, 1):
        progress(f"reading {number} of {len(files)}: {file.name}")
        try:
            reports.append(Report(file.name, reader.document(file)))
        except InvalidReport as refusal:
            refusals.append((file.name, str(refusal).removeprefix(f"{file.name}: ")))
    return Gathered(Account(tuple(reports), find_stories(reports)), tuple(refusals))


class _Reader:
    """Reads documents that are not in the store; loads the parser when the first of them comes."""

    def __init__(self, lexicon: Lexicon, store: EvidenceStore) -> None:
        from gobetween.reading.reader import READER_VERSION

        self.lexicon = lexicon
        self.store = store
        self.names = hashlib.sha256(repr(lexicon).encode()).hexdigest()
        self.version = READER_VERSION
        self.parser: object = None

    def document(self, file: ReportFile) -> Document:
        data = _content(file.path)
        stored = self.store.find(hashlib.sha256(data).hexdigest(), self.version, self.names)
        if stored is not None:
            return stored
        document = self._read(file.name, data)
        self.store.save(document, self.names)
        return document

    def _read(self, name: str, data: bytes) -> Document:
        from gobetween.reading.reader import load_parser, read_document

        if self.parser is None:
            self.parser = load_parser()
        return read_document(name, data, self.lexicon, self.parser)  # type: ignore[arg-type]  # spaCy's type is for reading alone


def _content(path: Path) -> bytes:
    from gobetween.reading.documents.sources import LARGEST_REPORT

    try:
        size = path.stat().st_size
        if size > LARGEST_REPORT:
            msg = f"{size:,} bytes are more than a report may have ({LARGEST_REPORT:,}); split it, or leave it out"
            raise InvalidReport(msg)
        return path.read_bytes()
    except OSError as error:
        msg = f"cannot be read: {error.strerror}"
        raise InvalidReport(msg) from error
