"""Depth-first through a diagram, leaving out whatever cannot reach the levels that are asked for."""

from __future__ import annotations

from typing import Any

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
    """A search for the paths that reach all levels, to be gone on with from path to path.

    `levels` (parties + sums) is what each party's value, and then each weighted sum of values, must come to; they may be raised
    between two steps. `weights` (sums, parties) are whole numbers, of which the first row guides: arcs are tried in descending
    order of what it can reach. Of the sums, the one that failed last on a level is looked at first. All is compared exactly, in
    64 bits.
    """

    diagram: Diagram
    weights: Ints
    levels: Ints
    ahead: Ints
    failed: Ints
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
                self.diagram.first_arc, self.diagram.target, self.diagram.values, self.weights, self.levels, self.ahead, self.failed,
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


def ahead_of(diagram: Diagram, weights: Ints) -> Ints:
    """What can still be added, from each node, to each party's value and to each weighted sum: shape (nodes, parties + sums)."""
    rows = np.vstack([np.eye(diagram.parties, dtype=np.int64), weights])
    return np.ascontiguousarray(best_ahead(diagram, rows).T)


def descent_of(diagram: Diagram, weights: Ints, levels: Ints, ahead: Ints) -> Descent:
    """The search at its beginning, given `ahead_of` the weights, of which there is one row or more; the diagram has a path."""
    depth = diagram.levels
    widest = int(np.diff(diagram.first_arc).max(initial=1))
    values = np.zeros((depth + 1, diagram.parties), np.int64)
    values[0] = diagram.start
    return Descent(
        diagram,
        weights,
        levels,
        ahead,
        np.zeros(depth + 1, np.int64),
        values,
        np.zeros((depth + 1, widest), np.int64),
        np.zeros((depth + 1, widest), np.int64),
        np.zeros(depth + 1, np.int64),
        np.zeros(depth + 1, np.int64),
    )


@compiled
def _descend(  # noqa: PLR0913, PLR0917  # a compiled loop takes arrays, not values
    first_arc: Ints, target: Ints, arc_values: Ints, weights: Ints, levels: Ints, ahead: Ints, failed: Ints,
    values: Ints, arcs: Ints, reach: Ints, counts: Ints, places: Ints, state: Ints, limit: Any,
) -> Any:  # fmt: skip  # one line for the diagram and the bounds, one for the state
    sums, parties = weights.shape
    last = values.shape[0] - 1
    depth, is_new, steps = state[0], state[1], state[2]
    reached = np.zeros(parties, np.int64)
    node = np.int64(0)
    if depth > 0:
        node = target[arcs[depth - 1, places[depth - 1] - 1]]
    outcome = 0
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
                is_open = True
                for party in range(parties):
                    reached[party] = values[depth, party] + arc_values[arc, party]
                    if reached[party] + ahead[after, party] < levels[party]:
                        is_open = False
                        break
                if not is_open:
                    continue
                which = failed[depth]
                best = ahead[after, parties + which]
                for party in range(parties):
                    best += weights[which, party] * reached[party]
                if best < levels[parties + which]:
                    continue
                guide = best
                for which in range(sums):
                    best = ahead[after, parties + which]
                    for party in range(parties):
                        best += weights[which, party] * reached[party]
                    if best < levels[parties + which]:
                        is_open = False
                        failed[depth] = which
                        break
                    if which == 0:
                        guide = best
                if is_open:
                    at = count
                    while at > 0 and reach[depth, at - 1] < guide:
                        reach[depth, at] = reach[depth, at - 1]
                        arcs[depth, at] = arcs[depth, at - 1]
                        at -= 1
                    reach[depth, at] = guide
                    arcs[depth, at] = arc
                    count += 1
            counts[depth], places[depth], is_new = count, 0, 0
        if depth == last or places[depth] >= counts[depth] or reach[depth, places[depth]] < levels[parties]:
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
