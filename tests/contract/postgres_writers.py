"""A program that forks writers on demand: `go URL FILE` starts one, which appends until it is killed.

The writer notes in FILE what was acknowledged; the program answers with the writer's process id. Everything is imported before, so
that a writer writes as soon as it is there.
"""

from __future__ import annotations

import datetime as dt
import os
import sys
from itertools import count

from gobetween.model.errors import GobetweenError
from gobetween.record.entries import Addressed, Entry
from gobetween.storage.keys import passing_keys
from gobetween.storage.postgres.journals import PostgresJournal

NOON = dt.datetime(2031, 3, 1, 12, tzinfo=dt.UTC)


def write(url: str, file: str) -> None:
    journal = PostgresJournal(url, passing_keys())
    acknowledged = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    name = os.path.basename(file)  # noqa: PTH119 - only the name is wanted, and quickly
    for number in count():
        entries = [
            Entry(f"{name}-{number}-{part}", "said.v1", author="north", recorded=NOON, body={"text": "x" * 300}) for part in "ab"
        ]
        journal.append("quay", [Addressed(each, frozenset({"north", "keeper"})) for each in entries], expected={})
        os.write(acknowledged, f"{name}-{number}\n".encode())


def main() -> None:
    for line in sys.stdin:
        _, url, file = line.rstrip("\n").split("\t")
        writer = os.fork()
        if not writer:
            try:
                write(url, file)
            except GobetweenError:
                os._exit(3)  # the server went away
        print(writer, flush=True)  # noqa: T201 - the answer


main()
