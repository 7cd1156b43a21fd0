"""NegoLog domains: `profileA.json` and `profileB.json`."""

from __future__ import annotations

from collections.abc import Mapping

from gobetween.casefiles.scenarios.exports.json_texts import Numeral, json_text
from gobetween.casefiles.scenarios.exports.shares import refuse_discount, shares_of
from gobetween.casefiles.scenarios.refusals import listed
from gobetween.casefiles.scenarios.values import Scenario, ScenarioParty
from gobetween.model.errors import InvalidCase

_TOOL = "NegoLog"


def negolog_files(scenario: Scenario) -> Mapping[str, str]:
    """The two profiles by their names, the first party's first; `specs.json`, which NegoLog computes, is not among them.

    Raises:
        InvalidCase: there are not two parties, or NegoLog cannot say something of them.
    """
    if len(scenario.parties) != 2:
        names = listed(party.name for party in scenario.parties)
        raise InvalidCase(f"a NegoLog domain has two parties, and here are {len(scenario.parties)}: {names}")
    return {name: json_text(_profile(party)) for name, party in zip(("profileA", "profileB"), scenario.parties, strict=True)}


def _profile(party: ScenarioParty) -> dict[str, Numeral | dict[str, Numeral] | dict[str, dict[str, Numeral]]]:
    refuse_discount(party, _TOOL)
    shares = shares_of(party, _TOOL)
    return {
        "reservationValue": Numeral(shares.reservation),
        "issueWeights": {issue: Numeral(weight) for issue, weight in shares.weights.items()},
        "issues": {issue: {option: Numeral(value) for option, value in options.items()} for issue, options in shares.utilities.items()},
    }
