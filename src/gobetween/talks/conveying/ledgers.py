"""The relay ledger: the owner's and the carrier's lines, which the custodian carries on when a message is passed on elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from gobetween.model.relays import Relay, RelayState
from gobetween.model.sealed import CUSTODIAN
from gobetween.protocols import relays
from gobetween.protocols.acts import Moment
from gobetween.protocols.messages import MessagePassedOn, MessageRecalled
from gobetween.protocols.plans import PlanDone
from gobetween.protocols.relays import (
    RelayBegun,
    RelayDelivered,
    RelayFollowed,
    RelayLegDone,
    RelayMoved,
    RelayStopped,
    RelayWithheld,
)
from gobetween.talks.drafts import Draft
from gobetween.talks.rules import Rules, folding
from gobetween.talks.standings import Deed


def keep_ledgers(draft: Draft, deeds: Sequence[Deed], _moment: Moment) -> tuple[Deed, ...]:
    """What the custodian does because a message was passed on, or a relay stopped.

    The owner and the first carrier get the leg; who passed it on learns nothing of them. Of what goes back to where it came from they
    get only that it has come there: where that is, is not theirs to know. What is stopped is recalled from whoever has it.
    """
    return tuple(because for deed in deeds for because in _because_of(draft, deed))


def _because_of(draft: Draft, deed: Deed) -> Iterator[Deed]:
    match deed.act:
        case MessagePassedOn() as act:
            relay = next((each for each in _kept(draft) if each.message == act.message and each.state is RelayState.UNDER_WAY), None)
            if relay is not None:
                yield from _leg(relay, act)
        case RelayStopped() as act:
            relay = next((each for each in _kept(draft) if each.id == act.relay), None)
            if relay is not None and relay.message is not None:
                last = relay.legs[-1]
                yield Deed(MessageRecalled(relay.message), frozenset({last.carrier, last.to}), CUSTODIAN)


def _leg(relay: Relay, act: MessagePassedOn) -> Iterator[Deed]:
    concerned = frozenset({relay.sender, relay.route[0]})
    moved = RelayMoved(relay.id, act.passed_on_as, act.carrier, act.to, is_delivery=act.is_delivery)
    yield Deed(moved, frozenset({CUSTODIAN}), CUSTODIAN)
    if relay.back_to is None:
        yield Deed(RelayLegDone(relay.id, act.carrier, act.to, is_delivery=act.is_delivery), concerned, CUSTODIAN)
    elif act.is_delivery:
        yield Deed(RelayDelivered(relay.id), concerned, CUSTODIAN)
    if act.is_delivery and relay.plan is not None:
        yield Deed(PlanDone(relay.plan), frozenset(relay.shown_to), CUSTODIAN)


def _kept(draft: Draft) -> Iterator[Relay]:
    return (each for each in draft.entries.get("relays", {}).values() if isinstance(each, Relay))


def _stop(draft: Draft, act: RelayStopped, moment: Moment) -> None:
    """The custodian forgets which message it was if the relay had been stopped already: it is recalled once."""
    relay = draft.find("relays", act.relay, Relay)
    if draft.reader == CUSTODIAN and relay is not None and relay.state is not RelayState.UNDER_WAY:
        draft.put("relays", evolve(relay, message=None))
    else:
        _FOLD(draft, act, moment)


_FOLD = folding("relays", "relay", Relay, relays.after)
RULES: Rules = {
    RelayBegun: _FOLD,
    RelayFollowed: _FOLD,
    RelayLegDone: _FOLD,
    RelayMoved: _FOLD,
    RelayDelivered: _FOLD,
    RelayStopped: _stop,
    RelayWithheld: _FOLD,
}
