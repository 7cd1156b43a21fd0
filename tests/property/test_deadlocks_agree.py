"""Conflicts and openings by the fast kernel against enumeration, and what binds the two together."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("numpy", reason="the fast kernel needs NumPy")

from gobetween.bargaining.deadlocks import (  # only where NumPy is there
    Conflict,
    Deadlock,
    Opening,
    dearness,
    explain_deadlock,
    find_conflicts,
    find_deadlock,
    find_openings,
    first_conflict,
)
from gobetween.bargaining.kernels.enumeration import ENUMERATION
from gobetween.bargaining.kernels.layered.kernel import LAYERED
from gobetween.bargaining.results import Infeasible
from strategies.small_problems import small_problem

repeatable = settings(derandomize=True, deadline=None, database=None, max_examples=60)

problems = st.randoms(use_true_random=False).map(small_problem)
costs = st.sampled_from([None, dearness, lambda concessions: (sum(len(each.issues) for each in concessions),)])
ALL = 10**6


def ids(requirements):
    return [each.id for each in requirements]


def conflicts_of(found):
    return sorted(ids(each.requirements) for each in found)


def openings_of(found):
    return sorted(ids(each.concessions) for each in found)


@repeatable
@given(problems, costs)
def test_both_kernels_give_the_same_conflicts_and_openings_in_all_details(problem, cost):
    twin = find_deadlock(problem, cost, kernel=ENUMERATION)
    assert find_deadlock(problem, cost, kernel=LAYERED, detailed=ALL) == twin
    assert find_conflicts(problem, kernel=LAYERED) == twin.conflicts == find_conflicts(problem, kernel=ENUMERATION)
    assert find_openings(problem, cost, kernel=LAYERED, detailed=ALL) == twin.openings
    assert first_conflict(problem, kernel=LAYERED) == first_conflict(problem, kernel=ENUMERATION)


@repeatable
@given(problems, costs, st.integers(0, 3))
def test_the_cheapest_openings_are_worked_out_first(problem, cost, detailed):
    every = find_openings(problem, cost, kernel=ENUMERATION).openings
    some = find_openings(problem, cost, kernel=LAYERED, detailed=detailed).openings
    assert some[:detailed] == every[:detailed]
    assert openings_of(some) == openings_of(every)
    assert not any(each.is_worked_out for each in some[detailed:])


@repeatable
@given(problems)
def test_every_conflict_shares_something_with_every_opening_and_nothing_in_either_is_needless(problem):
    found = find_deadlock(problem, kernel=LAYERED, detailed=0)
    conflicts = [set(ids(each.requirements)) for each in found.conflicts.conflicts]
    openings = [set(ids(each.concessions)) for each in found.openings.openings]
    assert all(conflict & opening for conflict in conflicts for opening in openings)
    for conflict in conflicts:
        assert all(any(conflict & opening == {each} for opening in openings) for each in conflict)
    for opening in openings:
        assert all(any(conflict & opening == {each} for conflict in conflicts) for each in opening)


@repeatable
@given(problems)
def test_what_is_told_on_the_way_is_what_is_found_in_the_end_and_a_conflict_comes_first(problem):
    *told, last = explain_deadlock(problem, kernel=LAYERED)
    assert isinstance(last, Deadlock)
    assert conflicts_of(each for each in told if isinstance(each, Conflict)) == conflicts_of(last.conflicts.conflicts)
    assert openings_of(each for each in told if isinstance(each, Opening)) == openings_of(last.openings.openings)
    assert not last.conflicts.conflicts or isinstance(told[0], Conflict)


@repeatable
@given(problems, st.integers(1, 3))
def test_a_search_cut_short_gives_some_of_the_whole_and_says_so(problem, limit):
    every = find_deadlock(problem, kernel=ENUMERATION)
    for cut in (
        find_deadlock(problem, kernel=LAYERED, limit=limit, detailed=0),
        find_deadlock(problem, kernel=LAYERED, watch=lambda _: False, detailed=0),
    ):
        conflicts, openings = conflicts_of(cut.conflicts.conflicts), openings_of(cut.openings.openings)
        assert all(each in conflicts_of(every.conflicts.conflicts) for each in conflicts)
        assert all(each in openings_of(every.openings.openings) for each in openings)
        assert isinstance(cut.conflicts.status, Infeasible) is isinstance(every.conflicts.status, Infeasible)
        if not isinstance(every.conflicts.status, Infeasible):
            assert cut.conflicts.complete <= (conflicts == conflicts_of(every.conflicts.conflicts))
            assert cut.openings.complete <= (openings == openings_of(every.openings.openings))


@repeatable
@given(problems)
def test_a_first_conflict_is_one_of_them_all(problem):
    first, every = first_conflict(problem, kernel=LAYERED), find_conflicts(problem, kernel=ENUMERATION)
    if isinstance(every.status, Infeasible):
        stated = evolve(
            problem, requirements=tuple(evolve(each, owner=each.id) for each in problem.required(problem.matter)), preferences=()
        )
        every = find_conflicts(stated, kernel=ENUMERATION)
        assert ids(first.requirements) in conflicts_of(every.conflicts)
    elif first is None:
        assert every.conflicts == ()
    else:
        assert first in every.conflicts
