"""A frontier as it was found: vectors, and the packages behind them when asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import overload

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from gobetween.bargaining.kernels import Choice, Watch
from gobetween.bargaining.kernels.layered.compiling import compiled
from gobetween.bargaining.kernels.layered.frontiers.prefixes import Prefixes
from gobetween.bargaining.kernels.layered.frontiers.tracing import one_behind_each, trace
from gobetween.bargaining.kernels.layered.frontiers.ways import Ways
from gobetween.bargaining.kernels.layered.graph.bounds import party_best_ahead
from gobetween.bargaining.kernels.layered.graph.diagrams import Diagram, Ints


@frozen(eq=False)
class Rows(Sequence[tuple[int, ...]]):
    """An array's rows as tuples of whole numbers, made when asked for."""

    array: Ints

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self.array)

    def __iter__(self) -> Iterator[tuple[int, ...]]:
        """One row after another."""
        return map(tuple, self.array.tolist())

    @overload
    def __getitem__(self, at: int) -> tuple[int, ...]: ...
    @overload
    def __getitem__(self, at: slice) -> Rows: ...
    def __getitem__(self, at: int | slice) -> tuple[int, ...] | Rows:
        """A row, or some."""
        return Rows(self.array[at]) if isinstance(at, slice) else tuple(self.array[at].tolist())


@frozen(eq=False)
class LayeredFrontier:
    """A frontier whose packages are traced back when they are asked for; see `FoundFrontier`.

    `vectors` are the last node's, in descending order. `cell` is what the coarsest grid used took for one, for every party: 1 where
    there was none. `given` are the arcs of the one package there is if it was not found among the prefixes.
    """

    ways: Ways | None
    prefixes: Prefixes | None
    given: tuple[int, ...] = ()
    vectors: Ints = field(kw_only=True)
    places: slice | NDArray[np.bool_] = field(default=slice(None), kw_only=True)  # of the vectors among the last node's
    error: tuple[int, ...] = field(kw_only=True)
    cell: tuple[int, ...] = field(kw_only=True)

    def __len__(self) -> int:
        """See `FoundFrontier`."""
        return len(self.vectors)

    def values(self) -> Rows:
        """See `FoundFrontier.values`: rows are made when asked for."""
        if self.ways is None:
            return Rows(np.empty((0, len(self.error)), np.int64))
        return Rows(self.ways.fields.values(self.vectors) + self.ways.origin)

    def choices(self, point: int, most: int = 1) -> tuple[tuple[Choice, ...], bool]:
        """See `FoundFrontier.choices`: in stated order, unless there are more than `tracing.SORTED` and more than asked for."""
        if self.ways is None or self.prefixes is None:
            raise IndexError(point)
        if self.given:
            return (self.ways.diagram.choice(self.given),), False
        choices, are_all = trace(self.ways, self.prefixes, self.vectors[point], most)
        return choices, are_all and not any(self.error)

    def examples(self) -> Rows:
        """See `FoundFrontier.examples`: worked out for all points at once."""
        if self.ways is None or self.prefixes is None:
            return Rows(np.empty((0, 0), np.int64))
        if self.given:
            return Rows(np.array([self.ways.diagram.choice(self.given)], np.int64))
        return Rows(one_behind_each(self.ways, self.prefixes)[self.places])


def nothing_found(diagram: Diagram) -> LayeredFrontier:
    """The frontier where there is no package."""
    nobody = (0,) * diagram.parties
    return LayeredFrontier(None, None, vectors=np.empty((0, 1), np.int64), error=nobody, cell=(1,) * diagram.parties)


def found_in(ways: Ways, prefixes: Prefixes, watch: Watch) -> LayeredFrontier:
    """The frontier that is kept at the last node.

    On a grid some of its vectors may miss a reservation value though packages that they stand for do not: then they are left out,
    and the error is made so large that other points stand for those packages too. If none is left, any acceptable package is looked
    for, as long as `watch` lets it; without one there is an error and no point.
    """
    vectors = prefixes.kept[prefixes.begin[-2] : prefixes.begin[-1]]
    if not prefixes.error.any():
        return LayeredFrontier(ways, prefixes, vectors=vectors, error=(0,) * len(prefixes.error), cell=(1,) * len(prefixes.cell))
    values, given = ways.fields.values(vectors), None
    reaching = (values >= ways.floor[-1]).all(1)
    vectors, corners = vectors[reaching], values[~reaching] + prefixes.error
    best = ways.diagram.start + party_best_ahead(ways.diagram)[:, 0]
    if not len(vectors):
        given = _any_path(ways.diagram, best, watch)
        if given is None:
            return nothing_found(ways.diagram)
        vectors = ways.step[given].sum(0, keepdims=True)[: len(given)]
    error = prefixes.error.copy()
    if len(vectors):
        values = ways.fields.values(vectors)
        _cover(error, np.ascontiguousarray(corners), np.ascontiguousarray(values))
        error = np.minimum(error, best - ways.origin - values.min(0))  # no package is worth more than the best
    return LayeredFrontier(
        ways,
        prefixes,
        tuple(given or ()),
        vectors=vectors,
        places=reaching,
        error=tuple(error.tolist()),
        cell=tuple(prefixes.cell.tolist()),
    )


def _any_path(diagram: Diagram, best: Ints, watch: Watch) -> list[int] | None:
    """An acceptable path, no arcs if the watch did not let it be found, `None` if there is none."""
    from gobetween.bargaining.kernels.layered.pacing import Pace, Stopped
    from gobetween.bargaining.kernels.layered.search.hunting import find_arcs  # seldom needed

    try:
        return find_arcs(diagram, best, Pace(watch))
    except Stopped:
        return []


@compiled
def _cover(error: Ints, corners: Ints, values: Ints) -> None:
    """Make the error so large that for every corner some of the `values` falls short of it by no more: the nearest there is."""
    parties, enough = len(error), error.min()
    for corner in corners:
        nearest, least = 0, 2**62
        for at in range(len(values)):
            short = 0
            for party in range(parties):
                short = max(short, corner[party] - values[at, party])
                if short >= least:
                    break
            if short < least:
                nearest, least = at, short
                if least <= enough:
                    break
        for party in range(parties):
            error[party] = max(error[party], corner[party] - values[nearest, party])
