"""From report files to an account: stored evidence where there is some, reading where there is none, copies told apart."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from attrs import frozen

from gobetween.model.errors import InvalidReport
from gobetween.model.evidence import Account, Document, Report

if TYPE_CHECKING:
    from gobetween.casefiles.evidence_store import EvidenceStore
    from gobetween.casefiles.report_files import ReportFile
    from gobetween.reading.inputs import Part, Refused
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
    from gobetween.reading.inputs import Refused

    reader = _Reader(lexicon, store)
    reports, refusals = [], []
    for number, file in enumerate(files, 1):
        progress(f"reading {number} of {len(files)}: {file.name}")
        for part in parts_of_file(file):
            if isinstance(part, Refused):
                refusals.append((part.name, part.reason))
                continue
            try:
                reports.append(Report(part.name, reader.document(part)))
            except InvalidReport as refusal:
                refusals.append((part.name, str(refusal).removeprefix(f"{part.name}: ")))
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

    def document(self, part: Part) -> Document:
        names = self._names_for(part)
        stored = self.store.find(hashlib.sha256(part.data).hexdigest(), self.version, names)
        if stored is not None:
            return stored
        document = self._read(part)
        self.store.save(document, names)
        return document

    def _names_for(self, part: Part) -> str:
        """What the reading hangs on beside the words and the reader: the lexicon, and what the container states."""
        from gobetween.reading.inputs import NOTHING_STATED

        if part.stated == NOTHING_STATED and part.medium == "text":
            return self.names
        return hashlib.sha256(repr((self.names, part.medium, part.stated)).encode()).hexdigest()

    def _read(self, part: Part) -> Document:
        from gobetween.reading.reader import load_parser, read_document

        if self.parser is None:
            self.parser = load_parser()
        parser: Any = self.parser
        return read_document(part.name, part.data, self.lexicon, parser, medium=part.medium, stated=part.stated)


def parts_of_file(file: ReportFile) -> Iterator[Part | Refused]:
    """The reports in a file, one after the other; what cannot be read is a refusal."""
    from gobetween.reading.inputs import Refused, parts_of

    try:
        data = _content(file)
    except InvalidReport as refusal:
        yield Refused(file.name, str(refusal))
    else:
        yield from parts_of(file.name, data)


def _content(file: ReportFile) -> bytes:
    from gobetween.reading.inputs import largest_file

    try:
        size, largest = file.path.stat().st_size, largest_file(file.path.name)
        if size > largest:
            msg = f"{size:,} bytes are more than such a file may have ({largest:,}); split it, or leave it out"
            raise InvalidReport(msg)
        return file.path.read_bytes()
    except OSError as error:
        msg = f"cannot be read: {error.strerror}"
        raise InvalidReport(msg) from error
