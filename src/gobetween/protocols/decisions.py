"""The protocol of decisions: a principal decides by its own procedure, or nothing is decided.

    (nothing) --decide--> approved, amended or refused

A head decides by itself. Votes by name, the tally of a ballot, or consensus decide if the quorum took part: what is carried can be
approved or amended, what is not can only be refused.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import ClassVar

from attrs import field, frozen

from gobetween.model.actors import Principal, Procedure
from gobetween.model.errors import ProtocolViolation
from gobetween.model.mandates import Choice, Decision, Ruling, Tally, Vote
from gobetween.protocols.acts import Act, Moment


@frozen
class Poll:
    """By which means it was decided: who decided as the head, or how the members voted, or what the ballot came to; and the reasons."""

    decided_by: str | None = None
    votes: tuple[Vote, ...] = field(default=(), kw_only=True)
    tally: Tally | None = field(default=None, kw_only=True)
    text: str = field(default="", kw_only=True)


@frozen
class DecisionTaken(Act):
    """A principal decided about an answer, a proposal or an agreement (`on`, by its id)."""

    KIND: ClassVar[str] = "decision-taken.v1"
    decision: str
    party: str
    on: str
    ruling: Ruling
    poll: Poll = field(default=Poll(), kw_only=True)


def after(state: Decision | None, act: DecisionTaken, moment: Moment) -> Decision:
    """The decision as it stands in the party's book.

    Raises:
        ProtocolViolation: there is a decision of that name.
    """
    if state is not None:
        raise ProtocolViolation(f"there is a decision '{act.decision}' already; give the new one another name")
    return Decision(
        act.decision,
        party=act.party,
        on=act.on,
        ruling=act.ruling,
        votes=act.poll.votes,
        tally=act.poll.tally,
        decided_by=act.poll.decided_by,
        text=act.poll.text,
        day=moment.day,
        owner=act.party,
        **moment.dates,
    )


def is_approved(decisions: Iterable[Decision], party: str, on: str) -> bool:
    """Whether the party's principal has approved `on`: the last of its decisions about it counts, in the record's order."""
    last = next((each for each in reversed(tuple(decisions)) if (each.party, each.on) == (party, on)), None)
    return last is not None and last.ruling is Ruling.APPROVE


def check_poll(principal: Principal, ruling: Ruling, poll: Poll) -> None:
    """Refuses what the principal's procedure does not decide.

    Raises:
        ProtocolViolation: the means are not those of the procedure, a member votes twice or is none, the quorum is not met, or the
            ruling is not what the votes came to.
    """
    _check_means(principal, poll)
    match principal.procedure:
        case Procedure.HEAD:
            _check_head(principal, poll)
        case Procedure.UNSAID:
            return
        case Procedure.BALLOT:
            _check_carried(ruling, is_carried=_ballot_carries(principal, poll))
        case _:
            _check_carried(ruling, is_carried=_members_carry(principal, poll))


_MEANS = {
    Procedure.HEAD: ("decided_by", "its head decides: say who decided"),
    Procedure.VOTE: ("votes", "its members vote by name: say how each voted"),
    Procedure.CONSENSUS: ("votes", "its members decide by consensus: say how each voted"),
    Procedure.BALLOT: ("tally", "it holds a ballot: say what the ballot came to"),
}


def _check_means(principal: Principal, poll: Poll) -> None:
    given = {name for name in ("decided_by", "votes", "tally") if getattr(poll, name)}
    needed, remedy = _MEANS.get(principal.procedure, ("", "how it decides is not known: give neither votes nor a tally"))
    allowed = {needed} if needed else {"decided_by"}
    if not given <= allowed or (needed and not given):
        raise ProtocolViolation(f"{principal.name} does not decide in that way; {remedy}")


def _check_head(principal: Principal, poll: Poll) -> None:
    if principal.members and poll.decided_by != principal.members[0]:
        raise ProtocolViolation(f"{principal.name} is headed by '{principal.members[0]}', who alone decides")


def _ballot_carries(principal: Principal, poll: Poll) -> bool:
    tally = poll.tally or Tally(0, 0, eligible=0)
    cast = tally.votes_for + tally.against + tally.abstained
    if min(tally.votes_for, tally.against, tally.abstained) < 0 or cast > tally.eligible or not tally.eligible:
        raise ProtocolViolation("the tally cannot be: votes and abstentions are whole numbers, together no more than could vote")
    _check_quorum(principal, cast, tally.eligible)
    return _reaches(principal.threshold, tally.votes_for, tally.against, tally.votes_for + tally.against)


def _members_carry(principal: Principal, poll: Poll) -> bool:
    voters = [vote.member for vote in poll.votes]
    if len(set(voters)) < len(voters) or not set(voters) <= set(principal.members):
        known = ", ".join(principal.members) or "none is known"
        raise ProtocolViolation(f"each vote is one of a member, and none votes twice; members of {principal.name}: {known}")
    _check_quorum(principal, len(voters), len(principal.members))
    choices = [vote.choice for vote in poll.votes]
    against = choices.count(Choice.AGAINST)
    if principal.procedure is Procedure.CONSENSUS:
        return against == 0
    return _reaches(principal.threshold, choices.count(Choice.FOR), against, len(principal.members))


def _check_quorum(principal: Principal, present: int, entitled: int) -> None:
    if present < principal.quorum * entitled:
        raise ProtocolViolation(
            f"nothing is decided: of {entitled} who may vote {present} took part, and {principal.name} needs {principal.quorum} of them"
        )


def _reaches(threshold: Fraction, votes_for: int, against: int, counted: int) -> bool:
    return votes_for > against and votes_for >= threshold * counted


def _check_carried(ruling: Ruling, *, is_carried: bool) -> None:
    if is_carried is (ruling is Ruling.REFUSE):
        allowed = "approve or amend" if is_carried else "refuse"
        raise ProtocolViolation(f"the votes {'carry' if is_carried else 'do not carry'} it: what can be recorded is {allowed}")
