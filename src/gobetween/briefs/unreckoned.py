"""What computations leave out, though somebody asks for it: a result says of how much it knows nothing."""

from __future__ import annotations

from collections.abc import Sequence

from gobetween.bargaining.unbound import find_unbound
from gobetween.briefs.phrasing import counted, joined
from gobetween.briefs.scenes import Scene
from gobetween.model.issues import Link
from gobetween.model.positions import Position


def unreckoned(scene: Scene) -> str:
    """How many positions and links that the reader has bind nothing, and why; nothing where there are none."""
    found = find_unbound(scene.case)
    reasons = joined(_of_others(found.of_others), _without_options(found.without_options), by=", and ")
    if not reasons:
        return ""
    where = "; gobetween check names them" if scene.is_keeper and not scene.view.is_live else ""
    return f"Not reckoned with: {reasons}{where}."


def _of_others(entries: Sequence[Position | Link]) -> str:
    positions = sum(isinstance(each, Position) for each in entries)
    links = len(entries) - positions
    those = joined(counted(positions, "position") if positions else "", counted(links, "link") if links else "", by=" and ")
    return f"{those} of actors who are no party" if those else ""


def _without_options(entries: Sequence[Position]) -> str:
    names = "names" if len(entries) == 1 else "name"
    return f"{counted(len(entries), 'position')} that {names} no options" if entries else ""
