"""The hyper-rectangles of a nonlinear Genius profile, as option values (of one issue) and bonuses (of several)."""

from __future__ import annotations

from fractions import Fraction

from gobetween.casefiles.scenarios.imports.bonus_sums import BonusSum
from gobetween.casefiles.scenarios.imports.genius_domains import GeniusIssue
from gobetween.casefiles.scenarios.markup import Element
from gobetween.casefiles.scenarios.refusals import quoted
from gobetween.casefiles.scenarios.values import Bonus

_SIDES = ("INCLUDES", "EXCLUDES")


def bonuses_in(
    utility: Element, largest: Fraction, issues: tuple[GeniusIssue, ...]
) -> tuple[dict[str, dict[str, Fraction]], tuple[Bonus, ...]]:
    """The option values and the bonuses that the hyper-rectangles make, each divided by the largest utility.

    Raises:
        InvalidCase: something in it has no meaning here.
    """
    functions = tuple(utility.named("ufun"))
    if len(functions) != 1:
        raise utility.refusal(f"found {len(functions)} <ufun> in it; Genius reads one")
    total = BonusSum(tuple(each.issue for each in issues))
    known = {each.index: each for each in issues}
    for rectangle in _rectangles(functions[0]):
        worth = rectangle.number("utility") / largest
        if "weight" in rectangle.attributes:
            worth *= rectangle.number("weight")
        terms, is_outside = _terms(rectangle, known)
        if is_outside:
            total.add({}, worth)
            worth = -worth
        total.add(terms, worth)
    return total.values, tuple(total.bonuses)


def _rectangles(function: Element) -> list[Element]:
    if function.attributes.get("aggregation", "sum").strip().lower() != "sum":
        raise function.refusal(f"the aggregation {quoted(function.text('aggregation'))} has no meaning here; allowed: sum")
    if "weight" in function.attributes and function.number("weight") != 1:
        raise function.refusal("a weight other than 1 has no meaning here that could be relied on; multiply it into the utilities")
    found: list[Element] = []
    for child in function.children:
        if child.name == "ufun":
            found += _rectangles(child)
        elif child.name == "hyperRectangle":
            found.append(child)
        else:
            raise child.refusal("is not known in a <ufun>; known: hyperRectangle, ufun")
    return found


def _terms(rectangle: Element, issues: dict[int, GeniusIssue]) -> tuple[dict[str, frozenset[str]], bool]:
    """The options within its bounds, and whether it is what lies outside of them that counts."""
    sides = {child.name for child in rectangle.children}
    if len(sides) > 1 or not sides <= set(_SIDES):
        raise rectangle.refusal(f"has {' and '.join(sorted(sides))} in it; allowed: INCLUDES, or EXCLUDES")
    terms: dict[str, frozenset[str]] = {}
    for bound in rectangle.children:
        issue = issues.get(bound.whole("index"))
        if issue is None:
            raise bound.refusal(f"the domain has no issue of index {bound.whole('index')}")
        if issue.kind == "discrete":
            raise bound.refusal(f"bounds the issue {quoted(issue.issue.name)}, whose options are no numbers")
        lowest, highest = bound.number("min"), bound.number("max")
        within = frozenset(
            option for option, number in zip(issue.issue.options, issue.numbers, strict=True) if lowest <= number <= highest
        )
        terms[issue.issue.name] = terms.get(issue.issue.name, within) & within
    return terms, sides == {"EXCLUDES"}
