"""One diagram for all questions which of a problem's requirements can be met together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from attrs import evolve, field, frozen

from gobetween.bargaining.kernels import Choice, Met, Undecided
from gobetween.bargaining.kernels.layered.compiling import IS_COMPILED
from gobetween.bargaining.kernels.layered.graph.diagrams import Diagram, Words, diagram_of
from gobetween.bargaining.kernels.layered.oracle.deadlocks import CONFLICTS, DOUBTS, OPENINGS, WAITING, explore, ledger_for, with_room
from gobetween.bargaining.kernels.layered.oracle.desks import ANY_OPTION, MET, UNDECIDED, Desk, Graph, desk_for, graph_of, with_sum
from gobetween.bargaining.kernels.layered.oracle.meeting import meet
from gobetween.bargaining.problems import Problem
from gobetween.bargaining.requirements import RequirementKind

MOST_WORK = 8_000_000 if IS_COMPILED else 200_000
"""How many arcs may be looked at before an answer: a tenth of a second or two."""

SUM = ""
"""The name of the party that stands for a sum."""

_WORD = 2**64 - 1


@frozen(eq=False)
class LayeredOracle:
    """Looks for a path that breaks none of the requirements asked about, on a diagram on which the breaking of all is noted."""

    diagram: Diagram
    requirements: int
    parties: tuple[str, ...]
    concedable: int
    graph: Graph = field(repr=False)
    desk: Desk = field(repr=False)

    def meet(self, bits: int) -> Met | None:
        """See `Oracle.meet`."""
        return Met(self.diagram.choice(self.desk.path.tolist()), _bits(self.desk.breaks)) if self._is_met(bits) else None

    def worth(self, bits: int) -> tuple[int, ...] | None:
        """What some package that meets these requirements is worth to all `parties`, `None` if there is none.

        Raises:
            Undecided: the search reached its limit.
        """
        return tuple(self.desk.sums[0].tolist()) if self._is_met(bits) else None

    def _is_met(self, bits: int) -> bool:
        if self.diagram.is_empty:
            return False
        answer = meet(self.graph, self.desk, self._words(bits & self.concedable), MOST_WORK)
        if answer == UNDECIDED:
            msg = f"more than {MOST_WORK:,} steps did not tell whether these requirements can be met together"
            raise Undecided(msg)
        return bool(answer == MET)

    def explore(self, order: Sequence[int]) -> Iterator[tuple[tuple[int, ...], tuple[int, ...], bool]]:
        """All minimal openings and conflicts as they are found, and whether so far nothing was missed for want of an answer.

        Both are sets of bits; openings found first leave out those first in `order`, if they can.
        """
        ledger = ledger_for(order, self.graph.start_broken.shape[0])
        told, work = (0, 0), max(1, MOST_WORK // 100)
        while not self.diagram.is_empty and ledger.counts[WAITING]:
            explore(self.graph, self.desk, ledger, work, max(1, work // 2_000), MOST_WORK // 4)
            ledger, work = with_room(ledger), min(work * 2, MOST_WORK)
            until = int(ledger.counts[OPENINGS]), int(ledger.counts[CONFLICTS])
            openings = range(told[0], until[0])
            yield (
                tuple(_bits(ledger.openings[at]) for at in openings if ledger.is_minimal[at]),
                tuple(_bits(ledger.conflicts[at]) for at in range(told[1], until[1])),
                not ledger.counts[DOUBTS],
            )
            told = until

    def first(self, bits: int, most: int) -> tuple[Choice, ...]:
        """The first packages in stated order that meet these requirements, `most` of them.

        Cost: questions as in `meet`, two or so for each issue and package.

        Raises:
            Undecided: the search for one of them reached its limit.
        """
        found: list[Choice] = []
        after: Choice | None = None
        while len(found) < most and (after := self._next(bits, after)) is not None:
            found.append(after)
        return tuple(found)

    def with_least(self, least: Mapping[str, int]) -> LayeredOracle:
        """The same with other reservation values."""
        values = np.array([least.get(party, int(old)) for party, old in zip(self.parties, self.graph.least, strict=True)], np.int64)
        return evolve(self, graph=self.graph._replace(least=values))

    def with_sum(self, weights: Mapping[str, int]) -> LayeredOracle:
        """The same with one more party, called `SUM`, to whom packages are worth this weighted sum of what they are to others.

        That they be worth to it what `with_least` says is one more requirement, after all others.
        """
        graph = with_sum(self.graph, np.array([weights.get(party, 0) for party in self.parties], np.int64), self.requirements)
        concedable = self.concedable | 1 << self.requirements
        return evolve(self, parties=(*self.parties, SUM), concedable=concedable, graph=graph, desk=desk_for(graph, self.diagram.levels))

    def _next(self, bits: int, after: Choice | None) -> Choice | None:
        """The first package in stated order that comes after that one."""
        if after is None:
            return self._first_with(bits, (), 0)
        for issue in reversed(range(len(after))):
            choice = self._first_with(bits, after[:issue], after[issue] + 1)
            if choice is not None:
                return choice
        return None

    def _first_with(self, bits: int, prefix: Choice, lowest: int) -> Choice | None:
        """The first package in stated order that begins with these options, and then has one from `lowest` on."""
        best = self._within(bits, prefix, lowest, ANY_OPTION)
        issue = len(prefix)
        while best is not None and issue < len(best):
            floor = lowest if issue == len(prefix) else 0
            lower = self._within(bits, best[:issue], floor, best[issue] - 1) if best[issue] > floor else None
            best, issue = (best, issue + 1) if lower is None else (lower, issue)
        return best

    def _within(self, bits: int, prefix: Choice, lowest: int, highest: int) -> Choice | None:
        """A package that begins with these options, and then has one between those two."""
        place = {issue: level for level, issue in enumerate(self.diagram.order)}
        try:
            for issue, option in enumerate(prefix):
                self.desk.lowest[place[issue]] = self.desk.highest[place[issue]] = option
            if len(prefix) < len(place):
                self.desk.lowest[place[len(prefix)]], self.desk.highest[place[len(prefix)]] = lowest, highest
            met = self.meet(bits)
        finally:
            self.desk.lowest[:], self.desk.highest[:] = 0, ANY_OPTION
        return met.choice if met else None

    def _words(self, bits: int) -> Words:
        words = self.graph.start_broken.shape[0]
        return np.array([bits >> 64 * word & _WORD for word in range(words)], np.uint64)


def oracle_of(problem: Problem) -> LayeredOracle:
    """An oracle for the problem.

    Raises:
        BeyondReach: the problem is too large, or too entangled, for the kernel.
    """
    reservations = problem.bits(RequirementKind.RESERVATION)
    concedable = problem.bits() & ~problem.matter
    diagram = diagram_of(problem, problem.matter, concedable & ~reservations)
    graph = graph_of(problem, diagram)
    return LayeredOracle(
        diagram,
        len(problem.requirements),
        tuple(each.party for each in problem.preferences),
        concedable,
        graph,
        desk_for(graph, diagram.levels),
    )


def _bits(words: Words) -> int:
    return sum(int(word) << 64 * at for at, word in enumerate(words))
