"""The protocol of a relay, as the ledger of the item's owner and the carrier who answers for it has it.

(nothing) --begun--> under way --leg by leg--> delivered        (at once, if the carrier hands it to the recipient itself)
                     under way --stopped--> withheld            (the permission was revoked, or the carrier recalled it)
(nothing) --withheld--> withheld
"""

from __future__ import annotations

from itertools import pairwise
from typing import ClassVar, TypeAlias

from attrs import evolve, field, frozen

from gobetween.model.errors import ProtocolViolation
from gobetween.model.permissions import Form
from gobetween.model.relays import Leg, Relay, RelayState
from gobetween.protocols.acts import Act, Moment


@frozen
class RelayBegun(Act):
    """A carrier conveys something: the line of the ledger, for the item's owner and for itself."""

    KIND: ClassVar[str] = "relay-begun.v1"
    relay: str
    sender: str
    to: str
    route: tuple[str, ...]
    text: str
    form: Form
    item: str | None = field(default=None, kw_only=True)
    permission: str | None = field(default=None, kw_only=True)
    is_attributed: bool = field(default=False, kw_only=True)
    used_other_software: bool = field(default=False, kw_only=True)
    back_to: str | None = field(default=None, kw_only=True)
    is_delivered: bool = field(kw_only=True)


@frozen
class RelayFollowed(Act):
    """Which message a relay is, for the carrier's own book, and for the custodian, who keeps the line up to date from then on."""

    KIND: ClassVar[str] = "relay-followed.v1"
    relay: str
    message: str
    sender: str
    route: tuple[str, ...]  # of which the custodian needs the first and the second
    back_to: str | None = field(default=None, kw_only=True)
    plan: str | None = field(default=None, kw_only=True)
    shown_to: tuple[str, ...] = field(default=(), kw_only=True)


@frozen
class RelayLegDone(Act):
    """A leg of the route is done: recorded by the custodian when the next carrier passed the message on."""

    KIND: ClassVar[str] = "relay-leg-done.v1"
    relay: str
    carrier: str
    to: str
    is_delivery: bool = field(kw_only=True)


@frozen
class RelayDelivered(Act):
    """What was to go back has come to where it goes back to; where that is is not said."""

    KIND: ClassVar[str] = "relay-delivered.v1"
    relay: str


@frozen
class RelayMoved(Act):
    """Which message a relay is now, who handed it over and who has it; the custodian's own."""

    KIND: ClassVar[str] = "relay-moved.v1"
    relay: str
    message: str
    carrier: str
    to: str
    is_delivery: bool = field(kw_only=True)


@frozen
class RelayStopped(Act):
    """A relay under way goes no further."""

    KIND: ClassVar[str] = "relay-stopped.v1"
    relay: str
    reason: str = field(default="", kw_only=True)


@frozen
class RelayWithheld(Act):
    """A mediator does not convey something to somebody, and says why: to its own book, or to the item's owner as well."""

    KIND: ClassVar[str] = "relay-withheld.v1"
    relay: str
    item: str
    sender: str
    to: str
    carrier: str
    reason: str


RelayAct: TypeAlias = RelayBegun | RelayFollowed | RelayLegDone | RelayDelivered | RelayMoved | RelayStopped | RelayWithheld


def after(state: Relay | None, act: RelayAct, moment: Moment) -> Relay:
    """The relay after the act.

    Raises:
        ProtocolViolation: the act does not follow on what the relay is.
    """
    match act:
        case RelayBegun():
            return _begun(state, act, moment)
        case RelayFollowed():
            return _followed(state, act, moment)
        case RelayLegDone():
            return _with_leg(_under_way(state, act.relay), act, moment)
        case RelayMoved():
            return evolve(_with_leg(_under_way(state, act.relay), act, moment), message=act.message)
        case RelayDelivered():
            return evolve(_under_way(state, act.relay), state=RelayState.DELIVERED)
        case RelayStopped():
            return evolve(_under_way(state, act.relay), state=RelayState.WITHHELD, reason=act.reason)
        case _:
            return _withheld(state, act, moment)


def _begun(state: Relay | None, act: RelayBegun, moment: Moment) -> Relay:
    _must_be_new(state, act.relay)
    beyond = () if act.back_to else (act.to,)
    first_leg = tuple(pairwise((*act.route, *beyond)))[:1]
    return Relay(
        act.relay,
        sender=act.sender,
        to=act.to,
        route=act.route,
        text=act.text,
        form=act.form,
        item=act.item,
        permission=act.permission,
        is_attributed=act.is_attributed,
        used_other_software=act.used_other_software,
        back_to=act.back_to,
        state=RelayState.DELIVERED if act.is_delivered else RelayState.UNDER_WAY,
        legs=tuple(Leg(carrier, to, moment.at) for carrier, to in first_leg),
        **moment.dates,
    )


def _followed(state: Relay | None, act: RelayFollowed, moment: Moment) -> Relay:
    if state is not None:
        return evolve(state, message=act.message, plan=act.plan)
    return Relay(
        act.relay,
        sender=act.sender,
        to=act.route[0],
        route=act.route,
        text="",
        back_to=act.back_to,
        state=RelayState.UNDER_WAY,
        legs=(Leg(act.route[0], act.route[1], moment.at),),
        message=act.message,
        plan=act.plan,
        shown_to=act.shown_to,
        **moment.dates,
    )


def _with_leg(state: Relay, act: RelayLegDone | RelayMoved, moment: Moment) -> Relay:
    reached = RelayState.DELIVERED if act.is_delivery else RelayState.UNDER_WAY
    return evolve(state, state=reached, legs=(*state.legs, Leg(act.carrier, act.to, moment.at)))


def _withheld(state: Relay | None, act: RelayWithheld, moment: Moment) -> Relay:
    _must_be_new(state, act.relay)
    return Relay(
        act.relay,
        sender=act.sender,
        to=act.to,
        route=(act.carrier,),
        text="",
        item=act.item,
        state=RelayState.WITHHELD,
        reason=act.reason,
        **moment.dates,
    )


def _must_be_new(state: Relay | None, name: str) -> None:
    if state is not None:
        raise ProtocolViolation(f"there is a relay '{name}' already; choose another name")


def _under_way(state: Relay | None, name: str) -> Relay:
    if state is None or state.state is not RelayState.UNDER_WAY:
        found = "not there" if state is None else str(state.state)
        raise ProtocolViolation(f"the relay '{name}' is {found}; it would have to be under way")
    return state
