"""What was, or would be, promised: obligations in phases, who stands behind them, who checks, and what was reported broken."""

from __future__ import annotations

from enum import StrEnum

from attrs import field, frozen

from gobetween.model.dates import UNKNOWN_DATE, When
from gobetween.model.items import Item
from gobetween.model.proposals import Clause


class ObligationStatus(StrEnum):
    """How far an obligation has come."""

    PROPOSED = "proposed"
    AGREED = "agreed"
    PERFORMED = "performed"
    OVERDUE = "overdue"
    BROKEN = "reported broken"


@frozen
class Phase(Item):
    """A group of obligations, and what must have happened before it begins."""

    name: str = field(kw_only=True)
    proposal: str | None = field(default=None, kw_only=True)
    entry_conditions: tuple[str, ...] = field(default=(), kw_only=True)
    agreement: str | None = field(default=None, kw_only=True)
    fulfilled: tuple[str, ...] = field(default=(), kw_only=True)  # entry conditions, in their words
    entered: When = field(default=UNKNOWN_DATE, kw_only=True)


@frozen
class Obligation(Item):
    """Who does what by when, in which phase; guarantors stand behind it, monitors check it."""

    actor: str = field(kw_only=True)
    text: str = field(kw_only=True)
    phase: str | None = field(default=None, kw_only=True)
    status: ObligationStatus = field(default=ObligationStatus.PROPOSED, kw_only=True)
    guarantors: tuple[str, ...] = field(default=(), kw_only=True)
    monitors: tuple[str, ...] = field(default=(), kw_only=True)
    agreement: str | None = field(default=None, kw_only=True)
    clause: str | None = field(default=None, kw_only=True)
    deadline: When = field(default=UNKNOWN_DATE, kw_only=True)
    score: int | None = field(default=None, kw_only=True)  # of implementation, 0 none to 3 full (Peace Accords Matrix)


class AgreementState(StrEnum):
    """How binding an agreement is."""

    OPEN = "open"
    AGREED = "agreed"
    IN_FORCE = "in force"
    FAILED = "failed"


class MarkKind(StrEnum):
    """By which act a party binds itself: initials authenticate the text, a signature binds, ratification is the principal's consent."""

    ACCEPTANCE = "acceptance"
    INITIALS = "initials"
    SIGNATURE = "signature"
    RATIFICATION = "ratification"


@frozen
class Mark:
    """That a party did one of the acts by which it binds itself, to the whole or to a part that was named as binding early."""

    party: str
    kind: MarkKind
    part: str | None = field(default=None, kw_only=True)  # a clause's id; None: the whole
    when: When = field(default=UNKNOWN_DATE, kw_only=True)


@frozen
class Agreement(Item):
    """A text on its way to bind: nothing is agreed until everything is, but for the `early_parts` (clauses) named at the start."""

    name: str = field(kw_only=True)
    proposal: str | None = field(default=None, kw_only=True)
    parties: tuple[str, ...] = field(kw_only=True)
    clauses: tuple[Clause, ...] = field(default=(), kw_only=True)
    early_parts: tuple[str, ...] = field(default=(), kw_only=True)
    marks: tuple[Mark, ...] = field(default=(), kw_only=True)
    guarantors: tuple[str, ...] = field(default=(), kw_only=True)
    state: AgreementState = field(default=AgreementState.OPEN, kw_only=True)


class PerformanceKind(StrEnum):
    """What is said of an obligation's performance."""

    REPORTED = "reported performed"
    VERIFIED = "verified"
    DENIED = "not found performed"


@frozen
class Performance(Item):
    """That an obligation was performed, as an actor reports, or as a monitor verified."""

    obligation: str = field(kw_only=True)
    by: str = field(kw_only=True)
    kind: PerformanceKind = field(default=PerformanceKind.REPORTED, kw_only=True)
    text: str = field(default="", kw_only=True)


class ViolationStatus(StrEnum):
    """What became of the report of a breach."""

    ALLEGED = "alleged"
    UNDER_INQUIRY = "under inquiry"
    CONFIRMED = "confirmed"
    UNFOUNDED = "unfounded"
    SETTLED = "settled"


@frozen
class ViolationReport(Item):
    """An alleged breach: what, by whom, who says so, and what became of the report."""

    obligation: str | None = field(default=None, kw_only=True)
    by: str = field(kw_only=True)
    reported_by: str = field(kw_only=True)
    text: str = field(kw_only=True)
    status: str = field(default="alleged", kw_only=True)
    place: str = field(default="", kw_only=True)
