"""The essence: what a principal reads in a minute before the next meeting."""

from __future__ import annotations

from collections.abc import Iterator

from gobetween.bargaining.demands import consents_needed
from gobetween.briefs.blocks import Cell, Mark
from gobetween.briefs.cells import cited, dated
from gobetween.briefs.course import planned_cells
from gobetween.briefs.debts import AnswerOwed, answers_owed
from gobetween.briefs.essence_background import (
    account_line,
    agreement_line,
    delegation_line,
    earlier_judgement_line,
    is_settled,
    toll_line,
)
from gobetween.briefs.essence_lines import line_about
from gobetween.briefs.moves import Move, move_cells, moves_of, recent_moves
from gobetween.briefs.numbers import zone_cells
from gobetween.briefs.phrasing import joined, listed, phrase, when_in_words
from gobetween.briefs.scenes import Scene
from gobetween.briefs.sticking_points import computed_marks, deadlock_in_brief
from gobetween.briefs.table import latest_pressure, pressure_in_words
from gobetween.briefs.voices import judgement_cells
from gobetween.model.dates import UNKNOWN_DATE
from gobetween.model.happenings import Leverage
from gobetween.model.items import Item
from gobetween.model.proposals import Proposal


def essence_of(scene: Scene) -> tuple[Cell, ...]:
    """Some fifteen lines, each with a word in front that says what it is about.

    What is on the table, who must answer and what blocks is left out once an agreement on the whole is in force.
    """
    still_open = () if is_settled(scene) else (_on_table(scene), _answers(scene), _reported(scene), _computed(scene))
    return tuple(
        cell
        for part in (
            _round(scene),
            agreement_line(scene),
            delegation_line(scene),
            _judged(scene),
            earlier_judgement_line(scene),
            *still_open,
            _moved(scene),
            _pressure(scene),
            _next(scene),
            toll_line(scene),
            account_line(scene),
        )
        for cell in part
    )


def _round(scene: Scene) -> Iterator[Cell]:
    current = scene.current
    if current is None:
        return
    text = joined(current.name, current.place, when_in_words(current.when), by=", ")
    yield from line_about("Round", joined(text, phrase(current.text), by=". "), [cited("", current), dated(current.when)])


def _judged(scene: Scene) -> Iterator[Cell]:
    judged = sorted(scene.case.assessments, key=scene.order, reverse=True)
    recent = [each for each in judged if scene.is_recent(each)] or judged[:1]
    cells = judgement_cells(scene, recent, now=scene.current)
    yield from line_about("How sources judge it", joined(*(cell.text for cell in cells), by=" "), cells)


def _on_table(scene: Scene) -> Iterator[Cell]:
    tabled = scene.on_table()
    if not tabled and scene.case.proposals:
        yield from line_about("On the table", "no proposal is recorded as being on the table")
    words = joined(*(_tabled(scene, proposal) for proposal in tabled))
    yield from line_about("On the table", words, [cited("", proposal) for proposal in tabled])


def _tabled(scene: Scene, proposal: Proposal) -> str:
    known = "" if scene.is_recent(proposal) else f"last known from the {scene.time_after_article(proposal)}"
    state = joined(known, "whether it still stands is not recorded" if known else "")
    terms = joined(*scene.names.terms(proposal.terms))
    return joined(joined(proposal.name, state, by=", "), phrase(proposal.text) or terms, by=". ")


def _answers(scene: Scene) -> Iterator[Cell]:
    owed = answers_owed(scene)
    open_now = [each for each in owed if each.proposal in scene.on_table() or scene.is_recent(each.proposal)] or list(owed)
    by_proposal: dict[str, list[AnswerOwed]] = {}
    for each in open_now:
        by_proposal.setdefault(each.proposal.name, []).append(each)
    words = joined(*(_owed(scene, each) for each in by_proposal.values()))
    yield from line_about("Still to answer", words, [cited("", each.answer or each.proposal) for each in open_now])


def _owed(scene: Scene, owed: list[AnswerOwed]) -> str:
    """`Israel (inferred) and Hamas, to “The wording”, as of the May round`."""
    proposal = owed[0].proposal
    who = listed(_said(scene.names.actor(each.by), each.answer) for each in owed)
    known = "" if scene.is_recent(proposal) else f"as of the {scene.time_after_article(proposal)}"
    return joined(f"{who}, to “{proposal.name}”", known, by=", ")


def _said(text: str, item: Item | None) -> str:
    """The text with a word where the item was read into its source: its line may hold what was not."""
    return f"{text} (inferred)" if item and item.is_inferred else text


def _reported(scene: Scene) -> Iterator[Cell]:
    latest_first = sorted(scene.case.sticking_points, key=scene.order, reverse=True)
    recent = [each for each in latest_first if scene.is_recent(each)] or latest_first[:1]
    words = joined(*(phrase(each.text) for each in recent))
    yield from line_about("Blocks, as reported", words, [cited("", each, marks=(Mark.REPORTED,)) for each in recent])


def _computed(scene: Scene) -> Iterator[Cell]:
    by_numbers = zone_cells(scene)
    words = joined(deadlock_in_brief(scene), *(cell.text for cell in by_numbers), by=". ")
    yield from line_about("Blocks, as computed", words, [Cell("", marks=computed_marks(scene)), *by_numbers])


MOST_MOVES = 3
"""So many are told where no round says which are recent."""


def _moved(scene: Scene) -> Iterator[Cell]:
    """What moved in this round; if nothing did, so much, and what moved last; with the last demand that was dropped, by time."""
    if scene.current is None:  # nothing tells what is recent: all moves have their own time
        cells = move_cells(scene, moves_of(scene)[:MOST_MOVES])
        yield from line_about("Moved", joined(*(cell.text for cell in cells), by=" "), cells) if cells else ()
        return
    recent = recent_moves(scene)
    if recent:
        dropped = move_cells(scene, [each for each in _last_moves(scene) if each.drops_demand and each not in recent])
        by_actor: dict[str, list[Move]] = {}
        for each in recent:
            by_actor.setdefault(each.actor, []).append(each)
        for actor, moves in by_actor.items():
            cells = move_cells(scene, moves, with_time=False, with_actor=False)
            about = f"Moved in this round, {scene.names.actor(actor)}"
            yield from line_about(about, joined(*(cell.text for cell in cells), by=" "), cells)
        yield from line_about("Last demand dropped", joined(*(cell.text for cell in dropped), by=" "), dropped)
        return
    last = _last_moves(scene)
    cells = move_cells(scene, last)
    said = (
        f"{'Last demand dropped' if move.drops_demand else 'Last move'}: {cell.text}" for move, cell in zip(last, cells, strict=True)
    )
    if cells:
        yield from line_about("Moved", joined("nothing reported in this round.", *said, by=" "), cells)


def _last_moves(scene: Scene) -> list[Move]:
    """The last demand dropped and the last move of somebody without whom the issue cannot be settled, in order of time."""
    moves = moves_of(scene)
    dropped = next((each for each in moves if each.drops_demand), None)
    last = next((each for each in moves if each.after[0].actor in consents_needed(scene.case, each.after[0].issue)), None)
    return [each for each in reversed(moves) if each in (dropped, last)]


def _pressure(scene: Scene) -> Iterator[Cell]:
    pressing = latest_pressure(scene)
    together: dict[tuple[str, str, str, bool], list[Leverage]] = {}
    for each in pressing:
        together.setdefault((each.by, each.demand, each.otherwise, each.is_inferred), []).append(each)
    words = joined(*(_said(pressure_in_words(scene, *same), same[0]) for same in together.values()))
    time = scene.time_of(pressing[0]) if pressing and not scene.is_recent(pressing[0]) else UNKNOWN_DATE
    about = joined("Pressure", when_in_words(time), by=", ")
    yield from line_about(about, words, [_pressing(each) for each in pressing])


def _pressing(leverage: Leverage) -> Cell:
    """What one pressure rests on: a report, and where it was read into it, that it was."""
    reported = (Mark.REPORTED,) if leverage.citations else ()
    return cited("", leverage, marks=reported)


def _next(scene: Scene) -> Iterator[Cell]:
    planned = planned_cells(scene)
    yield from line_about("Planned next", joined(*(phrase(cell.text) for cell in planned)), planned)
