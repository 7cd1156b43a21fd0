"""Leximin where too many packages share the least gain to compare them one by one: level after level."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil

import numpy as np
from attrs import evolve

from gobetween.bargaining.kernels import Found
from gobetween.bargaining.kernels.layered.graph.diagrams import Diagram
from gobetween.bargaining.kernels.layered.pacing import Stopped
from gobetween.bargaining.kernels.layered.search.hunting import Hunt
from gobetween.bargaining.kernels.layered.search.incumbents import Incumbents, Number
from gobetween.bargaining.kernels.objectives import Least, Total

Held = tuple[tuple[int, Number], ...]
"""Parties, in ascending order, each with the gain that it is held to."""


def leximin_by_levels(begun: Hunt, objective: Least) -> Found:
    """The packages that are best by a lexicographic least gain: first the greatest least, then the greatest next, and so on.

    The least gain is some party's: each party in turn is held to it, and the least gain of the others is made as great as possible;
    those sets of parties that allow the greatest stay in the running. After the last level, every package that reaches all that
    is held has exactly these gains. Cost: a search for each set of parties in the running. `begun` is the search that came upon too
    many; what it knows is what is given back where its watch wants to stop.
    """
    known, bound = begun.incumbents, begun.bound
    running: set[Held] = {()}
    try:
        for level in range(sum(unit > 0 for unit in objective.units)):
            best, holders = _highest(begun, objective, running)
            bound = bound if level else best
            running = {_holding(held, party, best) for held in holders for party in _free(objective, held)}
        return _ties(begun, objective, running)
    except Stopped:
        return known.found(is_proven=False, bound=bound)


def _highest(begun: Hunt, objective: Least, running: set[Held]) -> tuple[Number, list[Held]]:
    """The greatest that the next least gain can be, and which of those in the running allow it."""
    best: Number | None = None
    holders: list[Held] = []
    for held in sorted(running):
        rest = dict(held)
        units = tuple(0 if party in rest else unit for party, unit in enumerate(objective.units))
        least = Least(objective.origin, units, is_lexicographic=False)
        hunt = Hunt(_holding_to(begun.diagram, objective, held, best), Incumbents(least, 1), begun.pace)
        found = hunt.run()
        for choice in hunt.incumbents.choices:
            if begun.incumbents.is_wanted(hunt.incumbents.values):
                begun.incumbents.take(choice, hunt.incumbents.values)
        if found is None or not found.is_proven:
            raise Stopped
        score = hunt.incumbents.first
        if score is not None:
            holders = [held] if best is None or score > best else [*holders, held]
            best = score
    assert best is not None
    return best, holders


def _ties(begun: Hunt, objective: Least, running: set[Held]) -> Found:
    """All packages that reach what is held, in any of the ways in the running."""
    ties = Incumbents(objective, begun.incumbents.most)
    for held in sorted(running):
        everyone = Incumbents(Total((0,) * begun.diagram.parties), ties.most)
        found = Hunt(_holding_to(begun.diagram, objective, held, None), everyone, begun.pace).run()
        if found is None or not found.is_proven:
            raise Stopped
        for choice in everyone.choices:
            ties.take(choice, everyone.values)
        if ties.are_too_many:
            break
    return ties.found(is_proven=True)


def _free(objective: Least, held: Held) -> Iterator[int]:
    taken = {party for party, _ in held}
    return (party for party, unit in enumerate(objective.units) if unit and party not in taken)


def _holding(held: Held, party: int, gain: Number) -> Held:
    return tuple(sorted((*held, (party, gain))))


def _holding_to(diagram: Diagram, objective: Least, held: Held, rest: Number | None) -> Diagram:
    """The diagram in which those held get their gain or more, and all others the `rest`, if it is given."""
    gains: dict[int, Number] = {} if rest is None else dict.fromkeys(_free(objective, held), rest)
    least = [int(each) for each in diagram.least]
    for party, gain in (gains | dict(held)).items():
        least[party] = max(least[party], objective.origin[party] + ceil(Fraction(gain) * objective.units[party]))
    return evolve(diagram, least=np.array(least, np.int64))
