"""A relay in the ledger: every step that is allowed, and every one that is not."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from gobetween.model.errors import ProtocolViolation
from gobetween.model.permissions import Form
from gobetween.model.relays import Leg, Relay, RelayState
from gobetween.protocols.acts import Moment
from gobetween.protocols.relays import (
    RelayAct,
    RelayBegun,
    RelayDelivered,
    RelayFollowed,
    RelayLegDone,
    RelayMoved,
    RelayStopped,
    RelayWithheld,
    after,
)

NOW = dt.datetime(2031, 3, 1, 9, tzinfo=dt.UTC)
MOMENT = Moment("bridge", NOW)
BEGUN = RelayBegun("r", "north", "south", ("bridge", "harbour"), "Words.", Form.VERBATIM, is_delivered=False)
STEPS: dict[str, RelayAct] = {
    "begin": BEGUN,
    "deliver": evolve(BEGUN, route=("bridge",), is_delivered=True),
    "follow": RelayFollowed("r", "m", "north", ("bridge", "harbour")),
    "leg": RelayLegDone("r", "harbour", "light", is_delivery=False),
    "last leg": RelayLegDone("r", "harbour", "south", is_delivery=True),
    "move": RelayMoved("r", "n", "harbour", "south", is_delivery=True),
    "come back": RelayDelivered("r"),
    "stop": RelayStopped("r", reason="Revoked."),
    "withhold": RelayWithheld("r", "i", "north", "south", "bridge", "Harm."),
}
UNDER_WAY, DELIVERED, WITHHELD = RelayState.UNDER_WAY, RelayState.DELIVERED, RelayState.WITHHELD
ON_THE_WAY = {"leg": UNDER_WAY, "last leg": DELIVERED, "move": DELIVERED, "come back": DELIVERED, "stop": WITHHELD, "follow": UNDER_WAY}
ALLOWED = {
    (): {"begin": UNDER_WAY, "deliver": DELIVERED, "withhold": WITHHELD, "follow": UNDER_WAY},
    ("begin",): ON_THE_WAY,
    ("follow",): ON_THE_WAY,
    ("begin", "leg"): ON_THE_WAY,
    ("deliver",): {"follow": DELIVERED},
    ("begin", "last leg"): {"follow": DELIVERED},
    ("begin", "stop"): {"follow": WITHHELD},
    ("withhold",): {"follow": WITHHELD},
}


def reached(path: tuple[str, ...]) -> Relay | None:
    state = None
    for step in path:
        state = after(state, STEPS[step], MOMENT)
    return state


@pytest.mark.parametrize("path", ALLOWED)
@pytest.mark.parametrize("step", STEPS)
def test_each_step_follows_on_some_states_and_on_no_others(path: tuple[str, ...], step: str) -> None:
    state, expected = reached(path), ALLOWED[path].get(step)
    if expected is None:
        with pytest.raises(ProtocolViolation, match="relay 'r'"):
            after(state, STEPS[step], MOMENT)
    else:
        assert after(state, STEPS[step], MOMENT).state is expected


def test_a_line_has_its_legs_with_their_times() -> None:
    later = Moment("custodian", NOW + dt.timedelta(hours=2))
    state = after(after(None, BEGUN, MOMENT), STEPS["last leg"], later)
    assert state.legs == (Leg("bridge", "harbour", NOW), Leg("harbour", "south", later.at))


def test_what_goes_back_names_no_leg_beyond_the_carrier() -> None:
    assert after(None, evolve(BEGUN, to="bridge", route=("bridge",), back_to="m"), MOMENT).legs == ()


def test_the_carrier_knows_which_message_it_is_and_the_custodian_no_words() -> None:
    known = after(after(None, BEGUN, MOMENT), STEPS["follow"], MOMENT)
    assert (known.message, known.text) == ("m", "Words.")
    kept = after(None, STEPS["follow"], MOMENT)
    assert (kept.message, kept.text, kept.item) == ("m", "", None)
    assert after(kept, STEPS["move"], MOMENT).message == "n"
