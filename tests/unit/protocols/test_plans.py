"""A plan: every step that is allowed, and every one that is not."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from gobetween.model.errors import ProtocolViolation
from gobetween.model.relays import Relay, RelayState
from gobetween.protocols.acts import Moment
from gobetween.protocols.plans import PlanAct, PlanDone, PlanDropped, RelayPlanned, after

MOMENT = Moment("bridge", dt.datetime(2031, 3, 1, 9, tzinfo=dt.UTC))
PLANNED = RelayPlanned("p", "bridge", "south", ("bridge",), "The fund", shown_to=("bridge",))
STEPS: dict[str, PlanAct] = {"plan": PLANNED, "do": PlanDone("p"), "drop": PlanDropped("p", reason="No.")}
ALLOWED = {
    (): {"plan": RelayState.PLANNED},
    ("plan",): {"plan": RelayState.PLANNED, "do": RelayState.DELIVERED, "drop": RelayState.WITHHELD},
    ("plan", "do"): {},
    ("plan", "drop"): {},
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
        with pytest.raises(ProtocolViolation, match="the plan 'p' is"):
            after(state, STEPS[step], MOMENT)
    else:
        assert after(state, STEPS[step], MOMENT).state is expected


def test_a_changed_plan_says_what_holds_now() -> None:
    changed = after(reached(("plan",)), evolve(PLANNED, text="Later", due=dt.date(2031, 3, 2)), MOMENT)
    assert (changed.text, changed.due, changed.is_planned) == ("Later", dt.date(2031, 3, 2), True)


def test_what_is_done_or_dropped_is_planned_no_more() -> None:
    assert [reached(("plan", step)).is_planned for step in ("do", "drop")] == [False, False]  # type: ignore[union-attr]
