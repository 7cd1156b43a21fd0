from __future__ import annotations

import pytest

from gobetween.bargaining import dominance
from gobetween.bargaining.frontiers import find_frontier
from gobetween.bargaining.kernels.enumeration import ENUMERATION
from gobetween.bargaining.kernels.layered.frontiers import exploring, found
from gobetween.bargaining.kernels.layered.kernel import LAYERED
from gobetween.bargaining.results import Feasible, Infeasible, Optimal, Unknown
from gobetween.model.errors import ValuesTooGreat

ISSUES = {"wage": "none two four"}
STAIRS = {f"i{at}": "no maybe yes" for at in range(5)}
BOTH = pytest.mark.parametrize("kernel", [ENUMERATION, LAYERED], ids=["enumeration", "layered"])


@pytest.fixture
def stairs(problem, prefer):
    """Every step up for the one is a step down for the other: 3 ** 5 packages, all efficient, and no two alike."""
    up = {issue: {"maybe": 3**at, "yes": 2 * 3**at} for at, issue in enumerate(STAIRS)}
    down = {issue: {"maybe": 3**at, "no": 2 * 3**at} for at, issue in enumerate(STAIRS)}
    return problem(STAIRS, preferences=[prefer("one", 100, **up), prefer("other", 100, **down)])


@BOTH
def test_packages_with_equal_values_share_a_point(problem, prefer, kernel):
    union, employers = prefer("union", 0, wage={"two": 1, "four": 1}), prefer("employers", 0, wage={"none": 1})
    frontier = find_frontier(problem(ISSUES, preferences=[union, employers]), kernel=kernel)
    assert [(point.values, [each["wage"] for each in point.packages]) for point in frontier.points] == [
        ({"union": 1, "employers": 0}, ["two", "four"]),
        ({"union": 0, "employers": 1}, ["none"]),
    ]
    assert frontier.examples[0]["wage"] in {"two", "four"}
    assert [each["wage"] for each in frontier.examples[1:]] == ["none"]


@BOTH
def test_the_frontier_may_be_that_of_the_deal_zone(problem, prefer, kernel):
    union, employers = prefer("union", 1, wage={"two": 1, "four": 2}), prefer("employers", 1, wage={"none": 2, "two": 1})
    points = find_frontier(problem(ISSUES, preferences=[union, employers]), acceptable_only=True, kernel=kernel).points
    assert [each["wage"] for point in points for each in point.packages] == ["two"]


@BOTH
def test_without_packages_or_preferences_there_is_no_frontier(problem, prefer, require, kernel):
    stuck = problem(ISSUES, require("m", None, "link", then="wage:"), preferences=[prefer("union", 0)])
    assert isinstance(find_frontier(stuck, kernel=kernel).status, Infeasible)
    assert isinstance(find_frontier(problem(ISSUES), kernel=kernel).status, Unknown)


@BOTH
def test_points_are_a_sequence_and_columns_for_plots(stairs, kernel):
    frontier = find_frontier(stairs, kernel=kernel)
    assert (frontier.status, frontier.count) == (Optimal(), 3**5)
    assert (frontier.error, frontier.cell) == ({"one": 0, "other": 0}, {"one": 1, "other": 1})
    assert frontier.columns == {"one": tuple(range(242, -1, -1)), "other": tuple(range(243))}
    assert frontier.points[0].packages == (dict.fromkeys(STAIRS, "yes"),)
    assert frontier.points[-1].packages == (dict.fromkeys(STAIRS, "no"),)
    assert [each.values["one"] for each in frontier.points[3:9:2]] == [239, 237, 235]
    assert [each.values for each in frontier.points[1:2]] == [frontier.points[1].values]
    with pytest.raises(IndexError):
        frontier.points[3**5]


@BOTH
def test_all_packages_behind_a_point_are_given_up_to_a_limit(problem, prefer, kernel):
    issues = {f"i{at}": "a b c" for at in range(7)}
    (point,) = find_frontier(problem(issues, preferences=[prefer("one", 0)]), kernel=kernel).points
    assert (point.values, len(point.packages), point.are_all) == ({"one": 0}, 1000, False)
    assert len({tuple(each.values()) for each in point.packages}) == 1000
    fewer = dict(list(issues.items())[:6])
    (point,) = find_frontier(problem(fewer, preferences=[prefer("one", 0)]), kernel=kernel).points
    assert (len(point.packages), point.are_all) == (3**6, True)
    assert [tuple(each.values()) for each in point.packages] == sorted(tuple(each.values()) for each in point.packages)


def test_a_budget_of_points_makes_a_grid_of_stated_cells(stairs):
    frontier = find_frontier(stairs, most_points=20, kernel=LAYERED)
    assert frontier.status == Feasible()
    assert 5 < frontier.count <= 20
    assert 0 < max(frontier.error.values()) < 80
    assert all(1 < cell < 60 for cell in frontier.cell.values())
    assert not any(point.are_all for point in frontier.points)
    for one in range(243):
        near = [each for each in frontier.points if each.values["one"] >= one - frontier.error["one"]]
        assert any(each.values["other"] >= 242 - one - frontier.error["other"] for each in near)


def test_a_larger_budget_has_a_smaller_error(stairs):
    errors = [sum(find_frontier(stairs, most_points=most, kernel=LAYERED).error.values()) for most in (4, 16, 64, 243)]
    assert errors == sorted(errors, reverse=True)
    assert errors[-1] == 0


def test_once_told_to_stop_it_goes_on_with_few_points(stairs, monkeypatch):
    monkeypatch.setattr(exploring, "CHUNK", 1)
    monkeypatch.setattr(exploring, "HURRY", 10)
    seen = []
    frontier = find_frontier(stairs, kernel=LAYERED, watch=lambda progress: bool(seen.append(progress)))
    assert frontier.status == Feasible()
    assert 0 < frontier.count <= 10
    assert [(each.stage, each.done, each.of) for each in seen] == [("frontier", level, 5) for level in range(1, 6)]


def test_where_the_grid_loses_all_acceptable_packages_one_is_looked_for(problem, prefer):
    """The bars leave 3 of 243 packages, of which a grid of one cell keeps none."""
    up = {issue: {"maybe": 3**at, "yes": 2 * 3**at} for at, issue in enumerate(STAIRS)}
    down = {issue: {"maybe": 3**at, "no": 2 * 3**at} for at, issue in enumerate(STAIRS)}
    narrow = problem(STAIRS, preferences=[prefer("one", 100, **up), prefer("other", 140, **down)])
    frontier = find_frontier(narrow, acceptable_only=True, most_points=1, kernel=LAYERED)
    (point,) = frontier.points
    assert 100 <= point.values["one"] <= 102
    assert 102 - frontier.error["one"] <= point.values["one"]
    assert 142 - frontier.error["other"] <= point.values["other"]
    assert len(point.packages) == 1


def test_where_no_acceptable_package_was_found_in_time_nothing_is_claimed(problem, prefer, monkeypatch):
    up = {issue: {"maybe": 3**at, "yes": 2 * 3**at} for at, issue in enumerate(STAIRS)}
    down = {issue: {"maybe": 3**at, "no": 2 * 3**at} for at, issue in enumerate(STAIRS)}
    narrow = problem(STAIRS, preferences=[prefer("one", 100, **up), prefer("other", 140, **down)])
    monkeypatch.setattr(found, "_any_path", lambda *_: [])
    frontier = find_frontier(narrow, acceptable_only=True, most_points=1, kernel=LAYERED)
    assert isinstance(frontier.status, Unknown)
    assert (frontier.count, frontier.columns) == (0, {})


def test_values_beyond_64_bits_are_refused(problem, prefer):
    huge = problem(ISSUES, preferences=[prefer("one", 0, wage={"two": 2**60}), prefer("other", 0, wage={"none": 1})])
    with pytest.raises(ValuesTooGreat, match="common factor"):
        find_frontier(huge, kernel=LAYERED)


@pytest.mark.parametrize("parties", [1, 2, 3, 5])
def test_great_values_are_added_up_exactly(problem, prefer, parties):
    great = 2**40
    preferred = [prefer(f"p{at}", 0, **{issue: {"maybe": great + at, "yes": 2 * great} for issue in STAIRS}) for at in range(parties)]
    frontier = find_frontier(problem(STAIRS, preferences=preferred), kernel=LAYERED)
    assert [tuple(each.values.values()) for each in frontier.points] == [(10 * great,) * parties]


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
