"""Deal zones and improvements by every kernel against their definitions, over packages gone through one by one."""

from __future__ import annotations

from fractions import Fraction
from importlib.util import find_spec
from math import prod

import pytest
from attrs import evolve

from contract.kernel_contract import efficient, random_problem, rows_of, seeded, stopping_after
from gobetween.bargaining.deal_zones import deal_zone
from gobetween.bargaining.improvements import improve, raised
from gobetween.bargaining.kernels import Count
from gobetween.bargaining.kernels.enumeration import ENUMERATION
from gobetween.bargaining.packages import choice_of, package_of
from gobetween.bargaining.requirements import RequirementKind
from gobetween.bargaining.results import Feasible, Infeasible, Optimal, Unknown

FIRM = (RequirementKind.RED_LINE, RequirementKind.LINK)


def layered():
    from gobetween.bargaining.kernels.layered.kernel import LAYERED

    return LAYERED


@pytest.fixture(
    params=[
        lambda: ENUMERATION,
        pytest.param(layered, marks=pytest.mark.skipif(find_spec("numpy") is None, reason="the fast kernel needs NumPy")),
    ],
    ids=["enumeration", "layered"],
)
def kernel(request):
    return request.param()


def valued_problems(number):
    return [(seed, each) for seed in range(3 * number) if (each := random_problem(seed)).preferences and each.issues][:number]


def choices_of(problem, packages):
    return [choice_of(problem.issues, each.package) for each in packages]


def test_a_deal_zone_is_counted_shown_and_ranged(kernel):
    for _, problem in valued_problems(60):
        rows, zone = rows_of(problem, problem.acceptance), deal_zone(problem, kernel=kernel)
        assert choices_of(problem, zone.packages) == [row.choice for row in rows]
        assert zone.size == Count(len(rows), len(rows))
        assert isinstance(zone.status, Optimal if rows else Infeasible)
        possible = [row.values for row in rows_of(problem, problem.matter)]
        for party, each in enumerate(zone.ranges):
            values = [row.values[party] for row in rows]
            assert (each.least, each.most, each.best) == (min(values), max(values), max(row[party] for row in possible))
            assert each.is_proven


def test_the_headroom_is_how_far_a_reservation_value_can_rise(kernel):
    for _, problem in valued_problems(40):
        for each in deal_zone(problem, kernel=kernel).ranges:
            bars = {other.party: other.reservation for other in problem.preferences}
            for more, is_there in ((each.headroom, True), (each.headroom + 1, False)):
                higher = raised(problem, {**bars, each.party: each.reservation + more})
                assert bool(rows_of(higher, higher.acceptance)) is is_there


def test_a_zone_that_is_not_worked_out_says_so_and_shows_only_what_belongs_to_it(kernel):
    for _, problem in valued_problems(40):
        rows = {row.choice: row.values for row in rows_of(problem, problem.acceptance)}
        for calls in (0, 1, 4):
            zone = deal_zone(problem, kernel=kernel, watch=stopping_after(calls))
            assert set(choices_of(problem, zone.packages)) <= set(rows)
            if isinstance(zone.status, Feasible | Optimal):
                assert zone.size.least <= len(rows) <= zone.size.most
                for party, each in enumerate(zone.ranges):
                    values = [value[party] for value in rows.values()]
                    assert {each.least, each.most} <= set(values)
                    assert not each.is_proven or (each.least, each.most) == (min(values), max(values))
            else:
                assert isinstance(zone.status, Unknown) or not rows


def test_improvements_are_the_best_the_shortest_and_the_most_for_each(kernel):
    for seed, problem in valued_problems(60):
        table = package_of(problem.issues, [seeded(seed).randrange(len(options)) for options in problem.issues.values()])
        before = tuple(problem.values(table).values())
        firm = problem.matter | problem.bits(*FIRM)
        rows = [row for row in rows_of(problem, firm) if all(map(int.__ge__, row.values, before))]
        found = improve(problem, table, kernel=kernel)
        assert found.status == Optimal()
        for better, among in (
            (found.for_some, [row for row in rows if row.values != before]),
            (found.for_all, [row for row in rows if all(map(int.__gt__, row.values, before))]),
        ):
            changes = [sum(a != b for a, b in zip(row.choice, choice_of(problem.issues, table), strict=True)) for row in among]
            top = efficient({row.values for row in among})
            assert better.size == Count(len(among), len(among))
            assert choices_of(problem, better.best) == [row.choice for row in among if row.values in top]
            assert better.changes == min(changes, default=0)
            shortest = [row.choice for row, changed in zip(among, changes, strict=True) if changed == better.changes]
            assert choices_of(problem, better.shortest) == shortest
        gains = [max([0, *(row.values[at] - start for row in rows)]) for at, start in enumerate(before)]
        assert [each.gain for each in found.most_for] == gains
        for party, each in enumerate(found.most_for):
            assert (each.package is None) is not gains[party]
            if each.package is not None:
                values = tuple(each.package.values.values())
                assert values[party] == before[party] + gains[party]
                assert values in efficient({row.values for row in rows})


def test_the_nash_and_the_leximin_improvement_start_from_the_table(kernel):
    for seed, problem in valued_problems(60):
        table = package_of(problem.issues, [seeded(seed).randrange(len(options)) for options in problem.issues.values()])
        before = tuple(problem.values(table).values())
        firm = problem.matter | problem.bits(*FIRM)
        rows = [row for row in rows_of(problem, firm) if all(map(int.__ge__, row.values, before))]
        found = improve(problem, table, kernel=kernel)
        gains = {row.choice: [a - b for a, b in zip(row.values, before, strict=True)] for row in rows}
        most = [max([0, *(each[at] for each in gains.values())]) for at in range(len(before))]
        if not any(most):
            assert (found.nash.packages, found.leximin.packages) == ((), ())
            continue
        shares = {
            choice: sorted(Fraction(gain, top) for gain, top in zip(each, most, strict=True) if top) for choice, each in gains.items()
        }
        evenest = max(shares.values())
        assert choices_of(problem, found.leximin.packages) == [choice for choice, each in shares.items() if each == evenest]
        gaining = max(sum(gain > 0 for gain in each) for each in gains.values())
        for each in found.nash.packages:
            own = gains[choice_of(problem.issues, each.package)]
            assert sum(gain > 0 for gain in own) == gaining
            alike = [other for other in gains.values() if [gain > 0 for gain in other] == [gain > 0 for gain in own]]
            assert prod(gain for gain in own if gain) == max(prod(gain for gain in other if gain) for other in alike)


def test_an_improvement_that_is_stopped_claims_no_more_than_it_found(kernel):
    for seed, problem in valued_problems(30):
        table = package_of(problem.issues, [seeded(seed).randrange(len(options)) for options in problem.issues.values()])
        before = tuple(problem.values(table).values())
        firm = problem.matter | problem.bits(*FIRM)
        rows = {row.choice: row.values for row in rows_of(problem, firm) if all(map(int.__ge__, row.values, before))}
        for calls in (0, 2):
            found = improve(problem, table, kernel=kernel, watch=stopping_after(calls))
            for better in (found.for_some, found.for_all):
                assert set(choices_of(problem, (*better.best, *better.shortest))) <= set(rows)
                assert better.size.least <= sum(values != before for values in rows.values())
            for party, each in enumerate(found.most_for):
                assert each.gain <= max([0, *(values[party] - before[party] for values in rows.values())])


def test_a_partial_package_is_completed_in_the_best_ways_by_every_kernel(kernel):
    for seed, problem in valued_problems(40):
        issue, options = next(iter(problem.issues.items()))
        if len(problem.issues) < 2:
            continue
        option = seeded(seed).choice(options)
        found = improve(problem, {issue: option}, kernel=kernel)
        settled = evolve(problem, issues={**problem.issues, issue: (option,)})
        rows = rows_of(settled, settled.matter | settled.bits(*FIRM))
        top = efficient({row.values for row in rows})
        assert choices_of(settled, found.completions) == [row.choice for row in rows if row.values in top]
        assert found.completions_status == Optimal()
        assert isinstance(found.status, Unknown if rows else Infeasible)
