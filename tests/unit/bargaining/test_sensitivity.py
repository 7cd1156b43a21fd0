from __future__ import annotations

from fractions import Fraction

import pytest
from attrs import evolve

from gobetween.bargaining.kernels.enumeration import ENUMERATION
from gobetween.bargaining.recommending import Number, Rule
from gobetween.bargaining.results import Feasible, Optimal, Unknown
from gobetween.bargaining.sensitivity import NO_PRODUCT, TippingPoint, sensitivity
from gobetween.model.errors import InvalidCase
from gobetween.model.preferences import ValueBasis, ValueLink

ISSUES = {"front": "near far"}
NEAR, FAR = {"front": "near"}, {"front": "far"}
ASSUMED = ValueBasis.ASSUMED


@pytest.fixture
def divided(problem, prefer):
    """North gains 4 or 2, south 3 or 5: the product is 12 for near, 10 for far."""
    return problem(
        ISSUES, preferences=[prefer("north", 0, front={"near": 4, "far": 2}), prefer("south", 0, front={"near": 3, "far": 5})]
    )


def points(found):
    return {(each.number.party, each.number.option): each.change for each in found.tipping_points if each.change > 0}


def test_it_tips_where_another_product_of_gains_is_greater(divided):
    found = sensitivity(divided, NEAR)
    assert found.status == Optimal()
    assert points(found) == {("north", "far"): 1, ("south", "far"): 2, ("south", None): 2}
    assert found.tipping_points[0] == TippingPoint(
        Number("south", 3, basis=ASSUMED, issue="front", option="near"), -1, share=Fraction(-1, 5), instead=FAR
    )


def test_the_smallest_share_of_the_partys_best_comes_first(divided):
    shares = [abs(each.share) for each in sensitivity(divided, NEAR).tipping_points]
    assert shares == sorted(shares)
    assert shares[0] < shares[-1]


def test_a_package_that_stops_being_acceptable_leaves_nothing_in_its_place(problem, prefer):
    alone = problem({"front": "near"}, preferences=[prefer("north", 2, front={"near": 4})])
    found = sensitivity(alone, NEAR, Rule.ACCEPTABLE)
    reservation, near = (Number("north", 2, basis=ASSUMED), Number("north", 4, basis=ASSUMED, issue="front", option="near"))
    assert found.tipping_points == (
        TippingPoint(reservation, 3, share=Fraction(3, 4)),
        TippingPoint(near, -3, share=Fraction(-3, 4)),
    )
    assert found.steady == ()


def test_value_links_are_numbers_too(problem, prefer):
    linked = evolve(prefer("north", 0, front={"near": 4, "far": 3}), links=(ValueLink({"front": frozenset({"near"})}, 1),))
    found = sensitivity(problem(ISSUES, preferences=[linked]), NEAR)
    assert [each.change for each in found.tipping_points if each.number.link == 0] == [-3]


def test_only_numbers_of_the_bases_in_question_are_doubted(divided, prefer):
    north, south = divided.preferences
    told = evolve(divided, preferences=(north, evolve(south, basis=ValueBasis.ENTRUSTED)))
    assert {each.number.party for each in sensitivity(told, NEAR).tipping_points} == {"north"}
    both = sensitivity(told, NEAR, bases=tuple(ValueBasis))
    assert {each.number.party for each in both.tipping_points} == {"north", "south"}
    assert sensitivity(told, NEAR, bases=(ValueBasis.REPORTED,)).status == Unknown("no number here is reported")


def test_what_the_rule_does_not_recommend_is_refused_with_what_it_does(divided):
    found = sensitivity(divided, FAR)
    assert (found.status, found.instead) == (Unknown("the rule 'nash' does not recommend this package"), NEAR)


def test_where_not_all_can_gain_nash_has_no_product_that_could_tip(problem, prefer):
    idle, south = prefer("north", 0, front={"near": 0, "far": 0}), prefer("south", 0, front={"near": 3, "far": 5})
    found = sensitivity(problem(ISSUES, preferences=[idle, south]), FAR)
    assert (found.status, found.instead) == (Unknown(NO_PRODUCT), None)


def test_a_package_has_to_be_whole_and_of_this_problem(divided):
    assert sensitivity(divided, {}).status == Unknown("the package says nothing on front")
    with pytest.raises(InvalidCase, match="takes 'middle' on 'front'"):
        sensitivity(divided, {"front": "middle"})


def test_without_somebodys_preferences_nothing_is_known(divided):
    assert sensitivity(evolve(divided, parties=("north", "west")), NEAR).status == Unknown("no preferences are known of west")


def test_a_search_that_is_stopped_gives_what_it_found(divided):
    found = sensitivity(divided, NEAR, watch=lambda progress: progress.stage != "numbers" or progress.done < 2)
    assert (found.status, found.looked_at, found.of) == (Feasible(), 2, 6)
    assert {each.number.party for each in found.tipping_points} == {"north"}


def test_it_tips_in_the_midst_where_what_others_could_gain_at_most_falls(problem, prefer):
    north = prefer("north", 0, front={"near": 0, "far": 8, "none": 3})
    south = prefer("south", 2, front={"near": 8, "far": 3, "none": 6})
    found = sensitivity(problem({"front": "near far none"}, preferences=[north, south]), FAR, Rule.UTILITARIAN)
    (point,) = (each for each in found.tipping_points if each.number == Number("north", 0, basis=ASSUMED) and each.change > 0)
    assert (point.change, point.instead) == (1, {"front": "none"})


@pytest.mark.parametrize("rule", list(Rule))
def test_searches_without_proof_are_said_to_be_none(divided, rule):
    class Hesitant:
        name = "hesitant"

        def search(self, *asked, **more):
            return evolve(ENUMERATION.search(*asked, **more), is_proven=False)

    exact, hesitant = sensitivity(divided, NEAR, rule), sensitivity(divided, NEAR, rule, kernel=Hesitant())
    assert hesitant.tipping_points == exact.tipping_points
    assert hesitant.status == (
        Optimal() if rule is Rule.ACCEPTABLE else exact.status if isinstance(exact.status, Unknown) else Feasible()
    )
