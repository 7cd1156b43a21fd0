"""Packages that a party's numbers put above the most that its tool allows: Genius counts every utility above 1 as 1."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from gobetween.casefiles.scenarios.values import Bonus, ScenarioIssue, ScenarioParty, Terms

MOST_ABOVE = 200
"""So many sets of packages above the ceiling are cut off one by one."""

_MOST_TRIED = 200_000


class TooManyAbove(Exception):
    """More packages lie above the ceiling than could be cut off one by one."""


def packages_above(party: ScenarioParty, issues: tuple[ScenarioIssue, ...], ceiling: Fraction) -> Iterator[tuple[Terms, Fraction]]:
    """The packages worth more than the ceiling, with their worth: sets of packages that the party values alike on every issue.

    For a party without bonuses. Cost: issues x options for each set.

    Raises:
        TooManyAbove: there are more than `MOST_ABOVE` such sets.
    """
    kinds = [_alike(party, issue) for issue in issues]
    ahead = [Fraction(0)]
    for alike in reversed(kinds):
        ahead.insert(0, ahead[0] + max(alike))
    found = 0
    open_ones: list[tuple[int, Fraction, dict[str, frozenset[str]]]] = [(0, Fraction(0), {})]
    while open_ones:
        depth, worth, terms = open_ones.pop()
        if worth + ahead[depth] <= ceiling:
            continue
        if depth == len(issues):
            found += 1
            if found > MOST_ABOVE:
                raise TooManyAbove
            yield terms, worth
            continue
        for value, options in kinds[depth].items():
            open_ones.append((depth + 1, worth + value, {**terms, issues[depth].name: options}))


def is_surely_below(party: ScenarioParty, ceiling: Fraction) -> bool:
    """Whether it is certain that no package is worth more than the ceiling, with all bonuses that can be had together.

    Branches on the bonuses, greatest first; gives up as not certain after 200,000 of them.
    """
    bonuses = sorted((bonus for bonus in party.bonuses if bonus.value > 0), key=lambda bonus: -bonus.value)
    ahead = [Fraction(0)]
    for bonus in reversed(bonuses):
        ahead.insert(0, ahead[0] + bonus.value)
    tried = 0
    open_ones: list[tuple[int, Fraction, Terms]] = [(0, Fraction(0), {})]
    while open_ones:
        depth, worth, terms = open_ones.pop()
        if worth + ahead[depth] + _best(party, terms) <= ceiling:
            continue
        tried += 1
        if depth == len(bonuses) or tried > _MOST_TRIED:
            return False
        open_ones.append((depth + 1, worth, terms))
        if (met := _both(terms, bonuses[depth])) is not None:
            open_ones.append((depth + 1, worth + bonuses[depth].value, met))
    return True


def _alike(party: ScenarioParty, issue: ScenarioIssue) -> dict[Fraction, frozenset[str]]:
    values = party.values[issue.name]
    return {
        value: frozenset(option for option in issue.options if values[option] == value)
        for value in (values[option] for option in issue.options)
    }


def _best(party: ScenarioParty, terms: Terms) -> Fraction:
    """The best that the options left on every issue add up to."""
    return sum(
        (
            max(value for option, value in options.items() if option in terms.get(issue, options))
            for issue, options in party.values.items()
        ),
        Fraction(0),
    )


def _both(terms: Terms, bonus: Bonus) -> Terms | None:
    """What is left where the bonus is earned too; `None` where it cannot be."""
    met = {**terms, **{issue: options & terms.get(issue, options) for issue, options in bonus.if_chosen.items()}}
    return met if all(met.values()) else None
