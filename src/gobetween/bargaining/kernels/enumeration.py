"""Complete enumeration: every package is looked at, in the stated order, with exact whole numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import repeat

from attrs import field, frozen

from gobetween.bargaining.dominance import maxima
from gobetween.bargaining.kernels import MOST_TIES, Choice, Count, Found, Kernel, Met, Watch, unwatched
from gobetween.bargaining.kernels.effects import Effect, Effects, effects_of
from gobetween.bargaining.kernels.objectives import Objective
from gobetween.bargaining.packages import choice_at, refuse_too_many
from gobetween.bargaining.problems import Problem

Judged = tuple[int, tuple[int, ...], int]
"""A package's place in the stated order, its values in the order of the problem's preferences, and the requirements that it does
not meet: bit i stands for the problem's requirement i."""

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
    most the number of packages times the number of parties; the number of requirements hardly matters, since each is a bit. It is
    the twin by which faster kernels are tested, and the quickest to start: it needs no library. Nothing of it is ever cut short,
    since `packages.MOST_PACKAGES` take a second or two.
    """

    @property
    def name(self) -> str:
        """See `Kernel.name`."""
        return "enumeration"

    def judge(self, problem: Problem, kept: int = 0) -> Iterator[Judged]:
        """Every package that meets the `kept` requirements (a set of bits), in stated order.

        Raises:
            TooManyPackages: there are more than `packages.MOST_PACKAGES`.
        """
        refuse_too_many(problem.issues)
        return _rows(effects_of(problem), kept)

    def find_package(self, problem: Problem, kept: int) -> Choice | None:
        """See `Kernel.find_package`: here the first in stated order."""
        return next((choice_at(problem.issues, place) for place, _, _ in self.judge(problem, kept)), None)

    def count(self, problem: Problem, kept: int, *, any_of: tuple[int, ...] = (), watch: Watch = unwatched) -> Count:  # noqa: ARG002  # never long
        """See `Kernel.count`."""
        number = sum(all(each & ~violated for each in any_of) for _, _, violated in self.judge(problem, kept))
        return Count(number, number)

    def search(
        self,
        problem: Problem,
        kept: int,
        objective: Objective,
        *,
        most: int = MOST_TIES,
        watch: Watch = unwatched,  # noqa: ARG002  # never long
    ) -> Found:
        """See `Kernel.search`."""
        best, places = None, list[int]()
        for place, values, _ in self.judge(problem, kept):
            score = objective.score(values)
            if score is None or (best is not None and score < best):  # type: ignore[operator]  # scores of one objective compare
                continue
            if score != best:
                best, places = score, []
            places.append(place)
        choices = tuple(choice_at(problem.issues, place) for place in places[:most])
        return Found(choices, is_proven=True, are_all=len(places) <= most)

    def frontier(
        self,
        problem: Problem,
        kept: int,
        *,
        most_points: int | None = None,  # noqa: ARG002  # it never goes over to a grid
        watch: Watch = unwatched,  # noqa: ARG002  # never long
    ) -> EnumeratedFrontier:
        """See `Kernel.frontier`; it never goes over to a grid."""
        behind: dict[tuple[int, ...], list[int]] = {
            values: [] for values in maxima(values for _, values, _ in self.judge(problem, kept))
        }
        for place, values, _ in self.judge(problem, kept):
            if values in behind:
                behind[values].append(place)
        return EnumeratedFrontier(problem, tuple(behind), tuple(map(tuple, behind.values())))

    def oracle(self, problem: Problem) -> EnumeratedOracle:
        """See `Kernel.oracle`."""
        found: dict[int, int] = {}
        for place, _, violated in self.judge(problem, problem.matter):
            found.setdefault(violated, place)
        return EnumeratedOracle(problem, found)


@frozen
class EnumeratedFrontier:
    """A frontier with the places of all packages behind each point."""

    problem: Problem
    points: tuple[tuple[int, ...], ...]
    places: tuple[tuple[int, ...], ...]

    @property
    def error(self) -> tuple[int, ...]:
        """See `FoundFrontier.error`: none."""
        return (0,) * len(self.problem.preferences)

    @property
    def cell(self) -> tuple[int, ...]:
        """See `FoundFrontier.cell`: no grid."""
        return (1,) * len(self.problem.preferences)

    def __len__(self) -> int:
        """See `FoundFrontier`."""
        return len(self.points)

    def values(self) -> Sequence[tuple[int, ...]]:
        """See `FoundFrontier.values`."""
        return self.points

    def examples(self) -> Sequence[Choice]:
        """See `FoundFrontier.examples`: the first in stated order."""
        return tuple(choice_at(self.problem.issues, places[0]) for places in self.places)

    def choices(self, point: int, most: int = 1) -> tuple[tuple[Choice, ...], bool]:
        """See `FoundFrontier.choices`: in stated order."""
        places = self.places[point]
        return tuple(choice_at(self.problem.issues, place) for place in places[:most]), len(places) <= most


@frozen
class EnumeratedOracle:
    """All sets of requirements that packages break, with the place of the first package of each."""

    problem: Problem
    broken: dict[int, int] = field(repr=False)

    def meet(self, bits: int) -> Met | None:
        """See `Oracle.meet`."""
        for violated, place in self.broken.items():
            if not violated & bits:
                return Met(choice_at(self.problem.issues, place), violated)
        return None


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
    heads, packages = len(effects.levels), 1
    while heads and packages * len(effects.levels[heads - 1]) <= _BLOCK:
        heads -= 1
        packages *= len(effects.levels[heads])
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
