from __future__ import annotations

from fractions import Fraction

from gobetween.bargaining.results import Infeasible, Optimal, Unknown
from gobetween.bargaining.solutions.nash import solve_nash

ISSUES = {"wage": "none two four"}


def test_the_greatest_product_of_gains_wins(problem, prefer):
    union, employers = prefer("union", 1, wage={"two": 3, "four": 5}), prefer("employers", 0, wage={"none": 9, "two": 4, "four": 1})
    solution = solve_nash(problem(ISSUES, preferences=[union, employers]))
    (package,) = solution.packages
    assert dict(package.package) == {"wage": "two"}
    assert (package.gains, package.product) == ({"union": 2, "employers": 4}, 8)
    assert package.relative_gains == {"union": Fraction(1, 2), "employers": Fraction(4, 9)}
    assert solution.gaining == (("union", "employers"),)
    assert solution.status == Optimal()


def test_ties_are_all_given_in_stated_order(problem, prefer):
    union, employers = prefer("union", 0, wage={"none": 1, "four": 4}), prefer("employers", 0, wage={"none": 4, "two": 9, "four": 1})
    assert [each.package["wage"] for each in solve_nash(problem(ISSUES, preferences=[union, employers])).packages] == ["none", "four"]


def test_a_party_that_gains_nowhere_does_not_blur_the_others_product(problem, prefer):
    union, city = prefer("union", 0, wage={"none": 1, "two": 2}), prefer("city", 0)
    solution = solve_nash(problem(ISSUES, preferences=[union, city]))
    (package,) = solution.packages
    assert (package.package["wage"], package.product, package.relative_gains["city"]) == ("two", 2, 0)
    assert solution.gaining == (("union",),)


def test_where_not_all_can_gain_together_each_largest_set_gives_its_best(problem, prefer):
    union, employers = prefer("union", 0, wage={"two": 2, "four": 50}), prefer("employers", 0, wage={"none": 1})
    solution = solve_nash(problem(ISSUES, preferences=[union, employers]))
    assert [(each.package["wage"], each.product) for each in solution.packages] == [("none", 1), ("four", 50)]
    assert solution.gaining == (("union",), ("employers",))


def test_where_nobody_gains_every_acceptable_package_is_a_solution(problem, prefer):
    solution = solve_nash(problem(ISSUES, preferences=[prefer("union", 0), prefer("employers", 0)]))
    assert [each.package["wage"] for each in solution.packages] == ["none", "two", "four"]
    assert solution.gaining == ((),)


def test_without_a_deal_zone_or_preferences_there_is_no_solution(problem, prefer):
    stuck = solve_nash(problem(ISSUES, preferences=[prefer("union", 1)]))
    assert isinstance(stuck.status, Infeasible)
    assert stuck.packages == ()
    assert isinstance(solve_nash(problem(ISSUES)).status, Unknown)
