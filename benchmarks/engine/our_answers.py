"""Answers one question with Gobetween and prints how long it took; run in a fresh process, so that a first call is a first call.

    python our_answers.py QUESTION first|warm|all < domains.jsonl

The first domain is answered once, with all that this loads; for `warm`, then every domain, the quick ones several times; for `all`
their answers are also unfolded. Only the question is timed, from the problem, which is made anew for every call, to the result as a
caller of the library has it. Times are processor time: the clock's on an idle machine, and of more use on a busy one.
"""

from __future__ import annotations

import gc
import json
import resource
import statistics
import sys
import time
from typing import Any

from domains import Domain
from questions import QUESTIONS, Question

from gobetween.bargaining.problems import Problem

ENOUGH = 0.2
"""Seconds after which a domain is not asked about again."""

MOST_CALLS = 40


def main() -> None:
    """Reads, answers, prints."""
    name, extent = sys.argv[1:]
    question = QUESTIONS[name]
    domains = list(map(Domain.from_json, sys.stdin))
    first, _ = call(question, domains[0].problem())
    told: dict[str, Any] = {"first": first, "warm": [], "unfolding": [], "answers": []}
    for domain in domains if extent != "first" else ():
        seconds, found = typical(question, domain)
        told["warm"].append(seconds)
        told["unfolding"].append(unfold(question, found) if extent == "all" else 0.0)
        told["answers"].append(question.read(found).told())
    told["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(told))


def typical(question: Question, domain: Domain) -> tuple[float, Any]:
    """The median of some calls, each with a problem of its own, and what is found; one call before them is not counted."""
    seconds, found = call(question, domain.problem())
    problems = [domain.problem() for _ in range(min(int(ENOUGH / seconds), MOST_CALLS) + 1)]
    gc.collect()
    return statistics.median(call(question, problem)[0] for problem in problems), found


def call(question: Question, problem: Problem) -> tuple[float, Any]:
    """How many seconds the question takes, and what is found."""
    start = time.process_time()
    found = question.ask(problem)
    return time.process_time() - start, found


def unfold(question: Question, found: Any) -> float:
    """How long it takes to work out all that the answer works out when asked for, extrapolated from a part if that is much."""
    start = time.process_time()
    part = question.unfold(found)
    return (time.process_time() - start) / part


if __name__ == "__main__":
    main()
