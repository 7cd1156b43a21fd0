"""What is told as happening or ahead, in the codes of the field: one line an event, copies within a story together."""

from __future__ import annotations

from gobetween.briefs.accounts.coverage import Coverage, Found, gather
from gobetween.briefs.accounts.likeness import are_alike
from gobetween.briefs.accounts.lines import Row, dated, section, table, words
from gobetween.briefs.blocks import Cell, Section
from gobetween.briefs.phrasing import joined
from gobetween.model.evidence import EventMention
from gobetween.model.evidence.event_codes import CODES

Events = tuple[Found[EventMention], ...]


def events_section(coverage: Coverage) -> tuple[Section, ...]:
    """The events in order of the reports that tell of them."""
    groups = events(coverage)
    lead = "Meetings, positions, pressure and acts in codes of PLOVER and CAMEO. A code says what a report tells, not that it is so."
    columns = ("Code", "Source", "Target", "When", "Words")
    rows = [_row(coverage, group) for group in groups]
    ranks = [0.0 if group[0].item.when.is_unknown else 1.0 for group in groups]
    return section("account-events", "Events in codes", lead, table("Events", columns, rows, ranks=ranks))


def events(coverage: Coverage) -> tuple[Events, ...]:
    """What several reports of one story tell of once; events of different stories stay apart."""

    def are_one(first: Found[EventMention], second: Found[EventMention]) -> bool:
        mine, theirs = first.item, second.item
        same = mine.cameo == theirs.cameo and coverage.names.actors_of(mine.source) == coverage.names.actors_of(theirs.source)
        return same and are_alike(first.passage.text, second.passage.text)

    return gather(coverage.found("events"), are_one, by=coverage.origin)


def meaning_of(cameo: str) -> str:
    """A CAMEO code with what it means: "CAMEO 046: negotiate"."""
    return f"CAMEO {cameo}: {CODES[cameo].meaning}" if cameo in CODES else joined("CAMEO" if cameo else "", cameo, by=" ")


def _row(coverage: Coverage, group: Events) -> Row:
    event = group[0].item
    return (
        Cell(joined(event.plover, event.mode, by=", "), detail=meaning_of(event.cameo)),
        Cell(", ".join(coverage.names.of(name) for name in event.source)),
        Cell(", ".join(coverage.names.of(name) for name in event.target)),
        dated(event.when) if not event.when.is_unknown else Cell(""),
        words(group),
    )
