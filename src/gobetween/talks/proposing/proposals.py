"""Proposals: tabled by a party, a mediator, or several jointly; put to those whom the authors reach, or given to mediators to carry."""

from __future__ import annotations

from attrs import evolve

from gobetween.model.errors import ProtocolViolation
from gobetween.model.items import PUBLIC
from gobetween.model.proposals import Proposal, ProposalKind
from gobetween.model.relays import Message, MessageState
from gobetween.protocols import proposals
from gobetween.protocols.acts import Moment
from gobetween.protocols.proposals import Offer, ProposalDrafted, ProposalJoined, ProposalTabled, ProposalWithdrawn
from gobetween.talks.conveying.carrying import let_carry
from gobetween.talks.drafts import Draft
from gobetween.talks.knowing.channels import has_channel, must_have_channels
from gobetween.talks.knowing.openness import must_be_known_to_all
from gobetween.talks.knowing.terms import must_be_common_terms
from gobetween.talks.proposing.mandates import in_party_name, must_be_delegation
from gobetween.talks.rules import Rules, folding
from gobetween.talks.standings import Deed, Standing

OF_THEIR_OWN = frozenset({ProposalKind.ONE_TEXT, ProposalKind.MEDIATORS, ProposalKind.NON_PAPER})
"""Kinds that have a procedure of their own."""


def propose(
    at: Standing, offer: Offer, *, jointly_with: tuple[str, ...] = (), name: str | None = None, may_relay: bool = True
) -> tuple[Deed, ...]:
    """Tables a proposal, or drafts one that is tabled when all who make it jointly have joined.

    Addressees whom an author reaches get it from the authors; for the others it goes to the carriers, and putting it into their
    hands permits them to convey it verbatim and attributed, unless `may_relay` is `False`. What is drafted jointly is carried.

    Raises:
        ProtocolViolation: who acts may not propose, an addressee cannot be reached, a carrier is none, a term or somebody named is
            not known to all, or the last day for an answer has passed.
    """
    must_be_delegation(at)
    if not at.is_party() and not at.is_mediator():
        raise ProtocolViolation(f"proposals are for parties and mediators, and {at.actor} is neither in these talks")
    made = evolve(offer, by=(at.actor, *jointly_with), round=current_round(at), handed_to=())
    _check(at, made)
    proposal = at.new_id(name)
    if not jointly_with:
        return tabling(at, proposal, made, may_relay=may_relay)
    if not may_relay:
        raise ProtocolViolation("a joint proposal is made to be carried: leave it out of the mediators' hands, or let them relay it")
    _handed_to(at, made)
    return (Deed(ProposalDrafted(proposal, made), frozenset(made.by)),)


def join(at: Standing, proposal: str) -> tuple[Deed, ...]:
    """Joins a proposal that was drafted jointly with whoever acts; when all have joined it is tabled.

    Raises:
        ProtocolViolation: no such proposal waits for whoever acts, or its last day has passed.
    """
    must_be_delegation(at)
    found = next((each for each in at.case.proposals if each.id == proposal and at.actor in each.awaits), None)
    if found is None or found.is_withdrawn:
        raise ProtocolViolation(f"no proposal '{proposal}' waits for you to join it")
    if found.has_expired(at.today):
        raise ProtocolViolation(f"'{proposal}' was to be answered by {found.expires}, which has passed; draft another one")
    joined = Deed(ProposalJoined(proposal, at.actor), frozenset(found.by))
    return (joined,) if found.awaits != (at.actor,) else (joined, *tabling(at, proposal, _offer(found)))


def withdraw(at: Standing, proposal: str, *, reason: str = "") -> tuple[Deed, ...]:
    """Withdraws a proposal of one's own; everyone who was given it gets that, with the reason.

    Raises:
        ProtocolViolation: whoever acts has made no such proposal, or it is withdrawn already.
    """
    must_be_delegation(at)
    found = next((each for each in at.case.proposals if each.id == proposal and at.actor in each.by and _is_live(each)), None)
    if found is None:
        raise ProtocolViolation(f"you have made no proposal '{proposal}'")
    return (Deed(ProposalWithdrawn(proposal, reason=reason), holders_of(found)),)


def tabling(at: Standing, proposal: str, offer: Offer, *, may_relay: bool = True) -> tuple[Deed, ...]:
    """The deeds by which a proposal is put to those whom its authors reach and into the carriers' hands.

    Raises:
        ProtocolViolation: an addressee is reached neither by an author nor by a carrier.
    """
    handed_to = _handed_to(at, offer)
    left = tuple(each for each in offer.to if each not in handed_to)
    full = evolve(offer, handed_to=handed_to)
    bare = evolve(offer, carriers=())
    working = frozenset((*offer.by, *offer.carriers))
    deeds = [Deed(ProposalTabled(proposal, full), working, in_party_name(at))]
    if frozenset(handed_to) - working:
        deeds.append(Deed(ProposalTabled(proposal, bare), frozenset(handed_to) - working, in_party_name(at)))
    if left and may_relay:
        deeds.extend(let_carry(at, proposal, left, offer.carriers, owner=offer.by[0], until=offer.expires))
    return tuple(deeds)


def holders_of(proposal: Proposal) -> frozenset[str]:
    """Who was given a proposal that was tabled in these talks, as its authors and carriers know it."""
    given = () if proposal.awaits else (*proposal.carriers, *proposal.handed_to)
    return frozenset((*proposal.by, *given))


def current_round(at: Standing) -> str | None:
    """The last round that has begun, of those that everybody knows."""
    begun = [each for each in at.case.rounds if PUBLIC in each.holders and each.when.earliest and each.when.earliest <= at.today]
    return max(begun, key=lambda each: each.when.sort_key).id if begun else None


def _is_live(proposal: Proposal) -> bool:
    """Whether it was made in these talks, not reported or noted before them: then it is named after who made it."""
    return proposal.id.partition("/")[0] in proposal.by


def _check(at: Standing, offer: Offer) -> None:
    if offer.kind in OF_THEIR_OWN:
        raise ProtocolViolation(f"a {offer.kind} has a procedure of its own")
    at.must_know(*offer.by, *offer.to, *offer.carriers)
    others = {*offer.by, *offer.to, *offer.carriers} - {at.actor}
    if len(others) > 1:
        must_be_known_to_all(at, *sorted(others))
    if not offer.to or set(offer.to) & set(offer.by):
        raise ProtocolViolation("a proposal is put to others than those who make it; name at least one addressee")
    if len(set(offer.by)) < len(offer.by):
        raise ProtocolViolation("each author of a joint proposal is named once, and you are one of them")
    if offer.expires is not None and offer.expires < at.today:
        raise ProtocolViolation(f"the last day for an answer, {offer.expires}, has passed; today is {at.today}")
    must_be_common_terms(at, offer.terms)
    _check_authors(at, offer)
    _check_carriers(at, offer)


def _check_authors(at: Standing, offer: Offer) -> None:
    """Parties have channels to mediators only, so at most one of them is among the authors, with mediators who reach it."""
    parties = [each for each in offer.by if at.is_party(each)]
    others = [each for each in offer.by if not at.is_mediator(each) and not at.is_party(each)]
    if others or len(parties) > 1:
        raise ProtocolViolation("a joint proposal is made by mediators, or by one party and mediators; parties do not meet")
    for party in parties:
        must_have_channels(at, party, *(each for each in offer.by if each != party))


def _check_carriers(at: Standing, offer: Offer) -> None:
    for carrier in offer.carriers:
        if not at.is_mediator(carrier) or carrier in offer.by:
            raise ProtocolViolation(f"'{carrier}' cannot carry it: carriers are mediators other than its authors")
    for party in (each for each in offer.by if at.is_party(each) and len(offer.by) == 1):
        must_have_channels(at, party, *offer.carriers)


def _handed_to(at: Standing, offer: Offer) -> tuple[str, ...]:
    """The addressees whom an author reaches itself; the others need a carrier."""
    reached = tuple(to for to in offer.to if any(has_channel(at.case, author, to) for author in offer.by))
    carried = [each for each in offer.to if each not in reached]
    if carried and not offer.carriers:
        raise ProtocolViolation(f"{', '.join(carried)}: you have no channel there; name mediators who are to carry it")
    if offer.carriers and not carried:
        raise ProtocolViolation("its addressees get it from its authors; nobody needs to carry it")
    return reached


def _offer(proposal: Proposal) -> Offer:
    return Offer(
        proposal.name,
        proposal.to,
        by=proposal.by,
        kind=proposal.kind,
        terms=proposal.terms,
        text=proposal.text,
        carriers=proposal.carriers,
        round=proposal.round,
        expires=proposal.expires,
    )


def _withdrawn(draft: Draft, act: ProposalWithdrawn, moment: Moment) -> None:
    """Who conveyed a proposal has it as the message in which it did: that is what it recalls."""
    message = draft.find("messages", act.proposal, Message)
    if message is None or message.carrier != draft.reader:
        _FOLD(draft, act, moment)
        return
    if message.state is MessageState.RECALLED:
        raise ProtocolViolation(f"'{act.proposal}' was withdrawn already")
    draft.put("messages", evolve(message, state=MessageState.RECALLED))


_FOLD = folding("proposals", "proposal", Proposal, proposals.after)
RULES: Rules = {ProposalDrafted: _FOLD, ProposalJoined: _FOLD, ProposalTabled: _FOLD, ProposalWithdrawn: _withdrawn}
