"""Packages searched in a diagram: any that meets the reservation values, and the best by an objective, with proof."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import numpy as np

from gobetween.bargaining.kernels import MOST_TIES, Choice, Found, Progress, Watch, unwatched
from gobetween.bargaining.kernels.layered.bounds import party_best_ahead
from gobetween.bargaining.kernels.layered.depth_first import DONE, PATH, descent_of
from gobetween.bargaining.kernels.layered.diagrams import NO_LEAST, Diagram, Ints
from gobetween.bargaining.kernels.layered.thresholds import levels_for
from gobetween.bargaining.kernels.objectives import Objective, Score

_STEPS = 2_000_000  # arcs looked at before the watch is asked again


def find_path(diagram: Diagram) -> Choice | None:
    """A package that is worth its reservation value or more to everyone whose reservation is kept; `None` if there is none."""
    if diagram.is_empty:
        return None
    best = diagram.start + party_best_ahead(diagram)[:, 0]
    if (best < diagram.least).any():
        return None
    weights = _rows(diagram, best)
    levels = np.array([*diagram.least.tolist(), weights[-1] @ np.maximum(diagram.least, 0) * 0 - 2**62], np.int64)
    descent = descent_of(diagram, weights, levels)
    while (outcome := descent.go_on(_STEPS)) != DONE:
        if outcome == PATH:
            return diagram.choice(descent.path())
    return None


def _rows(diagram: Diagram, best: Ints) -> Ints:
    room = np.maximum(best - np.maximum(diagram.least, diagram.start - abs(best)), 1)
    guide = np.maximum(room.max(initial=1) * 100 // room, 1)
    return np.vstack([np.eye(diagram.parties, dtype=np.int64), np.minimum(guide, 10_000)])


def search_paths(diagram: Diagram, objective: Objective, *, most: int = MOST_TIES, watch: Watch = unwatched) -> Found:
    """The packages that are best by the objective, of those worth to everyone the reservation value that is kept."""
    if diagram.is_empty:
        return Found((), is_proven=True, are_all=True)
    best = diagram.start + party_best_ahead(diagram)[:, 0]
    if (best < diagram.least).any():
        return Found((), is_proven=True, are_all=True)
    weights = _rows(diagram, best)
    descent = descent_of(diagram, weights, levels_for(objective, diagram, weights, None))
    score: Score | None = None
    choices: list[Choice] = []
    found = 0
    while (outcome := descent.go_on(_STEPS)) != DONE:
        if outcome == PATH:
            reached = objective.score(descent.path_values())
            if reached is None or (score is not None and reached < score):  # type: ignore[operator]  # scores of one objective compare
                continue
            if reached != score:
                score, choices, found = reached, [], 0
                descent.levels[:] = levels_for(objective, diagram, weights, score)
            found += 1
            if len(choices) < most:
                choices.append(diagram.choice(descent.path()))
        elif not watch(Progress("search", descent.steps, None, len(choices))):
            return Found(tuple(sorted(choices)), is_proven=False, are_all=False)
    return Found(tuple(sorted(choices)), is_proven=True, are_all=found <= most)
