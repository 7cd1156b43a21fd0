"""The documentation as a site: it is built without a warning, and every page can be reached."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from console_boxes import follow

DOCS = Path(__file__).parents[2] / "docs"
FOLDERS = ("tutorials", "how-to", "reference", "explanation", "decisions")


def test_the_site_is_built_without_a_warning(tmp_path: Path) -> None:
    pytest.importorskip("furo")
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-n", "-b", "html", str(DOCS), str(tmp_path / "site")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert "Gobetween" in page
    assert not re.search(r'(?:src|href)="https?://(?!github)', page), "the site needs no other address"


def test_the_front_page_says_what_to_type_first_and_leads_everywhere() -> None:
    page = (DOCS / "index.md").read_text(encoding="utf-8")
    assert "    make demo\n" in page
    wanted = [*(f"{folder}/index.md" for folder in FOLDERS), "examples.md", "ethics.md", "changelog.md", "reference/glossary.md"]
    assert [each for each in wanted if f"]({each})" not in page] == []
    assert "](images/brief.png)" in page


def test_the_two_examples_answer_as_their_page_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(DOCS.parent / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GOBETWEEN_CACHE", str(tmp_path / "cache"))
    follow(DOCS / "examples.md", tmp_path, monkeypatch)


def test_every_box_of_commands_is_on_a_page_that_is_run() -> None:
    run = {DOCS / "examples.md", *(DOCS / "tutorials").glob("*.md"), *(DOCS / "how-to").glob("*.md")}
    pages = set(DOCS.glob("**/*.md")) - run
    assert [page for page in sorted(pages) if "```console" in page.read_text(encoding="utf-8")] == []


def test_every_word_of_the_glossary_stands_there_once_and_in_its_own_words() -> None:
    text = (DOCS / "reference" / "glossary.md").read_text(encoding="utf-8")
    boxes = re.findall(r"```\{glossary\}\n(.*?)```", text, re.DOTALL)
    words = [line for box in boxes for line in box.splitlines() if line and not line.startswith(" ")]
    assert len(words) > 80
    assert sorted(set(words)) == sorted(words)
    assert {"package", "red line", "option", "series", "keeper", "caucus", "pooling", "leximin"} <= set(words)


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_page_stands_in_its_index(folder: str) -> None:
    index = (DOCS / folder / "index.md").read_text(encoding="utf-8")
    for page in (DOCS / folder).glob("*.md"):
        if page.name != "index.md":
            assert f"]({page.name})" in index, page
            assert f"\n{page.stem}\n" in index, page
