"""A message: every step that is allowed, and every one that is not."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from gobetween.model.errors import ProtocolViolation
from gobetween.model.relays import Message, MessageState
from gobetween.protocols.acts import Moment
from gobetween.protocols.messages import (
    MessageAct,
    MessageHanded,
    MessagePassedOn,
    MessageReacted,
    MessageRecalled,
    MessageWithheld,
    after,
    reaction,
)

MOMENT = Moment("bridge", dt.datetime(2031, 3, 1, 9, tzinfo=dt.UTC))
HANDED = MessageHanded("m", "bridge", "harbour", "Words.", onward="south")
STEPS: dict[str, MessageAct] = {
    "hand": HANDED,
    "pass": MessagePassedOn("m", "n", "harbour", "south", is_delivery=True),
    "recall": MessageRecalled("m"),
    "withhold": MessageWithheld("m", "Not now."),
    "react": MessageReacted("m", "r", "harbour", "bridge", "Well."),
}
HANDED_OVER, PASSED_ON = MessageState.HANDED, MessageState.PASSED_ON
RECALLED, WITHHELD = MessageState.RECALLED, MessageState.WITHHELD
ALLOWED = {
    (): {"hand": HANDED_OVER},
    ("hand",): {"pass": PASSED_ON, "recall": RECALLED, "withhold": WITHHELD, "react": HANDED_OVER},
    ("hand", "pass"): {"react": PASSED_ON},
    ("hand", "recall"): {"react": RECALLED},
    ("hand", "withhold"): {"recall": RECALLED, "react": WITHHELD},
}


def reached(path: tuple[str, ...]) -> Message | None:
    state = None
    for step in path:
        state = after(state, STEPS[step], MOMENT)
    return state


@pytest.mark.parametrize("path", ALLOWED)
@pytest.mark.parametrize("step", STEPS)
def test_each_step_follows_on_some_states_and_on_no_others(path: tuple[str, ...], step: str) -> None:
    state, expected = reached(path), ALLOWED[path].get(step)
    if expected is None:
        with pytest.raises(ProtocolViolation, match="'m'"):
            after(state, STEPS[step], MOMENT)
    else:
        assert after(state, STEPS[step], MOMENT).state is expected


def test_what_is_for_its_receivers_own_ears_goes_no_further() -> None:
    state = after(None, evolve(HANDED, onward=None), MOMENT)
    assert not state.is_to_go_on
    for step in ("pass", "recall", "withhold"):
        with pytest.raises(ProtocolViolation, match="the message 'm' is for harbour's own ears; it would have to be handed over"):
            after(state, STEPS[step], MOMENT)


def test_what_goes_back_goes_further() -> None:
    assert after(None, evolve(HANDED, onward=None, goes_back=True), MOMENT).is_to_go_on


def test_a_reaction_is_something_its_giver_told_the_carrier() -> None:
    act = MessageReacted("m", "r", "harbour", "bridge", "Well.", noted_by="bridge")
    told = reaction(act, MOMENT)
    assert (told.id, told.owner, told.to, told.about, told.noted_by) == ("r", "harbour", ("bridge",), "m", "bridge")
