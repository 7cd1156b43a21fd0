"""The issues of a Genius domain, with integer and real ones as lists of options."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from attrs import frozen

from gobetween.casefiles.scenarios.markup import Element
from gobetween.casefiles.scenarios.number_ranges import REMEDY, NeedsSteps, option_names, real_values, whole_values
from gobetween.casefiles.scenarios.refusals import quoted, twice_in
from gobetween.casefiles.scenarios.values import ScenarioIssue

KINDS = ("discrete", "integer", "real")


@frozen
class GeniusIssue:
    """An issue with the number by which profiles name it; `numbers` are what its options stand for, where they stand for numbers."""

    index: int
    kind: str
    issue: ScenarioIssue
    bounds: tuple[Fraction, Fraction] | None = None
    numbers: tuple[Fraction, ...] = ()


def genius_issues(domain: Element, steps: int | None) -> tuple[GeniusIssue, ...]:
    """The issues in the order of the file.

    Raises:
        InvalidCase: an issue is not what Genius allows, or has too many values and no steps are given.
    """
    issues = tuple(_issue(element, steps) for element in domain.everything() if element.name == "issue")
    if not issues:
        raise domain.refusal("found no <issue> in the domain")
    if twice := twice_in(each.issue.name for each in issues):
        raise domain.refusal(f"two issues are called {quoted(twice)}; give each its own name")
    if again := twice_in(str(each.index) for each in issues):
        raise domain.refusal(f"two issues have index {again}; profiles could not tell them apart")
    return issues


def kind_of(issue: Element) -> str:
    """'discrete', 'integer' or 'real'.

    Raises:
        InvalidCase: it says something else, or two things.
    """
    said = {issue.attributes[each].strip().lower() for each in ("type", "etype", "vtype") if issue.attributes.get(each, "").strip()}
    if len(said) > 1 or not said <= set(KINDS):
        raise issue.refusal(f"of type {' and '.join(sorted(said))}; allowed: {', '.join(KINDS)}")
    return said.pop() if said else "discrete"


def bounds_of(issue: Element) -> tuple[Fraction, Fraction] | None:
    """The lowest and the highest value of an integer or real issue, where it says them, at itself or in a <range>."""
    for element in (*issue.named("range"), issue):
        if "lowerbound" in element.attributes or "upperbound" in element.attributes:
            lowest, highest = element.number("lowerbound"), element.number("upperbound")
            if lowest > highest:
                raise element.refusal("the lower bound is above the upper bound")
            return lowest, highest
    return None


def _issue(element: Element, steps: int | None) -> GeniusIssue:
    kind, name, index = kind_of(element), element.text("name"), element.whole("index")
    if kind == "discrete":
        return GeniusIssue(index, kind, ScenarioIssue(name, tuple(_options(element))))
    bounds = bounds_of(element)
    if bounds is None:
        raise element.refusal(f"the {kind} issue {quoted(name)} has no lowerbound and upperbound")
    if kind == "integer" and (bounds[0].denominator, bounds[1].denominator) != (1, 1):
        raise element.refusal(f"the bounds of the integer issue {quoted(name)} are no whole numbers")
    try:
        numbers = whole_values(int(bounds[0]), int(bounds[1]), steps) if kind == "integer" else real_values(*bounds, steps)
    except NeedsSteps as needed:
        raise element.refusal(f"the {kind} issue {quoted(name)} has to be cut into options: {needed}; {REMEDY}") from None
    return GeniusIssue(index, kind, ScenarioIssue(name, option_names(numbers)), bounds, numbers)


def _options(element: Element) -> Iterator[str]:
    items = tuple(element.named("item"))
    if not items:
        raise element.refusal(f"the discrete issue {quoted(element.text('name'))} has no <item>")
    seen: set[str] = set()
    for item in items:
        value = item.text("value")
        if value in seen:
            raise item.refusal(f"the option {quoted(value)} stands twice in its issue")
        seen.add(value)
        yield value
