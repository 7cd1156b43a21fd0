"""From report files to an account: read once, stored, and never stopped by a file that is no report."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from gobetween.bootstrap.accounts import gather
from gobetween.bootstrap.reading_progress import Tally
from gobetween.casefiles.evidence_store import EvidenceStore
from gobetween.casefiles.report_files import ReportFile
from gobetween.reading import reader
from gobetween.reading.naming.lexicon import Lexicon

REPORT = (
    b"The dockers' union said on Friday that it would meet the mediator in the port, and that it wanted a shorter week for all crews."
)


def files(folder: Path, **contents: bytes) -> list[ReportFile]:
    found = []
    for name, content in contents.items():
        path = folder / f"{name}.txt"
        path.write_bytes(content)
        found.append(ReportFile(path.name, path))
    return found


def test_reading_goes_on_past_what_is_no_report(tmp_path: Path) -> None:
    told: list[str] = []
    given = files(tmp_path, a=REPORT, b=REPORT, binary=b"\x00\x01\xff" * 400, empty=b"")
    gathered = gather(given, Lexicon(), EvidenceStore(tmp_path / "evidence"), told.append)
    assert [report.name for report in gathered.account.reports] == ["a.txt", "b.txt"]
    assert [name for name, _reason in gathered.refusals] == ["binary.txt", "empty.txt"]
    assert not any(reason.startswith(name) for name, reason in gathered.refusals)
    assert gathered.account.stories[0].names == ("a.txt", "b.txt")
    assert told[0] == "reading 1 of 4: a.txt"


def test_each_file_in_an_archive_is_a_report_and_what_is_none_is_named(tmp_path: Path) -> None:
    packed = tmp_path / "papers.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("may/a.txt", REPORT)
        archive.writestr("photo.png", b"\x89PNG")
        archive.writestr("b.txt", REPORT + b" Talks go on.")
    gathered = gather([ReportFile("papers.zip", packed)], Lexicon(), EvidenceStore(tmp_path / "evidence"), lambda _message: None)
    assert [report.name for report in gathered.account.reports] == ["papers.zip/may/a.txt", "papers.zip/b.txt"]
    assert gathered.refusals == (("papers.zip/photo.png", "a picture"),)


def test_a_file_that_is_too_large_is_not_even_opened(tmp_path: Path) -> None:
    sparse = tmp_path / "large.txt"
    with sparse.open("wb") as file:
        file.truncate(100_000_000)
    gathered = gather([ReportFile("large.txt", sparse)], Lexicon(), EvidenceStore(tmp_path / "evidence"), lambda _message: None)
    assert gathered.refusals == (
        ("large.txt", "100,000,000 bytes are more than such a file may have (5,000,000); split it, or leave it out"),
    )


def test_what_was_read_once_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given, store = files(tmp_path, a=REPORT), EvidenceStore(tmp_path / "evidence")
    first = gather(given, Lexicon(), store, lambda _message: None)

    def refuse(*_arguments: object) -> None:
        pytest.fail("the document was read again")

    monkeypatch.setattr(reader, "read_document", refuse)
    assert gather(given, Lexicon(), store, lambda _message: None) == first


def test_what_cannot_be_stored_is_told_and_counts_as_stored_for_nobody(tmp_path: Path) -> None:
    (tmp_path / "closed").write_text("in the way")
    store = EvidenceStore(tmp_path / "closed" / "evidence")
    gathered = gather(files(tmp_path, a=REPORT), Lexicon(), store, lambda _message: None)
    (note,) = gathered.notes
    assert note.startswith(f"what was read of 1 report could not be stored in {store.directory}")
    tally = Tally(2, lambda _message: None)
    tally.finish("a.txt", is_stored=False)
    assert tally.kept == "interrupted; what was read could not be stored, and will be read again"
    tally.finish("b.txt")
    assert tally.kept.startswith("interrupted; 1 document is read and stored")


def test_nothing_to_read_needs_no_parser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "load_parser", lambda: pytest.fail("the parser was loaded"))
    assert gather([], Lexicon(), EvidenceStore(tmp_path), lambda _message: None).account.reports == ()


def test_a_pipe_that_is_named_is_refused_at_once(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    gathered = gather([ReportFile("pipe.txt", pipe)], Lexicon(), EvidenceStore(tmp_path / "evidence"), lambda _message: None)
    ((name, reason),) = gathered.refusals
    assert name == "pipe.txt"
    assert "not a plain file" in reason
