"""What a party hopes, or is bound, to bring about; and hopes that are at issue nowhere."""

import pytest


def told(items):
    return [(position.party, position.stance.value) for position in items.positions]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Norway hopes to reach an agreement with Canada by May.", "support"),
        ("Norway hoped to avoid having to resolve the dispute in court.", "support"),
        ("Norway is committed to ending the dispute.", "support"),
        ("Norway remains committed to reaching an agreement.", "support"),
        ("Norway is determined to reach a peaceful settlement.", "support"),
        ("Norway expressed its determination to reach a peaceful settlement.", "support"),
        ("Norway wants to continue negotiations with Canada.", "support"),
        ("Norway wants to resume talks on Monday.", "support"),
        ("Norway is trying to broker a truce among the states.", "support"),
        ("Norway voiced optimism about the talks.", "support"),
        ("Norway praised the role of Brazil in the talks.", "support"),
        ("Norway hopes to finally become a member of the pact.", "demand"),
        ("Norway has committed to allocate 40 million to the fund.", "offer"),
        ("Norway committed to release the crew.", "offer"),
        ("Norway did not commit to a shorter pause.", "reject"),
    ],
)
def test_an_aim_of_the_talks_shows_a_stand(read, text, stance):
    assert told(read(text)) == [("Norway", stance)]


def test_both_sides_hope_together(read):
    text = "Talks between Norway and Canada ended. Both sides hope to reach a deal over the strait."
    assert told(read(text)) == [("Canada", "support"), ("Norway", "support")] or told(read(text)) == [
        ("Norway", "support"),
        ("Canada", "support"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Norway hopes for good weather.",
        "Norway hopes to reach the final.",
        "Norway is committed to its values.",
        "Norway committed a foul.",
        "Norway wants to continue.",
        "Norway is trying to find a singer.",
        "Norway praised the singer.",
        "Norway might hope to reach a deal.",
        "The talks between Norway and Canada hope to end in May.",
    ],
)
def test_other_hopes_show_none(read, text):
    assert told(read(text)) == []
