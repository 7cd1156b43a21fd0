import pytest


def stances(items):
    return sorted((position.party, position.stance.value) for position in items.positions)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norway said it would have no choice but to block the strait.", [("Norway", "threaten")]),
        ("Norway said it would have no option but to block the strait.", [("Norway", "threaten")]),
        ("Norway is moving ahead with sanctions against Canada.", [("Norway", "threaten")]),
        ("Norway warned that it would go to court.", [("Norway", "threaten")]),
        ("The union said members would strike from midnight on Friday.", [("union", "threaten")]),
        ("The union gave notice that drivers would walk out on 3 May.", [("union", "threaten")]),
        ("The union will ballot its members for a strike.", [("union", "threaten")]),
        ("Norway said it would lock out the crews on Monday.", [("Norway", "threaten")]),
        ("Norway said any raid would be met with force.", [("Norway", "threaten")]),
        ("Norway said all options were on the table.", [("Norway", "threaten")]),
        ("Norway said its patience was running out.", [("Norway", "threaten")]),
        ("Norway vowed to retake the reef.", [("Norway", "threaten")]),
        ("Norway will hit back if the duties come into force.", [("Norway", "threaten")]),
    ],
)
def test_harm_that_a_party_says_is_coming_is_a_threat(read, text, told):
    assert stances(read(text)) == told


@pytest.mark.parametrize(
    "text",
    [
        "Norway said it would have no choice but to wait.",
        "Norway is moving ahead with its census.",
        "Norway said it would go to market.",
        "Norway said the crews would be met at the quay.",
        "Norway said the chairs were on the table.",
        "Norway said its batteries were running out.",
        "Norway vowed to plant a million trees.",
        "The union will poll its members on the colour of the flag.",
    ],
)
def test_what_harms_nobody_is_no_threat(read, text):
    assert stances(read(text)) == []
