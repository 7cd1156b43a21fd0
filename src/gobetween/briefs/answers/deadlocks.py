"""The answer to: what cannot be met together, and what would have to be given up for a package to exist?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from attrs import field, frozen

from gobetween.bargaining.deadlocks import (
    MOST_FOUND,
    Conflict,
    Conflicts,
    Deadlock,
    Opening,
    Openings,
    Reduction,
    explain_deadlock,
)
from gobetween.bargaining.kernels import Watch
from gobetween.bargaining.problems import Problem, problem_of
from gobetween.bargaining.requirements import Requirement
from gobetween.bargaining.results import Infeasible
from gobetween.briefs.answers.answers import Answer
from gobetween.briefs.answers.given.deadlocks import GivenConflict, GivenDeadlock, GivenOpening, given_conflict, given_opening
from gobetween.briefs.answers.giving import answer_for, basis_words, status_of, terms_in_words
from gobetween.briefs.answers.numbers_open import refuse_without_issues, sees_all
from gobetween.briefs.answers.plots import MatrixPlot
from gobetween.briefs.blocks import Block, Cell
from gobetween.briefs.cells import listing_of, paragraph, table_of
from gobetween.briefs.numbers import is_computable
from gobetween.briefs.phrasing import counted, joined, listed
from gobetween.briefs.quantities import hundredths, large
from gobetween.briefs.requirements_in_words import concessions_in_words, conflict_in_words, conflict_with_reason
from gobetween.briefs.scenes import Scene
from gobetween.briefs.sticking_points import is_open, reasons_behind
from gobetween.briefs.undemanded import is_undemanded, undemanded
from gobetween.model.issues import Package

MOST_DRAWN = 24
MOST_REDUCTIONS_TOLD = 2
NO_CONFLICT = "Nothing that is required excludes a deal: some package meets it all."
NOT_KNOWN = "Not known: the search was stopped before it could tell whether all that is required can be met together."
EXCLUDED = "Not all that is required can be met together; the search was stopped before it found which of it excludes the rest."
DISCLAIMER = "It says what fits together, not what anyone should do, and it is nobody's answer."
COST = (
    "The cost adds up what each thing given up takes from its owner: 1.00 is as much as the best package is worth to that owner. It is "
    "no share: what overlaps counts for each, as do several owners, so that it may be more than 1."
)
BY_DEMANDS = "Worked out from demands, red lines and links alone, without any number."
BY_NUMBERS = "Worked out from demands, red lines, links and what parties need to prefer a deal to none."


@frozen
class DeadlockAsked:
    """All conflicts and openings; `limit` of each are listed (0: all). Numbers are used where the reader may see them all.

    Whoever gives `tell` is told of the first of them in words, as they are found; whoever gives `give` gets what every copy must say,
    as an answer without a result, and then each conflict and opening, openings not yet worked out.
    """

    limit: int = field(default=8, kw_only=True)
    by_demands_alone: bool = field(default=False, kw_only=True)
    tell: Callable[[str], None] | None = field(default=None, kw_only=True)
    give: Callable[[Answer | GivenConflict | GivenOpening], None] | None = field(default=None, kw_only=True)

    def answered(self, scenes: tuple[Scene, ...], watch: Watch) -> Answer:
        """See `Question.answered`."""
        scene = scenes[0]
        refuse_without_issues(scene)
        by_numbers = is_computable(scene) and sees_all(scene) and not self.by_demands_alone
        problem = problem_of(scene.case, scene.preferences if by_numbers else ())
        if self.give is not None:
            self.give(answer_for(scenes, "deadlock", by_numbers=by_numbers, result=None))
        found = self._found(scene, problem, watch)
        conflicts = found.conflicts
        behind = reasons_behind(problem, conflicts.conflicts[: self.limit or None], watch)
        result = _result(scene, found, behind, self, by_numbers=by_numbers)
        return answer_for(
            scenes,
            "deadlock",
            by_numbers=by_numbers,
            essence=tuple(Cell(text) for text in _essence(scene, problem, found)),
            blocks=tuple(_blocks(scene, found, behind, self.limit, by_numbers=by_numbers)),
            result=result,
            plot=_plot(scene, problem, conflicts),
        )

    def _found(self, scene: Scene, problem: Problem, watch: Watch) -> Deadlock:
        for told, each in enumerate(explain_deadlock(problem, detailed=self.limit or MOST_FOUND, watch=watch), 1):
            if isinstance(each, Deadlock):
                return each
            if self.give is not None:
                self.give(given_conflict(scene, each, None) if isinstance(each, Conflict) else given_opening(scene, each))
            if self.tell is not None and told <= (self.limit or told) and not is_undemanded(problem):
                self.tell(_found_in_words(scene, each))
        raise AssertionError  # the last that it gives is the deadlock


Behind = Sequence[tuple[Requirement, ...] | None]
"""The links of the matter behind each conflict that is listed; `None` where that was not worked out."""


def _result(scene: Scene, found: Deadlock, behind: Behind, asked: DeadlockAsked, *, by_numbers: bool) -> GivenDeadlock:
    most, conflicts, openings = asked.limit or None, found.conflicts, found.openings
    return GivenDeadlock(
        status_of(scene, conflicts.status),
        by_numbers=by_numbers,
        conflict_count=len(conflicts.conflicts),
        are_all_conflicts=conflicts.complete,
        conflicts=tuple(given_conflict(scene, each, because) for each, because in zip(conflicts.conflicts, behind, strict=False)),
        opening_count=len(openings.openings),
        are_all_openings=openings.complete,
        openings=tuple(given_opening(scene, each) for each in openings.openings[:most]),
    )


def _essence(scene: Scene, problem: Problem, found: Deadlock) -> Iterator[str]:
    conflicts, openings = found.conflicts, found.openings
    if isinstance(conflicts.status, Infeasible):
        yield f"The links in the matter itself leave no package: {conflict_in_words(scene, conflicts.status.conflict)}."
        return
    if not conflicts.conflicts and (conflicts.complete or is_open(openings) or not openings.openings):
        is_told = conflicts.complete or is_open(openings)
        words = joined("" if is_undemanded(problem) else NO_CONFLICT, undemanded(scene, problem), by=" ")
        yield words if is_told else NOT_KNOWN
        return
    yield _both_counted(conflicts, openings)


def _both_counted(conflicts: Conflicts, openings: Openings) -> str:
    some = "" if openings.complete else "at least "
    ways = f"{some}{counted(len(openings.openings), 'way')} of giving some up would leave a package."
    if not conflicts.conflicts:
        return f"{EXCLUDED} Yet {ways}"
    more = "" if conflicts.complete else "At least "
    return f"{more}{counted(len(conflicts.conflicts), 'set')} of requirements cannot all be met; {ways}"


def _blocks(scene: Scene, deadlock: Deadlock, behind: Behind, limit: int, *, by_numbers: bool) -> Iterator[Block]:
    most, conflicts, openings = limit or None, deadlock.conflicts, deadlock.openings
    title = _title("Conflicts, shortest first: these cannot all be met", len(conflicts.conflicts), limit, is_all=conflicts.complete)
    cells = (
        Cell(conflict_with_reason(scene, each.requirements, because or ()))
        for each, because in zip(conflicts.conflicts, behind, strict=False)
    )
    yield from listing_of(title, cells)
    if None in behind:
        yield paragraph("Which links in the matter itself lie behind some of these was not worked out in time.")
    found = [each for each in openings.openings if each.concessions]
    title = _title("Openings, cheapest first: a package exists if ...", len(found), limit, is_all=openings.complete)
    columns = ("", "If", "Given up", "Opens", "On these issues, for instance")
    rows = (_row(scene, place, each) for place, each in enumerate(found[:most], 1))
    yield from table_of(title, columns, rows, note=_note(by_numbers=by_numbers))
    yield paragraph(f"{BY_NUMBERS if by_numbers else BY_DEMANDS} {DISCLAIMER}")
    if by_numbers:
        yield paragraph(basis_words(scene))


def _title(title: str, found: int, limit: int, *, is_all: bool) -> str:
    shown = f"{limit} of {found:,} shown" if limit and found > limit else ""
    cut = "" if is_all else "there are more"
    return f"{title} ({listed((shown, cut))})" if shown or cut else title


def _row(scene: Scene, place: int, opening: Opening) -> tuple[Cell, ...]:
    return (
        Cell(str(place)),
        Cell(concessions_in_words(scene, opening.concessions), detail=_reductions(scene, opening)),
        Cell(joined(f"{len(opening.concessions)}", cost_words(opening), by=", ")),
        Cell(_opened(opening)),
        Cell(terms_in_words(scene, _reopened(opening)) if opening.packages else ""),
    )


def cost_words(opening: Opening) -> str:
    """What giving it up costs its owners, where that was weighed: no share, as what overlaps counts for each; `cost 1.30`."""
    weighed = opening.cost[-1]
    if not isinstance(weighed, Fraction):
        return ""
    is_whole = opening.is_worked_out or not any(each.least is not None for each in opening.concessions)
    unweighed = opening.cost[1]
    cost = f"cost {hundredths(weighed)}{'' if is_whole else ' or more'}"
    return joined(cost, f"{unweighed} not weighed" if unweighed else "", by=", ")


def _opened(opening: Opening) -> str:
    if not opening.is_worked_out:
        return "not worked out"
    return large(opening.count) if opening.is_count_exact else f"{large(opening.count)} or more"


def _found_in_words(scene: Scene, found: Conflict | Opening) -> str:
    if isinstance(found, Conflict):
        return f"found: these cannot all be met: {conflict_in_words(scene, found.requirements)}"
    if not found.concessions:
        return "found: a package meets every requirement as it is"
    return f"found: a package exists if {concessions_in_words(scene, found.concessions)}"


def _reopened(opening: Opening) -> Package:
    """What one of the packages says on the issues of which something is given up."""
    issues = {issue for each in opening.concessions for issue in each.issues}
    package = opening.packages[0]
    return {issue: option for issue, option in package.items() if issue in issues} or package


def _note(*, by_numbers: bool) -> str:
    if by_numbers:
        return f"None of the concessions of a row is needless. The cheaper come first. {COST}"
    dearer = "a red line counts as dearer than a demand, more as dearer than fewer"
    return f"None of the concessions of a row is needless. The cheaper come first: {dearer}."


def _reductions(scene: Scene, opening: Opening) -> str:
    """How far what is needed has to come down for the opening, and for which packages: the first ways of that, if there are several."""
    told = opening.reductions[:MOST_REDUCTIONS_TOLD]
    if not told:
        return ""
    ways = (f"{_lowered(scene, each)}, for: {terms_in_words(scene, each.package)}" for each in told)
    left = len(opening.reductions) - len(told)
    return joined(
        f"What is needed comes down: {'. Or: '.join(ways)}",
        f"{counted(left, 'other way', 'other ways')} would do" if left else "",
        "" if opening.are_all_reductions else "There may be further ways",
        by=". ",
    )


def _lowered(scene: Scene, reduction: Reduction) -> str:
    return listed(f"{scene.names.actor(party)} by {amount:,} of its own numbers" for party, amount in reduction.amounts.items())


def _plot(scene: Scene, problem: Problem, conflicts: Conflicts) -> MatrixPlot | None:
    drawn = conflicts.conflicts[:MOST_DRAWN]
    named = {each.id for conflict in drawn for each in conflict.requirements}
    owners = list(dict.fromkeys(each.owner for each in problem.requirements))
    rows = sorted((each for each in problem.requirements if each.id in named), key=lambda each: owners.index(each.owner))
    if not rows:
        return None
    place = {each.id: at for at, each in enumerate(rows)}
    shown = "" if len(drawn) == len(conflicts.conflicts) and conflicts.complete else " The shortest are drawn; there are more."
    return MatrixPlot(
        f"What cannot be met together: {scene.case.title}",
        f"A row for each requirement, a column for each conflict: the requirements marked in a column cannot all be met.{shown}",
        rows=tuple(_row_words(scene, each) for each in rows),
        columns=tuple(str(at) for at in range(1, len(drawn) + 1)),
        cells=frozenset((place[each.id], at) for at, conflict in enumerate(drawn) for each in conflict.requirements),
    )


def _row_words(scene: Scene, requirement: Requirement) -> tuple[str, str]:
    owner = scene.names.actor(requirement.owner) if requirement.owner else "In the matter"
    words = conflict_in_words(scene, (requirement,))
    return owner, words.removeprefix(f"{owner}: ").removeprefix("in the matter itself, ")
