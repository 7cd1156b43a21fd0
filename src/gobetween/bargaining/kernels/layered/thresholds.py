"""What weighted sums of values a package must reach to be as good as a given score."""

from __future__ import annotations

from math import ceil

import numpy as np

from gobetween.bargaining.kernels.layered.diagrams import Diagram, Ints
from gobetween.bargaining.kernels.objectives import Least, Objective, Product, Score, Total

_ANY = -(2**62)


def levels_for(objective: Objective, diagram: Diagram, weights: Ints, score: Score | None) -> Ints:
    """Of each weighted sum, the least that a package with that score or more (any, if `None`) has."""
    floors = floors_for(objective, diagram, score)
    levels = [*floors, *[_ANY] * (len(weights) - len(floors))]
    return np.array(levels, np.int64)


def floors_for(objective: Objective, diagram: Diagram, score: Score | None) -> list[int]:
    """The least value of each party, in packages with that score or more."""
    floors = [int(least) for least in diagram.least]
    if isinstance(objective, Product):
        return [
            max(floor, origin + 1) if power else floor
            for floor, origin, power in zip(floors, objective.origin, objective.powers, strict=True)
        ]
    if isinstance(objective, Least) and isinstance(score, tuple) and score:
        return [
            max(floor, origin + ceil(score[0] * unit)) if unit else floor
            for floor, origin, unit in zip(floors, objective.origin, objective.units, strict=True)
        ]
    return floors
