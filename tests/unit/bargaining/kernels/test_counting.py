"""How the fast kernel counts: forward, backward, both, with great numbers, bounded where that is too much."""

from __future__ import annotations

from itertools import product
from math import comb

import pytest

pytest.importorskip("numpy", reason="the fast kernel needs NumPy")

from contract.kernel_contract import large_problem, random_problem, rows_of, seeded, stopping_after
from gobetween.bargaining.kernels import Count
from gobetween.bargaining.kernels.layered.counts import counting
from gobetween.bargaining.kernels.layered.kernel import LAYERED
from gobetween.bargaining.requirements import RequirementKind

WAYS = {
    "as planned": {},
    "backward alone": {"MOST_STATES": 0},
    "forward alone": {"MOST_WORK": -1},
}


def heads(problem, prefer, issues, *reservations):
    """Issues with two options, of which everyone counts the second: how many packages have that many?"""
    worth = {f"i{at}": {"b": 1} for at in range(issues)}
    parties = [prefer(f"p{at}", least, **worth) for at, least in enumerate(reservations)]
    return problem(dict.fromkeys(worth, "a b"), preferences=parties)


@pytest.mark.parametrize("way", WAYS)
def test_every_way_of_counting_gives_the_same_number(way, monkeypatch):
    for name, limit in WAYS[way].items():
        monkeypatch.setattr(counting, name, limit)
    for seed in range(150):
        problem, rng = random_problem(seed), seeded(seed)
        kept = rng.getrandbits(len(problem.requirements) + 1) & problem.bits()
        bars = problem.bits(RequirementKind.RESERVATION)
        for any_of in ((), (bars,)):
            count = sum(all(each & ~row.broken for each in any_of) for row in rows_of(problem, kept))
            assert LAYERED.count(problem, kept, any_of=any_of) == Count(count, count)


@pytest.mark.parametrize("tabulated", [1, 3])
def test_bounds_enclose_the_number_however_little_is_kept(tabulated, monkeypatch):
    limits = {"MOST_WORK": -1, "MOST_STATES": 4, "MOST_CELLS": 6, "_MOST_TABULATED": tabulated, "_ARC": 0}
    for name, limit in limits.items():
        monkeypatch.setattr(counting, name, limit)
    bounded = 0
    for seed in range(150):
        problem = random_problem(seed)
        bars = problem.bits(RequirementKind.RESERVATION)
        for any_of in ((), (bars,)):
            kept = problem.acceptance if not any_of else problem.matter
            count = LAYERED.count(problem, kept, any_of=any_of)
            true = sum(all(each & ~row.broken for each in any_of) for row in rows_of(problem, kept))
            assert count.least <= true <= count.most
            bounded += not count.is_exact
    assert bounded > 10


@pytest.mark.parametrize("reservation", [1, 3, 6])
def test_many_parties_are_bounded_by_some_of_them_together(problem, prefer, monkeypatch, reservation):
    monkeypatch.setattr(counting, "MOST_WORK", 10**6)
    monkeypatch.setattr(counting, "MOST_STATES", 500)
    monkeypatch.setattr(counting, "MOST_CELLS", 500)
    names = {f"i{at}": "a b c" for at in range(24)}
    parties = [
        prefer(f"p{party}", reservation, **{f"i{6 * place + party}": {"b": 1, "c": 3} for place in range(4)}) for party in range(6)
    ]
    alone = sum(sum(each) >= reservation for each in product((0, 1, 3), repeat=4))  # of the four issues that a party cares for
    count = LAYERED.count(problem(names, preferences=parties), 63)
    assert count.least <= alone**6 <= count.most
    assert count.most <= alone * 81**5
    assert count.least > 0 or reservation > 1


def test_numbers_beyond_64_bits_are_exact(problem, prefer):
    talks = heads(problem, prefer, 200, 90)
    assert LAYERED.count(talks, 1) == Count(*[sum(comb(200, many) for many in range(90, 201))] * 2)
    assert LAYERED.count(talks, 0) == Count(2**200, 2**200)


def test_parties_who_value_alike_count_as_one_with_the_highest_bar(problem, prefer):
    talks = heads(problem, prefer, 30, 11, 14, 9)
    at_least = {least: sum(comb(30, many) for many in range(least, 31)) for least in (9, 11, 14)}
    assert LAYERED.count(talks, 7) == Count(at_least[14], at_least[14])
    assert LAYERED.count(talks, 4, any_of=(3,)) == Count(at_least[11], at_least[11])


def test_two_parties_with_opposite_interests_are_counted_among_many_packages(problem, prefer):
    values = (0, 1, 3, 4)
    names = {f"i{at}": "a b c d" for at in range(16)}
    north = prefer("north", 30, **{issue: dict(zip("abcd", values, strict=True)) for issue in names})
    south = prefer("south", 31, **{issue: dict(zip("abcd", reversed(values), strict=True)) for issue in names})
    ways = {0: 1}
    for _ in names:
        further = {}
        for (total, number), value in product(ways.items(), values):
            further[total + value] = further.get(total + value, 0) + number
        ways = further
    expected = sum(number for total, number in ways.items() if total >= 30 and 64 - total >= 31)
    assert LAYERED.count(problem(names, preferences=[north, south]), 3) == Count(expected, expected)


@pytest.mark.parametrize("calls", [0, 1, 5, 20])
def test_a_stopped_count_of_a_large_case_is_still_certain(calls):
    talks = large_problem(parties=2, issues=20, links=4)
    whole = LAYERED.count(talks, talks.acceptance)
    stopped = LAYERED.count(talks, talks.acceptance, watch=stopping_after(calls))
    assert 0 < whole.least <= whole.most
    assert stopped.least <= whole.most
    assert stopped.most >= whole.least
