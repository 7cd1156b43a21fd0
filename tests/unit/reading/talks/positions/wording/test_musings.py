"""What a party is still thinking over."""

import pytest


def stands(items):
    return [(position.party, position.stance.value) for position in items.positions]


@pytest.mark.parametrize(
    "text",
    [
        "Norway is mulling a second pause.",
        "Norway is looking closely at the new quota.",
        "Norway said it would evaluate the bid.",
        "Norway is contemplating selling its share of the port.",
        "No answer has come from Norway.",
        "There was no word from Norway on the truce.",
    ],
)
def test_what_is_thought_over_is_open(read, text):
    assert stands(read(text)) == [("Norway", "pending")]


@pytest.mark.parametrize(
    "text",
    [
        "Norway is studying the stars.",
        "Norway will look at the map.",
        "Norway weighed the fish.",
        "Norway is thinking about its voters.",
    ],
)
def test_other_thoughts_are_none(read, text):
    assert stands(read(text)) == []
