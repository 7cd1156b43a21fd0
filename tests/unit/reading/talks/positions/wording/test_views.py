"""How a party looks upon what is at issue, how it presses, and who is named with 'including'."""

import pytest

from gobetween.model.evidence import Stance


def stands(items):
    return [(position.party, position.stance) for position in items.positions]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Norway sees the dam as critical to its growth.", Stance.CLAIM),
        ("Norway regards the canal as a threat to its water.", Stance.OPPOSE),
        ("Norway applied pressure on both parties to end the war.", Stance.DEMAND),
        ("Norway put pressure on Chile to sign.", Stance.DEMAND),
        ("Norway condemned the plan.", Stance.OPPOSE),
    ],
)
def test_a_view_of_the_matter_and_pressure_are_stands(read, text, stance):
    assert stands(read(text)) == [("Norway", stance)]


@pytest.mark.parametrize(
    "text",
    [
        "Norway sees the mountain as beautiful.",
        "Norway views the singer as a key figure.",
        "Norway did not see the dam as critical.",
        "Norway put pressure on the pipe.",
        "Norway condemned the attack on the port.",
    ],
)
def test_other_views_and_outrage_are_none(read, text):
    assert stands(read(text)) == []


def test_those_named_as_included_are_the_parties_where_the_rest_is_unnamed(read):
    names = ["Norway", "Peru", "Chile"]
    text = "Western leaders, including from Norway, Peru and Chile, rejected the plan."
    assert stands(read(text)) == [(name, Stance.REJECT) for name in sorted(names, key=text.index)]


def test_what_a_plan_includes_does_nothing(read):
    assert stands(read("The plan, including a fund for Norway, was rejected by Chile.")) == [("Chile", Stance.REJECT)]
