"""What is owed since, and what is owed no longer."""

from __future__ import annotations

from collections.abc import Iterator

from gobetween.briefs.blocks import Cell, Section
from gobetween.briefs.cells import cited, listing_of, section_of
from gobetween.briefs.changes.stretches import Stretch
from gobetween.briefs.debts import AnswerOwed, answers_owed
from gobetween.briefs.scenes import Scene


def owed_section(stretch: Stretch) -> tuple[Section, ...]:
    """Answers that came to be owed in the stretch, and those that were owed and are no longer."""
    before, after = (_owed(scene) for scene in (stretch.before, stretch.after))
    blocks = (
        *listing_of("Answers owed since", _cells(stretch.after, after, before)),
        *listing_of("Owed no longer", _cells(stretch.before, before, after)),
    )
    return section_of("owed", "Who owes whom an answer", "", blocks)


def _owed(scene: Scene) -> dict[tuple[str, str], AnswerOwed]:
    return {(each.by, each.proposal.id): each for each in answers_owed(scene)}


def _cells(scene: Scene, here: dict[tuple[str, str], AnswerOwed], there: dict[tuple[str, str], AnswerOwed]) -> Iterator[Cell]:
    for key, each in here.items():
        if key not in there:
            to = f" to {scene.names.actors(each.to)}" if each.to else ""
            words = f"{scene.names.actor(each.by)}, on “{each.proposal.name}”{to}."
            yield cited(words, *([each.answer] if each.answer else [each.proposal]))
