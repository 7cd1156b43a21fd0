"""What a party is said to be towards the matter."""

import pytest


def stands(items):
    return [(position.party, position.stance.value) for position in items.positions]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norway is up in arms over the toll.", [("Norway", "oppose")]),
        ("Norway remains deeply uneasy about the merger.", [("Norway", "oppose")]),
        ("Norway is in no hurry to open the strait.", [("Norway", "oppose")]),
        ("Norway is on board with a shorter pause.", [("Norway", "accept")]),
        ("Norway is not on board with a shorter pause.", [("Norway", "reject")]),
        ("Norway is interested in a swap of quotas.", [("Norway", "accept")]),
        ("Norway is keen on a second bridge.", [("Norway", "support")]),
        ("Norway is a strong advocate of open borders.", [("Norway", "support")]),
        ("Norway was never a fan of the toll.", [("Norway", "oppose")]),
        ("Norway is still on the fence about the toll.", [("Norway", "pending")]),
        ("The bid is under review by Norway.", [("Norway", "pending")]),
    ],
)
def test_a_posture_towards_the_matter_is_a_stand(read, text, told):
    assert stands(read(text)) == told


@pytest.mark.parametrize(
    "text",
    [
        "Norway is keen on Chile.",
        "Norway could be on board with it.",
        "Norway was behind the delay.",
        "Norway is worried about the weather.",
        "Norway is up for an award.",
        "Norway asked whether Chile is on board with the plan.",
    ],
)
def test_postures_towards_sides_or_what_is_at_issue_nowhere_are_none(read, text):
    assert stands(read(text)) == []
