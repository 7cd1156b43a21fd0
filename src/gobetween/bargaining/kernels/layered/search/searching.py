"""Packages searched in a diagram: any that meets the reservation values, and the best by an objective, with proof."""

from __future__ import annotations

from attrs import evolve

from gobetween.bargaining.kernels import MOST_TIES, Choice, Found, Watch, unwatched
from gobetween.bargaining.kernels.layered.graph.bounds import party_best_ahead
from gobetween.bargaining.kernels.layered.graph.diagrams import Diagram
from gobetween.bargaining.kernels.layered.pacing import Pace
from gobetween.bargaining.kernels.layered.search.hunting import Hunt, find_arcs
from gobetween.bargaining.kernels.layered.search.incumbents import Incumbents
from gobetween.bargaining.kernels.layered.search.leximin import leximin_by_levels
from gobetween.bargaining.kernels.objectives import Least, Objective, Product, Total
from gobetween.model.errors import ValuesTooGreat

LARGEST_WEIGHT = 2**900
"""What weights or units come to together at most, so that they are floating-point numbers too."""

MOST_POWERS = 10_000
"""What the powers of a product come to together at most, so that it can be worked out in whole numbers."""


def find_path(diagram: Diagram) -> Choice | None:
    """A package that is worth its reservation value or more to everyone whose reservation is kept; `None` proves there is none."""
    if diagram.is_empty:
        return None
    best = diagram.start + party_best_ahead(diagram)[:, 0]
    arcs = find_arcs(diagram, best, Pace(unwatched))
    return None if arcs is None else diagram.choice(arcs)


def search_paths(diagram: Diagram, objective: Objective, *, most: int = MOST_TIES, watch: Watch = unwatched) -> Found:
    """The packages that are best by the objective, of those worth to everyone the reservation value that is kept.

    All that are equally good are found, `most` of them given. Cost: the multipliers take some 200 times the diagram's arcs; the
    search beyond may grow exponentially with the gap between the bound and the best, and then has `watch` to stop it.

    Raises:
        ValuesTooGreat: weights, units or powers are too great.
    """
    _refuse_great_weights(objective)
    if diagram.is_empty:
        return Found((), is_proven=True, are_all=True)
    if not _counts(objective):  # all packages are equally good, whatever their score
        alike = Incumbents(Total((0,) * diagram.parties), most)
        found = Hunt(diagram, alike, Pace(watch)).run()
        assert found is not None  # there is no least gain
        return evolve(found, bound=None)
    hunt = Hunt(diagram, Incumbents(objective, most), Pace(watch))
    found = hunt.run()
    if found is None and isinstance(objective, Least):
        return leximin_by_levels(hunt, objective)
    assert found is not None
    return found


def _counts(objective: Objective) -> bool:
    """Whether it distinguishes packages by anybody's value."""
    if isinstance(objective, Total):
        return True
    return any(objective.powers if isinstance(objective, Product) else objective.units)


def _refuse_great_weights(objective: Objective) -> None:
    sizes = objective.weights if isinstance(objective, Total) else objective.units if isinstance(objective, Least) else objective.powers
    most = MOST_POWERS if isinstance(objective, Product) else LARGEST_WEIGHT
    if sum(sizes) > most:
        msg = (
            f"the parties' weights, in whole numbers, add up to more than {most:,.4g}, which is more than the fast kernel takes on; "
            "round them to numbers with a common factor"
        )
        raise ValuesTooGreat(msg)
