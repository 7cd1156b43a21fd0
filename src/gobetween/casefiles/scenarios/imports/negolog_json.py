"""NegoLog domains: two profiles in JSON, `profileA.json` and `profileB.json`, each with the issues in it.

As in NegoLog: the utility of a bid is the sum of issue weight x option value, as they stand; the reservation value is on the same
scale. Weights sum to 1, and values lie between 0 and 1.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from gobetween.casefiles.scenarios.imports.genius_profiles import GREATEST_SUM, LEAST_SUM
from gobetween.casefiles.scenarios.records import Record, name_of
from gobetween.casefiles.scenarios.refusals import listed, quoted
from gobetween.casefiles.scenarios.values import Scenario, ScenarioIssue, ScenarioParty
from gobetween.model.errors import InvalidCase

_KEYS = ("reservationValue", "issueWeights", "issues")
_SCALE = "NegoLog: weight x value, as they stand; the reservation value is on the same scale."


def is_negolog(at: Record) -> bool:
    """Whether the file is a profile of NegoLog."""
    return {"issueWeights", "issues"} <= set(at.names())


def negolog_scenario(files: Mapping[str, Record], name: str) -> Scenario:
    """The scenario of these profiles, by the names of their files.

    Raises:
        InvalidCase: they are not two, do not fit each other, or something in them has no meaning here.
    """
    if len(files) != 2:
        raise InvalidCase(f"a NegoLog domain has two profiles, and here are {len(files)}: {listed(files)}")
    read = {file: _party(at, file.removesuffix(".json")) for file, at in sorted(files.items())}
    (_, (issues, first)), (other, (others, second)) = read.items()
    if {each.name: frozenset(each.options) for each in issues} != {each.name: frozenset(each.options) for each in others}:
        raise files[other].refusal(f"its issues and values are not those of {first.name}.json")
    return Scenario(name, issues, (first, second), tool="NegoLog")


def _party(at: Record, name: str) -> tuple[tuple[ScenarioIssue, ...], ScenarioParty]:
    at.refuse_others(_KEYS)
    weights = {issue: at.at("issueWeights").at(issue).number() for issue in at.at("issueWeights").names()}
    for issue in at.at("issues").names():
        if issue not in weights:
            raise at.at("issues").at(issue).refusal(f"the issue {quoted(issue)} has no weight in issueWeights")
    total = sum(weights.values(), Fraction(0))
    if not LEAST_SUM <= total <= GREATEST_SUM or min(weights.values()) < 0:
        said = f"the weights sum to {float(total):.6g}, a scale that cannot be explained"
        raise at.at("issueWeights").refusal(f"{said}; NegoLog's are 0 or more and sum to 1")
    values = {issue: _options(at.at("issues").at(issue), weight) for issue, weight in weights.items()}
    issues = tuple(ScenarioIssue(name_of(at, issue), tuple(options)) for issue, options in values.items())
    reservation = at.at("reservationValue").number()
    if not 0 <= reservation <= 1:
        raise at.at("reservationValue").refusal("is on a scale that cannot be explained; NegoLog takes 0 to 1")
    named = {issue.name: options for issue, options in zip(issues, values.values(), strict=True)}
    return issues, ScenarioParty(name, named, reservation=reservation, scale=_SCALE)


def _options(at: Record, weight: Fraction) -> dict[str, Fraction]:
    options = {}
    for option in at.names():
        value = at.at(option).number()
        if not 0 <= value <= 1:
            raise at.at(option).refusal("is on a scale that cannot be explained; NegoLog's values lie between 0 and 1")
        options[name_of(at.at(option), option)] = weight * value
    if not options:
        raise at.refusal("the issue has no values")
    return options
