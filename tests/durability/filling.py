"""Appends until the disk is full, within a limit on the size of files where there is no small disk at hand.

python tests/durability/filling.py STORE [LARGEST_FILE]
"""

from __future__ import annotations

import contextlib
import datetime as dt
import resource
import signal
import sys
from pathlib import Path

from gobetween.model.errors import StoreUnavailable
from gobetween.record.entries import Addressed, Entry
from gobetween.record.volumes import checked
from gobetween.storage.keys import KeyFolder
from gobetween.storage.sqlite.journals import SqliteJournal

NOON = dt.datetime(2031, 3, 1, 12, tzinfo=dt.UTC)
WORDS = "what only north may know"


def pair(number: int) -> list[Addressed]:
    """Two entries that are only ever written together."""
    said = [Entry(f"{number}-{each}", "said.v1", author="north", recorded=NOON, body={"text": WORDS * 400}) for each in "ab"]
    return [Addressed(each, frozenset({"north"})) for each in said]


def main(path: Path) -> None:
    """Fills, then looks: the refusal, whether the record is whole, whether it can be read."""
    journal = SqliteJournal(path, KeyFolder(path.with_suffix(".keys")))
    journal.begin("quay", {"north": None}, [])
    written = 0
    try:
        while True:
            journal.append("quay", pair(written), expected={"north": 2 * written})
            written += 1
    except StoreUnavailable as refusal:
        sys.stdout.write(f"{refusal}\n")
    for attempt in (journal, SqliteJournal(path, KeyFolder(path.with_suffix(".keys")), create=False)):
        assert attempt.size("quay", "north") == 2 * written, "half of an append is there"
        assert [line.entry.id for line in attempt.book("quay", "north")][-2:] == [f"{written - 1}-a", f"{written - 1}-b"]
        checked(attempt.volume("quay"))
        with contextlib.suppress(StoreUnavailable):
            attempt.close()
    sys.stdout.write(f"whole {written}\n")


if __name__ == "__main__":
    if len(sys.argv) > 2:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
    main(Path(sys.argv[1]))
