"""How many packages are good enough for everyone: exactly, or between two numbers that are certain."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from math import inf, prod
from operator import add, itemgetter
from typing import Any

import numpy as np
from attrs import frozen

from gobetween.bargaining.kernels import Count, Progress, Watch
from gobetween.bargaining.kernels.layered.counts.completions import at_the_end, step_back, windows_of
from gobetween.bargaining.kernels.layered.counts.prefixes import Condition, Prefixes, arcs_after, extend, first_prefix, settle
from gobetween.bargaining.kernels.layered.counts.sums import Sums, paths_ahead, sums_of
from gobetween.bargaining.kernels.layered.graph.diagrams import NO_LEAST, Diagram
from gobetween.bargaining.problems import Problem

MOST_STATES = 400_000
"""How many arcs one level of a count that goes forward may take."""

MOST_CELLS = 200_000
"""How many needs of one level are tabulated before the steps between them get wider, where the count is bounded."""

MOST_WORK = 300_000_000
"""How many cells are added up for an exact count, about a second's work; beyond that it is bounded."""

_MOST_EXACT_CELLS = 10_000_000  # of one level: 80 MB, some twice
_MOST_TABULATED = 3  # sums whose needs are tabulated together where steps get wider
_MOST_TERMS = 32
_ARC = 10_000  # cells that take as long as the handling of an arc
_STATE = 80  # cells that take as long as a state that goes forward

Bars = dict[int, int]
"""What sums must reach: the threshold of each, by its number."""


def count_paths(problem: Problem, diagram: Diagram, *, any_of: tuple[int, ...], watch: Watch) -> Count:
    """How many paths are worth the diagram's least values and meet, of each set in `any_of`, at least one reservation of the problem.

    Paths are counted forward by the sums they have come to and backward by the needs that are left, whichever is less work at
    each level; a path is closed as soon as whatever comes is enough, or nothing is. Exact where that fits (`MOST_STATES`,
    `MOST_WORK`): for two parties up to values of some thousands, for more parties where their sums coincide often. Otherwise the count
    is bounded from both sides, by needs rounded up and rounded down. A choice between reservations is counted by inclusion and
    exclusion where paths cannot be followed to the end one by one. If the watch says stop, it is bounded by what was decided.
    """
    if diagram.is_empty:
        return Count(0, 0)
    paths = paths_ahead(diagram)
    sums, condition = _question(problem, diagram, any_of)
    if condition is None:
        return Count(0, 0)
    counting = _Counting(sums, paths, _prefixes_at(diagram), watch)
    return counting.of_choices(condition) if condition.choices else counting.of_bars(dict(condition.needed))


def _question(problem: Problem, diagram: Diagram, any_of: tuple[int, ...]) -> tuple[Sums, Condition | None]:
    """The sums that matter, parties with equal values sharing one, and what they must reach; `None` if no path can."""
    places = {preferences.party: at for at, preferences in enumerate(problem.preferences)}
    kept = {party: least for party, least in enumerate(diagram.least.tolist()) if least > NO_LEAST}
    sets = [[(places[str(each.owner)], int(each.least or 0)) for each in problem.required(bits)] for bits in any_of]
    columns: dict[tuple[int, bytes], int] = {}
    which = {
        party: columns.setdefault((int(diagram.start[party]), diagram.values[:, party].tobytes()), len(columns))
        for party in sorted({*kept, *(party for pairs in sets for party, _ in pairs)})
    }
    first = {sum_at: party for party, sum_at in reversed(which.items())}
    sums = sums_of(diagram, [first[at] for at in range(len(columns))])
    needed: Bars = {}
    for party, least in kept.items():
        needed[which[party]] = max(sums.threshold(which[party], least), needed.get(which[party], 0))
    choices = [{(which[party], sums.threshold(which[party], least)) for party, least in pairs} for pairs in sets]
    return sums, _simplified(sums, needed, choices)


def _simplified(sums: Sums, needed: Bars, choices: list[set[tuple[int, int]]]) -> Condition | None:
    """The condition without what every path meets, and without what none can; `None` if no path meets it."""
    least, most = sums.least_ahead[:, 0].tolist(), sums.most_ahead[:, 0].tolist()
    if any(bar > most[at] for at, bar in needed.items()):
        return None
    needed = {at: bar for at, bar in needed.items() if bar > least[at]}
    open_choices = []
    for choice in choices:
        if any(bar <= max(least[at], needed.get(at, least[at])) for at, bar in choice):
            continue
        possible: Bars = {}
        for at, bar in sorted(choice, reverse=True):
            if bar <= most[at]:
                possible[at] = bar  # the smallest stays
        if not possible:
            return None
        open_choices.append(tuple(sorted(possible.items())))
    single = [choice[0] for choice in open_choices if len(choice) == 1]
    for at, bar in single:
        needed[at] = max(bar, needed.get(at, bar))
    return Condition(tuple(sorted(needed.items())), tuple(each for each in open_choices if len(each) > 1))


def _prefixes_at(diagram: Diagram) -> list[float]:
    """About how many paths lead to each level."""
    before = np.zeros(int(diagram.node_levels[-1]))
    before[0] = 1.0
    counts = [1.0]
    for level in range(diagram.levels):
        arcs = slice(int(diagram.arc_levels[level]), int(diagram.arc_levels[level + 1]))
        np.add.at(before, diagram.target[arcs], before[diagram.source[arcs]])
        counts.append(float(before[diagram.node_levels[level + 1] : diagram.node_levels[level + 2]].sum()))
    return counts


@frozen(eq=False)
class _Counting:
    """One diagram's sums, the number of `paths` from each node to the end, and about how many lead to each level."""

    sums: Sums
    paths: Any
    prefixes: list[float]
    watch: Watch

    @property
    def levels(self) -> int:
        return self.sums.diagram.levels

    def of_bars(self, bars: Bars) -> Count:
        """How many paths reach all of these."""
        if not bars:
            return Count(self.paths[0], self.paths[0])
        sums, thresholds = self._restricted(bars)
        cut, work = self._plan(sums, thresholds)
        condition = Condition(tuple(enumerate(thresholds)))
        forward, goes_on = self._forward(sums, condition, cut if work <= MOST_WORK else self.levels)
        least, most = forward.met, forward.met + forward.left(self.paths)
        if not goes_on or least == most:
            return Count(least, most)
        if work <= MOST_WORK:
            number = self._backward(sums, thresholds, forward, most_cells=2**62)
            return Count(least, most) if number is None else Count(number, number)
        return self._between(bars, forward)

    def _between(self, bars: Bars, forward: Prefixes) -> Count:
        """How many paths reach all of these, bounded: by coarse needs for a few sums, and from these for more.

        Of many sums, those that the fewest paths reach bound the number from above; what any one of the others rules out, taken off
        these, bounds it from below (Bonferroni 1936). Where links make too many arcs for that, it is bounded by what was decided.
        """
        counted = Count(forward.met, forward.met + forward.left(self.paths))
        if len(self.sums.diagram.target) * _ARC > MOST_WORK:
            return counted
        sums, thresholds = self._restricted(bars)
        if len(bars) <= _MOST_TABULATED + 1:
            low, high = (
                self._backward(sums, thresholds, forward, most_cells=MOST_CELLS, is_upper=is_upper) for is_upper in (False, True)
            )
            counted = _narrowest(counted, low, high)
        if len(bars) <= _MOST_TABULATED:
            return counted
        single = {at: self.of_bars({at: bar}) for at, bar in bars.items()}
        near = sorted(bars, key=lambda at: (single[at].most, at))[:_MOST_TABULATED]
        together = self.of_bars({at: bars[at] for at in near})
        ruled_out = sum(self.paths[0] - single[at].least for at in bars if at not in near)
        most = min(together.most, *(each.most for each in single.values()))
        return _narrowest(counted, together.least - ruled_out, most)

    def of_choices(self, condition: Condition) -> Count:
        """How many paths meet a condition with choices."""
        terms = _terms(condition)
        if terms and sum(self._plan(*self._restricted(bars))[1] for _, bars in terms) <= MOST_WORK:
            counts = [(sign, self.of_bars(bars)) for sign, bars in terms]
            if all(count.is_exact for _, count in counts):
                number = sum(sign * count.least for sign, count in counts)
                return Count(number, number)
        forward, goes_on = self._forward(self.sums, condition, self.levels)
        least, most = forward.met, forward.met + forward.left(self.paths)
        if goes_on and least < most:
            most = min(most, self.of_bars(dict(condition.needed)).most)
            first = _merged(condition.needed, *((choice[0],) for choice in condition.choices))  # one way to meet the choices
            least = max(least, self.of_bars(first).least)
        return Count(least, most)

    def _restricted(self, bars: Bars) -> tuple[Sums, list[int]]:
        return self.sums.only(list(bars)), list(bars.values())

    def _plan(self, sums: Sums, thresholds: list[int]) -> tuple[int, float]:
        """The level up to which it is least work to count forward, and backward from the end, and how much work that is."""
        diagram = sums.diagram
        unit = [1] * len(thresholds)
        forward, backward = [0.0], [0.0]
        for level in range(self.levels):
            cells = sum(window.cells for window in windows_of(sums, level, thresholds, unit) if window)
            nodes = int(diagram.node_levels[level + 1] - diagram.node_levels[level])
            arcs = int(diagram.arc_levels[level + 1] - diagram.arc_levels[level])
            words = self.paths[int(diagram.node_levels[level])].bit_length() // 64 + 1
            backward.append(cells * (arcs / nodes) * words + arcs * _ARC if cells <= _MOST_EXACT_CELLS else inf)
            states = min(self.prefixes[level], cells) * (arcs / nodes)
            forward.append(forward[-1] + states * _STATE if states <= MOST_STATES else inf)
        rest = [*np.cumsum(backward[::-1])[::-1][1:].tolist(), 0.0]
        return min(enumerate(map(add, forward, rest)), key=itemgetter(1))

    def _forward(self, sums: Sums, condition: Condition, cut: int) -> tuple[Prefixes, bool]:
        """The paths up to a level, or to where they are too many, and whether the watch lets go on."""
        prefixes = first_prefix(sums, self.paths)
        settle(sums, condition, self.paths, prefixes)
        while prefixes.level < cut and len(prefixes.node):
            if not self.watch(Progress("counting", prefixes.level, self.levels)):
                return prefixes, False
            if arcs_after(sums, prefixes) > MOST_STATES:
                break
            extend(sums, condition, self.paths, prefixes)
        return prefixes, True

    def _backward(self, sums: Sums, thresholds: list[int], forward: Prefixes, *, most_cells: int, is_upper: bool = False) -> int | None:
        """How many paths those counted forward become, by tables from the end up to where they are; `None` if the watch says stop."""
        table = at_the_end(sums, thresholds, is_upper=is_upper)
        while table.level > forward.level:
            if not step_back(sums, self.paths, thresholds, table, most_cells=most_cells, watch=self.watch):
                return None
        first = int(sums.diagram.node_levels[forward.level])
        numbers = table.numbers(forward.node - first, np.array(thresholds, np.int64) - forward.sums)
        return forward.met + int((numbers * forward.number.astype(object)).sum())


def _narrowest(count: Count, low: int | None, high: int | None) -> Count:
    return Count(max(count.least, low or 0), count.most if high is None else min(count.most, high))


def _terms(condition: Condition) -> list[tuple[int, Bars]]:
    """The condition by inclusion and exclusion: how often paths that reach certain bars count; nothing if that takes too many terms."""
    if prod(2 ** len(choice) - 1 for choice in condition.choices) > _MOST_TERMS:
        return []
    terms = Counter({condition.needed: 1})
    for choice in condition.choices:
        parts = [part for size in range(1, len(choice) + 1) for part in combinations(choice, size)]
        further: Counter[tuple[tuple[int, int], ...]] = Counter()
        for bars, sign in terms.items():
            for part in parts:
                further[tuple(sorted(_merged(bars, part).items()))] += sign * (-1) ** (len(part) + 1)
        terms = further
    return [(sign, dict(bars)) for bars, sign in terms.items() if sign]


def _merged(*parts: tuple[tuple[int, int], ...]) -> Bars:
    """All bars together: of one sum, the highest."""
    bars: Bars = {}
    for at, bar in (pair for part in parts for pair in part):
        bars[at] = max(bar, bars.get(at, bar))
    return bars
