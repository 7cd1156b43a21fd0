"""From report files to an account: stored evidence where there is some, reading where there is none, copies told apart."""

from __future__ import annotations

import hashlib
import importlib
import os
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from functools import cached_property
from typing import TYPE_CHECKING, Any

from attrs import define, field, frozen

from gobetween.bootstrap.reading_progress import Tally
from gobetween.bootstrap.reading_workers import Task, read_all, usable_cores
from gobetween.model.errors import InvalidReport
from gobetween.model.evidence import Account, Document, Report

if TYPE_CHECKING:
    from gobetween.casefiles.evidence_store import EvidenceStore
    from gobetween.casefiles.report_files import ReportFile
    from gobetween.reading.headway import Headway
    from gobetween.reading.inputs import Part, Refused
    from gobetween.reading.naming.lexicon import Lexicon

READERS_VARIABLE = "GOBETWEEN_READERS"

OWN = "written by Gobetween (a brief, a page or a record): no report"
_HEAD = 4000
_OWN_PAGES = (b'<meta name="generator" content="Gobetween">',)
_OWN_JSON = (re.compile(rb'"gobetween": ?"record\.v\d'), re.compile(rb'^\s*\{\s*"gobetween": ?\d+,'))


@frozen
class Gathered:
    """What was read, and for each file that could not be, why; and what is to be said of the store."""

    account: Account
    refusals: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()


def gather(
    files: Sequence[ReportFile], lexicon: Lexicon, store: EvidenceStore, progress: Callable[[str], None], *, workers: int | None = None
) -> Gathered:
    """The account of these reports, in their order; what is not in the store is read, and stored as soon as it is.

    `workers` is how many processes read at most: as many as there are cores, unless told.

    Raises:
        MissingPart: something must be read, and the parser of language is not installed.
        KeyboardInterrupt: with words that say how much is stored.
    """
    from gobetween.reading.documents.stories import find_stories

    reader = DocumentReader(lexicon, store)
    tally = Tally(len(files), progress)
    found: dict[int, Report | Refused] = {}
    try:
        with closing(read_all(_missing(files, reader, found, tally), reader, workers or wanted_workers(), tally.advance)) as outcomes:
            for outcome in outcomes:
                name = outcome.task.part.name
                if outcome.document is None:
                    found[outcome.task.number] = _refused(name, outcome.reason or "")
                    tally.refuse()
                else:
                    found[outcome.task.number] = Report(name, outcome.document)
                    tally.finish(name, is_stored=store.holds(outcome.document.sha256))
    except KeyboardInterrupt:
        raise KeyboardInterrupt(tally.kept) from None
    ordered = [found[number] for number in sorted(found)]
    reports = tuple(each for each in ordered if isinstance(each, Report))
    refusals = tuple((each.name, each.reason) for each in ordered if not isinstance(each, Report))
    return Gathered(Account(reports, find_stories(reports)), refusals, _notes(tally.unstored, store))


def _notes(unstored: int, store: EvidenceStore) -> tuple[str, ...]:
    from gobetween.casefiles.evidence_store import CACHE_VARIABLE

    if not unstored:
        return ()
    what = "what was read of 1 report" if unstored == 1 else f"what was read of {unstored} reports"
    return (f"{what} could not be stored in {store.directory}, and will be read again; {CACHE_VARIABLE} names another folder",)


def _missing(files: Sequence[ReportFile], reader: DocumentReader, found: dict[int, Report | Refused], tally: Tally) -> Iterator[Task]:
    """What must be read, one after the other; what need not is put into `found`."""
    from gobetween.reading.inputs import Refused

    for number, part in enumerate(_parts(files, tally)):
        if isinstance(part, Refused):
            found[number] = part
            tally.refuse()
        elif (stored := reader.find(part)) is not None:
            found[number] = Report(part.name, stored)
            tally.find()
        else:
            tally.take()
            yield Task(number, part)


def _parts(files: Sequence[ReportFile], tally: Tally) -> Iterator[Part | Refused]:
    for file in files:
        tally.begin(file.name)
        yield from parts_of_file(file)


def _refused(name: str, reason: str) -> Refused:
    from gobetween.reading.inputs import Refused

    return Refused(name, reason)


def wanted_workers() -> int:
    """How many processes the user wants to read (`GOBETWEEN_READERS`), else as many as there are cores."""
    wanted = os.environ.get(READERS_VARIABLE, "")
    return max(1, int(wanted)) if wanted.isdecimal() else usable_cores()


@define
class DocumentReader:
    """Finds documents in the store, and reads and stores the others; the parser is loaded when the first of them comes."""

    lexicon: Lexicon
    store: EvidenceStore
    parser: Any = field(default=None, init=False)

    def find(self, part: Part) -> Document | None:
        """What was read from the part before, if this reader with these names read it."""
        from gobetween.reading.reader import READER_VERSION

        return self.store.find(hashlib.sha256(part.data).hexdigest(), READER_VERSION, self._names_for(part))

    def prepare(self) -> None:
        """Loads the parser, and all rules: a fault in these is no document's."""
        from gobetween.reading.reader import load_parser

        if self.parser is None:
            self.parser = load_parser()
            importlib.import_module("gobetween.reading.items")

    def read(self, part: Part, headway: Headway) -> Document:
        """All that the part says; stored before it is handed back."""
        from gobetween.reading.reader import read_document

        document = read_document(
            part.name, part.data, self.lexicon, self.parser, medium=part.medium, stated=part.stated, headway=headway
        )
        self.store.save(document, self._names_for(part))
        return document

    def _names_for(self, part: Part) -> str:
        """What the reading hangs on beside the words and the reader: the lexicon, and what the container states."""
        from gobetween.reading.inputs import NOTHING_STATED

        if part.stated == NOTHING_STATED and part.medium == "text":
            return self._names
        return hashlib.sha256(repr((self._names, part.medium, part.stated)).encode()).hexdigest()

    @cached_property
    def _names(self) -> str:
        return hashlib.sha256(repr(self.lexicon).encode()).hexdigest()


def parts_of_file(file: ReportFile) -> Iterator[Part | Refused]:
    """The reports in a file, one after the other; what cannot be read is a refusal."""
    from gobetween.reading.inputs import Refused, parts_of

    try:
        data = _content(file)
    except InvalidReport as refusal:
        yield Refused(file.name, str(refusal))
        return
    if _is_own(data):
        yield Refused(file.name, OWN)
        return
    for part in parts_of(file.name, data):
        yield Refused(part.name, OWN) if not isinstance(part, Refused) and _is_own(part.data) else part


def _is_own(data: bytes) -> bool:
    """Whether Gobetween wrote it: a brief is no source beside those it was made of, and it or a record may hold what is private."""
    head = data[:_HEAD]
    return any(mark in head for mark in _OWN_PAGES) or (head.lstrip().startswith(b"{") and any(each.search(head) for each in _OWN_JSON))


def _content(file: ReportFile) -> bytes:
    from gobetween.casefiles.file_access import NotAFile, read_within
    from gobetween.reading.inputs import largest_file

    try:
        largest = largest_file(file.path.name)
        data = read_within(file.path.parent, file.path.name, largest + 1)
        if len(data) > largest:
            size = max(len(data), file.path.stat().st_size)
            msg = f"{size:,} bytes are more than such a file may have ({largest:,}); split it, or leave it out"
            raise InvalidReport(msg)
    except NotAFile as error:
        msg = "not a plain file; what a pipe or a device gives must be saved to a file first"
        raise InvalidReport(msg) from error
    except OSError as error:
        msg = f"cannot be read: {error.strerror}"
        raise InvalidReport(msg) from error
    return data
