"""The tutorials do what they say, from nothing: their files are written and their commands run, in order."""

from __future__ import annotations

from pathlib import Path

import pytest

from console_boxes import follow

ROOT = Path(__file__).parents[2]
TUTORIALS = ROOT / "docs" / "tutorials"
OTHERWISE = {"a-round-of-shuttle-talks.md"}  # run by test_shuttle_tutorial.py, on every store


@pytest.fixture
def begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, with nothing set."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GOBETWEEN_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("COLUMNS", "100")
    return tmp_path


def test_a_first_case_comes_to_be_as_the_page_says(begun: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    follow(TUTORIALS / "your-first-case.md", begun, monkeypatch)
    assert (begun / "elm-lane-brief.html").is_file()


def test_reports_become_a_brief_as_the_page_says(begun: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("spacy")
    follow(TUTORIALS / "from-reports-to-a-brief.md", begun, monkeypatch)


def test_every_tutorial_is_followed() -> None:
    tests = Path(__file__).read_text(encoding="utf-8")
    pages = {page.name for page in TUTORIALS.glob("*.md")} - {"index.md"} - OTHERWISE
    assert [page for page in sorted(pages) if f'follow(TUTORIALS / "{page}"' not in tests] == []
