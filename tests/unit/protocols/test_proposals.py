"""The protocol of proposals: every step that may follow on another, and every one that may not."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from gobetween.model.errors import ProtocolViolation
from gobetween.model.proposals import Proposal, ProposalKind
from gobetween.protocols.acts import Moment
from gobetween.protocols.proposals import (
    Offer,
    ProposalAct,
    ProposalDrafted,
    ProposalJoined,
    ProposalTabled,
    ProposalWithdrawn,
    after,
    state_of,
)

MOMENT = Moment("bridge", dt.datetime(2031, 3, 2, 9, tzinfo=dt.UTC))
DAY = dt.date(2031, 3, 2)
OFFER = Offer(
    "Half and half",
    ("south",),
    by=("north",),
    kind=ProposalKind.BRIDGING,
    terms={"toll": frozenset({"half"})},
    text="Half the toll.",
    carriers=("harbour",),
    round="spring",
    expires=DAY,
)
TABLED = ProposalTabled("north/offer", OFFER)
DRAFTED = ProposalDrafted("bridge/joint", Offer("Joint", ("north",), by=("bridge", "harbour", "ferry")))
WITHDRAWN = ProposalWithdrawn("north/offer", reason="no use")


def run(*acts: ProposalAct, start: Proposal | None = None) -> Proposal | None:
    state = start
    for act in acts:
        state = after(state, act, MOMENT)
    return state


def joined(by: str) -> ProposalJoined:
    return ProposalJoined("bridge/joint", by)


def test_what_is_tabled_is_on_the_table_as_its_drafters() -> None:
    tabled = after(None, TABLED, MOMENT)
    assert (tabled.name, tabled.by, tabled.to, tabled.kind, tabled.text) == (
        "Half and half",
        ("north",),
        ("south",),
        ProposalKind.BRIDGING,
        "Half the toll.",
    )
    assert (tabled.owner, tabled.carriers, tabled.round, tabled.terms, tabled.when.day) == (
        "north",
        ("harbour",),
        "spring",
        {"toll": {"half"}},
        DAY,
    )
    assert tabled.is_on_table
    assert tabled.is_open(DAY)
    assert state_of(tabled, DAY) == "tabled"


def test_a_joint_draft_waits_for_all_its_co_authors() -> None:
    drafted = after(None, DRAFTED, MOMENT)
    assert (drafted.awaits, drafted.is_on_table, drafted.is_open(DAY)) == (("harbour", "ferry"), False, False)
    one = after(drafted, joined("ferry"), MOMENT)
    assert state_of(one) == "waiting for harbour to join"
    both = after(one, joined("harbour"), MOMENT)
    assert both.awaits == ()
    tabled = after(both, ProposalTabled("bridge/joint", DRAFTED.offer), MOMENT)
    assert tabled.is_on_table


def test_what_is_withdrawn_is_off_the_table_and_open_to_no_answer() -> None:
    withdrawn = run(TABLED, WITHDRAWN)
    assert withdrawn is not None
    assert (withdrawn.is_withdrawn, withdrawn.is_on_table, withdrawn.is_open(DAY)) == (True, False, False)
    assert state_of(withdrawn, DAY) == "withdrawn"


def test_a_draft_may_be_withdrawn_before_all_have_joined() -> None:
    withdrawn = run(DRAFTED, ProposalWithdrawn("bridge/joint"))
    assert withdrawn is not None
    assert withdrawn.is_withdrawn


def test_one_expires_by_the_clock_after_its_last_day() -> None:
    tabled = after(None, TABLED, MOMENT)
    tomorrow = DAY + dt.timedelta(days=1)
    assert [state_of(tabled, each) for each in (DAY, tomorrow, None)] == ["tabled", "expired", "tabled"]
    assert (tabled.is_open(DAY), tabled.is_open(tomorrow)) == (True, False)
    assert evolve(tabled, expires=None).is_open(dt.date.max)


@pytest.mark.parametrize(
    ("acts", "words"),
    [
        ((DRAFTED, DRAFTED), "there is a proposal 'bridge/joint' already; give the new one another name"),
        ((TABLED, TABLED), "the proposal 'north/offer' is tabled; what can be tabled is a new one"),
        (
            (DRAFTED, ProposalTabled("bridge/joint", DRAFTED.offer)),
            "the proposal 'bridge/joint' is waiting for harbour, ferry to join; what can be tabled is a new one",
        ),
        ((joined("harbour"),), "the proposal 'bridge/joint' is not there; it does not wait for harbour to join"),
        (
            (DRAFTED, joined("north")),
            "the proposal 'bridge/joint' is waiting for harbour, ferry to join; it does not wait for north to join",
        ),
        (
            (DRAFTED, joined("harbour"), joined("harbour")),
            "the proposal 'bridge/joint' is waiting for ferry to join; it does not wait for harbour to join",
        ),
        (
            (DRAFTED, ProposalWithdrawn("bridge/joint"), joined("harbour")),
            "the proposal 'bridge/joint' is withdrawn; it does not wait for harbour to join",
        ),
        ((WITHDRAWN,), "the proposal 'north/offer' is not there: there is nothing to withdraw"),
        ((TABLED, WITHDRAWN, WITHDRAWN), "the proposal 'north/offer' is withdrawn: there is nothing to withdraw"),
    ],
)
def test_what_does_not_follow_is_refused(acts: tuple[ProposalAct, ...], words: str) -> None:
    with pytest.raises(ProtocolViolation) as refused:
        run(*acts)
    assert str(refused.value) == words
