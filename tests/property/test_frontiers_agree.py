"""The fast kernel's frontiers against complete enumeration, on random small problems: points, all packages behind them, and errors."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gobetween.bargaining.kernels.enumeration import ENUMERATION
from gobetween.bargaining.kernels.layered.frontiers import exploring, many_parties
from gobetween.bargaining.kernels.layered.kernel import LAYERED
from gobetween.bargaining.packages import package_of
from gobetween.bargaining.problems import Problem, reservation_of
from gobetween.model.preferences import Preferences, ValueBasis
from strategies.small_problems import small_problem

repeatable = settings(derandomize=True, deadline=None, database=None, max_examples=250)
seeds = st.integers(0, 2**32)
parties = st.integers(0, 6)
FEW = 60  # random problems that are gone through without compiling


def drawn(seed, number):
    random = Random(seed)  # noqa: S311  # the same cases each time, nothing secret
    problem = small_problem(random, parties=number, most_issues=5)
    whole = problem.bits()
    return problem, random.choice((problem.acceptance, problem.matter, whole, random.randint(0, whole))), random


def content(frontier):
    """A frontier's points with all packages behind each."""
    return [(values, *frontier.choices(point, 2000)) for point, values in enumerate(frontier.values())]


def assert_examples(problem, kept, frontier):
    """That each point has an example, which is worth what the point says and meets what is kept."""
    examples = frontier.examples()
    assert len(examples) == len(frontier)
    for choice, values in zip(examples, frontier.values(), strict=True):
        package = package_of(problem.issues, choice)
        assert tuple(problem.values(package).values()) == values
        assert all(problem.is_met_by(each, package) for each in problem.required(kept))


def beats(one, other):
    return one != other and all(a >= b for a, b in zip(one, other, strict=True))


def assert_holds(problem, kept, frontier):
    """That an inexact frontier is what it says: points of packages, none beating another, near to all that is efficient."""
    assert_examples(problem, kept, frontier)
    exact, points = list(ENUMERATION.frontier(problem, kept).values()), list(frontier.values())
    if not any(frontier.error):
        assert points == exact
        return
    assert points == sorted(points, reverse=True)
    assert not [1 for one in points for other in points if beats(one, other)]
    for place, values in enumerate(points):
        choices, are_all = frontier.choices(place, 3)
        assert choices
        assert not are_all
        for choice in choices:
            package = package_of(problem.issues, choice)
            assert tuple(problem.values(package).values()) == values
            assert all(problem.is_met_by(each, package) for each in problem.required(kept | problem.matter & kept))
    for values in exact:
        assert any(all(a >= b - e for a, b, e in zip(point, values, frontier.error, strict=True)) for point in points)


@repeatable
@given(seeds, parties)
def test_points_and_all_packages_behind_them_are_those_of_enumeration(seed, number):
    problem, kept, _ = drawn(seed, number)
    found, twin = LAYERED.frontier(problem, kept), ENUMERATION.frontier(problem, kept)
    assert content(found) == content(twin)
    assert_examples(problem, kept, found)
    assert_examples(problem, kept, twin)


@repeatable
@given(seeds, st.sampled_from([3]))
def test_three_parties_may_be_many(seed, number):
    """Values too great for tables are gone through as those of many parties are."""
    problem, kept, _ = drawn(seed, number)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(exploring, "MOST_VALUES", 2)
        assert content(LAYERED.frontier(problem, kept)) == content(ENUMERATION.frontier(problem, kept))


@repeatable
@given(seeds, parties)
def test_a_budget_of_points_leads_to_a_grid_whose_error_holds(seed, number):
    problem, kept, random = drawn(seed, number)
    assert_holds(problem, kept, LAYERED.frontier(problem, kept, most_points=random.randint(1, 12)))


@repeatable
@given(seeds, parties)
def test_a_search_told_to_stop_says_by_how_much_it_may_be_off(seed, number):
    problem, kept, random = drawn(seed, number)
    calls = random.randint(0, 6)

    def watch(_progress):
        nonlocal calls
        calls -= 1
        return calls > 0

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(exploring, "HURRY", 3)
        patch.setattr(exploring, "CHUNK", 1)
        found = LAYERED.frontier(problem, kept, watch=watch)
    if len(found) or not any(found.error):
        assert_holds(problem, kept, found)


def few():
    """What the fast kernel finds in some problems."""
    for seed in range(FEW):
        problem, kept, _ = drawn(seed, seed % 6)
        yield content(LAYERED.frontier(problem, kept))
        yield list(LAYERED.frontier(problem, kept, most_points=3).values())


def test_interpreted_loops_find_what_compiled_ones_do():
    tests = Path(__file__).parents[1]
    code = "import property.test_frontiers_agree as here; print(list(here.few()))"
    paths = os.pathsep.join([str(tests), *filter(None, sys.path)])
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        env={**os.environ, "NUMBA_DISABLE_JIT": "1", "PYTHONPATH": paths},
        capture_output=True,
        check=True,
        text=True,
    )
    assert done.stdout.strip() == str(list(few()))


@pytest.mark.parametrize("number", [3, 4, 6])
def test_hundreds_of_points_are_found_however_often_the_merge_pauses(monkeypatch, number):
    random = Random(number)  # noqa: S311  # the same cases each time, nothing secret
    issues = {f"i{at}": tuple(f"o{each}" for each in range(6)) for at in range(4)}
    preferred = tuple(
        Preferences(
            f"p{party}",
            {issue: {option: random.randint(0, 50) for option in options} for issue, options in issues.items()},
            reservation=40,
            basis=ValueBasis.ASSUMED,
        )
        for party in range(number)
    )
    problem = Problem(issues, tuple(map(reservation_of, preferred)), preferences=preferred)
    monkeypatch.setattr(exploring, "MOST_VALUES", 2)
    monkeypatch.setattr(many_parties, "CHUNK", 7)
    monkeypatch.setattr(many_parties, "ROOM", 0)
    for kept in (problem.matter, problem.acceptance):
        exact, stages = ENUMERATION.frontier(problem, kept), []
        found = LAYERED.frontier(problem, kept, watch=lambda progress, stages=stages: not stages.append(progress))
        assert list(found.values()) == list(exact.values())
        assert len(found) > 50
        assert len(stages) > len(found) / 7
        assert [each.done for each in stages] == sorted(each.done for each in stages)
        assert {(each.stage, each.of) for each in stages} == {("frontier", 4)}
