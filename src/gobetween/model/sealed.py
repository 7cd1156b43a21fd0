"""What parties answer under seal: the mediators' proposal, and blind bidding on one number."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from attrs import field, frozen

from gobetween.model.issues import OptionSets
from gobetween.model.items import Item

CUSTODIAN = "custodian"
"""The audience of the software itself, which keeps what is sealed until it may be opened; no person acts or reads as it."""


class Outcome(StrEnum):
    """All that anybody learns of sealed answers."""

    AGREED = "agreed"
    NO_AGREEMENT = "no agreement"


@frozen
class SealedProposal(Item):
    """A mediators' proposal: take it or leave it, answered under seal by `deadline_utc`; silence is no acceptance.

    `awaits` are mediators who have yet to join in putting it; until they have, no party gets it.
    """

    name: str = field(kw_only=True)
    by: tuple[str, ...] = field(kw_only=True)
    to: tuple[str, ...] = field(kw_only=True)
    text: str = field(kw_only=True)
    terms: OptionSets = field(factory=dict, kw_only=True)
    deadline_utc: dt.datetime = field(kw_only=True)
    awaits: tuple[str, ...] = field(default=(), kw_only=True)
    outcome: Outcome | None = field(default=None, kw_only=True)


@frozen
class SealedAnswer(Item):
    """A party's answer to a mediators' proposal: its own, and the custodian's.

    Mediators get it once it is opened, if the talks were opened so.
    """

    proposal: str = field(kw_only=True)
    by: str = field(kw_only=True)
    accepts: bool = field(kw_only=True)


@frozen
class BlindBidding(Item):
    """Bidding on one number: `payer` bids the most it would give, `payee` the least it would take; they meet in the middle or not.

    Bids are whole numbers of `unit`. If the payer's bid is at least the payee's, the settlement is the mean, rounded down; else
    nobody learns how near they were. `awaits` are mediators who have yet to join in asking; until they have, no party gets it.
    """

    question: str = field(kw_only=True)
    unit: str = field(kw_only=True)
    by: tuple[str, ...] = field(kw_only=True)
    payer: str = field(kw_only=True)
    payee: str = field(kw_only=True)
    issue: str | None = field(default=None, kw_only=True)
    deadline_utc: dt.datetime = field(kw_only=True)
    awaits: tuple[str, ...] = field(default=(), kw_only=True)
    outcome: Outcome | None = field(default=None, kw_only=True)
    settled: int | None = field(default=None, kw_only=True)


@frozen
class SealedBid(Item):
    """A party's bid: its own, and the custodian's."""

    bidding: str = field(kw_only=True)
    by: str = field(kw_only=True)
    amount: int = field(kw_only=True)
