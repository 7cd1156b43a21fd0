"""How long a party waits for its view of a case with 100,000 entries.

    python benchmarks/live_views.py [ENTRIES]

The talks have two parties, three mediators and a fourth of the entries public; the rest was told in caucus, evenly by both parties, to
one mediator each. Every look opens the store anew. The view from the snapshot is compared with one replayed from the first line.
"""

from __future__ import annotations

import datetime as dt
import itertools
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from gobetween.disclosure.views import view_for
from gobetween.model.actors import Actor, Role, RoleKind
from gobetween.model.cases import Case, Profile
from gobetween.model.caucuses import Told
from gobetween.model.happenings import Happening
from gobetween.model.items import EVERYONE, KEEPER, PUBLIC
from gobetween.protocols.acts import Moment
from gobetween.record.journals import Journal
from gobetween.storage.addresses import open_journal
from gobetween.talks.clerks import Clerk, Sources
from gobetween.talks.entering import TalksOpened, entered
from gobetween.talks.openings import Opening
from gobetween.talks.standings import Deed

PARTIES = ("north", "south")
MEDIATORS = ("bridge", "harbour", "ferry")
BATCH = 5_000
NOW = dt.datetime(2031, 3, 1, tzinfo=dt.UTC)
TARGET = 0.5


def clerk_on(journal: Journal) -> Clerk:
    """A clerk whose ids count up."""
    ids = itertools.count()
    return Clerk(journal, Sources(lambda: NOW, lambda: f"{next(ids):016x}", lambda: f"h{next(ids)}"))


def deeds(entries: int) -> Iterator[Deed]:
    """So many entries, as actors would enter them."""
    for number in range(entries):
        if number % 4 == 0:
            item = Happening(f"event-{number}", text=f"Ship {number} passed the strait by night", holders=EVERYONE)
            yield Deed(entered("happenings", item), EVERYONE)
            continue
        party, mediator = PARTIES[number % 2], MEDIATORS[number % 3]
        text = f"On point {number} we could live with half of what they ask, if the other half comes in spring."
        told = Told(f"{party}/{number}", owner=party, to=(mediator,), text=text)
        yield Deed(entered("told", told), frozenset({party, mediator}))


def filled_store(path: Path, entries: int) -> None:
    """A store with talks of that many entries."""
    actors = tuple(Actor(each, name=each.title(), holders=EVERYONE) for each in (*PARTIES, *MEDIATORS))
    kinds = dict.fromkeys(PARTIES, RoleKind.PARTY) | dict.fromkeys(MEDIATORS, RoleKind.MEDIATOR)
    roles = tuple(Role(f"{each}-role", actor=each, role=kind, holders=EVERYONE) for each, kind in kinds.items())
    frame = Case("strait", "Talks on the strait", actors=actors, roles=roles)
    seen = {each: view_for(each, frame).case for each in (KEEPER, PUBLIC, *PARTIES, *MEDIATORS)}
    journal = open_journal(path)
    clerk = clerk_on(journal)
    clerk.begin("strait", Opening(TalksOpened(frame.title, Profile.CLOSED), seen))
    for batch in _batches(deeds(entries)):
        journal.append("strait", [clerk._addressed(each, Moment("keeper", NOW)) for each in batch], expected={})  # noqa: SLF001
    journal.close()


def _batches(every: Iterator[Deed]) -> Iterator[tuple[Deed, ...]]:
    while batch := tuple(itertools.islice(every, BATCH)):
        yield batch


def seconds_of_a_look(path: Path, audience: str) -> float:
    """How long it takes to open the store and see what the audience sees."""
    start = time.perf_counter()
    journal = open_journal(path, create=False)
    clerk_on(journal).view("strait", audience)
    taken = time.perf_counter() - start
    journal.close()
    return taken


def main(entries: int = 100_000) -> None:
    """Prints the table."""
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "talks.gobetween"
        filled_store(path, entries)
        first = seconds_of_a_look(path, "north")
        looks = statistics.median(seconds_of_a_look(path, "north") for _ in range(5))
        journal = open_journal(path, create=False)
        from_snapshot = clerk_on(journal).case("strait", "north")
        size = journal.size("strait", "north")
        replayed = clerk_on(journal).case("strait", "north", as_of=NOW.date())
        journal.close()
        print(f"\nA case of {entries:,} entries; the party's book has {size:,} lines")
        print(f"{'  its view, replayed from the first line':58s} {first:7.2f} s")
        print(f"{'  its view, from the snapshot':58s} {looks:7.2f} s   at most {TARGET:.2f}")
        print(f"  the two are {'equal' if from_snapshot == replayed else 'DIFFERENT'}")


if __name__ == "__main__":
    main(*(int(each) for each in sys.argv[1:2]))
