"""Which judgement is on which item: by the words that both are on, and by what they say."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import TypeAlias

from gobetween.model.evidence.items import Item
from gobetween.model.evidence.judgements import Judgement, told_apart
from gobetween.model.passages import Span

Key: TypeAlias = tuple[str, str, tuple[Span, ...], str]

SAME_WORDS = Fraction(1, 2)
"""Spans that have so much in common are the same words, read a little otherwise."""


def common_part(first: Sequence[Span], second: Sequence[Span]) -> Fraction:
    """The characters that both have as a part of those that either has (intersection over union), from 0 to 1."""
    if first[-1].end <= second[0].start or second[-1].end <= first[0].start:
        return Fraction(0)
    shared = sum(max(0, min(one.end, other.end) - max(one.start, other.start)) for one in first for other in second)
    either = sum(span.end - span.start for span in (*first, *second)) - shared
    return Fraction(shared, either)


def pairs_of(items: Sequence[Item], judgements: Iterable[Judgement], added: frozenset[Key] = frozenset()) -> dict[int, Judgement]:
    """For each item, by its place, the judgement on it: those that say the same go first, then those that share most words.

    What was judged right or changed is found where something else is read by now; what was `added` was never read, and is not.
    """
    candidates = []
    by_key = {judgement.about.key: judgement for judgement in judgements}
    near = _Places(items)
    for key, judgement in by_key.items():
        told = (key[-1], told_apart(judgement.judged_item()))
        for place in near.to(judgement.about.spans):
            item = items[place]
            common = common_part(judgement.about.spans, item.passage.spans)
            if common < (1 if item.id else SAME_WORDS):  # what bears an id stood beside all judgements before
                continue
            says = told_apart(item)
            if says in told or (judgement.verdict.keeps and key not in added):
                candidates.append((told.index(says) if says in told else len(told), -common, place, key))
    pairs: dict[int, Judgement] = {}
    used: set[Key] = set()
    for _, _, place, key in sorted(candidates):
        if place not in pairs and key not in used:
            pairs[place] = by_key[key]
            used.add(key)
    return pairs


class _Places:
    """Items by where they begin, so that a judgement is compared with those near its words alone."""

    def __init__(self, items: Sequence[Item]) -> None:
        self.order = sorted(range(len(items)), key=lambda place: items[place].passage.start)
        self.starts = [items[place].passage.start for place in self.order]
        self.longest = max((item.passage.end - item.passage.start for item in items), default=0)

    def to(self, spans: Sequence[Span]) -> Sequence[int]:
        """The places of items that may overlap these spans."""
        return self.order[bisect_left(self.starts, spans[0].start - self.longest) : bisect_left(self.starts, spans[-1].end)]
