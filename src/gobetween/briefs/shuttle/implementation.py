"""How an agreement is kept: phases, obligations by the clock, what is said of performance, and violation reports."""

from __future__ import annotations

from collections.abc import Iterator

from gobetween.briefs.agreements import due_in_words, state_by_the_clock
from gobetween.briefs.blocks import Block, Cell, Mark, Section
from gobetween.briefs.cells import cited, dated, section_of, table_of
from gobetween.briefs.phrasing import counted, day_in_words, joined, listed, phrase, sentence
from gobetween.briefs.scenes import Scene
from gobetween.model.agreement import Obligation, Phase, ViolationReport, ViolationStatus

OVER = (ViolationStatus.UNFOUNDED, ViolationStatus.SETTLED)
SCORES = ("0: none", "1: little", "2: much", "3: all")


def implementation_section(scene: Scene) -> tuple[Section, ...]:
    """What follows from agreements made in these talks; what reports say of promises stands in the brief of the case."""
    blocks: list[Block] = [*_phases(scene), *_obligations(scene), *_performances(scene), *_violations(scene)]
    lead = "That something is overdue follows from the clock; a violation report is an allegation until those it was told rule on it."
    return section_of("implementation", "How agreements are kept", lead, blocks)


def _phases(scene: Scene) -> Iterator[Block]:
    rows = [
        (Cell(each.id), cited(each.name, each), Cell(listed(_conditions(each), last="and")), Cell(_state(each)))
        for each in scene.case.phases
        if each.agreement is not None
    ]
    yield from table_of("Phases", ("Name", "Phase", "Begins if", "State"), rows)


def _conditions(phase: Phase) -> Iterator[str]:
    for each in phase.entry_conditions:
        yield f"{phrase(each)} ({'fulfilled' if each in phase.fulfilled else 'not yet'})"


def _state(phase: Phase) -> str:
    if phase.entered.earliest is not None:
        return f"entered on {day_in_words(phase.entered.earliest)}"
    return f"waits for {counted(len(phase.missing), 'condition')}" if phase.missing else "may be entered"


def _obligations(scene: Scene) -> Iterator[Block]:
    columns = ("Name", "Who", "Does what", "Due", "State", "Guarantors", "Checked by", "Implementation")
    rows = [_obligation(scene, each) for each in scene.case.obligations if each.agreement is not None]
    yield from table_of("Obligations", columns, rows)


def _obligation(scene: Scene, obligation: Obligation) -> tuple[Cell, ...]:
    names = scene.names
    return (
        Cell(obligation.id),
        Cell(names.actor(obligation.actor)),
        cited(sentence(obligation.text), obligation, detail=f"clause '{obligation.clause}'" if obligation.clause else ""),
        Cell(due_in_words(scene, obligation)),
        Cell(state_by_the_clock(scene, obligation), detail=joined(*_reported_broken(scene, obligation))),
        Cell(names.actors(obligation.guarantors)),
        Cell(names.actors(obligation.monitors)),
        Cell(SCORES[obligation.score] if obligation.score is not None else ""),
    )


def _reported_broken(scene: Scene, obligation: Obligation) -> Iterator[str]:
    for each in scene.case.violation_reports:
        if each.obligation == obligation.id and each.status not in OVER:
            yield f"reported broken in '{each.id}' ({each.status})"


def _performances(scene: Scene) -> Iterator[Block]:
    rows = [
        (dated(each.when), Cell(scene.names.actor(each.by)), Cell(each.obligation), Cell(str(each.kind)), Cell(sentence(each.text)))
        for each in scene.case.performances
    ]
    yield from table_of("What is said of performance", ("When", "Who", "Obligation", "What", "In words"), rows)


def _violations(scene: Scene) -> Iterator[Block]:
    columns = ("Name", "By", "What", "When", "Where", "Reported by", "Told to", "State", "Put to the accused as")
    rows = [_violation(scene, each) for each in scene.case.violation_reports if each.owner is not None]
    yield from table_of("Violation reports", columns, rows)


def _violation(scene: Scene, report: ViolationReport) -> tuple[Cell, ...]:
    names = scene.names
    against = f"obligation '{report.obligation}'" if report.obligation else ""
    return (
        Cell(report.id),
        Cell(names.actor(report.by)),
        cited(sentence(report.text), report, marks=(Mark.ALLEGED,), detail=against),
        dated(report.when, otherwise=""),
        Cell(report.place),
        Cell(names.actor(report.reported_by) if report.reported_by else ""),
        Cell(names.actors(report.to)),
        Cell(str(report.status), detail=sentence(report.finding)),
        Cell(report.conveyed_as or ""),
    )
