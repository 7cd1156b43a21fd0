"""The ideal point: what each party could gain at most in packages that everyone could accept."""

from __future__ import annotations

from attrs import frozen

from gobetween.bargaining.deal_zones import only, value_for
from gobetween.bargaining.kernels import Kernel, Watch, unwatched
from gobetween.bargaining.kernels.choosing import kernel_for
from gobetween.bargaining.problems import Problem


@frozen
class Ideals:
    """Each party's greatest gain over its reservation value, in the order of the preferences.

    `gains` is `None` if no package was found; if `is_proven`, there is none, or no party could gain more. Otherwise they are those
    of packages that were found before a stop.
    """

    gains: tuple[int, ...] | None
    is_proven: bool


def ideal_gains(problem: Problem, kept: int, *, kernel: Kernel | None = None, watch: Watch = unwatched) -> Ideals:
    """What each party could gain at most in a package that meets the `kept` requirements (bits), over its reservation value.

    The ideal point of Kalai and Smorodinsky (1975), where what is kept are the conditions of the deal zone (`Problem.acceptance`);
    also how far each reservation value could rise, the others unchanged, before the zone is empty. Cost: a search for each party.

    Raises:
        BeyondReach: the problem is more than the kernel takes on.
    """
    asked = kernel or kernel_for(problem)
    values = [[] for _ in problem.preferences]  # type: list[list[int]]
    is_proven = True
    for party in range(len(problem.preferences)):
        found = asked.search(problem, kept, only(problem, party), most=1, watch=watch)
        is_proven = is_proven and found.is_proven
        if found.is_proven and not found.choices:
            return Ideals(None, is_proven=True)
        for choice in found.choices:
            for each, known in enumerate(values):
                known.append(value_for(problem, each, choice))
    if not all(values):
        return Ideals(None, is_proven=False)
    return Ideals(tuple(max(known) - least for known, least in zip(values, problem.reservations, strict=True)), is_proven=is_proven)
