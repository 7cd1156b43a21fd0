"""Who stands for what, issue by issue and actor by actor, as a picture beside its table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gobetween.briefs.blocks import StanceCell, StanceRow, StancesPlot, Table
from gobetween.briefs.cells import is_closed
from gobetween.briefs.phrasing import joined
from gobetween.briefs.scenes import Scene
from gobetween.briefs.stances import DOES, by_issue
from gobetween.model.evidence import Stance
from gobetween.model.issues import Issue
from gobetween.model.positions import Position

REFUSED = frozenset({Stance.REJECT, Stance.OPPOSE})
LEAST = 2  # actors, and issues: fewer are read at a glance in the table


def stances_plot(scene: Scene, table: Table, positions: Iterable[Position], seated: Sequence[str]) -> StancesPlot | None:
    """The picture of that table, for those whose consent is needed; `None` where there is too little to draw."""
    named = [each for each in positions if each.options and each.actor in seated]
    naming = {each.actor for each in named}
    actors = [each for each in seated if each in naming]
    on_issue = by_issue(named)
    rows = [_row(scene, issue, on_issue.get(issue.id, []), actors) for issue in scene.case.issues]
    drawn = tuple(row for row in rows if any(cell.words for cell in row.cells))
    if len(actors) < LEAST or len(drawn) < LEAST:
        return None
    return StancesPlot(
        table.title,
        "Issues down, sides across: what each asks for now, accepts or will not have. Whether some option suits all who named options "
        "is worked out issue by issue; conditions are not looked at. What names no option, and what others say, stands in the table "
        "alone.",
        actors=tuple(scene.names.actor(each) for each in actors),
        rows=drawn,
        table=table,
    )


def _row(scene: Scene, issue: Issue, positions: Sequence[Position], actors: Sequence[str]) -> StanceRow:
    by_actor = {actor: [each for each in positions if each.actor == actor] for actor in actors}
    cells = tuple(_cell(scene, issue, taken) for taken in by_actor.values())
    suiting = [_suiting(issue, taken) for taken in by_actor.values() if _suiting(issue, taken) is not None]
    common = frozenset.intersection(*(each for each in suiting if each is not None)) if suiting else frozenset[str]()
    return StanceRow(issue.title, cells, suits_all=bool(common) if len(suiting) >= LEAST else None)


def _cell(scene: Scene, issue: Issue, positions: Sequence[Position]) -> StanceCell:
    words = joined(*(_in_words(scene, issue, each) for each in positions))
    return StanceCell(tuple(DOES[each.stance] for each in positions), words, is_entrusted=any(is_closed(each) for each in positions))


def _in_words(scene: Scene, issue: Issue, position: Position) -> str:
    final = " (red line)" if position.is_red_line else ""
    return f"{DOES[position.stance]} {scene.names.quoted(issue.id, position.options)}{final}"


def _suiting(issue: Issue, positions: Sequence[Position]) -> frozenset[str] | None:
    """The options that suit an actor by what it says, conditions aside; `None` if it says nothing of what it would take."""
    wanted = frozenset(option for each in positions if each.stance not in REFUSED | {Stance.DROPPED_DEMAND} for option in each.options)
    refused = frozenset(option for each in positions if each.stance in REFUSED for option in each.options)
    if not wanted and not refused:
        return None
    return (wanted or frozenset(option.id for option in issue.options)) - refused
