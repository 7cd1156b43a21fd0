"""What moved: demands dropped, and positions that replaced earlier ones, with what stood before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from attrs import define, evolve, field, frozen

from gobetween.bargaining.demands import EXCLUDING, current_positions, date_of
from gobetween.briefs.blocks import Cell
from gobetween.briefs.cells import cited, inferred_mark, openness_of
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
        found += _moves_in(scene, [tuple(step) for _, step in groupby(grouped, key=lambda each: _order(scene, each))])
    moved = [each for each in found if each.drops_demand or (each.before and _said(each.before) != _said(each.after))]
    return tuple(sorted(moved, key=lambda each: _order(scene, each.after[0]), reverse=True))


def _moves_in(scene: Scene, steps: Sequence[tuple[Position, ...]]) -> Iterator[Move]:
    """What each step of one actor on one issue replaced, in order.

    A red line from before stands until it is lifted, whatever else was said since; of the rest, the latest is replaced.
    """
    past = _Past()
    for place, after in enumerate(steps):
        stands = _red_lines(scene, past.having_a_say(after), after)
        before, now = {each.id for each in past.stood}, {each.id for each in stands}
        rests = (tuple(each for each in step if each.id not in before) for step in reversed(steps[:place]))
        latest = next((rest for rest in rests if rest), ())
        lifted = tuple(each for each in past.stood if each.id not in now)
        yield Move((*lifted, *latest), _dropped_first(after), tuple(each for each in past.stood if each.id in now))
        past.add(after, stands)


@define
class _Past:
    """What an actor said on an issue so far, in order, and which red lines of it stand."""

    said: list[Position] = field(factory=list)
    stood: tuple[Position, ...] = ()
    _newest: tuple[dt.date, dt.date] = (dt.date.min, dt.date.min)

    def having_a_say(self, after: tuple[Position, ...]) -> tuple[Position, ...]:
        """The red lines that stand, and what else can lift a new one: nothing, unless its own day is later than its place."""
        days = [day for each in after if each.is_red_line and (day := date_of(each))]
        if not days or self._newest < min(days):
            return self.stood
        standing = {each.id for each in self.stood}
        return tuple(each for each in self.said if each.id in standing or ((day := date_of(each)) and day >= min(days)))

    def add(self, after: tuple[Position, ...], stands: tuple[Position, ...]) -> None:
        """One step more; `stands` are the red lines in force then."""
        those = {each.id for each in (*self.stood, *after)}
        self.stood = tuple(each for each in stands if each.id in those)
        self.said += after
        self._newest = max((self._newest, *(day for each in after if (day := date_of(each)))))


def _red_lines(scene: Scene, past: tuple[Position, ...], after: tuple[Position, ...]) -> tuple[Position, ...]:
    """The red lines that are in force once these positions were taken, and none after them."""
    said = (*past, *after)
    drawn = tuple(each for each in said if each.is_red_line)
    if all(each.stance in EXCLUDING for each in said):  # what refuses lifts nothing
        return drawn
    return tuple(each for each in current_positions(evolve(scene.case, positions=said)) if each.is_red_line) if drawn else ()


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


def line_of(position: Position) -> tuple[str, str, int, bool]:
    """Whose word on what it is; what is entrusted, or only some hold, is no move from what is open, nor a bottom line from either."""
    return (position.issue or "", position.actor, openness_of(position), position.series is Series.BOTTOM_LINE)


def _dropped_first(positions: tuple[Position, ...]) -> tuple[Position, ...]:
    return tuple(sorted(positions, key=lambda each: each.stance is not Stance.DROPPED_DEMAND))


def _said(positions: tuple[Position, ...]) -> set[tuple[frozenset[str], bool]]:
    return {(each.options, each.stance in (Stance.REJECT, Stance.OPPOSE)) for each in positions}
