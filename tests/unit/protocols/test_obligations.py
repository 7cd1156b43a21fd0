from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from gobetween.model.agreement import ObligationStatus, PerformanceKind, Phase
from gobetween.model.dates import on
from gobetween.model.errors import ProtocolViolation
from gobetween.protocols.acts import Moment
from gobetween.protocols.obligations import (
    Duty,
    ImplementationScored,
    ObligationMade,
    PerformanceReported,
    PerformanceVerified,
    after,
    in_force,
    performed,
)

DAY = dt.date(2031, 3, 1)
MOMENT = Moment("bridge", dt.datetime(2031, 3, 1, 9, tzinfo=dt.UTC))
PROPOSED, AGREED, PERFORMED = ObligationStatus.PROPOSED, ObligationStatus.AGREED, ObligationStatus.PERFORMED


def made(**duty):
    return ObligationMade("bridge/crews", "bridge/pact", "crews", Duty("north", "Release the crews.", **duty))


def verified(*, is_performed):
    return PerformanceVerified("watch/v", "bridge/crews", "watch", is_performed)


def refused(state, act):
    with pytest.raises(ProtocolViolation) as caught:
        after(state, act, MOMENT)
    return str(caught.value)


def test_an_obligation_is_proposed_until_its_clause_is_in_force():
    state = after(None, made(deadline=DAY, monitors=("watch",)), MOMENT)
    assert (state.status, state.deadline, state.clause) == (PROPOSED, on(DAY), "crews")
    assert in_force(state).status is AGREED


def test_what_is_in_force_already_stays_as_it_is():
    state = evolve(after(None, made(), MOMENT), status=PERFORMED)
    assert in_force(state) is state


def test_a_monitor_finds_it_performed_or_not():
    state = in_force(after(None, made(), MOMENT))
    done = after(state, verified(is_performed=True), MOMENT)
    assert done.status is PERFORMED
    assert after(done, verified(is_performed=False), MOMENT).status is AGREED


@pytest.mark.parametrize("points", [0, 3])
def test_implementation_is_scored(points):
    assert after(after(None, made(), MOMENT), ImplementationScored("bridge/crews", points, "watch"), MOMENT).score == points


@pytest.mark.parametrize("points", [-1, 4])
def test_there_are_no_other_scores(points):
    state = after(None, made(), MOMENT)
    assert f"found the score {points}" in refused(state, ImplementationScored("bridge/crews", points, "watch"))


@pytest.mark.parametrize(
    ("duty", "words"),
    [
        ({"deadline": DAY, "phase": "p", "days_after_entry": 3}, "give one of them"),
        ({"days_after_entry": 3}, "name the phase"),
        ({"phase": "p", "days_after_entry": -1}, "no fewer than 0 days"),
    ],
)
def test_when_it_is_due_is_said_in_one_way(duty, words):
    assert words in refused(None, made(**duty))


def test_an_obligation_is_made_once():
    assert "choose another name" in refused(after(None, made(), MOMENT), made())


@pytest.mark.parametrize("act", [verified(is_performed=True), ImplementationScored("bridge/crews", 1, "watch")])
def test_nothing_follows_on_no_obligation(act):
    assert "no obligation 'bridge/crews' that you know of" in refused(None, act)


@pytest.mark.parametrize(
    ("act", "kind"),
    [
        (PerformanceReported("north/p", "bridge/crews", "north"), PerformanceKind.REPORTED),
        (verified(is_performed=True), PerformanceKind.VERIFIED),
        (verified(is_performed=False), PerformanceKind.DENIED),
    ],
)
def test_what_is_said_of_performance_stands_by_itself(act, kind):
    said = performed(None, act, MOMENT)
    assert (said.kind, said.obligation) == (kind, "bridge/crews")
    with pytest.raises(ProtocolViolation, match="choose another name"):
        performed(said, act, MOMENT)


def test_it_is_overdue_by_the_clock_alone():
    state = in_force(after(None, made(deadline=DAY), MOMENT))
    assert not state.is_overdue(None, DAY)
    assert state.is_overdue(None, DAY + dt.timedelta(days=1))
    assert not evolve(state, status=PERFORMED).is_overdue(None, DAY + dt.timedelta(days=1))
    assert not evolve(state, status=PROPOSED).is_overdue(None, DAY + dt.timedelta(days=1))


def test_days_count_from_the_beginning_of_its_phase():
    state = in_force(after(None, made(phase="p", days_after_entry=7), MOMENT))
    waiting = Phase("p", name="First")
    assert state.due(waiting) is None
    assert state.due(None) is None
    assert not state.is_overdue(waiting, dt.date(2032, 1, 1))
    assert state.due(evolve(waiting, entered=on(DAY))) == dt.date(2031, 3, 8)
