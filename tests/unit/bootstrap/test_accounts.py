"""From report files to an account: read once, stored, and never stopped by a file that is no report."""

from __future__ import annotations

from pathlib import Path

import pytest

from gobetween.bootstrap.accounts import gather
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


def test_what_was_read_once_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given, store = files(tmp_path, a=REPORT), EvidenceStore(tmp_path / "evidence")
    first = gather(given, Lexicon(), store, lambda _message: None)

    def refuse(*_arguments: object) -> None:
        pytest.fail("the document was read again")

    monkeypatch.setattr(reader, "read_document", refuse)
    assert gather(given, Lexicon(), store, lambda _message: None) == first


def test_nothing_to_read_needs_no_parser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "load_parser", lambda: pytest.fail("the parser was loaded"))
    assert gather([], Lexicon(), EvidenceStore(tmp_path), lambda _message: None).account.reports == ()
