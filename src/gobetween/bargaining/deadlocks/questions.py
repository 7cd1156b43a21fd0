"""What blocks agreement and what would open it: minimal conflicts between requirements, and minimal sets of concessions."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import define, frozen

from gobetween.bargaining.blame import find_blame
from gobetween.bargaining.deadlocks.conflicts import Conflict, Conflicts, conflict_of
from gobetween.bargaining.deadlocks.costs import Cost, default_cost
from gobetween.bargaining.deadlocks.details import Inquiry, in_order_of_cost, opening_outlined
from gobetween.bargaining.deadlocks.exploring import UNLIMITED, Known, explore
from gobetween.bargaining.deadlocks.openings import Opening, Openings
from gobetween.bargaining.hitting_sets import in_stated_order, members
from gobetween.bargaining.kernels import Count, Kernel, Watch, unwatched
from gobetween.bargaining.kernels.choosing import kernel_for
from gobetween.bargaining.option_kinds import kinds_of
from gobetween.bargaining.problems import Problem
from gobetween.bargaining.results import Feasible, Infeasible, Optimal, Status

MOST_FOUND = 10_000
"""How many conflicts or openings are looked for unless told otherwise; with more, the result says that it is not complete."""

DETAILED = 20
"""How many openings, the cheapest, are worked out unless told otherwise."""


@frozen
class Deadlock:
    """All that stands in the way of a package that meets everything, and all that would open one."""

    conflicts: Conflicts
    openings: Openings


def first_conflict(problem: Problem, *, kernel: Kernel | None = None) -> Conflict | None:
    """One minimal conflict, `None` if everything can be met; of the matter's links alone, if these leave no package.

    It is the one of `find_blame`; what is in question for longer than the kernel's limits may stay in it without need.

    Raises:
        BeyondReach: the problem is too large, or too entangled, for the kernel.
        Undecided: the kernel cannot tell within its limits.
    """
    blamed = find_blame(problem, problem.bits(), kernel)
    return None if blamed is None else conflict_of(problem, blamed)


def find_conflicts(problem: Problem, *, limit: int = MOST_FOUND, kernel: Kernel | None = None, watch: Watch = unwatched) -> Conflicts:
    """All minimal conflicts: sets of requirements that cannot all be met, given the links of the matter, and none of which is needless.

    Works from demands, red lines and links without any number; reservation values are further requirements where preferences are
    there. Conflicts are the minimal sets that share a member with every opening (Reiter 1987, theorem 4.4; Liffiton and Sakallah
    2008, on minimal unsatisfiable and minimal correction sets).

    The status is `Optimal`, without conflicts if some package meets everything; `Infeasible` if the links of the matter alone
    leave no package; `Feasible` where the search stopped at `limit`, by `watch`, or since it could not tell in time: the conflicts
    given are minimal, but there may be others. Cost: enumeration takes one pass through the packages, options that nothing
    distinguishes counting as one, then as `minimal_hitting_sets`; the fast kernel a few questions for each conflict and opening.

    Raises:
        BeyondReach: the problem is too large, or too entangled, for the kernel.
    """
    search = _Search.of(problem, None, kernel, watch)
    for _ in search.go_on((UNLIMITED, limit)):
        pass
    return search.conflicts()


def find_openings(
    problem: Problem,
    cost: Cost | None = None,
    *,
    limit: int = MOST_FOUND,
    detailed: int = DETAILED,
    kernel: Kernel | None = None,
    watch: Watch = unwatched,
) -> Openings:
    """All minimal openings, cheapest first by `cost`, ties in stated order of their concessions; smaller ones come first in that.

    An opening is a set of requirements to concede so that some package meets all others, and no smaller part of it would do (a
    minimal correction set). The cost is `costs.default_cost` unless given. Statuses as in `find_conflicts`. The `detailed`
    cheapest are worked out: how many packages they open, the first of them, and how far reservation values must come down; with
    enumeration all are.

    Raises:
        BeyondReach: the problem is too large, or too entangled, for the kernel.
    """
    search = _Search.of(problem, cost, kernel, watch)
    for _ in search.go_on((limit, UNLIMITED)):
        pass
    return search.openings(detailed)


def find_deadlock(
    problem: Problem,
    cost: Cost | None = None,
    *,
    limit: int = MOST_FOUND,
    detailed: int = DETAILED,
    kernel: Kernel | None = None,
    watch: Watch = unwatched,
) -> Deadlock:
    """Both at once, as `find_conflicts` and `find_openings` give them, for little more than the cost of one."""
    search = _Search.of(problem, cost, kernel, watch)
    for _ in search.go_on((limit, limit)):
        pass
    return search.deadlock(detailed)


def explain_deadlock(
    problem: Problem,
    cost: Cost | None = None,
    *,
    limit: int = MOST_FOUND,
    detailed: int = DETAILED,
    kernel: Kernel | None = None,
    watch: Watch = unwatched,
) -> Iterator[Conflict | Opening | Deadlock]:
    """Conflicts and openings one by one as they are found, a conflict first if there is any; at last the `find_deadlock` of them all.

    Openings on the way are not worked out.
    """
    search = _Search.of(problem, cost, kernel, watch)
    told = 0, 0
    for known in search.go_on((limit, limit)):
        for conflict in known.conflicts[told[0] :]:
            yield conflict_of(problem, problem.required(conflict))
        for opening in known.openings[told[1] :]:
            yield opening_outlined(problem, opening, search.inquiry.cost)
        told = len(known.conflicts), len(known.openings)
    yield search.deadlock(detailed)


def count_opened(problem: Problem, opening: Opening, *, kernel: Kernel | None = None, watch: Watch = unwatched) -> Count:
    """How many packages the opening opens, where that is not worked out yet; it can take much longer than to find the opening.

    Raises:
        BeyondReach: the problem is too large, or too entangled, for the kernel.
    """
    if opening.is_count_exact:
        return Count(opening.count, opening.count)
    kept = sum(1 << at for at, each in enumerate(problem.requirements) if each not in opening.concessions)
    return (kernel or kernel_for(problem)).count(problem, kept, watch=watch)


@define
class _Search:
    """A search for both, and what it knows so far: nothing at all where the links of the matter leave no package."""

    inquiry: Inquiry
    known: Known | None = None

    @classmethod
    def of(cls, problem: Problem, cost: Cost | None, kernel: Kernel | None, watch: Watch) -> _Search:
        kinds = kinds_of(problem)
        asked = kernel or kernel_for(kinds.problem)
        price = cost or default_cost(kinds.problem, asked)
        return cls(Inquiry(problem, kinds, asked, asked.oracle(kinds.problem), price, watch))

    def go_on(self, limits: tuple[int, int]) -> Iterator[Known]:
        """What is known, again and again; openings that cost much are sought last."""
        problem, cost = self.inquiry.kinds.problem, self.inquiry.cost
        concedable = members(problem.bits() & ~problem.matter)
        order = sorted(concedable, key=lambda at: cost((problem.requirements[at],)), reverse=True)
        for known in explore(problem, self.inquiry.oracle, limits, order, self.inquiry.watch):
            self.known = known
            yield known

    def conflicts(self) -> Conflicts:
        """What is known of conflicts."""
        if self.known is None:
            return Conflicts(self._no_package())
        problem, is_complete = self.inquiry.problem, self.known.has_all_conflicts
        found = (conflict_of(problem, problem.required(mask)) for mask in in_stated_order(self.known.conflicts))
        return Conflicts(Optimal() if is_complete else Feasible(), tuple(found), is_complete)

    def openings(self, detailed: int) -> Openings:
        """What is known of openings."""
        if self.known is None:
            return Openings(self._no_package())
        is_complete = self.known.has_all_openings
        found = in_order_of_cost(self.inquiry, in_stated_order(self.known.openings), detailed)
        return Openings(Optimal() if is_complete else Feasible(), found, is_complete)

    def deadlock(self, detailed: int) -> Deadlock:
        """What is known of both."""
        return Deadlock(self.conflicts(), self.openings(detailed))

    def _no_package(self) -> Status:
        return Infeasible(find_blame(self.inquiry.problem, self.inquiry.problem.matter, self.inquiry.kernel) or ())
