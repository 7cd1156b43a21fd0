"""How a run ends that cannot go on: without a reader of its output, or without the part that reads."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

CASE = "gobetween: 1\ntitle: Quay\nprofile: closed\nactors: {union: {name: Union, kind: group, roles: [party]}}\n"
REPORT = """\
PORT SARN, March 3 (Coast Wire) - The dockers' union demands a pay rise of 4 percent, its spokesman Jon Ferrel said on Monday.
The port employers rejected the demand at talks on Monday and offered 2 percent.
"""
RUN = "import sys; from gobetween.bootstrap import main; sys.argv[0] = 'gobetween'; main()"
WITHOUT_PARSER = "import sys; sys.modules['spacy'] = None; sys.modules['thinc'] = None\n" + RUN


def run(code: str, *arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache")}
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120, cwd=folder, env=environment)


def test_a_reader_who_leaves_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_text(CASE, encoding="utf-8")
    reading, writing = os.pipe()
    os.close(reading)
    ended = subprocess.run(
        [sys.executable, "-c", RUN, "brief", str(tmp_path), "-o", "-"], stdout=writing, stderr=subprocess.PIPE, timeout=60, check=False
    )
    os.close(writing)

    assert (ended.returncode, ended.stderr) == (0, b"")


def test_a_draft_without_the_part_that_reads_names_it_though_the_reports_were_read_before(tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "wire.txt").write_text(REPORT, encoding="utf-8")
    assert run(RUN, "propose", "reports", "-o", "first", folder=tmp_path).returncode == 0
    ended = run(WITHOUT_PARSER, "propose", "reports", "-o", "second", folder=tmp_path)

    assert ended.returncode == 2
    assert "pip install 'gobetween[reading]'" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert not (tmp_path / "second").exists()
