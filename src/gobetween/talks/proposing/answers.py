"""Answers: given by addressees to those who brought a proposal; beyond a mandate they wait for the principal."""

from __future__ import annotations

from attrs import evolve

from gobetween.model.cases import Case
from gobetween.model.errors import ProtocolViolation
from gobetween.model.items import KEEPER
from gobetween.model.proposals import Answer, AnswerKind, AnswerState, Proposal, ProposalKind
from gobetween.protocols import answers
from gobetween.protocols.acts import Moment
from gobetween.protocols.answers import AnswerGiven, AnswerSettled, Reply
from gobetween.protocols.decisions import is_approved
from gobetween.talks.conveying.carrying import let_carry
from gobetween.talks.drafts import Draft
from gobetween.talks.knowing.channels import has_channel, must_have_channels
from gobetween.talks.knowing.terms import must_be_common_terms
from gobetween.talks.proposing.mandates import is_within_mandate, must_be_delegation
from gobetween.talks.proposing.proposals import holders_of
from gobetween.talks.rules import Rules
from gobetween.talks.standings import Deed, Standing


def answer(
    at: Standing, proposal: str, reply: Reply, *, to: tuple[str, ...] = (), name: str | None = None, may_relay: bool = False
) -> tuple[Deed, ...]:
    """Answers a proposal, to those who brought it; it takes the place of an earlier answer.

    An acceptance beyond the mandate is given ad referendum. A condition holds where the proposal's terms are taken, unless the reply
    says where. `to` names the mediators who get the answer, where nobody is known to have brought the proposal. With `may_relay`
    they may convey it to the proposal's authors, verbatim and attributed.

    Raises:
        ProtocolViolation: there is no such proposal to answer, it is not open any more, or the answer lacks what such a one says.
    """
    must_be_delegation(at)
    found = answerable(at, proposal)
    full = _completed(at, found, reply)
    told = _told(at, found, to)
    if full.counter is not None:
        _check_counter(at, full.counter, told)
    act = AnswerGiven(at.new_id(name), proposal, at.actor, told, full, state=_state(at, found, full))
    audience = frozenset((at.actor, *told))
    others = tuple(each for each in found.by if each not in audience)
    carried = let_carry(at, act.answer, others, told, owner=at.actor) if may_relay and others else ()
    return (Deed(act, audience), *carried)


def answerable(at: Standing, proposal: str) -> Proposal:
    """The proposal of that id, if whoever acts can answer it today.

    Raises:
        ProtocolViolation: it is not put to whoever acts (in the same words as one that is not there), or is withdrawn, or expired.
    """
    found = next((each for each in at.case.proposals if each.id == proposal), None)
    if found is None or at.actor not in (found.to or at.case.parties) or at.actor in found.by or found.awaits:
        raise ProtocolViolation(f"there is no proposal '{proposal}' that is put to you")
    if found.kind in (ProposalKind.ONE_TEXT, ProposalKind.NON_PAPER):
        raise ProtocolViolation(f"a {found.kind} is not answered with yes or no")
    if found.is_withdrawn:
        raise ProtocolViolation(f"'{proposal}' was withdrawn; there is nothing to answer")
    if found.has_expired(at.today):
        raise ProtocolViolation(f"'{proposal}' was to be answered by {found.expires}; ask for it to be put anew")
    return found


def brought_by(case: Case, proposal: Proposal) -> tuple[str, ...]:
    """The mediators who brought a proposal, as far as its addressee knows: who conveyed it, and its authors if it came from them."""
    first = proposal.id.partition("/")[0]
    conveyed = (each.carrier for each in case.messages if each.proposal == proposal.id)
    is_copy = "/" in proposal.id and first not in proposal.by
    authors = () if is_copy else tuple(each for each in proposal.by if each in case.mediators)
    named = (*(each for each in (first,) if is_copy and each in case.mediators), *conveyed, *authors)
    return tuple(dict.fromkeys(named))


def _told(at: Standing, proposal: Proposal, to: tuple[str, ...]) -> tuple[str, ...]:
    """Who gets the answer. Nobody gets one to a proposal that may be hidden from it."""
    brought = brought_by(at.case, proposal)
    if at.is_mediator():
        return _authors_told(at, proposal, brought)
    if not brought:
        return _chosen(at, to)
    if not set(to) <= set(brought):
        raise ProtocolViolation(f"'{proposal.id}' came from {', '.join(brought)}; the answer goes to them or to some of them")
    return to or brought


def _authors_told(at: Standing, proposal: Proposal, brought: tuple[str, ...]) -> tuple[str, ...]:
    """A mediator who is itself an addressee answers those authors whom it reaches, and who brought it."""
    reached = (each for each in proposal.by if has_channel(at.case, at.actor, each))
    told = tuple(dict.fromkeys(each for each in (*reached, *proposal.carriers, *brought) if each != at.actor))
    if not told:
        raise ProtocolViolation(f"you have no channel to those who made '{proposal.id}', and nobody brought it")
    return told


def _chosen(at: Standing, to: tuple[str, ...]) -> tuple[str, ...]:
    """The mediators whom the party chose to tell, of a proposal that nobody brought in these talks."""
    at.must_know(*to)
    if not to or KEEPER in to:
        reached = [each for each in at.case.mediators if has_channel(at.case, at.actor, each)]
        raise ProtocolViolation(f"say to which mediators the answer goes; you have channels to {', '.join(reached) or 'nobody'}")
    must_have_channels(at, at.actor, *to)
    return to


def _completed(at: Standing, proposal: Proposal, reply: Reply) -> Reply:
    where = reply.where
    if reply.answer is AnswerKind.ACCEPT_IF and reply.requires and not where:
        where = {issue: options for issue, options in proposal.terms.items() if issue not in reply.requires}
    full = evolve(reply, where=where)
    answers.check_reply(full)
    must_be_common_terms(at, full.requires)
    must_be_common_terms(at, full.where)
    if full.answer is AnswerKind.REFER and not any(each.party == at.actor for each in at.case.principals):
        raise ProtocolViolation(f"no principal of {at.actor} is known in these talks to refer it to")
    return full


def _check_counter(at: Standing, counter: str, told: tuple[str, ...]) -> None:
    found = next((each for each in at.case.proposals if each.id == counter and at.actor in each.by and each.is_open(at.today)), None)
    if found is None:
        raise ProtocolViolation(f"you have tabled no proposal '{counter}' that is open; table it first, then answer with it")
    without = [each for each in told if each not in holders_of(found)]
    if without:
        raise ProtocolViolation(f"{', '.join(without)} would get the answer and does not have '{counter}'; table one that they get")


def _state(at: Standing, proposal: Proposal, reply: Reply) -> AnswerState:
    match reply.answer:
        case AnswerKind.REFER:
            return AnswerState.AD_REFERENDUM
        case AnswerKind.ACCEPT if is_approved(at.case.decisions, at.actor, proposal.id):
            return AnswerState.APPROVED
        case AnswerKind.ACCEPT:
            is_free = is_within_mandate(at.case, at.actor, proposal.terms)
        case AnswerKind.ACCEPT_IF:
            terms = (proposal.terms, reply.requires)
            is_free = all(is_within_mandate(at.case, at.actor, each) for each in terms)
        case _:
            is_free = True
    return AnswerState.STANDS if is_free else AnswerState.AD_REFERENDUM


def _give(draft: Draft, act: AnswerGiven, moment: Moment) -> None:
    given = answers.given(draft.find("answers", act.answer, Answer), act, moment)
    for former in tuple(draft.entries.get("answers", {}).values()):
        if isinstance(former, Answer) and (former.by, former.proposal) == (act.by, act.proposal) and former.is_current:
            draft.put("answers", evolve(former, state=AnswerState.REPLACED))
            draft.drop("links", former.id)
    draft.put("answers", given)
    condition = answers.condition_of(act, moment)
    if condition is not None:
        draft.put("links", condition)


def _settle(draft: Draft, act: AnswerSettled, _moment: Moment) -> None:
    draft.put("answers", answers.settled(draft.find("answers", act.answer, Answer), act))
    if act.state is not AnswerState.APPROVED:
        draft.drop("links", act.answer)


RULES: Rules = {AnswerGiven: _give, AnswerSettled: _settle}
