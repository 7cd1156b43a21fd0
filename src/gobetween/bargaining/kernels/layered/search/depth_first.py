"""Depth-first through a diagram, leaving out whatever cannot reach the levels that are asked for."""

from __future__ import annotations

from typing import Any

import numpy as np
from attrs import field, frozen

from gobetween.bargaining.kernels.layered.compiling import compiled
from gobetween.bargaining.kernels.layered.graph.bounds import best_ahead
from gobetween.bargaining.kernels.layered.graph.diagrams import Diagram, Ints
from gobetween.bargaining.kernels.layered.search.subgradients import Floats

DONE, PATH, PAUSED = 0, 1, 2
"""All paths have been looked at; a path has been found; the steps allowed are used up."""

_BLOCK = 8  # sums that are worked out at once
_STEPS = 2  # where the state counts the arcs


@frozen(eq=False)
class Reach:
    """What can still be added on the way from each node to the end: to each party's value, and to each weighted sum of values.

    `weights` (sums, parties) are whole numbers, `sums` (nodes, sums) and `values` (nodes, parties) are exact. For the descent the
    sums are kept once more as floating-point numbers, filled up to whole blocks.
    """

    weights: Ints
    values: Ints
    sums: Ints
    float_weights: Floats
    float_sums: Floats


def reach_of(diagram: Diagram, weights: Ints) -> Reach:
    """The reach of these weighted sums, one or more. Cost: arcs times sums times parties."""
    parties = diagram.parties
    ahead = np.ascontiguousarray(best_ahead(diagram, np.vstack([np.eye(parties, dtype=np.int64), weights])).T)
    filled = -len(weights) % _BLOCK
    return Reach(
        weights,
        np.ascontiguousarray(ahead[:, :parties]),
        ahead[:, parties:],
        np.ascontiguousarray(np.pad(weights, ((0, filled), (0, 0))).T.astype(np.float64)),
        np.ascontiguousarray(np.pad(ahead[:, parties:], ((0, 0), (0, filled))).astype(np.float64)),
    )


@frozen(eq=False)
class Descent:
    """A search for the paths that reach all levels, to be gone on with from path to path.

    A party's level is compared exactly. A sum's level is lowered by more than floating point can err in it, so that nothing is left
    out that reaches its level, though something may be found that does not. Arcs are tried in descending order of what the first
    sum can reach. On each level of the diagram, the block of sums that failed last is looked at first.
    """

    diagram: Diagram
    reach: Reach
    levels: Ints
    sum_levels: Floats
    values: Ints
    arcs: Ints
    guides: Floats
    turns: Ints
    state: Ints = field(factory=lambda: np.array([0, 1, 0], np.int64))

    def aim(self, levels: Ints) -> None:
        """Look for paths on which each party's value, and then each sum, comes to its level or more; levels only rise."""
        parties = self.diagram.parties
        self.levels[:] = levels[:parties]
        sums = levels[parties:].astype(np.float64)
        largest = np.abs(sums) + np.abs(self.reach.float_sums).max(0)[: len(sums)]
        self.sum_levels[: len(sums)] = sums - 2.0**-50 * (parties + 2) * largest

    def go_on(self, steps: int) -> int:
        """Go to the next path, for `steps` more arcs at most: `DONE`, `PATH` or `PAUSED`."""
        diagram, reach = self.diagram, self.reach
        return int(
            _descend(
                diagram.first_arc, diagram.target, diagram.values, reach.values, reach.float_weights, reach.float_sums,
                self.levels, self.sum_levels, self.values, self.arcs, self.guides, self.turns, self.state,
                self.state[_STEPS] + steps,
            )
        )  # fmt: skip  # as in the signature

    @property
    def steps(self) -> int:
        """How many arcs have been looked at."""
        return int(self.state[_STEPS])

    def path(self) -> list[int]:
        """The arcs of the path found last."""
        return [int(self.arcs[level, self.turns[level, 1] - 1]) for level in range(self.diagram.levels)]

    def path_values(self) -> tuple[int, ...]:
        """What the path found last is worth to each party."""
        return tuple(self.values[self.diagram.levels].tolist())


def descent_of(diagram: Diagram, reach: Reach, levels: Ints) -> Descent:
    """The search at its beginning; the diagram has a path."""
    depth, widest = diagram.levels + 1, int(np.diff(diagram.first_arc).max(initial=1))
    values = np.zeros((depth, diagram.parties), np.int64)
    values[0] = diagram.start
    descent = Descent(
        diagram,
        reach,
        np.zeros(diagram.parties, np.int64),
        np.full(reach.float_weights.shape[1], -np.inf),
        values,
        np.zeros((depth, widest), np.int64),
        np.zeros((depth, widest)),
        np.zeros((depth, 3), np.int64),
    )
    descent.aim(levels)
    return descent


@compiled
def _descend(  # noqa: PLR0913, PLR0917  # a compiled loop takes arrays, not values
    first_arc: Ints, target: Ints, arc_values: Ints, ahead: Ints, weights: Floats, sums_ahead: Floats,
    levels: Ints, sum_levels: Floats, values: Ints, arcs: Ints, guides: Floats, turns: Ints, state: Ints,
    limit: Any,
) -> Any:  # fmt: skip  # one line for what stays, one for what changes
    """Of each level, `turns` has the number of open arcs, the next of them, and the block to look at first."""
    parties, blocks = weights.shape[0], weights.shape[1] // 8
    last = values.shape[0] - 1
    depth, is_new, steps = state[0], state[1], state[2]
    reached, sums = np.zeros(parties, np.int64), np.zeros(8)
    node = np.int64(0)
    if depth > 0:
        node = target[arcs[depth - 1, turns[depth - 1, 1] - 1]]
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
                first = turns[depth, 2]
                for turn in range(blocks):
                    block = turn
                    if turn == 0:
                        block = first
                    elif turn <= first:
                        block = turn - 1
                    start = block * 8
                    for at in range(8):
                        sums[at] = sums_ahead[after, start + at] - sum_levels[start + at]
                    for party in range(parties):
                        value = float(reached[party])
                        for at in range(8):
                            sums[at] += weights[party, start + at] * value
                    lowest = min(sums[0], sums[1], sums[2], sums[3], sums[4], sums[5], sums[6], sums[7])
                    if lowest < 0.0:
                        is_open = False
                        turns[depth, 2] = block
                        break
                if not is_open:
                    continue
                guide = sums_ahead[after, 0]
                for party in range(parties):
                    guide += weights[party, 0] * reached[party]
                at = count
                while at > 0 and guides[depth, at - 1] < guide:
                    guides[depth, at] = guides[depth, at - 1]
                    arcs[depth, at] = arcs[depth, at - 1]
                    at -= 1
                guides[depth, at] = guide
                arcs[depth, at] = arc
                count += 1
            turns[depth, 0], turns[depth, 1], is_new = count, 0, 0
        if depth == last or turns[depth, 1] >= turns[depth, 0] or guides[depth, turns[depth, 1]] < sum_levels[0]:
            depth -= 1
            continue
        arc = arcs[depth, turns[depth, 1]]
        turns[depth, 1] += 1
        for party in range(parties):
            values[depth + 1, party] = values[depth, party] + arc_values[arc, party]
        node = target[arc]
        depth += 1
        is_new = 1
    state[0], state[1], state[2] = depth, is_new, steps
    return outcome
