"""The leximin solution: the least gain is as great as can be, then the next least, and so on."""

from __future__ import annotations

from gobetween.bargaining.kernels import MOST_TIES, Kernel, Watch, unwatched
from gobetween.bargaining.kernels.objectives import Least
from gobetween.bargaining.problems import Problem
from gobetween.bargaining.solutions.results import Solution
from gobetween.bargaining.solutions.solving import setting_of
from gobetween.bargaining.solutions.weighting import Weights, whole_weights


def solve_leximin(
    problem: Problem,
    *,
    weights: Weights | None = None,
    kernel: Kernel | None = None,
    watch: Watch = unwatched,
    most: int = MOST_TIES,
) -> Solution:
    """The packages of the deal zone that are best when gains are compared in ascending order: least with least, then next with next.

    Definition: the lexicographic difference principle (Rawls 1971, in the form of Sen 1970), applied to gains over the reservation
    values; it refines the egalitarian solution (`egalitarian.py`) to an efficient one. With `weights` gains are divided by these
    first; a party with a weight of 0 is not counted. Packages with the same gains in ascending order tie, whoever gets which: all
    are given.

    Gains are compared in the parties' own numbers. The same refinement of relative gains is `kalai_smorodinsky.py`.

    Statuses: see `Solution`; the score is all gains that are compared, in ascending order, the bound is on the least. Cost: a
    search for each party and one more.

    Raises:
        BeyondReach: the problem is more than the kernel takes on.
        InvalidCase: the weights are not weights of the parties.
    """
    units = whole_weights(problem, weights)
    setting = setting_of(problem, kernel, watch)
    if isinstance(setting, Solution):
        return setting
    return setting.solved(Least(problem.reservations, units), most=most)
