"""The value vectors of prefixes, kept for all nodes in one array."""

from __future__ import annotations

from typing import TypeVar

import numpy as np
from attrs import define, field
from numpy.typing import NDArray

from gobetween.bargaining.kernels.layered.frontiers.ways import Ways
from gobetween.bargaining.kernels.layered.graph.diagrams import Ints

Trail = NDArray[np.int32]
Number = TypeVar("Number", bound=np.generic)

HEAD, WAY = range(2)
"""What a row of a trail says of a vector: which vector it comes from, and by which arc."""


@define(eq=False)
class Prefixes:
    """The vectors of prefixes that are `kept`: node v's from `begin[v]` up to `begin[v + 1]`, in descending order.

    None of a node's beats another. For every path from the first node to v that can still reach what is asked, there is a vector at v
    that is no more than `error` below it for any party; `cell` is the coarsest grid used, 1 where none was. Where there are two
    parties, the `trail` (room, 2) leads from each vector back; else it is empty.
    """

    kept: Ints
    begin: Ints
    trail: Trail = field(kw_only=True)
    error: Ints = field(kw_only=True)
    cell: Ints = field(kw_only=True)

    @classmethod
    def before(cls, ways: Ways, room: int) -> Prefixes:
        """The one empty prefix at the first node, if it can reach what is asked, and room for others."""
        nodes, parties = ways.floor.shape
        kept = np.empty((room, ways.fields.words), np.int64)
        kept[0] = 0
        begin = np.zeros(nodes + 1, np.int64)
        begin[1] = not any(ways.floor[0].tolist())
        trail = np.empty((room if parties == 2 else 0, 2), np.int32)
        return cls(kept, begin, trail=trail, error=np.zeros(parties, np.int64), cell=np.full(parties, 1))

    def between(self, node: int, other: int) -> int:
        """How many vectors there are at the nodes from one up to another."""
        return int(self.begin[other] - self.begin[node])

    def make_room(self, node: int, coming: int) -> None:
        """Have room for so many more vectors from a node on."""
        used = int(self.begin[node])
        if used + coming > len(self.kept):
            room = max(used + coming, 2 * len(self.kept))
            self.kept = _enlarged(self.kept, used, room)
            if len(self.trail):
                self.trail = _enlarged(self.trail, used, room)


def _enlarged(rows: NDArray[Number], used: int, room: int) -> NDArray[Number]:
    larger = np.empty((room, rows.shape[1]), rows.dtype)
    larger[:used] = rows[:used]
    return larger
