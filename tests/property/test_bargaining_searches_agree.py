"""The fast kernel's searches against complete enumeration, on random small problems: the same packages, ties and proofs."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from gobetween.bargaining.kernels.enumeration import ENUMERATION
from gobetween.bargaining.kernels.layered.diagrams import diagram_of
from gobetween.bargaining.kernels.layered.hunting import Hunt
from gobetween.bargaining.kernels.layered.incumbents import Incumbents
from gobetween.bargaining.kernels.layered.kernel import LAYERED
from gobetween.bargaining.kernels.layered.leximin import leximin_by_levels
from gobetween.bargaining.kernels.layered.pacing import Pace
from gobetween.bargaining.kernels.objectives import Least, Product, Total
from gobetween.bargaining.problems import RequirementKind
from strategies.small_problems import small_problem

repeatable = settings(derandomize=True, deadline=None, database=None, max_examples=60)
chances = st.randoms(use_true_random=False)


def kept_of(problem, random):
    whole = problem.bits()
    return random.choice((problem.acceptance, problem.matter, whole, random.randint(0, whole)))


def objectives(problem, random):
    number, bars = len(problem.preferences), problem.reservations
    lower = tuple(bar - random.randint(-2, 3) for bar in bars)

    def some(most):
        return tuple(random.randint(0, most) for _ in bars)

    return (
        Total(some(3)),
        Total(some(10**25)),
        Total((0,) * number),
        Product(bars, (1,) * number),
        Product(lower, some(3)),
        Least(bars, (1,) * number),
        Least(lower, some(9)),
        Least(bars, some(3), is_lexicographic=False),
    )


def feasible(problem, kept):
    return {choice for choice, _ in all_of(problem, kept)}


def all_of(problem, kept):
    everything = ENUMERATION.search(problem, kept, Total((0,) * len(problem.preferences)), most=10**6)
    return [(choice, valued(problem, choice)) for choice in everything.choices]


def valued(problem, choice):
    package = {issue: options[at] for (issue, options), at in zip(problem.issues.items(), choice, strict=True)}
    return tuple(problem.values(package).values())


@repeatable
@given(chances)
def test_a_package_is_found_exactly_where_there_is_one(random):
    problem = small_problem(random)
    kept = kept_of(problem, random)
    found, expected = LAYERED.find_package(problem, kept), feasible(problem, kept)
    assert found in expected if expected else found is None


@repeatable
@given(chances)
def test_every_objective_has_the_same_best_packages(random):
    problem = small_problem(random)
    kept = kept_of(problem, random)
    for objective in objectives(problem, random):
        assert LAYERED.search(problem, kept, objective) == ENUMERATION.search(problem, kept, objective)


@repeatable
@given(chances)
def test_of_many_ties_some_are_given_and_it_says_that_there_are_more(random):
    problem = small_problem(random)
    kept, most = kept_of(problem, random), random.randint(1, 3)
    for objective in objectives(problem, random):
        found, expected = LAYERED.search(problem, kept, objective, most=most), ENUMERATION.search(problem, kept, objective)
        assert set(found.choices) <= set(expected.choices)
        assert len(found.choices) == min(most, len(expected.choices))
        assert (found.is_proven, found.are_all) == (True, len(expected.choices) <= most)


@repeatable
@given(chances)
def test_leximin_level_by_level_comes_to_the_same(random):
    problem = small_problem(random)
    units = tuple(random.randint(0, 3) for _ in problem.preferences)
    objective, kept = Least(problem.reservations, units), kept_of(problem, random)
    diagram = diagram_of(problem, kept)
    if diagram.is_empty or not any(units):
        return
    begun = Hunt(diagram, Incumbents(objective, 1000), Pace(lambda _: True))
    if begun.run().choices:
        assert leximin_by_levels(begun, objective) == ENUMERATION.search(problem, kept, objective)


@repeatable
@given(chances, st.integers(0, 6))
def test_a_stopped_search_gives_true_packages_and_a_true_bound(random, asked):
    problem = small_problem(random)
    kept = problem.acceptance & ~problem.bits(RequirementKind.DEMAND)
    for objective in objectives(problem, random):
        calls = iter([True] * asked)
        found = LAYERED.search(problem, kept, objective, watch=lambda _, calls=calls: next(calls, False))
        best = ENUMERATION.search(problem, kept, objective)
        assert set(found.choices) <= feasible(problem, kept)
        if found.is_proven:
            assert found == best
        elif is_counting(objective):
            greatest = first_of(objective.score(valued(problem, best.choices[0])))
            assert first_of(found.bound) >= greatest
            assert all(first_of(objective.score(valued(problem, choice))) <= greatest for choice in found.choices)


def is_counting(objective):
    return isinstance(objective, Total) or any(objective.powers if isinstance(objective, Product) else objective.units)


def first_of(score):
    return score[0] if isinstance(score, tuple) else score
