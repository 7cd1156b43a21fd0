"""From a vector back to the packages behind it: prefixes are looked up where they were kept, so that no trail need be laid."""

from __future__ import annotations

import numpy as np

from gobetween.bargaining.kernels import Choice
from gobetween.bargaining.kernels.layered.compiling import compiled
from gobetween.bargaining.kernels.layered.frontiers.prefixes import Prefixes
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
