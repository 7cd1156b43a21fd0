"""What is conveyed from one side to another: the owner's ledger of it, and what the recipient gets."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from attrs import field, frozen

from gobetween.model.issues import OptionSets
from gobetween.model.items import Item
from gobetween.model.permissions import Form


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
    relay says why (`reason`). It is held by the item's owner and the carrier who answers for it; the recipient sees a `Message`.
    `after` is the relay that has to be delivered before a planned one sets out.
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
    state: RelayState = field(default=RelayState.REPORTED, kw_only=True)
    legs: tuple[Leg, ...] = field(default=(), kw_only=True)
    reason: str = field(default="", kw_only=True)
    after: str | None = field(default=None, kw_only=True)


@frozen
class Message(Item):
    """What a mediator conveyed to whoever reads it: the words, and whose they are if that was to be said (`attributed_to`).

    A message that is to go further names who is to get it in the end (`onward`); its receiver may pass it on in these words and this
    form, no others. `terms` are the options that it names, `proposal` the proposal that it conveyed, as its receiver knows it;
    `reaction` is what the receiver said to it, for that carrier's ears.
    """

    carrier: str = field(kw_only=True)
    to: str = field(kw_only=True)
    text: str = field(kw_only=True)
    form: Form = field(default=Form.VERBATIM, kw_only=True)
    attributed_to: str | None = field(default=None, kw_only=True)
    onward: str | None = field(default=None, kw_only=True)
    passed_on_as: str | None = field(default=None, kw_only=True)
    issue: str | None = field(default=None, kw_only=True)
    terms: OptionSets = field(factory=dict, kw_only=True)
    proposal: str | None = field(default=None, kw_only=True)
    until: dt.date | None = field(default=None, kw_only=True)
    reaction: str = field(default="", kw_only=True)
