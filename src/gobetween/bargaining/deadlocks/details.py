"""The cheapest openings worked out: what they cost, how many packages they open, which, and what reservation values must come down."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from fractions import Fraction
from heapq import heapify, heappop, heappush
from typing import Any

from attrs import define, evolve, field, frozen

from gobetween.bargaining.deadlocks.costs import Cost, GivenUp
from gobetween.bargaining.deadlocks.enumerated import openings_by_enumeration
from gobetween.bargaining.deadlocks.exploring import Explorer
from gobetween.bargaining.deadlocks.openings import SHOWN, Opening, Reduction
from gobetween.bargaining.deadlocks.reductions import Lowering
from gobetween.bargaining.kernels import Kernel, Oracle, Progress, Undecided, Watch
from gobetween.bargaining.option_kinds import OptionKinds
from gobetween.bargaining.packages import count_packages, package_of
from gobetween.bargaining.problems import Problem
from gobetween.bargaining.requirements import RequirementKind
from gobetween.model.issues import Package

QUICKLY_COUNTED = 10**10
"""Up to so many packages, those that an opening opens are counted with it, even if reservation values are kept."""


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
        reduced = min((cost.share_of(each.amounts) for each in opening.reductions), default=Fraction(0))
        return evolve(opening, cost=cost.with_share(opening.concessions, reduced))
    return evolve(opening, cost=cost(opening.concessions))


@define(order=True)
class _Candidate:
    """An opening by its cost, of which as long as it `is_open` only the part without reservation values is known, and its place."""

    cost: tuple[Any, ...]
    place: int
    mask: int = field(order=False)
    lowering: Lowering = field(order=False)
    is_open: bool = field(order=False)


def _by_asking(inquiry: Inquiry, explorer: Explorer, masks: tuple[int, ...], detailed: int) -> tuple[Opening, ...]:
    problem, cost = inquiry.kinds.problem, inquiry.cost
    waiting = [
        _Candidate(cost(problem.required(mask)), place, mask, Lowering.by(problem, explorer, mask), isinstance(cost, GivenUp))
        for place, mask in enumerate(masks)
    ]
    heapify(waiting)
    found: list[Opening] = []
    while waiting and len(found) < detailed and inquiry.watch(Progress("openings", len(found), detailed, len(masks))):
        candidate = heappop(waiting)
        if candidate.is_open and isinstance(cost, GivenUp):
            with suppress(Undecided):
                candidate.cost = cost.with_share(problem.required(candidate.mask), candidate.lowering.least_share(cost.best))
            candidate.is_open = False
            heappush(waiting, candidate)
        else:
            found.append(_worked_out(inquiry, explorer, candidate))
    rest = (opening_outlined(problem, each.mask, inquiry.cost) for each in sorted(waiting))
    return (*found, *rest)


def _worked_out(inquiry: Inquiry, explorer: Explorer, candidate: _Candidate) -> Opening:
    """The opening with what it opens; where the oracle reaches its limit, with less of that."""
    problem, kept = inquiry.kinds.problem, candidate.lowering.others
    is_quick = _is_quickly_counted(problem, kept)
    count = inquiry.kernel.count(inquiry.problem, kept, watch=inquiry.watch) if is_quick else None
    packages, reductions, are_all = tuple[Package, ...](), tuple[Reduction, ...](), False
    with suppress(Undecided):
        packages = tuple(package_of(problem.issues, choice) for choice in explorer.first(kept, SHOWN))
        reductions, are_all = _reductions(problem, candidate.lowering, inquiry.watch)
    return Opening(
        problem.required(candidate.mask),
        cost=candidate.cost,
        count=max(1, count.least) if count else 1,
        packages=packages,
        reductions=reductions,
        is_count_exact=count is not None and count.is_exact,
        are_all_reductions=are_all,
    )


def _is_quickly_counted(problem: Problem, kept: int) -> bool:
    return not kept & problem.bits(RequirementKind.RESERVATION) or count_packages(problem.issues) <= QUICKLY_COUNTED


def _reductions(problem: Problem, lowering: Lowering, watch: Watch) -> tuple[tuple[Reduction, ...], bool]:
    """The smallest sufficient reductions, in the stated order of the first package of each, and whether these are all."""
    points, are_all = lowering.best(watch)
    choices = {values: lowering.first_package(values) for values in points}
    reductions = (
        Reduction(
            {party: least - value for party, least, value in zip(lowering.parties, lowering.least, values, strict=True)},
            package_of(problem.issues, choices[values]),
        )
        for values in sorted(points, key=choices.__getitem__)
    )
    return tuple(reductions), are_all
