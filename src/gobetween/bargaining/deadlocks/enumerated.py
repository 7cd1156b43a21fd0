"""What openings open, read off all packages in one pass."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import define, field

from gobetween.bargaining.deadlocks.openings import SHOWN, Opening, Reduction
from gobetween.bargaining.dominance import maxima
from gobetween.bargaining.kernels.enumeration import Enumeration
from gobetween.bargaining.option_kinds import OptionKinds
from gobetween.bargaining.packages import package_at
from gobetween.bargaining.problems import Problem


def openings_by_enumeration(kinds: OptionKinds, masks: Iterable[int]) -> list[Opening]:
    """These openings of the problem of `kinds`, all worked out, without their cost. Cost: one pass through the packages."""
    problem, counts = kinds.problem, kinds.counts()
    opened = {mask: _Opened(_bars(problem, mask)) for mask in masks}
    for place, values, violated in Enumeration().judge(problem, problem.matter):
        if violated in opened:
            opened[violated].add(place, values, counts[place])
    return [
        Opening(
            problem.required(mask),
            cost=(),
            count=each.count,
            packages=tuple(package_at(problem.issues, place) for place in each.places),
            reductions=each.reductions(problem),
        )
        for mask, each in opened.items()
    ]


@define
class _Opened:
    """The packages of one opening as they come: the first places, and the places of distinct shortfalls of those who concede value."""

    bars: tuple[tuple[int, str, int], ...]  # of each conceded reservation: place among the values, party, least value
    count: int = 0
    places: list[int] = field(factory=list)
    shortfalls: dict[tuple[int, ...], int] = field(factory=dict)

    def add(self, place: int, values: tuple[int, ...], count: int) -> None:
        self.count += count
        if len(self.places) < SHOWN:
            self.places.append(place)
        if self.bars:
            self.shortfalls.setdefault(tuple(values[at] - least for at, _, least in self.bars), place)

    def reductions(self, problem: Problem) -> tuple[Reduction, ...]:
        parties = [party for _, party, _ in self.bars]
        smallest = sorted(maxima(self.shortfalls), key=self.shortfalls.__getitem__)
        return tuple(
            Reduction(
                {party: -short for party, short in zip(parties, shorts, strict=True)},
                package_at(problem.issues, self.shortfalls[shorts]),
            )
            for shorts in smallest
        )


def _bars(problem: Problem, mask: int) -> tuple[tuple[int, str, int], ...]:
    place = {preferences.party: at for at, preferences in enumerate(problem.preferences)}
    conceded = problem.required(mask)
    return tuple((place[each.owner], each.owner, each.least) for each in conceded if each.owner and each.least is not None)
