from __future__ import annotations

import pytest
from attrs import evolve

from gobetween.model.items import EVERYONE
from gobetween.model.sealed import Outcome
from gobetween.talks.sealing.blind_biddings import bid, join, open_bidding
from specimen_talks import AUDIENCES, SpecimenTalks, books, strait_case
from texts_and_seals_of_the_strait import DEADLINE, NUMBER, hidden_issue_case, question, strait, talks_with_a_bidding, three_sides


@pytest.fixture
def talks():
    return talks_with_a_bidding()


def bidding(talks, audience="north"):
    (found,) = talks.case(audience).biddings
    return found


def both_bid(talks, payer, payee):
    talks.act("north", bid, NUMBER, payer)
    talks.act("south", bid, NUMBER, payee)
    return {(bidding(talks, each).outcome, bidding(talks, each).settled) for each in ("north", "south", "harbour")}


def test_a_bidding_is_between_two_parties_and_who_asked_them(talks):
    assert [each for each in AUDIENCES if talks.case(each).biddings] == ["north", "south", "harbour"]
    assert (bidding(talks).by, bidding(talks).deadline_utc) == (("harbour",), DEADLINE)


@pytest.mark.parametrize(
    ("who", "asked", "says"),
    [
        ("north", question(), "for mediators"),
        ("harbour", question(payee="shipping"), "shipping is none; parties: north, south"),
        ("harbour", question(payee="moon"), "nobody you know of"),
        ("harbour", question(payee="north"), "two sides"),
        ("harbour", question(issue="fish"), "no issue 'fish' that everyone knows of"),
        ("harbour", question(issue="pilots"), "no issue 'pilots' that everyone knows of"),
        ("bridge", question(), "bridge cannot reach south"),
    ],
)
def test_what_cannot_be_bid_on_is_refused(who, asked, says):
    assert says in SpecimenTalks.opened(hidden_issue_case()).refusal(who, open_bidding, asked)


def test_a_bidding_may_be_about_an_issue_that_everyone_knows():
    assert bidding(talks_with_a_bidding(issue="toll")).issue == "toll"


def test_a_side_that_not_everyone_knows_of_is_not_named():
    case = strait()
    actors = tuple(evolve(each, holders=frozenset({"harbour", "south"}) if each.id == "south" else EVERYONE) for each in case.actors)
    talks = SpecimenTalks.opened(evolve(case, actors=actors))
    assert "not everyone knows that south has a part" in talks.refusal("harbour", open_bidding, question())


def test_mediators_who_reach_one_side_each_ask_together():
    talks = SpecimenTalks.opened(strait())
    assert "shipping is none" in talks.refusal("bridge", open_bidding, question(), together_with=("shipping",))
    talks.act("bridge", open_bidding, question(), together_with=("harbour",), name="number")
    assert talks.case("north").biddings == ()
    assert "waits for you" in talks.refusal("bridge", join, "bridge/number")
    assert "were not asked" in talks.refusal("north", bid, "bridge/number", 1)
    talks.act("harbour", join, "bridge/number")
    talks.act("north", bid, "bridge/number", 2)
    talks.act("south", bid, "bridge/number", 2)
    assert {bidding(talks, each).settled for each in ("north", "south", "bridge", "harbour")} == {2}
    assert "waits for you" in talks.refusal("harbour", join, "bridge/number")


def test_of_three_mediators_the_last_to_join_asks():
    case = strait()
    roles = tuple(evolve(each, role=case.roles[2].role) if each.actor == "shipping" else each for each in case.roles)
    talks = SpecimenTalks.opened(evolve(case, roles=roles))
    talks.act("harbour", open_bidding, question(), together_with=("bridge", "shipping"), name="number")
    talks.act("shipping", join, NUMBER)
    assert talks.case("north").biddings == ()
    talks.act("bridge", join, NUMBER)
    assert bidding(talks).by == ("harbour", "bridge", "shipping")


def test_what_is_joined_too_late_is_not_asked():
    talks = SpecimenTalks.opened(strait())
    talks.act("harbour", open_bidding, question(), together_with=("bridge",), name="number")
    talks.wait(days=2)
    assert "not ahead" in talks.refusal("bridge", join, NUMBER)


def test_a_bid_is_the_partys_own_and_can_be_changed(talks):
    before = {each: books(talks.clerk, each) for each in AUDIENCES}
    talks.act("north", bid, NUMBER, 10)
    talks.act("north", bid, NUMBER, 12)
    assert [each for each in AUDIENCES if books(talks.clerk, each) != before[each]] == ["north"]
    assert [(each.amount, each.by) for each in talks.case("north").sealed_bids] == [(12, "north")]
    assert "bid that in" in talks.refusal("north", bid, NUMBER, 12)


def test_bids_that_meet_settle_for_both_and_the_mediator(talks):
    assert both_bid(talks, 13, 10) == {(Outcome.AGREED, 11)}
    assert [each.by for each in talks.case("harbour").sealed_bids] == []
    assert "was opened: agreed" in talks.refusal("north", bid, NUMBER, 14)


def test_bids_that_do_not_meet_tell_nothing(talks):
    assert both_bid(talks, 9, 10) == {(Outcome.NO_AGREEMENT, None)}
    line = talks.journal.book("strait", "north")[-1]
    assert (line.entry.author, line.entry.body) == ("custodian", {"bidding": NUMBER, "outcome": "no agreement"})


def test_a_changed_bid_is_the_one_that_counts(talks):
    talks.act("south", bid, NUMBER, 20)
    talks.act("south", bid, NUMBER, 6)
    talks.act("north", bid, NUMBER, 9)
    assert bidding(talks).settled == 7


def test_after_the_deadline_silence_is_no_agreement(talks):
    talks.act("south", bid, NUMBER, 0)
    talks.wait(days=2)
    assert talks.view("north").case.biddings[0].outcome is Outcome.NO_AGREEMENT
    line = talks.journal.book("strait", "south")[-1]
    assert (line.entry.kind, line.entry.recorded) == ("bidding-closed.v1", DEADLINE)


def test_one_bidding_says_nothing_of_another(talks):
    talks.act("harbour", open_bidding, question(payer="south", payee="north"), name="other")
    talks.act("north", bid, "harbour/other", 3)
    talks.act("south", bid, NUMBER, 1)
    assert {each.id: each.outcome for each in talks.case("harbour").biddings} == {NUMBER: None, "harbour/other": None}


def test_only_who_was_asked_bids():
    talks = talks_with_a_bidding(three_sides())
    hidden = talks.refusal("west", bid, NUMBER, 1)
    assert hidden == talks.refusal("west", bid, "harbour/nothing", 1).replace("nothing", "number")
    assert "for parties" in talks.refusal("bridge", bid, NUMBER, 1)


def test_a_principal_leaves_the_bidding_to_its_delegation():
    talks = talks_with_a_bidding(strait(principals=strait_case().principals))
    assert "for the delegation" in talks.refusal("north", bid, NUMBER, 1, principal="north-head")
