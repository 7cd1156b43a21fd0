"""The cheapest openings worked out: what they cost, how many packages they open, which, and what reservation values must come down."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from heapq import heapify, heappop, heappush
from typing import Any

from attrs import define, evolve, field, frozen

from gobetween.bargaining.deadlocks.costs import Cost, GivenUp
from gobetween.bargaining.deadlocks.enumerated import openings_by_enumeration
from gobetween.bargaining.deadlocks.exploring import Explorer
from gobetween.bargaining.deadlocks.openings import SHOWN, Opening, Reduction
from gobetween.bargaining.deadlocks.reductions import Lowering, Values
from gobetween.bargaining.kernels import Kernel, Oracle, Undecided, Watch
from gobetween.bargaining.option_kinds import OptionKinds
from gobetween.bargaining.packages import package_of
from gobetween.bargaining.problems import Problem
from gobetween.model.issues import Package


@frozen
class Inquiry:
    """A problem with the `kinds` of its options, and whom to ask about the latter."""

    problem: Problem
    kinds: OptionKinds
    kernel: Kernel
    oracle: Oracle
    cost: Cost
    watch: Watch


def in_order_of_cost(inquiry: Inquiry, masks: Iterable[int], detailed: int) -> tuple[Opening, ...]:
    """The openings, cheapest first, ties in the order in which they are given; the first `detailed` of them are worked out.

    Where openings are enumerated, all are. Those beyond are in the order of what of their cost is known.
    """
    if isinstance(inquiry.oracle, Explorer):
        return _by_asking(inquiry, inquiry.oracle, tuple(masks), detailed)
    found = openings_by_enumeration(inquiry.kinds, masks)
    return tuple(sorted((_priced(inquiry.cost, each) for each in found), key=lambda each: each.cost))


def opening_outlined(problem: Problem, mask: int, cost: Cost) -> Opening:
    """The opening, not worked out."""
    concessions = problem.required(mask)
    return Opening(concessions, cost=cost(concessions), count=1, packages=(), is_count_exact=False, is_worked_out=False)


def _priced(cost: Cost, opening: Opening) -> Opening:
    if isinstance(cost, GivenUp):
        return evolve(opening, cost=cost.with_reductions(opening.concessions, [each.amounts for each in opening.reductions]))
    return evolve(opening, cost=cost(opening.concessions))


@define(order=True)
class _Candidate:
    """An opening by its cost, which may be known in part only, and its place."""

    cost: tuple[Any, ...]
    place: int
    mask: int = field(order=False)
    lowering: Lowering = field(order=False)
    values: list[Values] | None = field(default=None, order=False)
    are_all: bool = field(default=True, order=False)


def _by_asking(inquiry: Inquiry, explorer: Explorer, masks: tuple[int, ...], detailed: int) -> tuple[Opening, ...]:
    problem = inquiry.kinds.problem
    waiting = [
        _Candidate(inquiry.cost(problem.required(mask)), place, mask, Lowering.by(problem, explorer, mask))
        for place, mask in enumerate(masks)
    ]
    heapify(waiting)
    found: list[Opening] = []
    while waiting and len(found) < detailed:
        candidate = heappop(waiting)
        if candidate.values is None:
            candidate.values, candidate.are_all = candidate.lowering.best()
            if isinstance(inquiry.cost, GivenUp):
                candidate.cost = inquiry.cost.with_reductions(problem.required(candidate.mask), _amounts(candidate))
                heappush(waiting, candidate)
                continue
        found.append(_worked_out(inquiry, explorer, candidate))
    rest = (opening_outlined(problem, each.mask, inquiry.cost) for each in sorted(waiting))
    return (*found, *rest)


def _amounts(candidate: _Candidate) -> list[Mapping[str, int]]:
    lowering = candidate.lowering
    return [
        {party: least - value for party, least, value in zip(lowering.parties, lowering.least, values, strict=True)}
        for values in candidate.values or ()
    ]


def _worked_out(inquiry: Inquiry, explorer: Explorer, candidate: _Candidate) -> Opening:
    """The opening with what it opens; where the oracle reaches its limit, with less of that."""
    problem = inquiry.kinds.problem
    kept = problem.bits() & ~candidate.mask
    count = inquiry.kernel.count(inquiry.problem, kept, watch=inquiry.watch)
    packages, reductions, are_all = tuple[Package, ...](), tuple[Reduction, ...](), False
    with suppress(Undecided):
        packages = tuple(package_of(problem.issues, choice) for choice in explorer.first(kept, SHOWN))
        reductions, are_all = _reductions(problem, candidate), candidate.are_all
    return Opening(
        problem.required(candidate.mask),
        cost=candidate.cost,
        count=max(1, count.least),
        packages=packages,
        reductions=reductions,
        is_count_exact=count.is_exact,
        are_all_reductions=are_all,
    )


def _reductions(problem: Problem, candidate: _Candidate) -> tuple[Reduction, ...]:
    """The smallest sufficient reductions, in the stated order of the first package of each."""
    choices = [candidate.lowering.first_package(values) for values in candidate.values or ()]
    found = sorted(zip(choices, _amounts(candidate), strict=True), key=lambda pair: pair[0])
    return tuple(Reduction(amounts, package_of(problem.issues, choice)) for choice, amounts in found)
