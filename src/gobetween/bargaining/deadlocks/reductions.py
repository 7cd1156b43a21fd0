"""How far reservation values must come down: the smallest reductions that suffice, found by asking for more and more."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from math import lcm

from attrs import frozen

from gobetween.bargaining.deadlocks.exploring import SUM, Explorer
from gobetween.bargaining.kernels import Choice, Progress, Undecided, Watch, unwatched
from gobetween.bargaining.problems import Problem
from gobetween.bargaining.requirements import RequirementKind
from gobetween.model.preferences import Preferences

MOST_REDUCTIONS = 50
"""How many are looked for where several parties could come down in many ways."""

_GREATEST_SUM = 2**60

Values = tuple[int, ...]
"""What a package is worth to those who concede value, in stated order of their reservations."""


@frozen
class Lowering:
    """The reservation values conceded in an opening: `parties` and what they ask for now; `kept` are these and all `others`."""

    problem: Problem
    explorer: Explorer
    others: int
    kept: int
    parties: tuple[str, ...]
    least: Values

    @classmethod
    def by(cls, problem: Problem, explorer: Explorer, mask: int) -> Lowering:
        """Those of the opening `mask`."""
        bars = [(each.owner, each.least) for each in problem.required(mask) if each.owner and each.least is not None]
        others = problem.bits() & ~mask
        kept = others | mask & problem.bits(RequirementKind.RESERVATION)
        return cls(problem, explorer, others, kept, tuple(party for party, _ in bars), tuple(least for _, least in bars))

    def best(self, watch: Watch = unwatched) -> tuple[list[Values], bool]:
        """What those who concede can still get, no package giving more to one and no less to the others; and whether that is all.

        Each point splits what may still be found into parts that give more to one of them. Cost: for each point and party a
        question for each doubling of the values' range.
        """
        if not self.parties:
            return [], True
        lowest = self._all_lowest()
        parts, seen, points = [lowest], {lowest}, list[Values]()
        while parts:
            part = parts.pop()
            within = next((each for each in points if _reaches(each, part)), None)
            if within is None:
                if len(points) == MOST_REDUCTIONS or not watch(Progress("reductions", len(points), found=len(points))):
                    return points, False
                try:
                    within = self._best_within(part)
                except Undecided:
                    return points, False
                if within is None:
                    continue
                points.append(within)
            for at, value in enumerate(within):
                split = (*part[:at], value + 1, *part[at + 1 :])
                if split not in seen and value + 1 < self.least[at]:
                    seen.add(split)
                    parts.append(split)
        return points, True

    def least_share(self, best: Mapping[str, int]) -> Fraction:
        """The least sum of reductions, each over the party's `best`, that suffices.

        Raises:
            Undecided: the search reached its limit.
        """
        if not self.parties:
            return Fraction(0)
        unit = lcm(*(best[party] for party in self.parties))
        weights = tuple(unit // best[party] for party in self.parties)
        asked, lowest = _sum(weights, self.least), _sum(weights, self._all_lowest())
        if max(abs(asked), abs(lowest)) > _GREATEST_SUM:
            points, _ = self.best()
            return min((Fraction(asked - _sum(weights, point), unit) for point in points), default=Fraction(0))
        return Fraction(asked - self._greatest(weights, lowest, asked), unit)

    def _greatest(self, weights: Values, reached: int, too_much: int) -> int:
        """The most that a package is worth to them in sum, which is at least `reached` and less than `too_much`."""
        summing = self.explorer.with_sum(dict(zip(self.parties, weights, strict=True)))
        kept, middle = self.others | 1 << len(self.problem.requirements), reached
        while too_much - reached > 1:
            values = summing.with_least({SUM: middle}).worth(kept)
            reached, too_much = (reached, middle) if values is None else (values[-1], too_much)
            middle = (reached + too_much) // 2
        return reached

    def first_package(self, values: Values) -> Choice:
        """The first package in stated order that is worth so much to them, while everything else is met.

        Raises:
            Undecided: the search for it reached its limit.
        """
        (choice,) = self._asking(values).first(self.kept, 1)
        return choice

    def _best_within(self, part: Values) -> Values | None:
        """A point of which nothing more can be had by anybody without loss to the others; all get what the part asks for."""
        found = self._values_at(part)
        if found is None:
            return None
        asked = list(part)
        for at in range(len(asked)):
            asked[at], too_much = found[at], self.least[at]
            while too_much - asked[at] > 1:
                middle = (asked[at] + too_much) // 2
                better = self._values_at((*asked[:at], middle, *asked[at + 1 :]))
                if better is None:
                    too_much = middle
                else:
                    found = better
                    asked[at] = found[at]
        return found

    def _values_at(self, least: Values) -> Values | None:
        values = self._asking(least).worth(self.kept)
        return None if values is None else tuple(values[at] for at in self._places())

    def _places(self) -> tuple[int, ...]:
        """Where among all preferences those of the parties are."""
        parties = [each.party for each in self.problem.preferences]
        return tuple(parties.index(party) for party in self.parties)

    def _asking(self, least: Values) -> Explorer:
        return self.explorer.with_least(dict(zip(self.parties, least, strict=True)))

    def _all_lowest(self) -> Values:
        """No more than any package is worth to them."""
        return tuple(_lowest(self.problem.preferences[at]) for at in self._places())


def _lowest(preferences: Preferences) -> int:
    options = sum(max(map(abs, values.values()), default=0) for values in preferences.option_values.values())
    return -options - sum(abs(link.value) for link in preferences.links)


def _sum(weights: Values, values: Values) -> int:
    return sum(weight * value for weight, value in zip(weights, values, strict=True))


def _reaches(values: Values, least: Values) -> bool:
    return all(value >= each for value, each in zip(values, least, strict=True))
