"""Complete enumeration: every package is looked at, in the stated order, with exact whole numbers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import repeat
from math import prod

from attrs import frozen

from gobetween.bargaining.kernels import Judged, Kernel
from gobetween.bargaining.kernels.effects import Effect, Effects, effects_of
from gobetween.bargaining.packages import refuse_too_many
from gobetween.bargaining.problems import Problem

_BLOCK = 2048  # packages that share a prefix and are judged column by column


@frozen
class _Tail:
    """The last issues' combinations as columns: one list of conditions failed, one of terms unmet, one of values a party."""

    off: list[int]
    unmet: list[int]
    columns: tuple[list[int], ...]


@frozen
class Enumeration:
    """The kernel that goes through all packages: a prefix of options is added up once for all packages that share it.

    Prefixes that already break a kept requirement, or cannot reach a kept reservation value any more, are not gone into. Cost: at
    most the number of packages times the number of parties; the number of requirements hardly matters, since each is a bit.
    """

    def judge(self, problem: Problem, kept: int = 0) -> Iterator[Judged]:
        """See `Kernel.judge`; refuses more than `packages.MOST_PACKAGES`."""
        refuse_too_many(problem.issues)
        return _rows(effects_of(problem), kept)


ENUMERATION: Kernel = Enumeration()


def _rows(effects: Effects, kept: int) -> Iterator[Judged]:
    heads = _heads_before_block(effects)
    tail = _tail(effects, heads)
    size = len(tail.off)
    for place, prefix in _prefixes(effects, heads, kept):
        places = range(place * size, place * size + size)
        violated = [(prefix.unmet | unmet) & ~(prefix.off | off) for unmet, off in zip(tail.unmet, tail.off, strict=True)]
        columns = _columns(effects, prefix, tail)
        for bar in effects.bars:
            violated = [row | bar.bit if value < bar.least else row for row, value in zip(violated, columns[bar.party], strict=True)]
        values = zip(*columns, strict=True) if columns else repeat((), size)
        rows = zip(places, values, violated, strict=True)
        yield from (row for row in rows if not row[2] & kept) if kept else rows


def _heads_before_block(effects: Effects) -> int:
    heads = len(effects.levels)
    while heads and prod(len(level) for level in effects.levels[heads - 1 :]) <= _BLOCK:
        heads -= 1
    return heads


def _tail(effects: Effects, heads: int) -> _Tail:
    rows = [Effect((0,) * effects.parties, 0, 0)]
    for level in effects.levels[heads:]:
        rows = [row.then(option) for row in rows for option in level]
    columns = tuple([row.values[party] for row in rows] for party in range(effects.parties))
    return _Tail([row.off for row in rows], [row.unmet for row in rows], columns)


def _prefixes(effects: Effects, heads: int, kept: int) -> Iterator[tuple[int, Effect]]:
    stack = [(0, 0, effects.start)]
    while stack:
        depth, place, prefix = stack.pop()
        if effects.is_lost(prefix, depth, kept):
            continue
        if depth == heads:
            yield place, prefix
            continue
        level = effects.levels[depth]
        stack.extend((depth + 1, place * len(level) + at, prefix.then(level[at])) for at in reversed(range(len(level))))


def _columns(effects: Effects, prefix: Effect, tail: _Tail) -> list[list[int]]:
    columns = [[start + value for value in column] for start, column in zip(prefix.values, tail.columns, strict=True)]
    for party, extra in effects.extras.items():
        columns[party] = [value + extra[(prefix.off | off) & extra.bits] for value, off in zip(columns[party], tail.off, strict=True)]
    return columns
