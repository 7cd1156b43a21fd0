"""The protocol of answers: what stands, what waits for the principal, and what the principal makes of it.

    (nothing) --give--> stands
    (nothing) --give--> ad referendum --settle--> approved, amended or refused

An answer takes the place of the same party's earlier one to the same proposal. Silence is no act: that nobody answered in time is
told by the clock.
"""

from __future__ import annotations

from typing import ClassVar

from attrs import evolve, field, frozen

from gobetween.model.errors import ProtocolViolation
from gobetween.model.issues import Link, OptionSets
from gobetween.model.proposals import Answer, AnswerKind, AnswerState
from gobetween.protocols.acts import Act, Moment

GIVEN = frozenset({AnswerKind.ACCEPT, AnswerKind.ACCEPT_IF, AnswerKind.COUNTER, AnswerKind.REJECT, AnswerKind.REFER})
"""The answers that an addressee can give; that it has given none is for the clock to say."""

SETTLED = frozenset({AnswerState.APPROVED, AnswerState.AMENDED, AnswerState.REFUSED})
"""What can become of an answer that waits for the principal."""


@frozen
class Reply:
    """What is answered: accept if these options are taken (`requires`) where those are (`where`), or this proposal instead."""

    answer: AnswerKind
    requires: OptionSets = field(factory=dict, kw_only=True)
    where: OptionSets = field(factory=dict, kw_only=True)
    counter: str | None = field(default=None, kw_only=True)
    text: str = field(default="", kw_only=True)


@frozen
class AnswerGiven(Act):
    """An addressee answers a proposal, to those who brought it; `to` is the line of addressees on a letter."""

    KIND: ClassVar[str] = "answer-given.v1"
    answer: str
    proposal: str
    by: str
    to: tuple[str, ...]
    reply: Reply
    state: AnswerState = field(default=AnswerState.STANDS, kw_only=True)


@frozen
class AnswerSettled(Act):
    """What an answer given ad referendum has come to; how it was decided is not in it."""

    KIND: ClassVar[str] = "answer-settled.v1"
    answer: str
    state: AnswerState


def given(state: Answer | None, act: AnswerGiven, moment: Moment) -> Answer:
    """The answer that is given.

    Raises:
        ProtocolViolation: there is an answer of that name; or it is no answer that can be given, or lacks what such a one says.
    """
    if state is not None:
        raise ProtocolViolation(f"there is an answer '{act.answer}' already; give the new one another name")
    check_reply(act.reply)
    return Answer(
        act.answer,
        proposal=act.proposal,
        by=act.by,
        answer=act.reply.answer,
        to=act.to,
        text=act.reply.text,
        requires=act.reply.requires,
        counter=act.reply.counter,
        state=act.state,
        owner=act.by,
        **moment.dates,
    )


def settled(state: Answer | None, act: AnswerSettled) -> Answer:
    """The answer once the principal has decided; one that was referred to the principal, who approves, is its acceptance.

    Raises:
        ProtocolViolation: no such answer waits for the principal.
    """
    if state is None or state.state is not AnswerState.AD_REFERENDUM or act.state not in SETTLED:
        found = f"its state is '{state.state}'" if state else "it is not there"
        raise ProtocolViolation(f"the answer '{act.answer}' does not wait for the principal: {found}")
    is_approved_referral = state.answer is AnswerKind.REFER and act.state is AnswerState.APPROVED
    return evolve(state, state=act.state, answer=AnswerKind.ACCEPT if is_approved_referral else state.answer)


def condition_of(act: AnswerGiven, moment: Moment) -> Link | None:
    """The link that an acceptance on a condition makes; `None` for any other answer. It has the answer's id."""
    if act.reply.answer is not AnswerKind.ACCEPT_IF:
        return None
    return Link(
        act.answer,
        by=act.by,
        if_chosen=act.reply.where,
        requires=act.reply.requires,
        text=act.reply.text,
        owner=act.by,
        **moment.dates,
    )


def check_reply(reply: Reply) -> None:
    """Refuses an answer that is none, lacks what such a one says, or says more.

    Raises:
        ProtocolViolation: what is wrong with it.
    """
    if reply.answer not in GIVEN:
        raise ProtocolViolation(f"'{reply.answer}' is not given as an answer: allowed are {', '.join(sorted(GIVEN))}")
    if (reply.answer is AnswerKind.ACCEPT_IF) is not bool(reply.requires):
        raise ProtocolViolation("'accept if' names the options that it requires, and no other answer does")
    if bool(reply.where) is not bool(reply.requires):
        raise ProtocolViolation("a condition says where it holds: on which options of other issues than those that it requires")
    both = sorted(set(reply.where) & set(reply.requires))
    if both:
        raise ProtocolViolation(f"'{both[0]}' is required where it is chosen; a condition goes from some issues to others")
    if (reply.answer is AnswerKind.COUNTER) is not (reply.counter is not None):
        raise ProtocolViolation("a counter names the proposal that is made instead, and no other answer does")
