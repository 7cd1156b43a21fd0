"""Proposals that are put to others, and what was answered to them, with the names under which they are answered."""

from __future__ import annotations

from collections.abc import Iterator

from gobetween.briefs.blocks import Block, Cell, Section
from gobetween.briefs.cells import cited, dated, section_of, table_of
from gobetween.briefs.debts import answers_to
from gobetween.briefs.phrasing import joined, quoted, sentence
from gobetween.briefs.scenes import Scene
from gobetween.model.proposals import Answer, AnswerKind, AnswerState, Proposal, ProposalKind
from gobetween.model.relays import RelayState

OF_THEIR_OWN = frozenset({ProposalKind.ONE_TEXT, ProposalKind.NON_PAPER})
_LEAD = "What is put to whom, and what they answered. An answer given ad referendum waits for the principal."


def proposals_section(scene: Scene) -> tuple[Section, ...]:
    """Proposals with what has become of them, and answers, history included; texts that are worked on have a section of their own."""
    blocks: list[Block] = [*_proposals(scene), *_answers(scene)] if scene.view.is_live else []
    return section_of("proposals", "Proposals and answers", _LEAD, blocks)


def _proposals(scene: Scene) -> Iterator[Block]:
    rows = [_proposal(scene, each) for each in scene.case.proposals if each.kind not in OF_THEIR_OWN]
    columns = ("Name", "What", "By", "To", "In the hands of", "To be answered by", "State", "Answered")
    yield from table_of("Proposals", columns, rows)


def _proposal(scene: Scene, proposal: Proposal) -> tuple[Cell, ...]:
    names = scene.names
    conveyed = [each for each in scene.case.relays if each.item == proposal.id and each.message]
    terms = joined(*names.terms(proposal.terms))
    return (
        Cell(proposal.id, detail=joined(*(f"conveyed to {names.actor(each.to)} as {each.message}" for each in conveyed))),
        cited(proposal.name, proposal, detail=joined(sentence(proposal.text), sentence(terms), by=" ")),
        Cell(names.actors(proposal.by)),
        Cell(names.actors(proposal.to)),
        Cell(names.actors(proposal.carriers)),
        Cell(proposal.expires.isoformat() if proposal.expires else ""),
        Cell(_state(scene, proposal)),
        Cell(_answered(scene, proposal)),
    )


def _state(scene: Scene, proposal: Proposal) -> str:
    if proposal.is_withdrawn:
        return "withdrawn"
    if proposal.awaits:
        return f"waits for {scene.names.actors(proposal.awaits)} to join"
    return "its last day has passed" if proposal.has_expired(scene.day) else "open"


def _answered(scene: Scene, proposal: Proposal) -> str:
    """What each has answered; that somebody has let the last day pass says the clock."""
    current = [each for each in answers_to(scene, proposal) if each.is_current]
    said = [f"{scene.names.actor(each.by)}: {answer_in_words(each)}" for each in current]
    if proposal.has_expired(scene.day) and not proposal.is_withdrawn:
        silent = [each for each in _surely_reached(scene, proposal) if each not in {answer.by for answer in current}]
        said += [f"{scene.names.actor(each)}: no answer" for each in silent]
    return joined(*said)


def _surely_reached(scene: Scene, proposal: Proposal) -> tuple[str, ...]:
    delivered = [each.to for each in scene.case.relays if each.item == proposal.id and each.state is RelayState.DELIVERED]
    return tuple(each for each in proposal.to if each in (*proposal.handed_to, *delivered, scene.view.audience))


def answer_in_words(answer: Answer) -> str:
    """`accept, ad referendum`: what was answered, and what has come of it where it does not simply stand."""
    return str(answer.answer) if answer.state is AnswerState.STANDS else f"{answer.answer}, {answer.state}"


def _answers(scene: Scene) -> Iterator[Block]:
    rows = [_answer(scene, each) for each in scene.case.answers]
    yield from table_of("Answers", ("Name", "To what", "By", "Answer", "In words", "Told to", "When"), rows)


def _answer(scene: Scene, answer: Answer) -> tuple[Cell, ...]:
    names = scene.names
    return (
        Cell(answer.id),
        Cell(answer.proposal, detail=_title(scene, answer.proposal)),
        Cell(names.actor(answer.by)),
        Cell(answer_in_words(answer), detail=_more(scene, answer)),
        cited(sentence(answer.text), answer),
        Cell(names.actors(answer.to)),
        dated(answer.when),
    )


def _title(scene: Scene, proposal: str) -> str:
    """The proposal's title, also where who reads knows it as the message that brought it; else that message's words."""
    conveyed = {each.message: each.item for each in scene.case.relays if each.message}
    passed_on = {each.passed_on_as: each.proposal for each in scene.case.messages if each.passed_on_as}
    known_as = (proposal, conveyed.get(proposal), passed_on.get(proposal))
    words = next((quoted(each.text) for each in scene.case.messages if each.id == proposal), "")
    return next((each.name for each in scene.case.proposals if each.id in known_as), words)


def _more(scene: Scene, answer: Answer) -> str:
    if answer.answer is AnswerKind.COUNTER and answer.counter:
        return f"with {answer.counter}"
    required = joined(*scene.names.terms(answer.requires))
    return f"requires {required}" if required else ""
