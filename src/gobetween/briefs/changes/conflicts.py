"""Which conflicts between demands opened and which closed, and how far apart the sides were and are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import field, frozen

from gobetween.bargaining.deadlocks import Conflict, Openings
from gobetween.bargaining.kernels import Undecided
from gobetween.bargaining.problems import problem_of
from gobetween.bargaining.results import Infeasible
from gobetween.briefs.blocks import Block, Cell, Mark, Section
from gobetween.briefs.cells import cited, listing_of, paragraph, section_of
from gobetween.briefs.phrasing import counted
from gobetween.briefs.requirements_in_words import conflict_in_words, content_of, items_behind
from gobetween.briefs.scenes import Scene
from gobetween.briefs.sticking_points import computed_marks, deadlock_of, together
from gobetween.model.errors import BeyondReach

Contents = frozenset[str]
TITLE = "What blocks a deal"


@frozen
class Blocked:
    """What blocks at one end of the stretch: the conflicts by what they are over; `is_whole` says that none is missing.

    `fewest` is how many demands the cheapest known opening gives up, `None` where none is known. `is_told` is false where nothing
    could be worked out.
    """

    scene: Scene
    conflicts: dict[Contents, Conflict] = field(factory=dict)
    is_whole: bool = field(default=True, kw_only=True)
    is_told: bool = field(default=True, kw_only=True)
    fewest: int | None = field(default=None, kw_only=True)


def blocked_in(scene: Scene) -> Blocked:
    """What blocks by the demands that are in force there."""
    problem = problem_of(scene.case)
    if not problem.issues or not problem.requirements:
        return Blocked(scene, fewest=0)
    try:
        found, openings = deadlock_of(problem)
    except (BeyondReach, Undecided):
        return Blocked(scene, is_told=False, is_whole=False)
    if isinstance(found.status, Infeasible):
        return Blocked(scene, is_told=False, is_whole=False)
    conflicts = {
        frozenset(content_of(scene, one) for one in each.requirements): each for each in together(scene, problem, found.conflicts)
    }
    return Blocked(scene, conflicts, is_whole=found.complete, fewest=_fewest(openings))


def _fewest(openings: Openings) -> int | None:
    return min((len(each.concessions) for each in openings.openings), default=None)


def blocked_section(before: Blocked, after: Blocked) -> tuple[Section, ...]:
    """Conflicts that opened, conflicts that closed, and how many demands would have had to be given up at either end."""
    if not before.is_told or not after.is_told:
        words = "Which demands cannot all be met could not be worked out for both days in the time that a brief may take."
        return section_of("blocked", TITLE, "", [paragraph(words)])
    blocks: list[Block] = [
        *listing_of("Opened: these cannot all be met now", _cells(after, opened(before, after))),
        *listing_of("Closed: these could not all be met before", _cells(before, opened(after, before))),
        *_distance(before, after),
    ]
    lead = "Worked out from the demands in force on either day, without any number."
    return section_of("blocked", TITLE, lead, blocks)


def opened(before: Blocked, after: Blocked) -> tuple[Conflict, ...]:
    """The conflicts that are there after and were not before."""
    return tuple(conflict for contents, conflict in after.conflicts.items() if contents not in before.conflicts)


def _cells(blocked: Blocked, conflicts: Sequence[Conflict]) -> Iterator[Cell]:
    for each in conflicts:
        words = conflict_in_words(blocked.scene, each.requirements)
        yield cited(f"{words[:1].upper()}{words[1:]}.", *items_behind(blocked.scene, each.requirements), marks=(Mark.COMPUTED,))


def _distance(before: Blocked, after: Blocked) -> Iterator[Block]:
    if before.fewest is None or after.fewest is None or (not before.conflicts and not after.conflicts):
        return
    words = _given_up(before.fewest, after.fewest)
    more = "" if before.is_whole and after.is_whole else " There are more conflicts than were worked out."
    yield paragraph(f"{words} Demands are counted here, not weighed.{more}", marks=computed_marks(after.scene))


def _given_up(before: int, after: int) -> str:
    """How many demands at least would have to be given up for a package to exist, before and after."""
    if not after:
        return f"Some package meets all demands; before, at least {counted(before, 'demand')} had to be given up."
    now = f"At least {counted(after, 'demand')} would have to be given up for a package to exist"
    if before == after:
        return f"{now}, as before."
    return f"{now}; before, {counted(before, 'demand') if before else 'none'}."
