"""What can be said although numbers are in doubt: the surest packages, the least regret, the best question to ask."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from gobetween.bargaining.kernels import Kernel, Watch, unwatched
from gobetween.bargaining.problems import Problem
from gobetween.bargaining.robust.questions import BestQuestion, best_question
from gobetween.bargaining.robust.regrets import LeastRegret, least_regret
from gobetween.bargaining.robust.zones import SHOWN, DoubtfulZone, doubtful_zone
from gobetween.model.doubt import Doubt


@frozen
class Robustness:
    """The three answers together; each has a status of its own."""

    zone: DoubtfulZone
    regret: LeastRegret
    question: BestQuestion


def robust(
    problem: Problem, doubts: Iterable[Doubt], *, shown: int = SHOWN, kernel: Kernel | None = None, watch: Watch = unwatched
) -> Robustness:
    """What holds whatever is true of what is in doubt: `doubtful_zone`, `least_regret`, `best_question`."""
    about = tuple(doubts)
    return Robustness(
        doubtful_zone(problem, about, shown=shown, kernel=kernel, watch=watch),
        least_regret(problem, about, kernel=kernel, watch=watch),
        best_question(problem, about, kernel=kernel, watch=watch),
    )
