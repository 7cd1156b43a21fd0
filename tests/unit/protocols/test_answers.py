"""The protocol of answers: what can be given, what waits for the principal, and what becomes of it."""

from __future__ import annotations

import datetime as dt

import pytest

from gobetween.model.errors import ProtocolViolation
from gobetween.model.proposals import Answer, AnswerKind, AnswerState
from gobetween.protocols.acts import Moment
from gobetween.protocols.answers import AnswerGiven, AnswerSettled, Reply, condition_of, given, settled

MOMENT = Moment("north", dt.datetime(2031, 3, 2, 9, tzinfo=dt.UTC))
HALF, DAYS = {"toll": frozenset({"half"})}, {"hours": frozenset({"day"})}
ACCEPT = Reply(AnswerKind.ACCEPT, text="So be it.")
ACCEPT_IF = Reply(AnswerKind.ACCEPT_IF, requires=DAYS, where=HALF, text="By day only.")


def answer(reply: Reply, state: AnswerState = AnswerState.STANDS) -> AnswerGiven:
    return AnswerGiven("north/a", "bridge/p", "north", ("bridge",), reply, state=state)


def waiting(reply: Reply = ACCEPT) -> Answer:
    return given(None, answer(reply, AnswerState.AD_REFERENDUM), MOMENT)


def test_an_answer_stands_and_is_the_answerers() -> None:
    stands = given(None, answer(ACCEPT), MOMENT)
    assert (stands.proposal, stands.by, stands.to, stands.answer, stands.text) == (
        "bridge/p",
        "north",
        ("bridge",),
        AnswerKind.ACCEPT,
        "So be it.",
    )
    assert (stands.owner, stands.when.day, stands.state) == ("north", dt.date(2031, 3, 2), AnswerState.STANDS)
    assert stands.is_acceptance
    assert stands.is_current


def test_one_given_ad_referendum_is_no_acceptance_yet() -> None:
    assert not waiting().is_acceptance
    assert waiting().is_current


@pytest.mark.parametrize(
    ("state", "is_acceptance", "is_current"),
    [
        (AnswerState.APPROVED, True, True),
        (AnswerState.AMENDED, False, False),
        (AnswerState.REFUSED, False, True),
    ],
)
def test_the_principal_settles_what_waits_for_it(state: AnswerState, is_acceptance: bool, is_current: bool) -> None:
    done = settled(waiting(), AnswerSettled("north/a", state))
    assert (done.state, done.is_acceptance, done.is_current) == (state, is_acceptance, is_current)


@pytest.mark.parametrize(("state", "kind"), [(AnswerState.APPROVED, AnswerKind.ACCEPT), (AnswerState.REFUSED, AnswerKind.REFER)])
def test_what_was_referred_to_the_principal_is_accepted_by_its_approval(state: AnswerState, kind: AnswerKind) -> None:
    assert settled(waiting(Reply(AnswerKind.REFER)), AnswerSettled("north/a", state)).answer is kind


def test_an_acceptance_on_a_condition_makes_a_link_of_the_answers_name() -> None:
    link = condition_of(answer(ACCEPT_IF), MOMENT)
    assert link is not None
    assert (link.id, link.by, link.if_chosen, link.requires, link.text, link.owner) == (
        "north/a",
        "north",
        HALF,
        DAYS,
        "By day only.",
        "north",
    )
    assert condition_of(answer(ACCEPT), MOMENT) is None


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (Reply(AnswerKind.NO_ANSWER), "'no answer' is not given as an answer: allowed are "),
        (Reply(AnswerKind.PENDING), "'pending' is not given as an answer: allowed are accept, accept if, counter, refer to principal"),
        (Reply(AnswerKind.ACCEPT_IF, where=HALF), "'accept if' names the options that it requires, and no other answer does"),
        (Reply(AnswerKind.ACCEPT, requires=DAYS, where=HALF), "'accept if' names the options that it requires"),
        (Reply(AnswerKind.ACCEPT_IF, requires=DAYS), "a condition says where it holds"),
        (Reply(AnswerKind.ACCEPT, where=HALF), "a condition says where it holds"),
        (Reply(AnswerKind.ACCEPT_IF, requires=DAYS, where={**HALF, **DAYS}), "'hours' is required where it is chosen"),
        (Reply(AnswerKind.COUNTER), "a counter names the proposal that is made instead, and no other answer does"),
        (Reply(AnswerKind.REJECT, counter="north/p"), "a counter names the proposal that is made instead"),
    ],
)
def test_an_answer_says_what_such_a_one_says_and_no_more(reply: Reply, words: str) -> None:
    with pytest.raises(ProtocolViolation) as refused:
        given(None, answer(reply), MOMENT)
    assert str(refused.value).startswith(words)


def test_two_answers_have_two_names() -> None:
    with pytest.raises(ProtocolViolation, match="there is an answer 'north/a' already; give the new one another name"):
        given(waiting(), answer(ACCEPT), MOMENT)


@pytest.mark.parametrize("state", [AnswerState.STANDS, AnswerState.AD_REFERENDUM, AnswerState.REPLACED])
def test_an_answer_is_settled_by_approval_amendment_or_refusal_alone(state: AnswerState) -> None:
    with pytest.raises(ProtocolViolation, match="the answer 'north/a' does not wait for the principal: its state is 'ad referendum'"):
        settled(waiting(), AnswerSettled("north/a", state))


def test_what_stands_or_is_not_there_waits_for_no_principal() -> None:
    with pytest.raises(ProtocolViolation, match="the answer 'north/a' does not wait for the principal: its state is 'stands'"):
        settled(given(None, answer(ACCEPT), MOMENT), AnswerSettled("north/a", AnswerState.APPROVED))
    with pytest.raises(ProtocolViolation, match="the answer 'north/a' does not wait for the principal: it is not there"):
        settled(None, AnswerSettled("north/a", AnswerState.APPROVED))
