"""What is promised or would be: phases, who does what in each, who stands behind it, and what was reported broken."""

from __future__ import annotations

from collections.abc import Iterator

from gobetween.briefs.blocks import Block, Cell, Mark, Section
from gobetween.briefs.cells import EMPTY, cited, dated, noted, section_of, table_of
from gobetween.briefs.phrasing import counted, day_in_words, joined, phrase, sentence
from gobetween.briefs.scenes import Scene
from gobetween.model.agreement import Obligation, ObligationStatus, Phase


def agreements_section(scene: Scene) -> tuple[Section, ...]:
    """Obligations in phases and reported violations, as the case has them; what live talks made has a section of its own."""
    blocks: list[Block] = [*_obligations(scene), *_violations(scene)]
    lead = "Who would do or does what, in which phase, who stands behind it and who checks."
    return section_of("agreements", "Obligations and their keeping", lead, blocks)


def _obligations(scene: Scene) -> Iterator[Block]:
    phases = [each for each in scene.case.phases if each.agreement is None]
    places = {each.id for each in phases}
    promised = [each for each in scene.case.obligations if each.agreement is None]
    rows = []
    for phase in (*phases, None):
        own = [each for each in promised if (each.phase if each.phase in places else None) == (phase.id if phase else None)]
        name = _phase(scene, phase) if phase else EMPTY
        rows += [(name, *_obligation(scene, each)) for each in own]
        if phase and not own:
            rows.append((name, EMPTY, Cell("nothing recorded"), *[EMPTY] * 5))
    columns = ("Phase", "Who", "Does what", "When", "Due", "State", "Guarantors, monitors", "Implementation, from 0 to 3")
    yield from table_of("Obligations", columns, rows)


def state_by_the_clock(scene: Scene, obligation: Obligation) -> str:
    """How far the obligation has come on the day of the brief: what was agreed and is past its day is overdue."""
    is_overdue = obligation.is_overdue(_phase_of(scene, obligation), scene.day)
    return str(ObligationStatus.OVERDUE if is_overdue else obligation.status)


def due_in_words(scene: Scene, obligation: Obligation) -> str:
    """By when it is due: the day, or from when its days will count."""
    due = obligation.due(_phase_of(scene, obligation))
    if due is None and obligation.days_after_entry is not None:
        return f"{counted(obligation.days_after_entry, 'day')} after its phase begins"
    return f"by {day_in_words(due)}" if due else ""


def _phase_of(scene: Scene, obligation: Obligation) -> Phase | None:
    return next((each for each in scene.case.phases if each.id == obligation.phase), None)


def _phase(scene: Scene, phase: Phase) -> Cell:
    proposal = next((each.name for each in scene.case.proposals if each.id == phase.proposal), "")
    fulfilled = [f"{phrase(each)}{' (fulfilled)' if each in phase.fulfilled else ''}" for each in phase.entry_conditions]
    conditions = f"begins if: {joined(*fulfilled)}" if fulfilled else ""
    entered = f"entered {phase.entered}" if phase.is_entered else ""
    said = (sentence(each) for each in (proposal, conditions, entered))
    return cited(phase.name, phase, detail=joined(*said, noted(phase), by=" "))


def _obligation(scene: Scene, obligation: Obligation) -> tuple[Cell, ...]:
    names = scene.names
    guarantors = f"guaranteed by {names.actors(obligation.guarantors)}" if obligation.guarantors else ""
    monitors = f"checked by {names.actors(obligation.monitors)}" if obligation.monitors else ""
    return (
        Cell(names.actor(obligation.actor)),
        cited(sentence(obligation.text), obligation, detail=noted(obligation)),
        dated(obligation.when, otherwise=""),
        Cell(due_in_words(scene, obligation)),
        Cell(state_by_the_clock(scene, obligation)),
        Cell(joined(guarantors, monitors)),
        Cell("" if obligation.score is None else str(obligation.score)),
    )


def _violations(scene: Scene) -> Iterator[Block]:
    rows = []
    for each in sorted((each for each in scene.case.violation_reports if each.owner is None), key=scene.order):
        obligation = next((other.text for other in scene.case.obligations if other.id == each.obligation), "")
        rows.append(
            (
                dated(each.when),
                Cell(scene.names.actor(each.by)),
                cited(
                    sentence(each.text), each, marks=(Mark.ALLEGED,), detail=f"obligation: {phrase(obligation)}" if obligation else ""
                ),
                Cell(scene.names.actor(each.reported_by) if each.reported_by else ""),
                Cell(str(each.status)),
            )
        )
    yield from table_of("Reported violations", ("When", "By", "What", "Reported by", "State"), rows)
