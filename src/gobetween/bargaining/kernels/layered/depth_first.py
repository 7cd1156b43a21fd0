"""Depth-first through a diagram, leaving out whatever cannot reach the levels that are asked for."""

from __future__ import annotations

import numpy as np
from attrs import field, frozen

from gobetween.bargaining.kernels.layered.bounds import best_ahead
from gobetween.bargaining.kernels.layered.compiling import compiled
from gobetween.bargaining.kernels.layered.diagrams import Diagram, Ints

DONE, PATH, PAUSED = 0, 1, 2
"""All paths have been looked at; a path has been found; the steps allowed are used up."""

_DEPTH, _IS_NEW, _STEPS = 0, 1, 2


@frozen(eq=False)
class Descent:
    """A search for the paths whose weighted sums of values all reach their levels, to be gone on with from path to path.

    `weights` (sums, parties) are whole numbers, the last of them the guide: arcs are tried in descending order of what it can reach.
    `levels` (sums) is what each sum must reach, and may be raised between two steps. Everything is compared exactly in 64 bits.
    """

    diagram: Diagram
    weights: Ints
    levels: Ints
    ahead: Ints
    values: Ints
    arcs: Ints
    reach: Ints
    counts: Ints
    places: Ints
    state: Ints = field(factory=lambda: np.array([0, 1, 0], np.int64))

    def go_on(self, steps: int) -> int:
        """Go to the next path, for `steps` more arcs at most: `DONE`, `PATH` or `PAUSED`."""
        limit = self.state[_STEPS] + steps
        return int(
            _descend(
                self.diagram.first_arc, self.diagram.target, self.diagram.values, self.weights, self.levels, self.ahead,
                self.values, self.arcs, self.reach, self.counts, self.places, self.state, limit,
            )
        )  # fmt: skip  # as in the signature

    @property
    def steps(self) -> int:
        """How many arcs have been looked at."""
        return int(self.state[_STEPS])

    def path(self) -> list[int]:
        """The arcs of the path found last."""
        return [int(self.arcs[level, self.places[level] - 1]) for level in range(self.diagram.levels)]

    def path_values(self) -> tuple[int, ...]:
        """What the path found last is worth to each party."""
        return tuple(int(value) for value in self.values[self.diagram.levels])


def descent_of(diagram: Diagram, weights: Ints, levels: Ints) -> Descent:
    """The search at its beginning; the diagram has a path. Cost: arcs times sums times parties."""
    depth = diagram.levels
    widest = int(np.diff(diagram.first_arc).max(initial=1))
    values = np.zeros((depth + 1, diagram.parties), np.int64)
    values[0] = diagram.start
    return Descent(
        diagram,
        weights,
        levels,
        np.ascontiguousarray(best_ahead(diagram, weights).T),
        values,
        np.zeros((depth + 1, widest), np.int64),
        np.zeros((depth + 1, widest), np.int64),
        np.zeros(depth + 1, np.int64),
        np.zeros(depth + 1, np.int64),
    )


@compiled
def _descend(
    first_arc: Ints, target: Ints, arc_values: Ints, weights: Ints, levels: Ints, ahead: Ints,
    values: Ints, arcs: Ints, reach: Ints, counts: Ints, places: Ints, state: Ints, limit: int,
) -> int:  # fmt: skip  # one line for the diagram and the bounds, one for the state
    sums, parties = weights.shape
    last = values.shape[0] - 1
    depth, is_new, steps = state[0], state[1], state[2]
    node = np.int64(0)
    if depth > 0:
        node = target[arcs[depth - 1, places[depth - 1] - 1]]
    outcome = np.int64(0)
    while depth >= 0:
        if is_new == 1:
            if depth == last:
                is_new, outcome = 0, 1
                break
            if steps >= limit:
                outcome = 2
                break
            count = 0
            for arc in range(first_arc[node], first_arc[node + 1]):
                steps += 1
                after = target[arc]
                best = np.int64(0)
                is_open = True
                for which in range(sums):
                    best = ahead[after, which]
                    for party in range(parties):
                        best += weights[which, party] * (values[depth, party] + arc_values[arc, party])
                    if best < levels[which]:
                        is_open = False
                        break
                if is_open:
                    at = count
                    while at > 0 and reach[depth, at - 1] < best:
                        reach[depth, at] = reach[depth, at - 1]
                        arcs[depth, at] = arcs[depth, at - 1]
                        at -= 1
                    reach[depth, at] = best
                    arcs[depth, at] = arc
                    count += 1
            counts[depth], places[depth], is_new = count, 0, 0
        if depth == last or places[depth] >= counts[depth] or reach[depth, places[depth]] < levels[sums - 1]:
            depth -= 1
            continue
        arc = arcs[depth, places[depth]]
        places[depth] += 1
        for party in range(parties):
            values[depth + 1, party] = values[depth, party] + arc_values[arc, party]
        node = target[arc]
        depth += 1
        is_new = 1
    state[0], state[1], state[2] = depth, is_new, steps
    return outcome
