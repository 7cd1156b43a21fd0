"""Answers one question with NegMAS and prints how long it took; run in the peer's own environment, never in ours.

    python peer_answers.py QUESTION MEGABYTES < domain.json

The domain is JSON: `values`, shaped (parties, issues, options), and `reservations`. The answer is JSON: `seconds`, `points`, `peak_mb`;
or `failed`. It may take so many megabytes of address space. Only the call is timed, in processor time; neither imports nor making the
domain are.
"""

from __future__ import annotations

import json
import resource
import sys
import time
import warnings
from collections.abc import Callable
from typing import Any

Values = list[list[list[int]]]
Points = list[list[int]]


def utilities(given: dict[str, Any], *, reserved: bool) -> list[Any]:
    """The parties' utility functions; without `reserved`, no reservation value keeps anything off the frontier."""
    from negmas import make_issue, make_os
    from negmas.preferences import LinearAdditiveUtilityFunction
    from negmas.preferences.value_fun import TableFun

    values: Values = given["values"]
    names = [[str(option) for option in range(len(issue))] for issue in values[0]]
    outcomes = make_os([make_issue(options, name=str(at)) for at, options in enumerate(names)])
    return [
        LinearAdditiveUtilityFunction(
            values=[TableFun(dict(zip(options, map(float, issue), strict=True))) for options, issue in zip(names, party, strict=True)],
            weights=[1.0] * len(names),
            outcome_space=outcomes,
            reserved_value=float(least) if reserved else 0.0,
        )
        for party, least in zip(values, given["reservations"], strict=True)
    ]


def frontier(given: dict[str, Any]) -> Callable[[], Points]:
    """All efficient outcomes, by going through every outcome."""
    from negmas.preferences.ops import pareto_frontier

    functions = utilities(given, reserved=False)
    return lambda: whole(pareto_frontier(functions)[0])


def sampler(given: dict[str, Any]) -> Callable[[], Points]:
    """All efficient outcomes of two parties, issue by issue (De Jonge and others 2019)."""
    from negmas.preferences.pareto_sampler.mobanos import MOBANOSParetoSampler

    mine, theirs = utilities(given, reserved=False)

    def answer() -> Points:
        found = MOBANOSParetoSampler()
        found.init(mine, theirs)
        return whole([(mine(outcome), theirs(outcome)) for outcome in found.pareto_outcomes()])

    return answer


def nash(given: dict[str, Any]) -> Callable[[], Points]:
    """The outcomes with the greatest product of gains, by way of the whole frontier."""
    from negmas.preferences.ops import nash_points

    return among(given, nash_points)


def egalitarian(given: dict[str, Any]) -> Callable[[], Points]:
    """What it calls the Kalai points: the greatest smallest gain."""
    from negmas.preferences.ops import kalai_points

    return among(given, kalai_points)


def kalai_smorodinsky(given: dict[str, Any]) -> Callable[[], Points]:
    """What it calls the Kalai-Smorodinsky points: the least spread of relative gains."""
    from negmas.preferences.ops import ks_points

    return among(given, ks_points)


def among(given: dict[str, Any], chosen: Callable[..., Any]) -> Callable[[], Points]:
    """The points of a solution, chosen from the frontier of what is worth the reservation values."""
    from negmas.preferences.ops import pareto_frontier

    functions = utilities(given, reserved=True)
    outcomes = functions[0].outcome_space
    return lambda: whole([point for point, _ in chosen(functions, pareto_frontier(functions)[0], outcome_space=outcomes)])


def whole(points: Any) -> Points:
    """The values as the whole numbers that they are."""
    return [[round(value) for value in point] for point in points]


QUESTIONS = {
    "frontier": frontier,
    "sampler": sampler,
    "nash": nash,
    "egalitarian": egalitarian,
    "kalai-smorodinsky": kalai_smorodinsky,
}


def main() -> None:
    """Answers, within the memory allowed."""
    question, megabytes = sys.argv[1], int(sys.argv[2])
    resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
    warnings.simplefilter("ignore")
    given = json.load(sys.stdin)
    try:
        answer = QUESTIONS[question](given)
        start = time.process_time()
        points = answer()
        seconds = time.process_time() - start
    except MemoryError:
        print(json.dumps({"failed": f"out of memory at {megabytes / 1024:.0f} GB"}))
        return
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "points": points, "peak_mb": peak}))


if __name__ == "__main__":
    main()
