"""Of whom no demand is recorded: that nothing excludes a deal says little then, and nothing where nobody has demanded anything."""

from __future__ import annotations

from gobetween.bargaining.problems import Problem
from gobetween.bargaining.requirements import RequirementKind
from gobetween.briefs.phrasing import joined
from gobetween.briefs.scenes import Scene

ASKING = frozenset({RequirementKind.DEMAND, RequirementKind.RED_LINE, RequirementKind.RESERVATION})
"""What requires something by itself; a link only ties one thing to another."""


def is_undemanded(problem: Problem) -> bool:
    """Whether nobody asks for anything."""
    return not any(each.kind in ASKING for each in problem.requirements)


def undemanded(scene: Scene, problem: Problem) -> str:
    """That nobody's demands are recorded, or of which parties none are; nothing where each has some."""
    if is_undemanded(problem):
        return f"No demand that names an option {as_far_as(scene)}, so that nothing can be said of what excludes a deal."
    asking = {each.owner for each in problem.requirements if each.kind in ASKING}
    silent = [each for each in problem.parties if each not in asking]
    return f"Of {scene.names.actors(silent)} no demand that names an option {as_far_as(scene)}." if silent else ""


def as_far_as(scene: Scene) -> str:
    """That nothing of something is recorded: for this reader, by that day."""
    by_then = "is known to have been made by then" if scene.view.as_of else "is recorded"
    return joined(by_then, "" if scene.is_keeper else "that this reader sees", by=" ")
