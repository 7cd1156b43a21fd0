"""The axioms of the Nash solution on random small problems."""

from __future__ import annotations

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from gobetween.bargaining.deal_zones import deal_zone
from gobetween.bargaining.problems import Problem, Requirement, RequirementKind, reservation_of
from gobetween.bargaining.solutions.nash import solve_nash
from gobetween.model.preferences import Preferences, ValueBasis

OPTIONS = ("none", "half", "all")
ISSUES = {"land": OPTIONS, "water": OPTIONS}
repeatable = settings(derandomize=True, deadline=None, database=None, max_examples=50)
worths = st.fixed_dictionaries({option: st.integers(0, 6) for option in OPTIONS})


def problem_with(*preferred):
    return Problem(ISSUES, tuple(map(reservation_of, preferred)), preferences=preferred)


def party(name, land, water, reservation):
    return Preferences(name, {"land": land, "water": water}, reservation=reservation, basis=ValueBasis.ASSUMED)


problems = st.builds(
    lambda first, second: problem_with(party("first", *first), party("second", *second)),
    st.tuples(worths, worths, st.integers(0, 9)),
    st.tuples(worths, worths, st.integers(0, 9)),
)


def packages(problem):
    return [dict(each.package) for each in solve_nash(problem).packages]


@repeatable
@given(problems)
def test_it_is_efficient_within_the_deal_zone(problem):
    for solved in solve_nash(problem).packages:
        for other in deal_zone(problem).packages:
            better = [other.values[name] - solved.values[name] for name in solved.values]
            assert min(better) < 0 or max(better) == 0


@repeatable
@given(problems)
def test_it_gives_nobody_less_than_the_reservation_value(problem):
    assert all(gain >= 0 for solved in solve_nash(problem).packages for gain in solved.gains.values())


@repeatable
@given(problems, st.integers(1, 5), st.integers(-7, 7))
def test_it_does_not_depend_on_a_partys_scale(problem, factor, shift):
    first, second = problem.preferences
    land = {option: factor * value + shift for option, value in first.option_values["land"].items()}
    water = {option: factor * value for option, value in first.option_values["water"].items()}
    rescaled = problem_with(party("first", land, water, factor * first.reservation + shift), second)
    assert packages(rescaled) == packages(problem)
    gains = [[each.relative_gains for each in solve_nash(which).packages] for which in (problem, rescaled)]
    assert gains[0] == gains[1]


@repeatable
@given(worths, worths, st.integers(0, 9))
def test_it_treats_alike_parties_alike(mine, others, reservation):
    problem = problem_with(party("first", mine, others, reservation), party("second", others, mine, reservation))
    pairs = {tuple(each.gains.values()) for each in solve_nash(problem).packages}
    assert {(second, first) for first, second in pairs} == pairs


@repeatable
@given(problems)
def test_it_does_not_depend_on_the_order_of_parties(problem):
    assert packages(problem_with(*reversed(problem.preferences))) == packages(problem)


@repeatable
@given(problems, st.sampled_from(OPTIONS), st.sampled_from(OPTIONS))
def test_it_does_not_depend_on_packages_that_it_does_not_take(problem, land, water):
    dropped = {"land": land, "water": water}
    kept = [package for package in packages(problem) if package != dropped]
    never = Requirement("never", None, kind=RequirementKind.LINK, if_chosen={"land": frozenset({land}), "water": frozenset({water})})
    if kept == packages(problem):
        assert packages(evolve(problem, requirements=(*problem.requirements, never))) == kept
