"""The questions that are timed, as a caller of the library asks them, and how their answers are read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import cattrs
from attrs import field, frozen

from gobetween.bargaining.blame import find_blame
from gobetween.bargaining.deadlocks import Conflicts, Openings, find_conflicts, find_openings
from gobetween.bargaining.frontiers import Frontier, find_frontier
from gobetween.bargaining.problems import Problem
from gobetween.bargaining.requirements import Requirement
from gobetween.bargaining.results import Infeasible, Optimal, Status
from gobetween.bargaining.solutions.nash import NashSolution, solve_nash

MOST_UNFOLDED = 2_000  # points whose packages are worked out
MOST_TOLD = 10_000  # points that are told one by one, to be compared with the peer's


@frozen
class Answer:
    """How much was found, and whether that is proven to be all and the best.

    Otherwise `gap` is how far it may be from the best, as a part of that, if it says so. `points` are the values, if not too many.
    """

    size: int
    is_proven: bool = field(kw_only=True)
    gap: float | None = field(default=None, kw_only=True)
    points: tuple[tuple[int, ...], ...] = field(default=(), kw_only=True)

    @classmethod
    def from_told(cls, told: dict[str, Any]) -> Answer:
        """The answer that another process told."""
        return cattrs.structure(told, cls)

    def told(self) -> dict[str, Any]:
        """The answer in words that JSON has."""
        written: dict[str, Any] = cattrs.unstructure(self)
        return written


@frozen
class Question:
    """What is timed, and what is read off afterwards, untimed.

    `unfold` works out some of what the answer leaves until it is asked for, and says what part of it that is.
    """

    ask: Callable[[Problem], Any]
    read: Callable[[Any], Answer]
    unfold: Callable[[Any], float] = lambda _found: 1.0


def _packages(found: Frontier) -> float:
    step = found.count // MOST_UNFOLDED + 1
    some = found.points[::step]
    for point in some:
        point.packages  # noqa: B018  # worked out when asked for
    return len(some) / found.count


def _frontier(found: Frontier) -> Answer:
    points = (tuple(point.values.values()) for point in found.points[:MOST_TOLD])
    return Answer(len(found.points), is_proven=_is_proven(found.status), points=tuple(points))


def _nash(found: NashSolution) -> Answer:
    points = (tuple(each.values.values()) for each in found.packages)
    return Answer(len(found.packages), is_proven=_is_proven(found.status), points=tuple(points))


def _deadlock(found: tuple[Conflicts, Openings]) -> Answer:
    conflicts, openings = found
    is_whole = conflicts.complete and openings.complete
    return Answer(len(conflicts.conflicts) + len(openings.openings), is_proven=is_whole)


def _conflict(found: tuple[Requirement, ...] | None) -> Answer:
    return Answer(len(found or ()), is_proven=True)


def _is_proven(status: Status) -> bool:
    return isinstance(status, Optimal | Infeasible)


QUESTIONS = {
    "frontier": Question(find_frontier, _frontier, _packages),
    "nash": Question(solve_nash, _nash),
    "deadlock": Question(lambda problem: (find_conflicts(problem), find_openings(problem)), _deadlock),
    "first conflict": Question(lambda problem: find_blame(problem, problem.bits()), _conflict),
}
