"""Fewer prefixes, with a certified error: of those in one cell of a grid only one is kept."""

from __future__ import annotations

import numpy as np

from gobetween.bargaining.kernels.layered.frontiers.prefixes import Prefixes
from gobetween.bargaining.kernels.layered.frontiers.ways import Ways
from gobetween.bargaining.kernels.layered.graph.diagrams import Ints

FINER = 2.0
"""How many times finer the first grid tried is than one whose cells the vectors would just fill."""

COARSER = 0.75
"""How many cells along each party's values the next grid has for one of this."""


def coarsen(prefixes: Prefixes, ways: Ways, nodes: tuple[int, int], most: int) -> None:
    """Keep no more than `most` vectors at the nodes from one up to another, the last filled so far; at least one stays at each node.

    The grid has cells of one size for all nodes, the finest tried that makes the vectors few enough. Of the vectors in a cell the
    first stays; the error grows by as much as it falls short of the others. (Taking the one nearest to the cell's best corner made the
    errors larger: more prefixes then escape dominance.) Cost: vectors times their logarithm, for each of some grids.
    """
    node, after = nodes
    start, end = int(prefixes.begin[node]), int(prefixes.begin[after])
    sizes = np.diff(prefixes.begin[node : after + 1])
    at = np.repeat(np.arange(after - node), sizes)
    vectors = prefixes.kept[start:end]
    values = ways.fields.values(vectors)
    if values.shape[1] < 2 or len(values) <= max(most, int(np.count_nonzero(sizes))):
        return
    cell, cells = _grid(values, at, most)
    _, kept, member = np.unique(cells, return_index=True, return_inverse=True)
    prefixes.error += np.maximum(values - values[kept[member]], 0).max(0)
    prefixes.cell = np.maximum(prefixes.cell, cell)
    kept.sort()
    prefixes.kept[start : start + len(kept)] = vectors[kept]
    if len(prefixes.trail):
        prefixes.trail[start : start + len(kept)] = prefixes.trail[start:end][kept]
    prefixes.begin[node + 1 : after + 1] = start + np.cumsum(np.bincount(at[kept], minlength=after - node))


def _grid(values: Ints, at: Ints, most: int) -> tuple[Ints, Ints]:
    """The size of the cells, for every party, and the number of each vector's cell, which no vector of another node has."""
    lowest = values.min(0)
    span = values.max(0) - lowest + 1
    along = FINER * most ** (1 / (values.shape[1] - 1))
    while True:
        along = max(1.0, along)
        cell = np.maximum(1, np.ceil(span / along).astype(np.int64))
        cells = at
        for party in range(values.shape[1]):
            cells = cells * (span[party] // cell[party] + 1) + (values[:, party] - lowest[party]) // cell[party]
        if along == 1 or len(np.unique(cells)) <= most:
            return cell, cells
        along *= COARSER
