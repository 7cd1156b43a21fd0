"""Kills writers in the middle of writing, again and again, and looks whether anything that was acknowledged is lost.

    python tests/durability/killing.py FOLDER ROUNDS SEED

Prints what was found as one line of JSON. A program of its own, so that it forks without threads.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import os
import random
import select
import signal
import sys
import time
from pathlib import Path

from gobetween.model.errors import RecordConflict
from gobetween.record.entries import Addressed, Entry
from gobetween.record.volumes import checked
from gobetween.storage.keys import KeyFolder
from gobetween.storage.sqlite.journals import SqliteJournal

NOON = dt.datetime(2031, 3, 1, 12, tzinfo=dt.UTC)
TALKS = "quay"
WRITERS = ("north", "south")
ROUNDS_A_STORE = 10
PATIENCE_S = 60
_MOST = 1 << 20


def opened(path: Path) -> SqliteJournal:
    """The journal; no key is needed."""
    return SqliteJournal(path, KeyFolder(path.with_suffix(".keys")))


def write_until_killed(path: Path, writer: str, round_number: int, seed: str, pipe: int) -> None:
    """Appends entries of up to three kilobytes, one or three at a time, and names them once the append has returned."""
    rng = random.Random(seed)  # noqa: S311 - what is drawn is to be drawn again
    journal = opened(path)
    if TALKS not in journal.talks():
        with contextlib.suppress(RecordConflict):
            journal.begin(TALKS, dict.fromkeys((*WRITERS, "keeper")), [])
    size = journal.size(TALKS, writer)
    for number in range(1_000_000):
        names = [f"{round_number}-{writer}-{number}-{each}" for each in range(rng.choice((1, 1, 1, 3)))]
        entries = [_entry(name, writer, "x" * rng.randrange(3000)) for name in names]
        journal.append(TALKS, entries, expected={writer: size})
        size += len(names)
        os.write(pipe, ("\n".join(names) + "\n").encode())


def _entry(name: str, writer: str, text: str) -> Addressed:
    said = Entry(name, "said.v1", author=writer, recorded=NOON, body={"text": text})
    return Addressed(said, frozenset({writer, "keeper"}))


def one_round(path: Path, round_number: int, rng: random.Random) -> list[str]:
    """Starts the writers and kills them after 20 to 80 ms; the names that were acknowledged.

    In four of five rounds the time runs from the first acknowledgement on, in the fifth from the start, so that some are killed
    while they make the store.
    """
    read, written = os.pipe()
    children = []
    for writer in WRITERS:
        seed = str(rng.random())
        child = os.fork()
        if child == 0:
            os.close(read)
            try:
                write_until_killed(path, writer, round_number, seed, written)
            finally:
                os._exit(1)
        children.append(child)
    os.close(written)
    if round_number % 5:
        select.select([read], [], [], PATIENCE_S)
    time.sleep(rng.uniform(0.02, 0.08))
    for child in children:
        os.kill(child, signal.SIGKILL)
    codes = [os.waitpid(child, 0)[1] for child in children]
    assert all(os.WTERMSIG(code) == signal.SIGKILL for code in codes), "a writer ended by itself"
    acknowledged = b""
    while more := os.read(read, _MOST):
        acknowledged += more
    os.close(read)
    return [name for name in acknowledged.decode().split("\n") if name]


def look(path: Path, acknowledged: set[str]) -> tuple[int, int]:
    """How many acknowledged entries are lost, and how many are there unacknowledged; raises if a chain is broken."""
    if not path.exists():
        return len(acknowledged), 0
    journal = opened(path)
    try:
        journal.inspect()
        if TALKS not in journal.talks():
            return len(acknowledged), 0
        checked(journal.volume(TALKS))
        there = [line.entry.id for line in journal.book(TALKS, "keeper")]
    finally:
        journal.close()
    assert len(there) == len(set(there)), "an entry is there twice"
    torn = {name.rpartition("-")[0] for name in there}
    assert all(f"{name}-0" in there and (f"{name}-1" in there) == (f"{name}-2" in there) for name in torn), "an append is there in part"
    return len(acknowledged - set(there)), len(set(there) - acknowledged)


def main(folder: Path, rounds: int, seed: str) -> dict[str, int]:
    """All rounds: what was acknowledged, what of it was lost, what is there beyond it (killed before it could say so)."""
    rng = random.Random(seed)  # noqa: S311 - what is drawn is to be drawn again
    found = {"rounds": rounds, "acknowledged": 0, "lost": 0, "unsaid": 0}
    for first in range(0, rounds, ROUNDS_A_STORE):
        path = folder / f"talks-{first}.gobetween"
        acknowledged: set[str] = set()
        for number in range(first, min(first + ROUNDS_A_STORE, rounds)):
            acknowledged.update(one_round(path, number, rng))
            lost, unsaid = look(path, acknowledged)
            found["lost"] += lost
        found["acknowledged"] += len(acknowledged)
        found["unsaid"] += unsaid
    return found


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])) + "\n")
