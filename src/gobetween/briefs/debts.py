"""Who owes whom: answers, things asked for outside the deal, what is due by when, and what third parties said they would do."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import field, frozen

from gobetween.briefs.blocks import Block, Cell, Section
from gobetween.briefs.cells import cited, dated, inferred_mark, noted, section_of, table_of
from gobetween.briefs.phrasing import joined, sentence
from gobetween.briefs.scenes import Scene
from gobetween.model.dates import UNKNOWN_DATE, When, on
from gobetween.model.proposals import Answer, AnswerKind, Proposal
from gobetween.model.relays import Relay, RelayState

PASSED = "this day has passed"
OPEN = frozenset({AnswerKind.PENDING, AnswerKind.NO_ANSWER})


@frozen
class AnswerOwed:
    """That someone has yet to answer a proposal; `answer` is the entry that says so, `None` if it follows from there being none.

    `since` is the day from which it is owed, where the talks have recorded it, and `carriers` who brought the proposal there.
    """

    by: str
    proposal: Proposal
    answer: Answer | None = field(default=None)
    since: When = field(default=UNKNOWN_DATE, kw_only=True)
    carriers: tuple[str, ...] = field(default=(), kw_only=True)

    @property
    def to(self) -> tuple[str, ...]:
        """Who waits for it."""
        return (self.answer.to if self.answer else ()) or tuple(dict.fromkeys((*self.carriers, *self.proposal.by)))


def debts_section(scene: Scene) -> tuple[Section, ...]:
    """What is owed, by whom, to whom."""
    blocks: list[Block] = [*_answers(scene), *_deliverables(scene), *_deadlines(scene), *_commitments(scene)]
    return section_of("debts", "Who owes whom", "Answers owed, things asked for, times set, and what third parties promised.", blocks)


def answers_owed(scene: Scene) -> tuple[AnswerOwed, ...]:
    """Answers said to be pending or missing, and those of addressees of what is on the table; the latest proposal first.

    To a proposal that was made in live talks, those owe an answer who surely have it, for as long as it is open.
    """
    return tuple(
        owed
        for proposal in sorted(scene.case.proposals, key=scene.order, reverse=True)
        for owed in _owed(scene, proposal)
        if owed.by not in proposal.by
    )


def _owed(scene: Scene, proposal: Proposal) -> Iterator[AnswerOwed]:
    answers = answers_to(scene, proposal)
    latest = {each.by: each for each in sorted(answers, key=scene.order)}
    yield from (AnswerOwed(by, proposal, answer) for by, answer in latest.items() if answer.answer in OPEN)
    if is_live(proposal):
        yield from (each for each in _owed_live(scene, proposal) if each.by not in latest)
    elif proposal in scene.on_table():
        yield from (AnswerOwed(each, proposal) for each in proposal.to if each not in latest)


def is_live(proposal: Proposal) -> bool:
    """Whether it was made in live talks: then it is named after who made it, or who brought it."""
    return "/" in proposal.id


def answers_to(scene: Scene, proposal: Proposal) -> list[Answer]:
    """The answers to a proposal: as it was made, and as it was conveyed or passed on by whoever reads."""
    conveyed = {each.message for each in scene.case.relays if each.item == proposal.id}
    passed_on = {each.passed_on_as for each in scene.case.messages if each.proposal == proposal.id}
    return [each for each in scene.case.answers if each.proposal in {proposal.id, *conveyed, *passed_on}]


def _owed_live(scene: Scene, proposal: Proposal) -> Iterator[AnswerOwed]:
    """Who has the proposal and can still answer: who reads, who had it from its authors, to whom it was delivered."""
    if not proposal.is_on_table or not proposal.is_open(scene.day):
        return
    reader, maker = scene.view.audience, proposal.id.partition("/")[0]
    brought = (maker,) if maker not in proposal.by else ()
    has_it = {each: AnswerOwed(each, proposal, since=proposal.when) for each in proposal.handed_to}
    for relay in scene.case.relays:
        if relay.item == proposal.id and relay.state is RelayState.DELIVERED and relay.to in proposal.to:
            has_it[relay.to] = AnswerOwed(relay.to, proposal, since=_delivered(relay), carriers=relay.route[-1:])
    if reader in proposal.to:
        has_it[reader] = AnswerOwed(reader, proposal, since=proposal.when, carriers=brought)
    yield from has_it.values()


def _delivered(relay: Relay) -> When:
    last = next((each.at for each in reversed(relay.legs) if each.at is not None), None)
    return on(last.date()) if last else relay.when


def _answers(scene: Scene) -> Iterator[Block]:
    """The answers owed, but in live talks, where they stand in a section of their own with their names."""
    rows = [_answer_row(scene, each) for each in answers_owed(scene)] if not scene.view.is_live else []
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
        dated(_said_on(answer), otherwise="") if answer else _since(owed.since),
    )


def _said_on(answer: Answer) -> When:
    """When it was said, or known, that the answer is still out; not its round, which says nothing of when it is due."""
    return answer.known if answer.when.is_unknown else answer.when


def _since(when: When) -> Cell:
    cell = dated(when, otherwise="")
    return Cell(f"since {cell.text}", marks=cell.marks, detail=cell.detail) if cell.text else cell


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
        state = PASSED if _is_past(each.when, scene) else ""
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
