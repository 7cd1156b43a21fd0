"""The most that a package can be worth to a party: Genius counts every utility above 1 as 1, which sums of numbers cannot say."""

from __future__ import annotations

from fractions import Fraction

from gobetween.casefiles.scenarios.values import Bonus, ScenarioParty, Terms

_MOST_TRIED = 200_000


def most_worth(party: ScenarioParty) -> Fraction:
    """No package is worth more to the party than this; some package is worth it, where no bonus is below 0 and the search ends.

    Branches on the bonuses above 0, greatest first; after 200,000 of them it gives the sum of all of them and the best options.
    """
    bonuses = sorted((bonus for bonus in party.bonuses if bonus.value > 0), key=lambda bonus: -bonus.value)
    ahead = [Fraction(0)]
    for bonus in reversed(bonuses):
        ahead.insert(0, ahead[0] + bonus.value)
    found: Fraction | None = None
    tried = 0
    open_ones: list[tuple[int, Fraction, Terms]] = [(0, Fraction(0), {})]
    while open_ones:
        depth, worth, terms = open_ones.pop()
        most = worth + ahead[depth] + _best(party, terms)
        if found is not None and most <= found:
            continue
        tried += 1
        if tried > _MOST_TRIED:
            return ahead[0] + _best(party, {})
        if depth == len(bonuses):
            found = most
            continue
        open_ones.append((depth + 1, worth, terms))
        if (met := _both(terms, bonuses[depth])) is not None:
            open_ones.append((depth + 1, worth + bonuses[depth].value, met))
    return found if found is not None else _best(party, {})


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
