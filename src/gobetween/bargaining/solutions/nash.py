"""The Nash solution: the packages with the greatest product of gains over the reservation values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import combinations

from attrs import field, frozen

from gobetween.bargaining.deal_zones import best_values, no_acceptable_package, preferences_missing, stopped_early
from gobetween.bargaining.kernels import MOST_TIES, Choice, Found, Kernel, Progress, Watch, unwatched
from gobetween.bargaining.kernels.choosing import kernel_for
from gobetween.bargaining.kernels.objectives import Product
from gobetween.bargaining.packages import package_of
from gobetween.bargaining.problems import Problem
from gobetween.bargaining.results import Feasible, Optimal, Status
from gobetween.bargaining.solutions.ideals import ideal_gains
from gobetween.bargaining.solutions.weighting import Weights, whole_weights
from gobetween.model.issues import Package

Gaining = tuple[int, ...]
"""The parties that gain, by their places among the preferences."""


@frozen
class NashPackage:
    """A package of the solution: values, `gains` over the reservation values, and these as parts of each party's greatest gain."""

    package: Package
    values: Mapping[str, int] = field(kw_only=True)
    gains: Mapping[str, int] = field(kw_only=True)
    relative_gains: Mapping[str, Fraction] = field(kw_only=True)
    product: int = field(kw_only=True)


@frozen
class NashSolution:
    """All packages of the Nash solution, in stated order; `gaining` are the parties over whose gains the product is taken.

    The status is `Optimal` where it is proven that no package is better; if not `are_all`, there are further ones as good. After
    a stop it is `Feasible`, with what the product can be at most, if that is known.
    """

    status: Status
    packages: tuple[NashPackage, ...] = ()
    gaining: tuple[tuple[str, ...], ...] = ()
    are_all: bool = field(default=True, kw_only=True)


def solve_nash(
    problem: Problem,
    *,
    weights: Weights | None = None,
    kernel: Kernel | None = None,
    watch: Watch = unwatched,
    most: int = MOST_TIES,
) -> NashSolution:
    """The packages of the deal zone with the greatest product of gains, the value minus the reservation value of each party.

    Definition: Nash (1950), on finitely many packages and without lotteries, so that there may be ties (Mariotti 1998): all of
    them are given, in stated order. With `weights`, each gain is raised to the power of the party's weight (Harsanyi and Selten
    1972; Kalai 1977), the weights brought to the smallest whole numbers; a party with a weight of 0 gets its reservation value and
    is not counted. Where no package gives everyone who counts a gain, the product is 0 throughout and says nothing; then the
    convention of maximum Nash welfare is used (Caragiannis and others 2019): as many parties as possible gain together, and
    the product is taken over these. Of several such sets of parties, products over which do not compare, each gives its best.

    `relative_gains` divide a gain by the party's greatest (its best package of all that the links of the matter allow); they are
    for display and do not enter. Everyone whose preferences are known is a party here. Statuses as in `deal_zone`; those of
    `NashSolution` after a stop. Cost: a search, and one for each party; where not all can gain together, one for each set of
    parties of that size and above. This is not the variant with a disagreement package.

    Raises:
        BeyondReach: the problem is more than the kernel takes on.
        InvalidCase: the weights are not weights of the parties.
    """
    powers = whole_weights(problem, weights)
    if unknown := preferences_missing(problem):
        return NashSolution(unknown)
    hunt = _Nash(problem, powers, kernel or kernel_for(problem), watch, most)
    everyone = tuple(party for party, power in enumerate(powers) if power)
    found = hunt.best_for(everyone)
    if found.choices:
        return hunt.solution({everyone: found})
    if not found.is_proven:
        return NashSolution(stopped_early())
    return hunt.without_a_gain_for_all(everyone)


@frozen
class _Nash:
    problem: Problem
    powers: tuple[int, ...]
    kernel: Kernel
    watch: Watch
    most: int

    def objective(self, gaining: Gaining) -> Product:
        powers = tuple(power if party in gaining else 0 for party, power in enumerate(self.powers))
        return Product(self.problem.reservations, powers)

    def best_for(self, gaining: Gaining) -> Found:
        """The packages of the deal zone that give these parties a gain, with the greatest product over them."""
        return self.kernel.search(self.problem, self.problem.acceptance, self.objective(gaining), most=self.most, watch=self.watch)

    def without_a_gain_for_all(self, everyone: Gaining) -> NashSolution:
        """The best of each of the largest sets of parties that can gain together."""
        ideals = ideal_gains(self.problem, self.problem.acceptance, kernel=self.kernel, watch=self.watch)
        if ideals.gains is None:
            return NashSolution(no_acceptable_package(self.problem, self.kernel) if ideals.is_proven else stopped_early())
        able = [party for party in everyone if ideals.gains[party] or not ideals.is_proven]
        done = 0
        for size in range(min(len(able), len(everyone) - 1), -1, -1):
            best: dict[Gaining, Found] = {}
            for gaining in combinations(able, size):
                if not self.watch(Progress("sets of parties that can gain together", done, 2 ** len(able), len(best))):
                    return self.solution(best, is_whole=False) if best else NashSolution(stopped_early())
                best[gaining] = self.best_for(gaining)
                done += 1
            if any(found.choices for found in best.values()):
                return self.solution(best, is_whole=ideals.is_proven)
            if not all(found.is_proven for found in best.values()):
                return NashSolution(stopped_early())
        return NashSolution(stopped_early())  # only if a search was stopped: with nobody gaining, every acceptable package counts

    def solution(self, best: Mapping[Gaining, Found], *, is_whole: bool = True) -> NashSolution:
        """The packages found for each set of parties, together."""
        is_proven = is_whole and all(found.is_proven for found in best.values())
        with_some = {gaining: found for gaining, found in best.items() if found.choices}
        bounds = [found.bound for found in best.values()]
        bound = bounds[0] if len(bounds) == 1 and not isinstance(bounds[0], tuple) else None
        choices = sorted((choice, gaining) for gaining, found in with_some.items() for choice in found.choices)
        return NashSolution(
            Optimal() if is_proven else Feasible(bound),
            tuple(self._packages(choices)),
            tuple(tuple(self.problem.preferences[party].party for party in gaining) for gaining in sorted(with_some)),
            are_all=is_proven and all(found.are_all for found in best.values()),
        )

    def _packages(self, choices: list[tuple[Choice, Gaining]]) -> Iterator[NashPackage]:
        greatest = best_values(self.problem, self.kernel)
        for choice, gaining in choices:
            package = package_of(self.problem.issues, choice)
            values = self.problem.values(package)
            product = self.objective(gaining).score(tuple(values.values()))
            assert product is not None  # these are the parties that gain
            gains = {party: value - least for (party, value), least in zip(values.items(), self.problem.reservations, strict=True)}
            most = (best - least for best, least in zip(greatest, self.problem.reservations, strict=True))
            relative = {
                party: Fraction(gain, best) if gain else Fraction(0) for (party, gain), best in zip(gains.items(), most, strict=True)
            }
            yield NashPackage(package, values=values, gains=gains, relative_gains=relative, product=product)
