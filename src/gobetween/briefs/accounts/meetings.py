"""Meetings held, under way, planned and called off, as the reports have them."""

from __future__ import annotations

from attrs import evolve

from gobetween.briefs.accounts.coverage import Coverage, Found, days_apart, gather
from gobetween.briefs.accounts.likeness import are_alike
from gobetween.briefs.accounts.lines import Row, dated, section, table, words
from gobetween.briefs.accounts.sayings import words_for_time
from gobetween.briefs.blocks import Cell, Section, Table
from gobetween.briefs.phrasing import listed, when_in_words
from gobetween.model.dates import DateBasis, When
from gobetween.model.evidence import MeetingForm, MeetingMention, MeetingStatus

TITLES = {
    MeetingStatus.PLANNED: "Planned next",
    MeetingStatus.ONGOING: "Under way",
    MeetingStatus.HELD: "Held",
    MeetingStatus.CALLED_OFF: "Called off",
}
FORMS = {MeetingForm.DIRECT: "face to face", MeetingForm.INDIRECT: "indirect", MeetingForm.UNSAID: ""}

Group = tuple[Found[MeetingMention], ...]


def meetings_section(coverage: Coverage) -> tuple[Section, ...]:
    """Meetings by whether they lie ahead, are under way, are past, or were called off."""
    groups = meeting_groups(coverage)
    blocks = [block for status in TITLES for block in _table(coverage, status, groups)]
    lead = "Past, present and planned as of each report: what one report has planned may since have been held."
    return section("account-meetings", "Meetings", lead, blocks)


def meeting_groups(coverage: Coverage) -> tuple[Group, ...]:
    """Meetings, each with its mentions in reports that tell the same story; the first telling comes first, and says how it stood."""

    def are_one(first: Found[MeetingMention], second: Found[MeetingMention]) -> bool:
        if first.report is second.report:
            return any(one.overlaps(other) for one in first.passage.spans for other in second.passage.spans)
        return are_alike(first.passage.text, second.passage.text) and not days_apart(first.item.when, second.item.when)

    return coverage.once("meetings", lambda: gather(coverage.found("meetings"), are_one, by=coverage.origin))


def planned(coverage: Coverage) -> tuple[Group, ...]:
    """What lies ahead, as of the report that says so: latest reports first, undated ones last."""
    ahead = [group for group in meeting_groups(coverage) if group[0].item.status is MeetingStatus.PLANNED]
    return tuple(sorted(ahead, key=lambda group: _latest_first(coverage, group)))


def when_of(found: Found[MeetingMention]) -> When:
    """When it is, or what its report's date tells of that: under way then, or before it, or after."""
    meeting, published = found.item, found.report.document.published
    if not meeting.when.is_unknown or published.is_unknown:
        return meeting.when
    match meeting.status:
        case MeetingStatus.ONGOING:
            return evolve(published, basis=DateBasis.INFERRED, inference="under way when reported")
        case MeetingStatus.HELD if published.latest:
            return When(None, published.latest, basis=DateBasis.INFERRED, inference="held before it was reported")
        case MeetingStatus.PLANNED if published.earliest:
            return When(published.earliest, None, basis=DateBasis.INFERRED, inference="ahead when reported")
        case _:
            return meeting.when


def participants(coverage: Coverage, found: Found[MeetingMention]) -> str:
    """Who meets."""
    return listed(coverage.names.of(name) for name in found.item.participants)


def _latest_first(coverage: Coverage, group: Group) -> tuple[int, str, int]:
    latest = coverage.when(group[0]).latest
    return (-latest.toordinal() if latest else 1, group[0].report.name, group[0].passage.start)


def _table(coverage: Coverage, status: MeetingStatus, groups: tuple[Group, ...]) -> tuple[Table, ...]:
    chosen = [group for group in groups if group[0].item.status is status]
    chosen.sort(key=lambda group: (when_of(group[0]).sort_key, coverage.when(group[0]).sort_key, group[0].report.name))
    columns = ("When", "Who", "What", "Words", "Report of")
    ranks = [len(group[0].item.participants) + (0 if group[0].item.when.is_unknown else 1) for group in chosen]
    return table(TITLES[status], columns, [_row(coverage, group) for group in chosen], ranks=ranks)


def _when(coverage: Coverage, found: Found[MeetingMention]) -> Cell:
    """The date with its reason, or the report's words for a time that gives none."""
    when, otherwise = when_of(found), words_for_time(coverage, found)
    return Cell(otherwise) if when.is_unknown and otherwise else dated(when, with_reason=True)


def _row(coverage: Coverage, group: Group) -> Row:
    meeting = group[0].item
    forms = listed(FORMS[found.item.form] for found in group)
    return (
        _when(coverage, group[0]),
        Cell(participants(coverage, group[0]) or "not said"),
        Cell(f"{meeting.kind}, {meeting.place}" if meeting.place else meeting.kind, detail=forms),
        words(group),
        Cell(when_in_words(group[0].report.document.published, otherwise=f"undated: {group[0].report.name}")),
    )
