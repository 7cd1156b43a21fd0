from __future__ import annotations

import pytest

from gobetween.bargaining.demands import current_positions, positions_required
from gobetween.bargaining.requirements import RequirementKind
from gobetween.model.evidence import Stance


def ids(items):
    return [item.id for item in items]


def required(case):
    return [(each.owner, each.kind.value, dict(each.if_chosen), dict(each.requires)) for each in positions_required(case)]


def test_a_later_position_replaces_an_earlier_one_on_the_same_issue(case, position):
    talks = case(position("was", "union", Stance.DEMAND, "four", day=1), position("is", "union", Stance.DEMAND, "two", day=2))
    assert ids(current_positions(talks)) == ["is"]


def test_positions_of_one_day_are_in_force_together(case, position):
    talks = case(position("a", "union", Stance.DEMAND, "four", day=2), position("b", "union", Stance.REJECT, "none", day=2))
    assert ids(current_positions(talks)) == ["a", "b"]


def test_another_actor_or_another_issue_replaces_nothing(case, position):
    talks = case(
        position("a", "union", Stance.DEMAND, "four", day=1),
        position("b", "employers", Stance.DEMAND, "none", day=2),
        position("c", "union", Stance.DEMAND, "short", day=3, issue="hours"),
    )
    assert ids(current_positions(talks)) == ["a", "b", "c"]


def test_without_a_date_the_day_it_became_known_counts(case, position):
    talks = case(position("later", "union", Stance.DEMAND, "two", known=5), position("was", "union", Stance.DEMAND, "four", day=1))
    assert ids(current_positions(talks)) == ["later"]


def test_what_has_no_date_at_all_neither_replaces_nor_is_replaced(case, position):
    talks = case(position("undated", "union", Stance.DEMAND, "two"), position("dated", "union", Stance.DEMAND, "four", day=1))
    assert ids(current_positions(talks)) == ["undated", "dated"]


def test_a_threat_or_conduct_after_a_deal_does_not_withdraw_a_demand(case, position):
    talks = case(
        position("demand", "union", Stance.DEMAND, "four", day=1),
        position("threat", "union", Stance.THREATEN, day=2),
        position("after", "union", Stance.REJECT, "two", day=3, after_deal=True),
    )
    assert ids(current_positions(talks)) == ["demand", "threat", "after"]
    assert required(talks) == [("union", "demand", {}, {"wage": {"four"}})]


def test_positions_on_no_issue_stay_in_force(case, position):
    talks = case(position("a", "union", Stance.DEMAND, day=1, issue=None), position("b", "union", Stance.DEMAND, day=2, issue=None))
    assert ids(current_positions(talks)) == ["a", "b"]
    assert required(talks) == []


@pytest.mark.parametrize("stance", [Stance.DEMAND, Stance.OFFER, Stance.ACCEPT, Stance.SUPPORT, Stance.CONDITIONAL])
def test_asking_for_options_requires_one_of_them(case, position, stance):
    talks = case(position("a", "union", stance, "two four"))
    assert required(talks) == [("union", "demand", {}, {"wage": {"two", "four"}})]


@pytest.mark.parametrize("stance", [Stance.REJECT, Stance.OPPOSE])
def test_rejecting_options_excludes_them(case, position, stance):
    talks = case(position("a", "union", stance, "none"))
    assert required(talks) == [("union", "demand", {"wage": {"none"}}, {})]


@pytest.mark.parametrize("stance", [Stance.CLAIM, Stance.DENY, Stance.THREATEN, Stance.PENDING, Stance.DROPPED_DEMAND])
def test_other_stances_require_nothing(case, position, stance):
    assert required(case(position("a", "union", stance, "two", is_red_line=True))) == []


def test_positions_without_options_require_nothing(case, position):
    assert required(case(position("a", "union", Stance.DEMAND))) == []


def test_an_actor_whose_consent_is_not_needed_requires_nothing(case, position):
    talks = case(
        position("a", "city", Stance.DEMAND, "two"),
        position("b", "union", Stance.DEMAND, "open", issue="quay"),
        position("c", "port", Stance.DEMAND, "open", issue="quay"),
    )
    assert required(talks) == [("port", "demand", {}, {"quay": {"open"}})]


def test_a_red_line_outlives_later_positions_that_do_not_cross_it(case, position):
    talks = case(
        position("line", "union", Stance.REJECT, "none", day=1, is_red_line=True),
        position("now", "union", Stance.DEMAND, "two", day=2),
    )
    assert ids(current_positions(talks)) == ["line", "now"]
    assert [each.kind for each in positions_required(talks)] == [RequirementKind.RED_LINE, RequirementKind.DEMAND]


@pytest.mark.parametrize(
    ("line", "lifting"),
    [
        ((Stance.REJECT, "none"), (Stance.ACCEPT, "none two")),
        ((Stance.DEMAND, "four"), (Stance.OFFER, "two")),
        ((Stance.REJECT, "none"), (Stance.DROPPED_DEMAND, "")),
    ],
)
def test_a_red_line_falls_when_its_actor_later_accepts_what_it_excludes_or_drops_it(case, position, line, lifting):
    talks = case(position("line", "union", *line, day=1, is_red_line=True), position("now", "union", *lifting, day=2))
    assert ids(current_positions(talks)) == ["now"]


def test_a_red_line_on_an_issue_that_is_not_open_excludes_nothing_known(case, position):
    talks = case(
        position("line", "union", Stance.DEMAND, "x", day=1, is_red_line=True, issue="hidden"),
        position("now", "union", Stance.ACCEPT, "y", day=2, issue="hidden"),
    )
    assert ids(current_positions(talks)) == ["line", "now"]
    assert required(talks) == []


def test_positions_that_say_the_same_make_one_requirement_and_a_red_line_wins(case, position):
    talks = case(
        position("a", "union", Stance.DEMAND, "four", day=2),
        position("b", "union", Stance.SUPPORT, "four", day=2, is_red_line=True),
        position("c", "employers", Stance.DEMAND, "four", day=2),
    )
    first, second = positions_required(talks)
    assert (first.id, first.kind, first.items) == ("positions/a", RequirementKind.RED_LINE, ("a", "b"))
    assert second.owner == "employers"


@pytest.mark.parametrize("taking", [Stance.ACCEPT, Stance.CONDITIONAL])
@pytest.mark.parametrize("asking", [Stance.DEMAND, Stance.OFFER, Stance.ACCEPT, Stance.CONDITIONAL])
def test_who_accepts_less_could_still_live_with_what_it_once_asked_for(case, position, taking, asking):
    talks = case(position("was", "union", asking, "four", day=1), position("is", "union", taking, "two", day=2))
    assert required(talks) == [("union", "demand", {}, {"wage": {"two", "four"}})]
    assert positions_required(talks)[0].items == ("is", "was")


@pytest.mark.parametrize("asking", [Stance.DEMAND, Stance.OFFER])
def test_who_asks_anew_asks_for_no_more_than_it_says(case, position, asking):
    talks = case(position("was", "union", Stance.DEMAND, "four", day=1), position("is", "union", asking, "two", day=2))
    assert required(talks) == [("union", "demand", {}, {"wage": {"two"}})]


@pytest.mark.parametrize("refusing", [Stance.REJECT, Stance.OPPOSE])
def test_what_was_refused_since_is_not_what_an_actor_could_live_with(case, position, refusing):
    talks = case(
        position("was", "union", Stance.OFFER, "none", day=1),
        position("no", "union", refusing, "none", day=2),
        position("is", "union", Stance.ACCEPT, "two", day=3),
    )
    assert required(talks) == [("union", "demand", {}, {"wage": {"two"}})]


def test_an_acceptance_that_is_declared_final_is_taken_at_its_word(case, position):
    talks = case(
        position("was", "union", Stance.DEMAND, "four", day=1), position("is", "union", Stance.ACCEPT, "two", day=2, is_red_line=True)
    )
    assert required(talks) == [("union", "red line", {}, {"wage": {"two"}})]


def test_what_others_or_other_issues_or_undated_positions_ask_for_adds_nothing_to_an_acceptance(case, position):
    talks = case(
        position("a", "employers", Stance.DEMAND, "none", day=1),
        position("b", "union", Stance.DEMAND, "short", day=1, issue="hours"),
        position("c", "union", Stance.THREATEN, "none", day=1),
        position("d", "union", Stance.DEMAND, "none", day=1, after_deal=True),
        position("is", "union", Stance.ACCEPT, "two", day=2),
    )
    assert ("union", "demand", {}, {"wage": {"two"}}) in required(talks)
