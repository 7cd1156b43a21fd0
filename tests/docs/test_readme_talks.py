"""The talks in the README can be run as they are printed."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from gobetween.bootstrap.workshop import Workshop
from gobetween.cli.commands import main

ROOT = Path(__file__).parents[2]


def test_the_commands_of_the_readmes_talks_all_do_what_they_should(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    box = readme.partition("## Talks that are run in it")[2].partition("What a party tells")[0]
    commands = re.findall(r"^ {4}gobetween (.*?)(?:\s{2,}#.*)?$", box, re.MULTILINE)
    assert len(commands) == 5
    monkeypatch.setenv("GOBETWEEN_STORE", str(tmp_path / "talks.gobetween"))
    (tmp_path / "examples").mkdir()
    shutil.copytree(ROOT / "examples" / "harbour", tmp_path / "examples" / "harbour")
    monkeypatch.chdir(tmp_path)
    for command in commands:
        done = CliRunner().invoke(main, shlex.split(command), obj=Workshop(), standalone_mode=False)
        assert done.exception is None, (command, done.exception)
    assert "whole: the book of union" in done.output
