"""The documentation as a site: it is built without a warning, and every page can be reached."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

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


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_page_stands_in_its_index(folder: str) -> None:
    index = (DOCS / folder / "index.md").read_text(encoding="utf-8")
    for page in (DOCS / folder).glob("*.md"):
        if page.name != "index.md":
            assert f"]({page.name})" in index, page
            assert f"\n{page.stem}\n" in index, page
