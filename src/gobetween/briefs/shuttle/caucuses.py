"""What was told in confidence: one's own tellings and who was told, what one was told, and the caucuses one was in."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from gobetween.briefs.blocks import Block, Cell, Section
from gobetween.briefs.cells import cited, dated, section_of, table_of
from gobetween.briefs.phrasing import joined, quoted, sentence
from gobetween.briefs.scenes import Scene
from gobetween.model.caucuses import Caucus, Told

_LEAD = "What is told stays with who told it and who was told. To pass it on needs its owner's permission."


def caucuses_section(scene: Scene) -> tuple[Section, ...]:
    """Caucuses, and what was told to or by whoever reads."""
    reader = scene.view.audience
    own = [each for each in scene.case.told if each.owner == reader]
    others = [each for each in scene.case.told if each.owner != reader]
    blocks: list[Block] = [
        *_caucuses(scene),
        *_told(scene, "What you told", own, "Told to", lambda each: scene.names.actors(each.to)),
        *_told(scene, "What you were told", others, "By", lambda each: scene.names.actor(each.owner)),
    ]
    return section_of("caucuses", "What was told in confidence", _LEAD, blocks)


def _caucuses(scene: Scene) -> Iterator[Block]:
    rows = [_caucus(scene, each) for each in scene.case.caucuses]
    yield from table_of("Caucuses", ("Name", "Party", "Mediators present", "When", "Where", "Remarks"), rows)


def _caucus(scene: Scene, caucus: Caucus) -> tuple[Cell, ...]:
    names = scene.names
    return (
        Cell(caucus.id),
        Cell(names.actor(caucus.party)),
        Cell(names.actors(caucus.mediators)),
        dated(caucus.when),
        Cell(joined(names.round(caucus.round), caucus.place)),
        cited(sentence(caucus.text), caucus),
    )


def _told(scene: Scene, title: str, told: list[Told], whom: str, named: Callable[[Told], str]) -> Iterator[Block]:
    rows = [
        (
            Cell(each.id, detail=f"in {each.caucus}" if each.caucus else f"to {each.about}" if each.about else ""),
            Cell(named(each)),
            cited(quoted(each.text), each, detail=_about(scene, each)),
            Cell(str(each.kind)),
            Cell(str(each.handling), detail="on the condition that it stays there" if each.is_conditioned else ""),
            dated(each.when),
        )
        for each in told
    ]
    yield from table_of(title, ("Name", whom, "Words", "Kind", "Handling", "When"), rows)


def _about(scene: Scene, told: Told) -> str:
    """What a position is about, and how a note came about."""
    issue = scene.names.issue(told.issue)
    options = scene.names.options(told.issue, told.options)
    stance = f"{told.stance.value.replace('_', ' ')}: {options}" if told.stance and options else ""
    return joined(
        sentence(joined(issue, stance, "a red line" if told.is_red_line else "")),
        sentence(f"noted by {scene.names.actor(told.noted_by)}" if told.noted_by else ""),
        sentence(f"{scene.names.actor(told.owner)} objects: {told.objection}" if told.objection else ""),
        by=" ",
    )
