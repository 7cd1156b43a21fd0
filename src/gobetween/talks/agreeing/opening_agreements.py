"""Opening an agreement from a proposal or a version of the one-text: which words go before the parties, and who carries them."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve, field, frozen

from gobetween.model.errors import ProtocolViolation
from gobetween.model.items import PUBLIC
from gobetween.model.permissions import Form
from gobetween.model.proposals import Clause, Proposal
from gobetween.model.sealed import CUSTODIAN
from gobetween.protocols.agreements import AgreementOpened, AgreementWithdrawn
from gobetween.talks.agreeing.agreements import find_agreement
from gobetween.talks.knowing.channels import must_be_reached
from gobetween.talks.knowing.openness import must_be_known_to_all
from gobetween.talks.knowing.ownership import entrusted_by, is_public
from gobetween.talks.knowing.terms import are_public
from gobetween.talks.standings import Deed, Standing


@frozen
class TextForAgreement:
    """What is put before whom: a proposal's newest version, or the named one; who carries it, stands behind it, checks it.

    Without parties, all parties of the talks; the mediator who opens it carries it beside those that are named.
    """

    proposal: str
    version: int | None = field(default=None, kw_only=True)  # counted from 1
    title: str = field(default="", kw_only=True)
    parties: tuple[str, ...] = field(default=(), kw_only=True)
    mediators: tuple[str, ...] = field(default=(), kw_only=True)
    guarantors: tuple[str, ...] = field(default=(), kw_only=True)
    monitors: tuple[str, ...] = field(default=(), kw_only=True)
    early_parts: tuple[str, ...] = field(default=(), kw_only=True)
    earlier: tuple[str, ...] = field(default=(), kw_only=True)


def open_agreement(at: Standing, text: TextForAgreement, *, name: str | None = None) -> tuple[Deed, ...]:
    """A mediator puts the text before the parties; they, the mediators, guarantors and monitors who are named get it.

    Raises:
        ProtocolViolation: who opens it is no mediator, may not pass the text on, or cannot reach a party; or the text is not settled.
    """
    at.must_be_mediator()
    parties = text.parties or at.case.parties
    mediators = tuple(dict.fromkeys((at.actor, *text.mediators)))
    at.must_know(*parties, *mediators, *text.guarantors, *text.monitors)
    must_be_known_to_all(at, *parties, *mediators, *text.guarantors, *text.monitors)
    _must_be_what_they_are(at, parties, mediators)
    must_be_reached(at, (*parties, *text.guarantors, *text.monitors), mediators)
    proposal = _find_proposal(at, text.proposal)
    everyone = frozenset({*parties, *mediators, *text.guarantors, *text.monitors})
    _must_be_free(at, proposal, everyone)
    act = AgreementOpened(
        at.new_id(name),
        text.title or proposal.name,
        parties=parties,
        mediators=mediators,
        clauses=tuple(_clauses(at, proposal, text.version)),
        early_parts=text.early_parts,
        guarantors=text.guarantors,
        monitors=text.monitors,
        proposal=proposal.id if _is_known_to(at, proposal, parties) else None,
        earlier=_earlier(at, text.earlier),
    )
    return (Deed(act, everyone | {CUSTODIAN}),)


def withdraw_agreement(at: Standing, agreement: str, *, reason: str = "") -> tuple[Deed, ...]:
    """A mediator who carries the text takes it back, before it is agreed; everyone who has it learns of it.

    Raises:
        ProtocolViolation: who withdraws it does not carry it, or it is agreed.
    """
    found = find_agreement(at, agreement)
    if at.actor not in found.mediators:
        raise ProtocolViolation(f"'{agreement}' is for those who carry it to withdraw: {', '.join(found.mediators)}")
    return (Deed(AgreementWithdrawn(agreement, reason=reason), found.everyone | {CUSTODIAN}),)


def _must_be_what_they_are(at: Standing, parties: tuple[str, ...], mediators: tuple[str, ...]) -> None:
    for each in parties:
        if not at.is_party(each):
            raise ProtocolViolation(f"{each} is no party to these talks; parties: {', '.join(at.case.parties)}")
    for each in mediators:
        if not at.is_mediator(each):
            raise ProtocolViolation(f"{each} is no mediator in these talks; mediators: {', '.join(at.case.mediators)}")


def _find_proposal(at: Standing, proposal: str) -> Proposal:
    found = next((each for each in at.case.proposals if each.id == proposal), None)
    if found is None:
        raise ProtocolViolation(f"there is no proposal '{proposal}' that you know of")
    return found


def _must_be_free(at: Standing, proposal: Proposal, everyone: frozenset[str]) -> None:
    """Refuses a text that is another's, unless its owner permits that its words go to all of them."""
    owner = entrusted_by(proposal)
    if is_public(proposal) or owner == at.actor or at.actor in proposal.by:
        return
    permitted = {
        to
        for each in at.case.permissions
        if each.item == proposal.id and each.owner == owner and each.is_in_force(at.today) and at.actor in each.carriers
        if each.form is Form.VERBATIM and not each.wording
        for to in each.to
    }
    missing = sorted(everyone - permitted - {at.actor, owner})
    if missing:
        raise ProtocolViolation(
            f"'{proposal.id}' is not your own: its owner has not permitted that its words go to {', '.join(missing)}; ask for it"
        )


def _is_known_to(at: Standing, proposal: Proposal, parties: tuple[str, ...]) -> bool:
    """Whether the agreement may name the proposal: another's name for it would tell whose it is."""
    got = {*proposal.to, *(showing.to for version in proposal.versions for showing in version.showings)}
    return is_public(proposal) or (proposal.id.startswith(f"{at.actor}/") and set(parties) <= got)


def _clauses(at: Standing, proposal: Proposal, number: int | None) -> Iterator[Clause]:
    """The clauses of the version, or else the words and terms of the proposal; what not everybody knows of is no part of them.

    Each has a name that tells nothing of its author, no readings, and no issue or options that are not public.
    """
    versions = proposal.versions
    if number is not None and not 0 < number <= len(versions):
        raise ProtocolViolation(f"'{proposal.id}' has {len(versions)} versions; found {number}")
    clauses = versions[(number or 0) - 1].clauses if versions else tuple(_from_terms(at, proposal))
    for place, clause in enumerate(clauses, start=1):
        name = clause.id if clause.id and "/" not in clause.id else f"clause-{place}"
        is_open = clause.issue is not None and are_public(at, {clause.issue: clause.terms})
        named = clause if is_open else evolve(clause, issue=None, terms=frozenset[str]())
        yield evolve(named, id=name, readings=())


def _from_terms(at: Standing, proposal: Proposal) -> Iterator[Clause]:
    if proposal.text:
        yield Clause(proposal.text, id="text")
    for issue in at.case.issues:
        chosen = [option for option in issue.options if option.id in proposal.terms.get(issue.id, ())]
        if len(chosen) > 1:
            raise ProtocolViolation(f"'{proposal.id}' leaves '{issue.id}' open between {len(chosen)} options; an agreement settles it")
        for option in chosen:
            yield Clause(option.term or option.title, issue=issue.id, id=issue.id, terms=frozenset({option.id}))


def _earlier(at: Standing, names: tuple[str, ...]) -> tuple[str, ...]:
    """The earlier agreements that are named, which everybody has to know."""
    known = [each.id for each in at.case.earlier_agreements if PUBLIC in each.holders]
    for each in names:
        if each not in known:
            raise ProtocolViolation(f"no earlier agreement that everybody knows of is called '{each}'; such are: {', '.join(known)}")
    return names
