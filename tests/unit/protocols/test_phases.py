from __future__ import annotations

import datetime as dt

import pytest

from gobetween.model.dates import on
from gobetween.model.errors import ProtocolViolation
from gobetween.protocols.acts import Moment
from gobetween.protocols.phases import ConditionFulfilled, PhaseEntered, PhaseNamed, after

MOMENT = Moment("watch", dt.datetime(2031, 3, 1, 9, tzinfo=dt.UTC))
NAMED = PhaseNamed("bridge/first", "bridge/pact", "First phase", entry_conditions=("Ships are back.", "Crews are free."))
BACK = ConditionFulfilled("bridge/first", "Ships are back.", "watch")
FREE = ConditionFulfilled("bridge/first", "Crews are free.", "watch")
ENTERED = PhaseEntered("bridge/first", "bridge")


def run(*acts):
    state = None
    for act in acts:
        state = after(state, act, MOMENT)
    return state


def refused(*acts):
    with pytest.raises(ProtocolViolation) as caught:
        run(*acts)
    return str(caught.value)


def test_a_phase_is_entered_once_all_its_conditions_are_fulfilled():
    state = run(NAMED, FREE, BACK, ENTERED)
    assert (state.fulfilled, state.missing, state.entered) == (("Crews are free.", "Ships are back."), (), on(dt.date(2031, 3, 1)))
    assert state.is_entered


def test_a_phase_without_conditions_is_entered_at_once():
    assert run(PhaseNamed("bridge/first", "bridge/pact", "First phase"), ENTERED).is_entered


def test_a_phase_waits_for_what_is_missing():
    assert "waits for: 'Crews are free.'" in refused(NAMED, BACK, ENTERED)


def test_a_condition_is_fulfilled_once_and_in_its_words():
    assert "found fulfilled already" in refused(NAMED, BACK, BACK)
    said = refused(NAMED, ConditionFulfilled("bridge/first", "All is well.", "watch"))
    assert "is no entry condition of 'bridge/first'; its conditions: 'Ships are back.'; 'Crews are free.'" in said


def test_a_condition_stands_there_once():
    assert "say each once" in refused(PhaseNamed("bridge/first", "bridge/pact", "First", entry_conditions=("a", "a")))


def test_a_phase_is_named_once_and_entered_once():
    assert "choose another name" in refused(NAMED, NAMED)
    assert "entered already" in refused(NAMED, BACK, FREE, ENTERED, ENTERED)


@pytest.mark.parametrize("act", [BACK, ENTERED])
def test_nothing_follows_on_no_phase(act):
    assert "there is no phase 'bridge/first' that you know of" in refused(act)
