"""What became known in a stretch of time, and of what more became known."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from gobetween.briefs.blocks import Block, Cell, Section
from gobetween.briefs.cells import cited, dated, noted, section_of, table_of
from gobetween.briefs.changes.stretches import Stretch
from gobetween.briefs.changes.wordings import GROUPS, POSITION, EntryKind, entry_in_words
from gobetween.briefs.course import Event, events_of, words_of_open_answers
from gobetween.briefs.names import outlet_of
from gobetween.briefs.phrasing import when_in_words
from gobetween.briefs.scenes import Scene
from gobetween.model.items import Item

COLUMNS = ("When it was", "Kind", "What")
SINGULAR = {
    "Rounds": "round",
    "Meetings": "meeting",
    "Proposals": "proposal",
    "Answers": "answer",
    "Relays": "relay",
    "Acts": "act",
    "Parallel tracks": "parallel track",
}


def known_section(stretch: Stretch) -> tuple[Section, ...]:
    """What became known, by kind, the earliest first; then of which entries more became known."""
    blocks: list[Block] = [*_reports(stretch), *_happened(stretch)]
    for group in GROUPS:
        new = ((kind, each) for name, kind in group.kinds.items() for each in stretch.new(name))
        blocks += table_of(group.title, COLUMNS, [_row(stretch, kind, each) for kind, each in new])
    blocks += _more(stretch)
    lead = "When something became known and when it was are two things: it is listed here because it became known."
    return section_of("known", "What became known", lead, blocks)


def new_entries(stretch: Stretch) -> int:
    """How many entries became known, but the reports themselves."""
    names = chain.from_iterable(group.kinds for group in GROUPS)
    others = sum(1 for name in (*names, "positions") for _ in stretch.new(name))
    return others + len(_new_events(stretch))


def _reports(stretch: Stretch) -> Iterator[Block]:
    rows = [(dated(each.published), Cell(outlet_of(each)), cited(each.title, each)) for each in stretch.new_sources()]
    yield from table_of("New reports", ("Published", "Outlet", "Title"), rows)


def _told(scene: Scene) -> Iterator[Event]:
    """The events, and what was said of answers that are still out."""
    return chain(events_of(scene), words_of_open_answers(scene))


def _new_events(stretch: Stretch) -> list[Event]:
    earlier = {(type(each.item), each.item.id) for each in _told(stretch.before)}
    new = (each for each in _told(stretch.after) if (type(each.item), each.item.id) not in earlier)
    return sorted(new, key=lambda each: stretch.after.order(each.item))


def _happened(stretch: Stretch) -> Iterator[Block]:
    rows = [
        (
            dated(stretch.after.time_of(each.item)),
            Cell(SINGULAR.get(each.lane, each.lane.lower().removesuffix("s"))),
            cited(each.words, each.item, detail=each.detail),
        )
        for each in _new_events(stretch)
    ]
    yield from table_of("What happened, and what is planned", COLUMNS, rows)


def _row(stretch: Stretch, kind: EntryKind, item: Item) -> tuple[Cell, ...]:
    scene = stretch.after
    return dated(scene.time_of(item), otherwise=""), Cell(kind.name), cited(entry_in_words(scene, kind, item), item, detail=noted(item))


def _more(stretch: Stretch) -> Iterator[Block]:
    """Entries that say something else at the end than at the beginning: a wording that came later, a state that changed."""
    kinds = {"positions": POSITION} | {name: kind for group in GROUPS for name, kind in group.kinds.items()}
    rows: list[tuple[Cell, ...]] = []
    for name, kind in kinds.items():
        for before, after in stretch.kept(name):
            was, now = entry_in_words(stretch.before, kind, before), entry_in_words(stretch.after, kind, after)
            if was != now:
                rows.append((Cell(kind.name), Cell(was), cited(now, after)))
    rows += _changed_events(stretch)
    yield from table_of("Of which more became known", ("Kind", "Known before", "Known since"), rows)


def _changed_events(stretch: Stretch) -> Iterator[tuple[Cell, ...]]:
    earlier = {(type(each.item), each.item.id): each for each in _told(stretch.before)}
    for each in _told(stretch.after):
        was = earlier.get((type(each.item), each.item.id))
        if was is not None and (was.words, was.item.when) != (each.words, each.item.when):
            times = (when_in_words(scene.time_of(event.item)) for scene, event in ((stretch.before, was), (stretch.after, each)))
            before, after = (f" ({time})" if time and was.item.when != each.item.when else "" for time in times)
            kind = SINGULAR.get(each.lane, each.lane.lower().removesuffix("s"))
            yield Cell(kind), Cell(f"{was.words}{before}"), cited(f"{each.words}{after}", each.item)
