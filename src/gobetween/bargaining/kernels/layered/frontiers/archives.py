"""Vectors with a quick answer to one question: is there one among them that is as great or greater for everyone?"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from gobetween.bargaining.kernels.layered.compiling import compiled
from gobetween.bargaining.kernels.layered.graph.diagrams import Ints

LEAF = 16
"""How many vectors lie together before a branch is divided."""


class Archive(NamedTuple):
    """A tree of vectors: every branch divides in two by one party's value; leaves hold the vectors.

    `corner` (branches, words) has of each party the greatest value in a branch; `division` (branches, 4) of each branch its party, or
    -1 for a leaf; the value from which on vectors are in the second part; the first part, after which lies the second; and for a leaf
    its place among the `leaves` (leaves, LEAF, words) and in `sizes` its number of vectors. `used` counts branches and leaves.
    """

    corner: Ints
    division: Ints
    sizes: Ints
    leaves: Ints
    used: Ints


PARTY, VALUE, PART, PLACE = range(4)
BRANCHES, LEAVES = range(2)


def archive_for(vectors: int, words: int) -> Archive:
    """An empty archive with room for about so many vectors."""
    leaves = 4 + vectors // (LEAF // 4)
    return Archive(
        np.empty((2 * leaves, words), np.int64),
        np.empty((2 * leaves, 4), np.int64),
        np.empty(2 * leaves, np.int64),
        np.empty((leaves, LEAF, words), np.int64),
        np.zeros(2, np.int64),
    )


def enlarged(archive: Archive) -> Archive:
    """The same archive with twice the room."""
    corner, division, sizes, leaves = (np.concatenate((each, np.empty_like(each))) for each in archive[:-1])
    return Archive(corner, division, sizes, leaves, archive.used)


@compiled
def clear(archive: Archive) -> None:
    """Forget all vectors."""
    archive.corner[0] = 0
    archive.division[0, PARTY], archive.division[0, PLACE] = -1, 0
    archive.sizes[0] = 0
    archive.used[BRANCHES], archive.used[LEAVES] = 1, 1


@compiled
def is_beaten(vector: Ints, archive: Archive, guard: Ints, stack: Ints, killer: Ints) -> bool:
    """Whether a vector in the archive is as great or greater for everyone; if so, it is written into `killer`, with a 1 behind it."""
    stack[0], top = 0, 1
    while top:
        top -= 1
        branch = stack[top]
        if not _reaches(archive.corner[branch], vector, guard):
            continue
        if archive.division[branch, PARTY] >= 0:
            stack[top] = archive.division[branch, PART]
            stack[top + 1] = archive.division[branch, PART] + 1  # the greater values are looked at first
            top += 2
            continue
        leaf = archive.leaves[archive.division[branch, PLACE]]
        for at in range(archive.sizes[branch]):
            if _reaches(leaf[at], vector, guard):
                killer[:-1], killer[-1] = leaf[at], 1
                return True
    return False


@compiled
def _reaches(one: Ints, other: Ints, guard: Ints) -> bool:
    """Whether one vector is as great as another or greater for everyone: no field of the difference borrows its guard bit."""
    for word in range(guard.shape[0]):  # noqa: SIM110  # compiled, a generator is slower
        if ((one[word] | guard[word]) - other[word]) & guard[word] != guard[word]:
            return False
    return True


@compiled
def insert(vector: Ints, archive: Archive, word: Ints, shift: Ints, mask: Ints) -> None:
    """Put a vector into the archive, which must have room for two branches and a leaf more."""
    branch = 0
    while True:
        _widen(archive.corner[branch], vector, word, shift, mask)
        party = archive.division[branch, PARTY]
        if party >= 0:
            value = (vector[word[party]] >> shift[party]) & mask[party]
            branch = archive.division[branch, PART] + (value >= archive.division[branch, VALUE])
        elif archive.sizes[branch] < LEAF:
            archive.leaves[archive.division[branch, PLACE], archive.sizes[branch]] = vector
            archive.sizes[branch] += 1
            return
        else:
            _divide(branch, archive, word, shift, mask)


@compiled
def _widen(corner: Ints, vector: Ints, word: Ints, shift: Ints, mask: Ints) -> None:
    for party in range(word.shape[0]):
        here, at = word[party], shift[party]
        value, greatest = (vector[here] >> at) & mask[party], (corner[here] >> at) & mask[party]
        if value > greatest:
            corner[here] += (value - greatest) << at


@compiled
def _divide(branch: int, archive: Archive, word: Ints, shift: Ints, mask: Ints) -> None:
    """Divide a full leaf in the middle of the values that differ most, the first party's apart, since they come in descending order."""
    place = archive.division[branch, PLACE]
    leaf = archive.leaves[place]
    widest, party, middle = -1.0, 0, 0
    for each in range(1, word.shape[0]):
        least, most = mask[each], 0
        for at in range(LEAF):
            value = (leaf[at, word[each]] >> shift[each]) & mask[each]
            least, most = min(least, value), max(most, value)
        if (most - least) / mask[each] > widest:
            widest, party, middle = (most - least) / mask[each], each, (least + most + 1) // 2
    part, spare = archive.used[BRANCHES], archive.used[LEAVES]
    archive.used[BRANCHES] += 2
    archive.used[LEAVES] += 1
    archive.division[branch, PARTY], archive.division[branch, VALUE], archive.division[branch, PART] = party, middle, part
    for half in range(2):
        archive.corner[part + half] = 0
        archive.sizes[part + half] = 0
        archive.division[part + half, PARTY] = -1
        archive.division[part + half, PLACE] = spare if half else place
    for at in range(LEAF):
        value = (leaf[at, word[party]] >> shift[party]) & mask[party]
        half = part + (value >= middle)
        _widen(archive.corner[half], leaf[at], word, shift, mask)
        archive.leaves[archive.division[half, PLACE], archive.sizes[half]] = leaf[at]  # never ahead of what is still to be read
        archive.sizes[half] += 1
