"""A small record to export, keep safe and damage: public, private and sealed lines, somebody who joins, a checkpoint."""

import datetime as dt

from gobetween.record.entries import Addressed, Entry

NOON = dt.datetime(2031, 3, 1, 12, tzinfo=dt.UTC)
TALKS = "quay"


def entry(name, *audience, **body):
    said = Entry(name, "said.v1", author="north", recorded=NOON, body={"text": f"words of {name}", **body})
    return Addressed(said, frozenset(audience))


def fill(journal, **keys):
    """Talks with a few lines in every book."""
    journal.begin(TALKS, {"north": None, "south": None, "keeper": None, **keys}, [entry("a", "public"), entry("b", "north")])
    journal.append(TALKS, [entry("c", "south", "keeper", n=7), entry("d", "north")], expected={}, begins={"east": None})
    journal.append(TALKS, [entry("e", "public", text="Ä “quoted” line\u2028break"), entry("f", "east", "north")], expected={})
    return journal
