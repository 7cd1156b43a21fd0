"""From days and shares to places on a plot."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from fractions import Fraction
from itertools import pairwise

from attrs import field, frozen

LONG_GAP = 14  # days without anything; shorter gaps are drawn as they are
MOST_BREAKS = 6
LEAST = 46.0  # the width of a stretch that its first date fits above


@frozen
class Stretch:
    """Days that are drawn in a row, and where."""

    first: dt.date
    last: dt.date
    left: float = field(kw_only=True)
    right: float = field(kw_only=True)

    @property
    def days(self) -> int:
        """How many days it has, both ends included."""
        return (self.last - self.first).days + 1


@frozen
class BrokenTime:
    """A time scale that leaves out long gaps; a day is equally wide in all its stretches."""

    stretches: tuple[Stretch, ...]
    day_width: float

    def left_of(self, day: dt.date) -> float:
        """Where a day begins; a day in a gap lies in the middle of the break."""
        for before, stretch in zip((None, *self.stretches), self.stretches, strict=False):
            if day < stretch.first:
                return stretch.left if before is None else (before.right + stretch.left) / 2
            if day <= stretch.last:
                return stretch.left + (day - stretch.first).days * self.day_width
        return self.stretches[-1].right

    def right_of(self, day: dt.date) -> float:
        """Where a day ends."""
        inside = any(stretch.first <= day <= stretch.last for stretch in self.stretches)
        return self.left_of(day) + (self.day_width if inside else 0)

    def middle_of(self, day: dt.date) -> float:
        """Where a day is at noon."""
        return (self.left_of(day) + self.right_of(day)) / 2

    def gaps(self) -> tuple[tuple[Stretch, Stretch, int], ...]:
        """Each break: the stretches on its sides and the days it leaves out."""
        return tuple((before, after, (after.first - before.last).days - 1) for before, after in pairwise(self.stretches))


def break_time(days: Iterable[dt.date], *, left: float, right: float, gap: float) -> BrokenTime:
    """The scale for `days` (at least one) between two edges: the longest gaps, six at the most, become breaks of width `gap`."""
    ordered = sorted(set(days))
    gaps = sorted(((after - before).days, before) for before, after in pairwise(ordered))
    cuts = {before for length, before in gaps[-MOST_BREAKS:] if length > LONG_GAP and length > _fair_gap(ordered)}
    runs: list[list[dt.date]] = [[]]
    for day in ordered:
        runs[-1].append(day)
        if day in cuts:
            runs.append([])
    lengths = [(run[-1] - run[0]).days + 1 for run in runs]
    day_width = _day_width(lengths, right - left - gap * (len(runs) - 1))
    stretches, at = [], left
    for run, length in zip(runs, lengths, strict=True):
        width = max(length * day_width, LEAST) if len(runs) > 1 else right - left
        stretches.append(Stretch(run[0], run[-1], left=at, right=at + width))
        at += width + gap
    return BrokenTime(tuple(stretches), day_width)


def _day_width(lengths: list[int], room: float) -> float:
    """The width of a day when stretches that would be too short for their dates get the least width instead."""
    long = list(lengths)
    while True:
        width = (room - LEAST * (len(lengths) - len(long))) / sum(long)
        short = [length for length in long if length * width < LEAST]
        if not short or len(short) == len(long):
            return width
        for length in short:
            long.remove(length)


def _fair_gap(ordered: list[dt.date]) -> float:
    return (ordered[-1] - ordered[0]).days / 12


@frozen
class ShareScale:
    """Shares of a gain on a line: zero is no deal, one the most that a party could gain."""

    left: float
    right: float
    low: Fraction = field(kw_only=True)
    high: Fraction = field(kw_only=True)

    def place(self, share: Fraction) -> float:
        """Where a share lies; beyond the ends it lies at the end."""
        within = min(max(share, self.low), self.high)
        return self.left + float((within - self.low) / (self.high - self.low)) * (self.right - self.left)

    def has(self, share: Fraction) -> bool:
        """Whether a share lies within the ends."""
        return self.low <= share <= self.high


def share_scale(shares: Iterable[Fraction], *, left: float, right: float) -> ShareScale:
    """The scale for `shares`: from the lowest (zero, or down to minus one) to the most that can be gained."""
    low = max(Fraction(-1), min([*shares, Fraction(0)]))
    return ShareScale(left, right, low=Fraction(int(low * 4 - Fraction(3, 4)), 4) if low else low, high=Fraction(1))
