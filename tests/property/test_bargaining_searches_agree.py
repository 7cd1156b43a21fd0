"""The fast kernel's searches against complete enumeration, on random small problems: the same packages, ties and proofs."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from gobetween.bargaining.kernels.enumeration import ENUMERATION
from gobetween.bargaining.kernels.layered.graph.diagrams import NO_LEAST, diagram_of
from gobetween.bargaining.kernels.layered.kernel import LAYERED
from gobetween.bargaining.kernels.layered.pacing import Pace
from gobetween.bargaining.kernels.layered.search.hunting import Hunt
from gobetween.bargaining.kernels.layered.search.incumbents import Incumbents
from gobetween.bargaining.kernels.layered.search.leximin import leximin_by_levels
from gobetween.bargaining.kernels.layered.search.thresholds import bound_by, levels_for, planes_of
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
            assert set(found.choices) <= set(best.choices)
            assert bool(found.choices) is bool(best.choices)
            assert not found.are_all or found == best
        elif is_counting(objective):
            greatest = first_of(objective.score(valued(problem, best.choices[0])))
            assert first_of(found.bound) >= greatest
            assert all(first_of(objective.score(valued(problem, choice))) <= greatest for choice in found.choices)


@repeatable
@given(chances)
def test_whatever_is_as_good_as_a_score_reaches_its_levels(random):
    """No plane rules out a package that it should not, nor gives a bound that a package exceeds."""
    problem = small_problem(random)
    diagram = diagram_of(problem, kept_of(problem, random))
    packages = [] if diagram.is_empty else [tuple(values.tolist()) for values in paths_of(diagram)]
    for objective in filter(is_counting, objectives(problem, random)):
        scored = [(values, first_of(objective.score(values))) for values in packages if objective.score(values) is not None]
        scored = [(values, score) for values, score in scored if all(values >= diagram.least)]
        if not scored:
            continue
        rows = np.array([rows_of(objective, diagram, random) for _ in range(4)])
        planes = planes_of(diagram, objective, rows)
        for _, target in scored[:20]:
            levels = levels_for(objective, diagram, planes, target)
            reaching = [values for values, score in scored if score >= target]
            assert all((np.concatenate([values, planes.weights @ values]) >= levels).all() for values in reaching)
            above = levels_for(objective, diagram, planes, target, is_above=True)
            better = [values for values, score in scored if score > target]
            assert all((np.concatenate([values, planes.weights @ values]) >= above).all() for values in better)
        reached = np.max([planes.weights @ values for values, _ in scored], axis=0)
        assert bound_by(objective, diagram, planes, reached) >= max(score for _, score in scored)


def paths_of(diagram):
    stack = [(0, 0, diagram.start)]
    while stack:
        depth, node, values = stack.pop()
        if depth == diagram.levels:
            yield values
            continue
        arcs = range(diagram.first_arc[node], diagram.first_arc[node + 1])
        stack.extend((depth + 1, diagram.target[arc], values + diagram.values[arc]) for arc in arcs)


def rows_of(objective, diagram, random):
    """Any weights for parties that count, for a total in proportion to its own; something on top for those held to a floor."""
    sizes = [size if isinstance(objective, Total) else size * random.choice((1, 1.5)) for size in sizes_of(objective)]
    extras = (random.choice((0.0, random.random())) if least > NO_LEAST else 0.0 for least in diagram.least)
    return [float(size) + extra for size, extra in zip(sizes, extras, strict=True)]


def sizes_of(objective):
    return next(getattr(objective, name) for name in ("weights", "powers", "units") if hasattr(objective, name))


def is_counting(objective):
    return isinstance(objective, Total) or any(sizes_of(objective))


def first_of(score):
    return score[0] if isinstance(score, tuple) else score
