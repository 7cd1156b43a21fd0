"""The protocol of proposals: drafted with others or tabled at once, joined, withdrawn.

    (nothing) --table--> tabled --withdraw--> withdrawn
    (nothing) --draft--> waits for co-authors --join--> ... --join--> joined by all --table--> tabled
                         waits for co-authors --withdraw--> withdrawn

That one has expired is told by the clock; no act says so.
"""

from __future__ import annotations

import datetime as dt
from typing import ClassVar, TypeAlias

from attrs import evolve, field, frozen

from gobetween.model.errors import ProtocolViolation
from gobetween.model.issues import OptionSets
from gobetween.model.proposals import Proposal, ProposalKind
from gobetween.protocols.acts import Act, Moment


@frozen
class Offer:
    """What is put to whom, by whom, in whose hands (see `model.proposals.Proposal`); the first author drafted it."""

    name: str
    to: tuple[str, ...]
    by: tuple[str, ...] = field(default=(), kw_only=True)
    kind: ProposalKind = field(default=ProposalKind.PROPOSAL, kw_only=True)
    terms: OptionSets = field(factory=dict, kw_only=True)
    text: str = field(default="", kw_only=True)
    carriers: tuple[str, ...] = field(default=(), kw_only=True)
    handed_to: tuple[str, ...] = field(default=(), kw_only=True)
    round: str | None = field(default=None, kw_only=True)
    expires: dt.date | None = field(default=None, kw_only=True)


@frozen
class ProposalDrafted(Act):
    """One author drafts a joint proposal, which the others may join; nobody else gets it."""

    KIND: ClassVar[str] = "proposal-drafted.v1"
    proposal: str
    offer: Offer


@frozen
class ProposalJoined(Act):
    """A co-author agrees to a joint proposal as it was drafted."""

    KIND: ClassVar[str] = "proposal-joined.v1"
    proposal: str
    by: str


@frozen
class ProposalTabled(Act):
    """A proposal is put to those who get this, or into their hands to carry."""

    KIND: ClassVar[str] = "proposal-tabled.v1"
    proposal: str
    offer: Offer


@frozen
class ProposalWithdrawn(Act):
    """An author withdraws a proposal; what was answered to it is answered to nothing any more."""

    KIND: ClassVar[str] = "proposal-withdrawn.v1"
    proposal: str
    reason: str = field(default="", kw_only=True)


ProposalAct: TypeAlias = ProposalDrafted | ProposalJoined | ProposalTabled | ProposalWithdrawn


def after(state: Proposal | None, act: ProposalAct, moment: Moment) -> Proposal:
    """The proposal after the act.

    Raises:
        ProtocolViolation: the act does not follow on what the proposal is.
    """
    match act:
        case ProposalDrafted():
            if state is not None:
                raise ProtocolViolation(f"there is a proposal '{act.proposal}' already; give the new one another name")
            return _proposal(act, moment, awaits=act.offer.by[1:])
        case ProposalJoined():
            return _joined(state, act)
        case ProposalTabled():
            if state is not None and (state.is_on_table or state.awaits):
                raise ProtocolViolation(f"the proposal '{act.proposal}' is {state_of(state)}; what can be tabled is a new one")
            return _proposal(act, moment)
        case ProposalWithdrawn():
            if state is None or state.is_withdrawn:
                raise ProtocolViolation(f"the proposal '{act.proposal}' is {state_of(state)}: there is nothing to withdraw")
            return evolve(state, is_withdrawn=True, is_on_table=False)


def state_of(proposal: Proposal | None, day: dt.date | None = None) -> str:
    """In a word or two, what became of the proposal by that day."""
    if proposal is None:
        return "not there"
    if proposal.is_withdrawn:
        return "withdrawn"
    if proposal.awaits:
        return f"waiting for {', '.join(proposal.awaits)} to join"
    return "expired" if day is not None and proposal.has_expired(day) else "tabled"


def _proposal(act: ProposalDrafted | ProposalTabled, moment: Moment, awaits: tuple[str, ...] = ()) -> Proposal:
    offer = act.offer
    return Proposal(
        act.proposal,
        name=offer.name,
        kind=offer.kind,
        by=offer.by,
        to=offer.to,
        round=offer.round,
        terms=offer.terms,
        text=offer.text,
        is_on_table=not awaits,
        expires=offer.expires,
        carriers=offer.carriers,
        handed_to=offer.handed_to,
        awaits=awaits,
        owner=offer.by[0],
        **moment.dates,
    )


def _joined(state: Proposal | None, act: ProposalJoined) -> Proposal:
    if state is None or state.is_withdrawn or act.by not in state.awaits:
        raise ProtocolViolation(f"the proposal '{act.proposal}' is {state_of(state)}; it does not wait for {act.by} to join")
    return evolve(state, awaits=tuple(each for each in state.awaits if each != act.by))
