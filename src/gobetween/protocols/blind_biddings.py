"""Blind bidding on one number: both sides bid under seal, and meet in the middle or learn nothing.

    (nothing) --open--> open --close--> agreed, at a number | no agreement
    (nothing) --draft--> waits for co-mediators --join--> ... --open--> open        where several ask together
    (no bid) --bid--> sealed --bid--> sealed at another number                      while it is open

The custodian closes it when both have bid or the deadline has passed. If the payer's bid is at least the payee's, they settle at the
mean, rounded down; whoever knows its own bid can then work out the other's to within one unit. If not, nobody learns how near they
were.
"""

from __future__ import annotations

import datetime as dt
from typing import ClassVar, TypeAlias

from attrs import evolve, field, frozen

from gobetween.model.errors import ProtocolViolation
from gobetween.model.sealed import BlindBidding, Outcome, SealedBid
from gobetween.protocols.acts import Act, Moment
from gobetween.protocols.deadlines import must_be_ahead, must_be_open

HIGHEST_BID = 10**15


@frozen
class Question:
    """On which number they bid: `payer` the most it would give, `payee` the least it would take, in whole numbers of `unit`."""

    question: str
    unit: str
    by: tuple[str, ...] = field(kw_only=True)
    payer: str = field(kw_only=True)
    payee: str = field(kw_only=True)
    issue: str | None = field(default=None, kw_only=True)
    deadline_utc: dt.datetime = field(kw_only=True)


@frozen
class BiddingDrafted(Act):
    """One mediator drafts what several are to ask together; nobody but them gets it."""

    KIND: ClassVar[str] = "bidding-drafted.v1"
    bidding: str
    question: Question


@frozen
class BiddingJoined(Act):
    """A mediator agrees to ask it, while others are still waited for; the last to agree opens it."""

    KIND: ClassVar[str] = "bidding-joined.v1"
    bidding: str
    by: str


@frozen
class BiddingOpened(Act):
    """Both sides are asked to bid."""

    KIND: ClassVar[str] = "bidding-opened.v1"
    bidding: str
    question: Question


@frozen
class BidSealed(Act):
    """A party bids; another bid of its takes the place of this one."""

    KIND: ClassVar[str] = "bid-sealed.v1"
    bid: str
    bidding: str
    by: str
    amount: int


@frozen
class BiddingClosed(Act):
    """The custodian says what came of it: the number at which they settle, or that there is none."""

    KIND: ClassVar[str] = "bidding-closed.v1"
    bidding: str
    outcome: Outcome
    settled: int | None = None


BiddingAct: TypeAlias = BiddingDrafted | BiddingJoined | BiddingOpened | BiddingClosed


def after(state: BlindBidding | None, act: BiddingAct, moment: Moment) -> BlindBidding:
    """The bidding after the act.

    Raises:
        ProtocolViolation: the act does not follow on what the bidding is.
    """
    match act:
        case BiddingDrafted():
            if state is not None:
                raise _there_already(act.bidding)
            return evolve(_bidding(act.bidding, act.question, moment), awaits=act.question.by[1:])
        case BiddingJoined():
            if state is None or len(state.awaits) < 2 or act.by not in state.awaits:
                raise ProtocolViolation(f"no bidding '{act.bidding}' waits for {act.by} to join")
            return evolve(state, awaits=tuple(each for each in state.awaits if each != act.by))
        case BiddingOpened():
            return _opened(state, act, moment)
    if state is None or state.outcome is not None:
        raise ProtocolViolation(f"the bidding '{act.bidding}' is not open")
    return evolve(state, outcome=act.outcome, settled=act.settled)


def bid(state: SealedBid | None, bidding: BlindBidding, act: BidSealed, moment: Moment) -> SealedBid:
    """The party's bid after the act.

    Raises:
        ProtocolViolation: it is not asked to bid, or has bid just that, or no such number; or the bidding was opened, or is due to be.
    """
    if act.by not in (bidding.payer, bidding.payee):
        raise ProtocolViolation(f"'{bidding.id}' is not put to {act.by}")
    must_be_open(bidding, moment.at)
    if not 0 <= act.amount <= HIGHEST_BID:
        raise ProtocolViolation(f"a bid is a whole number of {bidding.unit} from 0 to {HIGHEST_BID}; found {act.amount}")
    if state is not None and state.amount == act.amount:
        raise ProtocolViolation(f"you have bid that in '{bidding.id}' already")
    return SealedBid(act.bid, bidding=act.bidding, by=act.by, amount=act.amount, owner=act.by, **moment.dates)


def closing_of(bidding: BlindBidding, payer_bid: int | None, payee_bid: int | None) -> BiddingClosed:
    """What comes of the bids; a side that has bid nothing does not settle."""
    if payer_bid is None or payee_bid is None or payer_bid < payee_bid:
        return BiddingClosed(bidding.id, Outcome.NO_AGREEMENT)
    return BiddingClosed(bidding.id, Outcome.AGREED, (payer_bid + payee_bid) // 2)


def _opened(state: BlindBidding | None, act: BiddingOpened, moment: Moment) -> BlindBidding:
    opened = _bidding(act.bidding, act.question, moment)
    if state is None:
        return opened
    drafted = evolve(opened, when=state.when, known=state.known, holders=state.holders, awaits=(moment.author,))
    if state != drafted:
        raise _there_already(act.bidding)
    return opened


def _there_already(name: str) -> ProtocolViolation:
    return ProtocolViolation(f"there is a bidding called '{name}' already; open another one")


def _bidding(name: str, asked: Question, moment: Moment) -> BlindBidding:
    must_be_ahead(asked.deadline_utc, moment.at)
    if asked.payer == asked.payee:
        raise ProtocolViolation(f"a bidding has two sides; found {asked.payer} as both")
    if not asked.question or not asked.unit:
        raise ProtocolViolation("a bidding says on which number, and in which unit")
    return BlindBidding(
        name,
        question=asked.question,
        unit=asked.unit,
        by=asked.by,
        payer=asked.payer,
        payee=asked.payee,
        issue=asked.issue,
        deadline_utc=asked.deadline_utc,
        **moment.dates,
    )
