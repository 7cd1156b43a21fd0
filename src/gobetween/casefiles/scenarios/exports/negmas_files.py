"""NegMAS scenarios: an outcome space, and a utility function for each party, as trees for YAML or JSON."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from gobetween.casefiles.scenarios.ceilings import most_worth
from gobetween.casefiles.scenarios.exports.json_texts import Numeral, Tree, json_text, yaml_text
from gobetween.casefiles.scenarios.exports.number_runs import bounds_of, runs_of, steps_of
from gobetween.casefiles.scenarios.numerals import decimal
from gobetween.casefiles.scenarios.values import Scenario, ScenarioParty

_TOOL = "NegMAS"

Runs = dict[str, tuple[int, int]]


def negmas_yaml(scenario: Scenario) -> Mapping[str, str]:
    """The files of the scenario by their names, in YAML.

    Raises:
        InvalidCase: a value link needs issues of whole numbers in a row.
    """
    return {name: yaml_text(tree) for name, tree in _trees(scenario).items()}


def negmas_json(scenario: Scenario) -> Mapping[str, str]:
    """The files of the scenario by their names, in JSON.

    Raises:
        InvalidCase: as for YAML.
    """
    return {name: json_text(tree) for name, tree in _trees(scenario).items()}


def _trees(scenario: Scenario) -> dict[str, dict[str, Tree]]:
    runs = runs_of(scenario, _TOOL) if any(party.bonuses for party in scenario.parties) else None
    return {
        scenario.domain_file: _space(scenario, runs),
        **{party.name: _function(scenario, party, runs) for party in scenario.parties},
    }


def _space(scenario: Scenario, runs: Runs | None) -> dict[str, Tree]:
    issues: list[Tree] = [
        {"name": issue.name, "type": "CategoricalIssue", "values": list(issue.options)}
        if runs is None
        else {"name": issue.name, "type": "ContiguousIssue", "values": [Numeral(bound) for bound in runs[issue.name]]}
        for issue in scenario.issues
    ]
    return {"name": scenario.name, "type": "DiscreteCartesianOutcomeSpace", "issues": issues}


def _function(scenario: Scenario, party: ScenarioParty, runs: Runs | None) -> dict[str, Tree]:
    best = most_worth(party)
    unit = best if best > 0 else Fraction(1)
    reserved = _number((party.reservation or Fraction(0)) / unit)
    inside = _additive(party, unit) if runs is None else _rectangles(scenario, party, runs, unit)
    function: dict[str, Tree] = {"name": party.name, **inside, "reserved_value": reserved}
    if party.discount is None or party.discount == 1:
        return function
    return {
        "name": party.name,
        "type": "ExpDiscountedUFun",
        "discount": _number(party.discount),
        "factor": "step",
        "reserved_value": reserved,
        "ufun": function,
    }


def _additive(party: ScenarioParty, unit: Fraction) -> dict[str, Tree]:
    most = {issue: max(options.values()) for issue, options in party.values.items()}
    weights = {issue: value / unit if value > 0 else Fraction(1) for issue, value in most.items()}
    tables: list[Tree] = [
        {"type": "TableFun", "mapping": {option: _number(value / unit / weights[issue]) for option, value in options.items()}}
        for issue, options in party.values.items()
    ]
    return {"type": "LinearAdditiveUtilityFunction", "weights": [_number(weight) for weight in weights.values()], "values": tables}


def _rectangles(scenario: Scenario, party: ScenarioParty, runs: Runs, unit: Fraction) -> dict[str, Tree]:
    places = {issue.name: number for number, issue in enumerate(scenario.issues)}
    boxes: list[tuple[dict[str, tuple[int, int]], Fraction]] = [
        ({issue: (first, last)}, value) for issue, first, last, value in steps_of(party)
    ]
    boxes += [(bounds_of(bonus.if_chosen, runs, party.name, _TOOL), bonus.value) for bonus in party.bonuses]
    ranges: list[Tree] = [
        {Numeral(places[issue]): [Numeral(each) for each in bounds] for issue, bounds in box.items()} for box, _ in boxes
    ]
    return {
        "type": "HyperRectangleUtilityFunction",
        "outcome_ranges": ranges,
        "utilities": [_number(worth / unit) for _, worth in boxes],
        "weights": [Numeral("1.0")] * len(boxes),
        "bias": Numeral("0.0"),
    }


def _number(value: Fraction) -> Numeral:
    text = decimal(value)
    return Numeral(text if "." in text else f"{text}.0")
