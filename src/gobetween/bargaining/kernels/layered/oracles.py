"""One diagram for all questions which of a problem's requirements can be met together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from attrs import field, frozen

from gobetween.bargaining.kernels import Met, Undecided
from gobetween.bargaining.kernels.layered.compiling import IS_COMPILED
from gobetween.bargaining.kernels.layered.deadlocks import CONFLICTS, DOUBTS, OPENINGS, WAITING, explore, ledger_for, with_room
from gobetween.bargaining.kernels.layered.desks import MET, UNDECIDED, Desk, Graph, desk_for, graph_of
from gobetween.bargaining.kernels.layered.diagrams import Diagram, Words, diagram_of
from gobetween.bargaining.kernels.layered.meeting import meet
from gobetween.bargaining.problems import Problem
from gobetween.bargaining.requirements import RequirementKind

MOST_WORK = 20_000_000 if IS_COMPILED else 200_000
"""How many arcs may be looked at before an answer: some tenths of a second."""

_WORD = 2**64 - 1


@frozen(eq=False)
class LayeredOracle:
    """Looks for a path that breaks none of the requirements asked about, on a diagram on which the breaking of all is noted."""

    diagram: Diagram
    concedable: int
    graph: Graph = field(repr=False)
    desk: Desk = field(repr=False)

    def meet(self, bits: int) -> Met | None:
        """See `Oracle.meet`."""
        if self.diagram.is_empty:
            return None
        answer = meet(self.graph, self.desk, self._words(bits & self.concedable), MOST_WORK)
        if answer == UNDECIDED:
            msg = f"more than {MOST_WORK:,} steps did not tell whether these requirements can be met together"
            raise Undecided(msg)
        if answer != MET:
            return None
        return Met(self.diagram.choice(self.desk.path.tolist()), _bits(self.desk.breaks))

    def explore(self, order: Sequence[int]) -> Iterator[Explored]:
        """All minimal conflicts and openings, as they are found; openings found first leave out those first in `order`, if they can."""
        ledger = ledger_for(order, self.graph.start_broken.shape[0])
        told, work = (0, 0), 200_000
        while not self.diagram.is_empty and ledger.counts[WAITING]:
            explore(self.graph, self.desk, ledger, min(work, MOST_WORK), work // 2_000, MOST_WORK)
            ledger, work = with_room(ledger), work * 2
            until = int(ledger.counts[OPENINGS]), int(ledger.counts[CONFLICTS])
            openings = range(told[0], until[0])
            yield Explored(
                tuple(_bits(ledger.openings[at]) for at in openings if ledger.is_minimal[at]),
                tuple(_bits(ledger.conflicts[at]) for at in range(told[1], until[1])),
                is_whole=not ledger.counts[DOUBTS],
            )
            told = until

    def _words(self, bits: int) -> Words:
        words = self.graph.start_broken.shape[0]
        return np.array([bits >> 64 * word & _WORD for word in range(words)], np.uint64)


@frozen
class Explored:
    """Openings and conflicts found since last asked; not `is_whole` if some may be missing, since the oracle could not tell."""

    openings: tuple[int, ...]
    conflicts: tuple[int, ...]
    is_whole: bool = field(kw_only=True)


def oracle_of(problem: Problem) -> LayeredOracle:
    """An oracle for the problem.

    Raises:
        TooManyPackages: the links and demands are too entangled, or values too great.
    """
    reservations = problem.bits(RequirementKind.RESERVATION)
    concedable = problem.bits() & ~problem.matter
    diagram = diagram_of(problem, problem.matter, concedable & ~reservations)
    graph = graph_of(problem, diagram)
    return LayeredOracle(diagram, concedable, graph, desk_for(graph, diagram.levels))


def _bits(words: Words) -> int:
    return sum(int(word) << 64 * at for at, word in enumerate(words))
