"""Measures the store: durable appends beside raw sqlite3 in one run, eight writers at once, `kill -9`, and a long record's opening.

make bench      or      python benchmarks/store.py
"""

from __future__ import annotations

import datetime as dt
import json
import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path

from gobetween.model.caucuses import Told
from gobetween.model.dates import on
from gobetween.model.errors import RecordConflict
from gobetween.record.canonical import content_of
from gobetween.record.codecs import decode_all, encode
from gobetween.record.entries import Addressed, Entry
from gobetween.record.pauses import collection_paused
from gobetween.record.volumes import checked
from gobetween.storage.keys import KeyFolder
from gobetween.storage.sqlite.journals import SqliteJournal

ROOT = Path(__file__).parent.parent
NOON = dt.datetime(2031, 3, 1, 12, tzinfo=dt.UTC)
TALKS = "quay"
APPENDS = 3_000
WRITERS = 8


def row(label: str, figure: str, target: str = "") -> None:
    """One line of the table."""
    print(f"{label:58s} {figure:>12s}   {target}")


def journal_at(path: Path) -> SqliteJournal:
    """A journal in that file; its key folder is beside it."""
    return SqliteJournal(path, KeyFolder(path.with_suffix(".keys")))


def told(number: int) -> Told:
    """Something that a party tells a mediator, of common length."""
    day = on(dt.date(2031, 3, 1 + number % 28))
    text = f"We could live with {number} if the other side moves first on the night shifts, and says so before the ballot."
    return Told(f"told-{number}", to=("conciliator",), text=text, owner="union", when=day, known=day, holders=frozenset({"union"}))


def entry(number: int, *audience: str) -> Addressed:
    """The entry that records it."""
    said = Entry(f"{number:016x}", "entry-entered.v1", author="union", recorded=NOON, body={"entry": encode(told(number))})
    return Addressed(said, frozenset(audience))


def compare_appends(folder: Path) -> None:
    """Durable appends a second: ours, and raw sqlite3 with the same durability and the same bytes, in turns, append by append."""
    ours, raw = journal_at(folder / "ours.gobetween"), raw_store(folder / "raw.db")
    ours.begin(TALKS, dict.fromkeys(("union", "conciliator", "keeper")), [])
    waits: dict[str, list[float]] = {"ours": [], "raw": []}
    with closing(ours), closing(raw):
        for number in range(APPENDS):
            one = entry(number, "union")
            content = content_of(one.entry)
            start = time.perf_counter()
            insert(raw, number, content)
            between = time.perf_counter()
            ours.append(TALKS, [one], expected={"union": number})
            waits["raw"].append(between - start)
            waits["ours"].append(time.perf_counter() - between)
    mine, bare = (APPENDS / sum(waits[each]) for each in ("ours", "raw"))
    row(
        "durable appends a second, one entry a transaction",
        f"{mine:,.0f}",
        f"{mine / bare:.0%} of raw sqlite3 ({bare:,.0f}); at least 50%",
    )
    typical, base = (1 / statistics.median(waits[each]) for each in ("ours", "raw"))
    row("  the same of the median append", f"{typical:,.0f}", f"{typical / base:.0%} of raw sqlite3 ({base:,.0f})")


def raw_store(path: Path) -> sqlite3.Connection:
    """A bare table, as durable as ours."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE lines (position INTEGER PRIMARY KEY, content BLOB)")
    return connection


def insert(connection: sqlite3.Connection, number: int, content: bytes) -> None:
    """One row in a transaction of its own."""
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT INTO lines VALUES (?, ?)", (number, content))
    connection.execute("COMMIT")


def write_among_others(path: str, writer: int, appends: int) -> list[float]:
    """Appends, again until each is in, while others do; how long each took."""
    waits = []
    with closing(journal_at(Path(path))) as journal:
        for number in range(appends):
            start = time.perf_counter()
            while True:
                try:
                    journal.append(TALKS, [entry(writer * 100_000 + number, "union")], expected={"union": journal.size(TALKS, "union")})
                    break
                except RecordConflict:
                    continue
            waits.append(time.perf_counter() - start)
    return waits


def crowd(folder: Path) -> None:
    """Eight writers at once, in processes of their own, all into one book: none loses anything; how long they waited."""
    path = folder / "crowd.gobetween"
    with closing(journal_at(path)) as journal:
        journal.begin(TALKS, dict.fromkeys(("union", "keeper")), [])
    appends = 100
    with get_context("spawn").Pool(WRITERS) as pool:
        waits = [
            wait
            for one in pool.starmap(write_among_others, [(str(path), writer, appends) for writer in range(WRITERS)])
            for wait in one
        ]
    with closing(journal_at(path)) as journal:
        there = {line.entry.id for line in journal.book(TALKS, "union")}
        checked(journal.volume(TALKS))
    lost = WRITERS * appends - len(there)
    row(f"{WRITERS} writers at once into one book: lost updates", str(lost), "none")
    row("  worst wait until an append was in", f"{max(waits):.3f} s", f"median {statistics.median(waits) * 1000:.1f} ms")
    if lost:
        sys.exit(f"{lost} updates were lost")


def kill_writers(folder: Path, rounds: int) -> None:
    """`kill -9` while writing."""
    command = [sys.executable, str(ROOT / "tests" / "durability" / "killing.py"), str(folder), str(rounds), "bench"]
    found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    row(
        f"kill -9 while writing, {rounds} rounds: acknowledged and lost",
        str(found["lost"]),
        f"of {found['acknowledged']:,} acknowledged",
    )
    if found["lost"]:
        sys.exit("what was acknowledged was lost")


def long_record(folder: Path, entries: int = 100_000, mine: int = 20_000) -> None:
    """What a party waits for in a long record: the lines since a snapshot, and the snapshot's values."""
    path = folder / "long.gobetween"
    with closing(journal_at(path)) as journal:
        journal.begin(
            TALKS,
            dict.fromkeys(("union", "employers", "keeper")),
            [entry(number, "union" if number % 5 == 0 else "employers") for number in range(entries)],
        )
        view = json.dumps([encode(told(number)) for number in range(mine)]).encode()
        journal.keep_snapshot(TALKS, "union", mine - 10, view)
    with closing(journal_at(path)) as journal:
        start = time.perf_counter()
        kept = journal.snapshot(TALKS, "union")
        assert kept is not None
        lines = journal.book(TALKS, "union", after=kept[0])
        read = time.perf_counter()
        with collection_paused():
            values = decode_all(json.loads(kept[1]), Told)
        made = time.perf_counter()
        assert (len(lines), len(values)) == (10, mine)
        row(f"{entries:,} entries: a party's snapshot and last lines read", f"{read - start:.3f} s")
        row(f"  its {mine:,} values made", f"{made - read:.3f} s", "at most 0.25")
        start = time.perf_counter()
        journal.book(TALKS, "union")
        row(f"  its book of {mine:,} lines read and verified whole", f"{time.perf_counter() - start:.3f} s")


def measure() -> None:
    """Everything, in one run."""
    print("\nStore (SQLite)")
    with tempfile.TemporaryDirectory() as folder:
        compare_appends(Path(folder))
        crowd(Path(folder))
        long_record(Path(folder))
        kill_writers(Path(folder), int(os.environ.get("GOBETWEEN_KILL_ROUNDS", "200")))


if __name__ == "__main__":
    measure()
