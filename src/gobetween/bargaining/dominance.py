"""Values that no others beat."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import islice

Values = tuple[int, ...]

_BATCH = 50_000


def maxima(vectors: Iterable[Values]) -> list[Values]:
    """The vectors to which no other is equal or greater everywhere, each once, in descending order.

    Taken in batches, so that memory is that of a batch and of the maxima. Cost: n log n comparisons for up to three places (Kung,
    Luccio and Preparata 1975, by a staircase), n times the number of maxima for more.
    """
    rest = iter(vectors)
    best: list[Values] = []
    while batch := set(islice(rest, _BATCH)):
        ordered = sorted(batch.union(best), reverse=True)
        best = list(_by_staircase(ordered) if len(ordered[0]) <= 3 else _by_pairs(ordered))
    return best


def _by_staircase(ordered: list[Values]) -> Iterator[Values]:
    """Of distinct vectors in descending order; the stairs are the greatest (second, third) places so far."""
    seconds: list[int] = []  # ascending
    thirds: list[int] = []  # descending with it
    for vector in ordered:
        _, second, third = (*vector, 0, 0)[:3] if vector else (0, 0, 0)
        at = bisect_left(seconds, second)
        if at < len(seconds) and thirds[at] >= third:
            continue
        yield vector
        end = at + 1 if at < len(seconds) and seconds[at] == second else at
        start = at
        while start and thirds[start - 1] <= third:
            start -= 1
        seconds[start:end] = [second]
        thirds[start:end] = [third]


def _by_pairs(ordered: list[Values]) -> list[Values]:
    best: list[Values] = []
    for vector in ordered:
        if not any(all(a >= b for a, b in zip(better, vector, strict=True)) for better in best):
            best.append(vector)
    return best
