"""Frontiers, from the first issue to the last: at every node of a diagram, the value vectors of prefixes that no other prefix beats."""

from __future__ import annotations

from gobetween.bargaining.kernels import Watch, unwatched
from gobetween.bargaining.kernels.layered.frontiers.exploring import explore
from gobetween.bargaining.kernels.layered.frontiers.found import LayeredFrontier, found_in, nothing_found
from gobetween.bargaining.kernels.layered.frontiers.ways import ways_of
from gobetween.bargaining.kernels.layered.graph.diagrams import Diagram

__all__ = ["LayeredFrontier", "frontier_of"]


def frontier_of(diagram: Diagram, *, most_points: int | None = None, watch: Watch = unwatched) -> LayeredFrontier:
    """The efficient packages of a diagram, see `Kernel.frontier`.

    Prefixes that are at one node can be completed in the same ways, so that a prefix which another one there beats is on no efficient
    package; nor is one that cannot reach a reservation value that is kept. `most_points` is how many vectors there may be between
    two issues; unless given it is what some hundred megabytes hold. Cost: see `lay_staircases`, `lay_skylines`, `lay_crowds`.
    """
    if diagram.is_empty:
        return nothing_found(diagram)
    ways = ways_of(diagram)
    return found_in(ways, explore(ways, most_points=most_points, watch=watch), watch)
