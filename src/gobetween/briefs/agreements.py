"""What is promised or would be: phases, who does what in each, who stands behind it, and what was reported broken."""

from __future__ import annotations

from collections.abc import Iterator

from gobetween.briefs.blocks import Block, Cell, Mark, Section
from gobetween.briefs.cells import EMPTY, cited, dated, noted, section_of, table_of
from gobetween.briefs.phrasing import joined, phrase, sentence
from gobetween.briefs.scenes import Scene
from gobetween.model.agreement import Obligation, Phase


def agreements_section(scene: Scene) -> tuple[Section, ...]:
    """Obligations in phases and reported violations."""
    blocks: list[Block] = [*_obligations(scene), *_violations(scene)]
    lead = "Who would do or does what, in which phase, who stands behind it and who checks."
    return section_of("agreements", "Obligations and their keeping", lead, blocks)


def _obligations(scene: Scene) -> Iterator[Block]:
    case = scene.case
    rows = []
    for phase in (*case.phases, None):
        own = [each for each in case.obligations if each.phase == (phase.id if phase else None)]
        name = _phase(scene, phase) if phase else EMPTY
        rows += [(name, *_obligation(scene, each)) for each in own]
        if phase and not own:
            rows.append((name, EMPTY, Cell("nothing recorded"), EMPTY, EMPTY, EMPTY))
    yield from table_of("Obligations", ("Phase", "Who", "Does what", "When", "State", "Guarantors, monitors"), rows)


def _phase(scene: Scene, phase: Phase) -> Cell:
    proposal = next((each.name for each in scene.case.proposals if each.id == phase.proposal), "")
    conditions = f"begins if: {joined(*(phrase(each) for each in phase.entry_conditions))}" if phase.entry_conditions else ""
    return cited(phase.name, phase, detail=joined(proposal, conditions, noted(phase), by=". "))


def _obligation(scene: Scene, obligation: Obligation) -> tuple[Cell, ...]:
    names = scene.names
    guarantors = f"guaranteed by {names.actors(obligation.guarantors)}" if obligation.guarantors else ""
    monitors = f"checked by {names.actors(obligation.monitors)}" if obligation.monitors else ""
    return (
        Cell(names.actor(obligation.actor)),
        cited(sentence(obligation.text), obligation, detail=noted(obligation)),
        dated(obligation.when, otherwise=""),
        Cell(str(obligation.status)),
        Cell(joined(guarantors, monitors)),
    )


def _violations(scene: Scene) -> Iterator[Block]:
    rows = []
    for each in sorted(scene.case.violation_reports, key=scene.order):
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
