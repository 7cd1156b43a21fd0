"""What is conveyed from one side to another: the owner's ledger of it, and what the recipient gets."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from attrs import field, frozen

from gobetween.model.issues import OptionSets
from gobetween.model.items import Item
from gobetween.model.permissions import Form


class MessageState(StrEnum):
    """What became of a message that was to go further."""

    HANDED = "handed over"
    PASSED_ON = "passed on"
    RECALLED = "recalled"
    WITHHELD = "withheld"


class RelayState(StrEnum):
    """How far a relay has come."""

    REPORTED = "reported"
    PLANNED = "planned"
    UNDER_WAY = "under way"
    DELIVERED = "delivered"
    WITHHELD = "withheld"


@frozen
class Leg:
    """One leg of a route: who handed it to whom, and when."""

    carrier: str
    to: str
    at: dt.datetime | None = None


@frozen
class Relay(Item):
    """That something was, or is to be, conveyed from one side to another by a route of mediators, in order.

    One line of the relay ledger: `item` is what was conveyed, `permission` what allowed it, `text` the wording conveyed; a withheld
    relay says why (`reason`). It is held by the item's owner and the carrier who answers for it, who alone knows the `message` that
    it handed over; the recipient sees a `Message`. What goes back to wherever a message came from names that message (`back_to`)
    and no recipient: its `to` is the carrier.

    A plan is a relay too: `due` is its day, `after` the plan that has to be delivered before it, `shown_to` the mediators who see it.
    """

    sender: str = field(kw_only=True)
    to: str = field(kw_only=True)
    route: tuple[str, ...] = field(kw_only=True)
    text: str = field(kw_only=True)
    is_planned: bool = field(default=False, kw_only=True)
    item: str | None = field(default=None, kw_only=True)
    permission: str | None = field(default=None, kw_only=True)
    form: Form | None = field(default=None, kw_only=True)
    is_attributed: bool = field(default=False, kw_only=True)
    used_other_software: bool = field(default=False, kw_only=True)
    state: RelayState = field(default=RelayState.REPORTED, kw_only=True)
    legs: tuple[Leg, ...] = field(default=(), kw_only=True)
    reason: str = field(default="", kw_only=True)
    message: str | None = field(default=None, kw_only=True)
    back_to: str | None = field(default=None, kw_only=True)
    plan: str | None = field(default=None, kw_only=True)
    due: dt.date | None = field(default=None, kw_only=True)
    after: str | None = field(default=None, kw_only=True)
    shown_to: tuple[str, ...] = field(default=(), kw_only=True)


@frozen
class Message(Item):
    """What a mediator conveyed to whoever reads it: the words, and whose they are if that was to be said (`attributed_to`).

    A message that is to go further names who is to get it in the end (`onward`), and the mediators in between (`through`); its
    receiver may pass it on in these words and this form, no others. `terms` are the options that it names; a proposal or an answer
    that it brought stands among its receiver's proposals or answers under the message's id. `in_return_for` is the message or
    proposal of the receiver's that it replies to; if it `goes_back`, its receiver takes it to wherever it had that from. `reaction`
    is what the receiver said to it, for that carrier's ears.
    """

    carrier: str = field(kw_only=True)
    to: str = field(kw_only=True)
    text: str = field(kw_only=True)
    form: Form = field(default=Form.VERBATIM, kw_only=True)
    attributed_to: str | None = field(default=None, kw_only=True)
    onward: str | None = field(default=None, kw_only=True)
    through: tuple[str, ...] = field(default=(), kw_only=True)
    in_return_for: str | None = field(default=None, kw_only=True)
    goes_back: bool = field(default=False, kw_only=True)
    state: MessageState = field(default=MessageState.HANDED, kw_only=True)
    passed_on_as: str | None = field(default=None, kw_only=True)
    reason: str = field(default="", kw_only=True)
    terms: OptionSets = field(factory=dict, kw_only=True)
    proposal: str | None = field(default=None, kw_only=True)
    answer: str | None = field(default=None, kw_only=True)
    until: dt.date | None = field(default=None, kw_only=True)
    reaction: str = field(default="", kw_only=True)

    @property
    def is_to_go_on(self) -> bool:
        """Whether its receiver has it only to pass it on, and has not done so."""
        return self.state is MessageState.HANDED and (self.onward is not None or self.goes_back)
