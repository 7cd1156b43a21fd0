"""The egalitarian solution: the least gain is as great as can be."""

from __future__ import annotations

from gobetween.bargaining.kernels import MOST_TIES, Kernel, Watch, unwatched
from gobetween.bargaining.kernels.objectives import Least
from gobetween.bargaining.problems import Problem
from gobetween.bargaining.solutions.results import Solution
from gobetween.bargaining.solutions.solving import setting_of
from gobetween.bargaining.solutions.weighting import Weights, whole_weights


def solve_egalitarian(
    problem: Problem,
    *,
    weights: Weights | None = None,
    kernel: Kernel | None = None,
    watch: Watch = unwatched,
    most: int = MOST_TIES,
) -> Solution:
    """The packages of the deal zone whose least gain over the reservation values is greatest.

    Definition: Kalai (1977), on finitely many packages and without lotteries: his solution is the greatest point where all gains are
    equal, or with `weights` stand in proportion to these (the proportional solutions; a gain is then divided by the weight). Where
    there is no such point, it is the greatest least gain, which where free disposal is allowed comes to the same. Packages that
    give others more tie, so the solution need not be efficient; `leximin.py` chooses among them. A party that cannot gain holds
    the least gain at 0: then every acceptable package ties. With a weight of 0 a party is not counted.

    Gains are compared between the parties in their own numbers, which says something only if these are on a common scale. For
    gains as parts of what each could gain see `kalai_smorodinsky.py`, with which this is at times confused: NegMAS's `kalai_points`
    are these, on normalised utilities.

    Statuses: see `Solution`; the score and the bound are least gains. Cost: a search for each party and one more.

    Raises:
        BeyondReach: the problem is more than the kernel takes on.
        InvalidCase: the weights are not weights of the parties.
    """
    units = whole_weights(problem, weights)
    setting = setting_of(problem, kernel, watch)
    if isinstance(setting, Solution):
        return setting
    return setting.solved(Least(problem.reservations, units, is_lexicographic=False), most=most)
