"""What moved: demands dropped, and positions that replaced earlier ones, with what stood before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from itertools import groupby

from attrs import evolve, frozen

from gobetween.bargaining.demands import current_positions
from gobetween.briefs.blocks import Cell
from gobetween.briefs.cells import cited, inferred_mark, is_entrusted
from gobetween.briefs.phrasing import joined, sentence, when_in_words
from gobetween.briefs.scenes import Scene
from gobetween.briefs.stances import ABOUT_TERMS, position_in_words, stance_in_words
from gobetween.model.evidence import Stance
from gobetween.model.positions import Position, Series


@frozen
class Move:
    """What an actor said on an issue at one time, and what that replaced; a dropped demand comes first.

    `kept` are the red lines from before that it leaves in force.
    """

    before: tuple[Position, ...]
    after: tuple[Position, ...]
    kept: tuple[Position, ...] = ()

    @property
    def actor(self) -> str:
        """Who moves, by id."""
        return self.after[0].actor

    @property
    def drops_demand(self) -> bool:
        """Whether a demand is given up."""
        return self.after[0].stance is Stance.DROPPED_DEMAND


def moves_of(scene: Scene) -> tuple[Move, ...]:
    """Every move, one for each actor, issue and time, the latest first.

    What is new on an issue is no move, unless a demand is dropped; nor is the same position said again. A position without any
    date takes no part: it may be earlier or later than all others.
    """
    dated = [each for each in scene.case.positions if _is_about_terms(each) and not scene.time_in_series(each).is_unknown]
    series = sorted(dated, key=lambda each: (line_of(each), _order(scene, each)))
    found: list[Move] = []
    for _, grouped in groupby(series, key=line_of):
        steps = [tuple(step) for _, step in groupby(grouped, key=lambda each: _order(scene, each))]
        found += [_move(scene, steps[:place], after) for place, after in enumerate(steps)]
    moved = [each for each in found if each.drops_demand or (each.before and _said(each.before) != _said(each.after))]
    return tuple(sorted(moved, key=lambda each: _order(scene, each.after[0]), reverse=True))


def _move(scene: Scene, earlier: list[tuple[Position, ...]], after: tuple[Position, ...]) -> Move:
    """A red line from before stands until it is lifted, whatever else was said since; of the rest, the latest is replaced."""
    past = tuple(each for step in earlier for each in step)
    stood, stands = _red_lines(scene, past), _red_lines(scene, (*past, *after))
    kept = tuple(each for each in past if each.id in stands)
    lifted = tuple(each for each in past if each.id in stood - stands)
    latest: tuple[Position, ...] = ()
    for step in earlier:
        latest = tuple(each for each in step if each.id not in stood) or latest
    return Move((*lifted, *latest), _dropped_first(after), kept)


def _red_lines(scene: Scene, positions: tuple[Position, ...]) -> set[str]:
    """The ids of the red lines that were in force when these positions had been taken, and none after them."""
    return {each.id for each in current_positions(evolve(scene.case, positions=positions)) if each.is_red_line}


def _order(scene: Scene, position: Position) -> tuple[dt.date, dt.date]:
    return scene.time_in_series(position).sort_key


def recent_moves(scene: Scene) -> tuple[Move, ...]:
    """The moves of the current round."""
    return tuple(each for each in moves_of(scene) if scene.round_of(each.after[0]) == scene.current)


def move_cells(scene: Scene, moves: Iterable[Move], *, with_time: bool = True, with_actor: bool = True) -> tuple[Cell, ...]:
    """The moves in the positions' own words, with the options of now and before as the smaller line."""
    return tuple(_cell(scene, each, with_time=with_time, with_actor=with_actor) for each in moves)


def _cell(scene: Scene, move: Move, *, with_time: bool, with_actor: bool) -> Cell:
    first = move.after[0]
    home = scene.round_of(first)
    time = home.name if home else when_in_words(first.when)
    issue = scene.names.issue(first.issue)
    words = " ".join(position_in_words(each) for each in move.after)
    about = issue if not with_actor or scene.names.actor(first.actor) in words else f"{scene.names.actor(first.actor)} on {issue}"
    head = joined(time if with_time else "", about, by=", ")
    kept = (f"still {stance_in_words(scene, each)}" for each in move.kept)
    now = joined(*(stance_in_words(scene, each) for each in move.after), *kept)
    before = joined(*(stance_in_words(scene, each) for each in move.before))
    detail = joined(sentence(f"now: {now}"), sentence(f"before: {before}") if before else "", by=" ")
    return cited(f"{head}: {words}", *move.after, marks=inferred_mark((*move.before, *move.kept)), detail=detail)


def _is_about_terms(position: Position) -> bool:
    return position.issue is not None and bool(position.options) and not position.after_deal and position.stance in ABOUT_TERMS


def line_of(position: Position) -> tuple[str, str, bool, bool]:
    """Whose word on what it is; what is entrusted is no move from what is open, nor a bottom line from either."""
    return (position.issue or "", position.actor, is_entrusted(position), position.series is Series.BOTTOM_LINE)


def _dropped_first(positions: tuple[Position, ...]) -> tuple[Position, ...]:
    return tuple(sorted(positions, key=lambda each: each.stance is not Stance.DROPPED_DEMAND))


def _said(positions: tuple[Position, ...]) -> set[tuple[frozenset[str], bool]]:
    return {(each.options, each.stance in (Stance.REJECT, Stance.OPPOSE)) for each in positions}
