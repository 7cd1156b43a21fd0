"""The best packages by an objective: multipliers first, then depth-first search for ever more modest targets."""

from __future__ import annotations

from fractions import Fraction
from math import exp, log

import numpy as np
from attrs import define, evolve, field, frozen

from gobetween.bargaining.kernels import Found
from gobetween.bargaining.kernels.layered.graph.bounds import party_best_ahead
from gobetween.bargaining.kernels.layered.graph.diagrams import Diagram, Ints
from gobetween.bargaining.kernels.layered.pacing import Pace, Stopped
from gobetween.bargaining.kernels.layered.search.beams import beam_paths
from gobetween.bargaining.kernels.layered.search.depth_first import Descent, Reach, descent_of, reach_of
from gobetween.bargaining.kernels.layered.search.incumbents import Incumbents, Number
from gobetween.bargaining.kernels.layered.search.multipliers import Relaxation, floors_relaxation, relax, relaxation_of
from gobetween.bargaining.kernels.layered.search.thresholds import Planes, bound_by, floors_for, levels_for, planes_of, scales_for
from gobetween.bargaining.kernels.objectives import Least, Objective, Product

_RELAXING = 200  # steps towards the best multipliers
_AT_ONCE = 50_000_000  # values of arcs that are gone through between two questions to the watch
_STAGES = ((0, 16, 0), (30_000, 64, 300), (500_000, 160, 5_000), (50_000_000, 160, 30_000))
"""From so many arcs looked at, how many planes prune, and how wide a beam search for better packages is."""
_MOST_ENTRIES = 20_000_000  # of the table of what each plane's sum can reach from each node
_SPREAD = 0.35  # of the multipliers of further planes around the best, as a standard deviation of logarithms
_FIRST_SHARE, _CHEAP = 1 / 64, 20_000
_PATIENCE = (500_000, 8)  # arcs that a round may look at: so many, and so many times what was looked at before it
_CROWDED = 5_000  # packages with the same least gain that are compared one by one


def find_arcs(diagram: Diagram, best: Ints, pace: Pace) -> list[int] | None:
    """A path worth `diagram.least` or more to everyone; `None` proves that there is none. The `best` is each party's on any path."""
    if (best < diagram.least).any():
        return None
    relaxation = floors_relaxation(diagram, best)
    relaxed = relax(diagram, relaxation, -1e300, 60, until=(-1e-9, 0.0))
    if relaxed.path is not None and (_values(diagram, relaxed.path) >= diagram.least).all():
        return relaxed.path
    relaxation = relaxation.with_multipliers(relaxed.multipliers)
    floors = Least((0,) * diagram.parties, (0,) * diagram.parties)  # so that levels are the floors
    for sums, limit in ((8, 20_000), (100, 2_000_000), (400, None)):
        pool = _pool(diagram, floors, relaxation, sums)
        descent = descent_of(diagram, pool.reach, levels_for(floors, diagram, pool.planes, None))
        outcome = next(pace.follow(descent, limit), None)
        if outcome is not False:
            return descent.path() if outcome else None
    return None


def _values(diagram: Diagram, arcs: list[int]) -> Ints:
    return np.asarray(diagram.start + diagram.values[arcs].sum(0))


@frozen(eq=False)
class _Pool:
    """Planes, and what their sums can still come to from each node."""

    planes: Planes
    reach: Reach

    def reached(self, diagram: Diagram) -> Ints:
        """What each plane's sum comes to at most."""
        return np.asarray(self.planes.weights @ diagram.start + self.reach.sums[0])


def _pool(diagram: Diagram, objective: Objective, relaxation: Relaxation, sums: int) -> _Pool:
    sums = max(min(sums, _MOST_ENTRIES // len(diagram.first_arc), 3 * _AT_ONCE // (diagram.values.size + 1)), 1)
    planes = planes_of(diagram, objective, relaxation.perturbed(sums, _SPREAD))
    return _Pool(planes, reach_of(diagram, planes.weights))


class Crowded(Exception):
    """Too many packages have the same least gain for looking at each."""


@define
class Hunt:
    """A search in one diagram: its incumbents, its pace, what the objective can be at most, as far as is known, and was first known."""

    diagram: Diagram
    incumbents: Incumbents
    pace: Pace
    bound: Number | None = None
    root: Number | None = None
    best: Ints = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.best = self.diagram.start + party_best_ahead(self.diagram)[:, 0]

    @property
    def objective(self) -> Objective:
        """What is to be made great."""
        return self.incumbents.objective

    def run(self) -> Found | None:
        """The best packages; `None` if too many have the same least gain for looking at each.

        Finds one package first, then multipliers, which give the first bound. Then, for targets from the bound down, all packages
        that reach the target are searched: without one, the target is the new bound; with one, going on from there to the end
        proves the best. A round costs a few times the one before, so that all together cost little more than the last; one that
        would cost much more is broken off, and a nearer target set.
        """
        try:
            return self._rounds(self._relaxed()) if self._has_any() else self.incumbents.found(is_proven=True)
        except Stopped:
            reaches = self.bound is not None and self.incumbents.first == self.bound and not self._is_lexicographic
            return self.incumbents.found(is_proven=reaches, are_all=False, bound=self.bound)
        except Crowded:
            return None

    def _has_any(self) -> bool:
        floors = np.array(floors_for(self.objective, self.diagram, None), np.int64)
        arcs = find_arcs(evolve(self.diagram, least=floors), self.best, self.pace)
        if arcs is not None:
            self._take(arcs)
        return arcs is not None

    def _take(self, arcs: list[int]) -> None:
        array = _values(self.diagram, arcs)
        values = tuple(array.tolist())
        if (array >= self.diagram.least).all() and self.incumbents.is_wanted(values):
            self.incumbents.take(self.diagram.choice(arcs), values)

    def _relaxed(self) -> Relaxation:
        relaxation = relaxation_of(self.diagram, self.objective, self.best)
        at_once = max(min(_AT_ONCE // (self.diagram.values.size + 1), _RELAXING), 1)
        for _ in range(0, _RELAXING, at_once):
            low = relaxation.merit(self.incumbents.values)
            relaxed = relax(self.diagram, relaxation, low, at_once, until=(-1e301, 1e301))
            if relaxed.path is not None:
                self._take(relaxed.path)
            relaxation = relaxation.with_multipliers(relaxed.multipliers)
            self._tighten(_pool(self.diagram, self.objective, relaxation, 1))
            self.pace.ask("bound")
        return relaxation

    def _rounds(self, relaxation: Relaxation) -> Found:
        closed, distance, stage, pool = 0.0, 0.0, (-1, 0, 0), _pool(self.diagram, self.objective, relaxation, 1)
        while True:
            before = self.pace.steps
            reached = max(each for each in _STAGES if before >= each[0])
            if reached > stage:
                stage, pool = reached, _pool(self.diagram, self.objective, relaxation, reached[1])
                self._tighten(pool)
                if stage[2]:
                    self._look_ahead(pool, stage[2])
            distance = distance or _FIRST_SHARE * self._gap
            target = self._target(distance)
            if not self._search(pool, target, _PATIENCE[0] + _PATIENCE[1] * before):
                distance = (distance + closed) / 2
                continue
            if self._first >= target:
                return self.incumbents.found(is_proven=True)
            self.bound = target if isinstance(self.objective, Least) else target - 1
            closed, distance = distance, distance * (2 if self.pace.steps - before < _CHEAP else 1.25)

    @property
    def _first(self) -> Number:
        assert self.incumbents.first is not None
        return self.incumbents.first

    def _tighten(self, pool: _Pool) -> None:
        bound = bound_by(self.objective, self.diagram, pool.planes, pool.reached(self.diagram))
        if bound is not None and (self.bound is None or bound < self.bound):
            self.bound = bound
        if self.root is None:
            self.root = self.bound

    @property
    def _gap(self) -> float:
        """How far the first bound lies above the best so far; of a product, in logarithms."""
        low, high = self._first, self.root
        if high is None or high <= low:
            return 0.0
        return log(high) - log(low) if isinstance(self.objective, Product) else float(high - low)

    def _target(self, distance: float) -> Number:
        """The score that lies so far below the first bound, or the best so far if that is not much further."""
        low, high, top = self._first, self.bound, self.root
        if top is None or high is None or distance * 1.3 >= self._gap:
            return low
        if isinstance(self.objective, Product):
            return min(max(int(top * Fraction(exp(-distance))), low), high)
        target = min(max(top - Fraction(distance), low), high)
        return target if isinstance(self.objective, Least) else int(target)

    def _look_ahead(self, pool: _Pool, width: int) -> None:
        """Look for better packages by a beam search, before a round that may be long."""
        levels = self._levels(pool.planes, self._first)
        scales = scales_for(self.objective, pool.planes, levels)
        for arcs in beam_paths(self.diagram, pool.reach, levels, scales, width):
            self._take(arcs)

    def _search(self, pool: _Pool, target: Number, limit: int | None) -> bool:
        """Look at all packages that reach the target, or what is found better; whether they were no more than the limit.

        The limit, of arcs, falls once a better package is found: from there on it is a proof.

        Raises:
            Crowded: too many packages have the same least gain for looking at each.
        """
        first, descent = self._first, descent_of(self.diagram, pool.reach, self._levels(pool.planes, target))
        while True:
            for is_path in self.pace.follow(descent, limit):
                if not is_path:
                    return False
                self._look_at(descent, pool, target)
                if limit is not None and self._first > first:
                    limit = None
                    break
            else:
                return True

    def _look_at(self, descent: Descent, pool: _Pool, target: Number) -> None:
        """Take the path that was found last into account."""
        values = descent.path_values()
        if self.incumbents.is_wanted(values) and self.incumbents.take(self.diagram.choice(descent.path()), values):
            descent.aim(self._levels(pool.planes, target))
        if self.incumbents.crowd > _CROWDED and self._is_lexicographic:
            raise Crowded

    @property
    def _is_lexicographic(self) -> bool:
        """Whether packages with the same least gain may still differ."""
        return isinstance(self.objective, Least) and self.objective.is_lexicographic

    def _levels(self, planes: Planes, target: Number) -> Ints:
        first = self._first
        is_above = self.incumbents.are_too_many and first >= target and not self._is_lexicographic
        return levels_for(self.objective, self.diagram, planes, max(first, target), is_above=is_above)
