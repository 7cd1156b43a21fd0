"""Violation reports: told to mediators and monitors first, ruled on by them, put to the accused as far as the owner permits."""

from __future__ import annotations

from attrs import evolve

from gobetween.model.actors import RoleKind
from gobetween.model.agreement import ViolationReport, ViolationStatus
from gobetween.model.errors import ProtocolViolation
from gobetween.model.permissions import Form, Permission
from gobetween.protocols import violations
from gobetween.protocols.violations import Breach, ConveyanceNoted, ViolationConveyed, ViolationReported, ViolationRuled
from gobetween.talks.agreeing.obligations import find_obligation, must_be_owed
from gobetween.talks.knowing.channels import must_be_reached
from gobetween.talks.knowing.openness import must_be_known_to_all
from gobetween.talks.proposing.mandates import in_party_name
from gobetween.talks.rules import Rules, folding
from gobetween.talks.standings import Deed, Standing

_FOLD = folding("violation_reports", "report", ViolationReport, violations.after)
RULES: Rules = dict.fromkeys((ViolationReported, ViolationConveyed, ConveyanceNoted, ViolationRuled), _FOLD)


def report_violation(at: Standing, breach: Breach, *, to: tuple[str, ...] = (), name: str | None = None) -> tuple[Deed, ...]:
    """Someone reports a breach: to the mediators and monitors of the agreement, or to those of them who are named; to no party.

    Raises:
        ProtocolViolation: the accused reports, or is told, or does not owe it; or who is told is neither mediator nor monitor, or does
            not know of it.
    """
    at.must_know(breach.by, *to)
    if breach.by == at.actor:
        raise ProtocolViolation("a violation report is about somebody else's conduct; say of your own what you did not perform")
    if breach.obligation is not None:
        _must_be_breached_by(at, breach.by, breach.obligation)
    told = to or _first_told(at, breach)
    for each in told:
        _must_be_told_first(at, breach, each)
    must_be_known_to_all(at, breach.by, *told)
    if not told:
        raise ProtocolViolation("say to whom it is reported: mediators or monitors")
    act = ViolationReported(at.new_id(name), breach, at.actor, told)
    return (Deed(act, frozenset({at.actor, *told}), in_party_name(at)),)


def convey_violation(at: Standing, report: str, *, words: str = "", name: str | None = None) -> tuple[Deed, ...]:
    """Puts a report to the accused: one's own, or another's as far as its owner permits; those who have the report learn of it.

    `words` are the carrier's own, where it may not, or does not wish to, use the report's.

    Raises:
        ProtocolViolation: it is another's, and no permission in force lets the actor put it so; or the actor cannot reach the accused.
    """
    found = find_report(at, report)
    is_own = found.owner == at.actor
    if not (is_own or at.actor in found.to) or at.is_party():
        raise ProtocolViolation(f"'{report}' is for mediators and monitors who have it to put to the accused")
    permission = None if is_own else _permission(at, found, words)
    if at.is_mediator():
        must_be_reached(at, (found.by,), (at.actor,))
    breach = Breach(found.by, words or (permission.wording if permission else "") or found.text)
    if permission is None or breach.text == found.text:
        known = found.obligation if _knows(at, found.by, found.obligation) else None
        breach = evolve(breach, obligation=known, place=found.place, when=found.when)
    named = found.reported_by if permission is None or permission.is_attributed else None
    must_be_known_to_all(at, *((named,) if named else ()))
    copy = at.new_id(name)
    conveyed = ViolationConveyed(copy, breach, at.actor, reported_by=named)
    return (
        Deed(conveyed, frozenset({at.actor, found.by})),
        Deed(ConveyanceNoted(report, copy), _holders(found)),
    )


def rule_on_violation(at: Standing, report: str, status: ViolationStatus, *, finding: str = "") -> tuple[Deed, ...]:
    """Those who were told of it say what became of it, to all who have it; of what was put to the accused, whoever put it there.

    Raises:
        ProtocolViolation: it is not the actor's to rule on, or it cannot become that.
    """
    found = find_report(at, report)
    is_ruling = found.owner == at.actor if _is_copy(found) else at.actor in found.to
    if not is_ruling or at.actor == found.by:
        raise ProtocolViolation(f"'{report}' is not yours to rule on: that is for the mediators and monitors to whom it was brought")
    return (Deed(ViolationRuled(report, status, at.actor, finding=finding), _holders(found)),)


def find_report(at: Standing, report: str) -> ViolationReport:
    """The violation report of that name.

    Raises:
        ProtocolViolation: whoever acts has none, or nobody made it here.
    """
    found = next((each for each in at.case.violation_reports if each.id == report and each.owner is not None), None)
    if found is None:
        raise ProtocolViolation(f"there is no violation report '{report}' that you know of")
    return found


def _is_copy(report: ViolationReport) -> bool:
    """Whether it is what the accused got."""
    return report.to == (report.by,)


def _holders(report: ViolationReport) -> frozenset[str]:
    return frozenset({report.owner or "", *report.to}) - {""}


def _first_told(at: Standing, breach: Breach) -> tuple[str, ...]:
    if breach.obligation is None:
        return ()
    obligation, agreement = find_obligation(at, breach.obligation)
    told = dict.fromkeys((*agreement.mediators, *agreement.monitors, *obligation.monitors))
    return tuple(each for each in told if each not in (at.actor, breach.by))


def _must_be_breached_by(at: Standing, accused: str, obligation: str) -> None:
    found, _ = find_obligation(at, obligation)
    must_be_owed(found)
    if found.actor != accused:
        raise ProtocolViolation(f"'{obligation}' is for {found.actor} to keep; report other conduct of {accused} without it")


def _must_be_told_first(at: Standing, breach: Breach, actor: str) -> None:
    monitors = set(at.case.with_role(RoleKind.MONITOR))
    if breach.obligation is not None:
        obligation, agreement = find_obligation(at, breach.obligation)
        monitors |= {*obligation.monitors, *agreement.monitors}
        if actor not in agreement.everyone:
            raise ProtocolViolation(f"{actor} does not have '{agreement.id}', and would learn of it")
    if actor in (at.actor, breach.by) or at.is_party(actor) or not (at.is_mediator(actor) or actor in monitors):
        raise ProtocolViolation(
            f"a violation report goes to mediators and monitors first, not to {actor}; a mediator puts it to the accused by another act"
        )


def _permission(at: Standing, report: ViolationReport, words: str) -> Permission:
    """The owner's permission in force by which the actor may put the report to the accused in that form.

    Raises:
        ProtocolViolation: there is none.
    """
    for each in at.case.permissions:
        is_for_it = each.item == report.id and report.by in each.to and at.actor in each.carriers and each.is_in_force(at.today)
        if is_for_it and (each.form is not Form.VERBATIM) == bool(words):
            return each
    form = "in words of your own" if words else "verbatim"
    raise ProtocolViolation(
        f"no permission in force lets you put '{report.id}' to {report.by} {form}: ask its owner (ask {report.id} --to {report.by})"
    )


def _knows(at: Standing, actor: str, obligation: str | None) -> bool:
    """Whether the actor has the agreement that the obligation follows from, as far as whoever acts knows."""
    return obligation is not None and actor in find_obligation(at, obligation)[1].everyone
