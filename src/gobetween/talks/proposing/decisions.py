"""Decisions: a principal approves, amends or refuses by its own procedure; others learn what has come of the answer, and no more."""

from __future__ import annotations

from attrs import field, frozen

from gobetween.model.errors import ProtocolViolation
from gobetween.model.issues import OptionSets
from gobetween.model.mandates import Decision, Ruling
from gobetween.model.proposals import Answer, AnswerKind, AnswerState, Proposal, ProposalKind
from gobetween.protocols import answers, decisions
from gobetween.protocols.answers import AnswerGiven, AnswerSettled, Reply
from gobetween.protocols.decisions import DecisionTaken, Poll
from gobetween.protocols.proposals import Offer, ProposalTabled
from gobetween.talks.knowing.channels import has_channel
from gobetween.talks.knowing.terms import must_be_common_terms
from gobetween.talks.proposing.answers import answerable
from gobetween.talks.proposing.mandates import acting_principal, in_party_name
from gobetween.talks.proposing.proposals import tabling
from gobetween.talks.rules import Rules, folding
from gobetween.talks.standings import Deed, Standing

RULES: Rules = {DecisionTaken: folding("decisions", "decision", Decision, decisions.after)}

_COMES_TO = {
    Ruling.APPROVE: AnswerState.APPROVED,
    Ruling.AMEND: AnswerState.AMENDED,
    Ruling.REFUSE: AnswerState.REFUSED,
}


@frozen
class Change:
    """How a principal amends an answer: it accepts if these options are taken, or it counters with these terms and words."""

    requires: OptionSets = field(factory=dict)
    where: OptionSets = field(factory=dict, kw_only=True)
    terms: OptionSets = field(factory=dict, kw_only=True)
    text: str = field(default="", kw_only=True)


def decide(
    at: Standing, on: str, ruling: Ruling, poll: Poll, *, change: Change | None = None, name: str | None = None
) -> tuple[Deed, ...]:
    """A principal decides about an answer of its delegation, or about a proposal or an agreement that is put to its party.

    How it was decided stands in the party's own book. Whoever got the answer learns that it is approved, amended or refused; what an
    amended one is instead, they get as an answer that is approved.

    Raises:
        ProtocolViolation: who acts is not the principal, there is nothing of that name to decide, or the procedure decides otherwise.
    """
    principal = acting_principal(at)
    own = next((each for each in at.case.answers if (each.id, each.by) == (on, at.actor)), None)
    if (ruling is Ruling.AMEND) is not (change is not None) or (own is None and change is not None):
        raise ProtocolViolation("to amend an answer, say what it is to be instead; nothing else is amended")
    if own is None:
        _check_subject(at, on)
    decisions.check_poll(principal, ruling, poll)
    act = DecisionTaken(at.new_id(name), at.actor, on, ruling, poll=poll)
    decided = Deed(act, frozenset({at.actor}))
    return (decided,) if own is None else (decided, *_settling(at, own, ruling, change))


def _check_subject(at: Standing, on: str) -> None:
    is_agreement = any(on in each.decidable and at.actor in each.parties for each in at.case.agreements)
    is_sealed = any(each.id == on and at.actor in each.to and each.outcome is None for each in at.case.sealed_proposals)
    if not is_agreement and not is_sealed:
        answerable(at, on)


def _settling(at: Standing, own: Answer, ruling: Ruling, change: Change | None) -> tuple[Deed, ...]:
    """What those who got the answer learn; a yes comes too late once the proposal is withdrawn or expired."""
    if own.state is not AnswerState.AD_REFERENDUM:
        raise ProtocolViolation(f"the answer '{own.id}' does not wait for a decision: its state is '{own.state}'")
    proposal = next(each for each in at.case.proposals if each.id == own.proposal)
    if ruling is not Ruling.REFUSE:
        answerable(at, own.proposal)
    audience = frozenset((at.actor, *own.to))
    settled = Deed(AnswerSettled(own.id, _COMES_TO[ruling]), audience, in_party_name(at))
    return (settled,) if change is None else (settled, *_instead(at, own, proposal, change))


def _instead(at: Standing, own: Answer, proposal: Proposal, change: Change) -> tuple[Deed, ...]:
    if bool(change.requires) is bool(change.terms):
        raise ProtocolViolation("an answer is amended either by what it requires, or by the terms of a counter-proposal")
    for terms in (change.requires, change.where, change.terms):
        must_be_common_terms(at, terms)
    tabled = _counter(at, own, proposal, change) if change.terms else ()
    reply = _reply(proposal, change, tabled)
    answers.check_reply(reply)
    has_it = frozenset[str]().union(*(deed.audience for deed in tabled))
    told = tuple(each for each in own.to if not tabled or each in has_it)
    act = AnswerGiven(at.new_id(), own.proposal, at.actor, told, reply, state=AnswerState.APPROVED)
    return (*tabled, Deed(act, frozenset((at.actor, *told)), in_party_name(at)))


def _reply(proposal: Proposal, change: Change, tabled: tuple[Deed, ...]) -> Reply:
    counter = next((deed.act.proposal for deed in tabled if isinstance(deed.act, ProposalTabled)), None)
    if counter is not None:
        return Reply(AnswerKind.COUNTER, counter=counter, text=change.text)
    where = change.where or {issue: options for issue, options in proposal.terms.items() if issue not in change.requires}
    return Reply(AnswerKind.ACCEPT_IF, requires=change.requires, where=where, text=change.text)


def _counter(at: Standing, own: Answer, proposal: Proposal, change: Change) -> tuple[Deed, ...]:
    """The counter-proposal to those who made the proposal, in the hands of those who got the answer."""
    is_carried = not all(has_channel(at.case, at.actor, each) for each in proposal.by)
    offer = Offer(
        f"Counter to {proposal.name}",
        proposal.by,
        by=(at.actor,),
        kind=ProposalKind.COUNTER,
        terms=change.terms,
        text=change.text,
        carriers=own.to if is_carried else (),
        round=proposal.round,
    )
    return tabling(at, at.new_id(), offer)
