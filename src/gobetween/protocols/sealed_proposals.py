"""The mediators' proposal: take it or leave it, answered under seal.

    (nothing) --put--> open --close--> agreed | no agreement
    (nothing) --draft--> waits for co-mediators --join--> ... --put--> open         where several put it together
    (no answer) --seal--> sealed --seal--> sealed otherwise                         while it is open

An answer is the party's own and the custodian's. The custodian closes it when all have answered or the deadline has passed, and says
`agreed` if all have accepted, else `no agreement`: nothing of who refused, how many, or who was silent.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import ClassVar, TypeAlias

from attrs import evolve, field, frozen

from gobetween.model.errors import ProtocolViolation
from gobetween.model.issues import OptionSets
from gobetween.model.sealed import Outcome, SealedAnswer, SealedProposal
from gobetween.protocols.acts import Act, Moment
from gobetween.protocols.deadlines import must_be_ahead, must_be_open


@frozen
class FinalOffer:
    """What is put to the parties to take or leave, by which mediators, and by when they answer."""

    name: str
    text: str
    by: tuple[str, ...] = field(kw_only=True)
    to: tuple[str, ...] = field(kw_only=True)
    terms: OptionSets = field(factory=dict, kw_only=True)
    deadline_utc: dt.datetime = field(kw_only=True)


@frozen
class SealedProposalDrafted(Act):
    """One mediator drafts what several are to put together; nobody but them gets it."""

    KIND: ClassVar[str] = "sealed-proposal-drafted.v1"
    proposal: str
    offer: FinalOffer


@frozen
class SealedProposalJoined(Act):
    """A mediator agrees to put it, while others are still waited for; the last to agree puts it."""

    KIND: ClassVar[str] = "sealed-proposal-joined.v1"
    proposal: str
    by: str


@frozen
class SealedProposalPut(Act):
    """It is put to the parties."""

    KIND: ClassVar[str] = "sealed-proposal-put.v1"
    proposal: str
    offer: FinalOffer


@frozen
class SealedProposalClosed(Act):
    """The custodian says what came of it, and nothing else, to everyone alike."""

    KIND: ClassVar[str] = "sealed-proposal-closed.v1"
    proposal: str
    outcome: Outcome


@frozen
class AnswerSealed(Act):
    """A party accepts or not; another answer of its takes the place of this one."""

    KIND: ClassVar[str] = "answer-sealed.v1"
    answer: str
    proposal: str
    by: str
    accepts: bool


@frozen
class OpenedAnswer:
    """What one party answered."""

    by: str
    accepts: bool


@frozen
class AnswersOpened(Act):
    """The custodian tells the mediators who answered what, where the talks were opened so that they learn it."""

    KIND: ClassVar[str] = "answers-opened.v1"
    proposal: str
    answers: tuple[OpenedAnswer, ...]


SealedProposalAct: TypeAlias = SealedProposalDrafted | SealedProposalJoined | SealedProposalPut | SealedProposalClosed


def after(state: SealedProposal | None, act: SealedProposalAct, moment: Moment) -> SealedProposal:
    """The proposal after the act.

    Raises:
        ProtocolViolation: the act does not follow on what the proposal is.
    """
    match act:
        case SealedProposalDrafted():
            _must_be_new(state, act.proposal)
            return evolve(_proposal(act.proposal, act.offer, moment), awaits=act.offer.by[1:])
        case SealedProposalJoined():
            if state is None or len(state.awaits) < 2 or act.by not in state.awaits:
                raise ProtocolViolation(f"no mediators' proposal '{act.proposal}' waits for {act.by} to join")
            return evolve(state, awaits=tuple(each for each in state.awaits if each != act.by))
        case SealedProposalPut():
            return _put(state, act, moment)
    if state is None or state.outcome is not None:
        raise ProtocolViolation(f"the mediators' proposal '{act.proposal}' is not open")
    return evolve(state, outcome=act.outcome)


def answered(state: SealedAnswer | None, proposal: SealedProposal, act: AnswerSealed, moment: Moment) -> SealedAnswer:
    """The party's answer after the act.

    Raises:
        ProtocolViolation: the proposal is not put to it, or was opened, or is due to be; or it has answered just so.
    """
    if act.by not in proposal.to:
        raise ProtocolViolation(f"'{proposal.id}' is not put to {act.by}")
    must_be_open(proposal, moment.at)
    if state is not None and state.accepts is act.accepts:
        raise ProtocolViolation(f"you have sealed that answer to '{proposal.id}' already")
    return SealedAnswer(act.answer, proposal=act.proposal, by=act.by, accepts=act.accepts, owner=act.by, **moment.dates)


def outcome_of(proposal: SealedProposal, answers: Iterable[SealedAnswer]) -> Outcome:
    """Agreed if all to whom it is put accept; who is silent does not."""
    accepting = {each.by for each in answers if each.proposal == proposal.id and each.accepts}
    return Outcome.AGREED if accepting.issuperset(proposal.to) else Outcome.NO_AGREEMENT


def _put(state: SealedProposal | None, act: SealedProposalPut, moment: Moment) -> SealedProposal:
    put = _proposal(act.proposal, act.offer, moment)
    if state is None:
        return put
    drafted = evolve(put, when=state.when, known=state.known, holders=state.holders, awaits=(moment.author,))
    if state != drafted:
        raise ProtocolViolation(f"there is a mediators' proposal called '{act.proposal}' already")
    return put


def _proposal(name: str, offer: FinalOffer, moment: Moment) -> SealedProposal:
    must_be_ahead(offer.deadline_utc, moment.at)
    return SealedProposal(
        name,
        name=offer.name,
        by=offer.by,
        to=offer.to,
        text=offer.text,
        terms=offer.terms,
        deadline_utc=offer.deadline_utc,
        **moment.dates,
    )


def _must_be_new(state: SealedProposal | None, name: str) -> None:
    if state is not None:
        raise ProtocolViolation(f"there is a mediators' proposal called '{name}' already")
