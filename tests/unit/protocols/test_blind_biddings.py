from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from gobetween.model.errors import ProtocolViolation
from gobetween.model.sealed import Outcome
from gobetween.protocols.acts import Moment
from gobetween.protocols.blind_biddings import (
    HIGHEST_BID,
    BiddingClosed,
    BiddingDrafted,
    BiddingJoined,
    BiddingOpened,
    BidSealed,
    Question,
    after,
    bid,
    closing_of,
)

NOW = dt.datetime(2031, 3, 1, 9, tzinfo=dt.UTC)
DEADLINE = dt.datetime(2031, 3, 2, 9, tzinfo=dt.UTC)
QUESTION = Question("A passage", "crowns", by=("harbour",), payer="north", payee="south", issue="toll", deadline_utc=DEADLINE)


def at(moment=NOW, author="harbour"):
    return Moment(author, moment)


def opened(**changes):
    return after(None, BiddingOpened("harbour/n", evolve(QUESTION, **changes)), at())


def bids(amount, by="north", state=None, bidding=None, moment=NOW):
    return bid(state, bidding or opened(), BidSealed(f"{by}/b", "harbour/n", by, amount), at(moment, by))


def test_a_bidding_says_who_pays_whom_for_what():
    bidding = opened()
    assert (bidding.question, bidding.unit, bidding.by, bidding.payer, bidding.payee, bidding.issue) == (
        "A passage",
        "crowns",
        ("harbour",),
        "north",
        "south",
        "toll",
    )
    assert (bidding.outcome, bidding.settled, bidding.deadline_utc) == (None, None, DEADLINE)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"payee": "north"}, "two sides"),
        ({"question": ""}, "which number"),
        ({"unit": ""}, "which number"),
        ({"deadline_utc": NOW}, "not ahead"),
    ],
)
def test_what_is_no_bidding_is_not_opened(changes, says):
    with pytest.raises(ProtocolViolation, match=says):
        opened(**changes)


def test_a_bidding_is_opened_once():
    with pytest.raises(ProtocolViolation, match="already"):
        after(opened(), BiddingOpened("harbour/n", QUESTION), at())


def test_a_bid_can_be_changed_while_the_bidding_is_open():
    first = bids(10)
    second = bids(12, state=first)
    assert (first.amount, second.amount, second.owner) == (10, 12, "north")
    with pytest.raises(ProtocolViolation, match="bid that in 'harbour/n' already"):
        bids(12, state=second)


@pytest.mark.parametrize("amount", [-1, HIGHEST_BID + 1])
def test_a_bid_is_a_number_within_reason(amount):
    with pytest.raises(ProtocolViolation, match="from 0 to"):
        bids(amount)


@pytest.mark.parametrize("amount", [0, HIGHEST_BID])
def test_the_least_and_the_highest_bid_can_be_made(amount):
    assert bids(amount).amount == amount


def test_only_the_two_sides_bid():
    with pytest.raises(ProtocolViolation, match="not put to west"):
        bids(1, by="west")


def test_nobody_bids_after_the_deadline_or_the_opening():
    with pytest.raises(ProtocolViolation, match="has passed"):
        bids(1, moment=DEADLINE)
    with pytest.raises(ProtocolViolation, match="was opened"):
        bids(1, bidding=evolve(opened(), outcome=Outcome.AGREED, settled=9))


@pytest.mark.parametrize(
    ("payer", "payee", "settled"),
    [(10, 10, 10), (11, 10, 10), (12, 10, 11), (0, 0, 0), (HIGHEST_BID, 0, HIGHEST_BID // 2)],
)
def test_bids_that_meet_settle_at_the_mean_rounded_down(payer, payee, settled):
    assert closing_of(opened(), payer, payee) == BiddingClosed("harbour/n", Outcome.AGREED, settled)


@pytest.mark.parametrize(("payer", "payee"), [(9, 10), (0, HIGHEST_BID), (None, 10), (10, None), (None, None)])
def test_bids_that_do_not_meet_and_silence_come_to_the_same(payer, payee):
    assert closing_of(opened(), payer, payee) == BiddingClosed("harbour/n", Outcome.NO_AGREEMENT)


def test_what_several_ask_waits_until_all_have_joined():
    asked = evolve(QUESTION, by=("harbour", "bridge"))
    drafted = after(None, BiddingDrafted("harbour/n", asked), at())
    assert drafted.awaits == ("bridge",)
    for act in (BiddingDrafted("harbour/n", asked), BiddingOpened("harbour/n", asked)):
        with pytest.raises(ProtocolViolation, match="already"):
            after(drafted, act, at())
    with pytest.raises(ProtocolViolation, match="already"):
        after(drafted, BiddingOpened("harbour/n", evolve(asked, unit="other crowns")), at(author="bridge"))
    assert after(drafted, BiddingOpened("harbour/n", asked), at(author="bridge")) == opened(by=("harbour", "bridge"))


def test_those_who_join_before_the_last_are_waited_for_no_more():
    drafted = after(None, BiddingDrafted("harbour/n", evolve(QUESTION, by=("harbour", "bridge", "shipping"))), at())
    assert after(drafted, BiddingJoined("harbour/n", "shipping"), at()).awaits == ("bridge",)


def test_only_those_who_are_waited_for_join():
    last = after(None, BiddingDrafted("harbour/n", evolve(QUESTION, by=("harbour", "bridge"))), at())
    for state in (None, opened(), last):  # the last to join opens it
        with pytest.raises(ProtocolViolation, match="waits for bridge"):
            after(state, BiddingJoined("harbour/n", "bridge"), at())


def test_a_bidding_closes_once():
    closed = after(opened(), BiddingClosed("harbour/n", Outcome.AGREED, 10), at())
    assert (closed.outcome, closed.settled) == (Outcome.AGREED, 10)
    for state in (closed, None):
        with pytest.raises(ProtocolViolation, match="is not open"):
            after(state, BiddingClosed("harbour/n", Outcome.AGREED, 10), at())
