"""What was, or would be, promised: obligations in phases, who stands behind them, who checks, and what was reported broken."""

from __future__ import annotations

from enum import StrEnum

from attrs import field, frozen

from gobetween.model.items import Item


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


@frozen
class Obligation(Item):
    """Who does what by when, in which phase; guarantors stand behind it, monitors check it."""

    actor: str = field(kw_only=True)
    text: str = field(kw_only=True)
    phase: str | None = field(default=None, kw_only=True)
    status: ObligationStatus = field(default=ObligationStatus.PROPOSED, kw_only=True)
    guarantors: tuple[str, ...] = field(default=(), kw_only=True)
    monitors: tuple[str, ...] = field(default=(), kw_only=True)


@frozen
class ViolationReport(Item):
    """An alleged breach: what, by whom, who says so, and what became of the report."""

    obligation: str | None = field(default=None, kw_only=True)
    by: str = field(kw_only=True)
    reported_by: str = field(kw_only=True)
    text: str = field(kw_only=True)
    status: str = field(default="alleged", kw_only=True)
