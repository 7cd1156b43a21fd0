"""Positions as series that stay apart: what an actor keeps as its bottom line, what it stated, what it says in public."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gobetween.briefs.blocks import Block, Cell, Section
from gobetween.briefs.cells import cited, dated, listing_of, section_of, table_of
from gobetween.briefs.phrasing import joined, sentence
from gobetween.briefs.scenes import Scene
from gobetween.briefs.stances import position_in_words, stance_in_words
from gobetween.model.mandates import Batna
from gobetween.model.positions import IN_CONFIDENCE, Position, Series

_LEAD = "Each series is its own: what is said in public withdraws nothing that was stated, and neither moves a bottom line."
_COLUMNS = ("Bottom line", "Stated in confidence", "Said in public, or reported")


def private_positions_section(scene: Scene) -> tuple[Section, ...]:
    """Whatever is known in confidence of where someone stands, beside what is said openly; and what changes alternatives."""
    if not scene.view.is_live:
        return ()
    private = [each for each in scene.case.positions if each.series in IN_CONFIDENCE]
    blocks: list[Block] = [*_now(scene, private), *_all(private, scene), *_alternatives(scene)]
    return section_of("positions-in-confidence", "Positions in confidence", _LEAD, blocks)


def _now(scene: Scene, private: Sequence[Position]) -> Iterator[Block]:
    rows = []
    for actor, issue in dict.fromkeys((each.actor, each.issue) for each in private if each.issue):
        standing = [each for each in scene.standing if (each.actor, each.issue) == (actor, issue) and not each.after_deal]
        rows.append(
            (
                Cell(scene.names.actor(actor)),
                Cell(scene.names.issue(issue)),
                _stands(scene, [each for each in standing if each.series is Series.BOTTOM_LINE]),
                _stands(scene, [each for each in standing if each.series in (Series.STATED, Series.ENTRUSTED)]),
                _stands(scene, [each for each in standing if each.series not in IN_CONFIDENCE]),
            )
        )
    yield from table_of("Where each stands now", ("Who", "Issue", *_COLUMNS), rows)


def _stands(scene: Scene, positions: Sequence[Position]) -> Cell:
    words = joined(*(stance_in_words(scene, each) for each in positions))
    return cited(sentence(words), *positions, detail=joined(*(dated(each.when, otherwise="").text for each in positions), by=", "))


def _all(private: Sequence[Position], scene: Scene) -> Iterator[Block]:
    standing = {each.id for each in scene.standing}
    rows = [
        (
            Cell(each.id),
            Cell(scene.names.actor(each.actor)),
            Cell(str(each.series)),
            Cell("now" if each.id in standing else "before"),
            cited(position_in_words(each), each, detail=scene.names.issue(each.issue)),
            dated(each.when),
        )
        for each in private
    ]
    yield from table_of("All that was noted and stated", ("Name", "Who", "Series", "State", "In words", "When"), rows)


def _alternatives(scene: Scene) -> Iterator[Block]:
    cells = [_alternative(scene, each) for each in scene.case.alternatives]
    yield from listing_of("What changes the alternative to an agreement", cells)


def _alternative(scene: Scene, note: Batna) -> Cell:
    way = {True: "for the better", False: "for the worse", None: ""}[note.is_better]
    because = f"because of {', '.join(note.because)}" if note.because else ""
    return cited(
        f"{scene.names.actor(note.party)}: {sentence(note.text)}", note, detail=joined(way, because, dated(note.when).text, by=", ")
    )
