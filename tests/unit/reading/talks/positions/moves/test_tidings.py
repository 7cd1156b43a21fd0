"""Replies awaited, services of a mediator, and texts with those who made or greeted them."""

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
        ("The chair read out a framework outlined by Norway in May.", Stance.OFFER),
        ("The chair praised a plan laid out by Norway.", Stance.OFFER),
        ("Norway said it would send a delegation to the talks on 15 August.", Stance.ACCEPT),
        ("Norway invited Chile's delegation to Bern to continue the talks.", Stance.OFFER),
        ("The mediator praised an initiative welcomed by Norway.", Stance.SUPPORT),
    ],
)
def test_a_text_tells_who_made_or_greeted_it(read, text, stance):
    assert ("Norway", stance) in stands(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "The dockers' union voted overwhelmingly in favour of strike action.",
        "The dockers' union voted to strike.",
        "The dockers' union called a strike for Monday.",
        "The dockers' union announced a 24-hour walkout.",
        "The dockers' union warned of consequences.",
    ],
)
def test_a_strike_called_or_voted_for_and_consequences_are_threats(read, text):
    assert stands(read(text)) == [("dockers' union", Stance.THREATEN)]


@pytest.mark.parametrize(
    "text",
    [
        "The dockers' union voted for a chair.",
        "Norway announced a strike on the port.",
        "The dockers' union warned of rain.",
    ],
)
def test_other_votes_and_calls_threaten_nothing(read, text):
    assert stands(read(text)) == []


def test_one_who_brings_others_together_offers_it(read):
    text = "Peru will hold talks with rebels in an attempt to revive peace negotiations there."
    assert stands(read(text)) == [("Peru", Stance.OFFER)]
    assert stands(read("Norway will hold talks with Chile on Monday.")) == []


def test_a_service_is_of_whoever_its_tells_of(read):
    text = "Qatar also announced the Gulf emirate resumed its role as a mediator in efforts to secure a truce."
    assert stands(read(text)) == [("Qatar", Stance.OFFER)]
