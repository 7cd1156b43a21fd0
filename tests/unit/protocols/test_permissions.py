"""Permission: every step that is allowed, and every one that is not."""

from __future__ import annotations

import datetime as dt

import pytest

from gobetween.model.errors import ProtocolViolation
from gobetween.model.permissions import Permission, PermissionState
from gobetween.protocols.acts import Moment
from gobetween.protocols.permissions import (
    PermissionAct,
    PermissionAsked,
    PermissionGiven,
    PermissionGranted,
    PermissionRefused,
    PermissionRevoked,
    Scope,
    after,
)

MOMENT = Moment("bridge", dt.datetime(2031, 3, 1, 9, tzinfo=dt.UTC))
SCOPE = Scope("north/a", ("south",), ("bridge",), until=dt.date(2031, 3, 5))
ASKED = PermissionAsked("p", "north", SCOPE, reason="Please.")
GRANTED = PermissionGranted("p", "north", SCOPE, given_to=("bridge",))
REFUSED = PermissionRefused("p", reason="No.")
REVOKED = PermissionRevoked("p", reason="No more.")
GIVEN = PermissionGiven("p", "harbour")
STEPS: dict[str, PermissionAct] = {"ask": ASKED, "grant": GRANTED, "refuse": REFUSED, "revoke": REVOKED, "give": GIVEN}
ALLOWED = {
    (): {"ask": PermissionState.ASKED, "grant": PermissionState.GRANTED},
    ("ask",): {"grant": PermissionState.GRANTED, "refuse": PermissionState.REFUSED},
    ("grant",): {"revoke": PermissionState.REVOKED, "give": PermissionState.GRANTED},
    ("ask", "grant"): {"revoke": PermissionState.REVOKED, "give": PermissionState.GRANTED},
    ("ask", "refuse"): {},
    ("grant", "revoke"): {},
}


def reached(path: tuple[str, ...]) -> Permission | None:
    state = None
    for step in path:
        state = after(state, STEPS[step], MOMENT)
    return state


@pytest.mark.parametrize("path", ALLOWED)
@pytest.mark.parametrize("step", STEPS)
def test_each_step_follows_on_some_states_and_on_no_others(path: tuple[str, ...], step: str) -> None:
    state, expected = reached(path), ALLOWED[path].get(step)
    if expected is None:
        with pytest.raises(ProtocolViolation, match="the permission 'p' is"):
            after(state, STEPS[step], MOMENT)
    else:
        assert after(state, STEPS[step], MOMENT).state is expected


def test_what_was_asked_keeps_who_asked_and_says_to_whom_it_was_given() -> None:
    granted = reached(("ask", "grant", "give"))
    assert granted is not None
    assert (granted.asked_by, granted.given_to) == ("bridge", ("bridge", "harbour"))


def test_it_is_in_force_from_its_grant_to_its_last_day() -> None:
    granted, asked, revoked = reached(("grant",)), reached(("ask",)), reached(("grant", "revoke"))
    assert granted is not None
    assert asked is not None
    assert revoked is not None
    assert granted.is_in_force(dt.date(2031, 3, 5))
    assert not granted.is_in_force(dt.date(2031, 3, 6))
    assert not asked.is_in_force(dt.date(2031, 3, 5))
    assert not revoked.is_in_force(dt.date(2031, 3, 5))
