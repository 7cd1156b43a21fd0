"""What the reports say stands in the way, who asks what there, and who presses whom."""

from __future__ import annotations

from typing import Any

from gobetween.briefs.accounts.coverage import Coverage, Found, gather, speaker_of
from gobetween.briefs.accounts.likeness import are_alike, names_in
from gobetween.briefs.accounts.lines import Row, line, section, table, words
from gobetween.briefs.accounts.matters import WORDING, Group
from gobetween.briefs.accounts.positions import ASKED, position_groups
from gobetween.briefs.blocks import Cell, Section, Table
from gobetween.briefs.phrasing import capitalised, listed, quoted, when_or_undated
from gobetween.model.evidence import LeverageMention, Stance, StickingPointMention

ON_THE_MATTER = ASKED | {Stance.REJECT, Stance.OPPOSE}
NEXT_SENTENCE = 150  # characters after a sticking point within which positions of those named in it belong to it
AFTERWARDS = 400  # the same for positions on a thing, other than an actor, that it names

Points = tuple[Found[StickingPointMention], ...]
Pressure = tuple[Found[LeverageMention], ...]


def sticking_points_section(coverage: Coverage) -> tuple[Section, ...]:
    """Reported sticking points and leverage."""
    blocks = (*_points(coverage), *_leverage(coverage))
    lead = "As the reports have it; nothing here is computed from positions."
    return section("account-sticking-points", "What stands in the way, and who presses whom", lead, blocks)


def sticking_points(coverage: Coverage) -> tuple[Points, ...]:
    """Sticking points, said in so many words first; copies within a story, and one sentence's several issues, together."""

    def are_one(first: Found[StickingPointMention], second: Found[StickingPointMention]) -> bool:
        if first.report is second.report:
            return any(mine.overlaps(theirs) for mine in first.passage.spans for theirs in second.passage.spans)
        return are_alike(first.passage.text, second.passage.text)

    return gather(sorted(coverage.found("sticking_points"), key=lambda each: not each.item.is_explicit), are_one, by=coverage.origin)


def pressure(coverage: Coverage) -> tuple[Pressure, ...]:
    """Who presses whom, copies within a story together; what carries an 'or else' comes first."""

    def are_one(first: Found[LeverageMention], second: Found[LeverageMention]) -> bool:
        mine, theirs = first.item, second.item
        same = all(coverage.names.of(a) == coverage.names.of(b) for a, b in ((mine.by, theirs.by), (mine.on, theirs.on)))
        return same and are_alike(first.passage.text, second.passage.text)

    return gather(
        sorted(coverage.found("leverage"), key=lambda each: -bool(each.item.demand) - bool(each.item.otherwise)),
        are_one,
        by=coverage.origin,
    )


def pressure_line(coverage: Coverage, group: Pressure) -> str:
    """A pressure in a sentence."""
    item = group[0].item
    whom = f"{coverage.names.of(item.by)} presses {coverage.names.of(item.on)}"
    if not item.demand:
        return f"{whom}: {quoted(group[0].passage.text, 200)}"
    return f"{whom} to {item.demand.removeprefix('to ')}{f' ({item.otherwise})' if item.otherwise else ''}"


def demands_there(coverage: Coverage, groups: tuple[Group, ...], points: Points) -> tuple[Group, ...]:
    """Positions in the same report that belong to a sticking point: within its words, or soon after and on the same named thing."""
    chosen = (group for group in groups if group[0].item.stance in ON_THE_MATTER)
    return tuple(group for group in chosen if any(_belongs(coverage, point, each) for point in points for each in group))


def _belongs(coverage: Coverage, point: Found[StickingPointMention], position: Found[object]) -> bool:
    if point.report is not position.report:
        return False
    if any(mine.overlaps(theirs) for mine in point.passage.spans for theirs in position.passage.spans):
        return True
    after = position.passage.start - point.passage.end
    shared = names_in(point.passage.text) & names_in(position.passage.text)
    if not 0 <= after <= AFTERWARDS or not shared:
        return False
    return after <= NEXT_SENTENCE or any(coverage.names.actor_of(name) is None for name in shared)


def between(coverage: Coverage, points: Points, there: tuple[Group, ...]) -> str:
    """Those who stand against each other there: as the report has it, and by what they ask there."""
    said = [party for found in points for party in found.item.parties]
    return listed(coverage.names.of(party) for party in (*said, *(group[0].item.party for group in there)))


def _points(coverage: Coverage) -> tuple[Table, ...]:
    positions = position_groups(coverage)
    columns = ("Matter", "Between", "Who asks what there", "Words", "Said by")
    return table("Sticking points", columns, [_point_row(coverage, group, positions) for group in sticking_points(coverage)])


def _point_row(coverage: Coverage, points: Points, positions: tuple[Group, ...]) -> Row:
    first = points[0]
    there = demands_there(coverage, positions, points)
    asked = "; ".join(_asked(coverage, group) for group in there)
    said_so = "" if first.item.is_explicit else "not in so many words"
    return (
        Cell(capitalised(listed(found.item.issue for found in points)), detail=said_so),
        Cell(between(coverage, points, there)),
        line(asked, tuple(found for group in there for found in group)) if there else Cell(""),
        words(points),
        _said_by(coverage, first),
    )


def _asked(coverage: Coverage, group: Group) -> str:
    position = group[0].item
    return f"{coverage.names.of(position.party)} {WORDING[position.stance]}: {quoted(position.issue or group[0].passage.text, 160)}"


def _leverage(coverage: Coverage) -> tuple[Table, ...]:
    columns = ("Who on whom", "To do what", "Or else, or if", "Words", "Said by")
    return table("Pressure", columns, [_leverage_row(coverage, group) for group in pressure(coverage)])


def _leverage_row(coverage: Coverage, group: Pressure) -> Row:
    item = group[0].item
    return (
        Cell(f"{coverage.names.of(item.by)} on {coverage.names.of(item.on)}"),
        Cell(item.demand),
        Cell(item.otherwise),
        words(group),
        _said_by(coverage, group[0]),
    )


def _said_by(coverage: Coverage, found: Found[Any]) -> Cell:
    return Cell(coverage.source(speaker_of(found)), detail=when_or_undated(found.report.document.published))
