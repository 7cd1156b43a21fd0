"""What follows an agreement: phases, obligations written out from its clauses, performance reported, verified and scored.

Phases and obligations go to everyone who has the agreement; what is said of performance goes to whom its author chooses among them.
"""

from __future__ import annotations

from attrs import evolve

from gobetween.model.agreement import Agreement, AgreementState, Obligation, ObligationStatus, Performance, Phase
from gobetween.model.errors import ProtocolViolation
from gobetween.protocols import obligations, phases
from gobetween.protocols.acts import Moment
from gobetween.protocols.obligations import Duty, ImplementationScored, ObligationMade, PerformanceReported, PerformanceVerified
from gobetween.protocols.phases import ConditionFulfilled, PhaseEntered, PhaseNamed
from gobetween.talks.agreeing.agreements import find_agreement
from gobetween.talks.drafts import Draft
from gobetween.talks.proposing.mandates import in_party_name
from gobetween.talks.rules import Rules, folding
from gobetween.talks.standings import Deed, Standing


def name_phase(
    at: Standing, agreement: str, title: str, *, conditions: tuple[str, ...] = (), name: str | None = None
) -> tuple[Deed, ...]:
    """A mediator who carries the agreement names a phase of it; everyone who has the agreement gets it.

    Raises:
        ProtocolViolation: who acts does not carry it.
    """
    found = _carried(at, agreement)
    return (Deed(PhaseNamed(at.new_id(name), agreement, title, entry_conditions=conditions), found.everyone),)


def fulfil(at: Standing, phase: str, condition: str) -> tuple[Deed, ...]:
    """A mediator or monitor finds an entry condition fulfilled; everyone who has the agreement gets it.

    Raises:
        ProtocolViolation: who acts is neither, or the phase has no such condition.
    """
    _, everyone = _checked_phase(at, phase)
    return (Deed(ConditionFulfilled(phase, condition, at.actor), everyone),)


def enter_phase(at: Standing, phase: str) -> tuple[Deed, ...]:
    """A mediator or monitor says that the phase begins; everyone who has the agreement gets it.

    Raises:
        ProtocolViolation: conditions are missing, or nothing of the agreement is in force.
    """
    found, everyone = _checked_phase(at, phase)
    if not any(state is AgreementState.IN_FORCE for state in (found.state, *(each.state for each in found.early_parts))):
        raise ProtocolViolation(f"'{found.id}' is {found.state}: its phases begin once it, or an early part of it, is in force")
    return (Deed(PhaseEntered(phase, at.actor), everyone),)


def oblige(at: Standing, agreement: str, clause: str, duty: Duty, *, name: str | None = None) -> tuple[Deed, ...]:
    """A mediator who carries the agreement writes out what a clause obliges someone to; everyone who has the agreement gets it.

    Without a text of its own the obligation has the clause's words.

    Raises:
        ProtocolViolation: who acts does not carry it, it has no such clause or phase, or someone who is named does not have it.
    """
    found = _carried(at, agreement)
    words = found.clause(clause)
    if words is None:
        raise ProtocolViolation(f"'{agreement}' has no clause '{clause}'; its clauses: {', '.join(each.id for each in found.clauses)}")
    _must_have_it(found, (duty.actor, *duty.guarantors, *duty.monitors))
    own_phases = [each.id for each in at.case.phases if each.agreement == agreement]
    if duty.phase is not None and duty.phase not in own_phases:
        raise ProtocolViolation(f"'{agreement}' has no phase '{duty.phase}'; its phases: {', '.join(own_phases) or 'none'}")
    act = ObligationMade(at.new_id(name), agreement, clause, evolve(duty, text=duty.text or words.text))
    return (Deed(act, found.everyone),)


def report_performance(
    at: Standing, obligation: str, *, text: str = "", to: tuple[str, ...] = (), name: str | None = None
) -> tuple[Deed, ...]:
    """Whoever owes it reports that it is done: to the parties, mediators and monitors, or to those named alone.

    Raises:
        ProtocolViolation: it is somebody else's to do, or not in force.
    """
    found, agreement = find_obligation(at, obligation)
    if found.actor != at.actor:
        raise ProtocolViolation(f"'{obligation}' is for {found.actor} to do and to report")
    must_be_owed(found)
    act = PerformanceReported(at.new_id(name), obligation, at.actor, text=text)
    return (
        Deed(act, _audience(at, agreement, to, (*agreement.parties, *agreement.mediators, *agreement.monitors)), in_party_name(at)),
    )


def verify_performance(
    at: Standing, obligation: str, *, is_performed: bool, text: str = "", to: tuple[str, ...] = (), name: str | None = None
) -> tuple[Deed, ...]:
    """Whoever checks it says whether it was done: to the parties, mediators and monitors, or to those named alone.

    Raises:
        ProtocolViolation: it is not theirs to check, or not in force.
    """
    found, agreement = find_obligation(at, obligation)
    _must_check(at, found, agreement)
    must_be_owed(found)
    act = PerformanceVerified(at.new_id(name), obligation, at.actor, is_performed, text=text)
    return (Deed(act, _audience(at, agreement, to, (*agreement.parties, *agreement.mediators, *agreement.monitors))),)


def score(at: Standing, obligation: str, points: int, *, to: tuple[str, ...] = ()) -> tuple[Deed, ...]:
    """Whoever checks it scores its implementation from 0 to 3: to the mediators and monitors, or to those named alone.

    Raises:
        ProtocolViolation: it is not theirs to check, or not in force, or there is no such score.
    """
    found, agreement = find_obligation(at, obligation)
    _must_check(at, found, agreement)
    must_be_owed(found)
    act = ImplementationScored(obligation, points, at.actor)
    return (Deed(act, _audience(at, agreement, to, (*agreement.mediators, *agreement.monitors))),)


def find_obligation(at: Standing, obligation: str) -> tuple[Obligation, Agreement]:
    """The obligation of that name, and the agreement that it follows from.

    Raises:
        ProtocolViolation: whoever acts knows of none.
    """
    found = next((each for each in at.case.obligations if each.id == obligation), None)
    if found is None:
        raise ProtocolViolation(f"there is no obligation '{obligation}' that you know of")
    if found.agreement is None:
        raise ProtocolViolation(f"'{obligation}' follows from no agreement made here; open one, and write it out from a clause")
    return found, find_agreement(at, found.agreement)


def must_be_owed(obligation: Obligation) -> None:
    """Refuses what nobody owes yet.

    Raises:
        ProtocolViolation: its clause is not in force.
    """
    if obligation.status is ObligationStatus.PROPOSED:
        raise ProtocolViolation(f"'{obligation.id}' is proposed: nothing is owed until its clause is in force")


def _carried(at: Standing, agreement: str) -> Agreement:
    found = find_agreement(at, agreement)
    if at.actor not in found.mediators:
        raise ProtocolViolation(f"this is for those who carry '{agreement}': {', '.join(found.mediators)}")
    return found


def _checked_phase(at: Standing, phase: str) -> tuple[Agreement, frozenset[str]]:
    found = next((each for each in at.case.phases if each.id == phase and each.agreement is not None), None)
    if found is None or found.agreement is None:
        raise ProtocolViolation(f"there is no phase '{phase}' of an agreement that you know of")
    agreement = find_agreement(at, found.agreement)
    checking = (*agreement.mediators, *agreement.monitors)
    if at.actor not in checking:
        raise ProtocolViolation(f"this is for those who carry or check '{agreement.id}': {', '.join(checking)}")
    return agreement, agreement.everyone


def _must_have_it(agreement: Agreement, actors: tuple[str, ...]) -> None:
    for each in actors:
        if each not in agreement.everyone:
            having = ", ".join(sorted(agreement.everyone))
            raise ProtocolViolation(f"{each} does not have '{agreement.id}', and would learn of it; those who have it: {having}")


def _must_check(at: Standing, obligation: Obligation, agreement: Agreement) -> None:
    checking = obligation.monitors or agreement.monitors or agreement.mediators
    if at.actor not in checking:
        raise ProtocolViolation(f"'{obligation.id}' is for others to check: {', '.join(checking)}")
    if at.actor == obligation.actor:
        raise ProtocolViolation(f"'{obligation.id}' is your own to do; somebody else checks it")


def _audience(at: Standing, agreement: Agreement, to: tuple[str, ...], otherwise: tuple[str, ...]) -> frozenset[str]:
    _must_have_it(agreement, to)
    return frozenset({at.actor, *(to or otherwise)})


def _make(draft: Draft, act: ObligationMade, moment: Moment) -> None:
    made = obligations.after(draft.find("obligations", act.obligation, Obligation), act, moment)
    agreement = draft.find("agreements", act.agreement, Agreement)
    draft.put("obligations", obligations.in_force(made) if agreement and agreement.binds(act.clause) else made)


def _verify(draft: Draft, act: PerformanceVerified, moment: Moment) -> None:
    state = draft.find("obligations", act.obligation, Obligation)
    draft.put("obligations", obligations.after(state, act, moment))
    _SAID(draft, act, moment)


_SAID = folding("performances", "performance", Performance, obligations.performed)
_PHASE = folding("phases", "phase", Phase, phases.after)
RULES: Rules = {
    PhaseNamed: _PHASE,
    ConditionFulfilled: _PHASE,
    PhaseEntered: _PHASE,
    ObligationMade: _make,
    PerformanceReported: _SAID,
    PerformanceVerified: _verify,
    ImplementationScored: folding("obligations", "obligation", Obligation, obligations.after),
}
