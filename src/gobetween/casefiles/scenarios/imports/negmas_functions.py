"""What packages are worth by a utility function of NegMAS: sums of weighted values, or of hyper-rectangles; discounted or not.

As in NegMAS: nothing is normalised, and the reserved value is on the scale of the utilities; where there is none (-inf), the party
takes anything. A discounted function is taken as it is at the beginning.
"""

from __future__ import annotations

from fractions import Fraction

from attrs import evolve

from gobetween.casefiles.decoding.yaml_nodes import Mapping, Scalar
from gobetween.casefiles.scenarios.ceilings import most_worth
from gobetween.casefiles.scenarios.imports.bonus_sums import BonusSum
from gobetween.casefiles.scenarios.imports.negmas_domains import NegmasIssue, kind_of
from gobetween.casefiles.scenarios.records import Record
from gobetween.casefiles.scenarios.refusals import listed, quoted
from gobetween.casefiles.scenarios.values import ScenarioParty

_ABOUT_ITSELF = ("type", "name", "id", "path", "stability", "reserved_value", "reserved_outcome", "bias")
_ADDITIVE, _LINEAR, _RECTANGLES = "LinearAdditiveUtilityFunction", "LinearUtilityFunction", "HyperRectangleUtilityFunction"
_AFFINE, _DISCOUNTED = "AffineUtilityFunction", "ExpDiscountedUFun"
_KINDS = (_ADDITIVE, _LINEAR, _AFFINE, _RECTANGLES, _DISCOUNTED)
_NOTHING = ("-inf", "-.inf", "-Infinity", "-.Inf", "-.INF")
_SCALE = "NegMAS: utilities as they stand, not normalised; the reserved value is on the same scale."


def negmas_party(at: Record, name: str, issues: tuple[NegmasIssue, ...]) -> tuple[ScenarioParty, tuple[str, ...]]:
    """The party of a utility function, and what its importer should be told.

    Raises:
        InvalidCase: the function does not fit the outcome space, or says something that has no meaning here.
    """
    if kind_of(at) == _DISCOUNTED:
        return _discounted(at, name, issues)
    total = BonusSum(tuple(each.issue for each in issues))
    if kind_of(at) in (_ADDITIVE, _LINEAR, _AFFINE):
        _add_values(at, issues, total)
    elif kind_of(at) == _RECTANGLES:
        _add_rectangles(at, issues, total)
    else:
        raise at.at("type").refusal(f"functions of the kind {kind_of(at)} have no meaning here; allowed: {listed(_KINDS)}")
    total.add({}, at.at("bias").number() if at.has("bias") else Fraction(0))
    party = ScenarioParty(name, total.values, reservation=_reserved(at), bonuses=tuple(total.bonuses), scale=_SCALE)
    return party, ()


def _reserved(at: Record) -> Fraction | None:
    if at.has("reserved_outcome"):
        raise at.at("reserved_outcome").refusal("a reserved outcome has no meaning here; give its utility as reserved_value")
    if not at.has("reserved_value"):
        return None
    value = at.at("reserved_value")
    return None if isinstance(value.node, Scalar) and value.node.text in _NOTHING else value.number()


def _discounted(at: Record, name: str, issues: tuple[NegmasIssue, ...]) -> tuple[ScenarioParty, tuple[str, ...]]:
    at.refuse_others((*_ABOUT_ITSELF, "ufun", "discount", "factor", "dynamic_reservation"))
    party, notices = negmas_party(at.at("ufun"), name, issues)
    if party.discount is not None:
        raise at.at("ufun").refusal("is discounted once more; one discount factor can be kept")
    discount = at.at("discount").number() if at.has("discount") else None
    if discount is not None and not 0 <= discount <= 1:
        raise at.at("discount").refusal("a discount factor lies between 0 and 1")
    reserved = _reserved(at)
    if reserved is None and party.reservation is not None:
        notices = (*notices, _of_inner(at, party))
    elif reserved is not None:
        party = evolve(party, reservation=reserved)
    return evolve(party, discount=discount), notices


def _of_inner(at: Record, party: ScenarioParty) -> str:
    """What is told where a discounted function has no reserved value and the function in it has one, if its scale can be explained."""
    best = most_worth(party)
    if party.reservation and 0 < party.reservation <= 1 and best > Fraction(102, 100):
        said = f"reserved_value {float(party.reservation):g} stands beside utilities of up to {float(best):g}"
        remedy = "set reserved_value of the discounted function, on the scale of the utilities"
        raise at.at("ufun").refusal(f"{said}, and the discounted function has none: its scale cannot be explained; {remedy}")
    return f"{at.file}: the discounted function has no reserved value; that of the function in it was taken"


def _add_values(at: Record, issues: tuple[NegmasIssue, ...], total: BonusSum) -> None:
    is_additive = kind_of(at) == _ADDITIVE
    at.refuse_others((*_ABOUT_ITSELF, "weights", *(("values",) if is_additive else ())))
    weights = _for_issues(at, "weights", issues) if at.has("weights") else None
    functions = _for_issues(at, "values", issues) if is_additive else None
    for number, each in enumerate(issues):
        weight = weights[number].number() if weights else Fraction(1)
        worths = _worths(functions[number], each) if functions else [_as_number(at, each, place) for place in _places(each)]
        for option, worth in zip(each.issue.options, worths, strict=True):
            total.values[each.issue.name][option] += weight * worth


def _places(issue: NegmasIssue) -> range:
    return range(len(issue.issue.options))


def _for_issues(at: Record, key: str, issues: tuple[NegmasIssue, ...]) -> list[Record]:
    """One entry for every issue, from a list in their order or from a mapping by their names."""
    below = at.at(key)
    if isinstance(below.node, Mapping):
        below.refuse_others(tuple(each.issue.name for each in issues))
        return [below.at(each.issue.name) for each in issues]
    found = list(below.items())
    if len(found) != len(issues):
        raise below.refusal(f"found {len(found)} entries for {len(issues)} issues")
    return found


def _worths(at: Record, issue: NegmasIssue) -> list[Fraction]:
    """What a value function makes of the options, in their order."""
    kind = kind_of(at)
    if kind == "TableFun" or (not kind and isinstance(at.node, Mapping)):
        return _from_table(at.at("mapping") if kind else at, issue)
    allowed = {"AffineFun": ("slope", "bias"), "LinearFun": ("slope", "bias"), "IdentityFun": (), "ConstFun": ("bias",)}
    if kind not in allowed:
        raise at.refusal(f"value functions of the kind {kind} have no meaning here; allowed: TableFun, {listed(allowed)}")
    at.refuse_others(("type", *allowed[kind]))
    bias = at.at("bias").number() if at.has("bias") else Fraction(0)
    if kind == "ConstFun":
        return [bias for _ in _places(issue)]
    slope = at.at("slope").number() if "slope" in allowed[kind] else Fraction(1)
    return [slope * _as_number(at, issue, place) + bias for place in _places(issue)]


def _as_number(at: Record, issue: NegmasIssue, place: int) -> Fraction:
    number = issue.numbers[place]
    if number is None:
        raise at.refusal(
            f"computes with the option {quoted(issue.issue.options[place])} of {quoted(issue.issue.name)}, which is no number"
        )
    return number


def _from_table(at: Record, issue: NegmasIssue) -> list[Fraction]:
    found: dict[str, Fraction] = {}
    option_of = issue.lookup
    for key in at.names():
        option = option_of(key.strip())
        if option is None:
            raise at.at(key).refusal(f"{quoted(key)} is no value of {quoted(issue.issue.name)}")
        if option in found:
            raise at.at(key).refusal(f"{quoted(option)} of {quoted(issue.issue.name)} has a value already")
        found[option] = at.at(key).number()
    for option in issue.issue.options:
        if option not in found:
            raise at.refusal(f"{quoted(option)} of {quoted(issue.issue.name)} has no value")
    return [found[option] for option in issue.issue.options]


def _add_rectangles(at: Record, issues: tuple[NegmasIssue, ...], total: BonusSum) -> None:
    flags = ("ignore_issues_not_in_input", "ignore_failing_range_utilities")
    at.refuse_others((*_ABOUT_ITSELF, "outcome_ranges", "utilities", "weights", *flags))
    ranges, utilities = list(at.at("outcome_ranges").items()), list(at.at("utilities").items())
    weights = list(at.at("weights").items()) if at.has("weights") else [None] * len(ranges)
    if not len(ranges) == len(utilities) == len(weights):
        raise at.refusal(f"{len(ranges)} outcome_ranges, {len(utilities)} utilities and {len(weights)} weights do not fit together")
    for one, utility, weight in zip(ranges, utilities, weights, strict=True):
        total.add(_terms(one, issues), utility.number() * (weight.number() if weight else Fraction(1)))


def _terms(at: Record, issues: tuple[NegmasIssue, ...]) -> dict[str, frozenset[str]]:
    if isinstance(at.node, Scalar) and at.node.is_null:
        return {}
    terms = {}
    for key in at.names():
        if not key.strip().isdecimal() or int(key) >= len(issues):
            raise at.at(key).refusal(f"{quoted(key)} is no number of an issue; allowed: 0 to {len(issues) - 1}")
        issue = issues[int(key)]
        terms[issue.issue.name] = _within(at.at(key), issue)
    return terms


def _within(at: Record, issue: NegmasIssue) -> frozenset[str]:
    """The options in a range: from a list of two numbers, or a single value."""
    if isinstance(at.node, Scalar):
        option = issue.lookup(at.word())
        return frozenset() if option is None else frozenset({option})
    bounds = [each.number() for each in at.items()]
    if len(bounds) != 2:
        raise at.refusal("a range is [lowest, highest]")
    if any(number is None for number in issue.numbers):
        raise at.refusal(f"bounds the issue {quoted(issue.issue.name)}, whose options are no numbers")
    options = zip(issue.issue.options, issue.numbers, strict=True)
    return frozenset(option for option, number in options if number is not None and bounds[0] <= number <= bounds[1])
