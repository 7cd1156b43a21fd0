"""The protocol of violation reports: alleged in confidence, ruled on by those it was told, put to the accused by an act of its own.

    (nothing) --report--> alleged --rule--> under inquiry, confirmed, unfounded or settled
    under inquiry --rule--> confirmed, unfounded or settled
    confirmed --rule--> settled, or under inquiry again
    unfounded --rule--> under inquiry again

What the accused gets is a report of the carrier's own, with a name of its own, which says no more than the owner permitted; a ruling
on the one says nothing to those who have the other.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar, TypeAlias

from attrs import evolve, field, frozen

from gobetween.model.agreement import ViolationReport, ViolationStatus
from gobetween.model.dates import UNKNOWN_DATE, When
from gobetween.model.errors import ProtocolViolation
from gobetween.protocols.acts import Act, Moment

NEXT: Mapping[ViolationStatus, tuple[ViolationStatus, ...]] = MappingProxyType(
    {
        ViolationStatus.ALLEGED: (
            ViolationStatus.UNDER_INQUIRY,
            ViolationStatus.CONFIRMED,
            ViolationStatus.UNFOUNDED,
            ViolationStatus.SETTLED,
        ),
        ViolationStatus.UNDER_INQUIRY: (ViolationStatus.CONFIRMED, ViolationStatus.UNFOUNDED, ViolationStatus.SETTLED),
        ViolationStatus.CONFIRMED: (ViolationStatus.SETTLED, ViolationStatus.UNDER_INQUIRY),
        ViolationStatus.UNFOUNDED: (ViolationStatus.UNDER_INQUIRY,),
        ViolationStatus.SETTLED: (),
    }
)
"""What may become of a report that stands so."""


@frozen
class Breach:
    """What is said to have been done, against which obligation, where and when."""

    by: str
    text: str
    obligation: str | None = field(default=None, kw_only=True)
    place: str = field(default="", kw_only=True)
    when: When = field(default=UNKNOWN_DATE, kw_only=True)


@frozen
class ViolationReported(Act):
    """Someone reports a breach, to those named in `to`."""

    KIND: ClassVar[str] = "violation-reported.v1"
    report: str
    breach: Breach
    reported_by: str
    to: tuple[str, ...]


@frozen
class ViolationConveyed(Act):
    """The accused is told: by whom (`carrier`), of what, and who reports it if that may be said."""

    KIND: ClassVar[str] = "violation-conveyed.v1"
    report: str
    breach: Breach
    carrier: str
    reported_by: str | None = field(default=None, kw_only=True)


@frozen
class ConveyanceNoted(Act):
    """Those who have the report learn that it was put to the accused, and under which name."""

    KIND: ClassVar[str] = "violation-conveyance-noted.v1"
    report: str
    conveyed_as: str


@frozen
class ViolationRuled(Act):
    """What was found, or is being done, about the report."""

    KIND: ClassVar[str] = "violation-ruled.v1"
    report: str
    status: ViolationStatus
    by: str
    finding: str = field(default="", kw_only=True)


ViolationAct: TypeAlias = ViolationReported | ViolationConveyed | ConveyanceNoted | ViolationRuled


def after(state: ViolationReport | None, act: ViolationAct, moment: Moment) -> ViolationReport:
    """The report after the act.

    Raises:
        ProtocolViolation: the act does not follow on what the report is.
    """
    match act:
        case ViolationReported():
            return evolve(_new(state, act, moment), reported_by=act.reported_by, owner=act.reported_by, to=act.to)
        case ViolationConveyed():
            return evolve(_new(state, act, moment), reported_by=act.reported_by, owner=act.carrier, to=(act.breach.by,))
    if state is None:
        raise ProtocolViolation(f"there is no violation report '{act.report}' that you know of")
    if isinstance(act, ConveyanceNoted):
        if state.conveyed_as is not None:
            raise ProtocolViolation(f"'{act.report}' was put to {state.by} already, as '{state.conveyed_as}'")
        return evolve(state, conveyed_as=act.conveyed_as)
    if act.status not in NEXT[state.status]:
        allowed = ", ".join(NEXT[state.status]) or "nothing more"
        raise ProtocolViolation(f"the report '{act.report}' is {state.status}; what may become of it: {allowed}")
    return evolve(state, status=act.status, finding=act.finding)


def _new(state: ViolationReport | None, act: ViolationReported | ViolationConveyed, moment: Moment) -> ViolationReport:
    if state is not None:
        raise ProtocolViolation(f"there is a violation report '{act.report}' already; choose another name")
    breach = act.breach
    return ViolationReport(
        act.report,
        obligation=breach.obligation,
        by=breach.by,
        text=breach.text,
        place=breach.place,
        when=breach.when,
        known=moment.dates["known"],
    )
