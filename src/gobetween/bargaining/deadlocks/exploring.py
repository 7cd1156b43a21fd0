"""Conflicts and openings as they become known, as sets of bits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol, runtime_checkable

from attrs import define, field

from gobetween.bargaining.blame import minimal_conflict, wide
from gobetween.bargaining.hitting_sets import minimal_hitting_sets, minimal_masks, one_hitting_set
from gobetween.bargaining.kernels import Choice, Oracle, Progress, Undecided, Watch
from gobetween.bargaining.kernels.enumeration import EnumeratedOracle
from gobetween.bargaining.problems import Problem

UNLIMITED = 10**6
"""How many are looked for of what was not asked about."""


SUM = ""
"""The name of a party that stands for a sum."""


@runtime_checkable
class Explorer(Oracle, Protocol):
    """An oracle that can also be asked for everything at once."""

    def explore(self, order: Sequence[int]) -> Iterator[tuple[tuple[int, ...], tuple[int, ...], bool]]:
        """All minimal openings and conflicts as they are found, and whether so far nothing was missed for want of an answer."""
        ...

    def first(self, bits: int, most: int) -> tuple[Choice, ...]:
        """The first packages in stated order that meet these requirements, `most` of them."""
        ...

    def worth(self, bits: int) -> tuple[int, ...] | None:
        """What some package that meets these requirements is worth to everyone, `None` if there is none."""
        ...

    def with_sum(self, weights: Mapping[str, int]) -> Explorer:
        """The same with one more party, called `SUM`, that values a weighted sum of the others' values, and its requirement."""
        ...

    def with_least(self, least: Mapping[str, int]) -> Explorer:
        """The same with other reservation values."""
        ...


@define
class Known:
    """What is known so far: minimal openings and conflicts; all of them, once `has_all_openings` and `has_all_conflicts`."""

    openings: list[int] = field(factory=list)
    conflicts: list[int] = field(factory=list)
    has_all_openings: bool = False
    has_all_conflicts: bool = False


def explore(problem: Problem, oracle: Oracle, limits: tuple[int, int], order: Sequence[int], watch: Watch) -> Iterator[Known]:
    """What is known, again and again, until that is all, or more openings or conflicts than the limits, or `watch` says stop.

    The first answer is one conflict, if there is a deadlock. Each answer is the same object, grown. Without any package there is
    no answer.
    """
    if isinstance(oracle, EnumeratedOracle):
        if oracle.broken:
            yield _known_at_once(oracle, limits)
    elif isinstance(oracle, Explorer):
        yield from _known_bit_by_bit(problem, oracle, limits, order, watch)
    else:
        msg = f"the oracle {type(oracle).__name__} cannot be asked for all conflicts"
        raise TypeError(msg)


def _known_at_once(oracle: EnumeratedOracle, limits: tuple[int, int]) -> Known:
    """Openings are the minimal sets that packages break; conflicts are the minimal sets that hit them all."""
    openings, has_all_openings = minimal_masks(oracle.broken, limits[0])
    edges, is_whole = minimal_masks(oracle.broken, limits[1]) if limits[1] != limits[0] else (openings, has_all_openings)
    if is_whole:
        conflicts, has_all_conflicts = minimal_hitting_sets(edges, limits[1])
    else:
        conflicts, has_all_conflicts = [one_hitting_set(oracle.broken)], False
    return Known(openings, conflicts, has_all_openings, has_all_conflicts)


def _known_bit_by_bit(
    problem: Problem, oracle: Explorer, limits: tuple[int, int], order: Sequence[int], watch: Watch
) -> Iterator[Known]:
    if oracle.meet(0) is None:
        return
    known, first = Known(), _first_conflict(problem, oracle, watch)
    if first is not None:
        known.conflicts.append(first)
        yield known
    is_all = True
    for openings, conflicts, is_whole in oracle.explore(order):
        is_all = is_whole
        known.openings.extend(openings)
        known.conflicts.extend(each for each in conflicts if each != first)
        too_many = len(known.openings) > limits[0], len(known.conflicts) > limits[1]
        if any(too_many):
            del known.openings[limits[0] :], known.conflicts[limits[1] :]
            yield known
            return
        yield known
        if not watch(Progress("conflicts and openings", len(known.openings), found=len(known.conflicts))):
            return
    known.has_all_openings = known.has_all_conflicts = is_all
    yield known


def _first_conflict(problem: Problem, oracle: Oracle, watch: Watch) -> int | None:
    """One conflict that is proven to be minimal, if that can be had at once."""
    try:
        found = minimal_conflict(oracle, problem.bits() & ~problem.matter, wide(problem), watch)
    except Undecided:
        return None
    return found[0] if found and found[1] else None
