"""The axioms of the solution concepts beside Nash's, on random small problems, by both kernels.

Only those that hold on finitely many packages without lotteries: Kalai-Smorodinsky's monotonicity holds of the least relative gain,
not of every party's gain; the egalitarian solution is efficient only weakly.
"""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from gobetween.bargaining.deal_zones import deal_zone
from gobetween.bargaining.kernels.enumeration import ENUMERATION
from gobetween.bargaining.kernels.layered.kernel import LAYERED
from gobetween.bargaining.problems import Problem, reservation_of
from gobetween.bargaining.solutions.egalitarian import solve_egalitarian
from gobetween.bargaining.solutions.kalai_smorodinsky import solve_kalai_smorodinsky
from gobetween.bargaining.solutions.leximin import solve_leximin
from gobetween.bargaining.solutions.nash import solve_nash
from gobetween.bargaining.solutions.utilitarian import solve_utilitarian
from gobetween.model.preferences import Preferences
from strategies.small_problems import small_problem

repeatable = settings(derandomize=True, deadline=None, database=None, max_examples=15)
chances = st.randoms(use_true_random=False)
kernels = pytest.mark.parametrize("kernel", [ENUMERATION, LAYERED], ids=lambda kernel: kernel.name)
EFFICIENT = (solve_kalai_smorodinsky, solve_leximin, solve_utilitarian, solve_nash)
ALL = (*EFFICIENT, solve_egalitarian)
SCALE_FREE = (solve_kalai_smorodinsky, solve_utilitarian, solve_nash)


def with_a_zone(random, parties=2):
    """Some problem with a deal zone: reservation values lowered to a package's where there is none."""
    problem = small_problem(random, parties=parties, most_issues=3)
    firm = problem.acceptance & ~problem.bits(*{each.kind for each in problem.requirements if each.least is not None})
    choice = ENUMERATION.find_package(problem, problem.acceptance) or ENUMERATION.find_package(problem, firm)
    if choice is None:
        return None
    package = {issue: options[at] for (issue, options), at in zip(problem.issues.items(), choice, strict=True)}
    return replaced(problem, [evolve(each, reservation=min(each.reservation, each.value(package))) for each in problem.preferences])


def replaced(problem, preferences):
    """The problem with other preferences of the same parties in any order, and their reservation values."""
    stated = [each for each in problem.requirements if each.least is None]
    return Problem(problem.issues, (*stated, *map(reservation_of, preferences)), preferences=tuple(preferences))


def rescaled(preferences, factor, shift):
    """The party's values times a factor, and all packages worth so much more; needs an issue to put that on."""
    first = next(iter(preferences.option_values))
    values = {
        issue: {option: factor * value + (shift if issue == first else 0) for option, value in options.items()}
        for issue, options in preferences.option_values.items()
    }
    links = tuple(evolve(link, value=factor * link.value) for link in preferences.links)
    return Preferences(
        preferences.party, values, reservation=factor * preferences.reservation + shift, links=links, basis=preferences.basis
    )


def chosen(solution):
    return [dict(each.package) for each in solution.packages]


@kernels
@repeatable
@given(chances)
def test_nobody_gets_less_than_the_reservation_value(kernel, random):
    problem = with_a_zone(random, random.randint(1, 4))
    for concept in ALL if problem else ():
        solution = concept(problem, kernel=kernel)
        assert solution.packages
        assert all(gain >= 0 for each in solution.packages for gain in each.gains.values())


@kernels
@repeatable
@given(chances)
def test_no_acceptable_package_is_better_for_one_and_worse_for_none(kernel, random):
    problem = with_a_zone(random, random.randint(1, 4))
    zone = [each.values for each in deal_zone(problem, shown=10**6, kernel=ENUMERATION).packages] if problem else []
    for concept in EFFICIENT if problem else ():
        for solved in concept(problem, kernel=kernel).packages:
            counted = [party for party, gain in solved.values.items() if can_gain(zone, party)]
            for other in zone:
                differences = [other[party] - solved.values[party] for party in counted]
                assert min(differences, default=0) < 0 or max(differences, default=0) == 0


def can_gain(zone, party):
    return max(values[party] for values in zone) > min(values[party] for values in zone)


@kernels
@repeatable
@given(chances)
def test_the_egalitarian_solution_cannot_be_bettered_for_all(kernel, random):
    problem = with_a_zone(random, random.randint(1, 4))
    zone = [each.values for each in deal_zone(problem, shown=10**6, kernel=ENUMERATION).packages] if problem else []
    for solved in solve_egalitarian(problem, kernel=kernel).packages if problem else ():
        assert not any(all(other[party] > value for party, value in solved.values.items()) for other in zone)


@kernels
@repeatable
@given(chances)
def test_leximin_is_among_the_egalitarian_packages(kernel, random):
    problem = with_a_zone(random, random.randint(1, 4))
    if problem:
        wide = chosen(solve_egalitarian(problem, kernel=kernel))
        assert all(package in wide for package in chosen(solve_leximin(problem, kernel=kernel)))


@kernels
@repeatable
@given(chances, st.integers(1, 5), st.integers(-7, 7))
def test_parts_of_greatest_gains_do_not_depend_on_anybodys_scale(kernel, random, factor, shift):
    problem = with_a_zone(random)
    if not problem or not problem.issues:
        return
    first, *others = problem.preferences
    other = replaced(problem, [rescaled(first, factor, shift), *others])
    for concept in SCALE_FREE:
        assert chosen(concept(other, kernel=kernel)) == chosen(concept(problem, kernel=kernel))


@kernels
@repeatable
@given(chances, st.integers(1, 5), st.integers(-7, 7))
def test_gains_in_own_numbers_do_not_depend_on_a_common_scale_or_anybodys_zero(kernel, random, factor, shift):
    problem = with_a_zone(random)
    if not problem or not problem.issues:
        return
    first, *others = problem.preferences
    other = replaced(problem, [rescaled(first, factor, shift), *(rescaled(each, factor, 0) for each in others)])
    for concept in (solve_egalitarian, solve_leximin):
        assert chosen(concept(other, kernel=kernel)) == chosen(concept(problem, kernel=kernel))


@kernels
@repeatable
@given(chances)
def test_the_order_of_parties_changes_nothing(kernel, random):
    problem = with_a_zone(random, 3)
    for concept in ALL if problem else ():
        assert chosen(concept(replaced(problem, problem.preferences[::-1]), kernel=kernel)) == chosen(concept(problem, kernel=kernel))


@kernels
@repeatable
@given(chances)
def test_parties_that_are_alike_may_change_places(kernel, random):
    problem = with_a_zone(random, 1)
    if not problem or not problem.issues:
        return
    (mine,) = problem.preferences
    turned = {issue: dict(zip(values, reversed(values.values()), strict=True)) for issue, values in mine.option_values.items()}
    one = evolve(mine, links=(), reservation=-(10**4))
    alike = Problem(
        problem.issues,
        tuple(map(reservation_of, pair := (one, evolve(one, party="other", option_values=turned)))),
        preferences=pair,
    )
    for concept in ALL:
        pairs = {tuple(each.gains.values()) for each in concept(alike, kernel=kernel).packages}
        assert {(second, first) for first, second in pairs} == pairs


@kernels
@repeatable
@given(chances)
def test_with_fewer_packages_what_was_best_and_stays_is_best(kernel, random):
    """Independence of irrelevant alternatives, which holds of whatever makes a score great that looks at the package alone."""
    problem = with_a_zone(random)
    if not problem or not problem.issues:
        return
    for concept in (solve_nash, solve_egalitarian, solve_leximin):
        before = chosen(concept(problem, kernel=kernel))
        kept = {issue: (options[-1], before[0][issue]) for issue, options in problem.issues.items()}
        narrow = problem.narrowed(kept)
        left = [package for package in before if all(option in narrow.issues[issue] for issue, option in package.items())]
        assert [package for package in chosen(concept(narrow, kernel=kernel)) if package in before] == left


@kernels
@repeatable
@given(chances)
def test_with_more_packages_and_the_same_ideal_point_the_least_relative_gain_does_not_fall(kernel, random):
    problem = with_a_zone(random)
    if not problem or not problem.issues:
        return
    wide = solve_kalai_smorodinsky(problem, kernel=kernel)
    narrow = problem.narrowed({issue: options[: random.randint(1, len(options))] for issue, options in problem.issues.items()})
    few = solve_kalai_smorodinsky(narrow, kernel=kernel)
    if few.packages and few.greatest_gains == wide.greatest_gains and any(wide.greatest_gains.values()):
        assert few.packages[0].score[0] <= wide.packages[0].score[0]
        assert few.packages[0].score <= wide.packages[0].score


@kernels
@repeatable
@given(chances)
def test_with_more_packages_the_least_gain_does_not_fall(kernel, random):
    problem = with_a_zone(random)
    if not problem or not problem.issues:
        return
    narrow = problem.narrowed({issue: options[: random.randint(1, len(options))] for issue, options in problem.issues.items()})
    few, many = solve_egalitarian(narrow, kernel=kernel), solve_egalitarian(problem, kernel=kernel)
    if few.packages:
        assert few.packages[0].score <= many.packages[0].score
