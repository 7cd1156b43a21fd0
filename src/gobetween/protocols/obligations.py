"""The protocol of obligations: from a clause to who does what by when; performance reported, verified or denied; a score.

    (nothing) --oblige--> proposed --the clause is in force--> agreed --verify--> performed
                                                               performed --deny--> agreed

Whoever owes it reports; a monitor's word alone makes it performed. That it is overdue follows from the clock and is never recorded.
What is said of performance may go to some and not to others, so no book is refused an act for what stands in another.
"""

from __future__ import annotations

import datetime as dt
from typing import ClassVar, TypeAlias

from attrs import evolve, field, frozen

from gobetween.model.agreement import Obligation, ObligationStatus, Performance, PerformanceKind
from gobetween.model.dates import UNKNOWN_DATE, on
from gobetween.model.errors import ProtocolViolation
from gobetween.protocols.acts import Act, Moment

HIGHEST_SCORE = 3
MOST_DAYS = 36_500
"""A hundred years: as far as a case file counts."""


@frozen
class Duty:
    """Who does what, in which phase, by which day or how many days after the phase begins, with whom behind and beside it."""

    actor: str
    text: str
    phase: str | None = field(default=None, kw_only=True)
    deadline: dt.date | None = field(default=None, kw_only=True)
    days_after_entry: int | None = field(default=None, kw_only=True)
    guarantors: tuple[str, ...] = field(default=(), kw_only=True)
    monitors: tuple[str, ...] = field(default=(), kw_only=True)


@frozen
class ObligationMade(Act):
    """A mediator writes out what a clause of an agreement obliges someone to."""

    KIND: ClassVar[str] = "obligation-made.v1"
    obligation: str
    agreement: str
    clause: str
    duty: Duty


@frozen
class PerformanceReported(Act):
    """Whoever owes it says that it is done."""

    KIND: ClassVar[str] = "performance-reported.v1"
    performance: str
    obligation: str
    by: str
    text: str = field(default="", kw_only=True)


@frozen
class PerformanceVerified(Act):
    """Whoever checks it finds that it was done, or that it was not."""

    KIND: ClassVar[str] = "performance-verified.v1"
    performance: str
    obligation: str
    by: str
    is_performed: bool
    text: str = field(default="", kw_only=True)


@frozen
class ImplementationScored(Act):
    """Whoever checks it scores how far it was implemented: 0 none, 1 little, 2 much, 3 all."""

    KIND: ClassVar[str] = "implementation-scored.v1"
    obligation: str
    score: int
    by: str


ObligationAct: TypeAlias = ObligationMade | PerformanceVerified | ImplementationScored


def after(state: Obligation | None, act: ObligationAct, moment: Moment) -> Obligation:
    """The obligation after the act.

    Raises:
        ProtocolViolation: there is one of that name, or none; or the act says something that cannot be.
    """
    if isinstance(act, ObligationMade):
        return _made(state, act, moment)
    if state is None:
        raise ProtocolViolation(f"there is no obligation '{act.obligation}' that you know of")
    if isinstance(act, ImplementationScored):
        return evolve(state, score=_checked(act.score))
    return evolve(state, status=ObligationStatus.PERFORMED if act.is_performed else ObligationStatus.AGREED)


def in_force(state: Obligation) -> Obligation:
    """The obligation once its clause is in force."""
    return evolve(state, status=ObligationStatus.AGREED) if state.status is ObligationStatus.PROPOSED else state


def performed(state: Performance | None, act: PerformanceReported | PerformanceVerified, moment: Moment) -> Performance:
    """What is said of an obligation's performance.

    Raises:
        ProtocolViolation: there is a report of that name.
    """
    if state is not None:
        raise ProtocolViolation(f"there is a report '{act.performance}' already; choose another name")
    kind = PerformanceKind.REPORTED
    if isinstance(act, PerformanceVerified):
        kind = PerformanceKind.VERIFIED if act.is_performed else PerformanceKind.DENIED
    return Performance(act.performance, obligation=act.obligation, by=act.by, kind=kind, text=act.text, **moment.dates)


def _made(state: Obligation | None, act: ObligationMade, moment: Moment) -> Obligation:
    duty = act.duty
    if state is not None:
        raise ProtocolViolation(f"there is an obligation '{act.obligation}' already; choose another name")
    if duty.deadline is not None and duty.days_after_entry is not None:
        raise ProtocolViolation("an obligation is due by a day, or by so many days after its phase begins; give one of them")
    if duty.days_after_entry is not None and (duty.phase is None or not 0 <= duty.days_after_entry <= MOST_DAYS):
        raise ProtocolViolation(
            f"days are counted on from the beginning of a phase; name the phase, and no fewer than 0 days nor more than {MOST_DAYS:,}"
        )
    return Obligation(
        act.obligation,
        actor=duty.actor,
        text=duty.text,
        phase=duty.phase,
        guarantors=duty.guarantors,
        monitors=duty.monitors,
        agreement=act.agreement,
        clause=act.clause,
        deadline=on(duty.deadline) if duty.deadline else UNKNOWN_DATE,
        days_after_entry=duty.days_after_entry,
        **moment.dates,
    )


def _checked(score: int) -> int:
    if not 0 <= score <= HIGHEST_SCORE:
        raise ProtocolViolation(f"found the score {score}; allowed: 0 none, 1 little, 2 much, 3 all")
    return score
