"""The diagram of a problem against complete enumeration: each package is one path, with its values and the requirements it breaks."""

from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from gobetween.bargaining.kernels.enumeration import ENUMERATION
from gobetween.bargaining.kernels.layered.graph.diagrams import NO_LEAST, diagram_of
from gobetween.bargaining.packages import choice_at
from gobetween.bargaining.problems import RequirementKind
from strategies.small_problems import small_problem

repeatable = settings(derandomize=True, deadline=None, database=None, max_examples=400)
seeds = st.integers(0, 2**32)


def paths(diagram):
    """All paths of a diagram, as their arcs."""
    open_ends = [] if diagram.is_empty else [(0, ())]
    while open_ends:
        node, arcs = open_ends.pop()
        if len(arcs) == diagram.levels:
            assert node == len(diagram.first_arc) - 2
            yield arcs
            continue
        for arc in range(diagram.first_arc[node], diagram.first_arc[node + 1]):
            assert diagram.source[arc] == node
            open_ends.append((int(diagram.target[arc]), (*arcs, arc)))


def package_on(diagram, arcs):
    values = diagram.start + sum((diagram.values[arc] for arc in arcs), 0 * diagram.start)
    broken = 0
    for words in (diagram.start_broken, *(diagram.broken[arc] for arc in arcs)):
        for place, word in enumerate(words):
            broken |= int(word) << 64 * place
    return diagram.choice(arcs), (tuple(values.tolist()), broken)


@repeatable
@given(seeds)
def test_every_package_is_one_path_with_its_values_and_what_it_breaks(seed):
    random = Random(seed)  # noqa: S311  # the same cases each time, nothing secret
    problem = small_problem(random)
    reservations, whole = problem.bits(RequirementKind.RESERVATION), problem.bits()
    kept = random.randint(0, whole)
    noted = random.randint(0, whole) & ~kept
    diagram = diagram_of(problem, kept, noted)
    found = [package_on(diagram, arcs) for arcs in paths(diagram)]
    expected = {
        choice_at(problem.issues, place): (values, broken & noted & ~reservations)
        for place, values, broken in ENUMERATION.judge(problem, kept & ~reservations)
    }
    assert len(found) == len(expected)
    assert dict(found) == expected
    bits = [problem.bits(RequirementKind.RESERVATION, owner=each.party) for each in problem.preferences]
    bars = [bar if bit & kept else NO_LEAST for bit, bar in zip(bits, problem.reservations, strict=True)]
    assert diagram.least.tolist() == bars


@repeatable
@given(seeds)
def test_nodes_and_arcs_are_numbered_level_by_level_and_all_lie_on_paths(seed):
    random = Random(seed)  # noqa: S311  # the same cases each time, nothing secret
    problem = small_problem(random)
    diagram = diagram_of(problem, random.randint(0, problem.bits()))
    nodes, arcs = diagram.node_levels.tolist(), diagram.arc_levels.tolist()
    assert len(nodes) - 1 == len(arcs) == len(problem.issues) + 1
    if diagram.is_empty:
        assert not len(diagram.source)
        return
    assert (nodes[0], nodes[1], nodes[-1] - nodes[-2]) == (0, 1, 1)
    for level in range(diagram.levels):
        here = slice(arcs[level], arcs[level + 1])
        assert set(diagram.source[here].tolist()) == set(range(nodes[level], nodes[level + 1]))
        assert set(diagram.target[here].tolist()) == set(range(nodes[level + 1], nodes[level + 2]))
        assert sorted(diagram.source[here].tolist()) == diagram.source[here].tolist()
