"""The opposition of a land as a side of its own."""

import pytest


def parties(items):
    return [position.party for position in items.positions]


@pytest.mark.parametrize(
    "text",
    [
        "Envoys met Chile's opposition on Monday. The opposition rejected the plan.",
        "The Chilean opposition rejected the plan.",
        "Talks between Chile's government and the opposition resumed. Opposition leader Ada Berg rejected the plan.",
        "Chile's president met the opposition leader, Ada Berg. She rejected the plan.",
    ],
)
def test_an_opposition_is_not_the_government_of_its_land(read, text):
    assert parties(read(text)) == ["Chilean opposition"]


def test_an_opposition_of_no_land_that_is_told_is_the_opposition(read):
    assert parties(read("The opposition rejected the plan.")) == ["opposition"]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Chile rejected the plan in opposition to the union.", ["Chile"]),
        ("Despite opposition from farmers, Chile rejected the plan.", ["farmers", "Chile"]),
        ("Opposition to the plan grew. Chile rejected it.", ["Chile"]),
    ],
)
def test_opposition_to_something_is_no_side(read, text, sides):
    assert parties(read(text)) == sides


def test_the_government_is_that_of_the_land_whose_opposition_is_named(read):
    text = "Talks between Chile's opposition and President Erik Lund's government resumed in Oslo. Lund's government rejected the plan."
    assert parties(read(text)) == ["Chile"]
