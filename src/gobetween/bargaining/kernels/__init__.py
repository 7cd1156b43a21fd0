"""The small interface behind which packages are searched: complete enumeration, and a fast kernel that agrees with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from attrs import frozen

from gobetween.bargaining.kernels.objectives import Objective, Score
from gobetween.bargaining.problems import Problem
from gobetween.model.errors import GobetweenError

__all__ = [
    "MOST_TIES",
    "Choice",
    "Count",
    "Found",
    "FoundFrontier",
    "Kernel",
    "Met",
    "Objective",
    "Oracle",
    "Progress",
    "Undecided",
    "Watch",
    "unwatched",
]

Choice = tuple[int, ...]
"""A package as the number of its option for each issue, both in the problem's order; choices sort in the stated order of packages."""

MOST_TIES = 1_000
"""How many equally good packages are looked for unless told otherwise."""


@frozen
class Progress:
    """How far a search has come: `done` steps (`of` so many, if that is known), and how many answers it has `found`."""

    stage: str
    done: int
    of: int | None = None
    found: int = 0


Watch = Callable[[Progress], bool]
"""Is told, some times a second, how far a search has come, and answers whether to go on; a search told to stop returns what it has."""


def unwatched(_progress: Progress) -> bool:
    """Go on to the end, whatever it takes."""
    return True


class Undecided(GobetweenError):
    """A search was stopped, or reached its limit, before it could tell."""


@frozen
class Count:
    """How many packages there are: at `least` and at `most`; one number where it is exact."""

    least: int
    most: int

    @property
    def is_exact(self) -> bool:
        """Whether the number is known."""
        return self.least == self.most


@frozen
class Found:
    """The best packages found, in stated order, equally good by the objective's exact score.

    If `is_proven`, no package is better; if `are_all` too, no other is as good. Otherwise `bound`, where there is one, is what the
    objective's score (`Objective.score`; its first entry for `Least`) can be at most. No choices and proven: there is no package.
    """

    choices: tuple[Choice, ...]
    is_proven: bool
    are_all: bool
    bound: Score | None = None


class FoundFrontier(Protocol):
    """Value vectors that no package beats, in descending order, with the packages behind each, worked out when asked for.

    The `error` is 0 for every party if the frontier is exact. Otherwise the points are those of packages, none of which beats another,
    and for every package there is a point that is worth to each party no less than that package is, less the party's error.
    """

    @property
    def error(self) -> tuple[int, ...]:
        """How far each party's value may be off."""
        ...

    @property
    def cell(self) -> tuple[int, ...]:
        """Within how much of each party's value the grid, at its coarsest, kept one prefix for all; 1 where there was no grid."""
        ...

    def __len__(self) -> int:
        """How many points there are."""
        ...

    def values(self) -> Sequence[tuple[int, ...]]:
        """What the points are worth to everyone, in the order of the problem's preferences."""
        ...

    def examples(self) -> Sequence[Choice]:
        """One package behind each point, any one, worked out for all of them together."""
        ...

    def choices(self, point: int, most: int = 1) -> tuple[tuple[Choice, ...], bool]:
        """The first `most` packages found behind a point, and whether these are all (never said of an inexact frontier)."""
        ...


@frozen
class Met:
    """A package that meets what was asked, and all that it breaks beside (bit i for the problem's requirement i)."""

    choice: Choice
    broken: int


class Oracle(Protocol):
    """Answers, again and again, whether some of a problem's requirements can be met together."""

    def meet(self, bits: int) -> Met | None:
        """A package that meets these requirements and those of the matter, or `None` if there is none.

        Raises:
            Undecided: the search reached its limit.
        """
        ...


class Kernel(Protocol):
    """Searches the packages of a problem that meet the `kept` requirements, a set of bits: bit i for requirement i.

    Every answer is exact or says how far it is from that. All kernels pass one suite of contract tests against enumeration.

    Raises (every method):
        BeyondReach: the problem is too large, its links too entangled, or its values too great, for this kernel.
    """

    @property
    def name(self) -> str:
        """The word for it on screens and in tests."""
        ...

    def find_package(self, problem: Problem, kept: int) -> Choice | None:
        """A package that meets them, any one, or `None`."""
        ...

    def count(self, problem: Problem, kept: int, *, any_of: tuple[int, ...] = (), watch: Watch = unwatched) -> Count:
        """How many packages meet them all and, of each set of reservations in `any_of`, at least one."""
        ...

    def search(self, problem: Problem, kept: int, objective: Objective, *, most: int = MOST_TIES, watch: Watch = unwatched) -> Found:
        """The packages that are best by the objective, the first `most` that are found."""
        ...

    def frontier(self, problem: Problem, kept: int, *, most_points: int | None = None, watch: Watch = unwatched) -> FoundFrontier:
        """The efficient packages; a search that would keep more than `most_points` at once goes over to a grid and says its error."""
        ...

    def oracle(self, problem: Problem) -> Oracle:
        """Somebody to ask about many sets of requirements of one problem."""
        ...
