"""The way that every solution concept takes: the deal zone, the greatest gains in it, a search, and packages with their gains."""

from __future__ import annotations

from fractions import Fraction

from attrs import field, frozen

from gobetween.bargaining.deal_zones import no_acceptable_package, preferences_missing, stopped_early
from gobetween.bargaining.kernels import MOST_TIES, Choice, Kernel, Objective, Watch
from gobetween.bargaining.kernels.choosing import kernel_for
from gobetween.bargaining.packages import package_of
from gobetween.bargaining.problems import Problem
from gobetween.bargaining.results import Feasible, Optimal
from gobetween.bargaining.solutions.ideals import ideal_gains
from gobetween.bargaining.solutions.results import Solution, SolvedPackage


@frozen
class Setting:
    """A problem with a deal zone, and what everyone gains in it at most, in the order of the preferences, `is_proven` or so far."""

    problem: Problem
    greatest: tuple[int, ...]
    is_proven: bool = field(kw_only=True)
    kernel: Kernel = field(kw_only=True)
    watch: Watch = field(kw_only=True)

    def solved(self, objective: Objective, *, most: int = MOST_TIES, in_parts: tuple[int, int] | None = None) -> Solution:
        """The packages of the deal zone that are best by the objective.

        With `in_parts`, scores are counted from the first number, in parts of the second.
        """
        found = self.kernel.search(self.problem, self.problem.acceptance, objective, most=most, watch=self.watch)
        if not found.choices:
            return Solution(stopped_early())
        bound = found.bound[0] if isinstance(found.bound, tuple) else found.bound
        return Solution(
            Optimal() if found.is_proven else Feasible(bound if bound is None else _counted(bound, in_parts)),
            tuple(self._package(choice, objective, in_parts) for choice in found.choices),
            greatest_gains={each.party: gain for each, gain in zip(self.problem.preferences, self.greatest, strict=True)},
            are_all=found.are_all,
        )

    def _package(self, choice: Choice, objective: Objective, in_parts: tuple[int, int] | None) -> SolvedPackage:
        package = package_of(self.problem.issues, choice)
        values = self.problem.values(package)
        score = objective.score(tuple(values.values()))
        assert score is not None  # what was found has one
        gains = {party: value - least for (party, value), least in zip(values.items(), self.problem.reservations, strict=True)}
        parts = zip(gains.items(), self.greatest, strict=True)
        return SolvedPackage(
            package,
            values=values,
            gains=gains,
            relative_gains={party: Fraction(gain, greatest) if greatest else Fraction(0) for (party, gain), greatest in parts},
            score=score if isinstance(score, tuple) else _counted(score, in_parts),
        )


def setting_of(problem: Problem, kernel: Kernel | None, watch: Watch) -> Setting | Solution:
    """Where a concept is to choose, or the solution that says why there is nothing to choose. Cost: a search for each party.

    That is `Infeasible` with a minimal conflict where the deal zone is empty, and `Unknown` where a party's preferences are not
    known, or where nothing was found before a stop.
    """
    if unknown := preferences_missing(problem):
        return Solution(unknown)
    asked = kernel or kernel_for(problem)
    ideals = ideal_gains(problem, problem.acceptance, kernel=asked, watch=watch)
    if ideals.gains is None:
        return Solution(no_acceptable_package(problem, asked) if ideals.is_proven else stopped_early())
    return Setting(problem, ideals.gains, is_proven=ideals.is_proven, kernel=asked, watch=watch)


def _counted(score: int | Fraction, in_parts: tuple[int, int] | None) -> int | Fraction:
    return score if in_parts is None else Fraction(score - in_parts[0], in_parts[1])
