"""Agreements: a text is put before the parties, accepted for the mediators' ears, and once all have, initialled, signed, ratified.

While it is open, an acceptance goes to its party, to the mediators who carry the text and to the custodian; nothing goes to the
other parties, so that neither its being there nor its time nor their number tells them anything before all have accepted.
"""

from __future__ import annotations

from collections.abc import Sequence

from gobetween.model.actors import Procedure
from gobetween.model.agreement import Agreement, AgreementState, Obligation
from gobetween.model.errors import ProtocolViolation
from gobetween.model.issues import OptionSets
from gobetween.model.mandates import Ruling
from gobetween.model.sealed import CUSTODIAN
from gobetween.protocols import agreements, obligations
from gobetween.protocols.acts import Moment
from gobetween.protocols.agreements import (
    AcceptanceTakenBack,
    AgreementOpened,
    AgreementWithdrawn,
    RatificationRefused,
    TextAccepted,
    TextAgreed,
    TextInitialled,
    TextRatified,
    TextSigned,
)
from gobetween.talks.drafts import Draft
from gobetween.talks.proposing.mandates import in_party_name, is_within_mandate, must_be_delegation
from gobetween.talks.rules import Rules, folding
from gobetween.talks.standings import Deed, Standing

_FOLD = folding("agreements", "agreement", Agreement, agreements.after)


def accept(at: Standing, agreement: str, *, part: str | None = None) -> tuple[Deed, ...]:
    """A party accepts the text, provided that all do; it and the mediators who carry it get it, and the other parties nothing.

    Raises:
        ProtocolViolation: who accepts is no party to it or a principal, or it is not open any more.
    """
    must_be_delegation(at)
    found = find_agreement(at, agreement)
    return (Deed(TextAccepted(agreement, _party(at, found), part=part), _confidential(found, at.actor)),)


def take_back(at: Standing, agreement: str, *, part: str | None = None) -> tuple[Deed, ...]:
    """A party takes its acceptance back, before all have accepted.

    Raises:
        ProtocolViolation: it has accepted nothing, or all have accepted.
    """
    must_be_delegation(at)
    found = find_agreement(at, agreement)
    return (Deed(AcceptanceTakenBack(agreement, _party(at, found), part=part), _confidential(found, at.actor)),)


def initial(at: Standing, agreement: str, *, part: str | None = None) -> tuple[Deed, ...]:
    """A party's delegation initials what all have accepted; everyone who has the text gets it.

    Raises:
        ProtocolViolation: not all have accepted, or the party has initialled or signed already.
    """
    must_be_delegation(at)
    found = find_agreement(at, agreement)
    return (Deed(TextInitialled(agreement, _party(at, found), part=part), found.everyone),)


def sign(at: Standing, agreement: str, *, part: str | None = None) -> tuple[Deed, ...]:
    """A party signs what all have accepted, subject to ratification where its principal decides by a procedure.

    Raises:
        ProtocolViolation: not all have accepted; or the terms go beyond the mandate, and the principal has not approved them.
    """
    must_be_delegation(at)
    found = find_agreement(at, agreement)
    party = _party(at, found)
    if found.state_of(part) is AgreementState.AGREED and not is_within_mandate(at.case, party, _terms(at, found, part)):
        _must_be_decided(at, found, part, Ruling.APPROVE, "this goes beyond your mandate, and your principal has not approved it")
    act = TextSigned(agreement, party, part=part, is_subject_to_ratification=bool(_deciding(at)))
    return (Deed(act, found.everyone),)


def ratify(at: Standing, agreement: str, *, part: str | None = None) -> tuple[Deed, ...]:
    """A principal ratifies what its party signed, as it has decided by its own procedure.

    Raises:
        ProtocolViolation: who ratifies is no principal, or it has not decided so, or the party has not signed.
    """
    found = _before_the_principal(at, agreement)
    _must_be_decided(at, found, part, Ruling.APPROVE, "a principal ratifies once it has decided to")
    return (Deed(TextRatified(agreement, at.actor, part=part), found.everyone, in_party_name(at)),)


def refuse_ratification(at: Standing, agreement: str, *, part: str | None = None, reason: str = "") -> tuple[Deed, ...]:
    """A principal will not have what was agreed; it fails, and everyone who has the text learns by whom (and the reason, if given).

    Raises:
        ProtocolViolation: who refuses is no principal, or it has not decided so, or nothing was agreed yet.
    """
    found = _before_the_principal(at, agreement)
    _must_be_decided(at, found, part, Ruling.REFUSE, "a principal refuses once it has decided to")
    return (Deed(RatificationRefused(agreement, at.actor, part=part, reason=reason), found.everyone, in_party_name(at)),)


def find_agreement(at: Standing, agreement: str) -> Agreement:
    """The agreement of that name.

    Raises:
        ProtocolViolation: whoever acts knows of none.
    """
    found = next((each for each in at.case.agreements if each.id == agreement), None)
    if found is None:
        raise ProtocolViolation(f"there is no agreement '{agreement}' that you know of")
    return found


def tell_when_agreed(draft: Draft, deeds: Sequence[Deed], _moment: Moment) -> tuple[Deed, ...]:
    """The custodian's word that all have accepted, to everyone who has the text; until then it says nothing to anyone."""
    told = []
    for deed in deeds:
        if isinstance(deed.act, TextAccepted):
            found = draft.get("agreements", deed.act.agreement, Agreement)
            if found.is_accepted_by_all(deed.act.part):
                act = TextAgreed(found.id, part=deed.act.part)
                told.append(Deed(act, found.everyone | {CUSTODIAN}, author=CUSTODIAN))
    return tuple(told)


def _confidential(agreement: Agreement, party: str) -> frozenset[str]:
    return frozenset({party, *agreement.mediators, CUSTODIAN})


def _party(at: Standing, agreement: Agreement) -> str:
    if at.actor not in agreement.parties:
        raise ProtocolViolation(f"'{agreement.id}' is for its parties to accept and sign: {', '.join(agreement.parties)}")
    return at.actor


def _deciding(at: Standing) -> tuple[str, ...]:
    """The principals of whoever acts that decide by a procedure."""
    return tuple(each.id for each in at.case.principals if each.party == at.actor and each.procedure is not Procedure.UNSAID)


def _before_the_principal(at: Standing, agreement: str) -> Agreement:
    found = find_agreement(at, agreement)
    _party(at, found)
    if at.seat.principal not in _deciding(at):
        raise ProtocolViolation(f"this is for a party's principal, and {at.seat.author} is none that decides by a procedure")
    return found


def _must_be_decided(at: Standing, agreement: Agreement, part: str | None, wanted: Ruling, why: str) -> None:
    """Refuses what the principal has not decided, by its own procedure: about the part, or failing that about the whole."""
    names = (agreement.name_of(part), agreement.id) if part else (agreement.id,)
    rulings = {each.on: each.ruling for each in at.case.decisions if each.party == at.actor}
    found = next((rulings[name] for name in names if name in rulings), None)
    if found is not wanted:
        raise ProtocolViolation(f"{why}; the principal decides on '{names[0]}' first, by its own procedure")


def _terms(at: Standing, agreement: Agreement, part: str | None) -> OptionSets:
    """The options that the part, or the whole, settles; an issue on which it names none may come out any way."""
    terms: dict[str, frozenset[str]] = {}
    for clause in agreement.clauses:
        issue = at.case.issue(clause.issue or "")
        if issue is not None and part in (None, clause.id):
            every = frozenset(option.id for option in issue.options)
            terms[issue.id] = terms.get(issue.id, frozenset()) | (clause.terms or every)
    return terms


def _bind(draft: Draft, act: TextSigned | TextRatified, moment: Moment) -> None:
    """A signature or ratification; what was written out from clauses that it puts in force is owed from then on."""
    _FOLD(draft, act, moment)
    agreement = draft.get("agreements", act.agreement, Agreement)
    for each in tuple(draft.entries.get("obligations", {}).values()):
        if isinstance(each, Obligation) and each.agreement == agreement.id and agreement.binds(each.clause):
            draft.put("obligations", obligations.in_force(each))


RULES: Rules = {
    AgreementOpened: _FOLD,
    AgreementWithdrawn: _FOLD,
    TextAccepted: _FOLD,
    AcceptanceTakenBack: _FOLD,
    TextAgreed: _FOLD,
    TextInitialled: _FOLD,
    TextSigned: _bind,
    TextRatified: _bind,
    RatificationRefused: _FOLD,
}
