"""The changes between two days as a brief of their own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from attrs import evolve

from gobetween.bargaining.deadlocks import Conflict
from gobetween.bargaining.problems import problem_of
from gobetween.briefs.blocks import Brief, Cell, Listing, Mark, Section
from gobetween.briefs.changes.conflicts import Blocked, blocked_in, blocked_section, opened
from gobetween.briefs.changes.known import known_section, new_entries
from gobetween.briefs.changes.moves import moved_section, new_moves
from gobetween.briefs.changes.owed import owed_section
from gobetween.briefs.changes.stretches import Stretch
from gobetween.briefs.compose import has_content
from gobetween.briefs.confidences import confided_in
from gobetween.briefs.moves import move_cells
from gobetween.briefs.notices import notices_of, notices_of_reports
from gobetween.briefs.phrasing import counted, day_in_words, joined, listed
from gobetween.briefs.readings import readings_of
from gobetween.briefs.requirements_in_words import items_behind
from gobetween.briefs.scenes import Scene
from gobetween.briefs.sources import cited_in
from gobetween.disclosure.undated import in_lists
from gobetween.disclosure.views import View
from gobetween.model.positions import Position

MOST_MOVES = 3


def compose_changes(before: View, after: View, *, first: dt.date, last: dt.date | None) -> Brief:
    """What one audience learned after the first day and by the last (or at all), from its views as of either day.

    Nothing but the two views is drawn on, so a change says no more than they do. What has no date is in neither, or in both; the
    keeper is told how much that is.
    """
    after = evolve(after, undated_entries=after.undated_entries or before.undated_entries)
    stretch = Stretch(Scene(before, first), Scene(after, last or first))
    of_case, changed = shown = _of_case(stretch)
    new_reports = _new_reports(before, after)
    readings = readings_of(new_reports, beside_case=has_content(after.case))
    essence = (*of_case, *readings.essence)
    sections = (*changed, *readings.sections)
    cited = cited_in((*sections, Section("essence", "", blocks=(Listing("", essence),))))
    scene, begun = stretch.after, day_in_words(first)
    return Brief(
        after.case.title,
        after.audience_name,
        subtitle=f"What changed {f'from {begun} to {day_in_words(last)}' if last else f'since {begun}'}",
        as_of=last,
        notices=_notices(stretch, shown) if has_content(after.case) else notices_of_reports(scene),
        essence=essence,
        sections=sections,
        sources=tuple(each for each in readings.sources if each.id in cited),
    )


Shown = tuple[tuple[Cell, ...], tuple[Section, ...]]


def _of_case(stretch: Stretch) -> Shown:
    """The essence and the sections, but for what was read from reports."""
    blocked = blocked_in(stretch.before), blocked_in(stretch.after)
    changed = (*moved_section(stretch), *blocked_section(*blocked), *owed_section(stretch), *known_section(stretch))
    return tuple(_essence(stretch, *blocked)), changed


def _notices(stretch: Stretch, shown: Shown) -> tuple[str, ...]:
    def made(before: View, after: View) -> Shown:
        return _of_case(Stretch(evolve(stretch.before, view=before), evolve(stretch.after, view=after)))

    confided = confided_in(shown, made, stretch.before.view, stretch.after.view)
    return notices_of(stretch.after, computed=bool(problem_of(stretch.after.case).requirements), confided=confided)


def _new_reports(before: View, after: View) -> View:
    """The later view with the reports alone that the earlier one has not."""
    earlier = {each.name for each in before.case.account.reports}
    new = tuple(each for each in after.case.account.reports if each.name not in earlier)
    names = {each.name for each in new}
    stories = tuple(each for each in after.case.account.stories if names.issuperset(each.names))
    return evolve(after, case=evolve(after.case, account=evolve(after.case.account, reports=new, stories=stories)))


def _essence(stretch: Stretch, before: Blocked, after: Blocked) -> Iterator[Cell]:
    """How much became known, the latest moves, and what opened and closed."""
    entries, sources = new_entries(stretch), len(stretch.new_sources())
    known = joined(
        counted(entries, "entry", "entries") if entries else "",
        f"from {counted(sources, 'new report')}" if sources else "",
        by=", ",
    )
    yield from [Cell(f"Became known: {known}.")] if known else _nothing(stretch)
    moves = new_moves(stretch)
    yield from move_cells(stretch.after, moves[:MOST_MOVES])
    if len(moves) > MOST_MOVES:
        yield Cell("There are more moves below.")
    if known and not moves and stretch.before.standing:
        yield Cell("Moved: Nobody, as far as became known in that time.")
    if before.is_told and after.is_told:
        came, went = _conflicts(after, opened(before, after)), _conflicts(before, opened(after, before))
        if came or went:
            yield Cell(f"Between demands: {came or 'none'} opened, {went or 'none'} closed.", marks=(Mark.COMPUTED,))


def _nothing(stretch: Stretch) -> Iterator[Cell]:
    if left_out := stretch.after.view.undated_entries:
        yield Cell(f"Nothing with a date became known in that time; of {in_lists(left_out)} nothing says when they became known.")
    elif has_content(stretch.after.case):
        yield Cell("Nothing of the case became known in that time.")
    elif len(stretch.after.case.account.reports) == len(stretch.before.case.account.reports):
        yield Cell("No report was published in that time that says so.")


def _conflicts(blocked: Blocked, conflicts: Sequence[Conflict]) -> str:
    """`2 conflicts (on Pay rise and Longest shift)`, or nothing."""
    behind = (item for each in conflicts for item in items_behind(blocked.scene, each.requirements))
    issues = dict.fromkeys(blocked.scene.names.issue(each.issue) for each in behind if isinstance(each, Position) and each.issue)
    over = f" (on {listed(issues)})" if issues else ""
    return f"{counted(len(conflicts), 'conflict')}{over}" if conflicts else ""
