from __future__ import annotations

import pytest
from attrs import evolve

pytest.importorskip("numpy", reason="the fast kernel needs NumPy")

from gobetween.bargaining.blame import find_blame
from gobetween.bargaining.deadlocks import find_deadlock, find_openings
from gobetween.bargaining.kernels import Undecided
from gobetween.bargaining.kernels.enumeration import ENUMERATION
from gobetween.bargaining.kernels.layered.kernel import LAYERED
from gobetween.bargaining.kernels.layered.oracle import oracles
from gobetween.bargaining.packages import package_of
from gobetween.bargaining.results import Feasible


@pytest.fixture
def uneven(problem, prefer):
    """Two parties who value twelve issues by unlike numbers: whether both can be suited takes a search."""
    issues = {f"i{at}": "mine even its" for at in range(12)}
    worth = [(1_000 + 37 * at**2, 613 + 29 * at, 0) for at in range(12)]
    its_worth = [(0, 555 + 41 * at, 990 + 53 * at**2) for at in range(12)]

    def write(least, its_least):
        mine = {issue: dict(zip(("mine", "even", "its"), each, strict=True)) for issue, each in zip(issues, worth, strict=True)}
        its = {issue: dict(zip(("mine", "even", "its"), each, strict=True)) for issue, each in zip(issues, its_worth, strict=True)}
        return problem(issues, preferences=[prefer("ebb", least, **mine), prefer("flow", its_least, **its)])

    return write


def test_a_package_that_meets_what_is_asked_comes_with_all_that_it_breaks(problem, require, prefer):
    talks = problem(
        {"wage": "two four", "hours": "long short"},
        require("high", "union", then="wage:four"),
        require("low", "employers", then="wage:two"),
        require("linked", "union", "link", when="wage:four", then="hours:short"),
        preferences=[prefer("union", 3, wage={"four": 2}, hours={"short": 1})],
    )
    oracle = LAYERED.oracle(talks)
    met = oracle.meet(0b1001)
    assert package_of(talks.issues, met.choice) == {"wage": "four", "hours": "short"}
    assert met.broken == 0b0010
    assert oracle.meet(0b0010).broken & 0b1011 == 0b1001
    assert oracle.meet(0b1010) is None


def test_an_oracle_that_cannot_tell_within_its_limit_says_so(uneven, monkeypatch):
    monkeypatch.setattr(oracles, "MOST_WORK", 1)
    talks = uneven(15_000, 20_888)
    with pytest.raises(Undecided, match="can be met together"):
        LAYERED.oracle(talks).meet(0b11)
    with pytest.raises(Undecided):
        find_blame(talks, 0b11, LAYERED)
    assert LAYERED.oracle(talks).meet(0b01).broken == 0b10


def test_what_the_oracle_cannot_tell_makes_the_result_incomplete(uneven, monkeypatch):
    monkeypatch.setattr(oracles, "MOST_WORK", 100)
    found = find_deadlock(uneven(15_000, 20_888), kernel=LAYERED, detailed=0)
    assert (found.conflicts.status, found.openings.status) == (Feasible(), Feasible())
    assert (found.conflicts.complete, found.openings.complete) == (False, False)


def test_reservation_values_may_be_tried_at_other_heights(uneven):
    talks = uneven(14_000, 14_000)
    oracle = LAYERED.oracle(talks)
    higher = {"ebb": 15_000, "flow": 20_888}
    assert (oracle.meet(0b11) is None, oracle.with_least(higher).meet(0b11) is None) == (False, True)
    raised = evolve(talks, requirements=tuple(evolve(each, least=higher[each.owner]) for each in talks.requirements))
    assert LAYERED.oracle(raised).meet(0b11) is None


def test_the_first_packages_come_in_stated_order(problem, require):
    talks = problem(
        {"wage": "two four", "crew": "few many", "hours": "long short"},
        require("linked", "union", "link", when="wage:two", then="hours:short"),
    )
    first = LAYERED.oracle(talks).first(1, 4)
    assert first == ((0, 0, 1), (0, 1, 1), (1, 0, 0), (1, 0, 1))


def test_great_values_without_a_common_scale_are_weighed_exactly_too(problem, prefer):
    issues = {"wage": "none two four", "hours": "long short"}
    union = prefer("union", 2**40, wage={"two": 2**39, "four": 2**40 - 87}, hours={"short": 5})
    employers = prefer("employers", 2**40, wage={"none": 2**40 - 167, "two": 2**39 + 1}, hours={"long": 3})
    talks = problem(issues, preferences=[union, employers])
    assert find_deadlock(talks, kernel=LAYERED) == find_deadlock(talks, kernel=ENUMERATION)


def test_with_very_many_ways_to_come_down_some_are_given_and_marked_so(problem, prefer):
    issues = {f"i{at}": "a b" for at in range(7)}
    union = prefer("union", 200, **{issue: {"a": 2**at} for at, issue in enumerate(issues)})
    employers = prefer("employers", 200, **{issue: {"b": 2**at} for at, issue in enumerate(issues)})
    talks = problem(issues, preferences=[union, employers])
    (every,) = find_openings(talks, kernel=ENUMERATION).openings
    (some,) = find_openings(talks, kernel=LAYERED).openings
    assert (len(every.reductions), every.are_all_reductions) == (128, True)
    assert (len(some.reductions), some.are_all_reductions, some.cost) == (50, False, every.cost)
    assert all(each in every.reductions for each in some.reductions)
