"""The Kalai-Smorodinsky solution: everyone gets as great a part as can be of the most that they could gain."""

from __future__ import annotations

from attrs import evolve

from gobetween.bargaining.kernels import MOST_TIES, Kernel, Watch, unwatched
from gobetween.bargaining.kernels.objectives import Least
from gobetween.bargaining.problems import Problem
from gobetween.bargaining.results import Feasible
from gobetween.bargaining.solutions.results import Solution
from gobetween.bargaining.solutions.solving import setting_of
from gobetween.bargaining.solutions.weighting import Weights, whole_weights


def solve_kalai_smorodinsky(
    problem: Problem,
    *,
    weights: Weights | None = None,
    kernel: Kernel | None = None,
    watch: Watch = unwatched,
    most: int = MOST_TIES,
) -> Solution:
    """The packages of the deal zone whose least relative gain is greatest; among these the next least, and so on.

    Definition: a party's relative gain is its gain over the reservation value, divided by the greatest gain that any package of the
    deal zone gives it (the ideal point over individually rational outcomes: Kalai and Smorodinsky 1975). They take the point where
    all relative gains are equal and greatest, which need not exist among finitely many packages, nor be efficient for three or more
    parties; the lexicographic extension of Imai (1983) takes the greatest least relative gain, then the next, and is efficient. It
    is used here on packages as they are, without lotteries, so ties are possible: all are given. With `weights`, relative gains
    are divided by the party's weight before they compare (as in the weighted form in Thomson 1994).

    A party that can gain nothing in the deal zone is `left_out`: it keeps its reservation value, and its relative gain would be
    nothing divided by nothing. So is a party with a weight of 0.

    This is not the ideal point over all packages (with those that somebody would refuse), nor the package whose relative gains lie
    closest together, which may be inefficient: NegMAS calls that `ks_points`. What Genius and NegMAS call "Kalai" is the
    egalitarian solution (`egalitarian.py`) on normalised utilities; NegoLog's "Kalai" is the greatest welfare.

    Statuses: see `Solution`; the bound is on the least relative gain. Cost: a search for each party and one more.

    Raises:
        BeyondReach: the problem is more than the kernel takes on.
        InvalidCase: the weights are not weights of the parties.
    """
    sizes = whole_weights(problem, weights)
    setting = setting_of(problem, kernel, watch)
    if isinstance(setting, Solution):
        return setting
    units = tuple(greatest * size for greatest, size in zip(setting.greatest, sizes, strict=True))
    solution = setting.solved(Least(problem.reservations, units), most=most)
    status = solution.status if setting.is_proven or not solution.packages else Feasible()  # parts of what is not known
    left_out = tuple(preferences.party for preferences, unit in zip(problem.preferences, units, strict=True) if not unit)
    return evolve(solution, status=status, left_out=left_out)
