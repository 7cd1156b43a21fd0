"""Every result on random small problems against its definition, written out naively and without the kernel."""

from __future__ import annotations

from itertools import combinations, product
from math import prod

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from gobetween.bargaining.deadlocks import find_conflicts, find_openings
from gobetween.bargaining.deal_zones import deal_zone
from gobetween.bargaining.frontiers import find_frontier
from gobetween.bargaining.hitting_sets import minimal_hitting_sets
from gobetween.bargaining.improvements import improve
from gobetween.bargaining.option_kinds import kinds_of
from gobetween.bargaining.packages import every_package
from gobetween.bargaining.problems import Problem, Requirement, RequirementKind, reservation_of
from gobetween.bargaining.results import Infeasible, Optimal, Unknown
from gobetween.bargaining.solutions.nash import solve_nash
from gobetween.bargaining.soundness import ContradictoryLinks, ContradictoryRedLines, find_faults, find_impossible_options
from gobetween.model.preferences import Preferences, ValueBasis, ValueLink

ISSUES = {"front": ("near", "far", "none"), "calm": ("short", "long"), "aid": ("some", "more", "all")}
FIRM = (RequirementKind.RED_LINE, RequirementKind.LINK)

repeatable = settings(derandomize=True, deadline=None, database=None, max_examples=50)


def sets_of_options(least):
    pairs = st.sampled_from(sorted(ISSUES)).flatmap(
        lambda issue: st.tuples(st.just(issue), st.sets(st.sampled_from(ISSUES[issue])).map(frozenset))
    )
    return st.lists(pairs, min_size=least, max_size=2).map(dict)


option_sets = sets_of_options(0)


@st.composite
def requirements(draw):
    kind = draw(st.sampled_from([RequirementKind.DEMAND, *FIRM]))
    owner = (
        draw(st.sampled_from(["north", "south", None])) if kind is RequirementKind.LINK else draw(st.sampled_from(["north", "south"]))
    )
    if_chosen, requires = draw(option_sets.flatmap(lambda first: st.tuples(st.just(first), sets_of_options(0 if first else 1))))
    return Requirement("?", owner, kind=kind, if_chosen=if_chosen, requires=requires)


@st.composite
def preferences(draw, party):
    values = {issue: {option: draw(st.integers(0, 4)) for option in options} for issue, options in ISSUES.items()}
    links = draw(st.lists(st.builds(ValueLink, option_sets, st.integers(-5, 5)), max_size=2))
    return Preferences(party, values, reservation=draw(st.integers(-2, 11)), links=tuple(links), basis=ValueBasis.ASSUMED)


@st.composite
def problems(draw, parties=None):
    parties = (
        draw(st.sampled_from([(), ("north",), ("north", "south"), ("north", "south", "west", "east")])) if parties is None else parties
    )
    preferred = tuple(draw(preferences(party)) for party in parties)
    stated = draw(st.lists(requirements(), max_size=6))
    named = [evolve(requirement, id=f"r{number}") for number, requirement in enumerate(stated)]
    return Problem(ISSUES, (*named, *map(reservation_of, preferred)), parties=parties, preferences=preferred)


valued = st.sampled_from([("north",), ("north", "south"), ("north", "south", "west", "east")]).flatmap(problems)


def holds(sets, package):
    return all(package[issue] in options for issue, options in sets.items())


def value(preferred, package):
    total = 0
    for issue, option in package.items():
        total += preferred.option_values[issue][option]
    for link in preferred.links:
        if holds(link.if_chosen, package):
            total += link.value
    return total


def meets(problem, requirement, package):
    if requirement.least is not None:
        return next(value(each, package) for each in problem.preferences if each.party == requirement.owner) >= requirement.least
    if not holds(requirement.if_chosen, package):
        return True
    return requirement.requires != {} and holds(requirement.requires, package)


def packages(problem, required=()):
    every = [dict(zip(problem.issues, chosen, strict=True)) for chosen in product(*problem.issues.values())]
    return [package for package in every if all(meets(problem, requirement, package) for requirement in required)]


def matter(problem):
    return [requirement for requirement in problem.requirements if requirement.owner is None]


def accepted(problem):
    return [each for each in problem.requirements if each.kind is not RequirementKind.DEMAND]


def vector(problem, package):
    return tuple(value(each, package) for each in problem.preferences)


def dominates(one, other):
    return one != other and all(a >= b for a, b in zip(one, other, strict=True))


def undominated(problem, among):
    vectors = [vector(problem, package) for package in among]
    return [package for package in among if not any(dominates(other, vector(problem, package)) for other in vectors)]


def subsets(items):
    return [set(chosen) for size in range(len(items) + 1) for chosen in combinations(items, size)]


def minimal(sets):
    return [each for each in sets if not any(other < each for other in sets)]


def is_minimal_conflict(problem, conflict, given=()):
    return not packages(problem, [*given, *conflict]) and all(
        packages(problem, [*given, *(each for each in conflict if each is not dropped)]) for dropped in conflict
    )


def blame_is_right(problem, blamed, conflict):
    if packages(problem, matter(problem)):
        return all(each in blamed for each in conflict) and is_minimal_conflict(problem, conflict, matter(problem))
    return all(each.owner is None for each in conflict) and is_minimal_conflict(problem, conflict)


@repeatable
@given(valued)
def test_the_deal_zone_holds_exactly_the_packages_that_all_accept(problem):
    zone, expected = deal_zone(problem), packages(problem, accepted(problem))
    assert [each.package for each in zone.packages] == expected
    assert zone.count == len(expected)
    assert all(list(each.values.values()) == list(vector(problem, each.package)) for each in zone.packages)
    if expected:
        vectors = [vector(problem, package) for package in expected]
        possible = [vector(problem, package) for package in packages(problem, matter(problem))]
        assert [each.least for each in zone.ranges] == [min(column) for column in zip(*vectors, strict=True)]
        assert [each.most for each in zone.ranges] == [max(column) for column in zip(*vectors, strict=True)]
        assert [each.best for each in zone.ranges] == [max(column) for column in zip(*possible, strict=True)]
    else:
        assert isinstance(zone.status, Infeasible)
        assert blame_is_right(problem, accepted(problem), zone.status.conflict)


@repeatable
@given(problems())
def test_conflicts_are_the_minimal_sets_that_no_package_meets(problem):
    conflicts, given_links = find_conflicts(problem), matter(problem)
    if not packages(problem, given_links):
        assert isinstance(conflicts.status, Infeasible)
        assert blame_is_right(problem, [], conflicts.status.conflict)
        return
    mine = [each.id for each in problem.requirements if each.owner]
    broken = [
        {each.id for each in problem.requirements if each.owner and not meets(problem, each, package)}
        for package in packages(problem, given_links)
    ]
    expected = minimal([chosen for chosen in subsets(mine) if all(chosen & each for each in broken)])
    found = [{each.id for each in conflict.requirements} for conflict in conflicts.conflicts]
    assert sorted(map(sorted, found)) == sorted(map(sorted, expected))
    assert conflicts.complete
    assert [len(each) for each in found] == sorted(len(each) for each in found)


@repeatable
@given(problems())
def test_openings_are_the_minimal_sets_of_concessions_that_allow_a_package(problem):
    openings, given_links = find_openings(problem), matter(problem)
    if not packages(problem, given_links):
        assert isinstance(openings.status, Infeasible)
        return
    broken = {
        tuple(package.values()): {each.id for each in problem.requirements if each.owner and not meets(problem, each, package)}
        for package in packages(problem, given_links)
    }
    expected = minimal(list(broken.values()))
    found = {frozenset(each.id for each in opening.concessions): opening for opening in openings.openings}
    assert set(found) == {frozenset(each) for each in expected}
    assert [opening.cost for opening in openings.openings] == sorted(opening.cost for opening in openings.openings)
    for conceded, opening in found.items():
        opened = [dict(zip(ISSUES, chosen, strict=True)) for chosen, each in broken.items() if each <= conceded]
        assert opening.count == len(opened)
        assert opening.packages[0] == opened[0]
        assert [package for package in opened if package in opening.packages] == list(opening.packages)


@repeatable
@given(valued)
def test_reductions_are_the_smallest_shortfalls_of_those_who_concede_value(problem):
    for opening in find_openings(problem).openings:
        bars = {each.owner: each.least for each in opening.concessions if each.least is not None}
        others = [each for each in problem.requirements if each not in opening.concessions]
        shorts = {
            tuple(bars[each.party] - value(each, package) for each in problem.preferences if each.party in bars)
            for package in packages(problem, others)
        }
        smallest = {short for short in shorts if not any(dominates(short, other) for other in shorts)}
        assert {tuple(each.amounts.values()) for each in opening.reductions} == (smallest if bars else set())
        for reduction in opening.reductions:
            assert all(bars[p] - amount == problem.values(reduction.package)[p] for p, amount in reduction.amounts.items())


@repeatable
@given(problems())
def test_a_kind_of_options_is_alike_in_all_that_is_required_and_valued(problem):
    kinds = kinds_of(problem)
    counted = 0
    for package, count in zip(every_package(kinds.problem.issues), kinds.counts(), strict=True):
        alike = [dict(zip(ISSUES, chosen, strict=True)) for chosen in product(*(kinds.options[i][o] for i, o in package.items()))]
        counted += len(alike)
        assert (len(alike), alike[0]) == (count, package)
        assert {vector(problem, each) for each in alike} == {vector(problem, package)}
        for requirement in problem.requirements:
            assert {meets(problem, requirement, each) for each in alike} == {meets(problem, requirement, package)}
    assert counted == len(packages(problem))


@repeatable
@given(valued)
def test_the_frontier_is_what_no_package_dominates(problem):
    for acceptable_only, required in ((False, matter(problem)), (True, accepted(problem))):
        frontier = find_frontier(problem, acceptable_only=acceptable_only)
        among = packages(problem, required)
        found = [package for point in frontier.points for package in point.packages]
        assert sorted(map(str, found)) == sorted(map(str, undominated(problem, among)))
        vectors = [tuple(point.values.values()) for point in frontier.points]
        assert vectors == sorted(set(vectors), reverse=True)
        assert isinstance(frontier.status, Optimal if among else Infeasible)


@repeatable
@given(valued)
def test_nash_takes_the_greatest_product_over_the_most_parties_that_can_gain(problem):
    solution = solve_nash(problem)
    zone = packages(problem, accepted(problem))
    gains = [tuple(a - each.reservation for a, each in zip(vector(problem, p), problem.preferences, strict=True)) for p in zone]
    most = max((sum(gain > 0 for gain in each) for each in gains), default=0)
    expected = []
    for package, each in zip(zone, gains, strict=True):
        rivals = [other for other in gains if [gain > 0 for gain in other] == [gain > 0 for gain in each]]
        products = [prod(gain for gain in other if gain > 0) for other in rivals]
        if sum(gain > 0 for gain in each) == most and prod(gain for gain in each if gain > 0) == max(products):
            expected.append(package)
    assert [each.package for each in solution.packages] == expected
    assert isinstance(solution.status, Optimal if zone else Infeasible)


@repeatable
@given(valued, st.fixed_dictionaries({issue: st.sampled_from(options) for issue, options in ISSUES.items()}))
def test_improvements_are_what_all_find_as_good_and_some_better(problem, table):
    improvements, before = improve(problem, table), vector(problem, table)
    among = packages(problem, [*matter(problem), *(each for each in problem.requirements if each.kind in FIRM)])
    for better, is_better in (
        (improvements.for_some, lambda new: dominates(new, before)),
        (improvements.for_all, lambda new: all(a > b for a, b in zip(new, before, strict=True))),
    ):
        expected = [package for package in among if is_better(vector(problem, package))]
        changes = [sum(package[issue] != table[issue] for issue in ISSUES) for package in expected]
        assert better.count == len(expected)
        assert [each.package for each in better.best] == undominated(problem, expected)
        assert better.changes == min(changes, default=0)
        shortest = [package for package, changed in zip(expected, changes, strict=True) if changed == better.changes]
        assert [each.package for each in better.shortest] == shortest


@repeatable
@given(valued, st.sampled_from(["near", "far"]))
def test_a_partial_package_is_completed_in_the_best_ways(problem, front):
    improvements = improve(problem, {"front": front})
    required = [*matter(problem), *(each for each in problem.requirements if each.kind in FIRM)]
    among = [package for package in packages(problem, required) if package["front"] == front]
    assert [each.package for each in improvements.completions] == undominated(problem, among)
    assert improvements.missing == ("calm", "aid")
    assert isinstance(improvements.status, Unknown if among else Infeasible)


@repeatable
@given(problems())
def test_faults_are_options_and_actors_without_a_package(problem):
    links = matter(problem)
    possible = packages(problem, links)
    options = {(issue, option) for issue, options in ISSUES.items() for option in options}
    had = {pair for package in possible for pair in package.items()}
    impossible = find_impossible_options(problem)
    assert {(each.issue, each.option) for each in impossible} == options - had
    for each in impossible:
        assert is_minimal_conflict(problem.settled({each.issue: each.option}), each.because)
    faults = find_faults(problem)
    assert any(isinstance(each, ContradictoryLinks) for each in faults) is not bool(possible)
    stuck = {each.owner for each in faults if isinstance(each, ContradictoryRedLines)}
    for owner in ("north", "south"):
        own = [each for each in problem.requirements if each.owner == owner and each.kind in FIRM]
        assert (owner in stuck) is (bool(possible) and not packages(problem, [*links, *own]))
    for each in faults:
        if isinstance(each, ContradictoryRedLines):
            assert is_minimal_conflict(problem, each.because, links)
        if isinstance(each, ContradictoryLinks):
            assert is_minimal_conflict(problem, each.because)


@repeatable
@given(st.lists(st.integers(0, 63), max_size=8), st.integers(1, 5))
def test_hitting_sets_cut_short_are_still_minimal(edges, limit):
    expected = minimal([chosen for chosen in subsets(range(6)) if all(any(edge >> at & 1 for at in chosen) for edge in edges)])
    every, is_complete = minimal_hitting_sets(edges, 1000)
    assert is_complete
    assert sorted(every) == sorted(sum(1 << at for at in chosen) for chosen in expected)
    some, is_complete = minimal_hitting_sets(edges, limit)
    assert set(some) <= set(every)
    assert len(some) == min(limit, len(every))
    assert is_complete is (len(every) <= limit)
