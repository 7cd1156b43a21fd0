"""From a vector back to the packages behind it: along the trail if one was laid; else prefixes are looked up where they were kept."""

from __future__ import annotations

import numpy as np

from gobetween.bargaining.kernels import Choice
from gobetween.bargaining.kernels.layered.compiling import compiled
from gobetween.bargaining.kernels.layered.frontiers.prefixes import HEAD, WAY, Prefixes, Trail
from gobetween.bargaining.kernels.layered.frontiers.ways import Ways
from gobetween.bargaining.kernels.layered.graph.diagrams import Ints

SORTED = 1_000
"""Up to so many packages behind a point are looked for, so that the first few in stated order can be given."""


def trace(ways: Ways, prefixes: Prefixes, vector: Ints, most: int) -> tuple[tuple[Choice, ...], bool]:
    """Packages with that vector at the last node, the first `most` in stated order, and whether these are all.

    If there are more than `SORTED` and more than `most`, they are the first that were found. All are found of a vector that no
    other beats, where prefixes are exact: all their prefixes are kept. Cost: packages times ways back times the logarithm of vectors.
    """
    diagram = ways.diagram
    into = np.argsort(diagram.target, kind="stable")
    first = np.searchsorted(diagram.target[into], np.arange(len(diagram.first_arc)))
    limit = max(most, SORTED)
    paths = np.empty((limit + 1, diagram.levels), np.int64)
    count = _trace(vector, limit + 1, paths, prefixes.kept, prefixes.begin, diagram.source, first, into, ways.step)
    choices = sorted(diagram.choice(path) for path in paths[:count].tolist())
    return tuple(choices[:most]), count <= most


@compiled
def _trace(  # noqa: PLR0913, PLR0917  # compiled loops take arrays, not values
    vector: Ints, limit: int, paths: Ints, kept: Ints, begin: Ints, source: Ints, first: Ints, into: Ints, step: Ints
) -> int:
    """Write the arcs of up to `limit` paths with that vector into the rows of `paths` (rows, levels), and say how many they are."""
    words, levels = vector.shape[0], paths.shape[1]
    if levels == 0:
        return 1
    rest = np.empty((levels + 1, words), np.int64)  # of the vector, at each level
    node = np.empty(levels + 1, np.int64)
    untried = np.empty(levels + 1, np.int64)
    path = np.empty(levels, np.int64)
    rest[levels] = vector
    node[levels] = first.shape[0] - 2
    untried[levels] = first[node[levels]]
    level, count = levels, 0
    while level <= levels:
        if untried[level] == first[node[level] + 1]:
            level += 1
            continue
        arc = into[untried[level]]
        untried[level] += 1
        for word in range(words):
            rest[level - 1, word] = rest[level, word] - step[arc, word]
        origin = source[arc]
        if not _is_kept(rest[level - 1], kept, begin[origin : origin + 2]):
            continue
        path[level - 1] = arc
        if level == 1:
            paths[count] = path
            count += 1
            if count == limit:
                break
            continue
        level -= 1
        node[level] = origin
        untried[level] = first[node[level]]
    return count


def one_behind_each(ways: Ways, prefixes: Prefixes) -> Ints:
    """One package behind every vector at the last node, as the numbers of its options: shape (vectors, issues).

    Cost: vectors times issues where a trail was laid; else for every way the vectors at both its ends, a fraction of what it took to
    find them.
    """
    diagram = ways.diagram
    last, end = prefixes.begin[-2:].tolist()
    options = np.empty((end - last, diagram.levels), np.int64)
    order = np.array(diagram.order, np.int64)
    if len(prefixes.trail):
        _follow(options, last, prefixes.trail, order, diagram.option)
    else:
        _find_back(options, order, diagram.option, prefixes.kept, prefixes.begin, diagram.source, ways.first, ways.arc, ways.step)
    return options


@compiled
def _follow(options: Ints, last: int, trail: Trail, order: Ints, option: Ints) -> None:
    """Write the options of the path to each of the last node's vectors, which begin at `last`."""
    for point in range(options.shape[0]):
        here = last + point
        for level in range(options.shape[1] - 1, -1, -1):
            options[point, order[level]] = option[trail[here, WAY]]
            here = trail[here, HEAD]


@compiled
def _find_back(  # noqa: PLR0913, PLR0917  # compiled loops take arrays, not values
    options: Ints, order: Ints, option: Ints, kept: Ints, begin: Ints, source: Ints, first: Ints, into: Ints, step: Ints
) -> None:
    """Write the options of one path to each of the last node's vectors: nodes backwards, each way by laying two orders side by side."""
    nodes, words = begin.shape[0] - 1, kept.shape[1]
    last, total = begin[nodes - 1], begin[nodes]
    before, by = np.empty(total, np.int32), np.empty(total, np.int32)
    is_wanted = np.zeros(total, np.bool_)
    is_wanted[last:] = True
    open_ones = np.empty(total, np.int32)
    for node in range(nodes - 1, 0, -1):
        count = 0
        for here in range(begin[node], begin[node + 1]):
            if is_wanted[here]:
                open_ones[count] = here
                count += 1
        for at in range(first[node], first[node + 1]):
            if count == 0:
                break
            arc, left = into[at], 0
            other, end = begin[source[arc]], begin[source[arc] + 1]
            for place in range(count):
                here = open_ones[place]
                rest = kept[here, 0] - step[arc, 0]
                while other < end and kept[other, 0] > rest:
                    other += 1
                match = other
                while words > 1 and match < end and kept[match, 0] == rest and not _is_sum(kept[here], kept[match], step[arc]):
                    match += 1
                if match < end and kept[match, 0] == rest:
                    before[here], by[here] = match, arc
                    is_wanted[match] = True
                else:
                    open_ones[left] = here
                    left += 1
            count = left
    for point in range(options.shape[0]):
        here = last + point
        for level in range(options.shape[1] - 1, -1, -1):
            options[point, order[level]] = option[by[here]]
            here = before[here]


@compiled
def _is_sum(vector: Ints, one: Ints, other: Ints) -> bool:
    """Whether one vector is the sum of two others, their first words apart."""
    off = 0
    for word in range(1, vector.shape[0]):
        off += one[word] + other[word] != vector[word]
    return off == 0


@compiled
def _is_kept(vector: Ints, kept: Ints, between: Ints) -> bool:
    """Whether the vector is among those kept from one place up to another, in descending order."""
    start, end = between
    words = vector.shape[0]
    while start < end:
        middle = (start + end) // 2
        order = 0
        for word in range(words):
            if kept[middle, word] != vector[word]:
                order = 1 if kept[middle, word] > vector[word] else -1
                break
        if order == 0:
            return True
        if order > 0:
            start = middle + 1
        else:
            end = middle
    return False
