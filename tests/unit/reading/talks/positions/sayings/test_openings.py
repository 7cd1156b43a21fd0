import pytest


def stances(items):
    return sorted((position.party, position.stance.value) for position in items.positions)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norway said the door remained open for Canada to join the pact.", [("Norway", "offer")]),
        ("Norway said it was still open for Canada to join the pact.", [("Norway", "offer")]),
        ("Norway said it would pay 600 crowns for each net.", [("Norway", "offer")]),
        ("Norway said it would lift the blockade.", [("Norway", "offer")]),
        ("Norway said it would not stand in the way of a toll.", [("Norway", "accept")]),
        ("Norway said its crews deserved a share.", [("Norway", "demand")]),
        ("Norway said what was needed was a joint survey.", [("Norway", "demand")]),
        ("Norway said the only way out was a joint survey.", [("Norway", "demand")]),
    ],
)
def test_what_a_party_holds_out_or_asks_for_in_its_own_words(read, text, told):
    assert stances(read(text)) == told


@pytest.mark.parametrize(
    "text",
    [
        "Norway said the museum door was open.",
        "Norway said the shop was open for the crews to eat.",
        "Norway said it would pay attention to the winds.",
        "Norway said it would pay its staff on Monday.",
        "Norway said it would lift the wreck.",
        "Norway said its crews deserved praise.",
    ],
)
def test_doors_and_dues_are_no_offers(read, text):
    assert stances(read(text)) == []
