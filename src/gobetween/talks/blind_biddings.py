"""Opening a blind bidding, bidding under seal, and opening the bids."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from attrs import evolve

from gobetween.model.errors import ProtocolViolation
from gobetween.model.items import PUBLIC
from gobetween.model.sealed import CUSTODIAN, BlindBidding, SealedBid
from gobetween.protocols import blind_biddings
from gobetween.protocols.acts import Moment
from gobetween.protocols.blind_biddings import BiddingClosed, BiddingOpened, BidSealed, Question, closing_of
from gobetween.protocols.deadlines import must_be_open
from gobetween.talks.drafts import Draft
from gobetween.talks.mandates import must_be_delegation
from gobetween.talks.openness import must_be_known_to_all
from gobetween.talks.reach import must_be_reached
from gobetween.talks.rules import Rules, folding
from gobetween.talks.standings import Deed, Standing

_FOLD = folding("biddings", "bidding", BlindBidding, blind_biddings.after)


def _bid(draft: Draft, act: BidSealed, moment: Moment) -> None:
    bidding = draft.get("biddings", act.bidding, BlindBidding)
    state = draft.find("sealed_bids", act.bid, SealedBid)
    draft.put("sealed_bids", blind_biddings.bid(state, bidding, act, moment))


RULES: Rules = {BiddingOpened: _FOLD, BiddingClosed: _FOLD, BidSealed: _bid}


def open_bidding(at: Standing, question: Question, *, name: str | None = None) -> tuple[Deed, ...]:
    """A mediator asks two parties to bid on one number, the most that one would give and the least that the other would take.

    Raises:
        ProtocolViolation: who asks is no mediator, a side is no party or out of reach, or there is only one; the issue is not known
            to everyone; or the deadline is not ahead.
    """
    at.must_be_mediator()
    sides = (question.payer, question.payee)
    at.must_know(*sides)
    for each in sides:
        if not at.is_party(each):
            raise ProtocolViolation(f"parties bid, and {each} is none; parties: {', '.join(at.case.parties)}")
    must_be_known_to_all(at, at.actor, *sides)
    must_be_reached(at, sides, (at.actor,))
    issue = at.case.issue(question.issue) if question.issue else None
    if question.issue and (issue is None or PUBLIC not in issue.holders):
        raise ProtocolViolation(f"there is no issue '{question.issue}' that everyone knows of; say in the question what it is about")
    asked = evolve(question, by=at.actor, deadline_utc=question.deadline_utc.astimezone(dt.UTC).replace(microsecond=0))
    return (Deed(BiddingOpened(at.new_id(name), asked), frozenset({at.actor, *sides, CUSTODIAN})),)


def bid(at: Standing, bidding: str, amount: int) -> tuple[Deed, ...]:
    """A party bids; until the bids are opened it may bid another number. It and the custodian get it, nobody else.

    Raises:
        ProtocolViolation: the party is not asked to bid in such a bidding, it was opened or its deadline has passed, or it is no
            number to bid.
    """
    at.must_be_party()
    must_be_delegation(at)
    found = next((each for each in at.case.biddings if each.id == bidding and at.actor in (each.payer, each.payee)), None)
    if found is None:
        raise ProtocolViolation(f"you were not asked to bid in a bidding called '{bidding}'")
    must_be_open(found, at.now)
    own = next((each for each in at.case.sealed_bids if (each.bidding, each.by) == (bidding, at.actor)), None)
    act = BidSealed(own.id if own else at.new_id(), bidding, at.actor, amount)
    return (Deed(act, frozenset({at.actor, CUSTODIAN})),)


def open_when_both_bid(draft: Draft, deeds: Sequence[Deed], _moment: Moment) -> tuple[Deed, ...]:
    """What the custodian says when the second side has bid."""
    sealed = dict.fromkeys(deed.act.bidding for deed in deeds if isinstance(deed.act, BidSealed))
    biddings = (draft.get("biddings", each, BlindBidding) for each in sealed)
    return tuple(_closing(draft, each, None) for each in biddings if len(_bids(draft, each)) == len((each.payer, each.payee)))


def open_when_due(draft: Draft, now: dt.datetime) -> tuple[Deed, ...]:
    """What the custodian says of biddings whose deadline has passed, as of the deadline: who looks first is in no book."""
    biddings = (each for each in draft.entries.get("biddings", {}).values() if isinstance(each, BlindBidding))
    return tuple(_closing(draft, each, each.deadline_utc) for each in biddings if each.outcome is None and each.deadline_utc <= now)


def _closing(draft: Draft, bidding: BlindBidding, recorded: dt.datetime | None) -> Deed:
    bids = _bids(draft, bidding)
    closed = closing_of(bidding, bids.get(bidding.payer), bids.get(bidding.payee))
    return Deed(closed, frozenset({bidding.by, bidding.payer, bidding.payee, CUSTODIAN}), CUSTODIAN, recorded=recorded)


def _bids(draft: Draft, bidding: BlindBidding) -> dict[str, int]:
    bids = draft.entries.get("sealed_bids", {}).values()
    return {each.by: each.amount for each in bids if isinstance(each, SealedBid) and each.bidding == bidding.id}
