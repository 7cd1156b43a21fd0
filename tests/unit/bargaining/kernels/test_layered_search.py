"""The fast kernel's searches where enumeration cannot go: large cases, stops, ties beyond counting, great numbers."""

from __future__ import annotations

import gc
from fractions import Fraction
from itertools import product
from random import Random
from weakref import ref

import pytest

from gobetween.bargaining.kernels.layered.graph.diagrams import NO_LEAST
from gobetween.bargaining.kernels.layered.graph.recent import recent_diagram
from gobetween.bargaining.kernels.layered.kernel import LAYERED
from gobetween.bargaining.kernels.objectives import Least, Product, Total
from gobetween.bargaining.problems import Problem, Requirement, RequirementKind, reservation_of
from gobetween.bargaining.solutions.kalai_smorodinsky import solve_kalai_smorodinsky
from gobetween.bargaining.solutions.nash import solve_nash
from gobetween.model.errors import ValuesTooGreat
from gobetween.model.preferences import Preferences, ValueBasis, ValueLink


def pie(parties, issues, *, options=6, scale=1000, share=0.25, linked=0):
    """Every option is another split of the issue, so that hardly anything is ruled out at first sight."""
    random = Random(f"{parties} {issues} {linked}")  # noqa: S311  # the same chances each time
    names = {f"i{at}": tuple(f"o{each}" for each in range(options)) for at in range(issues)}
    splits = {(issue, option): _split(parties, scale, random) for issue in names for option in names[issue]}
    preferred = []
    for party in range(parties):
        values = {issue: {option: splits[issue, option][party] for option in names[issue]} for issue in names}
        best = sum(max(each.values()) for each in values.values())
        links = [ValueLink(_neighbours(names, random), random.randint(-scale // 4, scale // 4)) for _ in range(linked)]
        preferred.append(Preferences(f"p{party}", values, reservation=int(share * best), links=tuple(links), basis=ValueBasis.ASSUMED))
    rules = [
        Requirement(
            f"r{at}", None, kind=RequirementKind.LINK, if_chosen=_neighbours(names, random), requires={"i0": frozenset(names["i0"][:4])}
        )
        for at in range(linked)
    ]
    return Problem(names, (*rules, *map(reservation_of, preferred)), preferences=tuple(preferred))


def _split(parties, scale, random):
    weights = [random.expovariate(1) for _ in range(parties)]
    return [int(scale * (weight / sum(weights)) ** 0.7) for weight in weights]


def _neighbours(names, random):
    at = random.randrange(len(names) - 1)
    return {f"i{each}": frozenset(random.sample(names[f"i{each}"], 2)) for each in (at, at + 1)}


def stopping_after(asked):
    calls = iter(range(asked))
    return lambda _: next(calls, None) is not None


def test_a_large_linked_case_is_proven():
    problem = pie(4, 20, linked=4)
    solution = solve_nash(problem)
    (package,) = solution.packages
    assert all(problem.is_met_by(each, package.package) for each in problem.required(problem.acceptance))
    assert LAYERED.search(problem, problem.acceptance, Product(problem.reservations, (1,) * 4)).is_proven


def test_sixty_issues_and_twelve_parties_stop_with_a_certified_bound():
    problem = pie(12, 60, linked=2)
    heard = []

    def watch(progress):
        heard.append(progress)
        return len(heard) < 40

    solution = solve_kalai_smorodinsky(problem, watch=watch)
    (package,) = solution.packages
    assert len(heard) >= 40
    assert 0 < package.score[0] <= solution.status.bound
    assert all(problem.is_met_by(each, package.package) for each in problem.required(problem.acceptance))


@pytest.mark.parametrize("asked", [0, 1, 3])
def test_the_longer_a_search_goes_on_the_closer_the_bound(asked):
    problem = pie(6, 30)
    objective = Least(problem.reservations, (1,) * 6)
    early = LAYERED.search(problem, problem.acceptance, objective, watch=stopping_after(asked))
    later = LAYERED.search(problem, problem.acceptance, objective, watch=stopping_after(asked + 6))
    first = [objective.score(values_of(problem, found.choices[0]))[0] for found in (early, later)]
    assert first[0] <= first[1] <= later.bound[0] <= early.bound[0]
    assert not early.is_proven
    assert not early.are_all


def values_of(problem, choice):
    package = {issue: options[at] for (issue, options), at in zip(problem.issues.items(), choice, strict=True)}
    return tuple(problem.values(package).values())


def test_more_ties_than_can_be_listed_do_not_hold_it_up():
    names = {f"i{at}": ("a", "b", "c", "d") for at in range(30)}
    flat = {issue: dict(zip(options, (0, 1, 1, 1), strict=True)) for issue, options in names.items()}
    pair = tuple(Preferences(party, flat, reservation=0, basis=ValueBasis.ASSUMED) for party in ("north", "south"))
    problem = Problem(names, tuple(map(reservation_of, pair)), preferences=pair)
    for objective in (Product((0, 0), (1, 1)), Least((0, 0), (1, 2)), Total((1, 3)), Least((0, 0), (1, 1), is_lexicographic=False)):
        found = LAYERED.search(problem, problem.acceptance, objective, most=5)
        assert (len(found.choices), found.is_proven, found.are_all) == (5, True, False)
        assert {values_of(problem, choice) for choice in found.choices} == {(30, 30)}


def test_an_empty_zone_of_a_large_case_is_proven_empty():
    problem = pie(3, 25, share=0.75)
    assert LAYERED.find_package(problem, problem.acceptance) is None
    found = LAYERED.search(problem, problem.acceptance, Total((1, 1, 1)))
    assert (found.choices, found.is_proven, found.are_all) == ((), True, True)


def test_great_numbers_are_compared_exactly():
    great = 2**40
    names = {"i": ("a", "b", "c"), "j": ("a", "b", "c")}
    values = {issue: {"a": great, "b": great + 1, "c": great - 1} for issue in names}
    pair = tuple(Preferences(party, values, reservation=0, basis=ValueBasis.ASSUMED) for party in ("north", "south"))
    problem = Problem(names, tuple(map(reservation_of, pair)), preferences=pair)
    for objective in (
        Product((0, 0), (3, 5)),
        Least((0, 0), (10**20, 1)),
        Total((10**30, 1)),
        Total((2**800, 1)),
        Product((0, 0), (900, 1)),
        Total((1, 0)),
    ):
        found = LAYERED.search(problem, problem.acceptance, objective)
        assert (found.choices, found.are_all) == (((1, 1),), True)


def test_weights_beyond_all_measure_are_refused():
    problem = pie(2, 2)
    for objective in (Total((2**901, 1)), Least((0, 0), (1, 2**901)), Product((0, 0), (10_000, 1))):
        with pytest.raises(ValuesTooGreat, match="round them"):
            LAYERED.search(problem, problem.acceptance, objective)


def test_a_diagram_is_drawn_once_while_its_problem_is_in_use():
    problem = pie(2, 3)
    drawn = recent_diagram(problem, problem.acceptance)
    free = recent_diagram(problem, 0)
    assert free.values is drawn.values
    assert list(drawn.least) == list(problem.reservations)
    assert all(least == NO_LEAST for least in free.least)
    other = pie(2, 3)
    assert recent_diagram(other, 0).values is not drawn.values


def test_what_is_remembered_of_a_problem_goes_with_it():
    problem = pie(2, 3)
    values = ref(recent_diagram(problem, problem.acceptance))
    kept = [ref(recent_diagram(problem, problem.acceptance).values)]
    del problem
    gc.collect()
    assert values() is None
    assert kept[0]() is None


def test_leximin_among_thousands_that_share_the_least_gain():
    """One party can gain no more than 1, in many ways; the others' gains decide."""
    names = {f"i{at}": ("a", "b", "c") for at in range(9)}
    capped = {"i0": {"a": 1, "b": 1, "c": 1}}
    steps = [{issue: {"a": 0, "b": 1 + at % side, "c": 1} for at, issue in enumerate(names)} for side in (2, 3)]
    three = [
        Preferences(party, values, reservation=0, basis=ValueBasis.ASSUMED)
        for party, values in zip(("north", "south", "west"), (capped, *steps), strict=True)
    ]
    problem = Problem(names, tuple(map(reservation_of, three)), preferences=tuple(three))
    found = LAYERED.search(problem, problem.acceptance, Least((0, 0, 0), (1, 1, 1)))
    scores = {Least((0, 0, 0), (1, 1, 1)).score(values_of(problem, choice)) for choice in found.choices}
    best = [sum(max(each.values()) for each in party.values()) for party in steps]
    assert scores == {(Fraction(1), *map(Fraction, sorted(best)))}
    expected = [
        choice
        for choice in product(range(3), repeat=9)
        if all(party[f"i{at}"]["abc"[each]] == max(party[f"i{at}"].values()) for party in steps for at, each in enumerate(choice))
    ]
    assert list(found.choices) == expected
    assert found.are_all
