"""The options of all issues in one row, with what each is worth and which requirements of one issue it breaks."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from gobetween.bargaining.kernels.layered.graph.tracks import Track
from gobetween.bargaining.problems import Problem
from gobetween.model.errors import ValuesTooGreat
from gobetween.model.preferences import Preferences

LARGEST_VALUE = 2**44
"""The most that a package may be worth to anyone, so that weighted sums of values stay within 64 bits."""

Ints = NDArray[np.int64]
Words = NDArray[np.uint64]
Bools = NDArray[np.bool_]


@frozen(eq=False)
class Options:
    """The options of all issues in one row: how many each issue has, and of each option what it does.

    `values` has shape (options, parties), `broken` (options, words); `allowed` says which may be taken.
    """

    sizes: Ints
    starts: Ints
    values: Ints
    broken: Words
    allowed: Bools

    @classmethod
    def of(cls, problem: Problem) -> Options:
        """The options with their values, before any requirement is looked at."""
        lengths = list(map(len, problem.issues.values()))
        sizes, count = np.array(lengths, np.int64), sum(lengths)
        values = np.empty((count, len(problem.preferences)), np.int64)
        for party, preferences in enumerate(problem.preferences):
            values[:, party] = _column(problem, preferences)
        broken = np.zeros((count, len(problem.requirements) // 64 + 1), np.uint64)
        return cls(sizes, sizes.cumsum() - sizes, values, broken, np.ones(count, np.bool_))

    @property
    def words(self) -> int:
        """How many words of 64 requirements there are."""
        return int(self.broken.shape[1])

    def of_issue(self, issue: int) -> slice:
        """Where an issue's options are."""
        start = int(self.starts[issue])
        return slice(start, start + int(self.sizes[issue]))

    @property
    def is_narrowed(self) -> bool:
        """Whether some option may not be taken."""
        return bool(np.count_nonzero(self.allowed) < len(self.allowed))

    def is_allowed_everywhere(self) -> bool:
        """Whether every issue has an option that may be taken."""
        return not self.is_narrowed or all(self.allowed[self.of_issue(issue)].any() for issue in range(len(self.sizes)))

    def settle(self, track: Track) -> None:
        """Put the effect of a track that speaks of one issue on that issue's options."""
        (issue,) = track.span
        here, falls = self.of_issue(issue), track.alone(issue)
        if track.is_kept:
            self.allowed[here] &= ~falls
        elif track.is_requirement:
            self.broken[here, track.bit // 64] |= falls * np.uint64(1 << track.bit % 64)
        else:
            self.values[here, track.party] += falls * np.int64(track.value)


def word_of(track: Track, words: int) -> Words:
    """The requirement of a track as a bit in so many words."""
    row = np.zeros(words, np.uint64)
    row[track.bit // 64] = 1 << track.bit % 64
    return row


def _column(problem: Problem, preferences: Preferences) -> Ints:
    """What all options are worth to a party, issue by issue; nothing where nothing is said."""
    table = preferences.option_values
    row: list[int] = []
    try:
        try:
            for issue, options in problem.issues.items():
                row.extend(map(table[issue].__getitem__, options))
        except KeyError:
            row = [table.get(issue, {}).get(option, 0) for issue, options in problem.issues.items() for option in options]
        return np.array(row, np.int64)
    except OverflowError:
        raise ValuesTooGreat(_TOO_GREAT) from None


_TOO_GREAT = (
    f"a package can be worth more than {LARGEST_VALUE:,}, which is more than the fast kernel adds up exactly; "
    "divide that party's values and its reservation value by a common factor"
)


def refuse_great_values(problem: Problem, options: Options, tracks: Sequence[Track]) -> None:
    """Stop where sums of values could go beyond 64 bits.

    Raises:
        ValuesTooGreat: a package can be worth more than `LARGEST_VALUE`, or less than that below zero.
    """
    greatest = max(int(options.values.max()), -int(options.values.min())) if options.values.size else 0
    if greatest > LARGEST_VALUE or any(abs(bar) > 2 * LARGEST_VALUE for bar in problem.reservations):
        raise ValuesTooGreat(_TOO_GREAT)
    links = sum(abs(track.value) for track in tracks)
    if greatest * len(options.sizes) + links <= LARGEST_VALUE:  # surely
        return
    sums = (
        np.maximum.reduceat(np.abs(options.values), options.starts).sum(0).tolist()
        if options.values.size
        else [0] * len(problem.preferences)
    )
    for party, total in enumerate(sums):
        if total + sum(abs(track.value) for track in tracks if track.party == party) > LARGEST_VALUE:
            raise ValuesTooGreat(_TOO_GREAT)
