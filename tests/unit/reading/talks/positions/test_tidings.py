"""Replies awaited, charges, services of a mediator, and texts with those who made or greeted them."""

import pytest

from gobetween.model.evidence import Stance


def stands(items):
    return [(position.party, position.stance) for position in items.positions]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("The mediator is still awaiting a response from the leaders of Norway and Chile on the invitation.", ["Norway", "Chile"]),
        ("Mediators are waiting for agreement from Chile.", ["Chile"]),
        ("Mediators were waiting for Chile to reply to the proposal.", ["Chile"]),
        ("The union is awaiting Norway's reply.", ["Norway"]),
    ],
)
def test_those_whose_reply_is_awaited_owe_it(read, text, parties):
    assert stands(read(text)) == [(party, Stance.PENDING) for party in parties]


@pytest.mark.parametrize(
    "text",
    [
        "Norway is waiting for the ferry from Chile.",
        "Norway is waiting for a response.",
        "Norway is not waiting for an answer from Chile.",
    ],
)
def test_waiting_for_a_ferry_or_for_nobody_is_no_reply_owed(read, text):
    assert stands(read(text)) == []


@pytest.mark.parametrize(
    "text",
    ["Norway accused Chile of having broken the truce.", "Norway accused Chile of bad faith.", "Norway accused Chile of stalling."],
)
def test_a_charge_in_the_matter_of_the_talks_is_a_claim(read, text):
    assert stands(read(text)) == [("Norway", Stance.CLAIM)]


def test_other_charges_are_no_claim_in_the_talks(read):
    assert stands(read("Norway accused Chile of killing nine sailors.")) == []


def test_a_mediator_that_serves_again_offers_its_service(read):
    assert stands(read("Norway resumed its role as a mediator.")) == [("Norway", Stance.OFFER)]
    assert stands(read("Norway took on its role as an employer.")) == []


def test_the_refusal_of_a_party_is_told_by_the_noun(read):
    assert ("Norway", Stance.REJECT) in stands(read("The refusal of Norway to sign the deal surprised the mediator."))
    assert stands(read("The refusal of a ferry to leave surprised the mediator.")) == []


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The proposal made by Norway was worse than the last one.", Stance.OFFER),
        ("The mediator praised an initiative welcomed by Norway.", Stance.SUPPORT),
    ],
)
def test_a_text_tells_who_made_or_greeted_it(read, text, stance):
    assert ("Norway", stance) in stands(read(text))
