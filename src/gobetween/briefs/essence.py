"""The essence: what a principal reads in a minute before the next meeting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gobetween.briefs.blocks import Cell, Mark
from gobetween.briefs.cells import cited
from gobetween.briefs.course import planned_cells
from gobetween.briefs.phrasing import joined, phrase, sentence, when_in_words
from gobetween.briefs.scenes import Scene
from gobetween.briefs.table import pressure_in_words
from gobetween.briefs.voices import judgement_cells
from gobetween.model.proposals import Proposal


def essence_of(scene: Scene) -> tuple[Cell, ...]:
    """Some lines, each with a word in front that says what it is about."""
    return tuple(
        cell
        for part in (
            _round(scene),
            _delegations(scene),
            _on_table(scene),
            _next(scene),
            _pressure(scene),
            _judged(scene),
        )
        for cell in part
    )


def _line(about: str, text: str, cells: Iterable[Cell] = ()) -> Iterator[Cell]:
    """One line that gathers what the cells rest on."""
    if not text:
        return
    kept = tuple(cells)
    citations = tuple(dict.fromkeys(citation for cell in kept for citation in cell.citations))
    marks = tuple(dict.fromkeys(mark for cell in kept for mark in cell.marks))
    yield Cell(f"{about}: {sentence(text)}", citations, marks=marks)


def _round(scene: Scene) -> Iterator[Cell]:
    current = scene.current
    if current is None:
        return
    text = joined(current.name, current.place, when_in_words(current.when), by=", ")
    yield from _line("Round", joined(text, phrase(current.text), by=". "), [cited("", current)])


def _delegations(scene: Scene) -> Iterator[Cell]:
    current = scene.current
    here = [each for each in scene.case.delegations if scene.round_of(each) == current and (each.head or each.size)]
    names = scene.names
    words = [
        joined(
            names.actor(each.actor),
            f"led by {names.person_alone(each.head)}" if each.head else "head not named",
            f"{each.size} in all" if each.size else "",
            by=", ",
        )
        for each in here
    ]
    yield from _line("Delegations", joined(*words), [cited("", each) for each in here])


def _on_table(scene: Scene) -> Iterator[Cell]:
    tabled = scene.on_table()
    if not tabled:
        if scene.case.proposals:
            yield from _line("On the table", "no proposal is recorded as being on the table")
        return
    for proposal in tabled:
        yield from _line("On the table", _tabled(scene, proposal), [cited("", proposal)])


def _tabled(scene: Scene, proposal: Proposal) -> str:
    home = scene.round_of(proposal)
    since = f"since {home.name}" if home and home != scene.current else ""
    head = joined(proposal.name, since, by=", ")
    terms = joined(*scene.names.terms(proposal.terms))
    return joined(head, terms or phrase(proposal.text), by=". ")


def _next(scene: Scene) -> Iterator[Cell]:
    planned = planned_cells(scene)
    yield from _line("Planned next", joined(*(phrase(cell.text) for cell in planned)), planned)


def _pressure(scene: Scene) -> Iterator[Cell]:
    pressing = [each for each in scene.case.leverage if scene.is_recent(each)] or list(scene.case.leverage)
    words = joined(*(pressure_in_words(scene, each) for each in pressing))
    marks = (Mark.REPORTED,) if any(each.citations for each in pressing) else ()
    yield from _line("Pressure", words, [cited("", each, marks=marks) for each in pressing])


def _judged(scene: Scene) -> Iterator[Cell]:
    judged = sorted(scene.case.assessments, key=scene.order, reverse=True)
    recent = [each for each in judged if scene.is_recent(each)] or judged[:1]
    cells = judgement_cells(scene, recent)
    yield from _line("How sources judge it", joined(*(cell.text for cell in cells), by=" "), cells)
