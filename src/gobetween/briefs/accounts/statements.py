"""Who said what to whom: grouped by actor, then by date; copies of a statement within one story are one line that cites both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from gobetween.briefs.accounts.coverage import Coverage, Found, gather
from gobetween.briefs.accounts.likeness import are_alike
from gobetween.briefs.accounts.lines import Row, dated, section, table, words
from gobetween.briefs.accounts.sayings import said_on
from gobetween.briefs.blocks import Cell, Mark, Section
from gobetween.briefs.phrasing import counted
from gobetween.model.evidence import Mode, SourceType, Statement, StatementKind

SHORT = 40  # characters; shorter words are seldom a statement that stands alone
NO_ACTOR = "Source of no named actor"
WEIGHTS = {
    SourceType.NAMED_PERSON: 4,
    SourceType.BODY: 3,
    SourceType.ANONYMOUS_OFFICIAL: 3,
    SourceType.ANONYMOUS_SOURCE: 2,
    SourceType.ANONYMOUS_SOURCES: 2,
}

Group = tuple[Found[Statement], ...]


def statements_section(coverage: Coverage) -> tuple[Section, ...]:
    """All statements."""
    groups = sorted(statement_groups(coverage), key=lambda group: _order(coverage, group))
    rows = [_row(coverage, group) for group in groups]
    lead = f"{counted(len(groups), 'statement')}, by whom they belong to; a date in brackets is the report's own."
    columns = ("Of", "Who, to whom", "Said", "Words")
    blocks = table("Statements", columns, rows, ranks=[weight(group[0].item) for group in groups])
    return section("account-statements", "Who said what", lead, blocks)


def statement_groups(coverage: Coverage) -> tuple[Group, ...]:
    """Statements, each with its copies in reports that tell the same story."""

    def are_one(first: Found[Statement], second: Found[Statement]) -> bool:
        if first.report is second.report:
            is_near = first.passage.start < second.passage.end and second.passage.start < first.passage.end
            return is_near and _overlap(first, second) and _same_speaker(coverage, first.item, second.item)
        return _same_speaker(coverage, first.item, second.item) and are_alike(first.passage.text, second.passage.text)

    def work_out() -> tuple[Group, ...]:
        told = coverage.statements()
        drawers = dict(zip(map(id, told), _drawers(coverage, told), strict=True))
        return gather(told, are_one, by=lambda each: drawers[id(each)])

    return coverage.once("statements", work_out)


def _drawers(coverage: Coverage, told: Group) -> Iterator[tuple[str, int]]:
    """For each statement its story and, where one report tells the story alone, the stretch of statements that may overlap it.

    Statements of other stretches are not compared, so that the time taken grows with the length of a report and not with its square.
    """
    tellers = Counter(coverage.stories.values())
    stretch, end, report = 0, 0, ""
    for each in told:
        if each.report.name != report or each.passage.start >= end:
            stretch, end, report = stretch + 1, 0, each.report.name
        end = max(end, each.passage.end)
        origin = coverage.origin(each)
        yield origin, stretch if tellers[origin] == 1 else 0


def actor_of(coverage: Coverage, found: Found[Statement]) -> str:
    """The actor that the speaker is or belongs to."""
    speaker = found.item.speaker
    if speaker.actor:
        return coverage.names.of(speaker.actor)
    if speaker.source_type is SourceType.NAMED_PERSON:
        return coverage.names.actor_of(speaker.name) or coverage.names.of(speaker.name)
    return coverage.names.of(speaker.name) if speaker.source_type is SourceType.BODY else NO_ACTOR


def weight(statement: Statement) -> float:
    """How much a statement tells: who speaks, to whom, and whether in their own words."""
    told = 1 if statement.told_to else 0
    spoken = 1 if statement.mode is not Mode.INDIRECT else 0
    full = 1 if len(statement.content.text) > SHORT else 0
    return full + WEIGHTS.get(statement.speaker.source_type, 0) + told + spoken + min(len(statement.content.text), 200) / 200


def _overlap(first: Found[Statement], second: Found[Statement]) -> bool:
    return any(mine.overlaps(theirs) for mine in first.passage.spans for theirs in second.passage.spans)


def _same_speaker(coverage: Coverage, first: Statement, second: Statement) -> bool:
    mine, theirs = first.speaker, second.speaker
    if coverage.names.of(mine.name) == coverage.names.of(theirs.name):
        return True
    return mine.actor == theirs.actor and mine.source_type == theirs.source_type


def _order(coverage: Coverage, group: Group) -> tuple[object, ...]:
    actor, first = actor_of(coverage, group[0]), group[0]
    when = said_on(coverage, first)
    moment = first.report.document.published if when.is_unknown else when
    return (actor == NO_ACTOR, actor, moment.sort_key, first.report.name, first.passage.start)


def _row(coverage: Coverage, group: Group) -> Row:
    statement = group[0].item
    marks = (Mark.ALLEGED,) if statement.kind is StatementKind.ALLEGATION else ()
    kind = "" if statement.kind in (StatementKind.STATEMENT, StatementKind.ALLEGATION) else statement.kind.value
    speaker = coverage.names.of(statement.speaker.name)
    told_to = next((found.item.told_to for found in group if found.item.told_to), "")
    return (
        Cell(actor_of(coverage, group[0])),
        Cell(_told(coverage, statement, speaker, told_to), detail=statement.speaker.source_type.value),
        _said(coverage, group[0]),
        words(group, marks=marks, detail="; ".join(part for part in (_manner(statement), kind) if part)),
    )


def _told(coverage: Coverage, statement: Statement, speaker: str, told_to: str) -> str:
    """Who said it, to whom, and by way of whose account it is known."""
    by_way = f", by way of {coverage.names.of(statement.via.name)}'s account" if statement.via is not None else ""
    return f"{speaker}{f', to {told_to}' if told_to else ''}{by_way}"


def _said(coverage: Coverage, found: Found[Statement]) -> Cell:
    when = said_on(coverage, found)
    if not when.is_unknown:
        return dated(when, with_reason=True)
    published = dated(found.report.document.published)
    return Cell(f"({published.text})", marks=published.marks, detail=published.detail)


def _manner(statement: Statement) -> str:
    return {Mode.DIRECT: "in direct speech", Mode.MIXED: "partly in direct speech"}.get(statement.mode, "")
