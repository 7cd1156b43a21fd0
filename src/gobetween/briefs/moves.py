"""What moved: demands dropped, and positions that replaced earlier ones, with what stood before."""

from __future__ import annotations

from itertools import groupby

from gobetween.briefs.blocks import Cell
from gobetween.briefs.cells import cited
from gobetween.briefs.phrasing import joined, sentence, when_in_words
from gobetween.briefs.scenes import Scene
from gobetween.briefs.stances import ABOUT_TERMS, DOES, stance_in_words
from gobetween.model.evidence import Stance
from gobetween.model.positions import Position


def move_cells(scene: Scene, *, current_only: bool = False) -> tuple[Cell, ...]:
    """One line for each actor, issue and time at which the actor moved, the latest first."""
    series = sorted((each for each in scene.case.positions if _is_about_terms(each)), key=lambda each: (_line(each), scene.order(each)))
    cells = []
    for _, grouped in groupby(series, key=_line):
        steps = [tuple(step) for _, step in groupby(grouped, key=scene.order)]
        for before, after in zip([(), *steps], steps, strict=False):
            if _has_moved(before, after) and (not current_only or any(scene.round_of(each) == scene.current for each in after)):
                cells.append((scene.order(after[0]), _cell(scene, before, after, with_time=not current_only)))
    return tuple(cell for _, cell in sorted(cells, key=lambda each: each[0], reverse=True))


def dropped_cells(scene: Scene) -> tuple[Cell, ...]:
    """Of these lines, those in which a demand is dropped."""
    return tuple(cell for cell in move_cells(scene) if DOES[Stance.DROPPED_DEMAND] in cell.text)


def _is_about_terms(position: Position) -> bool:
    return position.issue is not None and bool(position.options) and not position.after_deal and position.stance in ABOUT_TERMS


def _line(position: Position) -> tuple[str, str]:
    return (position.issue or "", position.actor)


def _has_moved(before: tuple[Position, ...], after: tuple[Position, ...]) -> bool:
    """Whether the later positions say something else; what is new on an issue is no move unless a demand is dropped."""
    if any(each.stance is Stance.DROPPED_DEMAND for each in after):
        return True
    return bool(before) and _said(before) != _said(after)


def _said(positions: tuple[Position, ...]) -> set[tuple[frozenset[str], bool]]:
    return {(each.options, each.stance in (Stance.REJECT, Stance.OPPOSE)) for each in positions}


def _cell(scene: Scene, before: tuple[Position, ...], after: tuple[Position, ...], *, with_time: bool) -> Cell:
    dropped_first = sorted(after, key=lambda each: each.stance is not Stance.DROPPED_DEMAND)
    now = joined(*(stance_in_words(scene, each) for each in dropped_first))
    home = scene.round_of(after[0])
    time = home.name if home else when_in_words(after[0].when)
    head = joined(time if with_time else "", scene.names.actor(after[0].actor), by=": ")
    words = f"{head}, {scene.names.issue(after[0].issue)}: {now}."
    earlier = joined(*(stance_in_words(scene, each) for each in before))
    return cited(words, *dropped_first, detail=sentence(f"before: {earlier}") if earlier else "")
