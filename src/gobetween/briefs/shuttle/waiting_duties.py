"""What the audience has yet to do under an agreement: accept, sign, ratify; perform and report; check; rule on breaches."""

from __future__ import annotations

from collections.abc import Iterator
from shlex import quote

from gobetween.briefs.agreements import due_in_words
from gobetween.briefs.blocks import Cell
from gobetween.briefs.phrasing import listed, phrase, quoted
from gobetween.briefs.scenes import Scene
from gobetween.model.actors import Procedure
from gobetween.model.agreement import (
    Agreement,
    AgreementState,
    MarkKind,
    Obligation,
    ObligationStatus,
    PerformanceKind,
    ViolationStatus,
)

_ENDED = (AgreementState.FAILED, AgreementState.WITHDRAWN)
_UNDECIDED = (ViolationStatus.ALLEGED, ViolationStatus.UNDER_INQUIRY)


def duties(scene: Scene) -> Iterator[Cell]:
    """In the order in which an agreement goes: its text, what it obliges to, its phases, what is said to be broken."""
    for agreement in scene.case.agreements:
        if scene.view.audience in agreement.parties and agreement.state not in _ENDED:
            for part in (*(each.clause for each in agreement.early_parts), None):
                yield from _marks(scene, agreement, part)
    yield from _phases(scene)
    yield from _performances(scene)
    yield from _checks(scene)
    yield from _violations(scene)


def _marks(scene: Scene, agreement: Agreement, part: str | None) -> Iterator[Cell]:
    """The next act by which the party would bind itself to the whole, or to a part that may bind early."""
    own, state = scene.view.audience, agreement.state_of(part)
    what = f"'{part}' of {quoted(agreement.name)}" if part else quoted(agreement.name)
    option = f" --part {part}" if part else ""
    if state is AgreementState.OPEN and not agreement.mark_of(own, MarkKind.ACCEPTANCE, part):
        yield Cell(f"The text of {what} waits for you to accept it.", detail=f"accept-text {agreement.id}{option}")
    elif state is AgreementState.AGREED and not agreement.mark_of(own, MarkKind.SIGNATURE, part):
        yield Cell(f"{what} is agreed and waits for your signature.", detail=f"sign {agreement.id}{option}")
    elif state is AgreementState.AGREED and not agreement.is_bound(own, part):
        deciding = [each.id for each in scene.case.principals if each.party == own and each.procedure is not Procedure.UNSAID]
        principal, name = listed(deciding, last="or"), agreement.name_of(part)
        decided = any(each.on in (name, agreement.id) for each in scene.case.decisions)
        verb = f"ratify {agreement.id}{option}" if decided else f"decide {name} approve|refuse, then: ratify {agreement.id}{option}"
        yield Cell(f"{what} is signed and waits for your principal to ratify it.", detail=f"as {principal}: {verb}")


def _phases(scene: Scene) -> Iterator[Cell]:
    agreements = {each.id: each for each in scene.case.agreements}
    for each in scene.case.phases:
        agreement = agreements.get(each.agreement or "")
        if agreement is None or each.is_entered or scene.view.audience not in (*agreement.mediators, *agreement.monitors):
            continue
        in_force = AgreementState.IN_FORCE in (agreement.state, *(part.state for part in agreement.early_parts))
        if in_force and not each.missing:
            yield Cell(f"The phase {quoted(each.name)} may begin.", detail=f"enter-phase {each.id}")
        elif in_force:
            for condition in each.missing:
                said = f"The phase {quoted(each.name)} may begin only if {phrase(condition)}. Once that is so, say it:"
                yield Cell(said, detail=f"fulfil {each.id} {quote(condition)}")


def _owed(scene: Scene) -> Iterator[Obligation]:
    """Obligations of agreements made in these talks that are owed now, not in a phase ahead, and not found performed."""
    ahead = {each.id for each in scene.case.phases if not each.is_entered}
    for each in scene.case.obligations:
        if each.agreement is not None and each.status is ObligationStatus.AGREED and each.phase not in ahead:
            yield each


def _performances(scene: Scene) -> Iterator[Cell]:
    for each in _owed(scene):
        if each.actor == scene.view.audience and _last_said(scene, each) is not PerformanceKind.REPORTED:
            due = due_in_words(scene, each)
            said = f"You have yet to do, and to report that you did: {phrase(each.text)}{f' (due: {due})' if due else ''}."
            yield Cell(said, detail=f"report-performance {each.id}")


def _checks(scene: Scene) -> Iterator[Cell]:
    agreements = {each.id: each for each in scene.case.agreements}
    for each in _owed(scene):
        agreement = agreements.get(each.agreement or "")
        checking = each.monitors or (agreement.monitors or agreement.mediators if agreement else ())
        reported = _last_said(scene, each) is PerformanceKind.REPORTED
        if reported and scene.view.audience in checking and each.actor != scene.view.audience:
            said = f"{scene.names.actor(each.actor)} reports as done, and you have yet to check: {phrase(each.text)}."
            yield Cell(said, detail=f"verify-performance {each.id} --performed, or: --not-performed")


def _last_said(scene: Scene, obligation: Obligation) -> PerformanceKind | None:
    said = [each.kind for each in scene.case.performances if each.obligation == obligation.id]
    return said[-1] if said else None


def _violations(scene: Scene) -> Iterator[Cell]:
    for each in scene.case.violation_reports:
        is_told = each.owner is not None and scene.view.audience in each.to and scene.view.audience != each.by
        if is_told and each.status in _UNDECIDED:
            said = f"What {scene.names.actor(each.by)} is said to have done waits for your ruling: {quoted(each.text)}"
            yield Cell(said, detail=f"rule-on-violation {each.id} under-inquiry|confirmed|unfounded|settled")
