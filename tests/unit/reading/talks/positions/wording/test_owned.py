"""Nouns of stance, with whoever's they are."""

import pytest


def told(items):
    return [(position.party, position.stance.value, position.issue) for position in items.positions]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Norway voiced opposition to the second toll.", [("Norway", "oppose", "second toll")]),
        ("Norway made a plea for a longer pause.", [("Norway", "demand", "longer pause")]),
        ("Norway lodged a request for a new map.", [("Norway", "demand", "new map")]),
        ("Norway's demand for a toll has been dropped.", [("Norway", "dropped_demand", "for a toll".removeprefix("for a "))]),
    ],
)
def test_a_verb_may_only_carry_the_noun(read, text, found):
    assert told(read(text)) == found


@pytest.mark.parametrize(
    "text",
    [
        "Norway backtracked on its call for a toll.",
        "Norway walked back its demand for a toll.",
        "Norway watered down its demand for a toll.",
        "Norway has stopped insisting on a toll.",
    ],
)
def test_what_is_given_up_is_no_demand_any_more(read, text):
    assert [stance for _, stance, _ in told(read(text))] == ["dropped_demand"]


def test_an_offer_put_to_others_is_not_made_by_whoever_puts_it(read):
    assert [each for each in told(read("Norway put the offer to its voters.")) if each[1] == "offer"] == []
