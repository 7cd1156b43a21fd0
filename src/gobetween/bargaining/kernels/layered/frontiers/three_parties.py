"""Frontiers of three parties: from the first party's best value down, with a skyline of what the other two have got so far."""

from __future__ import annotations

import numpy as np

from gobetween.bargaining.kernels.layered.compiling import compiled
from gobetween.bargaining.kernels.layered.graph.diagrams import Ints

MOST_VALUES = 2**21
"""Below which the first two parties' values must be: tables have a place for each."""

MOST_HEIGHT = 2**31 - 1
"""Below which the third party's values must be; the height of the skyline where nothing may rise."""

STRIDE = 16  # places of the skyline that are raised at once at first


@compiled
def lay_skylines(  # noqa: PLR0913, PLR0917  # compiled loops take arrays, not values
    node: int,
    until: int,
    limit: int,
    kept: Ints,
    begin: Ints,
    source: Ints,
    first: Ints,
    arc: Ints,
    step: Ints,
    floor: Ints,
    shift: Ints,
    mask: Ints,
) -> int:
    """Fill the frontiers of nodes from `node` on, and say at which it stopped: `until`, or before it for want of room or of `limit`.

    As `lay_staircases`, with three values in one word. All ways in are followed at once, from the first party's best value down: each
    is `due` at the first value of its next vector. The skyline says for each value of the second party what the third has got at most,
    beside that value or a greater one. A vector stays if it rises above the skyline as that is after all vectors with the same first
    value. Cost of a node: vectors that come in, those that stay times the part of the skyline that they raise, and the first two
    parties' values.
    """
    heads = np.empty(arc.shape[0], np.int64)
    chain = np.empty(arc.shape[0], np.int64)
    due = np.full(mask[0] + 1, -1, np.int32)
    risen = np.empty(1024, np.int64)
    skyline = np.empty(mask[1] + 3, np.int32)
    first_shift, second_shift, second_mask, third_mask = shift[0], shift[1], mask[1], mask[2]
    while node < until:
        skyline[0] = MOST_HEIGHT
        skyline[1 : floor[node, 1] + 1] = MOST_HEIGHT
        skyline[floor[node, 1] + 1 :] = floor[node, 2] - 1
        lowest = floor[node, 0]
        value = -1
        for at in range(first[node], first[node + 1]):
            heads[at] = begin[source[arc[at]]]
            if heads[at] < begin[source[arc[at]] + 1]:
                here = (kept[heads[at], 0] + step[arc[at], 0]) >> first_shift
                if here >= lowest:
                    chain[at] = due[here]
                    due[here] = at
                    value = max(value, here)
        end = begin[node]
        while value >= lowest:
            coming = 0
            at, due[value] = due[value], -1
            while at >= 0:
                add, head, last = step[arc[at], 0], heads[at], begin[source[arc[at]] + 1]
                least = (value << first_shift) - add
                while head < last and kept[head, 0] >= least:
                    vector = kept[head, 0] + add
                    second, third = ((vector >> second_shift) & second_mask) + 1, vector & third_mask
                    head += 1
                    if skyline[second] < third:
                        _raise(skyline, second, third)
                        if coming == risen.shape[0]:
                            risen = np.concatenate((risen, np.empty(coming, np.int64)))
                        risen[coming] = vector
                        coming += 1
                heads[at] = head
                following = chain[at]
                if head < last:
                    here = (kept[head, 0] + add) >> first_shift
                    if here >= lowest:
                        chain[at] = due[here]
                        due[here] = at
                at = following
            if end + coming > kept.shape[0]:
                return node
            end = _settle(risen[:coming], skyline, kept, end, second_shift, second_mask, third_mask)
            if end > limit:
                return node
            value -= 1
            while value >= lowest and due[value] < 0:
                value -= 1
        node += 1
        begin[node] = end
    return node


@compiled
def _raise(skyline: Ints, place: int, height: int) -> None:
    """Raise the skyline to a height from a place on backwards, as far as it is lower; in strides that double, then halve."""
    stride = STRIDE
    while place > stride and skyline[place - stride + 1] < height:
        skyline[place - stride + 1 : place + 1] = height
        place -= stride
        stride *= 2
    while stride > STRIDE:
        stride //= 2
        if place > stride and skyline[place - stride + 1] < height:
            skyline[place - stride + 1 : place + 1] = height
            place -= stride
    while skyline[place] < height:
        skyline[place] = height
        place -= 1


@compiled
def _settle(  # noqa: PLR0913, PLR0917  # compiled loops take arrays, not values
    risen: Ints, skyline: Ints, kept: Ints, end: int, second_shift: int, second_mask: int, third_mask: int
) -> int:
    """Keep those of the vectors with one first value that still rise above the others, in descending order; say where they end."""
    start = end
    for vector in risen:
        second, third = ((vector >> second_shift) & second_mask) + 1, vector & third_mask
        if skyline[second] == third and skyline[second + 1] < third:
            place = end
            while place > start and kept[place - 1, 0] < vector:
                kept[place, 0] = kept[place - 1, 0]
                place -= 1
            kept[place, 0] = vector
            end += 1
    return end
