"""What moved: demands dropped, and positions that replaced earlier ones, with what stood before."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from attrs import frozen

from gobetween.briefs.blocks import Cell
from gobetween.briefs.cells import cited, inferred_mark, is_entrusted
from gobetween.briefs.phrasing import joined, sentence, when_in_words
from gobetween.briefs.scenes import Scene
from gobetween.briefs.stances import ABOUT_TERMS, position_in_words, stance_in_words
from gobetween.model.evidence import Stance
from gobetween.model.positions import Position


@frozen
class Move:
    """What an actor said on an issue at one time, and what it had said before; a dropped demand comes first."""

    before: tuple[Position, ...]
    after: tuple[Position, ...]

    @property
    def drops_demand(self) -> bool:
        """Whether a demand is given up."""
        return self.after[0].stance is Stance.DROPPED_DEMAND


def moves_of(scene: Scene) -> tuple[Move, ...]:
    """Every move, one for each actor, issue and time, the latest first.

    What is new on an issue is no move, unless a demand is dropped; nor is the same position said again.
    """
    series = sorted((each for each in scene.case.positions if _is_about_terms(each)), key=lambda each: (_line(each), scene.order(each)))
    found = []
    for _, grouped in groupby(series, key=_line):
        steps = [tuple(step) for _, step in groupby(grouped, key=scene.order)]
        found += [Move(before, _dropped_first(after)) for before, after in zip([(), *steps], steps, strict=False)]
    moved = [each for each in found if each.drops_demand or (each.before and _said(each.before) != _said(each.after))]
    return tuple(sorted(moved, key=lambda each: scene.order(each.after[0]), reverse=True))


def recent_moves(scene: Scene) -> tuple[Move, ...]:
    """The moves of the current round."""
    return tuple(each for each in moves_of(scene) if scene.round_of(each.after[0]) == scene.current)


def move_cells(scene: Scene, moves: Iterable[Move], *, with_time: bool = True) -> tuple[Cell, ...]:
    """The moves in the positions' own words, with the options of now and before as the smaller line."""
    return tuple(_cell(scene, each, with_time=with_time) for each in moves)


def _cell(scene: Scene, move: Move, *, with_time: bool) -> Cell:
    first = move.after[0]
    home = scene.round_of(first)
    time = home.name if home else when_in_words(first.when)
    issue = scene.names.issue(first.issue)
    words = " ".join(position_in_words(each) for each in move.after)
    about = issue if scene.names.actor(first.actor) in words else f"{scene.names.actor(first.actor)} on {issue}"
    head = joined(time if with_time else "", about, by=", ")
    now = joined(*(stance_in_words(scene, each) for each in move.after))
    before = joined(*(stance_in_words(scene, each) for each in move.before))
    detail = joined(sentence(f"now: {now}"), sentence(f"before: {before}") if before else "", by=" ")
    return cited(f"{head}: {words}", *move.after, marks=inferred_mark(move.before), detail=detail)


def _is_about_terms(position: Position) -> bool:
    return position.issue is not None and bool(position.options) and not position.after_deal and position.stance in ABOUT_TERMS


def _line(position: Position) -> tuple[str, str, bool]:
    """The series that a position belongs to; what is entrusted is no move from what is open."""
    return (position.issue or "", position.actor, is_entrusted(position))


def _dropped_first(positions: tuple[Position, ...]) -> tuple[Position, ...]:
    return tuple(sorted(positions, key=lambda each: each.stance is not Stance.DROPPED_DEMAND))


def _said(positions: tuple[Position, ...]) -> set[tuple[frozenset[str], bool]]:
    return {(each.options, each.stance in (Stance.REJECT, Stance.OPPOSE)) for each in positions}
