"""Good packages without proof: level by level through a diagram, with only the most promising beginnings kept (a beam search)."""

from __future__ import annotations

import numpy as np

from gobetween.bargaining.kernels.layered.compiling import compiled
from gobetween.bargaining.kernels.layered.graph.diagrams import Diagram, Ints
from gobetween.bargaining.kernels.layered.search.depth_first import Reach
from gobetween.bargaining.kernels.layered.search.subgradients import Floats

_BLOCK = 16  # sums that a beginning is judged by
_EFFORT = 100_000_000  # products that are worked out at most
_ENDS = 20  # paths given back


def beam_paths(diagram: Diagram, reach: Reach, levels: Ints, scales: tuple[Floats, Floats], width: int) -> list[list[int]]:
    """The arcs of a few paths, from keeping the `width` best beginnings at each level; none if all fall short of the levels.

    A beginning is as good as the least that a party's value or one of the first sums can still come to above its level, times its
    scale, of the two `scales` for parties and sums; parties with a scale of 0 must only reach their level. Cost: levels times width
    times options times parties, which bounds the width.
    """
    parties, sums = diagram.parties, min(_BLOCK, len(levels) - diagram.parties)
    widest = int(np.diff(diagram.first_arc).max(initial=1))
    width = max(min(width, _EFFORT // (max(diagram.levels, 1) * widest * (parties + 1) * sums)), 1)
    nodes, before, arcs = (np.zeros((diagram.levels + 1, width), np.int64) for _ in range(3))
    count = _beam(
        diagram.first_arc, diagram.target, diagram.values, diagram.start, reach.values, reach.weights[:sums],
        np.ascontiguousarray(reach.sums[:, :sums]), levels, scales[0], scales[1][:sums], widest, nodes, before, arcs,
    )  # fmt: skip  # as in the signature
    paths = []
    for end in range(min(int(count), _ENDS)):
        path, at = [0] * diagram.levels, end
        for level in range(diagram.levels, 0, -1):
            path[level - 1], at = int(arcs[level, at]), before[level, at]
        paths.append(path)
    return paths


@compiled
def _beam(  # noqa: PLR0913, PLR0917  # a compiled loop takes arrays, not values
    first_arc: Ints, target: Ints, arc_values: Ints, start: Ints, ahead: Ints, weights: Ints,
    sums_ahead: Ints, levels: Ints, party_scales: Floats, sum_scales: Floats, widest: int, nodes: Ints, before: Ints, arcs: Ints,
) -> int:  # fmt: skip  # one line for the diagram, one for the question and the answer
    """How many paths there are at the end, the best first; in floating point, since nothing is proven by it."""
    depth, width = nodes.shape
    sums, parties = weights.shape
    values, onward = np.zeros((width, parties)), np.zeros((width, parties))
    values[0] = start
    worth, origin, taken = np.zeros(width * widest), np.zeros(width * widest, np.int64), np.zeros(width * widest, np.int64)
    count = 1
    for level in range(1, depth):
        found = 0
        for at in range(count):
            node = nodes[level - 1, at]
            for arc in range(first_arc[node], first_arc[node + 1]):
                after = target[arc]
                least, is_open = 1e300, True
                for party in range(parties):
                    room = values[at, party] + arc_values[arc, party] + ahead[after, party] - levels[party]
                    if room < 0:
                        is_open = False
                        break
                    if party_scales[party] > 0.0:
                        least = min(least, room * party_scales[party])
                if not is_open:
                    continue
                for which in range(sums):
                    room = float(sums_ahead[after, which]) - levels[parties + which]
                    for party in range(parties):
                        room += weights[which, party] * (values[at, party] + arc_values[arc, party])
                    least = min(least, room * sum_scales[which])
                worth[found], origin[found], taken[found] = least, at, arc
                found += 1
        if found == 0:
            return 0
        ranked = np.argsort(-worth[:found])
        count = min(found, width)
        for at in range(count):
            which = ranked[at]
            arc = taken[which]
            nodes[level, at], before[level, at], arcs[level, at] = target[arc], origin[which], arc
            for party in range(parties):
                onward[at, party] = values[origin[which], party] + arc_values[arc, party]
        values, onward = onward, values
    return count
