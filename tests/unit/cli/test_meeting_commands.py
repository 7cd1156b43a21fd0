"""`gobetween read-out` and `gobetween calendar`, as a person meets them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import icalendar
import pytest

HARBOUR = Path(__file__).parents[3] / "examples" / "harbour"
QUAY = """\
gobetween: 1
title: Quay talks
actors: {union: {name: Union}}
meetings: [{id: first, participants: [union], when: 2031-03-04, held_by: public}]
"""
RUN = "import sys; from gobetween.bootstrap import main; sys.argv[0] = 'gobetween'; main()"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("COLUMNS", "100")

    def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-W", "ignore::DeprecationWarning", "-c", RUN, *map(str, arguments)]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120)

    return run


def test_without_a_meeting_those_that_there_are_are_listed(run) -> None:
    done = run("read-out", HARBOUR)
    assert done.returncode == 0, done.stderr
    assert "tuesday-after-the-storm" in done.stdout


def test_a_read_out_is_for_the_public_unless_somebody_is_named(run) -> None:
    done = run("read-out", HARBOUR, "tuesday-after-the-storm")
    assert "Public brief" in done.stdout
    named = run("read-out", HARBOUR, "tuesday-after-the-storm", "--for", "union")
    assert "Brief for Dockers' Union" in named.stdout


def test_a_meeting_that_is_not_there_is_refused_with_those_that_are(run) -> None:
    done = run("read-out", HARBOUR, "friday")
    assert done.returncode == 2
    assert "tuesday-after-the-storm" in done.stderr


def test_a_calendar_is_written_beside_and_says_where(run, tmp_path: Path) -> None:
    done = run("calendar", HARBOUR, "--as", "union")
    assert done.returncode == 0, done.stderr
    file = tmp_path / "harbour-as-union.ics"
    assert str(file) in done.stdout
    assert len(icalendar.Calendar.from_ical(file.read_bytes()).walk("VEVENT")) > 10


def test_a_calendar_as_of_a_day_leaves_that_of_today_alone(run, tmp_path: Path) -> None:
    done = run("calendar", HARBOUR, "--as-of", "2031-03-07")
    assert str(tmp_path / "harbour-as-of-2031-03-07.ics") in done.stdout
    assert not (tmp_path / "harbour.ics").exists()


def test_reports_have_no_calendar_and_are_told_what_has(run) -> None:
    done = run("calendar", HARBOUR / "reports")
    assert done.returncode == 2
    assert "gobetween new" in done.stderr


@pytest.mark.parametrize("command", ["read-out", "calendar"])
def test_the_keeper_is_told_what_a_day_leaves_out(run, tmp_path: Path, command: str) -> None:
    (tmp_path / "quay").mkdir()
    (tmp_path / "quay" / "case.yaml").write_text(QUAY, encoding="utf-8")
    done = run(command, "quay", "--as-of", "2031-03-05")
    assert "1 entry (meetings: 1)" in done.stderr
    assert "1 entry" not in run(command, "quay").stderr
    assert "1 entry" not in run(command, "quay", "--as-of", "2031-03-05", "--as", "union").stderr, "it is no affair of others"


def test_a_case_without_meetings_says_so(run, tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()
    (tmp_path / "bare" / "case.yaml").write_text("gobetween: 1\ntitle: Bare talks\n", encoding="utf-8")
    assert "There is no meeting that they may know of" in " ".join(run("read-out", "bare").stdout.split())
    assert "nothing is in it" in run("calendar", "bare").stderr
