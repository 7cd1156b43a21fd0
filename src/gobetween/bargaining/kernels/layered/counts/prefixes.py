"""Counting forward: the different sums of the paths so far, and those decided whatever comes."""

from __future__ import annotations

from typing import Any

import numpy as np
from attrs import define, frozen

from gobetween.bargaining.kernels.layered.counts.sums import Sums
from gobetween.bargaining.kernels.layered.graph.diagrams import Ints

_MOST_IN_KEY = 2**62


@frozen
class Condition:
    """What sums must reach: each of `needed`, and of each set of `choices` at least one; all as pairs of a sum and its threshold."""

    needed: tuple[tuple[int, int], ...]
    choices: tuple[tuple[tuple[int, int], ...], ...] = ()

    def thresholds(self, which: int) -> list[int]:
        """The thresholds of one sum, ascending."""
        pairs = (*self.needed, *(pair for choice in self.choices for pair in choice))
        return sorted({least for each, least in pairs if each == which})


@define(eq=False)
class Prefixes:
    """Paths up to one level: the `open` ones by node and sums, each with how many there are, and how many whole paths are decided.

    `sums` has shape (states, sums); `met` counts the whole paths that meet the condition, for certain, beside what open ones become.
    """

    level: int
    node: Ints
    sums: Ints
    number: Any
    met: int = 0

    def left(self, paths: Any) -> int:
        """How many whole paths the open ones lead to."""
        return _whole(self.node, self.number, paths) if len(self.node) else 0


def first_prefix(sums: Sums, paths: Any) -> Prefixes:
    """The empty path."""
    kind: Any = np.int64 if paths[0] < 2**62 else object
    return Prefixes(0, np.zeros(1, np.int64), np.zeros((1, len(sums.values)), np.int64), np.ones(1, kind))


def arcs_after(sums: Sums, prefixes: Prefixes) -> int:
    """How many arcs one more level takes."""
    first = sums.diagram.first_arc
    return int((first[prefixes.node + 1] - first[prefixes.node]).sum())


def extend(sums: Sums, condition: Condition, paths: Any, prefixes: Prefixes) -> None:
    """One level more: what is decided is closed, and states from which the same is to be had are taken together."""
    diagram = sums.diagram
    first = diagram.first_arc[prefixes.node]
    degree = diagram.first_arc[prefixes.node + 1] - first
    state = np.repeat(np.arange(len(first)), degree)
    arc = np.arange(len(state)) - np.repeat(np.cumsum(degree) - degree, degree) + first[state]
    prefixes.node, prefixes.number = diagram.target[arc], prefixes.number[state]
    prefixes.sums = prefixes.sums[state] + sums.values[:, arc].T
    prefixes.level += 1
    settle(sums, condition, paths, prefixes)


def settle(sums: Sums, condition: Condition, paths: Any, prefixes: Prefixes) -> None:
    """Close the states that are decided, and merge the rest."""
    least = prefixes.sums + sums.least_ahead[:, prefixes.node].T
    most = prefixes.sums + sums.most_ahead[:, prefixes.node].T
    is_met, is_open = np.ones(len(least), np.bool_), np.ones(len(least), np.bool_)
    for which, threshold in condition.needed:
        is_met &= least[:, which] >= threshold
        is_open &= most[:, which] >= threshold
    for choice in condition.choices:
        is_met &= np.logical_or.reduce([least[:, which] >= threshold for which, threshold in choice])
        is_open &= np.logical_or.reduce([most[:, which] >= threshold for which, threshold in choice])
    if is_met.any():
        prefixes.met += _whole(prefixes.node[is_met], prefixes.number[is_met], paths)
    is_open &= ~is_met
    for which in range(len(sums.values)):
        _clamp(prefixes.sums[:, which], least[:, which], most[:, which], condition.thresholds(which))
    _merge(prefixes, np.flatnonzero(is_open))


def _whole(nodes: Ints, number: Any, paths: Any) -> int:
    """How many whole paths these prefixes lead to."""
    order = np.argsort(nodes, kind="stable")
    starts = np.flatnonzero(np.diff(nodes[order], prepend=-1))
    together = np.add.reduceat(number[order], starts)
    return sum(int(each) * ahead for each, ahead in zip(together.tolist(), paths[nodes[order][starts]], strict=True))


def _clamp(values: Ints, least: Ints, most: Ints, thresholds: list[int]) -> None:
    """Sums for which it is decided which of the thresholds they reach become one sum a node: the smallest, or greatest, such sum."""
    if not thresholds:
        values[:] = 0
        return
    bars = np.array(thresholds, np.int64)
    reached = np.searchsorted(bars, least, "right")
    is_decided = reached == np.searchsorted(bars, most, "right")
    is_low = is_decided & (reached == 0)
    is_high = is_decided & (reached > 0)
    values[is_low] += bars[0] - 1 - most[is_low]
    values[is_high] += bars[reached[is_high] - 1] - least[is_high]


def _merge(prefixes: Prefixes, kept: Ints) -> None:
    node, sums, number = prefixes.node[kept], prefixes.sums[kept], prefixes.number[kept]
    if len(kept):
        columns = [node, *sums.T]
        order, starts = _grouped(columns)
        node, sums, number = node[order][starts], sums[order][starts], np.add.reduceat(number[order], starts)
    prefixes.node, prefixes.sums, prefixes.number = node, sums, number


def _grouped(columns: list[Ints]) -> tuple[Ints, Ints]:
    """The rows in an order in which equal ones lie together, and where each group starts."""
    key, size = np.zeros(len(columns[0]), np.int64), 1
    for column in columns:
        lowest = int(column.min())
        width = int(column.max()) - lowest + 1
        if size * width > _MOST_IN_KEY:
            order = np.lexsort(columns[::-1])
            differs = np.logical_or.reduce([np.diff(each[order]) != 0 for each in columns])
            return order, np.flatnonzero(np.concatenate([[True], differs]))
        key, size = key * width + (column - lowest), size * width
    order = np.argsort(key, kind="stable" if size < 2**16 else None)
    return order, np.flatnonzero(np.diff(key[order], prepend=-1))
