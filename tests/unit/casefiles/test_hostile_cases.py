"""What a hostile or careless hand may put into a case folder: each of these was found by the fuzzer (benchmarks/fuzzing), or nearly."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from gobetween.bootstrap.workshop import Workshop
from gobetween.briefs.phrasing import when_in_words
from gobetween.casefiles import file_access
from gobetween.casefiles.evidence_store import EvidenceStore
from gobetween.casefiles.file_access import names_in, read_within
from gobetween.casefiles.folders import check_folder
from gobetween.cli.commands import main
from gobetween.model.dates import parse_when
from gobetween.model.errors import GobetweenError, InvalidCase

CODE = "\x1b[31m"


def said(*arguments: str) -> str:
    result = CliRunner().invoke(main, arguments, obj=Workshop())
    assert result.exception is None or isinstance(result.exception, SystemExit | GobetweenError)
    return result.output


def test_names_of_files_behind_a_link_are_not_told(quay, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "informant.yaml").write_text("gobetween: 1\n")
    folder = quay.folder()
    (folder / "parties").symlink_to(tmp_path / "elsewhere")
    assert names_in(folder, "parties", ".yaml") == ()
    assert check_folder(folder, today=quay.today) == ()


@pytest.mark.parametrize("place", ["parties", "assumptions"])
def test_file_names_that_would_command_a_terminal_are_written_out_in_faults(quay, place):
    folder = quay.folder(**{f"{place}__x": "gobetween: 1\n"})
    (folder / place / "x.yaml").rename(folder / place / f"new\nline{CODE}.yaml")
    with pytest.raises(InvalidCase) as caught:
        check_folder(folder, today=quay.today)
    assert all(fault.startswith(f"{place}/new\\nline\\x1b[31m.yaml:1: ") for fault in caught.value.faults)


def test_faults_and_warnings_that_quote_a_file_do_not_command_the_terminal(quay):
    told = said(
        "check", str(quay.folder(case=quay.head + 'sources: {a: {outlet: "\\e[31m", kind: "x\\e[31m\\u202Ey"}}\nactors: ["\\x9b1m"]\n'))
    )
    assert ":4: " in told
    assert not set(told) & {"\x1b", "\x9b", "\u202e"}


def test_a_pipe_among_the_evidence_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / f"{'a' * 64}.json")
    assert EvidenceStore(tmp_path).find("a" * 64, "reader", "names") is None


def test_a_link_among_the_evidence_is_not_followed(tmp_path):
    (tmp_path / "evidence").mkdir()
    (tmp_path / "outside.json").write_text("{}")
    (tmp_path / "evidence" / f"{'a' * 64}.json").symlink_to(tmp_path / "outside.json")
    assert EvidenceStore(tmp_path / "evidence").find("a" * 64, "reader", "names") is None


@pytest.mark.skipif(os.open not in os.supports_dir_fd, reason="this system opens files by their whole path alone")
@pytest.mark.parametrize("exchanged", ["parties/union.yaml", "parties"])
def test_what_becomes_a_link_between_looking_and_opening_is_not_followed(quay, tmp_path, monkeypatch, exchanged):
    folder = quay.folder(parties__union="gobetween: 1\n")
    outside = tmp_path / "outside"
    shutil.copytree(folder, outside)

    def exchange(*arguments: object, **more: object) -> int:
        monkeypatch.undo()
        (folder / exchanged).rename(tmp_path / "away")
        (folder / exchanged).symlink_to(outside / exchanged)
        return os.open(*arguments, **more)

    monkeypatch.setattr(file_access.os, "open", exchange)
    monkeypatch.setattr(file_access.os, "supports_dir_fd", {exchange})
    with pytest.raises(OSError, match=r"links|directory"):
        read_within(folder, "parties/union.yaml", 10)


@pytest.mark.parametrize(
    "place", ["case.yaml", "parties", "parties/union.yaml", "assumptions/first.yaml", "judgements.yaml", "reports"]
)
def test_a_pipe_in_the_place_of_a_file_or_folder_is_not_waited_for(quay, place):
    folder = quay.folder()
    path: Path = folder / place
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    os.mkfifo(path)
    for command in ("check", "brief"):
        said(command, str(folder), *(("--format", "terminal") if command == "brief" else ()))


def test_many_parties_and_many_positions_take_time_in_proportion(quay):
    parties = "".join(f"  p{number}: {{name: Party {number}, roles: [party]}}\n" for number in range(1_500))
    issue = "issues:\n  toll: {title: Toll, options: {low: Low, high: High}}\n"
    position = "{actor: p0, issue: toll, stance: demand, options: [low], text: T, cite: wire, when: 2024-01-%02d}"
    positions = "".join(f"  x{number}: {position % (number % 28 + 1)}\n" for number in range(1_500))
    case = f"{quay.head}sources: {{wire: {{outlet: W, published: 2024-02-01}}}}\nactors:\n{parties}{issue}positions:\n{positions}"
    folder = quay.folder(case=case)
    began = time.process_time()
    assert "no fault" in said("check", str(folder))
    assert time.process_time() - began < 10


def test_the_last_day_of_the_calendar_is_a_day(quay):
    position = "{actor: union, issue: wage, stance: demand, options: [two], text: T, cite: wire, when: 2024-01/9999-12}"
    folder = quay.folder(case=f"{quay.case_text}positions:\n  p: {position}\n")
    assert when_in_words(parse_when("2024-03/9999-12")) == "March 2024 to December 9999"
    assert "Wage rise" in said("brief", str(folder), "--format", "terminal")
