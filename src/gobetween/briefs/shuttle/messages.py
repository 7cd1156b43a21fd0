"""Messages: what mediators conveyed to whoever reads, what it conveyed itself, and what still waits to be passed on."""

from __future__ import annotations

from collections.abc import Iterator

from gobetween.briefs.blocks import Block, Cell, Section
from gobetween.briefs.cells import dated, section_of, table_of
from gobetween.briefs.phrasing import day_in_words, joined, quoted, sentence
from gobetween.briefs.scenes import Scene
from gobetween.model.relays import Message, MessageState

_LEAD = "The words as they were conveyed, and nothing of where they came from but what was to be said."


def messages_section(scene: Scene) -> tuple[Section, ...]:
    """What waits to be passed on, what came, and what went out."""
    reader = scene.view.audience
    came = [each for each in scene.case.messages if each.to == reader]
    waiting = [each for each in came if each.is_to_go_on]
    blocks: list[Block] = [
        *_table(scene, "To be passed on by you", waiting),
        *_table(scene, "Conveyed to you", [each for each in came if each not in waiting]),
        *_table(scene, "Conveyed by you", [each for each in scene.case.messages if each.carrier == reader]),
    ]
    return section_of("messages", "Messages", _LEAD, blocks)


def _table(scene: Scene, title: str, messages: list[Message]) -> Iterator[Block]:
    rows = [_row(scene, each) for each in messages]
    yield from table_of(title, ("Name", "From", "To", "Words", "Form", "Whose words", "Reaction", "State", "When"), rows)


def _row(scene: Scene, message: Message) -> tuple[Cell, ...]:
    names = scene.names
    return (
        Cell(message.id, detail=_in_return(scene, message)),
        Cell(names.actor(message.carrier)),
        Cell(names.actor(message.to), detail=_further(scene, message)),
        Cell(quoted(message.text), detail=joined(*names.terms(message.terms), _brings(message))),
        Cell(str(message.form)),
        Cell(names.actor(message.attributed_to) if message.attributed_to else ""),
        Cell(quoted(message.reaction)),
        Cell(_state(message), detail=sentence(message.reason)),
        dated(message.when),
    )


def _further(scene: Scene, message: Message) -> str:
    """Whom it is for in the end, and over whom; nothing if it is for its receiver."""
    if message.goes_back:
        return "to go back to wherever you had that from" if message.to == scene.view.audience else "to go further back"
    if message.onward is None:
        return ""
    over = f" over {scene.names.actors(message.through)}" if message.through else ""
    return f"for {scene.names.actor(message.onward)}{over}"


def _in_return(scene: Scene, message: Message) -> str:
    return f"in return for {message.in_return_for}" if message.in_return_for and message.to == scene.view.audience else ""


def _brings(message: Message) -> str:
    return "with a proposal" if message.proposal else "with an answer" if message.answer else ""


def _state(message: Message) -> str:
    if message.onward is None and not message.goes_back:
        return ""
    until = f"until {day_in_words(message.until)}" if message.until and message.state is MessageState.HANDED else ""
    on = f"as {message.passed_on_as}" if message.passed_on_as else ""
    return joined(str(message.state), on, until, by=" ")
