"""GeniusWeb scenarios: a domain, and a profile of the kind LinearAdditiveUtilitySpace for each party."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from gobetween.casefiles.scenarios.exports.json_texts import Numeral, Tree, json_text
from gobetween.casefiles.scenarios.exports.shares import refuse_discount, shares_of
from gobetween.casefiles.scenarios.values import Scenario, ScenarioParty
from gobetween.model.errors import InvalidCase

_TOOL = "GeniusWeb"
_MOST_SUMS = 1_000_000


def geniusweb_files(scenario: Scenario) -> Mapping[str, str]:
    """The files of the scenario by their names.

    Raises:
        InvalidCase: GeniusWeb cannot say something of it; a reservation value is there a bid, so some package has to be worth it.
    """
    domain: dict[str, Tree] = {
        "name": scenario.name,
        "issuesValues": {issue.name: {"values": list(issue.options)} for issue in scenario.issues},
    }
    profiles = {party.name: json_text({"LinearAdditiveUtilitySpace": _space(party, domain)}) for party in scenario.parties}
    return {scenario.domain_file: json_text(domain), **profiles}


def _space(party: ScenarioParty, domain: Tree) -> Tree:
    refuse_discount(party, _TOOL)
    shares = shares_of(party, _TOOL)
    bid = _bid_worth(party)
    return {
        "name": party.name,
        "issueUtilities": {
            issue: {"DiscreteValueSetUtilities": {"valueUtilities": {option: Numeral(value) for option, value in options.items()}}}
            for issue, options in shares.utilities.items()
        },
        "issueWeights": {issue: Numeral(weight) for issue, weight in shares.weights.items()},
        "domain": domain,
        **({"reservationBid": {"issuevalues": dict(bid)}} if bid else {}),
    }


def _bid_worth(party: ScenarioParty) -> dict[str, str] | None:
    """A package worth just the reservation value, the first of each issue's options that lead to it; `None` for one of 0."""
    if not party.reservation:
        return None
    reached: list[dict[Fraction, str]] = []
    sums = {Fraction(0)}
    for issue, options in party.values.items():
        step: dict[Fraction, str] = {}
        for worth in sums:
            for option, value in options.items():
                if worth + value <= party.reservation:
                    step.setdefault(worth + value, option)
        if len(step) > _MOST_SUMS:
            raise InvalidCase(
                f"{party.name}: whether a package is worth just its reservation value is too much to find out at '{issue}'"
            )
        reached.append(step)
        sums = set(step)
    worth = party.reservation
    if worth not in sums:
        raise InvalidCase(f"{party.name}: no package is worth just its reservation value {worth}, which {_TOOL} says as a bid")
    bid = {}
    for (issue, options), step in reversed(list(zip(party.values.items(), reached, strict=True))):
        bid[issue] = step[worth]
        worth -= options[step[worth]]
    return dict(reversed(bid.items()))
