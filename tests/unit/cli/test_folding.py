"""What is said to a terminal fits it; what goes into a pipe stays in one line."""

from __future__ import annotations

import io
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from gobetween.cli.folding import folded, told
from gobetween.cli.output import progress_on_stderr

HARBOUR = Path(__file__).parents[3] / "examples" / "harbour"
RUN = "import sys; from gobetween.bootstrap import main; sys.argv[0] = 'gobetween'; main()"
LONG = "what packages are worth to every party is not open to this reader, and the answer rests on it, whoever may ask for it"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_sentence_is_folded_at_words_and_goes_on_indented(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    first, *others = folded(LONG, Terminal()).split("\n")
    assert all(len(line) <= 50 for line in (first, *others))
    assert all(line.startswith("  ") for line in others)
    assert " ".join(each.strip() for each in (first, *others)) == LONG


def test_lines_stay_lines_and_indents_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    text = f"short\n\n    {LONG}\nlast\n"
    lines = folded(text, Terminal()).split("\n")
    assert lines[:2] == ["short", ""]
    assert lines[-2:] == ["last", ""]
    assert all(line.startswith("    ") for line in lines[2:-2])


def test_what_has_no_spaces_stays_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    path = "/a/folder" * 9
    assert path in folded(f"cannot write {path}: no such folder", Terminal())


def test_into_a_pipe_nothing_is_folded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    assert folded(LONG, io.StringIO()) == LONG


def test_what_others_wrote_cannot_command_a_terminal() -> None:
    assert "\x1b" not in told("no party '\x1b[2J'", Terminal())


def test_a_line_of_progress_stays_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    show = progress_on_stderr()
    show(LONG)
    show("")
    long, cleared = capsys.readouterr().err.split("\r\x1b[K")[1:]
    assert len(long) == 49
    assert long.endswith("…")
    assert cleared == ""


@pytest.mark.parametrize(
    "arguments",
    [("zone", HARBOUR), ("read-out", HARBOUR, "tuesdy"), ("brief", HARBOUR, "--as-of", "some day in the spring of the year")],
)
def test_a_refusal_fits_the_terminal(arguments: tuple[str | Path, ...]) -> None:
    code, lines = shown_to_a_terminal(arguments)
    assert code == 2
    assert len(lines) > 1
    assert max(map(len, lines)) <= 60


def test_what_is_found_on_the_way_fits_the_terminal() -> None:
    code, lines = shown_to_a_terminal(("deadlock", HARBOUR))
    assert code == 0
    assert any("found: these cannot all be met" in line for line in lines)
    assert max(len(line.rpartition("\x1b[K")[2]) for line in lines) <= 60


def shown_to_a_terminal(arguments: tuple[str | Path, ...]) -> tuple[int, list[str]]:
    """How a command ended, and the lines of its error stream on a terminal of 60 columns."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", RUN, *map(str, arguments)]
    environment = {**os.environ, "COLUMNS": "60"}
    begun = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=theirs, env=environment)
    os.close(theirs)
    said = b""
    while part := read_on(ours):
        said += part
    os.close(ours)
    return begun.wait(timeout=120), said.decode().splitlines()


def read_on(terminal: int) -> bytes:
    """What comes next; nothing once the other end is closed."""
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""
