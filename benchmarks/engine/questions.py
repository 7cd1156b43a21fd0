"""The questions that are timed, as a caller of the library asks them, and how their answers are read."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from typing import Any

from answers import Answer
from attrs import frozen

from gobetween.bargaining.deadlocks import Conflict, Deadlock, find_deadlock, first_conflict
from gobetween.bargaining.frontiers import Frontier, find_frontier
from gobetween.bargaining.problems import Problem
from gobetween.bargaining.results import Feasible, Infeasible, Optimal, Status
from gobetween.bargaining.solutions.egalitarian import solve_egalitarian
from gobetween.bargaining.solutions.kalai_smorodinsky import solve_kalai_smorodinsky
from gobetween.bargaining.solutions.nash import NashSolution, solve_nash
from gobetween.bargaining.solutions.results import Solution

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


def _with_packages(problem: Problem) -> Frontier:
    """The frontier, and with it one package behind every point, as the peer gives it; all of them are unfolded afterwards."""
    found = find_frontier(problem)
    found.examples  # noqa: B018  # worked out now, for all points
    return found


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


def _least_gain(found: Solution) -> Answer:
    points = (tuple(each.values.values()) for each in found.packages)
    gap = None
    if isinstance(found.status, Feasible) and found.status.bound is not None:
        reached = min(found.packages[0].relative_gains.values())
        gap = float((found.status.bound - reached) / found.status.bound)
    return Answer(len(found.packages), is_proven=_is_proven(found.status), gap=gap, points=tuple(points))


def _solve_in(problem: Problem, seconds: float) -> Solution:
    until = time.monotonic() + seconds
    return solve_kalai_smorodinsky(problem, watch=lambda _progress: time.monotonic() < until)


def _deadlock(found: Deadlock) -> Answer:
    conflicts, openings = found.conflicts, found.openings
    is_whole = conflicts.complete and openings.complete
    return Answer(len(conflicts.conflicts) + len(openings.openings), is_proven=is_whole)


def _conflict(found: Conflict | None) -> Answer:
    return Answer(len(found.requirements) if found else 0, is_proven=True)


def _is_proven(status: Status) -> bool:
    return isinstance(status, Optimal | Infeasible)


QUESTIONS = {
    "frontier": Question(_with_packages, _frontier, _packages),
    "nash": Question(solve_nash, _nash),
    "egalitarian": Question(solve_egalitarian, _least_gain),
    "kalai-smorodinsky": Question(solve_kalai_smorodinsky, _least_gain),
    "kalai-smorodinsky in 3 s": Question(partial(_solve_in, seconds=2.8), _least_gain),
    "deadlock": Question(lambda problem: find_deadlock(problem, detailed=0), _deadlock),
    "deadlock, worked out": Question(find_deadlock, _deadlock),
    "first conflict": Question(first_conflict, _conflict),
}
