"""GeniusWeb scenarios: profiles in JSON, each with its domain in it, and perhaps the domain in a file of its own.

As in GeniusWeb: the utility of a bid is the sum of issue weight x value utility, as they stand; weights sum to 1 and utilities lie
between 0 and 1. A number issue has a low, a high and a step; its utility is interpolated. The reservation is a bid: what that bid is
worth is the least that the party takes. NegMAS adds `reserved_value` and `discount_factor`, both from 0 to 1, to such files.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from attrs import frozen

from gobetween.casefiles.scenarios.number_ranges import REMEDY, NeedsSteps, option_names, stepped_values
from gobetween.casefiles.scenarios.numerals import exact
from gobetween.casefiles.scenarios.records import Record, name_of
from gobetween.casefiles.scenarios.refusals import listed, quoted, twice_in
from gobetween.casefiles.scenarios.values import Scenario, ScenarioIssue, ScenarioParty
from gobetween.model.errors import InvalidCase

_SPACE = "LinearAdditiveUtilitySpace"
_KEYS = ("name", "domain", "issueUtilities", "issueWeights", "reservationBid", "reserved_value", "discount_factor")
_DISCRETE, _NUMBER = ("DiscreteValueSetUtilities", "discreteutils"), ("NumberValueSetUtilities", "numberutils")
_NEAR = Fraction(1, 10**6)
_SCALE = "GeniusWeb: weight x utility, as they stand; the reservation value is what the reservation bid is worth."


@frozen
class _Issue:
    issue: ScenarioIssue
    numbers: tuple[Fraction, ...] = ()


def role_of(at: Record) -> str | None:
    """'domain' or 'profile', by what the file holds; `None` if it is no part of a GeniusWeb scenario."""
    keys = at.names()
    if "issuesValues" in keys:
        return "domain"
    return "profile" if len(keys) == 1 and (keys[0].endswith(("Space", "Ordering", "Profile"))) else None


def geniusweb_scenario(files: Mapping[str, Record], name: str, steps: int | None) -> Scenario:
    """The scenario of these files, by their names.

    Raises:
        InvalidCase: they do not fit each other, or something in them has no meaning here.
    """
    domains = {file: _issues(at, steps) for file, at in files.items() if role_of(at) == "domain"}
    if len(domains) > 1:
        raise InvalidCase(f"a GeniusWeb scenario has one domain, and here are {len(domains)}: {listed(domains)}")
    spaces = {file: _space(at) for file, at in sorted(files.items()) if file not in domains}
    if not spaces:
        raise InvalidCase(f"found no profile beside {listed(domains)}; a scenario needs one for each party")
    issues = next(iter(domains.values()), None) or _issues(next(iter(spaces.values())).at("domain"), steps)
    parties = tuple(_party(space, file.removesuffix(".json"), issues, steps) for file, space in spaces.items())
    return Scenario(name, tuple(each.issue for each in issues.values()), parties, tool="GeniusWeb")


def _space(at: Record) -> Record:
    kind = at.names()[0]
    if kind != _SPACE:
        raise at.at(kind).refusal(f"profiles of the kind {kind} say more or less than sums of values; allowed: {_SPACE}")
    at.at(kind).refuse_others(_KEYS)
    return at.at(kind)


def _issues(at: Record, steps: int | None) -> dict[str, _Issue]:
    at.refuse_others(("name", "issuesValues"))
    found = at.at("issuesValues")
    issues = {issue: _issue(found.at(issue), name_of(found, issue), steps) for issue in found.names()}
    if not issues:
        raise found.refusal("the domain has no issues")
    return issues


def _issue(at: Record, name: str, steps: int | None) -> _Issue:
    at.refuse_others(("values", "range"))
    if at.has("values"):
        options = tuple(each.word() for each in at.at("values").items())
        if not options:
            raise at.at("values").refusal("the issue has no values")
        if twice := twice_in(options):
            raise at.at("values").refusal(f"{quoted(twice)} stands twice")
        return _Issue(ScenarioIssue(name, options))
    bounds = [_written_number(each) for each in at.at("range").items()]
    if len(bounds) != 3 or bounds[0] > bounds[1] or bounds[2] <= 0:
        raise at.at("range").refusal("a range is [low, high, step] with a step above 0")
    try:
        numbers = stepped_values(bounds[0], bounds[1], bounds[2], steps)
    except NeedsSteps as needed:
        raise at.at("range").refusal(f"the issue has to be cut into options: {needed}; {REMEDY}") from None
    return _Issue(ScenarioIssue(name, option_names(numbers)), numbers)


def _written_number(at: Record) -> Fraction:
    """A number, in quotation marks or not."""
    value = exact(at.word())
    if value is None:
        raise at.refusal(f"{quoted(at.word())} is no number")
    return value


def _party(at: Record, name: str, issues: dict[str, _Issue], steps: int | None) -> ScenarioParty:
    own = _issues(at.at("domain"), steps)
    if {issue: frozenset(each.issue.options) for issue, each in own.items()} != {
        issue: frozenset(each.issue.options) for issue, each in issues.items()
    }:
        raise at.at("domain").refusal("its issues are not those of the other files of this folder")
    weights = {issue: at.at("issueWeights").at(issue).number() for issue in issues}
    utilities = {issue: _utilities(at.at("issueUtilities").at(issue), each) for issue, each in issues.items()}
    at.at("issueWeights").refuse_others(tuple(issues))
    at.at("issueUtilities").refuse_others(tuple(issues))
    total = sum(weights.values(), Fraction(0))
    if abs(total - 1) > _NEAR or min(weights.values()) < 0:
        said = f"the weights sum to {float(total):.6g}, a scale that cannot be explained"
        raise at.at("issueWeights").refusal(f"{said}; GeniusWeb's are 0 or more and sum to 1")
    values = {
        issues[issue].issue.name: {option: weights[issue] * worth for option, worth in options.items()}
        for issue, options in utilities.items()
    }
    discount = _from_0_to_1(at, "discount_factor") if at.has("discount_factor") else None
    return ScenarioParty(name, values, reservation=_reservation(at, values, issues), discount=discount, scale=_SCALE)


def _utilities(at: Record, issue: _Issue) -> dict[str, Fraction]:
    at.refuse_others((*_DISCRETE, *_NUMBER))
    if len(at.names()) != 1:
        raise at.refusal(f"found {listed(at.names())}; an issue has its utilities once")
    below = at.at(at.names()[0])
    utilities = _discrete(below, issue) if at.names()[0] in _DISCRETE else _interpolated(below, issue)
    for option, value in utilities.items():
        if not 0 <= value <= 1:
            raise below.refusal(f"the utility of {quoted(option)} is not between 0 and 1, a scale that cannot be explained")
    return utilities


def _discrete(at: Record, issue: _Issue) -> dict[str, Fraction]:
    at.refuse_others(("valueUtilities",))
    found = at.at("valueUtilities")
    said = {name_of(found, key): found.at(key).number() for key in found.names()}
    for option in issue.issue.options:
        if option not in said:
            raise found.refusal(f"the value {quoted(option)} of {quoted(issue.issue.name)} has no utility")
    options = frozenset(issue.issue.options)
    for option in said:
        if option not in options:
            raise found.refusal(f"{quoted(option)} is no value of {quoted(issue.issue.name)}")
    return {option: said[option] for option in issue.issue.options}


def _interpolated(at: Record, issue: _Issue) -> dict[str, Fraction]:
    at.refuse_others(("lowValue", "lowUtility", "highValue", "highUtility"))
    low, high = _written_number(at.at("lowValue")), _written_number(at.at("highValue"))
    least, most = at.at("lowUtility").number(), at.at("highUtility").number()
    if not issue.numbers or not low < high or low > issue.numbers[0] or high < issue.numbers[-1]:
        raise at.refusal(f"does not fit the values of {quoted(issue.issue.name)}, which has to be a range from low to high")
    slope = (most - least) / (high - low)
    return {option: least + slope * (number - low) for option, number in zip(issue.issue.options, issue.numbers, strict=True)}


def _reservation(at: Record, values: dict[str, dict[str, Fraction]], issues: dict[str, _Issue]) -> Fraction:
    if at.has("reserved_value"):
        if at.has("reservationBid"):
            raise at.at("reserved_value").refusal("a reservation is said twice, here and by reservationBid; take one of them out")
        return _from_0_to_1(at, "reserved_value")
    if not at.has("reservationBid"):
        return Fraction(0)
    bid = at.at("reservationBid").at("issuevalues")
    worth = Fraction(0)
    for issue in bid.names():
        if issue not in issues:
            raise bid.at(issue).refusal(f"the domain has no issue {quoted(issue)}")
        options = values[issues[issue].issue.name]
        option = _option(bid.at(issue).word(), issues[issue])
        if option not in options:
            raise bid.at(issue).refusal(f"{quoted(option)} is no value of {quoted(issue)}")
        worth += options[option]
    return worth


def _from_0_to_1(at: Record, key: str) -> Fraction:
    value = at.at(key).number()
    if not 0 <= value <= 1:
        raise at.at(key).refusal("is on a scale that cannot be explained; allowed: 0 to 1")
    return value


def _option(word: str, issue: _Issue) -> str:
    """The option of that name; of a number issue, the one that stands for the number, however it is written."""
    number = exact(word)
    at = issue.numbers.index(number) if number in issue.numbers else None
    return word if at is None else issue.issue.options[at]
