"""The protocol of a message: handed over by a carrier, and, if it is to go further, passed on, recalled or withheld.

(nothing) --handed--> handed over --passed on--> passed on
                      handed over --recalled--> recalled      (its carrier may say no more; it stays said to who has it)
                      handed over --withheld--> withheld      (its receiver does not pass it on)
handed over, and for its receiver's own ears --reacted--> with a reaction
"""

from __future__ import annotations

import datetime as dt
from typing import ClassVar, TypeAlias

from attrs import evolve, field, frozen

from gobetween.model.caucuses import Handling, Told
from gobetween.model.errors import ProtocolViolation
from gobetween.model.issues import OptionSets
from gobetween.model.permissions import Form
from gobetween.model.positions import Position
from gobetween.model.proposals import Answer, Proposal
from gobetween.model.relays import Message, MessageState
from gobetween.protocols.acts import Act, Moment


@frozen
class MessageHanded(Act):
    """A carrier hands words to somebody: all that whoever gets them learns, and all that may be passed on."""

    KIND: ClassVar[str] = "message-handed.v1"
    message: str
    carrier: str
    to: str
    text: str
    form: Form = field(default=Form.VERBATIM, kw_only=True)
    attributed_to: str | None = field(default=None, kw_only=True)
    onward: str | None = field(default=None, kw_only=True)
    through: tuple[str, ...] = field(default=(), kw_only=True)
    in_return_for: str | None = field(default=None, kw_only=True)
    goes_back: bool = field(default=False, kw_only=True)
    terms: OptionSets = field(factory=dict, kw_only=True)
    until: dt.date | None = field(default=None, kw_only=True)
    proposal: Proposal | None = field(default=None, kw_only=True)
    answer: Answer | None = field(default=None, kw_only=True)
    position: Position | None = field(default=None, kw_only=True)


@frozen
class MessagePassedOn(Act):
    """Who was handed a message has passed it on, as a message of its own; between it and the custodian."""

    KIND: ClassVar[str] = "message-passed-on.v1"
    message: str
    passed_on_as: str
    carrier: str
    to: str
    is_delivery: bool = field(kw_only=True)


@frozen
class MessageRecalled(Act):
    """A message that has not been passed on is not to be."""

    KIND: ClassVar[str] = "message-recalled.v1"
    message: str


@frozen
class MessageWithheld(Act):
    """Who was handed a message does not pass it on, and says why to its own book, or to who handed it over as well."""

    KIND: ClassVar[str] = "message-withheld.v1"
    message: str
    reason: str


@frozen
class MessageReacted(Act):
    """What the receiver of a message says to it, for its carrier's ears: something told, under a name of its own."""

    KIND: ClassVar[str] = "message-reaction.v1"
    message: str
    reaction: str
    by: str
    to: str
    text: str
    handling: Handling = field(default=Handling.AMBER, kw_only=True)
    is_conditioned: bool = field(default=False, kw_only=True)
    noted_by: str | None = field(default=None, kw_only=True)


MessageAct: TypeAlias = MessageHanded | MessagePassedOn | MessageRecalled | MessageWithheld | MessageReacted


def after(state: Message | None, act: MessageAct, moment: Moment) -> Message:
    """The message after the act.

    Raises:
        ProtocolViolation: the act does not follow on what the message is.
    """
    match act:
        case MessageHanded():
            return _handed(state, act, moment)
        case MessagePassedOn():
            open_one = _to_go_on(state, act.message)
            return evolve(open_one, state=MessageState.PASSED_ON, passed_on_as=act.passed_on_as)
        case MessageRecalled():
            return evolve(_recallable(state, act.message), state=MessageState.RECALLED)
        case MessageWithheld():
            return evolve(_to_go_on(state, act.message), state=MessageState.WITHHELD, reason=act.reason)
        case _:
            return evolve(_there(state, act.message), reaction=act.text)


def reaction(act: MessageReacted, moment: Moment) -> Told:
    """The reaction as something told: to pass it on needs the permission of who said it, as anything does."""
    return Told(
        act.reaction,
        owner=act.by,
        to=(act.to,),
        text=act.text,
        handling=act.handling,
        is_conditioned=act.is_conditioned,
        noted_by=act.noted_by,
        about=act.message,
        **moment.dates,
    )


def _handed(state: Message | None, act: MessageHanded, moment: Moment) -> Message:
    if state is not None:
        raise ProtocolViolation(f"there is a message '{act.message}' already; choose another name")
    return Message(
        act.message,
        carrier=act.carrier,
        to=act.to,
        text=act.text,
        form=act.form,
        attributed_to=act.attributed_to,
        onward=act.onward,
        through=act.through,
        in_return_for=act.in_return_for,
        goes_back=act.goes_back,
        terms=act.terms,
        until=act.until,
        proposal=act.proposal.id if act.proposal else None,
        answer=act.answer.id if act.answer else None,
        owner=act.carrier,
        **moment.dates,
    )


def _there(state: Message | None, name: str) -> Message:
    if state is None:
        raise ProtocolViolation(f"no message that you know of is called '{name}'")
    return state


def _to_go_on(state: Message | None, name: str) -> Message:
    found = _there(state, name)
    if not found.is_to_go_on:
        is_open = found.state is MessageState.HANDED
        what = f"for {found.to}'s own ears" if is_open else f"{found.state} already"
        raise ProtocolViolation(f"the message '{name}' is {what}; it would have to be handed over to go further")
    return found


def _recallable(state: Message | None, name: str) -> Message:
    found = _there(state, name)
    return found if found.state is MessageState.WITHHELD else _to_go_on(found, name)
