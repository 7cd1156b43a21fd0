"""The issues of a NegMAS outcome space, with contiguous and continuous ones as lists of options."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from attrs import frozen

from gobetween.casefiles.scenarios.number_ranges import REMEDY, NeedsSteps, option_names, real_values, whole_values
from gobetween.casefiles.scenarios.numerals import exact
from gobetween.casefiles.scenarios.records import Record
from gobetween.casefiles.scenarios.refusals import listed, quoted, twice_in
from gobetween.casefiles.scenarios.values import ScenarioIssue

_SPACES = ("CartesianOutcomeSpace", "DiscreteCartesianOutcomeSpace")
_LISTS = ("CategoricalIssue", "DiscreteCardinalIssue", "DiscreteOrdinalIssue", "OrdinalIssue", "CardinalIssue", "SingletonIssue")
_RANGES = ("ContiguousIssue", "ContinuousIssue")


@frozen
class NegmasIssue:
    """An issue; `numbers` are what its options stand for, `None` where one stands for none."""

    issue: ScenarioIssue
    numbers: tuple[Fraction | None, ...]

    @property
    def lookup(self) -> Callable[[str], str | None]:
        """Finds the option that is written so, or that stands for the number that is; `None` if there is none."""
        words = frozenset(self.issue.options)
        numbers = dict(zip(self.numbers, self.issue.options, strict=True))

        def find(word: str) -> str | None:
            number = exact(word)
            return word if word in words else numbers.get(number) if number is not None else None

        return find


def kind_of(at: Record) -> str:
    """The last part of what it says of its type, empty if it says nothing."""
    return at.at("type").word().rsplit(".", 1)[-1] if at.has("type") else ""


def negmas_issues(at: Record, steps: int | None) -> tuple[NegmasIssue, ...]:
    """The issues in the order of the file.

    Raises:
        InvalidCase: something in it has no meaning here, or an issue has too many values and no steps are given.
    """
    if kind_of(at) not in _SPACES:
        raise at.at("type").refusal(f"outcome spaces of the kind {kind_of(at)} have no meaning here; allowed: {listed(_SPACES)}")
    at.refuse_others(("type", "name", "path", "issues"))
    issues = tuple(_issue(each, steps) for each in at.at("issues").items())
    if not issues:
        raise at.at("issues").refusal("the outcome space has no issues")
    if twice := twice_in(each.issue.name for each in issues):
        raise at.at("issues").refusal(f"two issues are called {quoted(twice)}; give each its own name")
    return issues


def _issue(at: Record, steps: int | None) -> NegmasIssue:
    at.refuse_others(("type", "name", "values"))
    name, kind = at.at("name").word(), kind_of(at) or "CategoricalIssue"
    if kind in _RANGES:
        return _range(at, name, kind, steps)
    if kind not in _LISTS:
        raise at.at("type").refusal(f"issues of the kind {kind} have no meaning here; allowed: {listed((*_LISTS, *_RANGES))}")
    options = tuple(each.word() for each in at.at("values").items())
    if not options:
        raise at.at("values").refusal("the issue has no values")
    if twice := twice_in(options):
        raise at.at("values").refusal(f"{quoted(twice)} stands twice")
    return NegmasIssue(ScenarioIssue(name, options), tuple(exact(option) for option in options))


def _range(at: Record, name: str, kind: str, steps: int | None) -> NegmasIssue:
    bounds = [each.number() for each in at.at("values").items()]
    is_whole = kind == "ContiguousIssue"
    if len(bounds) != 2 or bounds[0] > bounds[1] or (is_whole and any(each.denominator != 1 for each in bounds)):
        raise at.at("values").refusal(f"the values of a {kind} are [lowest, highest]{', whole numbers' if is_whole else ''}")
    try:
        numbers = whole_values(int(bounds[0]), int(bounds[1]), steps) if is_whole else real_values(bounds[0], bounds[1], steps)
    except NeedsSteps as needed:
        raise at.at("values").refusal(f"the issue has to be cut into options: {needed}; {REMEDY}") from None
    return NegmasIssue(ScenarioIssue(name, option_names(numbers)), numbers)
