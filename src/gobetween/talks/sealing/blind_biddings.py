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
from gobetween.protocols.blind_biddings import (
    BiddingClosed,
    BiddingDrafted,
    BiddingJoined,
    BiddingOpened,
    BidSealed,
    Question,
    closing_of,
)
from gobetween.protocols.deadlines import must_be_ahead, must_be_open
from gobetween.talks.drafts import Draft
from gobetween.talks.knowing.channels import must_be_reached
from gobetween.talks.knowing.openness import must_be_known_to_all
from gobetween.talks.proposing.mandates import must_be_delegation
from gobetween.talks.rules import Rules, folding
from gobetween.talks.standings import Deed, Standing

_FOLD = folding("biddings", "bidding", BlindBidding, blind_biddings.after)


def _bid(draft: Draft, act: BidSealed, moment: Moment) -> None:
    bidding = draft.get("biddings", act.bidding, BlindBidding)
    state = draft.find("sealed_bids", act.bid, SealedBid)
    draft.put("sealed_bids", blind_biddings.bid(state, bidding, act, moment))


RULES: Rules = {BiddingDrafted: _FOLD, BiddingJoined: _FOLD, BiddingOpened: _FOLD, BiddingClosed: _FOLD, BidSealed: _bid}


def open_bidding(at: Standing, question: Question, *, together_with: Sequence[str] = (), name: str | None = None) -> tuple[Deed, ...]:
    """A mediator asks two parties to bid on one number, the most that one would give and the least that the other would take.

    With other mediators it is drafted, and asked when all of them have joined.

    Raises:
        ProtocolViolation: who asks, or is to, is no mediator; a side is no party or out of reach, or there is only one; the issue is
            not known to everyone; or the deadline is not ahead.
    """
    at.must_be_mediator()
    at.must_know(*together_with, question.payer, question.payee)
    by = tuple(dict.fromkeys((at.actor, *together_with)))
    asked = evolve(question, by=by, deadline_utc=question.deadline_utc.astimezone(dt.UTC).replace(microsecond=0))
    _check(at, asked)
    bidding = at.new_id(name)
    if len(by) > 1:
        return (Deed(BiddingDrafted(bidding, asked), frozenset(by)),)
    return (_asking(bidding, asked),)


def join(at: Standing, bidding: str) -> tuple[Deed, ...]:
    """A mediator joins in asking what another drafted; with the last of them it is put to the two sides.

    Raises:
        ProtocolViolation: no such bidding waits for whoever acts, or its deadline has passed.
    """
    found = next((each for each in at.case.biddings if each.id == bidding and at.actor in each.awaits), None)
    if found is None:
        raise ProtocolViolation(f"no bidding '{bidding}' waits for you to join")
    must_be_ahead(found.deadline_utc, at.now)
    is_last = found.awaits == (at.actor,)
    return (_asking(bidding, _question(found)) if is_last else Deed(BiddingJoined(bidding, at.actor), frozenset(found.by)),)


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


def _check(at: Standing, asked: Question) -> None:
    sides = (asked.payer, asked.payee)
    for each in asked.by:
        if not at.is_mediator(each):
            raise ProtocolViolation(f"mediators ask, and {each} is none; mediators: {', '.join(at.case.mediators)}")
    for each in sides:
        if not at.is_party(each):
            raise ProtocolViolation(f"parties bid, and {each} is none; parties: {', '.join(at.case.parties)}")
    if set(asked.by) & set(sides):
        raise ProtocolViolation("nobody asks itself to bid; leave it to mediators who are no side of it")
    must_be_known_to_all(at, *asked.by, *sides)
    must_be_reached(at, sides, asked.by)
    issue = at.case.issue(asked.issue) if asked.issue else None
    if asked.issue and (issue is None or PUBLIC not in issue.holders):
        raise ProtocolViolation(f"there is no issue '{asked.issue}' that everyone knows of; say in the question what it is about")


def _asking(bidding: str, asked: Question) -> Deed:
    return Deed(BiddingOpened(bidding, asked), frozenset({*asked.by, asked.payer, asked.payee, CUSTODIAN}))


def _question(found: BlindBidding) -> Question:
    return Question(
        found.question,
        found.unit,
        by=found.by,
        payer=found.payer,
        payee=found.payee,
        issue=found.issue,
        deadline_utc=found.deadline_utc,
    )


def _closing(draft: Draft, bidding: BlindBidding, recorded: dt.datetime | None) -> Deed:
    bids = _bids(draft, bidding)
    closed = closing_of(bidding, bids.get(bidding.payer), bids.get(bidding.payee))
    return Deed(closed, frozenset({*bidding.by, bidding.payer, bidding.payee, CUSTODIAN}), CUSTODIAN, recorded=recorded)


def _bids(draft: Draft, bidding: BlindBidding) -> dict[str, int]:
    bids = draft.entries.get("sealed_bids", {}).values()
    return {each.by: each.amount for each in bids if isinstance(each, SealedBid) and each.bidding == bidding.id}
