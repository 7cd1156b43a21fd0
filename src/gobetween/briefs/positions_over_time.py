"""Positions over the rounds: a panel an issue, and the same as a table with every position's words, source and date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby

from gobetween.briefs.blocks import Block, Cell, PositionPoint, PositionsPanel, PositionsPlot, Table
from gobetween.briefs.cells import cited, dated, inferred_mark, is_closed, noted, openness_of, table_of
from gobetween.briefs.course import PLANNED
from gobetween.briefs.moves import line_of
from gobetween.briefs.phrasing import joined, sentence, when_in_words
from gobetween.briefs.scenes import Scene
from gobetween.briefs.stances import DOES, by_issue, position_in_words, stance_in_words, told_by
from gobetween.model.evidence import Stance
from gobetween.model.happenings import Round
from gobetween.model.issues import Issue
from gobetween.model.positions import Position

BEFORE = "Before"
STATES = ("now", "before", "undated")


def positions_plot(scene: Scene) -> Iterator[Block]:
    """The plot with its table, or the table alone where no position names options."""
    of_issues = by_issue(each for each in scene.case.positions if not each.after_deal)
    rows = [row for issue in scene.case.issues for row in _rows(scene, issue, of_issues.get(issue.id, []))]
    columns = ("Issue", "Who", "Stands", "In words", "Now or before")
    for table in table_of("Positions, issue by issue", columns, rows):
        yield _plot(scene, table) or table


def _plot(scene: Scene, table: Table) -> PositionsPlot | None:
    on_issues = [each for each in scene.case.positions if each.issue and each.options and not each.after_deal]
    plotted = [each for each in on_issues if scene.round_of(each) or not scene.time_in_series(each).is_unknown]
    if not plotted:
        return None
    begun = {place for place, each in enumerate(scene.rounds) if not scene.lies_ahead(each)}
    places = sorted({_stretch(scene, each) for each in plotted} | begun)
    names = _names(scene, plotted)
    of_issues = by_issue(plotted)
    panels = (_panel(scene, issue, of_issues.get(issue.id, []), places) for issue in scene.case.issues)
    undated = "What has no date stands in the list of positions alone." if len(plotted) < len(on_issues) else ""
    inferred = "The list of positions says which of them are inferred." if inferred_mark(plotted) else ""
    return PositionsPlot(
        "Positions over time",
        joined("For each issue and each round, or day, who stood for which of its options.", undated, inferred, by=" "),
        stretches=tuple(names[place] for place in places),
        panels=tuple(panel for panel in panels if panel.points),
        table=table,
    )


def _names(scene: Scene, plotted: Iterable[Position]) -> dict[int, str]:
    """What the stretches are called: rounds by their names, and days where no round is known."""
    if not scene.rounds:
        return {_stretch(scene, each): when_in_words(scene.time_in_series(each)) for each in plotted}
    return {-1: BEFORE} | {place: _round_name(scene, each) for place, each in enumerate(scene.rounds)}


def _round_name(scene: Scene, item: Round) -> str:
    return f"{item.name} ({PLANNED})" if scene.lies_ahead(item) else item.name


def _stretch(scene: Scene, position: Position) -> int:
    """The place of the round it belongs to, or of the last that had begun before; -1 for what was before all rounds.

    Where no round is known, the day it was said, as a number.
    """
    if not scene.rounds:
        return scene.time_in_series(position).sort_key[0].toordinal()
    home = scene.round_of(position)
    if home is not None:
        return scene.rounds.index(home)
    when = scene.time_in_series(position)
    last = when.latest or when.earliest or dt.date.max
    return max((place for place, each in enumerate(scene.rounds) if each.when.earliest and each.when.earliest < last), default=-1)


def _panel(scene: Scene, issue: Issue, positions: Sequence[Position], places: Sequence[int]) -> PositionsPanel:
    index = {option.id: place for place, option in enumerate(issue.options)}
    replaced = set(_replaced(scene, positions))
    points = (
        PositionPoint(
            places.index(_stretch(scene, each)),
            scene.names.actor(each.actor),
            tuple(sorted(index[option] for option in each.options)),
            DOES[Stance.DROPPED_DEMAND if each.id in replaced else each.stance],
            is_entrusted=is_closed(each),
        )
        for each in sorted(positions, key=scene.order)
    )
    return PositionsPanel(issue.title, tuple(option.title for option in issue.options), tuple(points))


def _replaced(scene: Scene, positions: Iterable[Position]) -> Iterator[str]:
    """The ids of those after which the same actor said something else in the same stretch: what they ask for it asks for no longer."""
    together: dict[object, list[Position]] = {}
    for each in positions:
        together.setdefault((line_of(each), _stretch(scene, each)), []).append(each)
    for those in together.values():
        kept: frozenset[str] | None = None  # the options that all later ones name
        for _, of_a_time in groupby(sorted(those, key=partial(_time, scene), reverse=True), partial(_time, scene)):
            said = tuple(of_a_time)
            yield from (each.id for each in said if kept is not None and not each.options <= kept)
            kept = frozenset.intersection(*(each.options for each in said), *(() if kept is None else (kept,)))


def _time(scene: Scene, position: Position) -> tuple[dt.date, dt.date]:
    return scene.time_in_series(position).sort_key


def _rows(scene: Scene, issue: Issue, on_issue: Sequence[Position]) -> Iterator[tuple[Cell, ...]]:
    order = {actor.id: place for place, actor in enumerate(scene.case.actors)}
    latest_first = sorted(on_issue, key=scene.order, reverse=True)
    states = {each.id: _state(scene, each) for each in on_issue}
    for each in sorted(latest_first, key=lambda each: (order[each.actor], STATES.index(states[each.id]))):
        yield (
            Cell(issue.title),
            Cell(scene.names.actor(each.actor)),
            _stands(scene, each),
            cited(position_in_words(each), each, detail=joined(sentence(told_by(scene, each)), noted(each), by=" ")),
            _when(scene, each, states[each.id]),
        )


def _state(scene: Scene, position: Position) -> str:
    """What has no date may be the latest, or long past."""
    if scene.time_in_series(position).is_unknown and scene.round_of(position) is None:
        return "undated"
    return "now" if position.id in scene.standing_by_id else "before"


def _stands(scene: Scene, position: Position) -> Cell:
    words = stance_in_words(scene, position) if position.options else DOES[position.stance]
    kept = ("", "not public: ", "entrusted: ")[openness_of(position)]
    return Cell(f"{kept}{words}")


def _when(scene: Scene, position: Position, state: str) -> Cell:
    """`now: March round, 3 March 2031`, or no more than that it is undated."""
    if state == "undated":
        return Cell(state)
    cell = dated(scene.time_of(position))
    home = scene.round_of(position)
    return Cell(
        joined(state, joined(_round_name(scene, home) if home else "", cell.text, by=", "), by=": "),
        marks=cell.marks,
        detail=cell.detail,
    )
