"""How far reservation values must come down: the smallest reductions that suffice, found by asking for more and more."""

from __future__ import annotations

from attrs import frozen

from gobetween.bargaining.deadlocks.exploring import Explorer
from gobetween.bargaining.kernels import Choice, Undecided
from gobetween.bargaining.packages import package_of
from gobetween.bargaining.problems import Problem
from gobetween.bargaining.requirements import RequirementKind

MOST_REDUCTIONS = 50
"""How many are looked for where several parties could come down in many ways."""

Values = tuple[int, ...]
"""What a package is worth to those who concede value, in stated order of their reservations."""


@frozen
class Lowering:
    """The reservation values conceded in an opening (`parties`, with what they ask for now, `least`), all else being kept."""

    problem: Problem
    explorer: Explorer
    kept: int
    parties: tuple[str, ...]
    least: Values

    @classmethod
    def by(cls, problem: Problem, explorer: Explorer, mask: int) -> Lowering:
        """Those of the opening `mask`."""
        bars = [(each.owner, each.least) for each in problem.required(mask) if each.owner and each.least is not None]
        kept = problem.bits() & ~mask | mask & problem.bits(RequirementKind.RESERVATION)
        return cls(problem, explorer, kept, tuple(party for party, _ in bars), tuple(least for _, least in bars))

    def best(self) -> tuple[list[Values], bool]:
        """What those who concede can still get, no package giving more to one and no less to the others; and whether that is all.

        Each point splits what may still be found into parts that give more to one of them. Cost: for each point and party a
        question for each doubling of the values' range.
        """
        if not self.parties:
            return [], True
        lowest = tuple(self._lowest(party) for party in self.parties)
        parts, seen, points = [lowest], {lowest}, list[Values]()
        while parts:
            part = parts.pop()
            within = next((each for each in points if _reaches(each, part)), None)
            if within is None:
                if len(points) == MOST_REDUCTIONS:
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
        met = self._asking(least).meet(self.kept)
        if met is None:
            return None
        values = self.problem.values(package_of(self.problem.issues, met.choice))
        return tuple(values[party] for party in self.parties)

    def _asking(self, least: Values) -> Explorer:
        return self.explorer.with_least(dict(zip(self.parties, least, strict=True)))

    def _lowest(self, party: str) -> int:
        """Less than any package is worth to that party."""
        preferences = self.problem.preferences_of(party)
        options = sum(max(map(abs, values.values()), default=0) for values in preferences.option_values.values()) if preferences else 0
        return -options - sum(abs(link.value) for link in preferences.links) - 1 if preferences else 0


def _reaches(values: Values, least: Values) -> bool:
    return all(value >= each for value, each in zip(values, least, strict=True))
