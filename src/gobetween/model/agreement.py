"""What was, or would be, promised: agreements on their way to bind, obligations in phases, who checks, what was reported broken."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from attrs import field, frozen

from gobetween.model.dates import UNKNOWN_DATE, When
from gobetween.model.items import Item
from gobetween.model.proposals import Clause


class ObligationStatus(StrEnum):
    """How far an obligation has come; in live talks `overdue` is never recorded, but follows from the clock."""

    PROPOSED = "proposed"
    AGREED = "agreed"
    PERFORMED = "performed"
    OVERDUE = "overdue"
    BROKEN = "reported broken"


@frozen
class Phase(Item):
    """A group of obligations, and what must have happened before it begins; `fulfilled` are those of its conditions that have."""

    name: str = field(kw_only=True)
    proposal: str | None = field(default=None, kw_only=True)
    entry_conditions: tuple[str, ...] = field(default=(), kw_only=True)
    agreement: str | None = field(default=None, kw_only=True)
    fulfilled: tuple[str, ...] = field(default=(), kw_only=True)  # entry conditions, in their words
    entered: When = field(default=UNKNOWN_DATE, kw_only=True)

    @property
    def is_entered(self) -> bool:
        """Whether it has begun."""
        return not self.entered.is_unknown

    @property
    def missing(self) -> tuple[str, ...]:
        """The entry conditions that are not fulfilled."""
        return tuple(each for each in self.entry_conditions if each not in self.fulfilled)


@frozen
class Obligation(Item):
    """Who does what by when, in which phase; guarantors stand behind it, monitors check it.

    It is due on the `deadline`, or so many `days_after_entry` of its phase. Its `score` is of implementation: 0 none, 1 little,
    2 much, 3 all (Peace Accords Matrix).
    """

    actor: str = field(kw_only=True)
    text: str = field(kw_only=True)
    phase: str | None = field(default=None, kw_only=True)
    status: ObligationStatus = field(default=ObligationStatus.PROPOSED, kw_only=True)
    guarantors: tuple[str, ...] = field(default=(), kw_only=True)
    monitors: tuple[str, ...] = field(default=(), kw_only=True)
    agreement: str | None = field(default=None, kw_only=True)
    clause: str | None = field(default=None, kw_only=True)
    deadline: When = field(default=UNKNOWN_DATE, kw_only=True)
    days_after_entry: int | None = field(default=None, kw_only=True)
    score: int | None = field(default=None, kw_only=True)

    def due(self, phase: Phase | None) -> dt.date | None:
        """The last day on which it is in time, if there is one yet; `phase` is its own."""
        if self.days_after_entry is None:
            return self.deadline.latest
        begun = phase.entered.latest if phase else None
        if begun is None:
            return None
        left = (dt.date.max - begun).days
        return begun + dt.timedelta(days=min(self.days_after_entry, left))

    def is_overdue(self, phase: Phase | None, day: dt.date) -> bool:
        """Whether it was agreed, and its last day is past without its having been verified as performed."""
        due = self.due(phase)
        return self.status is ObligationStatus.AGREED and due is not None and due < day


class AgreementState(StrEnum):
    """How binding an agreement, or an early part of it, is."""

    OPEN = "open"
    AGREED = "agreed"
    IN_FORCE = "in force"
    FAILED = "failed"
    WITHDRAWN = "withdrawn"


class MarkKind(StrEnum):
    """By which act a party binds itself: initials authenticate the text, a signature binds, ratification is the principal's consent."""

    ACCEPTANCE = "acceptance"
    INITIALS = "initials"
    SIGNATURE = "signature"
    RATIFICATION = "ratification"


@frozen
class Mark:
    """That a party did one of the acts by which it binds itself, to the whole or to a part that was named as binding early.

    A signature may be `is_subject_to_ratification`: it binds once the party's principal has ratified.
    """

    party: str
    kind: MarkKind
    part: str | None = field(default=None, kw_only=True)  # a clause's id; None: the whole
    is_subject_to_ratification: bool = field(default=False, kw_only=True)
    when: When = field(default=UNKNOWN_DATE, kw_only=True)


@frozen
class EarlyPart:
    """A clause that may bind before everything is agreed, once all parties have accepted it as such."""

    clause: str
    state: AgreementState = AgreementState.OPEN


@frozen
class Agreement(Item):
    """A text on its way to bind: nothing is agreed until everything is, but for the `early_parts` named at the start.

    `mediators` carry it; they, the parties, the guarantors and the monitors have the text. `earlier` are the earlier agreements on
    which it follows. While it is open, the marks are those acceptances that whoever reads it knows of: a party its own alone.
    """

    name: str = field(kw_only=True)
    proposal: str | None = field(default=None, kw_only=True)
    parties: tuple[str, ...] = field(kw_only=True)
    mediators: tuple[str, ...] = field(default=(), kw_only=True)
    guarantors: tuple[str, ...] = field(default=(), kw_only=True)
    monitors: tuple[str, ...] = field(default=(), kw_only=True)
    clauses: tuple[Clause, ...] = field(default=(), kw_only=True)
    early_parts: tuple[EarlyPart, ...] = field(default=(), kw_only=True)
    earlier: tuple[str, ...] = field(default=(), kw_only=True)
    marks: tuple[Mark, ...] = field(default=(), kw_only=True)
    state: AgreementState = field(default=AgreementState.OPEN, kw_only=True)
    refused_by: str | None = field(default=None, kw_only=True)
    reason: str = field(default="", kw_only=True)

    @property
    def everyone(self) -> frozenset[str]:
        """Those who have the text."""
        return frozenset({*self.parties, *self.mediators, *self.guarantors, *self.monitors})

    def name_of(self, part: str | None) -> str:
        """What a principal decides on: the whole by its id, an early part by the clause's name behind it."""
        return self.id if part is None else f"{self.id}/{part}"

    @property
    def decidable(self) -> tuple[str, ...]:
        """The names of the whole and of its early parts, as principals decide on them."""
        return (self.id, *(self.name_of(each.clause) for each in self.early_parts))

    def clause(self, clause_id: str) -> Clause | None:
        """The clause of that id, or `None`."""
        return next((each for each in self.clauses if each.id == clause_id), None)

    def state_of(self, part: str | None) -> AgreementState | None:
        """How binding the early part is, or the whole (`None`); `None` if there is no such early part."""
        if part is None:
            return self.state
        return next((each.state for each in self.early_parts if each.clause == part), None)

    def mark_of(self, party: str, kind: MarkKind, part: str | None = None) -> Mark | None:
        """The party's mark of that kind on that part, or `None`."""
        return next((each for each in self.marks if (each.party, each.kind, each.part) == (party, kind, part)), None)

    def is_accepted_by_all(self, part: str | None = None) -> bool:
        """Whether every party has accepted the part, as far as whoever reads this knows."""
        return all(self.mark_of(party, MarkKind.ACCEPTANCE, part) for party in self.parties)

    def is_bound(self, party: str, part: str | None = None) -> bool:
        """Whether the party has done all that it takes to be bound: signed and, where its signature is subject to it, ratified."""
        signature = self.mark_of(party, MarkKind.SIGNATURE, part)
        if signature is None:
            return False
        return not signature.is_subject_to_ratification or self.mark_of(party, MarkKind.RATIFICATION, part) is not None

    def binds(self, clause_id: str | None) -> bool:
        """Whether the clause is in force, by the whole or as an early part."""
        return AgreementState.IN_FORCE in (self.state, self.state_of(clause_id))


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
    """An alleged breach: what, where, by whom, who says so (if that may be known), and what became of the report.

    It is told `to` those whom its author chose, like a letter. What the accused gets is a report of the carrier's own: the one told
    in confidence names it (`conveyed_as`), it does not name that one. `finding` is what was found, in words.
    """

    obligation: str | None = field(default=None, kw_only=True)
    by: str = field(kw_only=True)
    reported_by: str | None = field(default=None, kw_only=True)
    text: str = field(kw_only=True)
    status: ViolationStatus = field(default=ViolationStatus.ALLEGED, kw_only=True)
    place: str = field(default="", kw_only=True)
    to: tuple[str, ...] = field(default=(), kw_only=True)
    conveyed_as: str | None = field(default=None, kw_only=True)
    finding: str = field(default="", kw_only=True)
