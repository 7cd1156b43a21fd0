"""Who owes whom: answers, things asked for outside the deal, what is due by when, and what third parties said they would do."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import field, frozen

from gobetween.briefs.blocks import Block, Cell, Section
from gobetween.briefs.cells import cited, dated, inferred_mark, noted, section_of, table_of
from gobetween.briefs.phrasing import joined, sentence
from gobetween.briefs.scenes import Scene
from gobetween.model.dates import UNKNOWN_DATE, When
from gobetween.model.proposals import Answer, AnswerKind, Proposal

OPEN = frozenset({AnswerKind.PENDING, AnswerKind.NO_ANSWER})


@frozen
class AnswerOwed:
    """That someone has yet to answer a proposal; `answer` is the entry that says so, `None` if it follows from there being none."""

    by: str
    proposal: Proposal
    answer: Answer | None = field(default=None)

    @property
    def to(self) -> tuple[str, ...]:
        """Who waits for it."""
        return (self.answer.to if self.answer else ()) or self.proposal.by


def debts_section(scene: Scene) -> tuple[Section, ...]:
    """What is owed, by whom, to whom."""
    blocks: list[Block] = [*_answers(scene), *_deliverables(scene), *_deadlines(scene), *_commitments(scene)]
    return section_of("debts", "Who owes whom", "Answers owed, things asked for, times set, and what third parties promised.", blocks)


def answers_owed(scene: Scene) -> tuple[AnswerOwed, ...]:
    """Answers said to be pending or missing, and those of addressees of what is on the table; the latest proposal first."""
    return tuple(
        owed
        for proposal in sorted(scene.case.proposals, key=scene.order, reverse=True)
        for owed in _owed(scene, proposal)
        if owed.by not in proposal.by
    )


def _owed(scene: Scene, proposal: Proposal) -> Iterator[AnswerOwed]:
    answers = [each for each in scene.case.answers if each.proposal == proposal.id]
    latest = {each.by: each for each in sorted(answers, key=scene.order)}
    yield from (AnswerOwed(by, proposal, answer) for by, answer in latest.items() if answer.answer in OPEN)
    if proposal in scene.on_table():
        yield from (AnswerOwed(each, proposal) for each in proposal.to if each not in latest)


def _answers(scene: Scene) -> Iterator[Block]:
    rows = [_answer_row(scene, each) for each in answers_owed(scene)]
    yield from table_of("Answers owed", ("Who must answer", "To what", "Who waits", "What is known", "When"), rows)


def _answer_row(scene: Scene, owed: AnswerOwed) -> tuple[Cell, ...]:
    names = scene.names
    answer = owed.answer
    if answer is None:
        known = cited("No answer is recorded.", owed.proposal)
    else:
        said_by = f"said by {names.person(answer.said_by, scene.time_of(answer))}" if answer.said_by else ""
        known = cited(sentence(answer.text or str(answer.answer)), answer, detail=joined(sentence(said_by), noted(answer), by=" "))
    return (
        Cell(names.actor(owed.by)),
        Cell(owed.proposal.name, marks=inferred_mark([owed.proposal])),
        Cell(names.actors(owed.to)),
        known,
        dated(scene.time_of(answer) if answer else UNKNOWN_DATE, otherwise=""),
    )


def _deliverables(scene: Scene) -> Iterator[Block]:
    rows = [
        (
            Cell(scene.names.actor(each.owed_by)),
            Cell(scene.names.actor(each.to)),
            cited(sentence(each.text), each, detail=noted(each)),
            Cell("delivered" if each.is_delivered else "not delivered, as far as is known"),
            dated(scene.time_of(each)),
        )
        for each in sorted(scene.case.deliverables, key=lambda each: (each.is_delivered, scene.order(each)))
    ]
    yield from table_of("Asked for outside the deal", ("Asked of", "By", "What", "State", "When"), rows)


def _deadlines(scene: Scene) -> Iterator[Block]:
    rows = []
    for each in sorted(scene.case.deadlines, key=scene.order):
        date = dated(each.when)
        state = "this day has passed" if _is_past(each.when, scene) else ""
        detail = joined(state, date.detail, by=". ")
        by = Cell(scene.names.actor(each.by) if each.by else "")
        rows.append((Cell(date.text, marks=date.marks, detail=detail), by, cited(sentence(each.text), each, detail=noted(each))))
    yield from table_of("Times set", ("When", "By whom", "What"), rows)


def _is_past(when: When, scene: Scene) -> bool:
    return when.latest is not None and when.latest < scene.day


def _commitments(scene: Scene) -> Iterator[Block]:
    rows = [
        (Cell(scene.names.actor(each.by)), cited(sentence(each.text), each, detail=noted(each)), dated(scene.time_of(each)))
        for each in sorted(scene.case.commitments, key=scene.order, reverse=True)
    ]
    yield from table_of("What third parties said they would do", ("Who", "What", "When"), rows)
