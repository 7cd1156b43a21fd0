"""The essence: what a principal reads in a minute before the next meeting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gobetween.briefs.blocks import Cell, Mark
from gobetween.briefs.cells import cited
from gobetween.briefs.course import planned_cells
from gobetween.briefs.debts import answers_owed
from gobetween.briefs.moves import move_cells, moves_of, recent_moves
from gobetween.briefs.numbers import zone_cells
from gobetween.briefs.phrasing import joined, listed, phrase, sentence, when_in_words
from gobetween.briefs.scenes import Scene
from gobetween.briefs.sticking_points import computed_marks, deadlock_in_brief
from gobetween.briefs.table import latest_pressure, pressure_in_words
from gobetween.briefs.voices import judgement_cells
from gobetween.model.actors import Delegation
from gobetween.model.dates import UNKNOWN_DATE
from gobetween.model.proposals import Proposal


def essence_of(scene: Scene) -> tuple[Cell, ...]:
    """Some lines, each with a word in front that says what it is about."""
    return tuple(
        cell
        for part in (
            _round(scene),
            _delegations(scene),
            _judged(scene),
            _on_table(scene),
            _answers(scene),
            _reported(scene),
            _computed(scene),
            _moved(scene),
            _pressure(scene),
            _next(scene),
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
    """Who leads each delegation, as last known."""
    latest_first = sorted(scene.case.delegations, key=scene.order, reverse=True)
    known = [each for each in latest_first if each.head or each.size]
    last = {each.actor: each for each in reversed(known)}
    shown = [last[actor.id] for actor in scene.case.actors if actor.id in last]
    yield from _line("Delegations", joined(*(_delegation(scene, each) for each in shown)), [cited("", each) for each in shown])


def _delegation(scene: Scene, delegation: Delegation) -> str:
    home = scene.round_of(delegation)
    head = f"led by {scene.names.person_alone(delegation.head)}" if delegation.head else "head not named"
    size = f"{delegation.size} in all" if delegation.size else ""
    when = f"({home.name})" if home and home != scene.current else ""
    return joined(joined(scene.names.actor(delegation.actor), head, size, by=", "), when, by=" ")


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
    return joined(head, phrase(proposal.text) or terms, by=". ")


def _answers(scene: Scene) -> Iterator[Cell]:
    owed = answers_owed(scene)
    open_now = [each for each in owed if each.proposal in scene.on_table() or scene.is_recent(each.proposal)] or list(owed)
    by_proposal: dict[str, list[str]] = {}
    for each in open_now:
        by_proposal.setdefault(each.proposal.name, []).append(scene.names.actor(each.by))
    words = joined(*(f"{listed(who)}, to “{proposal}”" for proposal, who in by_proposal.items()))
    yield from _line("Still to answer", words, [cited("", each.answer or each.proposal) for each in open_now])


def _reported(scene: Scene) -> Iterator[Cell]:
    latest_first = sorted(scene.case.sticking_points, key=scene.order, reverse=True)
    recent = [each for each in latest_first if scene.is_recent(each)] or latest_first[:1]
    words = joined(*(phrase(each.text) for each in recent))
    yield from _line("Blocks, as reported", words, [cited("", each, marks=(Mark.REPORTED,)) for each in recent])


def _computed(scene: Scene) -> Iterator[Cell]:
    by_numbers = zone_cells(scene)
    words = joined(deadlock_in_brief(scene), *(cell.text for cell in by_numbers), by=". ")
    yield from _line("Blocks, as computed", words, [Cell("", marks=computed_marks(scene)), *by_numbers])


def _moved(scene: Scene) -> Iterator[Cell]:
    """What moved in this round; if nothing did, so much, and the last demand that was dropped."""
    recent = move_cells(scene, recent_moves(scene), with_time=False)
    if recent:
        yield from _line("Moved in this round", joined(*(cell.text for cell in recent), by=" "), recent)
        return
    dropped = move_cells(scene, [each for each in moves_of(scene) if each.drops_demand][:1])
    if dropped:
        yield from _line("Moved", f"nothing reported in this round. Last demand dropped: {dropped[0].text}", dropped)


def _next(scene: Scene) -> Iterator[Cell]:
    planned = planned_cells(scene)
    yield from _line("Planned next", joined(*(phrase(cell.text) for cell in planned)), planned)


def _pressure(scene: Scene) -> Iterator[Cell]:
    pressing = latest_pressure(scene)
    words = joined(*(pressure_in_words(scene, each) for each in pressing))
    time = scene.time_of(pressing[0]) if pressing and not scene.is_recent(pressing[0]) else UNKNOWN_DATE
    about = joined("Pressure", when_in_words(time), by=", ")
    marks = (Mark.REPORTED,) if any(each.citations for each in pressing) else ()
    yield from _line(about, words, [cited("", each, marks=marks) for each in pressing])


def _judged(scene: Scene) -> Iterator[Cell]:
    judged = sorted(scene.case.assessments, key=scene.order, reverse=True)
    recent = [each for each in judged if scene.is_recent(each)] or judged[:1]
    cells = judgement_cells(scene, recent, now=scene.current)
    yield from _line("How sources judge it", joined(*(cell.text for cell in cells), by=" "), cells)
