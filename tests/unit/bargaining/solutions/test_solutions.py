from __future__ import annotations

from fractions import Fraction

import pytest

from gobetween.bargaining.kernels.enumeration import ENUMERATION
from gobetween.bargaining.kernels.layered.kernel import LAYERED
from gobetween.bargaining.results import Feasible, Infeasible, Optimal, Unknown
from gobetween.bargaining.solutions.egalitarian import solve_egalitarian
from gobetween.bargaining.solutions.ideals import ideal_gains
from gobetween.bargaining.solutions.kalai_smorodinsky import solve_kalai_smorodinsky
from gobetween.bargaining.solutions.leximin import solve_leximin
from gobetween.bargaining.solutions.nash import solve_nash
from gobetween.bargaining.solutions.utilitarian import solve_utilitarian
from gobetween.model.errors import InvalidCase

ISSUES = {"wage": "none two four six"}
CONCEPTS = (solve_egalitarian, solve_kalai_smorodinsky, solve_leximin, solve_nash, solve_utilitarian)
pytestmark = pytest.mark.parametrize("kernel", [ENUMERATION, LAYERED], ids=lambda kernel: kernel.name)


def wages(solution):
    return [each.package["wage"] for each in solution.packages]


@pytest.fixture
def quarrel(problem, prefer):
    """Gains of the union 1 3 6 9, of the employers 40 30 12 0 (none two four six)."""
    union = prefer("union", 2, wage={"none": 3, "two": 5, "four": 8, "six": 11})
    employers = prefer("employers", 10, wage={"none": 50, "two": 40, "four": 22, "six": 10})
    return problem(ISSUES, preferences=[union, employers])


def test_kalai_smorodinsky_makes_the_least_part_of_the_greatest_gains_great(quarrel, kernel):
    solution = solve_kalai_smorodinsky(quarrel, kernel=kernel)
    (package,) = solution.packages  # parts 1/9 and 1, 1/3 and 3/4, 2/3 and 3/10, 1 and 0
    assert package.package == {"wage": "two"}
    assert package.relative_gains == {"union": Fraction(1, 3), "employers": Fraction(3, 4)}
    assert package.score == (Fraction(1, 3), Fraction(3, 4))
    assert (solution.status, solution.greatest_gains, solution.left_out) == (Optimal(), {"union": 9, "employers": 40}, ())


def test_greatest_gains_are_those_that_the_others_would_accept(problem, prefer, kernel):
    union = prefer("union", 0, wage={"none": 1, "two": 3, "four": 5, "six": 100})
    employers = prefer("employers", 0, wage={"none": 9, "two": 8, "four": 1, "six": -1})
    solution = solve_kalai_smorodinsky(problem(ISSUES, preferences=[union, employers]), kernel=kernel)
    assert solution.greatest_gains == {"union": 5, "employers": 9}
    assert wages(solution) == ["two"]


def test_who_can_gain_nothing_is_left_out_of_relative_gains(problem, prefer, kernel):
    union = prefer("union", 0, wage={"two": 1, "four": 2, "six": 9})
    city = prefer("city", 0, wage={"six": -1})
    stuck = problem(ISSUES, preferences=[union, city])
    for concept in (solve_kalai_smorodinsky, solve_utilitarian):
        solution = concept(stuck, kernel=kernel)
        assert (wages(solution), solution.left_out) == (["four"], ("city",))
        assert solution.packages[0].relative_gains == {"union": 1, "city": 0}


def test_the_egalitarian_solution_makes_the_least_gain_great_and_leaves_ties(problem, prefer, kernel):
    union = prefer("union", 0, wage={"none": 1, "two": 3, "four": 3, "six": 2})
    employers = prefer("employers", 0, wage={"none": 9, "two": 3, "four": 7, "six": 8})
    solution = solve_egalitarian(problem(ISSUES, preferences=[union, employers]), kernel=kernel)
    assert (wages(solution), solution.packages[0].score) == (["two", "four"], (Fraction(3),))
    assert solution.are_all


def test_leximin_goes_on_to_the_next_least_gain(problem, prefer, kernel):
    union = prefer("union", 0, wage={"none": 1, "two": 3, "four": 3, "six": 7})
    employers = prefer("employers", 0, wage={"none": 9, "two": 3, "four": 7, "six": 3})
    solution = solve_leximin(problem(ISSUES, preferences=[union, employers]), kernel=kernel)
    assert (wages(solution), solution.packages[0].score) == (["four", "six"], (Fraction(3), Fraction(7)))


def test_the_utilitarian_solution_adds_parts_of_the_greatest_gains(quarrel, kernel):
    (package,) = solve_utilitarian(quarrel, kernel=kernel).packages
    assert (package.package["wage"], package.score) == ("none", Fraction(1, 9) + 1)


def test_the_utilitarian_solution_with_weights_adds_values(quarrel, kernel):
    plain = solve_utilitarian(quarrel, weights={"union": 1, "employers": 1}, kernel=kernel)
    assert (wages(plain), plain.packages[0].score) == (["none"], 53)
    assert wages(solve_utilitarian(quarrel, weights={"union": 7}, kernel=kernel)) == ["six"]
    assert wages(solve_utilitarian(quarrel, weights={"employers": 0}, kernel=kernel)) == ["six"]


def test_weights_are_powers_for_nash_and_divide_gains_elsewhere(quarrel, kernel):
    assert wages(solve_nash(quarrel, kernel=kernel)) == ["two"]
    weighted = solve_nash(quarrel, weights={"union": Fraction(3, 2), "employers": Fraction(1, 2)}, kernel=kernel)
    assert [(each.package["wage"], each.product) for each in weighted.packages] == [("four", 6**3 * 12)]
    assert wages(solve_egalitarian(quarrel, kernel=kernel)) == ["four"]
    assert wages(solve_egalitarian(quarrel, weights={"employers": 10}, kernel=kernel)) == ["two"]
    assert wages(solve_leximin(quarrel, weights={"employers": 30}, kernel=kernel)) == ["two"]
    assert wages(solve_kalai_smorodinsky(quarrel, weights={"union": 3}, kernel=kernel)) == ["four"]


def test_weights_that_are_none_are_refused(quarrel, kernel):
    for concept in CONCEPTS:
        with pytest.raises(InvalidCase, match="'city'"):
            concept(quarrel, weights={"city": 1}, kernel=kernel)
        with pytest.raises(InvalidCase, match="0 or more"):
            concept(quarrel, weights={"union": -1}, kernel=kernel)
        with pytest.raises(InvalidCase, match="all weights are 0"):
            concept(quarrel, weights={"union": 0, "employers": 0}, kernel=kernel)


def test_an_empty_zone_names_a_minimal_conflict(problem, prefer, kernel):
    stuck = problem(ISSUES, preferences=[prefer("union", 3, wage={"six": 3}), prefer("employers", 1, wage={"none": 1})])
    for concept in CONCEPTS:
        solution = concept(stuck, kernel=kernel)
        assert isinstance(solution.status, Infeasible)
        assert [each.owner for each in solution.status.conflict] == ["union", "employers"]
        assert solution.packages == ()


def test_without_preferences_nothing_is_solved(problem, prefer, kernel):
    for concept in CONCEPTS:
        solution = concept(problem(ISSUES, preferences=[prefer("union", 0)], parties=("union", "employers")), kernel=kernel)
        assert solution.status == Unknown("no preferences are known of employers")


def test_of_more_ties_than_asked_for_some_are_given(problem, prefer, kernel):
    alike = problem(ISSUES, preferences=[prefer("union", 0), prefer("employers", 0)])
    for concept in CONCEPTS:
        solution = concept(alike, kernel=kernel, most=2)
        assert (len(solution.packages), solution.are_all, solution.status) == (2, False, Optimal())
        assert concept(alike, kernel=kernel).are_all


def test_the_ideal_point_is_the_most_that_each_could_gain_in_the_zone(quarrel, kernel):
    ideals = ideal_gains(quarrel, quarrel.acceptance, kernel=kernel)
    assert (ideals.gains, ideals.is_proven) == ((9, 40), True)


def test_a_party_at_the_rim_of_the_zone_holds_the_least_gain_at_nothing(problem, prefer, kernel):
    union, city = prefer("union", 0, wage={"two": 1, "four": 2}), prefer("city", 0)
    rim = problem(ISSUES, preferences=[union, city])
    assert wages(solve_egalitarian(rim, kernel=kernel)) == ["none", "two", "four", "six"]
    assert wages(solve_leximin(rim, kernel=kernel)) == ["four"]


def test_a_search_stopped_at_once_says_so(quarrel, kernel):
    for concept in CONCEPTS:
        solution = concept(quarrel, kernel=kernel, watch=lambda _: False)
        assert solution.packages
        if kernel is ENUMERATION:  # never cut short
            assert solution.status == Optimal()
        elif solution.status == Optimal():  # what was found first reaches its bound, but others may be as good
            assert not solution.are_all
        else:
            assert isinstance(solution.status, Feasible)
