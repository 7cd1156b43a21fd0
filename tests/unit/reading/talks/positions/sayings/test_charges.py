"""Charges are claims of whoever makes them."""

import pytest

from gobetween.model.evidence import Stance


def stands(items):
    return [(position.party, position.stance) for position in items.positions]


@pytest.mark.parametrize(
    "text",
    [
        "Norway accused Chile of having broken the truce.",
        "Norway accused Chile of bad faith.",
        "Norway accused Chile of stalling.",
        "Norway accused Chile of killing nine sailors.",
        "Norway has accused Chile's secret service of planning the raid.",
        "Norway blamed Chile for the collapse of the talks.",
        "Norway said Chile had violated the truce.",
        "Chile broke the accord, Norway said.",
        "Norway spoke first, saying Chile had not lived up to its end of the accord.",
        "Norway said Chile has stopped bargaining in good faith.",
        "Norway said Chile did not honour its pledge.",
        "Norway said Chile had gone back on its word.",
        "Norway said Chile was dragging its feet.",
        "Norway said Chile had fired first.",
        "Norway said Chile had refused to open its archives.",
        "Norway said Chile had not been willing to open its archives.",
    ],
)
def test_a_charge_is_a_claim(read, text):
    assert stands(read(text)) == [("Norway", Stance.CLAIM)]


@pytest.mark.parametrize(
    "text",
    [
        "Norway did not accuse Chile of killing nine sailors.",
        "Norway accused the weather of spoiling the catch.",
        "Norway blamed Chile for the weather.",
        "Norway did not blame Chile for the collapse of the talks.",
        "Norway said it had broken the truce.",
        "Chile broke the truce.",
        "Norway said Chile honoured the truce.",
        "Norway said Chile had gone back to the village.",
        "Norway said Chile had moved the furniture.",
        "Norway said Chile broke a record.",
    ],
)
def test_other_charges_and_bare_deeds_are_no_claim(read, text):
    assert stands(read(text)) == []
