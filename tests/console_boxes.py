"""Boxes of commands on pages of the documentation, run as a reader would run them.

In a `console` box, a line that begins with `$ ` is a command; a line below it is printed by it, `...` stands for lines that are left
out, what follows `right? [y/n/c/s/q] ` is typed, and `(refused)` says that it ends with exit code 2.
"""

from __future__ import annotations

import re
import shlex
import subprocess
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from gobetween.bootstrap.workshop import Workshop
from gobetween.cli.commands import main
from gobetween.model.errors import GobetweenError

BOX = re.compile(r"(?:<!-- (?P<way>file|append): (?P<name>\S+) -->\n)?```(?P<kind>\w+)\n(?P<text>.*?)```", re.DOTALL)


ASKED = "right? [y/n/c/s/q] "


def follow(page: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Does what a page says, in order: writes its files, adds to them, runs its commands."""
    for box in BOX.finditer(page.read_text(encoding="utf-8")):
        if box["name"]:
            file = folder / box["name"]
            file.parent.mkdir(parents=True, exist_ok=True)
            before = file.read_text(encoding="utf-8") if box["way"] == "append" else ""
            file.write_text(before + box["text"], encoding="utf-8")
        elif box["kind"] == "console":
            run_box(box["text"], monkeypatch)
        else:
            assert box["kind"] == "text", f"{page.name}: a box of kind {box['kind']} that nothing is done with"


def run_box(box: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Runs the commands of a box; each must end, and print, as the box says."""
    for said in re.split(r"^\$ ", box, flags=re.MULTILINE)[1:]:
        command, *printed = said.splitlines()
        words = shlex.split(command)
        if words[0] == "export":
            name, _, value = words[1].partition("=")
            monkeypatch.setenv(name, value)
            continue
        typed = "".join(f"{line.removeprefix(ASKED)}\n" for line in printed if line.startswith(ASKED))
        code, output = gobetween(words[1:], typed) if words[0] == "gobetween" else other(words)
        is_refused = printed[-1:] == ["(refused)"]
        assert code == (2 if is_refused else 0), f"{command}\n{output}"
        for line in printed[: len(printed) - is_refused]:
            if line == "...":
                continue
            shown = ASKED if line.startswith(ASKED) else line
            assert " ".join(shown.split()) in " ".join(output.split()), f"{command}\n{output}"  # however wide the terminal is


def gobetween(words: list[str], typed: str = "") -> tuple[int, str]:
    done = CliRunner().invoke(main, words, obj=Workshop(), standalone_mode=False, input=typed)
    if isinstance(done.exception, click.ClickException | GobetweenError):
        return 2, f"{done.output}{done.exception}"
    assert done.exception is None, done.exception
    return done.exit_code, done.output


def other(words: list[str]) -> tuple[int, str]:
    assert words[0] in ("cp", "mv", "rm"), words
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr
