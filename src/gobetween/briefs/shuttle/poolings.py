"""Who permitted whom to compute with its numbers and others' together."""

from __future__ import annotations

from gobetween.briefs.blocks import Cell, Section
from gobetween.briefs.cells import dated, section_of, table_of
from gobetween.briefs.scenes import Scene


def poolings_section(scene: Scene) -> tuple[Section, ...]:
    """The poolings that the audience gave or was given."""
    rows = [
        (
            Cell(each.id),
            Cell(scene.names.actor(each.party)),
            Cell(scene.names.actors(each.to)),
            Cell("withdrawn" if each.is_withdrawn else "in force"),
            dated(each.when),
        )
        for each in scene.case.poolings
    ]
    lead = "Results from several parties' entrusted numbers are computed only for those to whom each of these parties permitted it."
    return section_of("pooling", "Pooling", lead, table_of("", ("Name", "Whose numbers", "Permitted to", "State", "Since"), rows))
