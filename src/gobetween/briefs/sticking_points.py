"""What stands in the way: as reported, with sources; and as computed from demands alone, with what would open it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gobetween.bargaining.deadlocks import Conflict, Conflicts, Opening, Openings, find_deadlock, links_behind
from gobetween.bargaining.deadlocks.conflicts import conflict_of
from gobetween.bargaining.demands import consents_needed
from gobetween.bargaining.kernels import Progress, Undecided, Watch
from gobetween.bargaining.problems import Problem, problem_of
from gobetween.bargaining.requirements import Requirement
from gobetween.bargaining.results import Infeasible
from gobetween.briefs.allowances import allowance
from gobetween.briefs.blocks import Block, Cell, Mark, Section
from gobetween.briefs.cells import EMPTY, cited, closed_marks, dated, inferred_mark, listing_of, noted, paragraph, section_of, table_of
from gobetween.briefs.phrasing import counted, joined, listed, sentence
from gobetween.briefs.quantities import large
from gobetween.briefs.requirements_in_words import (
    concessions_in_words,
    conflict_in_words,
    conflict_with_reason,
    content_of,
    items_behind,
)
from gobetween.briefs.scenes import Scene
from gobetween.briefs.stances import ABOUT_TERMS
from gobetween.briefs.undemanded import is_undemanded, undemanded
from gobetween.briefs.unreckoned import unreckoned
from gobetween.model.errors import BeyondReach

MOST_SEARCHED = 500
MOST_SHOWN = 8
MORE_CONFLICTS = "There are more such conflicts; the shortest are shown."
NO_CONFLICT_YET = "Which demands cannot all be met was not worked out: it takes longer than a brief may take."
NO_DEMAND = "No demand on these issues is recorded. Once positions name options, what cannot fit together can be worked out."
NONE_BY_THEN = "As far as was known by then, no demand was made on these issues."
DISCLAIMER = (
    "Worked out from the positions above, without any number. It says what fits together, not what anyone should do, "
    "and it is nobody's answer."
)


def sticking_points_section(scene: Scene) -> tuple[Section, ...]:
    """Reported and computed sticking points, marked which is which."""
    lead = "What is reported to stand in the way, then what cannot fit together by the demands themselves."
    return section_of("sticking-points", "What blocks a deal", lead, [*_reported(scene), *_computed(scene)])


def _reported(scene: Scene) -> Iterator[Block]:
    rows = [
        (
            cited(sentence(each.text), each, marks=(Mark.REPORTED,), detail=noted(each)),
            Cell(listed(scene.names.issue(issue) for issue in each.issues)),
            Cell(scene.names.actors(each.parties)),
            Cell(scene.names.words(each.said_by)),
            dated(scene.time_of(each)),
        )
        for each in sorted(scene.case.sticking_points, key=scene.order, reverse=True)
    ]
    yield from table_of("Reported", ("What", "Issues", "Between", "Says who", "When"), rows)


def _computed(scene: Scene) -> Iterator[Block]:
    problem = problem_of(scene.case)
    if not problem.issues or not problem.requirements:
        if scene.is_keeper and scene.case.issues:
            yield paragraph(NONE_BY_THEN if scene.view.as_of else NO_DEMAND)
            yield from _left_out(scene)
        return
    try:
        conflicts, openings = deadlock_of(problem)
    except (BeyondReach, Undecided) as error:
        yield paragraph(str(error), marks=computed_marks(scene))
        return
    yield from _conflicts(scene, problem, conflicts)
    yield from _openings(scene, problem, openings)
    yield from _between(scene, problem, conflicts)
    yield from _weakened(scene)
    yield from _left_out(scene)
    yield paragraph(DISCLAIMER)


def _left_out(scene: Scene) -> Iterator[Block]:
    """Of how many positions what is computed knows nothing."""
    if words := unreckoned(scene):
        yield paragraph(words)


def computed_marks(scene: Scene) -> tuple[Mark, ...]:
    """What results from all demands together rest on: computed; inferred, entrusted or not public if anything was that has a say.

    What was inferred has a say where something is required by it. One that was entrusted has a say even where nothing of it is
    left: a demand that was dropped in confidence is missing from them.
    """
    having_a_say = (*(each for each in scene.case.positions if each.issue), *scene.case.links)
    inferred = inferred_mark(items_behind(scene, problem_of(scene.case).requirements))
    return (Mark.COMPUTED, *inferred, *closed_marks(having_a_say))


def deadlock_of(problem: Problem) -> tuple[Conflicts, Openings]:
    """The conflicts between demands, and what would open them.

    Raises:
        BeyondReach: the case has more packages, or more entangled links, than can be computed with.
        Undecided: it could not be told within the limits whether the links of the matter leave a package.
    """
    found = find_deadlock(problem, limit=MOST_SEARCHED, detailed=MOST_SHOWN, watch=allowance())
    return found.conflicts, found.openings


def _conflicts(scene: Scene, problem: Problem, found: Conflicts) -> Iterator[Block]:
    if isinstance(found.status, Infeasible):
        yield paragraph(
            f"The links in the matter itself leave no package: {conflict_in_words(scene, found.status.conflict)}.",
            marks=computed_marks(scene),
        )
        return
    groups = together(scene, problem, found.conflicts)
    shown = groups[:MOST_SHOWN]
    reasons = reasons_behind(problem, shown, allowance())
    cells = [_conflict(scene, each, because or ()) for each, because in zip(shown, reasons, strict=True)]
    yield from listing_of("Computed: demands that cannot all be met", cells)
    if len(groups) > MOST_SHOWN or not found.complete:
        yield paragraph(MORE_CONFLICTS if cells else NO_CONFLICT_YET, marks=computed_marks(scene))


def together(scene: Scene, problem: Problem, conflicts: Sequence[Conflict]) -> list[Conflict]:
    """Conflicts over the same things as one: two parties who ask for the same stand side by side in it."""
    merged: dict[frozenset[str], dict[str, Requirement]] = {}
    for conflict in conflicts:
        contents = frozenset(content_of(scene, each) for each in conflict.requirements)
        merged.setdefault(contents, {}).update({each.id: each for each in conflict.requirements})
    return [conflict_of(problem, requirements.values()) for requirements in merged.values()]


def reasons_behind(problem: Problem, conflicts: Sequence[Conflict], watch: Watch) -> list[tuple[Requirement, ...] | None]:
    """The links of the matter that make each of them a conflict; `None` where that takes longer, or more, than is allowed."""
    if not problem.matter:
        return [()] * len(conflicts)
    found: list[tuple[Requirement, ...] | None] = [None] * len(conflicts)
    for at, each in enumerate(conflicts):
        if not watch(Progress("links behind conflicts", at, len(conflicts))):
            break
        try:
            found[at] = links_behind(problem, each)
        except BeyondReach:
            break
    return found


def _conflict(scene: Scene, conflict: Conflict, because: tuple[Requirement, ...]) -> Cell:
    words = f"These cannot all be met: {conflict_with_reason(scene, conflict.requirements, because)}."
    return cited(words, *items_behind(scene, (*conflict.requirements, *because)), marks=(Mark.COMPUTED,))


def _openings(scene: Scene, problem: Problem, found: Openings) -> Iterator[Block]:
    if isinstance(found.status, Infeasible) or not found.openings:
        return
    if is_open(found) and is_undemanded(problem):
        yield paragraph(undemanded(scene, problem), marks=computed_marks(scene))
        return
    if is_open(found):
        many = _packages(found.openings[0])
        meet = "package meets" if many == "1" else "packages meet"
        yield paragraph(
            joined(
                f"Nothing in the recorded demands excludes a deal: {many} {meet} every one of them{_uncounted(scene)}.",
                undemanded(scene, problem),
                by=" ",
            ),
            marks=computed_marks(scene),
        )
        return
    yield paragraph("If nobody gives up anything, no package meets every demand.", marks=computed_marks(scene))
    rows = [_opening(scene, each) for each in found.openings[:MOST_SHOWN]]
    more = "There are more; the cheapest are shown. " if len(found.openings) > MOST_SHOWN or not found.complete else ""
    note = f"{more}Fewest red lines first, then fewest demands: these are counted, not weighed."
    yield from table_of("Computed: a package exists if ...", ("If", "Demands given up", "Packages then open"), rows, note=note)


def is_open(found: Openings) -> bool:
    """Whether a package is known that meets everything: nothing needs to be given up for it."""
    return any(not each.concessions for each in found.openings[:1])


def _opening(scene: Scene, opening: Opening) -> tuple[Cell, ...]:
    return (
        cited(concessions_in_words(scene, opening.concessions), *items_behind(scene, opening.concessions), marks=computed_marks(scene)),
        Cell(str(len(opening.concessions))),
        Cell(_packages(opening)) if opening.is_worked_out else EMPTY,
    )


def _packages(opening: Opening) -> str:
    """How many packages an opening opens, for certain."""
    return large(opening.count) if opening.is_count_exact else f"{large(opening.count)} or more"


def _between(scene: Scene, problem: Problem, found: Conflicts) -> Iterator[Block]:
    """On issues in conflict, the options that no demand names: they ask more to be given up, so no cheapest opening shows them."""
    named = {(issue, option) for each in problem.requirements for issue, options in _named(each) for option in options}
    disputed = [issue for issue in problem.issues if any(issue in each.issues for each in found.conflicts)]
    unnamed = {issue: frozenset(each for each in problem.issues[issue] if (issue, each) not in named) for issue in disputed}
    words = joined(
        *(f"{scene.names.issue(issue)}: {scene.names.quoted(issue, options)}" for issue, options in unnamed.items() if options)
    )
    if words:
        text = f"Options on these issues that no demand in force names: {words}. Each asks every side to give up its demand there."
        yield paragraph(text, marks=computed_marks(scene))


def _named(requirement: Requirement) -> Iterator[tuple[str, frozenset[str]]]:
    yield from requirement.if_chosen.items()
    yield from requirement.requires.items()


def _weakened(scene: Scene) -> Iterator[Block]:
    """What would weaken a deal even where one exists."""
    after = [each for each in scene.standing if each.after_deal]
    words = joined(*(f"{scene.names.actor(each.actor)}: {each.text.strip().removesuffix('.')}" for each in after))
    if after:
        yield paragraph(f"Whatever is agreed, what is announced for after a deal would weaken it. {sentence(words)}", *after)


def deadlock_in_brief(scene: Scene) -> str:
    """On which issues demands cannot all be met, and how much would have to be given up; nothing if there is nothing to say."""
    problem = problem_of(scene.case)
    if not problem.issues or not problem.requirements:
        return ""
    try:
        conflicts, openings = deadlock_of(problem)
    except (BeyondReach, Undecided):
        return ""
    if not conflicts.conflicts:
        is_told = is_open(openings) and not isinstance(conflicts.status, Infeasible) and not is_undemanded(problem)
        words = f"nothing in the recorded demands excludes a deal{_uncounted(scene)}"
        return joined(words, undemanded(scene, problem).removesuffix("."), by=". ") if is_told else ""
    issues = [issue for issue in problem.issues if any(issue in each.issues for each in conflicts.conflicts)]
    ways = counted(len(openings.openings), "way", "ways") if openings.complete else "several ways"
    return (
        f"demands cannot all be met on {listed(scene.names.issue(each) for each in issues)}. "
        f"{ways} of giving some up would leave a package; demands are counted there, not weighed"
    )


def _uncounted(scene: Scene) -> str:
    """That words without an option are not among the demands, where somebody whose consent is needed has said some."""
    said = (each for each in scene.standing if not each.options and not each.after_deal and each.stance in ABOUT_TERMS)
    is_any = any(each.actor in consents_needed(scene.case, each.issue) for each in said)
    return "; what is said without naming an option is not counted" if is_any else ""
