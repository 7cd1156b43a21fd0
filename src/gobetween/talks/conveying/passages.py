"""Passing on: what a mediator was handed to go further goes on, in these words and this form, to the next one and nobody else."""

from __future__ import annotations

from attrs import evolve

from gobetween.model.errors import ProtocolViolation
from gobetween.model.relays import Message
from gobetween.model.sealed import CUSTODIAN
from gobetween.protocols.messages import MessageHanded, MessagePassedOn
from gobetween.talks.conveying.carried_entries import answer_passed_on, position_passed_on, proposal_passed_on
from gobetween.talks.conveying.conveyances import must_reach
from gobetween.talks.conveying.returns import find_origin, known_as
from gobetween.talks.standings import Deed, Standing


def pass_on(at: Standing, message: str, *, name: str | None = None) -> tuple[Deed, ...]:
    """Passes a message on to the next mediator, or to who is to get it in the end: in its words and form, and to nobody else.

    Raises:
        ProtocolViolation: no such message waits to be passed on by the actor, its day has passed, or the next one is not reached.
    """
    received = _to_go_on(at, message)
    if received.until is not None and at.today > received.until:
        raise ProtocolViolation(f"'{message}' could be passed on until {received.until}; ask {received.carrier} for it anew")
    to, goes_on = _next(at, received)
    must_reach(at, at.actor, to)
    is_delivery = not received.through and not goes_on
    handed = MessageHanded(
        at.new_id(name),
        at.actor,
        to,
        received.text,
        form=received.form,
        attributed_to=received.attributed_to,
        onward=received.onward if received.through else None,
        through=received.through[1:],
        in_return_for=known_as(at, received.in_return_for, to),
        goes_back=goes_on,
        terms=received.terms,
        until=None if is_delivery else received.until,
    )
    noted = MessagePassedOn(message, handed.message, at.actor, to, is_delivery=is_delivery)
    full = _with_received(at, received, handed)
    return (Deed(full, frozenset({at.actor, to})), Deed(noted, frozenset({at.actor, CUSTODIAN})))


def _to_go_on(at: Standing, message: str) -> Message:
    found = next((each for each in at.case.messages if each.id == message and each.to == at.actor), None)
    if found is None:
        raise ProtocolViolation(f"nobody handed you a message called '{message}'")
    if not found.is_to_go_on:
        goes_further = found.onward is not None or found.goes_back
        raise ProtocolViolation(f"'{message}' is {found.state if goes_further else 'for your own ears'}; it is not to be passed on")
    return found


def _next(at: Standing, received: Message) -> tuple[str, bool]:
    """Who is next, and whether what goes back goes on from there."""
    if not received.goes_back:
        return (*received.through, received.onward or "")[0], False
    origin = find_origin(at, received.in_return_for or "")
    if origin is None:
        raise ProtocolViolation(f"'{received.id}' is to go back, and you had nothing from anybody that it could go back for")
    return origin.actor, not origin.is_source


def _with_received(at: Standing, received: Message, handed: MessageHanded) -> MessageHanded:
    proposal = next((each for each in at.case.proposals if each.id == received.proposal), None)
    answer = next((each for each in at.case.answers if each.id == received.answer), None)
    position = next((each for each in at.case.positions if each.id == received.id), None)
    return evolve(
        handed,
        position=position_passed_on(position, handed) if position is not None else None,
        proposal=proposal_passed_on(proposal, handed) if proposal is not None else None,
        answer=answer_passed_on(answer, handed) if answer is not None and handed.in_return_for is not None else None,
    )
