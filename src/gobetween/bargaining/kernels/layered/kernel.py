"""The fast kernel: every question answered on the diagram of the packages in question."""

from __future__ import annotations

from attrs import frozen

from gobetween.bargaining.kernels import MOST_TIES, Choice, Count, Found, FoundFrontier, Kernel, Objective, Oracle, Watch, unwatched
from gobetween.bargaining.kernels.layered.graph.diagrams import diagram_of
from gobetween.bargaining.problems import Problem


@frozen
class Layered:
    """Searches packages as paths through a layered graph; its size grows with the links open at once, not with the packages."""

    @property
    def name(self) -> str:
        """See `Kernel.name`."""
        return "layered"

    def find_package(self, problem: Problem, kept: int) -> Choice | None:
        """See `Kernel.find_package`."""
        from gobetween.bargaining.kernels.layered.graph.recent import recent_diagram
        from gobetween.bargaining.kernels.layered.search.searching import find_path

        return find_path(recent_diagram(problem, kept))

    def count(self, problem: Problem, kept: int, *, any_of: tuple[int, ...] = (), watch: Watch = unwatched) -> Count:
        """See `Kernel.count`."""
        from gobetween.bargaining.kernels.layered.counts.counting import count_paths

        return count_paths(problem, diagram_of(problem, kept), any_of=any_of, watch=watch)

    def search(self, problem: Problem, kept: int, objective: Objective, *, most: int = MOST_TIES, watch: Watch = unwatched) -> Found:
        """See `Kernel.search`."""
        from gobetween.bargaining.kernels.layered.graph.recent import recent_diagram
        from gobetween.bargaining.kernels.layered.search.searching import search_paths

        return search_paths(recent_diagram(problem, kept), objective, most=most, watch=watch)

    def frontier(self, problem: Problem, kept: int, *, most_points: int | None = None, watch: Watch = unwatched) -> FoundFrontier:
        """See `Kernel.frontier`."""
        from gobetween.bargaining.kernels.layered.frontiers import frontier_of

        return frontier_of(diagram_of(problem, kept), most_points=most_points, watch=watch)

    def oracle(self, problem: Problem) -> Oracle:
        """See `Kernel.oracle`."""
        from gobetween.bargaining.kernels.layered.oracle.oracles import oracle_of

        return oracle_of(problem)


LAYERED: Kernel = Layered()
