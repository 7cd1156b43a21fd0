"""Solution concepts on worked examples from papers, with the answers that the papers give, by both kernels."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest

from gobetween.bargaining.kernels.enumeration import ENUMERATION
from gobetween.bargaining.kernels.layered.kernel import LAYERED
from gobetween.bargaining.problems import Problem, reservation_of
from gobetween.bargaining.solutions.egalitarian import solve_egalitarian
from gobetween.bargaining.solutions.kalai_smorodinsky import solve_kalai_smorodinsky
from gobetween.bargaining.solutions.leximin import solve_leximin
from gobetween.bargaining.solutions.nash import solve_nash
from gobetween.bargaining.solutions.utilitarian import solve_utilitarian
from gobetween.model.preferences import Preferences, ValueBasis

pytestmark = pytest.mark.parametrize("kernel", [ENUMERATION, LAYERED], ids=lambda kernel: kernel.name)


def points(vectors, names=("first", "second", "third")):
    """A problem of one issue with an option for each vector of values, all with nothing to lose."""
    options = [",".join(map(str, vector)) for vector in vectors]
    preferences = tuple(
        Preferences(
            name,
            {"point": {option: vector[at] for option, vector in zip(options, vectors, strict=True)}},
            reservation=0,
            basis=ValueBasis.REPORTED,
        )
        for at, name in zip(range(len(vectors[0])), names, strict=False)
    )
    return Problem({"point": tuple(options)}, tuple(map(reservation_of, preferences)), preferences=preferences)


def gains(solution):
    return [tuple(each.gains.values()) for each in solution.packages]


def test_more_to_share_can_give_a_party_less_by_nash_and_not_by_kalai_and_smorodinsky(kernel):
    # Kalai and Smorodinsky (1975), Other Solutions to Nash's Bargaining Problem, Econometrica 43, section 2: the hulls of
    # (0, 1), (3/4, 3/4), (1, 0) and of (0, 1), (1, 0.7), (1, 0); the second holds more at every gain of the first party, yet
    # Nash's solution gives the second party 3/4 in the first, 0.7 in the second. Here their frontiers in steps, times 1,200
    # and 1,300.
    small = [(12 * at, 1200 - 4 * at) for at in range(76)] + [(900 + 4 * at, 900 - 12 * at) for at in range(1, 76)]
    large = [(100 * at, 1300 - 30 * at) for at in range(14)]
    assert gains(solve_nash(points(small), kernel=kernel)) == [(900, 900)]
    assert gains(solve_nash(points(large), kernel=kernel)) == [(1300, 910)]
    assert gains(solve_kalai_smorodinsky(points(small), kernel=kernel)) == [(900, 900)]
    (package,) = solve_kalai_smorodinsky(points(large), kernel=kernel).packages
    assert package.relative_gains == {"first": Fraction(10, 13), "second": Fraction(10, 13)}


def test_an_estate_is_shared_equally_or_by_claims(kernel):
    # Dagan and Volij (1993), The bankruptcy problem: a cooperative bargaining approach, Mathematical Social Sciences 26: Nash's
    # solution of the bargaining problem of an estate is the constrained equal award, Kalai and Smorodinsky's the award in
    # proportion to claims cut off at the estate. Claims 100, 200, 300 as in the Talmud, in steps of 20.
    def estate(whole):
        shares = product(range(0, 101, 20), range(0, 201, 20), range(0, 301, 20))
        return points([each for each in shares if sum(each) <= whole])

    assert gains(solve_nash(estate(300), kernel=kernel)) == [(100, 100, 100)]
    assert gains(solve_leximin(estate(300), kernel=kernel)) == [(100, 100, 100)]
    assert gains(solve_kalai_smorodinsky(estate(360), kernel=kernel)) == [(60, 120, 180)]
    assert gains(solve_nash(estate(460), kernel=kernel)) == [(100, 180, 180)]
    assert gains(solve_kalai_smorodinsky(estate(200), kernel=kernel)) == [(40, 80, 80)]


def test_the_least_may_be_equal_while_others_could_have_more(kernel):
    # Kalai (1977), Proportional Solutions to Bargaining Situations, Econometrica 45: the proportional point need not be efficient
    # where gains are not transferable; Imai (1983), Econometrica 51, and leximin go on to what others can have.
    stairs = points([(2, 2, 2), (2, 2, 5), (2, 4, 3), (1, 9, 9)])
    assert gains(solve_egalitarian(stairs, kernel=kernel)) == [(2, 2, 2), (2, 2, 5), (2, 4, 3)]
    assert gains(solve_leximin(stairs, kernel=kernel)) == [(2, 4, 3)]
    assert gains(solve_egalitarian(stairs, weights={"second": 2}, kernel=kernel)) == [(2, 4, 3)]


def test_relative_utilitarianism_adds_what_is_normalised(kernel):
    # Dhillon and Mertens (1999), Relative Utilitarianism, Econometrica 67: utilities run from 0 to 1, so that nobody's scale counts.
    three = points([(0, 10, 10), (100, 0, 0), (60, 6, 0)])
    (package,) = solve_utilitarian(three, kernel=kernel).packages
    assert (tuple(package.gains.values()), package.score) == ((0, 10, 10), 2)
    assert gains(solve_utilitarian(three, weights={"first": 1}, kernel=kernel)) == [(100, 0, 0)]
