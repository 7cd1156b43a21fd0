from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from gobetween.model.errors import ProtocolViolation
from gobetween.model.sealed import Outcome, SealedAnswer
from gobetween.protocols.acts import Moment
from gobetween.protocols.sealed_proposals import (
    AnswerSealed,
    FinalOffer,
    SealedProposalClosed,
    SealedProposalDrafted,
    SealedProposalJoined,
    SealedProposalPut,
    after,
    answered,
    outcome_of,
)

NOW = dt.datetime(2031, 3, 1, 9, tzinfo=dt.UTC)
DEADLINE = dt.datetime(2031, 3, 2, 9, tzinfo=dt.UTC)
OFFER = FinalOffer("Half", "The toll is halved.", by=("harbour", "bridge"), to=("north", "south"), deadline_utc=DEADLINE)


def at(moment=NOW, author="harbour"):
    return Moment(author, moment)


def put():
    return after(None, SealedProposalPut("harbour/final", OFFER), at())


def drafted():
    return after(None, SealedProposalDrafted("harbour/final", OFFER), at())


def refused(state, act, moment=NOW):
    with pytest.raises(ProtocolViolation) as caught:
        after(state, act, at(moment))
    return str(caught.value)


def answer(accepts, by="north", state=None, proposal=None, moment=NOW):
    return answered(state, proposal or put(), AnswerSealed(f"{by}/a", "harbour/final", by, accepts), at(moment, by))


def test_what_is_put_is_open_until_the_deadline():
    proposal = put()
    assert (proposal.by, proposal.to, proposal.text, proposal.deadline_utc) == (OFFER.by, OFFER.to, OFFER.text, DEADLINE)
    assert (proposal.outcome, proposal.awaits) == (None, ())


def test_a_deadline_lies_ahead():
    assert "the deadline 2031-03-02 09:00 UTC is not ahead" in refused(None, SealedProposalPut("p", OFFER), DEADLINE)
    assert "not ahead" in refused(None, SealedProposalDrafted("p", OFFER), DEADLINE)


def test_what_several_put_waits_until_all_have_joined():
    state = drafted()
    assert state.awaits == ("bridge",)
    assert "already" in refused(state, SealedProposalPut("harbour/final", OFFER))
    assert after(state, SealedProposalPut("harbour/final", OFFER), at(author="bridge")) == put()


def test_what_is_put_is_what_was_drafted():
    other = SealedProposalPut("harbour/final", evolve(OFFER, text="Other words."))
    with pytest.raises(ProtocolViolation, match="already"):
        after(drafted(), other, at(author="bridge"))


def test_those_who_join_before_the_last_are_waited_for_no_more():
    state = after(None, SealedProposalDrafted("harbour/final", evolve(OFFER, by=("harbour", "bridge", "shipping"))), at())
    assert after(state, SealedProposalJoined("harbour/final", "shipping"), at()).awaits == ("bridge",)


def test_only_those_who_are_waited_for_join_and_the_last_puts_it():
    act = SealedProposalJoined("harbour/final", "bridge")
    for state in (None, put(), drafted()):
        assert "waits for bridge" in refused(state, act)


def test_a_name_is_used_once():
    assert "already" in refused(put(), SealedProposalPut("harbour/final", OFFER))
    assert "already" in refused(drafted(), SealedProposalDrafted("harbour/final", OFFER))


def test_it_closes_once():
    closed = after(put(), SealedProposalClosed("harbour/final", Outcome.AGREED), at())
    assert closed.outcome is Outcome.AGREED
    assert "is not open" in refused(closed, SealedProposalClosed("harbour/final", Outcome.AGREED))
    assert "is not open" in refused(None, SealedProposalClosed("harbour/final", Outcome.AGREED))


def test_an_answer_can_be_changed_while_it_is_open():
    first = answer(accepts=True)
    second = answer(accepts=False, state=first)
    assert (first.accepts, second.accepts, second.id, second.owner) == (True, False, "north/a", "north")


def test_the_same_answer_is_not_sealed_twice():
    with pytest.raises(ProtocolViolation, match="already"):
        answer(accepts=True, state=answer(accepts=True))


def test_only_those_to_whom_it_is_put_answer():
    with pytest.raises(ProtocolViolation, match="not put to west"):
        answer(accepts=True, by="west")


@pytest.mark.parametrize("moment", [DEADLINE, DEADLINE + dt.timedelta(seconds=1)])
def test_nobody_answers_after_the_deadline(moment):
    with pytest.raises(ProtocolViolation, match=r"has passed \(2031-03-02 09:00 UTC\)"):
        answer(accepts=True, moment=moment)


def test_nobody_answers_what_was_opened():
    closed = evolve(put(), outcome=Outcome.NO_AGREEMENT)
    with pytest.raises(ProtocolViolation, match="was opened: no agreement"):
        answer(accepts=True, proposal=closed)


@pytest.mark.parametrize(
    ("answers", "outcome"),
    [
        ({"north": True, "south": True}, Outcome.AGREED),
        ({"north": True, "south": False}, Outcome.NO_AGREEMENT),
        ({"north": False, "south": False}, Outcome.NO_AGREEMENT),
        ({"north": True}, Outcome.NO_AGREEMENT),
        ({}, Outcome.NO_AGREEMENT),
    ],
)
def test_it_is_agreed_if_all_accept_and_silence_is_no_acceptance(answers, outcome):
    sealed = [SealedAnswer(f"{by}/a", proposal="harbour/final", by=by, accepts=accepts) for by, accepts in answers.items()]
    assert outcome_of(put(), sealed) is outcome


def test_answers_to_another_proposal_do_not_count():
    sealed = [SealedAnswer(f"{by}/a", proposal="other", by=by, accepts=True) for by in ("north", "south")]
    assert outcome_of(put(), sealed) is Outcome.NO_AGREEMENT
