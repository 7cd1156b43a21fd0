from __future__ import annotations

import pytest
from attrs import evolve

from gobetween.bargaining.demands import current_positions, positions_required
from gobetween.bargaining.requirements import RequirementKind
from gobetween.model.evidence import Stance
from gobetween.model.positions import Series


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


def in_series(position, series, **changes):
    return evolve(position, series=series, **changes)


PRIVATE = [Series.BOTTOM_LINE, Series.STATED, Series.ENTRUSTED]


@pytest.mark.parametrize("series", PRIVATE)
def test_a_later_public_statement_replaces_nothing_private(case, position, series):
    private = in_series(position("private", "union", Stance.ACCEPT, "two", day=1), series)
    public = in_series(position("public", "union", Stance.DEMAND, "four", day=2), Series.PUBLIC)
    assert ids(current_positions(case(private, public))) == ["private", "public"]


def test_a_later_stated_position_leaves_the_bottom_line_where_it_is(case, position):
    bottom = in_series(position("bottom", "union", Stance.ACCEPT, "two", day=1), Series.BOTTOM_LINE)
    stated = in_series(position("stated", "union", Stance.DEMAND, "four", day=2), Series.STATED)
    talks = case(bottom, stated)
    assert ids(current_positions(talks)) == ["bottom", "stated"]
    assert required(talks) == [("union", "demand", {}, {"wage": {"two", "four"}})]


@pytest.mark.parametrize("series", PRIVATE)
def test_whoever_holds_what_is_private_reckons_with_it_instead_of_the_public_demand(case, position, series):
    private = in_series(position("private", "union", Stance.DEMAND, "two", day=1), series)
    public = in_series(position("public", "union", Stance.DEMAND, "four", day=2), Series.PUBLIC)
    assert required(case(private, public)) == [("union", "demand", {}, {"wage": {"two"}})]
    assert required(case(public)) == [("union", "demand", {}, {"wage": {"four"}})]


def test_a_bottom_line_is_met_by_more_than_it_too_though_more_was_asked_later(case, position):
    bottom = in_series(position("bottom", "union", Stance.ACCEPT, "two", day=1), Series.BOTTOM_LINE)
    public = in_series(position("public", "union", Stance.DEMAND, "four", day=5), Series.PUBLIC)
    undated = in_series(position("undated", "union", Stance.DEMAND, "none"), Series.REPORTED)
    assert required(case(bottom, public, undated)) == [("union", "demand", {}, {"wage": {"none", "two", "four"}})]


def test_what_was_refused_since_it_was_asked_is_not_met_by_a_bottom_line(case, position):
    bottom = in_series(position("bottom", "union", Stance.ACCEPT, "two", day=3), Series.BOTTOM_LINE)
    asked = in_series(position("asked", "union", Stance.DEMAND, "none", day=1), Series.PUBLIC)
    refused = in_series(position("refused", "union", Stance.REJECT, "none", day=2), Series.PUBLIC)
    assert ("union", "demand", {}, {"wage": {"two"}}) in required(case(bottom, asked, refused))


def test_a_public_refusal_counts_beside_a_private_demand(case, position):
    private = in_series(position("private", "union", Stance.DEMAND, "two", day=1), Series.STATED)
    public = in_series(position("public", "union", Stance.REJECT, "none", day=2), Series.PUBLIC)
    assert required(case(private, public)) == [
        ("union", "demand", {}, {"wage": {"two"}}),
        ("union", "demand", {"wage": {"none"}}, {}),
    ]


def test_a_private_refusal_leaves_the_public_demand_in_place(case, position):
    private = in_series(position("private", "union", Stance.REJECT, "none", day=1, is_red_line=True), Series.ENTRUSTED)
    public = in_series(position("public", "union", Stance.DEMAND, "four", day=2), Series.PUBLIC)
    assert required(case(private, public)) == [
        ("union", "red line", {"wage": {"none"}}, {}),
        ("union", "demand", {}, {"wage": {"four"}}),
    ]


def test_a_demand_that_is_dropped_in_public_leaves_a_private_red_line_in_place(case, position):
    private = in_series(position("private", "union", Stance.REJECT, "none", day=1, is_red_line=True), Series.ENTRUSTED)
    public = in_series(position("public", "union", Stance.DROPPED_DEMAND, "four", day=2), Series.PUBLIC)
    assert required(case(private, public)) == [("union", "red line", {"wage": {"none"}}, {})]


def test_a_public_red_line_counts_for_who_holds_the_bottom_line_unless_that_lifts_it(case, position):
    public = in_series(position("public", "union", Stance.REJECT, "none", day=2, is_red_line=True), Series.PUBLIC)
    above = in_series(position("bottom", "union", Stance.ACCEPT, "two", day=1), Series.BOTTOM_LINE)
    below = in_series(position("bottom", "union", Stance.ACCEPT, "none two", day=1), Series.BOTTOM_LINE)
    assert ("union", "red line", {"wage": {"none"}}, {}) in required(case(public, above))
    assert required(case(public, below)) == [("union", "demand", {}, {"wage": {"none", "two"}})]


def test_words_without_options_in_private_take_nothing_from_the_public_demand(case, position):
    private = in_series(position("private", "union", Stance.DEMAND, day=1), Series.STATED)
    public = in_series(position("public", "union", Stance.DEMAND, "four", day=2), Series.PUBLIC)
    assert required(case(private, public)) == [("union", "demand", {}, {"wage": {"four"}})]


@pytest.mark.parametrize("series", [Series.BOTTOM_LINE, Series.STATED])
def test_of_one_day_the_last_entered_counts_where_the_talks_keep_the_series(case, position, series):
    first = in_series(position("first", "union", Stance.DEMAND, "four", day=1), series)
    last = in_series(position("last", "union", Stance.DEMAND, "two", day=1), series)
    beside = in_series(position("beside", "union", Stance.REJECT, "none", day=1), series)
    assert ids(current_positions(case(first, beside, last))) == ["beside", "last"]
