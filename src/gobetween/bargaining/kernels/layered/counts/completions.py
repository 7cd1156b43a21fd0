"""Counting backward: how many completions of a path reach what is still needed, tabulated over all needs that can occur."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from math import prod
from typing import Any, TypeVar

import numpy as np
from attrs import define, field, frozen

from gobetween.bargaining.kernels import Progress, Watch
from gobetween.bargaining.kernels.layered.counts.sums import Sums
from gobetween.bargaining.kernels.layered.graph.diagrams import Ints

_CHUNK = 20_000_000  # cells between two questions to the watch

_LEAST_SIZE = 2  # steps cannot get so wide that a window has fewer

Needs = tuple[int, ...]
"""What is still needed of each sum."""

Number = TypeVar("Number", int, Ints)


@frozen
class Window:
    """The needs that can occur at a node: from `low`, which any completion meets or nothing is below, in steps up to `size` of them."""

    low: Needs
    size: tuple[int, ...]

    @property
    def cells(self) -> int:
        """How many needs are tabulated."""
        return prod(self.size)


@define(eq=False)
class Completions:
    """A table for each node of a level: its cells hold numbers as words of 64 bits, shape (words, needs of each sum ...).

    With `step` 1 throughout the numbers are exact. Otherwise needs between the steps count as the next greater, or if
    `is_upper`, as the next smaller, which gives a lower, or upper, bound.
    """

    level: int
    step: tuple[int, ...]
    windows: list[Window | None]  # None: no completion meets the need
    tables: list[Any]
    is_upper: bool
    work: int = field(default=0, kw_only=True)

    def numbers(self, nodes: Ints, needs: Ints) -> Any:
        """How many completions of paths to these nodes (numbered within the level) meet these needs, shape (paths, sums): objects."""
        found = np.zeros(len(nodes), object)
        for node in np.unique(nodes).tolist():
            window = self.windows[node]
            rows = np.flatnonzero(nodes == node)
            if window is None:
                continue
            distance = needs[rows] - np.array(window.low, np.int64)
            at = np.maximum(_in_steps(distance, np.array(self.step, np.int64), is_upper=self.is_upper), 0)
            inside = (at < np.array(window.size, np.int64)).all(1)
            words = self.tables[node][(slice(None), *at[inside].T)].astype(object)
            found[rows[inside]] = sum(word << 64 * place for place, word in enumerate(words))
        return found


def windows_of(sums: Sums, level: int, thresholds: Sequence[int], step: Sequence[int]) -> list[Window | None]:
    """The window of every node of a level."""
    nodes = slice(int(sums.diagram.node_levels[level]), int(sums.diagram.node_levels[level + 1]))
    needs = np.array(thresholds, np.int64)[:, None]
    least_need, most_need = needs - sums.most_before[:, nodes], needs - sums.least_before[:, nodes]
    low = np.maximum(sums.least_ahead[:, nodes], least_need)
    high = np.maximum(low, np.minimum(sums.most_ahead[:, nodes], most_need))
    size = -((low - high) // np.array(step, np.int64)[:, None]) + 1
    is_lost = np.any(least_need > sums.most_ahead[:, nodes], axis=0)
    return [
        None if lost else Window(tuple(lows), tuple(sizes))
        for lost, lows, sizes in zip(is_lost.tolist(), low.T.tolist(), size.T.tolist(), strict=True)
    ]


def at_the_end(sums: Sums, thresholds: Sequence[int], *, is_upper: bool) -> Completions:
    """Nothing to come: a need is met if it is 0 or less."""
    step = (1,) * len(thresholds)
    windows = windows_of(sums, sums.diagram.levels, thresholds, step)
    tables = [None if window is None else np.ones((1, *window.size), np.uint64) for window in windows]
    return Completions(sums.diagram.levels, step, windows, tables, is_upper)


def step_back(sums: Sums, paths: Any, thresholds: Sequence[int], later: Completions, *, most_cells: int, watch: Watch) -> bool:
    """One level less, with coarser steps if there would be more cells; `False` if the watch says stop."""
    level, diagram = later.level - 1, sums.diagram
    step = later.step
    windows = windows_of(sums, level, thresholds, step)
    while sum(window.cells for window in windows if window) > most_cells:
        sizes = [max(window.size[which] for window in windows if window) for which in range(len(step))]
        if max(sizes) <= _LEAST_SIZE:
            break
        widest = sizes.index(max(sizes))
        step = tuple(2 * each if which == widest else each for which, each in enumerate(step))
        windows = windows_of(sums, level, thresholds, step)
    first_node, next_node = int(diagram.node_levels[level]), int(diagram.node_levels[level + 1])
    tables: list[Any] = []
    for node, window in enumerate(windows, first_node):
        if window is None:
            tables.append(None)
            continue
        table = np.zeros((paths[node].bit_length() // 64 + 1, *window.size), np.uint64)
        for arc in range(diagram.first_arc[node], diagram.first_arc[node + 1]):
            target = int(diagram.target[arc]) - next_node
            there = later.windows[target]
            if there is not None:
                moves = zip(window.low, sums.values[:, arc].tolist(), there.low, strict=True)
                offset = [here - value - low for here, value, low in moves]
                _gather(table, later, step, target, offset)
                later.work += window.cells
                if later.work > _CHUNK:
                    later.work = 0
                    if not watch(Progress("counting", diagram.levels - level, diagram.levels)):
                        return False
        tables.append(table)
    later.level, later.step, later.windows, later.tables = level, step, windows, tables
    return True


def _gather(table: Any, later: Completions, step: Sequence[int], target: int, offset: Sequence[int]) -> None:
    """Add to a node's table what one arc leads to: the target's table, moved by what the arc is worth."""
    window = later.windows[target]
    assert window is not None
    zones = [
        list(_zones(length, there, move, wide, narrow, is_upper=later.is_upper))
        for length, there, move, wide, narrow in zip(table.shape[1:], window.size, offset, step, later.step, strict=True)
    ]
    source = later.tables[target]
    for parts in product(*zones):
        here, there = (tuple(part[side] for part in parts) for side in (0, 1))
        _add(table[(slice(None), *here)], source[(slice(None), *there)])


def _zones(length: int, there: int, move: int, wide: int, narrow: int, *, is_upper: bool) -> Iterator[tuple[slice, slice]]:
    """Along one sum: the needs that any completion from the target meets, and those for which its table is read step by step."""
    stride = wide // narrow
    start = _in_steps(move, narrow, is_upper=is_upper)
    easy = min(length, -start // stride + 1) if start <= 0 else 0
    if easy:
        yield slice(0, easy), slice(0, 1)
    end = min(length, (there - 1 - start) // stride + 1)
    if end > easy:
        first = start + easy * stride
        yield slice(easy, end), slice(first, first + (end - easy - 1) * stride + 1, stride)


def _in_steps(distance: Number, step: Number, *, is_upper: bool) -> Number:
    return distance // step if is_upper else -(-distance // step)


def _add(to: Any, what: Any) -> None:
    """Add numbers of several words, the lowest first; there are no more words in `what` than matter."""
    carry: Any = None
    for word in range(len(to)):
        if word >= len(what) and carry is None:
            return
        place = to[word]
        if word < len(what):
            place += what[word]
            over = place < what[word] if len(to) > word + 1 else None
        else:
            over = None
        if carry is not None:
            place += carry
            if len(to) > word + 1:
                again = place < carry
                over = again if over is None else over | again
        carry = over
