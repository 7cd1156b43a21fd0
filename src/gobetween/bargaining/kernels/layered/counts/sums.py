"""What paths of a diagram can add up to: for each sum that matters, the least and the most before and after every node."""

from __future__ import annotations

from typing import Any

import numpy as np
from attrs import frozen

from gobetween.bargaining.kernels.layered.graph.diagrams import Diagram, Ints


@frozen(eq=False)
class Sums:
    """Values of a diagram's arcs as small whole numbers from 0, one row a sum: shape (sums, arcs).

    Of every node, `least_ahead` and `most_ahead` are what paths from it to the end add, `least_before` and `most_before` what paths
    to it have added: shape (sums, nodes). A party's value v reaches its threshold if and only if the sum reaches `threshold(sum, v)`.
    """

    diagram: Diagram
    values: Ints
    base: Ints
    unit: Ints
    least_ahead: Ints
    most_ahead: Ints
    least_before: Ints
    most_before: Ints

    def threshold(self, which: int, value: int) -> int:
        """What a sum must reach for the party's value to reach `value`."""
        return -((int(self.base[which]) - value) // int(self.unit[which]))

    def only(self, which: list[int]) -> Sums:
        """Some of the sums, in this order."""
        rows = (each[which] for each in (self.values, self.base, self.unit))
        around = (each[which] for each in (self.least_ahead, self.most_ahead, self.least_before, self.most_before))
        return Sums(self.diagram, *rows, *around)


def sums_of(diagram: Diagram, parties: list[int]) -> Sums:
    """The sums of these parties' values: what is common to all arcs of a level, and to all values as a factor, is taken out."""
    values = diagram.values[:, parties].T.copy()
    base = diagram.start[parties].astype(np.int64)
    for first, last in zip(diagram.arc_levels, diagram.arc_levels[1:], strict=False):
        lowest = values[:, first:last].min(1)
        values[:, first:last] -= lowest[:, None]
        base = base + lowest
    unit = np.maximum(np.gcd.reduce(values, axis=1), 1) if values.shape[1] else np.ones(len(parties), np.int64)
    values //= unit[:, None]
    return Sums(diagram, values, base, unit, *_ahead(diagram, values), *_before(diagram, values))


def _ahead(diagram: Diagram, values: Ints) -> tuple[Ints, Ints]:
    least, most = (np.zeros((len(values), int(diagram.node_levels[-1])), np.int64) for _ in range(2))
    for nodes, arcs in _levels_backward(diagram):
        target, starts = diagram.target[arcs], diagram.first_arc[nodes] - arcs.start
        least[:, nodes] = np.minimum.reduceat(values[:, arcs] + least[:, target], starts, axis=1)
        most[:, nodes] = np.maximum.reduceat(values[:, arcs] + most[:, target], starts, axis=1)
    return least, most


def _before(diagram: Diagram, values: Ints) -> tuple[Ints, Ints]:
    least, most = (np.zeros((len(values), int(diagram.node_levels[-1])), np.int64) for _ in range(2))
    for _, arcs in reversed(list(_levels_backward(diagram))):
        order = np.argsort(diagram.target[arcs], kind="stable") + arcs.start
        target = diagram.target[order]
        starts = np.flatnonzero(np.diff(target, prepend=-1))
        source = diagram.source[order]
        least[:, target[starts]] = np.minimum.reduceat(least[:, source] + values[:, order], starts, axis=1)
        most[:, target[starts]] = np.maximum.reduceat(most[:, source] + values[:, order], starts, axis=1)
    return least, most


def paths_ahead(diagram: Diagram) -> Any:
    """How many paths lead from each node to the end, as Python's whole numbers: an array of objects, shape (nodes,)."""
    paths = np.ones(int(diagram.node_levels[-1]), object)
    for nodes, arcs in _levels_backward(diagram):
        paths[nodes] = np.add.reduceat(paths[diagram.target[arcs]], diagram.first_arc[nodes] - arcs.start)
    return paths


def _levels_backward(diagram: Diagram) -> list[tuple[slice, slice]]:
    """The nodes and arcs of each level, the last first."""
    nodes, arcs = diagram.node_levels.tolist(), diagram.arc_levels.tolist()
    return [(slice(nodes[level], nodes[level + 1]), slice(arcs[level], arcs[level + 1])) for level in reversed(range(diagram.levels))]
