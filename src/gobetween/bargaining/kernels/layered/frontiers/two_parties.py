"""Frontiers of two parties: staircases, shifted by each arc and laid over one another."""

from __future__ import annotations

import numpy as np

from gobetween.bargaining.kernels.layered.compiling import compiled
from gobetween.bargaining.kernels.layered.graph.diagrams import Ints

DENSE = 4
"""How many values of the first party there may be for each vector that comes in, so that a table of them is quicker than a merge."""


@compiled
def lay_staircases(  # noqa: PLR0913, PLR0917  # compiled loops take arrays, not values
    node: int, until: int, limit: int, kept: Ints, begin: Ints, source: Ints, first: Ints, arc: Ints, step: Ints, floor: Ints
) -> int:
    """Fill the frontiers of nodes from `node` on, and say at which it stopped: `until`, or before it for want of room or of `limit`.

    `kept` (room, 2) takes the vectors of all nodes, best for the first party first, node v's from `begin[v]` up to `begin[v + 1]`,
    in all no more than `limit`. Cost of a node: vectors that come in, and the lesser of the first party's values and of the vectors
    that stay times the ways.
    """
    heads = np.empty(arc.shape[0], np.int64)
    table = np.empty(0, np.int64)
    while node < until:
        coming, greatest, smallest = 0, -1, 2**62
        for at in range(first[node], first[node + 1]):
            head, last = begin[source[arc[at]]], begin[source[arc[at]] + 1]
            heads[at] = head
            if head < last:
                coming += int(last - head)
                greatest = max(greatest, int(kept[head, 0] + step[arc[at], 0]))
                smallest = min(smallest, int(kept[last - 1, 0] + step[arc[at], 0]))
        smallest = max(smallest, int(floor[node, 0]))
        end, span = int(begin[node]), max(greatest - smallest + 1, 0)
        if end + min(coming, span) > kept.shape[0]:
            return node
        best = int(floor[node, 1]) - 1
        if span < DENSE * coming:
            if table.shape[0] < span:
                table = np.empty(2 * span, np.int64)
            table[:span] = best
            for at in range(first[node], first[node + 1]):
                here = arc[at]
                right, up = greatest - step[here, 0], step[here, 1]
                for head in range(heads[at], begin[source[here] + 1]):
                    place, y = right - kept[head, 0], kept[head, 1] + up
                    if place >= span:
                        break
                    table[place] = max(table[place], y)
            for place in range(span):
                if table[place] > best:
                    best = int(table[place])
                    kept[end, 0], kept[end, 1] = greatest - place, best
                    end += 1
        else:
            end = _merge(node, end, best, heads, kept, begin, source, first, arc, step, floor)
        if end > limit:
            return node
        node += 1
        begin[node] = end
    return node


@compiled
def _merge(  # noqa: PLR0913, PLR0917  # compiled loops take arrays, not values
    node: int, end: int, best: int, heads: Ints, kept: Ints, begin: Ints, source: Ints, first: Ints, arc: Ints, step: Ints, floor: Ints
) -> int:
    """Fill one node's frontier: the best head of all ways, again and again, passing over those that are beaten."""
    while True:
        top, beside = int(floor[node, 0]) - 1, 2**62
        for at in range(first[node], first[node + 1]):
            here = arc[at]
            head, last = heads[at], begin[source[here] + 1]
            while head < last and kept[head, 1] + step[here, 1] <= best:
                head += 1
            heads[at] = head
            if head < last:
                x, y = int(kept[head, 0] + step[here, 0]), int(kept[head, 1] + step[here, 1])
                if x > top or (x == top and y > beside):
                    top, beside = x, y
        if top < floor[node, 0]:
            return end
        kept[end, 0], kept[end, 1] = top, beside
        best = beside
        end += 1
