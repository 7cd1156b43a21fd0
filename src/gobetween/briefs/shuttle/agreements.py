"""Agreements on their way to bind: the text, how far it has come, and who has yet to do what, as far as the audience knows."""

from __future__ import annotations

from collections.abc import Iterator

from gobetween.briefs.blocks import Block, Cell, Section
from gobetween.briefs.cells import cited, dated, section_of, table_of
from gobetween.briefs.phrasing import joined, sentence
from gobetween.briefs.scenes import Scene
from gobetween.model.agreement import Agreement, AgreementState, Mark, MarkKind

ENDED = (AgreementState.FAILED, AgreementState.WITHDRAWN)


def agreements_section(scene: Scene) -> tuple[Section, ...]:
    """Every agreement that the audience has: its state, its clauses, the marks on it, and the earlier ones on which it follows."""
    blocks: list[Block] = [*_states(scene), *(block for each in scene.case.agreements for block in _agreement(scene, each))]
    lead = "Nothing is agreed until everything is, but for parts named at the start; an acceptance is in confidence until all accept."
    return section_of("agreement", "Agreements", lead, [*blocks, *_earlier(scene)])


def _states(scene: Scene) -> Iterator[Block]:
    rows = [
        (
            Cell(each.id),
            cited(each.name, each),
            Cell(str(each.state), detail=_why(scene, each)),
            Cell(scene.names.actors(each.parties)),
            Cell(scene.names.actors(each.mediators)),
            Cell(joined(_with("guaranteed by", scene, each.guarantors), _with("checked by", scene, each.monitors))),
            Cell(joined(*_awaited(scene, each))),
        )
        for each in scene.case.agreements
    ]
    columns = ("Name", "Title", "State", "Between", "Carried by", "Guarantors, monitors", "What is awaited")
    yield from table_of("Agreements", columns, rows)


def _why(scene: Scene, agreement: Agreement) -> str:
    refused = f"refused by {scene.names.actor(agreement.refused_by)}" if agreement.refused_by else ""
    return joined(refused, sentence(agreement.reason))


def _with(words: str, scene: Scene, actors: tuple[str, ...]) -> str:
    return f"{words} {scene.names.actors(actors)}" if actors else ""


def _awaited(scene: Scene, agreement: Agreement) -> Iterator[str]:
    """What has yet to be done, as far as the audience may know: who has not accepted, mediators alone are told."""
    audience, names = scene.view.audience, scene.names
    for part in (None, *(each.clause for each in agreement.early_parts)):
        state = agreement.state_of(part)
        what = f" of '{part}'" if part else ""
        if state is AgreementState.OPEN and agreement.state not in ENDED:
            silent = [each for each in agreement.parties if not agreement.mark_of(each, MarkKind.ACCEPTANCE, part)]
            if audience in agreement.mediators:
                yield f"acceptance{what} by {names.actors(silent)}"
            elif audience in silent:
                yield f"your acceptance{what}"
        elif state is AgreementState.AGREED:
            unsigned = [each for each in agreement.parties if not agreement.mark_of(each, MarkKind.SIGNATURE, part)]
            unratified = [each for each in agreement.parties if each not in unsigned and not agreement.is_bound(each, part)]
            yield from (f"signature{what} by {names.actor(each)}" for each in unsigned)
            yield from (f"ratification{what} by the principal of {names.actor(each)}" for each in unratified)


def _agreement(scene: Scene, agreement: Agreement) -> Iterator[Block]:
    rows = [
        (
            Cell(clause.id),
            Cell(sentence(clause.wording)),
            Cell(scene.names.issue(clause.issue)),
            Cell(clause.annex or ""),
            Cell(_binding(agreement, clause.id)),
        )
        for clause in agreement.clauses
    ]
    yield from table_of(f"{agreement.name}: the text", ("Clause", "Words", "Issue", "Annex", "May bind early"), rows)
    marks = [_mark(scene, each) for each in agreement.marks]
    yield from table_of(f"{agreement.name}: the marks", ("Who", "What", "Of which part", "When"), marks)


def _binding(agreement: Agreement, clause: str) -> str:
    state = agreement.state_of(clause)
    return f"yes: {state}" if state else ""


def _mark(scene: Scene, mark: Mark) -> tuple[Cell, ...]:
    subject = ", subject to ratification" if mark.is_subject_to_ratification else ""
    return (
        Cell(scene.names.actor(mark.party)),
        Cell(f"{mark.kind}{subject}"),
        Cell(mark.part or "the whole"),
        dated(mark.when, otherwise=""),
    )


def _earlier(scene: Scene) -> Iterator[Block]:
    following = {name: each for each in scene.case.agreements for name in each.earlier}
    rows = [
        (
            cited(each.name, each, detail=sentence(each.text)),
            dated(each.when),
            Cell(sentence(each.fate)),
            Cell(following[each.id].name),
        )
        for each in sorted(scene.case.earlier_agreements, key=scene.order)
        if each.id in following
    ]
    yield from table_of("Earlier agreements and their fate", ("What", "When", "What became of it", "Followed by"), rows)
