"""Putting the mediators' proposal, answering it under seal, and opening what was answered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from attrs import evolve

from gobetween.model.errors import ProtocolViolation
from gobetween.model.mandates import Ruling
from gobetween.model.sealed import CUSTODIAN, SealedAnswer, SealedProposal
from gobetween.protocols import sealed_proposals
from gobetween.protocols.acts import Moment
from gobetween.protocols.deadlines import must_be_ahead, must_be_open
from gobetween.protocols.sealed_proposals import (
    AnswerSealed,
    AnswersOpened,
    FinalOffer,
    OpenedAnswer,
    SealedProposalClosed,
    SealedProposalDrafted,
    SealedProposalJoined,
    SealedProposalPut,
)
from gobetween.talks.drafts import Draft
from gobetween.talks.knowing.channels import must_be_reached
from gobetween.talks.knowing.openness import must_be_known_to_all
from gobetween.talks.knowing.terms import are_public, must_know_terms
from gobetween.talks.proposing.mandates import is_within_mandate, must_be_delegation
from gobetween.talks.rules import Rules, folding
from gobetween.talks.standings import Deed, Standing

_FOLD = folding("sealed_proposals", "proposal", SealedProposal, sealed_proposals.after)


def _seal(draft: Draft, act: AnswerSealed, moment: Moment) -> None:
    proposal = draft.get("sealed_proposals", act.proposal, SealedProposal)
    state = draft.find("sealed_answers", act.answer, SealedAnswer)
    draft.put("sealed_answers", sealed_proposals.answered(state, proposal, act, moment))


def _open(draft: Draft, act: AnswersOpened, moment: Moment) -> None:
    for each in act.answers:
        opened = SealedAnswer(f"{act.proposal}/{each.by}", proposal=act.proposal, by=each.by, accepts=each.accepts, **moment.dates)
        draft.put("sealed_answers", opened)


RULES: Rules = {
    SealedProposalDrafted: _FOLD,
    SealedProposalJoined: _FOLD,
    SealedProposalPut: _FOLD,
    SealedProposalClosed: _FOLD,
    AnswerSealed: _seal,
    AnswersOpened: _open,
}


def put(at: Standing, offer: FinalOffer, *, together_with: Sequence[str] = (), name: str | None = None) -> tuple[Deed, ...]:
    """A mediator puts a proposal to parties, to take or leave; with others it is drafted, and put when all of them have joined.

    Raises:
        ProtocolViolation: who puts it, or is to, is no mediator; it is put to fewer than two parties or to one out of reach; the terms
            are not known to everyone; or the deadline is not ahead.
    """
    at.must_be_mediator()
    at.must_know(*together_with, *offer.to)
    made = evolve(
        offer,
        by=tuple(dict.fromkeys((at.actor, *together_with))),
        to=tuple(dict.fromkeys(offer.to)),
        deadline_utc=offer.deadline_utc.astimezone(dt.UTC).replace(microsecond=0),
    )
    _check(at, made)
    proposal = at.new_id(name)
    if len(made.by) > 1:
        return (Deed(SealedProposalDrafted(proposal, made), frozenset(made.by)),)
    return (_putting(proposal, made),)


def join(at: Standing, proposal: str) -> tuple[Deed, ...]:
    """A mediator joins in putting a proposal that another drafted; with the last of them it is put to the parties.

    Raises:
        ProtocolViolation: no such proposal waits for whoever acts, or its deadline has passed.
    """
    found = next((each for each in at.case.sealed_proposals if each.id == proposal and at.actor in each.awaits), None)
    if found is None:
        raise ProtocolViolation(f"no mediators' proposal '{proposal}' waits for you to join")
    must_be_ahead(found.deadline_utc, at.now)
    is_last = found.awaits == (at.actor,)
    return (_putting(proposal, _offer(found)) if is_last else Deed(SealedProposalJoined(proposal, at.actor), frozenset(found.by)),)


def seal(at: Standing, proposal: str, *, accepts: bool) -> tuple[Deed, ...]:
    """A party accepts, or does not; until it is opened it may change its answer. It and the custodian get it, nobody else.

    Raises:
        ProtocolViolation: no such proposal is put to the party, it was opened or its deadline has passed, or the acceptance goes
            beyond what the party's delegation may accept without its principal.
    """
    at.must_be_party()
    must_be_delegation(at)
    found = find_put_to(at, proposal)
    if found is None:
        raise ProtocolViolation(f"no mediators' proposal called '{proposal}' was put to you")
    must_be_open(found, at.now)
    if accepts:
        _must_be_authorised(at, found)
    own = next((each for each in at.case.sealed_answers if (each.proposal, each.by) == (proposal, at.actor)), None)
    act = AnswerSealed(own.id if own else at.new_id(), proposal, at.actor, accepts)
    return (Deed(act, frozenset({at.actor, CUSTODIAN})),)


def find_put_to(at: Standing, proposal: str) -> SealedProposal | None:
    """The mediators' proposal of that id that was put to whoever acts, or `None`."""
    return next((each for each in at.case.sealed_proposals if each.id == proposal and at.actor in each.to), None)


def open_when_all_answered(draft: Draft, deeds: Sequence[Deed], _moment: Moment) -> tuple[Deed, ...]:
    """What the custodian says when the last answer has come in."""
    sealed = dict.fromkeys(deed.act.proposal for deed in deeds if isinstance(deed.act, AnswerSealed))
    proposals = (draft.get("sealed_proposals", each, SealedProposal) for each in sealed)
    return tuple(
        deed
        for proposal in proposals
        if {each.by for each in _answers(draft, proposal)}.issuperset(proposal.to)
        for deed in _closing(draft, proposal, None)
    )


def open_when_due(draft: Draft, now: dt.datetime) -> tuple[Deed, ...]:
    """What the custodian says of proposals whose deadline has passed, as of the deadline: who looks first is in no book."""
    proposals = (each for each in draft.entries.get("sealed_proposals", {}).values() if isinstance(each, SealedProposal))
    return tuple(
        deed
        for proposal in proposals
        if proposal.outcome is None and proposal.deadline_utc <= now
        for deed in _closing(draft, proposal, proposal.deadline_utc)
    )


def _closing(draft: Draft, proposal: SealedProposal, recorded: dt.datetime | None) -> tuple[Deed, ...]:
    answers = _answers(draft, proposal)
    closed = SealedProposalClosed(proposal.id, sealed_proposals.outcome_of(proposal, answers))
    told = Deed(closed, frozenset({*proposal.by, *proposal.to, CUSTODIAN}), CUSTODIAN, recorded=recorded)
    if not draft.mediators_learn_answers:
        return (told,)
    by_party = {each.by: each.accepts for each in answers}
    opened = tuple(OpenedAnswer(party, by_party[party]) for party in proposal.to if party in by_party)
    return told, Deed(AnswersOpened(proposal.id, opened), frozenset(proposal.by), CUSTODIAN, recorded=recorded)


def _answers(draft: Draft, proposal: SealedProposal) -> tuple[SealedAnswer, ...]:
    answers = draft.entries.get("sealed_answers", {}).values()
    return tuple(each for each in answers if isinstance(each, SealedAnswer) and each.proposal == proposal.id)


def _putting(proposal: str, offer: FinalOffer) -> Deed:
    return Deed(SealedProposalPut(proposal, offer), frozenset({*offer.by, *offer.to, CUSTODIAN}))


def _offer(found: SealedProposal) -> FinalOffer:
    return FinalOffer(found.name, found.text, by=found.by, to=found.to, terms=found.terms, deadline_utc=found.deadline_utc)


def _check(at: Standing, offer: FinalOffer) -> None:
    for each in offer.by:
        if not at.is_mediator(each):
            raise ProtocolViolation(f"mediators put it, and {each} is none; mediators: {', '.join(at.case.mediators)}")
    for each in offer.to:
        if not at.is_party(each):
            raise ProtocolViolation(f"it is put to parties, and {each} is none; parties: {', '.join(at.case.parties)}")
    if set(offer.by) & set(offer.to):
        raise ProtocolViolation("nobody puts a mediators' proposal to itself; leave it to mediators who are no party to it")
    if len(offer.to) < 2:
        raise ProtocolViolation("it is put to two parties or more: of one alone, the outcome would be its answer")
    if not offer.name or not (offer.text or offer.terms):
        raise ProtocolViolation("a mediators' proposal has a title, and a text or terms")
    must_be_known_to_all(at, *offer.by, *offer.to)
    must_know_terms(at, offer.terms)
    if not are_public(at, offer.terms):
        raise ProtocolViolation("not everyone knows of these terms; write them out in the text instead of naming the options")
    must_be_reached(at, offer.to, offer.by)
    must_be_ahead(offer.deadline_utc, at.now)


def _must_be_authorised(at: Standing, proposal: SealedProposal) -> None:
    last = next((each for each in reversed(at.case.decisions) if (each.party, each.on) == (at.actor, proposal.id)), None)
    if last is not None and last.ruling is not Ruling.APPROVE:
        raise ProtocolViolation(f"your principal has refused '{proposal.id}'; no signature beyond the mandate")
    if last is None and not is_within_mandate(at.case, at.actor, proposal.terms):
        raise ProtocolViolation(
            f"'{proposal.id}' is beyond your mandate; no signature beyond the mandate: ask your principal, who can approve it"
        )
