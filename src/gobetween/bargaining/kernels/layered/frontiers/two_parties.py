"""Frontiers of two parties: staircases, shifted by each arc and laid over one another."""

from __future__ import annotations

import numpy as np

from gobetween.bargaining.kernels.layered.compiling import compiled
from gobetween.bargaining.kernels.layered.frontiers.prefixes import HEAD, WAY, Trail
from gobetween.bargaining.kernels.layered.graph.diagrams import Ints

DENSE = 8
"""How many values of the first party there may be for each vector that comes in, so that a table of them is quicker than a merge."""


MOST_BITS = 62
"""How many bits an entry of that table has: a second value, and behind it the way and the prefix it comes from."""


@compiled
def lay_staircases(  # noqa: PLR0913, PLR0917  # compiled loops take arrays, not values
    node: int,
    until: int,
    limit: int,
    kept: Ints,
    trail: Trail,
    begin: Ints,
    source: Ints,
    first: Ints,
    arc: Ints,
    step: Ints,
    floor: Ints,
) -> int:
    """Fill the frontiers of nodes from `node` on, and say at which it stopped: `until`, or before it for want of room or of `limit`.

    `kept` (room, 2) takes the vectors of all nodes, best for the first party first, node v's from `begin[v]` up to `begin[v + 1]`,
    in all no more than `limit`; `trail` (room, 2) takes where each comes from. Cost of a node: vectors that come in, and the lesser
    of the first party's values and of the vectors that stay times the ways.
    """
    heads = np.empty(arc.shape[0], np.int64)
    table = np.empty(0, np.int64)
    while node < until:
        coming, greatest, smallest, tallest = 0, int(floor[node, 0]) - 1, 2**62, int(floor[node, 1])
        for at in range(first[node], first[node + 1]):
            head, last = begin[source[arc[at]]], begin[source[arc[at]] + 1]
            heads[at] = head
            if head < last:
                coming += int(last - head)
                greatest = max(greatest, int(kept[head, 0] + step[arc[at], 0]))
                smallest = min(smallest, int(kept[last - 1, 0] + step[arc[at], 0]))
                tallest = max(tallest, int(kept[last - 1, 1] + step[arc[at], 1]))
        smallest = max(smallest, int(floor[node, 0]))
        end, span = int(begin[node]), max(greatest - smallest + 1, 0)
        if end + min(coming, span) > kept.shape[0]:
            return node
        head_bits, way_bits = _bits(end), _bits(first[node + 1] - first[node])
        if span < DENSE * coming and _bits(tallest) + head_bits + way_bits <= MOST_BITS:
            if table.shape[0] < span:
                table = np.empty(2 * span, np.int64)
            end = _tabulate(node, end, greatest, span, head_bits, way_bits, table, kept, trail, begin, source, first, arc, step, floor)
        else:
            end = _merge(node, end, heads, kept, trail, begin, source, first, arc, step, floor)
        if end > limit:
            return node
        node += 1
        begin[node] = end
    return node


@compiled
def _bits(number: int) -> int:
    """How many bits the number has."""
    bits = 0
    while number >> bits:
        bits += 1
    return bits


@compiled
def _tabulate(  # noqa: PLR0913, PLR0917  # compiled loops take arrays, not values
    node: int,
    end: int,
    greatest: int,
    span: int,
    head_bits: int,
    way_bits: int,
    table: Ints,
    kept: Ints,
    trail: Trail,
    begin: Ints,
    source: Ints,
    first: Ints,
    arc: Ints,
    step: Ints,
    floor: Ints,
) -> int:
    """Fill one node's frontier: for each of the first party's values the second's best, then from the greatest down those that rise."""
    low = head_bits + way_bits
    beside = (1 << low) - 1
    best = int(floor[node, 1] << low) - 1
    table[:span] = best
    for at in range(first[node], first[node + 1]):
        here = arc[at]
        head, last = begin[source[here]], begin[source[here] + 1]
        rights, heights = kept[head:last, 0], kept[head:last, 1]
        right, mark = greatest - step[here, 0], (step[here, 1] << low) + (head << way_bits) + at - first[node]
        for each in range(last - head):
            place = right - rights[each]
            if not 0 <= place < span:  # it is never less than 0: that is said for the compiler
                break
            entry = mark + (heights[each] << low) + (each << way_bits)
            if entry > table[place]:  # noqa: PLR1730  # most do not, and then nothing need be written
                table[place] = entry
    for place in range(span):
        if table[place] > best:
            best = table[place] | beside
            head, at = (table[place] & beside) >> way_bits, first[node] + (table[place] & ((1 << way_bits) - 1))
            kept[end, 0], kept[end, 1] = greatest - place, table[place] >> low
            trail[end, HEAD], trail[end, WAY] = head, arc[at]
            end += 1
    return end


@compiled
def _merge(  # noqa: PLR0913, PLR0917  # compiled loops take arrays, not values
    node: int,
    end: int,
    heads: Ints,
    kept: Ints,
    trail: Trail,
    begin: Ints,
    source: Ints,
    first: Ints,
    arc: Ints,
    step: Ints,
    floor: Ints,
) -> int:
    """Fill one node's frontier: the best head of all ways, again and again, passing over those that are beaten."""
    best = int(floor[node, 1]) - 1
    while True:
        top, beside, way = int(floor[node, 0]) - 1, 2**62, -1
        for at in range(first[node], first[node + 1]):
            here = arc[at]
            head, last = heads[at], begin[source[here] + 1]
            while head < last and kept[head, 1] + step[here, 1] <= best:
                head += 1
            heads[at] = head
            if head < last:
                x, y = int(kept[head, 0] + step[here, 0]), int(kept[head, 1] + step[here, 1])
                if x > top or (x == top and y > beside):
                    top, beside, way = x, y, at
        if top < floor[node, 0]:
            return end
        kept[end, 0], kept[end, 1] = top, beside
        trail[end, HEAD], trail[end, WAY] = heads[way], arc[way]
        best = beside
        end += 1
