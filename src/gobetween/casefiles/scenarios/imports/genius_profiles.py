"""What packages are worth in a Genius profile: weights and evaluations, or hyper-rectangles.

As in genius.core.utility: an option's evaluation is divided by the largest evaluation of its issue; a number of an integer or real
issue is evaluated by its function, cut off at 0 and 1; weights are divided by their sum. Of a nonlinear space, the utilities of the
hyper-rectangles that a package lies in are added up and divided by `maxutility`; what would be worth more than 1 is worth 1.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

from gobetween.casefiles.scenarios.imports.genius_domains import GeniusIssue, bounds_of, kind_of
from gobetween.casefiles.scenarios.imports.genius_rectangles import bonuses_in
from gobetween.casefiles.scenarios.markup import Element
from gobetween.casefiles.scenarios.numerals import decimal
from gobetween.casefiles.scenarios.refusals import quoted
from gobetween.casefiles.scenarios.values import ScenarioParty

LEAST_SUM, GREATEST_SUM = Fraction(98, 100), Fraction(102, 100)
"""Between these lies the sum of the weights of a profile that Genius made: beyond them its scale cannot be explained."""

_NO_EVALUATION = Fraction(1, 100_000)
_LINEAR = "Genius: weight / sum of weights x evaluation / largest evaluation of the issue; the reservation value is from 0 to 1."
_NONLINEAR = "Genius: sum of the hyper-rectangles that hold, / maxutility {}; the reservation value is from 0 to 1."


def genius_party(profile: Element, name: str, issues: tuple[GeniusIssue, ...]) -> ScenarioParty:
    """The party of a profile.

    Raises:
        InvalidCase: the profile does not fit the domain, or says something that has no meaning here.
    """
    reservation = _only(profile, "reservation", Fraction(0))
    discount = _only(profile, "discount_factor", None) or None  # older files say 0 where there is none
    utilities = [element for element in profile.everything() if element.name == "utility"]
    if len(utilities) > 1:
        raise utilities[1].refusal("found a second <utility>; a profile has one")
    if utilities:
        largest = utilities[0].number("maxutility")
        if largest <= 0:
            raise utilities[0].refusal("maxutility is not above 0, so nothing can be divided by it")
        values, bonuses = bonuses_in(utilities[0], largest, issues)
        scale = _NONLINEAR.format(decimal(largest))
    else:
        values, bonuses, scale = _values(profile, issues), (), _LINEAR
    ceiling = Fraction(1) if utilities else None
    return ScenarioParty(name, values, reservation=reservation, bonuses=bonuses, ceiling=ceiling, discount=discount, scale=scale)


def _only(profile: Element, tag: str, otherwise: Fraction | None) -> Fraction | None:
    """The value of the element of that name, which has to lie between 0 and 1."""
    found = [element for element in profile.everything() if element.name == tag]
    if not found:
        return otherwise
    if len(found) > 1:
        raise found[1].refusal("stands twice in this profile")
    value = found[0].number("value")
    if not 0 <= value <= 1:
        raise found[0].refusal(f"value={quoted(found[0].text('value'))} is on a scale that cannot be explained; Genius takes 0 to 1")
    return value


def _values(profile: Element, issues: tuple[GeniusIssue, ...]) -> dict[str, dict[str, Fraction]]:
    elements = {}
    for element in (each for each in profile.everything() if each.name == "issue"):
        if element.whole("index") in elements:
            raise element.refusal(f"a second issue has index {element.whole('index')}")
        elements[element.whole("index")] = element
    _refuse_strangers(elements, issues)
    weights = _weights(profile, issues)
    values = {}
    for each in issues:
        if each.index not in elements:
            raise profile.refusal(f"the profile has no issue of index {each.index} ({quoted(each.issue.name)}), which the domain has")
        evaluations = _evaluations(elements[each.index], each)
        values[each.issue.name] = {option: weights[each.index] * evaluation for option, evaluation in evaluations.items()}
    return values


def _refuse_strangers(elements: dict[int, Element], issues: tuple[GeniusIssue, ...]) -> None:
    known = {each.index: each for each in issues}
    for index, element in elements.items():
        if index not in known:
            raise element.refusal(f"the domain has no issue of index {index}")
        if kind_of(element) != known[index].kind:
            raise element.refusal(f"issue {index} is {kind_of(element)} here and {known[index].kind} in the domain")


def _weights(profile: Element, issues: tuple[GeniusIssue, ...]) -> dict[int, Fraction]:
    weights: dict[int, Fraction] = {}
    first = None
    for element in (each for each in profile.everything() if each.name == "weight"):
        first = first or element
        index, value = element.whole("index"), element.number("value")
        if index in weights:
            raise element.refusal(f"a second weight has index {index}")
        if value < 0:
            raise element.refusal(f"the weight {quoted(element.text('value'))} is below 0")
        weights[index] = value
    for each in issues:
        if each.index not in weights:
            raise profile.refusal(f"the profile has no <weight> of index {each.index} ({quoted(each.issue.name)})")
    total = sum((weights[each.index] for each in issues), Fraction(0))
    if not LEAST_SUM <= total <= GREATEST_SUM and first is not None:
        said = f"the weights of the issues sum to {float(total):.6g}, a scale that cannot be explained"
        raise first.refusal(f"{said}; Genius keeps them between {float(LEAST_SUM)} and {float(GREATEST_SUM)}: make them sum to 1")
    return {index: weight / total for index, weight in weights.items()}


def _evaluations(element: Element, issue: GeniusIssue) -> dict[str, Fraction]:
    if issue.kind == "discrete":
        return _discrete(element, issue)
    if (bounds := bounds_of(element)) is not None and bounds != issue.bounds:
        raise element.refusal(f"the bounds of {quoted(issue.issue.name)} are not those of the domain")
    evaluate = _function(element, issue)
    return {option: evaluate(number) for option, number in zip(issue.issue.options, issue.numbers, strict=True)}


def _discrete(element: Element, issue: GeniusIssue) -> dict[str, Fraction]:
    evaluations: dict[str, Fraction] = {}
    options = frozenset(issue.issue.options)
    for item in element.named("item"):
        value = item.text("value")
        if value not in options:
            raise item.refusal(f"the domain has no option {quoted(value)} in the issue {quoted(issue.issue.name)}")
        if value in evaluations:
            raise item.refusal(f"the option {quoted(value)} stands twice in its issue")
        evaluations[value] = item.number("evaluation")
        if evaluations[value] < 0:
            raise item.refusal(f"the evaluation {quoted(item.text('evaluation'))} is below 0, which Genius does not allow")
    for option in issue.issue.options:
        if option not in evaluations:
            raise element.refusal(f"the option {quoted(option)} of {quoted(issue.issue.name)} has no evaluation")
    largest = max(evaluations.values())
    is_nothing = largest < _NO_EVALUATION
    return {option: Fraction(0) if is_nothing else evaluations[option] / largest for option in issue.issue.options}


def _function(element: Element, issue: GeniusIssue) -> Callable[[Fraction], Fraction]:
    found = tuple(element.named("evaluator"))
    if len(found) != 1:
        raise element.refusal(f"the {issue.kind} issue {quoted(issue.issue.name)} needs one <evaluator>, and has {len(found)}")
    evaluator = found[0]
    kind = evaluator.attributes.get("ftype", "linear").strip().lower()
    if issue.kind == "integer" and kind == "linear" and issue.bounds is not None:
        slope, offset, lowest = evaluator.number("slope"), evaluator.number("offset"), issue.bounds[0]
        return lambda number: _cut(slope * (number - lowest) + offset)
    if issue.kind == "real" and kind == "linear":
        offset, slope = evaluator.number("parameter0"), evaluator.number("parameter1")
        return lambda number: _cut(slope * number + offset)
    if issue.kind == "real" and kind == "constant":
        constant = _cut(evaluator.number("parameter0"))
        return lambda _number: constant
    if issue.kind == "real" and kind == "triangular":
        left, right, top = (evaluator.number(each) for each in _parameters(3))
        return lambda number: _triangle(number, left, right, top)
    raise evaluator.refusal(f"the function {quoted(kind)} of a {issue.kind} issue is not known; known: linear, constant, triangular")


def _parameters(count: int) -> Iterator[str]:
    return (f"parameter{number}" for number in range(count))


def _cut(value: Fraction) -> Fraction:
    return min(max(value, Fraction(0)), Fraction(1))


def _triangle(number: Fraction, left: Fraction, right: Fraction, top: Fraction) -> Fraction:
    if left <= number < top:
        return (number - left) / (top - left)
    if top <= number < right:
        return 1 - (number - top) / (right - top)
    return Fraction(0)
