"""Frontiers of any number of parties: all ways in are merged in descending order, and what nothing before beats, stays."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from gobetween.bargaining.kernels.layered.compiling import compiled
from gobetween.bargaining.kernels.layered.frontiers.archives import (
    BRANCHES,
    LEAVES,
    Archive,
    archive_for,
    clear,
    enlarged,
    insert,
    is_beaten,
)
from gobetween.bargaining.kernels.layered.frontiers.prefixes import Prefixes
from gobetween.bargaining.kernels.layered.frontiers.ways import WORD, Ways
from gobetween.bargaining.kernels.layered.graph.diagrams import Ints

CHUNK = 10_000
"""How many vectors are looked at before the caller is asked whether to go on."""

ROOM = 1_024  # vectors in the archive at first

SPARE = 2  # branches and leaves that one vector may add to the archive

IDLE, PAUSED, FULL, OVER = range(4)
"""Why a merge stopped: the node is done; it has looked at a chunk; the archive needs room; there are too many vectors."""


class Merge(NamedTuple):
    """All ways into one node on the way: a heap of those whose next vector is known, best vector first.

    `heads` is each way's next prefix, `current` (ways, words) its vector, `killers` (ways, words + 1) what last beat one of the way's
    vectors, with a 1 behind it if there is such; `heap` holds ways, `state` how many, and the reason why it stopped.
    """

    heads: Ints
    current: Ints
    killers: Ints
    heap: Ints
    state: Ints


COUNT, REASON = range(2)


class Crowds:
    """Fills the frontiers of nodes, pausing now and then; keeps its archive from node to node."""

    def __init__(self, ways: Ways) -> None:
        fields = ways.fields
        self.ways = ways
        self.archive = archive_for(ROOM, fields.words)
        count = len(ways.arc)
        self.merge = Merge(
            np.zeros(count, np.int64),
            np.zeros((count, fields.words), np.int64),
            np.zeros((count, fields.words + 1), np.int64),
            np.zeros(count, np.int64),
            np.zeros(2, np.int64),
        )
        tops = [int(mask) + 1 >> 1 for mask in fields.mask]
        self.tops = np.array(tops, np.int64)
        self.guard = np.zeros(fields.words, np.int64)
        for word, shift, top in zip(fields.word, fields.shift, tops, strict=True):
            self.guard[word] |= top << int(shift)

    @property
    def is_midway(self) -> bool:
        """Whether the node at hand is not done yet, and wants to be gone on with."""
        return bool(self.merge.state[REASON] in {PAUSED, FULL})

    def lay(self, node: int, limit: int, prefixes: Prefixes, floor: Ints) -> int:
        """Go on with a node, and say which is next: the same while it is midway or if there would be more than `limit` vectors."""
        ways, fields = self.ways, self.ways.fields
        least = np.zeros(fields.words, np.int64)
        for word, shift, top, value in zip(fields.word, fields.shift, self.tops, floor[node], strict=True):
            least[word] |= min(top, value) << shift
        _lay_crowd(
            node, limit, CHUNK, prefixes.kept, prefixes.begin, ways.diagram.source, ways.first, ways.arc, ways.step,
            least, self.guard, fields.word, fields.shift, fields.mask, self.archive, self.merge,
        )  # fmt: skip  # arrays in the order of the other kernels' loops
        if self.merge.state[REASON] == FULL:
            self.archive = enlarged(self.archive)
        return node + 1 if self.merge.state[REASON] == IDLE else node

    def abandon(self) -> None:
        """Begin with the next node asked for anew."""
        self.merge.state[REASON] = IDLE


@compiled
def _lay_crowd(  # noqa: PLR0913, PLR0917  # compiled loops take arrays, not values
    node: int,
    limit: int,
    chunk: int,
    kept: Ints,
    begin: Ints,
    source: Ints,
    first: Ints,
    arc: Ints,
    step: Ints,
    least: Ints,
    guard: Ints,
    word: Ints,
    shift: Ints,
    mask: Ints,
    archive: Archive,
    merge: Merge,
) -> None:
    """Go on filling the frontier of a node, from the beginning if it was idle; `least` is the node's floor as a vector.

    Vectors come in descending order, so that none beats an earlier one. A vector is compared first with what last beat one of its way.
    Cost: for each vector that comes in, the ways' logarithm, and a search in the archive: for beaten ones short, for others at worst
    all that are kept.
    """
    words = guard.shape[0]
    stack = np.empty(2 + WORD * words, np.int64)  # a branch is divided by another bit than those around it
    if merge.state[REASON] in {IDLE, OVER}:
        clear(archive)
        begin[node + 1] = begin[node]
        merge.state[COUNT] = 0
        for at in range(first[node], first[node + 1]):
            merge.heads[at] = begin[source[arc[at]]]
            merge.killers[at] = 0
            _advance(at, kept, begin[source[arc[at]] + 1], step[arc[at]], least, guard, merge)
    for _ in range(chunk):
        if merge.state[COUNT] == 0:
            merge.state[REASON] = IDLE
            return
        if archive.used[BRANCHES] + SPARE > archive.corner.shape[0] or archive.used[LEAVES] + SPARE > archive.leaves.shape[0]:
            merge.state[REASON] = FULL
            return
        at = merge.heap[0]
        vector = merge.current[at]
        if not is_beaten(vector, archive, guard, stack, merge.killers[at]):
            end = begin[node + 1]
            if end >= limit or end == kept.shape[0]:
                merge.state[REASON] = OVER
                return
            insert(vector, archive, word, shift, mask)
            kept[end] = vector
            begin[node + 1] = end + 1
        _remove_first(merge)
        _advance(at, kept, begin[source[arc[at]] + 1], step[arc[at]], least, guard, merge)
    merge.state[REASON] = PAUSED


@compiled
def _advance(  # noqa: PLR0913, PLR0917  # compiled loops take arrays, not values
    at: int, kept: Ints, last: int, step: Ints, least: Ints, guard: Ints, merge: Merge
) -> None:
    """Go on to a way's next vector that can reach what is asked and is not beaten by what last beat one, and put it on the heap."""
    words = guard.shape[0]
    head = merge.heads[at]
    while head < last:
        is_reaching, is_killed = True, merge.killers[at, words] > 0
        for word in range(words):
            vector = kept[head, word] + step[word]
            merge.current[at, word] = vector
            is_reaching = is_reaching and ((vector | guard[word]) - least[word]) & guard[word] == guard[word]
            is_killed = is_killed and ((merge.killers[at, word] | guard[word]) - vector) & guard[word] == guard[word]
        head += 1
        if is_reaching and not is_killed:
            _add(at, merge)
            break
    merge.heads[at] = head


@compiled
def _precedes(one: int, other: int, current: Ints) -> bool:
    for word in range(current.shape[1]):
        if current[one, word] != current[other, word]:
            return bool(current[one, word] > current[other, word])
    return False


@compiled
def _add(at: int, merge: Merge) -> None:
    heap, place = merge.heap, merge.state[COUNT]
    merge.state[COUNT] += 1
    while place and _precedes(at, heap[(place - 1) // 2], merge.current):
        heap[place] = heap[(place - 1) // 2]
        place = (place - 1) // 2
    heap[place] = at


@compiled
def _remove_first(merge: Merge) -> None:
    heap = merge.heap
    merge.state[COUNT] -= 1
    count, place = merge.state[COUNT], 0
    at = heap[count]
    while True:
        child = 2 * place + 1
        if child >= count:
            break
        if child + 1 < count and _precedes(heap[child + 1], heap[child], merge.current):
            child += 1
        if not _precedes(heap[child], at, merge.current):
            break
        heap[place] = heap[child]
        place = child
    heap[place] = at
