"""Withdrawing what was proposed: one's own proposal, or, as a mediator, what one conveyed once it does not stand any more."""

from __future__ import annotations

from gobetween.model.errors import ProtocolViolation
from gobetween.model.proposals import Proposal
from gobetween.model.relays import Message, RelayState
from gobetween.protocols.proposals import ProposalWithdrawn
from gobetween.talks.proposing import proposals
from gobetween.talks.standings import Deed, Standing


def withdraw(at: Standing, proposal: str, *, reason: str = "") -> tuple[Deed, ...]:
    """Withdraws a proposal: one's own where it was given, or one that was conveyed, where it was conveyed.

    A mediator withdraws what it put under its own name at any time, and what it conveyed in another's name once it knows that the
    proposal was withdrawn: each step of a route withdraws its own.

    Raises:
        ProtocolViolation: whoever acts has neither made nor conveyed it, it is withdrawn already, still under way, or still stands.
    """
    message = next((each for each in at.case.messages if each.id == each.proposal == proposal and each.carrier == at.actor), None)
    if message is None:
        return proposals.withdraw(at, proposal, reason=reason)
    under_way = (each.message for each in at.case.relays if each.state is RelayState.UNDER_WAY)
    if proposal in under_way:
        raise ProtocolViolation(f"'{proposal}' is still on its way: recall it instead (withhold)")
    original = _original(at, message)
    if message.attributed_to is not None and original is not None and not original.is_withdrawn:
        raise ProtocolViolation(f"'{original.id}', which you conveyed as '{proposal}', still stands; its authors can withdraw it")
    return (Deed(ProposalWithdrawn(proposal, reason=reason), frozenset({at.actor, message.to})),)


def _original(at: Standing, message: Message) -> Proposal | None:
    """What the message conveyed, as far as the mediator knows: the item that it conveyed, or what it passed on."""
    conveyed = {each.item for each in at.case.relays if each.message == message.id}
    passed_on = {each.proposal for each in at.case.messages if each.passed_on_as == message.id}
    return next((each for each in at.case.proposals if each.id in conveyed | passed_on), None)
