"""The utilitarian solution: the sum is as great as can be, of relative gains or of weighted values."""

from __future__ import annotations

from math import lcm

from attrs import evolve

from gobetween.bargaining.kernels import MOST_TIES, Kernel, Watch, unwatched
from gobetween.bargaining.kernels.objectives import Total
from gobetween.bargaining.problems import Problem
from gobetween.bargaining.results import Feasible
from gobetween.bargaining.solutions.results import Solution
from gobetween.bargaining.solutions.solving import Setting, setting_of
from gobetween.bargaining.solutions.weighting import Weights, whole_weights


def solve_utilitarian(
    problem: Problem,
    *,
    weights: Weights | None = None,
    kernel: Kernel | None = None,
    watch: Watch = unwatched,
    most: int = MOST_TIES,
) -> Solution:
    """The packages of the deal zone with the greatest sum of relative gains, or with `weights` of weighted values.

    Without weights, a party's gain over the reservation value is divided by the greatest gain that the deal zone gives it, since
    the parties' own numbers are on no common scale: relative utilitarianism (Dhillon and Mertens 1999), here with everyone's range
    running from the reservation value to the best acceptable package, not over all packages. Those who can gain nothing are
    `left_out`; the score is the sum. With `weights`, the score is the sum of values in the parties' own numbers, each times its
    weight (brought to the smallest whole numbers): say `{party: 1}` for all for the plain sum. Reservation values bind in both: this
    is not the greatest welfare over all packages.

    Statuses: see `Solution`; ties are all given. Cost: a search for each party and one more.

    Raises:
        BeyondReach: the problem is more than the kernel takes on.
        InvalidCase: the weights are not weights of the parties.
    """
    sizes = None if weights is None else whole_weights(problem, weights)
    setting = setting_of(problem, kernel, watch)
    if isinstance(setting, Solution):
        return setting
    return _relative(setting, most) if sizes is None else setting.solved(Total(sizes), most=most)


def _relative(setting: Setting, most: int) -> Solution:
    problem = setting.problem
    whole = lcm(*(greatest for greatest in setting.greatest if greatest))
    sizes = tuple(whole // greatest if greatest else 0 for greatest in setting.greatest)
    start = sum(size * least for size, least in zip(sizes, problem.reservations, strict=True))
    solution = setting.solved(Total(sizes), most=most, in_parts=(start, whole))
    status = solution.status if setting.is_proven or not solution.packages else Feasible()  # parts of what is not known
    left_out = tuple(preferences.party for preferences, size in zip(problem.preferences, sizes, strict=True) if not size)
    return evolve(solution, status=status, left_out=left_out)
