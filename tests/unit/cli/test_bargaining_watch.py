"""How a search is watched: time that is allowed, Ctrl-C once and twice, and the line that tells how far it is."""

from __future__ import annotations

import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
import threading
import time
from itertools import islice
from pathlib import Path

import pytest

from gobetween.bargaining.kernels import Progress
from gobetween.cli import bargaining_watch
from gobetween.cli.bargaining_watch import Patience, in_words, patience

STEP = Progress("searching", 3, 30, 12)


def silent(_words: str) -> None:
    """Tells nobody."""


def test_a_search_may_go_on_until_its_time_is_over() -> None:
    with patience(60, silent) as watch:
        assert watch(STEP)
        assert watch.cut_short is None
        watch.began -= 61
        assert not watch(STEP)
        assert watch.cut_short == "out of time"
    with patience(None, silent) as endless:
        endless.began = time.monotonic() - 10**6
        assert endless(STEP)


def test_getting_ready_takes_no_time_from_the_search_and_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bargaining_watch, "QUIET", 0.01)
    told: list[str] = []
    with patience(0.2, told.append) as watch:
        time.sleep(0.3)
        assert watch(STEP)
    assert told[0].startswith(bargaining_watch.GETTING_READY)
    assert told[-1] == ""


def test_in_a_long_silence_it_is_told_that_the_search_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bargaining_watch, "QUIET", 0.02)
    told: list[str] = []
    with patience(None, told.append) as watch:
        watch(STEP)
        time.sleep(0.3)
    assert sum(words.startswith("searching: 3 of 30, 12 found") and words.endswith("... 0 s") for words in told) > 1


def test_an_interrupt_is_answered_at_once_even_before_the_search_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bargaining_watch, "QUIET", 0.2)
    told: list[str] = []
    heard = threading.Event()

    def tell(words: str) -> None:
        told.append(words)
        heard.set()

    with patience(None, tell):
        signal.raise_signal(signal.SIGINT)
        assert heard.wait(5)
        time.sleep(0.3)
    assert told == [bargaining_watch.STOPPING, ""]


def test_one_interrupt_stops_the_search_and_the_next_one_the_program() -> None:
    before = signal.getsignal(signal.SIGINT)
    with patience(None, silent) as watch:
        signal.raise_signal(signal.SIGINT)
        assert not watch(STEP)
        assert watch.cut_short == "interrupted"
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is before


def test_outside_the_main_thread_the_time_alone_counts() -> None:
    found: list[bool] = []

    def search() -> None:
        with patience(60, silent) as watch:
            found.append(watch(STEP))

    thread = threading.Thread(target=search)
    thread.start()
    thread.join()
    assert found == [True]


def test_searches_one_after_the_other_share_the_time_that_is_left() -> None:
    watch = Patience(60, silent)
    first, second = islice(watch.portions(2), 2)
    assert first(STEP)
    assert second(STEP)
    assert first.until is not None
    assert second.until is not None
    assert first.until - time.monotonic() == pytest.approx(30, abs=1)
    assert second.until - time.monotonic() == pytest.approx(60, abs=1)  # nothing of the first was used up
    first.until = time.monotonic() - 1
    assert not first(STEP)
    assert watch.cut_short == "out of time"
    assert second(STEP)
    watch.is_interrupted = True
    assert not second(STEP)
    assert watch.cut_short == "interrupted"


def test_what_is_told_is_how_far_it_is_and_not_too_often() -> None:
    told: list[str] = []
    watch = Patience(None, told.append)
    for _ in range(100):
        watch(STEP)
    assert len(told) == 1
    assert re.fullmatch(r"searching: 3 of 30, 12 found, 0\.[0-9] s", told[0])
    assert in_words(Progress("bound", 0), 1.25) == "bound, 1.2 s"


# The whole, as a process


def knotted_case(folder: Path) -> Path:
    """Invented talks of twelve parties on sixty issues, who demand different options on many: more openings than can be listed."""
    parties = {f"p{at}": {"name": f"Party {at}", "roles": ["party"]} for at in range(12)}
    issues = {f"i{at}": {"title": f"Issue {at}", "options": {f"o{each}": f"Option {each}" for each in range(6)}} for at in range(60)}
    positions = [
        {
            "actor": party,
            "issue": f"i{(at * 5 + each) % 60}",
            "stance": "demand",
            "options": [f"o{(at + each) % 6}"],
            "text": "This one.",
        }
        for at, party in enumerate(parties)
        for each in range(12)
    ]
    case = {
        "gobetween": 1,
        "title": "The knotted talks",
        "profile": "closed",
        "fictional": True,
        "actors": parties,
        "issues": issues,
        "positions": [{**each, "held_by": "public"} for each in positions],
    }
    (folder / "case.yaml").write_text(json.dumps(case), encoding="utf-8")  # JSON is YAML too
    return folder


def interrupted(folder: Path, *words: str, times: int = 1) -> tuple[int, str, str]:
    """Exit code, output and what the terminal showed of a command that is interrupted once it has told how far it is."""
    outer, inner = pty.openpty()
    command = "import sys; from gobetween.bootstrap import main; sys.argv[0] = 'gobetween'; main()"
    line = [sys.executable, "-W", "ignore::DeprecationWarning", "-c", command, *words, str(folder)]
    with subprocess.Popen(line, stdout=subprocess.PIPE, stderr=inner, text=True, start_new_session=True) as process:
        os.close(inner)
        shown = watched(process, outer, times)
        assert process.stdout is not None
        output = process.stdout.read()
    os.close(outer)
    return process.returncode, output, shown


def watched(process: subprocess.Popen[str], terminal: int, times: int) -> str:
    """What the process shows on the terminal, while it is interrupted so many times once it has found something."""
    shown, sent, deadline = b"", 0, time.monotonic() + 60
    while process.poll() is None and time.monotonic() < deadline:
        if select.select([terminal], [], [], 0.1)[0]:
            try:
                shown += os.read(terminal, 65_536)
            except OSError:  # the other end is closed
                break
        if sent < times and b"found" in shown:
            process.send_signal(signal.SIGINT)
            sent += 1
    return shown.decode()


def test_ctrl_c_gives_what_was_found_and_says_that_it_was_stopped(tmp_path: Path) -> None:
    code, output, shown = interrupted(knotted_case(tmp_path), "deadlock", "--limit", "3")
    assert code == 130
    assert "Stopped by hand before the end" in output
    assert re.search(r"At least [0-9,]+ sets of requirements cannot all be met", output)
    assert "there are more" in " ".join(output.split())
    assert "found: these cannot all be met" in shown
    assert "Traceback" not in shown


def test_time_that_is_over_is_no_interruption(tmp_path: Path) -> None:
    command = "import sys; from gobetween.bootstrap import main; sys.argv[0] = 'gobetween'; main()"
    line = [
        sys.executable,
        "-c",
        command,
        "deadlock",
        str(knotted_case(tmp_path)),
        "--seconds",
        "0.5",
        "--limit",
        "1",
        "--format",
        "json",
    ]
    done = subprocess.run(line, capture_output=True, text=True, check=False, timeout=120)
    assert (done.returncode, done.stderr) == (0, "")
    answer = json.loads(done.stdout)["answer"]
    assert answer["stopped"] == "out of time"
    assert answer["result"]["are_all_openings"] is False
    assert answer["result"]["status"]["status"] == "feasible"
    assert answer["result"]["conflicts"]
