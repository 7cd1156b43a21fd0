"""Pressure by what is put at stake, in many constructions; and the same words that press nobody."""

import pytest

PRESSURE = (
    "Norway made its aid to Canada conditional on reforms.",
    "Norway has made further payments dependent on Canada's signature.",
    "Norway tied the aid to the release of Canada's prisoners.",
    "Norway is ready to impose sanctions if Canada does not sign.",
    "Norway vowed to retaliate if Canada raised its tariffs.",
    "Norway hinted that it might close the strait if Canada did not sign.",
    "Norway has let it be known that the strait will be closed if Canada does not sign.",
    "Norway refuses to release the crew until Canada signs.",
    "Norway is blackmailing Canada, a diplomat said.",
    "Norway warned Canada of consequences.",
)
NONE = (
    "Norway warned Canada's drivers of ice on the road.",
    "Norway denied that it had put pressure on Canada.",
    "Norway tied with Canada in the match.",
    "Norway is ready to sign if Canada signs.",
    "Norway made its offer clear to Canada.",
    "Norway tied the boat to the quay of Canada.",
    "Norway will release the crew if Canada pays.",
)


@pytest.mark.parametrize("text", PRESSURE)
def test_what_is_put_at_stake_presses_whoever_must_move(read, text):
    assert [(found.by, found.on) for found in read(text).leverage] == [("Norway", "Canada")]


@pytest.mark.parametrize("text", NONE)
def test_the_same_words_without_a_stake_press_nobody(read, text):
    assert read(text).leverage == ()
