"""Bringing more guarantors and monitors to an agreement: they are shown what everyone who has it has, and nothing besides."""

from __future__ import annotations

from attrs import evolve

from gobetween.model.agreement import Agreement, AgreementState, MarkKind, Obligation, ObligationStatus, Phase
from gobetween.model.errors import ProtocolViolation
from gobetween.model.sealed import CUSTODIAN
from gobetween.protocols import involvements
from gobetween.protocols.acts import Moment
from gobetween.protocols.involvements import AgreementShown, BackersNamed
from gobetween.talks.agreeing.agreements import find_agreement
from gobetween.talks.drafts import Draft
from gobetween.talks.knowing.channels import must_be_reached
from gobetween.talks.knowing.openness import must_be_known_to_all
from gobetween.talks.rules import Rules, folding
from gobetween.talks.standings import Deed, Standing


def involve(at: Standing, agreement: str, *, guarantors: tuple[str, ...] = (), monitors: tuple[str, ...] = ()) -> tuple[Deed, ...]:
    """A mediator who carries the agreement names more guarantors and monitors; they are shown it, and all who have it learn of them.

    They are shown no acceptance, no score and nothing that was said of performance: these went to whom their authors chose.

    Raises:
        ProtocolViolation: who acts does not carry it, it is over, or someone who is named is a party to it, unknown, or out of reach.
    """
    found = find_agreement(at, agreement)
    if at.actor not in found.mediators:
        raise ProtocolViolation(f"this is for those who carry '{agreement}': {', '.join(found.mediators)}")
    if found.state in (AgreementState.FAILED, AgreementState.WITHDRAWN):
        raise ProtocolViolation(f"'{agreement}' is {found.state}: nobody stands behind it, or checks it, any more")
    named = tuple(dict.fromkeys((*guarantors, *monitors)))
    _must_be_others(found, named)
    at.must_know(*named)
    must_be_known_to_all(at, *named)
    must_be_reached(at, named, found.mediators)
    new = frozenset(named) - found.everyone
    act = BackersNamed(agreement, guarantors=guarantors, monitors=monitors)
    told = Deed(act, found.everyone | new | {CUSTODIAN})
    return (Deed(_as_all_have_it(at, found), new), told) if new else (told,)


def _must_be_others(agreement: Agreement, named: tuple[str, ...]) -> None:
    if not named:
        raise ProtocolViolation("name guarantors or monitors")
    parties = [each for each in named if each in agreement.parties]
    if parties:
        raise ProtocolViolation(f"{', '.join(parties)}: a party to '{agreement.id}' neither guarantees nor checks it")


def _as_all_have_it(at: Standing, agreement: Agreement) -> AgreementShown:
    """What everyone who has the agreement has of it: no acceptance, which some have and others do not, and no score."""
    marks = tuple(each for each in agreement.marks if each.kind is not MarkKind.ACCEPTANCE)
    return AgreementShown(
        evolve(agreement, marks=marks, holders=frozenset()),
        phases=tuple(evolve(each, holders=frozenset()) for each in at.case.phases if each.agreement == agreement.id),
        obligations=tuple(_as_owed(agreement, each) for each in at.case.obligations if each.agreement == agreement.id),
    )


def _as_owed(agreement: Agreement, obligation: Obligation) -> Obligation:
    status = ObligationStatus.AGREED if agreement.binds(obligation.clause) else ObligationStatus.PROPOSED
    return evolve(obligation, status=status, score=None, holders=frozenset())


def _show(draft: Draft, act: AgreementShown, _moment: Moment) -> None:
    entries: tuple[tuple[str, Agreement | Phase | Obligation], ...] = (
        ("agreements", act.agreement),
        *(("phases", each) for each in act.phases),
        *(("obligations", each) for each in act.obligations),
    )
    for collection, entry in entries:
        draft.put(collection, entry)


RULES: Rules = {AgreementShown: _show, BackersNamed: folding("agreements", "agreement", Agreement, involvements.after)}
