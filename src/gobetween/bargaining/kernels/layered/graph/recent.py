"""The diagrams drawn last, for as long as their problems are in use: one question often asks a kernel several times."""

from __future__ import annotations

from weakref import ReferenceType, ref

import numpy as np
from attrs import evolve

from gobetween.bargaining.kernels.layered.graph.diagrams import NO_LEAST, Diagram, diagram_of
from gobetween.bargaining.problems import Problem
from gobetween.bargaining.requirements import RequirementKind

_MOST = 3
_LARGEST = 200_000  # arcs of a diagram that is remembered
_drawn: dict[tuple[int, int], tuple[ReferenceType[Problem], Diagram]] = {}


def recent_diagram(problem: Problem, kept: int) -> Diagram:
    """The diagram of the packages that meet what is `kept`, as `diagram_of` draws it.

    Drawn anew only if it is not among the last few; reservation values do not enter into the drawing. What is remembered of a
    problem goes when the problem goes.

    Raises:
        BeyondReach: see `diagram_of`.
    """
    firm = kept & ~problem.bits(RequirementKind.RESERVATION)
    key = (id(problem), firm)
    known = _drawn.get(key)
    if known is None or known[0]() is not problem:
        while len(_drawn) >= _MOST:
            _drawn.pop(next(iter(_drawn)), None)
        known = (ref(problem, lambda _: _drawn.pop(key, None)), diagram_of(problem, firm))
        if len(known[1].source) <= _LARGEST:
            _drawn[key] = known
    bars = {each.owner: each.least for at, each in enumerate(problem.requirements) if each.least is not None and kept >> at & 1}
    return evolve(known[1], least=np.array([bars.get(each.party, NO_LEAST) for each in problem.preferences], np.int64))
