"""Values as other tools want them: weights that sum to 1, and values of options from 0 to 1."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from attrs import frozen

from gobetween.casefiles.scenarios.numerals import decimal, decimals_summing_to
from gobetween.casefiles.scenarios.values import ScenarioParty
from gobetween.model.errors import InvalidCase


@frozen
class Shares:
    """A party's numbers relative to the sum of its best options: all written as decimals.

    `utilities[issue][option]` is the option's value as a share of the best one of its issue.
    """

    weights: Mapping[str, str]
    utilities: Mapping[str, Mapping[str, str]]
    reservation: str


def shares_of(party: ScenarioParty, tool: str) -> Shares:
    """The numbers of a party without bonuses.

    Raises:
        InvalidCase: they have bonuses, a value below 0, nothing above it, or a reservation value below 0 or above the best.
    """
    refuse_bonuses(party, tool)
    best = party.best_options()
    if best <= 0:
        raise worth_nothing(party, tool)
    for issue, options in party.values.items():
        for option, value in options.items():
            if value < 0:
                raise InvalidCase(f"{party.name}: '{option}' of '{issue}' is worth {value}, and {tool} has no value below 0")
    most = {issue: max(options.values()) for issue, options in party.values.items()}
    weights = decimals_summing_to(1, [value / best for value in most.values()])
    utilities = {
        issue: {option: decimal(value / most[issue] if most[issue] else Fraction(0)) for option, value in options.items()}
        for issue, options in party.values.items()
    }
    return Shares(dict(zip(most, weights, strict=True)), utilities, reservation_share(party, best, tool))


def worth_nothing(party: ScenarioParty, tool: str) -> InvalidCase:
    """The error about a party to whom everything is the same."""
    return InvalidCase(f"{party.name}: nothing is worth more than 0 to it, and {tool} has worth as shares of the best")


def reservation_share(party: ScenarioParty, best: Fraction, tool: str) -> str:
    """The reservation value as a share of the best.

    Raises:
        InvalidCase: it is below 0 or above the best.
    """
    reservation = party.reservation or Fraction(0)
    if not 0 <= reservation <= best:
        raise InvalidCase(f"{party.name}: its reservation value {reservation} is not between 0 and {best}, as {tool} needs it")
    return decimal(reservation / best)


def refuse_bonuses(party: ScenarioParty, tool: str) -> None:
    """Stops at a party whose packages are worth more or less than their options.

    Raises:
        InvalidCase: it has value links.
    """
    if party.bonuses:
        issues = ", ".join(party.bonuses[0].if_chosen)
        raise InvalidCase(
            f"{party.name}: has a value link (on {issues}), and {tool} cannot say what depends on several issues together"
        )


def refuse_discount(party: ScenarioParty, tool: str) -> None:
    """Stops at a party whose numbers are discounted.

    Raises:
        InvalidCase: it has a discount factor.
    """
    if party.discount is not None and party.discount != 1:
        raise InvalidCase(
            f"{party.name}: has a discount factor {decimal(party.discount)}, and {tool} has none; take it out of the note"
        )
