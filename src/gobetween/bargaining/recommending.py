"""Whether a rule recommends a package, when one number is not what it was taken to be."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from math import lcm

from attrs import define, evolve, field, frozen

from gobetween.bargaining.kernels import Kernel, Watch, unwatched
from gobetween.bargaining.kernels.objectives import Least, Objective, Product, Score, Total
from gobetween.bargaining.packages import package_of
from gobetween.bargaining.problems import Problem, RequirementKind
from gobetween.model.issues import Package
from gobetween.model.preferences import Preferences, ValueBasis, ValueLink


class Rule(StrEnum):
    """What recommends a package among those that everyone could accept; `efficient` ones need not be acceptable.

    `nash`: the greatest product of gains. `egalitarian`: the greatest least gain. `kalai-smorodinsky`: the greatest least share of
    what each could gain at most among acceptable packages. `utilitarian`: the greatest sum of these shares. `acceptable`: any.
    """

    NASH = "nash"
    EGALITARIAN = "egalitarian"
    KALAI_SMORODINSKY = "kalai-smorodinsky"
    UTILITARIAN = "utilitarian"
    ACCEPTABLE = "acceptable"
    EFFICIENT = "efficient"


_RELATIVE = (Rule.KALAI_SMORODINSKY, Rule.UTILITARIAN)


@frozen
class Number:
    """One number of a party's preferences: an option value, what a value link adds (by its place), or the reservation value."""

    party: str
    value: int
    basis: ValueBasis = field(kw_only=True)
    issue: str | None = field(default=None, kw_only=True)
    option: str | None = field(default=None, kw_only=True)
    link: int | None = field(default=None, kw_only=True)

    @property
    def is_reservation(self) -> bool:
        """Whether it is the reservation value."""
        return self.issue is None and self.link is None

    def changed(self, problem: Problem, change: int) -> Problem:
        """The problem in which it is so much greater."""
        preferences = tuple(self._of(each, change) if each.party == self.party else each for each in problem.preferences)
        if not self.is_reservation:
            return evolve(problem, preferences=preferences)
        requirements = tuple(
            evolve(each, least=each.least + change) if each.least is not None and each.owner == self.party else each
            for each in problem.requirements
        )
        return evolve(problem, preferences=preferences, requirements=requirements)

    def _of(self, preferences: Preferences, change: int) -> Preferences:
        if self.is_reservation:
            return evolve(preferences, reservation=preferences.reservation + change)
        if self.link is not None:
            links = list(preferences.links)
            links[self.link] = ValueLink(links[self.link].if_chosen, self.value + change)
            return evolve(preferences, links=tuple(links))
        values = {issue: dict(options) for issue, options in preferences.option_values.items()}
        values[str(self.issue)][str(self.option)] += change
        return evolve(preferences, option_values=values)


def numbers_of(preferences: Preferences, problem: Problem) -> Iterator[Number]:
    """The party's numbers about the problem's issues, in stated order, the reservation value first."""
    party, basis = preferences.party, preferences.basis
    yield Number(party, preferences.reservation, basis=basis)
    for issue, options in problem.issues.items():
        for option, value in preferences.option_values.get(issue, {}).items():
            if option in options:
                yield Number(party, value, basis=basis, issue=issue, option=option)
    for at, link in enumerate(preferences.links):
        if link.if_chosen.keys() <= problem.issues.keys():
            yield Number(party, link.value, basis=basis, link=at)


@define
class Recommending:
    """Answers whether the `rule` still recommends the `package` once `number` has changed by so much; what it found is kept.

    `is_proven` turns false once an answer rests on a search that was stopped.
    """

    problem: Problem
    package: Package
    rule: Rule
    number: Number
    kernel: Kernel
    watch: Watch = unwatched
    is_proven: bool = True
    _known: dict[int, dict[int, int]] = field(factory=dict)  # greatest gains by party's place and change

    def is_acceptable(self, package: Package, change: int) -> bool:
        """Whether the package keeps everything that a deal needs."""
        problem = self.number.changed(self.problem, change)
        return all(problem.is_met_by(each, package) for each in problem.required(problem.acceptance))

    def better(self, change: int) -> Package | None:
        """A package that the rule places above this one, or `None` if there is none."""
        if self.rule is Rule.ACCEPTABLE:
            return None
        problem = self.number.changed(self.problem, change)
        if self.rule is Rule.EFFICIENT:
            return self._dominating(problem)
        found = self.kernel.search(problem, problem.acceptance, self._objective(problem, change), most=1, watch=self.watch)
        self.is_proven = self.is_proven and found.is_proven
        if not found.choices:
            return None
        best = package_of(problem.issues, found.choices[0])
        return best if self.beats(best, change) else None

    def beats(self, other: Package, change: int) -> bool:
        """Whether the rule places the other package above this one."""
        problem = self.number.changed(self.problem, change)
        theirs, own = _values(problem, other), _values(problem, self.package)
        if self.rule is Rule.EFFICIENT:
            return theirs != own and all(a >= b for a, b in zip(theirs, own, strict=True))
        objective = self._objective(problem, change)
        is_higher = _score(objective, theirs) > _score(objective, own)  # type: ignore[operator]  # scores of one objective compare
        return is_higher and self.is_acceptable(other, change)

    def is_even(self, start: int, end: int) -> bool:
        """Whether what everyone could gain at most, if the rule goes by that, moves evenly from one change to the other.

        For others than the number's own party it must stay the same. Its own greatest gain is a convex function of the change with a
        slope of 0 or 1 either way, so it has no bend in between if it moves not at all or as much as the number.
        """
        if self.rule not in _RELATIVE or start == end:
            return True
        ends = zip(self.problem.preferences, self._greatest(start), self._greatest(end), strict=True)
        moved = {preferences.party: abs(last - first) for preferences, first, last in ends}
        own = moved.pop(self.number.party)
        return not any(moved.values()) and (self.rule is not Rule.UTILITARIAN or own in (0, abs(end - start)))

    def _objective(self, problem: Problem, change: int) -> Objective:
        parties = len(problem.preferences)
        if self.rule is Rule.NASH:
            return Product(problem.reservations, (1,) * parties)
        if self.rule is Rule.EGALITARIAN:
            return Least(problem.reservations, (1,) * parties, is_lexicographic=False)
        if self.rule is Rule.KALAI_SMORODINSKY:
            return Least(problem.reservations, self._greatest(change), is_lexicographic=False)
        greatest = self._greatest(change)
        whole = lcm(*(gain for gain in greatest if gain))
        return Total(tuple(whole // gain if gain else 0 for gain in greatest))

    def for_number(self, number: Number) -> Recommending:
        """The same for another number, with what is known of the problem as it is."""
        known = {party: {0: gains[0]} for party, gains in self._known.items() if 0 in gains}
        return Recommending(self.problem, self.package, self.rule, number, self.kernel, self.watch, self.is_proven, known)

    def _greatest(self, change: int) -> tuple[int, ...]:
        """What everyone gains in the acceptable package that is best for it; 0 if there is none."""
        return tuple(self._gain(party, change) for party in range(len(self.problem.preferences)))

    def _gain(self, party: int, change: int) -> int:
        """The same of one party; between two changes with known gains it follows if these are equal, or apart as much as the changes.

        As the number changes one way, acceptable packages only come or only go, so that others' greatest gains only rise or only fall.
        """
        known = self._known.setdefault(party, {})
        low = max((each for each in known if each <= change), default=None)
        high = min((each for each in known if each >= change), default=None)
        if low is not None and high is not None:
            moved = known[high] - known[low]
            if not moved:
                return known[low]
            if self.problem.preferences[party].party == self.number.party and abs(moved) == high - low:
                return known[low] + moved // abs(moved) * (change - low)
        known[change] = self._best_gain(self.number.changed(self.problem, change), party)
        return known[change]

    def _best_gain(self, problem: Problem, party: int) -> int:
        weights = tuple(int(each == party) for each in range(len(problem.preferences)))
        found = self.kernel.search(problem, problem.acceptance, Total(weights), most=1, watch=self.watch)
        self.is_proven = self.is_proven and found.is_proven
        if not found.choices:
            return 0
        best = problem.preferences[party].value(package_of(problem.issues, found.choices[0]))
        return max(0, best - problem.reservations[party])

    def _dominating(self, problem: Problem) -> Package | None:
        own = problem.values(self.package)
        requirements = tuple(each if each.least is None else evolve(each, least=own[str(each.owner)]) for each in problem.requirements)
        raised = evolve(problem, requirements=requirements)
        kept = firm(raised) | raised.bits(RequirementKind.RESERVATION)
        found = self.kernel.search(raised, kept, Total((1,) * len(own)), most=1, watch=self.watch)
        self.is_proven = self.is_proven and found.is_proven
        best = package_of(problem.issues, found.choices[0]) if found.choices else None
        return best if best is not None and sum(problem.values(best).values()) > sum(own.values()) else None


def firm(problem: Problem) -> int:
    """What lies in the matter, red lines and links, as bits."""
    return problem.matter | problem.bits(RequirementKind.RED_LINE, RequirementKind.LINK)


def _values(problem: Problem, package: Package) -> tuple[int, ...]:
    return tuple(each.value(package) for each in problem.preferences)


def _score(objective: Objective, values: tuple[int, ...]) -> Score:
    score = objective.score(values)
    return 0 if score is None else score
