from __future__ import annotations

import pytest

from gobetween.bargaining import dominance
from gobetween.bargaining.frontiers import find_frontier
from gobetween.bargaining.results import Infeasible, Unknown

ISSUES = {"wage": "none two four"}


def test_packages_with_equal_values_share_a_point(problem, prefer):
    union, employers = prefer("union", 0, wage={"two": 1, "four": 1}), prefer("employers", 0, wage={"none": 1})
    points = find_frontier(problem(ISSUES, preferences=[union, employers])).points
    assert [(point.values, [each["wage"] for each in point.packages]) for point in points] == [
        ({"union": 1, "employers": 0}, ["two", "four"]),
        ({"union": 0, "employers": 1}, ["none"]),
    ]


def test_the_frontier_may_be_that_of_the_deal_zone(problem, prefer):
    union, employers = prefer("union", 1, wage={"two": 1, "four": 2}), prefer("employers", 1, wage={"none": 2, "two": 1})
    points = find_frontier(problem(ISSUES, preferences=[union, employers]), acceptable_only=True).points
    assert [each["wage"] for point in points for each in point.packages] == ["two"]


def test_without_packages_or_preferences_there_is_no_frontier(problem, prefer, require):
    stuck = problem(ISSUES, require("m", None, "link", then="wage:"), preferences=[prefer("union", 0)])
    assert isinstance(find_frontier(stuck).status, Infeasible)
    assert isinstance(find_frontier(problem(ISSUES)).status, Unknown)


@pytest.mark.parametrize("places", range(5))
def test_maxima_over_batches_are_maxima_of_all(monkeypatch, places):
    monkeypatch.setattr(dominance, "_BATCH", 7)
    vectors = [tuple((number * step) % 11 for step in (3, 5, 7, 8)[:places]) for number in range(60)]
    expected = {
        one for one in vectors if not any(other != one and all(a >= b for a, b in zip(other, one, strict=True)) for other in vectors)
    }
    assert dominance.maxima(iter(vectors)) == sorted(expected, reverse=True)


def test_there_are_no_maxima_of_nothing():
    assert dominance.maxima([]) == []
