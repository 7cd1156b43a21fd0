from __future__ import annotations

from fractions import Fraction

from gobetween.bargaining.deadlocks import Opening
from gobetween.bargaining.requirements import Requirement, RequirementKind
from gobetween.briefs.answers.deadlocks import cost_words

DEMAND = Requirement("d", "union", kind=RequirementKind.DEMAND, requires={"pay": frozenset({"more"})})
RESERVATION = Requirement("r", "union", kind=RequirementKind.RESERVATION, least=5)


def opening(*concessions, cost, is_worked_out=True):
    return Opening(concessions, cost=cost, count=1, packages=(), is_worked_out=is_worked_out)


def test_without_numbers_no_cost_is_told():
    assert cost_words(opening(DEMAND, cost=(0, 1))) == ""


def test_a_cost_of_more_than_one_best_package_is_no_percentage():
    assert cost_words(opening(DEMAND, cost=(0, 0, Fraction(13, 10)))) == "cost 1.30"


def test_what_cannot_be_weighed_is_counted_beside_the_cost():
    assert cost_words(opening(DEMAND, DEMAND, cost=(1, 2, Fraction(1, 2)))) == "cost 0.50, 2 not weighed"


def test_a_cost_is_the_least_that_it_can_be_until_it_is_known_how_far_a_reservation_value_must_come_down():
    assert cost_words(opening(DEMAND, RESERVATION, cost=(0, 0, Fraction(1, 2)), is_worked_out=False)) == "cost 0.50 or more"
    assert cost_words(opening(DEMAND, RESERVATION, cost=(0, 0, Fraction(1, 2)))) == "cost 0.50"
    assert cost_words(opening(DEMAND, cost=(0, 0, Fraction(1, 2)), is_worked_out=False)) == "cost 0.50"
