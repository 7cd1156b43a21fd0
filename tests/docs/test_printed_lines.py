"""Commands that stand on a page as lines, without what they print, can be run as they stand there."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from console_boxes import BOX
from gobetween.bootstrap.workshop import Workshop
from gobetween.cli.commands import main

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
README = ROOT / "README.md"
AFTER_THE_README = DOCS / "explanation" / "record.md"  # goes on with the talks that the README opens
LINE = re.compile(r"^ {4}gobetween (.*?)(?:\s{2,}#.*)?$", re.MULTILINE)
PATTERN = re.compile(r"\b[A-Z]{2,}\b")  # `gobetween as ACTOR --talks NAME VERB` shows the shape of a command


def lines_of(page: Path) -> list[str]:
    return [line for line in LINE.findall(page.read_text(encoding="utf-8")) if not PATTERN.search(line)]


PAGES = [page for page in sorted(DOCS.glob("**/*.md")) if lines_of(page) and page != AFTER_THE_README]


@pytest.fixture
def begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the examples, and the reports of a tutorial where the README has some."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    reports = tmp_path / "path" / "to" / "reports"
    reports.mkdir(parents=True)
    for box in BOX.finditer((DOCS / "tutorials" / "from-reports-to-a-brief.md").read_text(encoding="utf-8")):
        if box["name"]:
            (reports / Path(box["name"]).name).write_text(box["text"], encoding="utf-8")
    monkeypatch.setenv("GOBETWEEN_STORE", str(tmp_path / "talks.gobetween"))
    monkeypatch.setenv("GOBETWEEN_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(lines: list[str]) -> Iterator[str]:
    for line in lines:
        done = CliRunner().invoke(main, shlex.split(line), obj=Workshop(), standalone_mode=False, input="q\n")
        assert done.exception is None, (line, done.exception)
        assert done.exit_code == 0, line
        yield done.output


def test_the_lines_of_the_readme_and_those_that_go_on_with_its_talks_can_be_run(begun: Path) -> None:
    pytest.importorskip("spacy")
    lines = lines_of(README)
    assert len(lines) > 15
    *_, verified = run(lines)
    assert "whole: the book of union" in verified
    *_, verified = run(lines_of(AFTER_THE_README))
    assert "whole" in verified
    assert {path.name for path in begun.iterdir()} >= {
        "read.html",
        "my-talks",
        "quay-talks",
        "quay-talks-brief-one-page.pdf",
        "frontier.svg",
    }


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_lines_of_a_page_can_be_run(begun: Path, page: Path) -> None:
    assert all(output for output in run(lines_of(page))) or (begun / "march-to-may.html").is_file()
