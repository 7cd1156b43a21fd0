"""What the reports date: publications, meetings, acts, statements and positions; what has no date stands in the table alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import frozen

from gobetween.briefs.accounts.coverage import Coverage, Found, gather
from gobetween.briefs.accounts.likeness import are_alike
from gobetween.briefs.accounts.lines import as_said, dated, line, section, table, words
from gobetween.briefs.accounts.meetings import meeting_groups, participants, when_of
from gobetween.briefs.accounts.sayings import said_on, words_for_time
from gobetween.briefs.accounts.statements import statement_groups
from gobetween.briefs.blocks import Cell, Mark, Section, TimelineEntry, TimelinePlot
from gobetween.briefs.phrasing import shortened
from gobetween.model.dates import When
from gobetween.model.evidence import ActMention, MeetingStatus, SourceType
from gobetween.model.passages import Citation

LONGEST_LABEL = 60
LANES = {MeetingStatus.PLANNED: "Planned meetings", MeetingStatus.CALLED_OFF: "Called off"}


@frozen
class Happening:
    """One thing with its date, the lane it belongs to, a short label, and the cell that gives its words."""

    when: When
    lane: str
    label: str
    cell: Cell
    otherwise: str = ""  # words for a time that gives no date


def timeline_section(coverage: Coverage) -> tuple[Section, ...]:
    """The timeline."""
    happenings = sorted(_happenings(coverage), key=lambda each: (each.when.sort_key, each.lane, each.label))
    lead = "Dates as the reports give them or as they follow from a report's own date; what cannot be dated comes last."
    dated_ones = tuple(TimelineEntry(each.when, each.lane, each.label) for each in happenings if _is_drawable(each.when))
    rows = [(_when(each), Cell(each.lane), each.cell) for each in happenings]
    ranks = [0.0 if each.when.is_unknown else 1.0 for each in happenings]
    plots = [
        TimelinePlot("Timeline of the reports", "Publications, meetings, acts and statements by date.", entries=dated_ones, table=made)
        for made in table("Timeline", ("When", "What", "Words"), rows, ranks=ranks)
    ]
    return section("account-timeline", "Timeline", lead, plots)


def _when(happening: Happening) -> Cell:
    return Cell(happening.otherwise) if happening.when.is_unknown and happening.otherwise else dated(happening.when)


def _is_drawable(when: When) -> bool:
    return not when.is_unknown


def _happenings(coverage: Coverage) -> Iterator[Happening]:
    for report in coverage.reports:
        cell = Cell(report.document.title or report.name, (Citation(report.name),), marks=(Mark.READ,))
        outlet = report.document.outlet.name if report.document.outlet else report.name
        yield Happening(report.document.published, "Reports", shortened(outlet, LONGEST_LABEL), cell)
    yield from _meetings(coverage)
    for group in gather(coverage.found("acts"), _are_one_act, by=coverage.origin):
        actor = coverage.names.of(group[0].item.actor)
        yield Happening(group[0].item.when, "Acts", _label(actor, group[0]), words(group), words_for_time(coverage, group[0]))
    yield from _statements(coverage)


def _are_one_act(first: Found[ActMention], second: Found[ActMention]) -> bool:
    return first.item.actor == second.item.actor and are_alike(first.passage.text, second.passage.text)


def _meetings(coverage: Coverage) -> Iterator[Happening]:
    for group in meeting_groups(coverage):
        lane = LANES.get(group[0].item.status, "Meetings")
        who = participants(coverage, group[0]) or group[0].item.kind
        when = when_of(group[0])
        known = when if when.earliest and when.latest else group[0].item.when
        yield Happening(known, lane, shortened(who, LONGEST_LABEL), words(group), words_for_time(coverage, group[0]))


def _statements(coverage: Coverage) -> Iterator[Happening]:
    for group in statement_groups(coverage):
        when = said_on(coverage, group[0])
        if not when.is_unknown and group[0].item.speaker.source_type is not SourceType.UNKNOWN:
            speaker = coverage.names.of(group[0].item.speaker.name)
            cell = line(f"{speaker}: {as_said(group[0])}", group)
            yield Happening(when, "Statements", shortened(speaker, LONGEST_LABEL), cell)


def _label(actor: str, found: Found[Any]) -> str:
    return shortened(f"{actor}: {found.passage.text}", LONGEST_LABEL)
