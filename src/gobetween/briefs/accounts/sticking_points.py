"""What the reports say stands in the way, who asks what there, and who presses whom."""

from __future__ import annotations

from gobetween.briefs.accounts.coverage import Coverage, Found, gather, join_same
from gobetween.briefs.accounts.likeness import are_alike, names_in
from gobetween.briefs.accounts.lines import Row, line, section, table, words
from gobetween.briefs.accounts.matters import Group, does
from gobetween.briefs.accounts.places import is_the_contrary, place_just_before
from gobetween.briefs.accounts.positions import ASKED, position_groups
from gobetween.briefs.accounts.pressure import pressure_table, said_by
from gobetween.briefs.accounts.wording import quoted
from gobetween.briefs.blocks import Cell, Section, Table
from gobetween.briefs.phrasing import capitalised, listed
from gobetween.model.evidence import PositionMention, Stance, StickingPointMention

ON_THE_MATTER = ASKED | {Stance.REJECT, Stance.OPPOSE}
NEXT_SENTENCE = 150  # characters after a sticking point within which positions of those named in it belong to it
FARTHEST = 1500  # the same for those that come right after the name of one of its places
AFTERWARDS = 400  # the same for positions on a thing, other than an actor, that it names

Points = tuple[Found[StickingPointMention], ...]


def sticking_points_section(coverage: Coverage) -> tuple[Section, ...]:
    """Reported sticking points and leverage."""
    blocks = (*_points(coverage), *pressure_table(coverage))
    lead = "As the reports have it; nothing here is computed from positions."
    return section("account-sticking-points", "What stands in the way, and who presses whom", lead, blocks)


def sticking_points(coverage: Coverage) -> tuple[Points, ...]:
    """Sticking points, said in so many words first; copies within a story, and one sentence's several issues, together."""

    def are_one(first: Found[StickingPointMention], second: Found[StickingPointMention]) -> bool:
        if first.report is second.report:
            return any(mine.overlaps(theirs) for mine in first.passage.spans for theirs in second.passage.spans)
        return are_alike(first.passage.text, second.passage.text)

    found = sorted(coverage.found("sticking_points"), key=lambda each: not each.item.is_explicit)
    return coverage.once("points", lambda: join_same(gather(found, are_one, by=coverage.origin), lambda _: None))


def demands_there(coverage: Coverage, groups: tuple[Group, ...], points: Points) -> tuple[Group, ...]:
    """Positions in the same report that belong to a sticking point: within its words, or soon after and on the same named thing."""
    reports = {point.report.name for point in points}
    chosen = (group for group in groups if group[0].item.stance in ON_THE_MATTER and any(each.report.name in reports for each in group))
    there = (group for group in chosen if any(_belongs(coverage, point, each) for point in points for each in group))
    return join_same(there, lambda found: (coverage.names.of(found.item.party), found.item.issue))


def _belongs(coverage: Coverage, point: Found[StickingPointMention], position: Found[PositionMention]) -> bool:
    if point.report is not position.report:
        return False
    after = position.passage.start - point.passage.end
    if after < 0:
        return any(mine.overlaps(theirs) for mine in point.passage.spans for theirs in position.passage.spans)
    if is_the_contrary(point, position) or (after <= FARTHEST and place_just_before(coverage, point, position)):
        return True
    if after > AFTERWARDS:
        return False
    shared = names_in(point.passage.text) & names_in(position.passage.text)
    return bool(shared) and (after <= NEXT_SENTENCE or any(coverage.names.actor_of(name) is None for name in shared))


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
    asked = "; ".join(_asked(coverage, group, points) for group in there if not _is_said_fuller(group, there))
    said_so = "" if first.item.is_explicit else "not in so many words"
    return (
        Cell(capitalised(listed(found.item.issue for found in points)), detail=said_so),
        Cell(between(coverage, points, there)),
        line(asked, tuple(found for group in there for found in group)) if there else Cell(""),
        words(points),
        said_by(coverage, first),
    )


def _is_said_fuller(group: Group, there: tuple[Group, ...]) -> bool:
    """Whether another line of the same party holds these words and more."""
    mine = group[0]
    others = (other[0] for other in there if other[0].item.party == mine.item.party and other[0].passage != mine.passage)
    return any(mine.passage.text in other.passage.text for other in others)


def _asked(coverage: Coverage, group: Group, points: Points) -> str:
    place = next((place for point in points if (place := place_just_before(coverage, point, group[0]))), "")
    where = f" (just before it, the report names the {place})" if place else ""
    return f"{does(coverage, group[0])}: {quoted(group[0].passage.text, 160)}{where}"
