"""What concessions cost: counted where nothing is known of their worth, else the value given up in the owner's own terms."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from itertools import product
from math import prod
from typing import Any

from attrs import frozen

from gobetween.bargaining.kernels import Kernel
from gobetween.bargaining.kernels.objectives import Total
from gobetween.bargaining.packages import package_of
from gobetween.bargaining.problems import Problem
from gobetween.bargaining.requirements import Requirement, RequirementKind
from gobetween.model.preferences import Preferences

Cost = Callable[[tuple[Requirement, ...]], tuple[Any, ...]]
"""How dear it is to concede these requirements together; smaller is cheaper."""

_DEAR = (RequirementKind.RED_LINE, RequirementKind.RESERVATION)
_MOST_COMBINED = 10_000  # combinations of options gone through for one demand

Options = dict[str, tuple[str, ...]]


def dearness(concessions: tuple[Requirement, ...]) -> tuple[int, int]:
    """The cost of concessions where nothing else is known: red lines and reservation values first, then how many there are in all."""
    return sum(each.kind in _DEAR for each in concessions), len(concessions)


@frozen
class GivenUp:
    """The cost of concessions where somebody's preferences are known: `(dear, counted, share)`, compared in this order.

    What cannot be weighed is dearer than what can: `dear` is how many red lines are conceded by those whose preferences are not
    known, `counted` how many requirements they concede in all (as in `dearness`). `share` adds up what the others give up, each
    in its own relative terms: for a requirement, `worth`; for a reservation value, the smallest sufficient reduction over the
    owner's `best` package, which only an opening knows (`Opening.reductions`; with several, the least sum counts).
    """

    worth: Mapping[str, Fraction]
    best: Mapping[str, int]

    def __call__(self, concessions: tuple[Requirement, ...]) -> tuple[int, int, Fraction]:
        """The cost, but for what reservation values have to come down."""
        counted = tuple(each for each in concessions if each.owner not in self.best)
        share = sum((self.worth[each.id] for each in concessions if each.id in self.worth), Fraction(0))
        return *dearness(counted), share

    def with_share(self, concessions: tuple[Requirement, ...], reduced: Fraction) -> tuple[int, int, Fraction]:
        """The cost, if reservation values come down by that share of their owners' best packages in sum."""
        dear, counted, share = self(concessions)
        return dear, counted, share + reduced

    def share_of(self, amounts: Mapping[str, int]) -> Fraction:
        """What it is to bring reservation values down by so much."""
        return sum((Fraction(amount, self.best[party]) for party, amount in amounts.items()), Fraction(0))


def default_cost(problem: Problem, kernel: Kernel) -> Cost:
    """`dearness` without any preferences, else `GivenUp`.

    Conceding a demand, red line or link costs its owner what the issues it names are worth to it at their best, less the best of
    them when it is not met, over its best package that the links of the matter allow (over 1, if that is worth less). Value
    links count that lie wholly within these issues. Nothing is cheaper than free: what the owner would rather not have met is.
    """
    if not problem.preferences:
        return dearness
    best = {each.party: _best_package(problem, at, kernel) for at, each in enumerate(problem.preferences)}
    owned = [(each, problem.preferences_of(each.owner)) for each in problem.requirements if each.owner and each.least is None]
    worth = {each.id: Fraction(_given_up(problem, each, its), best[its.party]) for each, its in owned if its}
    return GivenUp(worth, best)


def _best_package(problem: Problem, party: int, kernel: Kernel) -> int:
    weights = tuple(int(at == party) for at in range(len(problem.preferences)))
    found = kernel.search(problem, problem.matter, Total(weights), most=1)
    best = problem.preferences[party].value(package_of(problem.issues, found.choices[0])) if found.choices else 1
    return max(best, 1)


def _given_up(problem: Problem, requirement: Requirement, preferences: Preferences) -> int:
    named = {issue: problem.issues[issue] for issue in requirement.issues}
    unmet = [_best_value(preferences, options) for options in _ways_to_break(requirement, named) if all(options.values())]
    return _best_value(preferences, named) - max(unmet) if unmet else 0


def _ways_to_break(requirement: Requirement, named: Options) -> list[Options]:
    """The options left where the condition holds and one of the terms is not met, for each of the terms."""
    holding = {
        issue: tuple(each for each in options if each in requirement.if_chosen.get(issue, options)) for issue, options in named.items()
    }
    failing = {issue: tuple(each for each in holding[issue] if each not in met) for issue, met in requirement.requires.items()}
    return [{**holding, issue: options} for issue, options in failing.items()] or [holding]


def _best_value(preferences: Preferences, options: Options) -> int:
    """The most that these issues are worth to the party; value links over very many options count at their best."""
    links = [link for link in preferences.links if link.if_chosen.keys() <= options.keys()]
    values = {issue: [preferences.option_values.get(issue, {}).get(each, 0) for each in among] for issue, among in options.items()}
    if not links or prod(map(len, options.values())) > _MOST_COMBINED:
        return sum(map(max, values.values())) + sum(max(0, link.value) for link in links)
    packages = (dict(zip(options, chosen, strict=True)) for chosen in product(*options.values()))
    return max(preferences.value(each) for each in packages)
