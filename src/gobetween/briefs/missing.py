"""What a brief could hold and the case has not: for whoever holds the folder, who alone can add it."""

from __future__ import annotations

from collections.abc import Iterable

from gobetween.briefs.blocks import Cell, Section
from gobetween.briefs.cells import listing_of, section_of
from gobetween.briefs.scenes import Scene

ISSUES_AND_POSITIONS = "issues and positions"

# For each section, the keys of case.yaml from which it is made, and what it would then say.
MADE_FROM = {
    "table": ("actors with roles, access, delegations, principals", "who negotiates, who decides, whom each mediator can reach"),
    "course": ("rounds, meetings, happenings, proposals, assessments", "how the talks went and what is planned"),
    "positions": (ISSUES_AND_POSITIONS, "where each party stands and what moved"),
    "debts": ("answers, deliverables, deadlines, commitments", "who owes whom an answer or a deed"),
    "sticking-points": ("positions that name options, sticking_points", "what blocks a deal and what would open it"),
    "figures": ("figures, disputes, contradictions", "which numbers and accounts stand against each other"),
}


def missing_section(scene: Scene, sections: Iterable[Section]) -> tuple[Section, ...]:
    """One line for each section that nothing is there for; nothing for any audience but the keeper, and for a case without actors.

    As of a day it says nothing: what the day leaves out is in the case all the same.
    """
    if not scene.is_keeper or not scene.case.actors or scene.view.as_of:
        return ()
    there = {section.id for section in sections} - (set() if scene.case.positions else {"positions"})
    cells = [
        Cell(f"To see {shows}: add {_left(scene, keys)} to case.yaml.")
        for section, (keys, shows) in MADE_FROM.items()
        if section not in there
    ]
    return section_of("missing", "Not in the case yet", "", listing_of("", cells))


def _left(scene: Scene, keys: str) -> str:
    """The keys, without what the case has already."""
    return "positions" if keys == ISSUES_AND_POSITIONS and scene.case.issues else keys
