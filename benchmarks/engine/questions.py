"""The questions that are timed, as a caller of the library asks them, and how their answers are read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from answers import Answer
from attrs import frozen

from gobetween.bargaining.deadlocks import Conflict, Deadlock, find_deadlock, first_conflict
from gobetween.bargaining.frontiers import Frontier, find_frontier
from gobetween.bargaining.problems import Problem
from gobetween.bargaining.results import Infeasible, Optimal, Status
from gobetween.bargaining.solutions.nash import NashSolution, solve_nash

MOST_UNFOLDED = 2_000  # points whose packages are worked out
MOST_TOLD = 10_000  # points that are told one by one, to be compared with the peer's


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


def _deadlock(found: Deadlock) -> Answer:
    conflicts, openings = found.conflicts, found.openings
    is_whole = conflicts.complete and openings.complete
    return Answer(len(conflicts.conflicts) + len(openings.openings), is_proven=is_whole)


def _conflict(found: Conflict | None) -> Answer:
    return Answer(len(found.requirements) if found else 0, is_proven=True)


def _is_proven(status: Status) -> bool:
    return isinstance(status, Optimal | Infeasible)


QUESTIONS = {
    "frontier": Question(find_frontier, _frontier, _packages),
    "nash": Question(solve_nash, _nash),
    "deadlock": Question(lambda problem: find_deadlock(problem, detailed=0), _deadlock),
    "deadlock, worked out": Question(find_deadlock, _deadlock),
    "first conflict": Question(first_conflict, _conflict),
}
