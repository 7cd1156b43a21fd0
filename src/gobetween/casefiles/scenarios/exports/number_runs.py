"""Issues whose options are whole numbers in a row, which is what tools with hyper-rectangles need."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import groupby
from operator import itemgetter

from gobetween.casefiles.scenarios.numerals import exact
from gobetween.casefiles.scenarios.values import Scenario, ScenarioIssue, ScenarioParty, Terms
from gobetween.model.errors import InvalidCase


def runs_of(scenario: Scenario, tool: str) -> dict[str, tuple[int, int]]:
    """The lowest and the highest number of every issue.

    Raises:
        InvalidCase: the options of an issue are no whole numbers in a row.
    """
    return {issue.name: _run(issue, tool) for issue in scenario.issues}


def bounds_of(terms: Terms, runs: dict[str, tuple[int, int]], bonus_of: str, tool: str) -> dict[str, tuple[int, int]]:
    """For the issues of a bonus, the lowest and the highest of the options it names; of all options together, nothing.

    Raises:
        InvalidCase: they are not in a row.
    """
    bounds = {}
    for issue, options in terms.items():
        numbers = sorted(int(option) for option in options)
        if not numbers or numbers[-1] - numbers[0] + 1 != len(numbers):
            raise InvalidCase(f"{bonus_of}: a value link names options of '{issue}' that are not in a row, and {tool} has ranges alone")
        bounds[issue] = (numbers[0], numbers[-1])
    return {issue: each for issue, each in bounds.items() if each != runs[issue]}


def steps_of(party: ScenarioParty) -> Iterator[tuple[str, int, int, Fraction]]:
    """Options in a row that are worth the same, as issue, first, last and value; what is worth 0 is left out."""
    for issue, options in party.values.items():
        for value, alike in groupby(options.items(), key=itemgetter(1)):
            numbers = [int(option) for option, _ in alike]
            if value:
                yield issue, numbers[0], numbers[-1], value


def _run(issue: ScenarioIssue, tool: str) -> tuple[int, int]:
    numbers = [exact(option) for option in issue.options]
    lowest = numbers[0]
    if lowest is None or lowest.denominator != 1 or numbers != [lowest + at for at in range(len(numbers))]:
        said = f"{tool} says what depends on several issues together for whole numbers alone"
        raise InvalidCase(f"a party has value links, and the options of '{issue.name}' are no whole numbers in a row: {said}")
    return int(lowest), int(lowest) + len(numbers) - 1
