"""What is said to a message, and what a mediator does not convey, with its reason."""

from __future__ import annotations

from gobetween.model.caucuses import Handling
from gobetween.model.errors import ProtocolViolation
from gobetween.model.relays import RelayState
from gobetween.model.sealed import CUSTODIAN
from gobetween.protocols.messages import MessageReacted, MessageWithheld
from gobetween.protocols.relays import RelayStopped, RelayWithheld
from gobetween.talks.conveying.plans import drop_plan
from gobetween.talks.knowing.ownership import entrusted_by, find_item
from gobetween.talks.proposing.mandates import must_be_delegation
from gobetween.talks.standings import Deed, Standing


def react(
    at: Standing,
    message: str,
    text: str,
    *,
    handling: Handling = Handling.AMBER,
    is_conditioned: bool = False,
    name: str | None = None,
) -> tuple[Deed, ...]:
    """Whoever got a message says something to it, or its carrier notes what was said; the two of them get it, and nobody else.

    It is the receiver's own, as anything that it tells: to convey it, also to whose words the message had, needs its permission.

    Raises:
        ProtocolViolation: whoever acts neither got such a message nor handed it over; or nothing is said.
    """
    must_be_delegation(at)
    found = next((each for each in at.case.messages if each.id == message and at.actor in (each.to, each.carrier)), None)
    if found is None:
        raise ProtocolViolation(f"you neither got nor conveyed a message called '{message}'")
    if not text.strip():
        raise ProtocolViolation("say in words what was said to it")
    act = MessageReacted(
        message,
        at.new_id(name),
        found.to,
        found.carrier,
        text,
        handling=handling,
        is_conditioned=is_conditioned,
        noted_by=at.actor if at.actor == found.carrier else None,
    )
    return (Deed(act, frozenset({found.to, found.carrier})),)


def withhold(at: Standing, what: str, reason: str, *, to: str | None = None, tells: bool = False) -> tuple[Deed, ...]:
    """A mediator does not convey something, and says why: to its own book, or, if it `tells`, to whose it is as well.

    It may be an item that it holds (then say from whom it is withheld: `to`), a message that it was to pass on (whoever handed it
    over is told), a relay of its own under way (it is recalled), or a plan of its own (those who see it are told in any case).

    Raises:
        ProtocolViolation: it holds nothing of that name that it could convey; or no reason is given.
    """
    at.must_be_mediator()
    if not reason.strip():
        raise ProtocolViolation("say why it is withheld")
    message = next((each for each in at.case.messages if each.id == what and each.to == at.actor), None)
    if message is not None:
        audience = {at.actor, message.carrier} if tells else {at.actor}
        return (Deed(MessageWithheld(what, reason), frozenset(audience)),)
    relay = next((each for each in at.case.relays if each.id == what), None)
    if relay is not None and relay.state is RelayState.PLANNED:
        return drop_plan(at, what, reason)
    if relay is not None and relay.route[0] == at.actor:
        audience = {at.actor, CUSTODIAN, *((relay.sender,) if tells else ())}
        return (Deed(RelayStopped(what, reason=reason), frozenset(audience)),)
    return _withhold_item(at, what, reason, to=to, tells=tells)


def _withhold_item(at: Standing, what: str, reason: str, *, to: str | None, tells: bool) -> tuple[Deed, ...]:
    item = find_item(at, what)
    if item is None:
        raise ProtocolViolation(f"you hold nothing called '{what}' that could be withheld")
    if to is None:
        raise ProtocolViolation(f"say from whom '{what}' is withheld")
    at.must_know(to)
    owner = entrusted_by(item) or at.actor
    if owner == to:
        raise ProtocolViolation(f"'{what}' is {to}'s own: it cannot be withheld from whose it is")
    act = RelayWithheld(at.new_id(), what, owner, to, at.actor, reason)
    return (Deed(act, frozenset({at.actor, owner} if tells else {at.actor})),)
