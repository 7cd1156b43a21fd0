"""Who owes whom an answer in the live talks, and since when."""

from __future__ import annotations

from collections.abc import Iterator

from gobetween.briefs.blocks import Cell, Section
from gobetween.briefs.cells import dated, section_of, table_of
from gobetween.briefs.debts import AnswerOwed, answers_owed
from gobetween.briefs.phrasing import quoted
from gobetween.briefs.scenes import Scene
from gobetween.model.permissions import PermissionState
from gobetween.model.relays import Message

_LEAD = "Silence is no answer: nothing follows from it until the last day has passed, and no acceptance ever."


def answers_owed_section(scene: Scene) -> tuple[Section, ...]:
    """Answers to proposals, and to mediators who asked for a permission."""
    if not scene.view.is_live:
        return ()
    rows = [*(_proposal(scene, each) for each in answers_owed(scene)), *(_conveyed(scene, each) for each in _unanswered(scene))]
    asked = [
        (
            Cell(scene.names.actor(each.owner)),
            Cell(each.id, detail=f"to pass on {each.item}"),
            Cell(scene.names.actor(each.asked_by)),
            dated(each.when),
        )
        for each in scene.case.permissions
        if each.state is PermissionState.ASKED
    ]
    blocks = [
        *table_of("To proposals", ("Who must answer", "Name", "What", "Who waits", "Since", "Until"), rows),
        *table_of("To requests for permission", ("Who must answer", "Name", "Who waits", "Since"), asked),
    ]
    return section_of("answers-owed", "Answers owed", _LEAD, blocks)


def _proposal(scene: Scene, owed: AnswerOwed) -> tuple[Cell, ...]:
    since = scene.time_of(owed.answer) if owed.answer else owed.since
    return (
        Cell(scene.names.actor(owed.by)),
        Cell(owed.proposal.id),
        Cell(owed.proposal.name),
        Cell(scene.names.actors(owed.to)),
        dated(since, otherwise=""),
        Cell(owed.proposal.expires.isoformat() if owed.proposal.expires else ""),
    )


def _unanswered(scene: Scene) -> Iterator[Message]:
    """What who reads put to somebody as its own idea, or passed on, and nobody has answered."""
    answered = {each.proposal for each in scene.case.answers}
    conveyed = {each.message for each in scene.case.relays if each.item is not None}
    for each in scene.case.messages:
        is_own = each.carrier == scene.view.audience and each.onward is None and each.proposal == each.id
        if is_own and each.id not in answered | conveyed:
            yield each


def _conveyed(scene: Scene, message: Message) -> tuple[Cell, ...]:
    return (
        Cell(scene.names.actor(message.to)),
        Cell(message.id),
        Cell(quoted(message.text)),
        Cell(scene.names.actor(message.carrier)),
        dated(message.when, otherwise=""),
        Cell(""),
    )
