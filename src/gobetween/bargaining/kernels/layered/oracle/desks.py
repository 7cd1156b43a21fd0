"""What the loops that look for packages read and write: a diagram as arrays, and memory for one question."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from gobetween.bargaining.kernels.layered.graph.diagrams import Diagram, Ints, Words
from gobetween.bargaining.problems import Problem

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

MARGIN = 1e-9
"""What rounding can make of a weighted sum, whose terms and partial sums are at most 1, is far less: levels times parties / 2^52."""

ANY_OPTION = 2**40

_REMEMBERED = 2**14 + 1

MET, NOT_MET, UNDECIDED = 1, 0, -1


class Graph(NamedTuple):
    """A diagram as arrays, with each party's reservation value, its requirement's number and one over all it can be worth."""

    node_levels: Ints
    first_arc: Ints
    target: Ints
    option: Ints
    values: Ints
    broken: Words
    start: Ints
    start_broken: Words
    least: Ints
    number: Ints
    scale: Floats


class Desk(NamedTuple):
    """Memory for one question: what is `allowed` of the arcs, what lies `ahead` of the nodes, and the `path` found."""

    lowest: Ints  # (levels,): the first option that may be chosen
    highest: Ints  # (levels,): the last one
    allowed: Bools  # (arcs,)
    alive: Bools  # (nodes,)
    counts: Bools  # (parties,): whose reservation value is to be met
    ahead: Ints  # (parties, nodes): the most that each party can still get
    joint: Floats  # (nodes,): the most of the weighted sum
    pick: Ints  # (nodes,): the arc on the path with the best weighted sum
    weighed: Floats  # (arcs,): the weighted sum of an arc's values
    weights: Floats  # (parties,), kept from question to question
    scaled: Floats  # (parties,): weights in relative terms
    best: Floats  # (parties,): the weights that showed most
    path: Ints  # (levels,): arcs
    sums: Ints  # (levels + 1, parties): what the path is worth up to each level
    spare: Floats  # (levels + 1,): the same in the weighted sum
    sorted: Ints  # (levels, arcs of a node): arcs still to be tried
    slack: Floats  # (arcs of a node,)
    tries: Ints  # (3, levels): how many arcs are to be tried, how many were, and of which node
    failed: Ints  # (room, 2 + parties): a question's number, a node, and sums with which it failed; first the number of this question
    breaks: Words  # (words,): what the path breaks
    work: Ints  # (1,): arcs looked at since it was last set to zero


def graph_of(problem: Problem, diagram: Diagram) -> Graph:
    """The diagram of the problem as loops take it."""
    places = {each.owner: at for at, each in enumerate(problem.requirements) if each.least is not None}
    number = np.array([places[preferences.party] for preferences in problem.preferences], np.int64)
    least = np.array(problem.reservations, np.int64)
    most = np.abs(diagram.start) + np.abs(least) + 1
    if len(diagram.values):
        most += np.maximum.reduceat(np.abs(diagram.values), diagram.arc_levels[:-1]).sum(0)
    return Graph(
        diagram.node_levels, diagram.first_arc, diagram.target, diagram.option, diagram.values, diagram.broken,
        diagram.start, diagram.start_broken, least, number, 1.0 / most,
    )  # fmt: skip  # one line a kind


def with_sum(graph: Graph, weights: Ints, number: int) -> Graph:
    """The graph with one more party that values a weighted sum of the others' values; `number` is its requirement's."""
    return graph._replace(
        values=np.column_stack([graph.values, graph.values @ weights]),
        start=np.append(graph.start, graph.start @ weights),
        least=np.append(graph.least, 0),
        number=np.append(graph.number, number),
        scale=np.append(graph.scale, 1.0 / (1.0 + float((np.abs(weights) / graph.scale).sum()))),
    )


def desk_for(graph: Graph, levels: int) -> Desk:
    """Memory for questions about the graph."""
    parties, nodes, arcs = len(graph.start), max(1, len(graph.first_arc) - 1), len(graph.target)
    widest = int(np.diff(graph.first_arc).max(initial=0))
    return Desk(
        lowest=np.zeros(levels, np.int64),
        highest=np.full(levels, ANY_OPTION, np.int64),
        allowed=np.zeros(arcs, np.bool_),
        alive=np.zeros(nodes, np.bool_),
        counts=np.zeros(parties, np.bool_),
        ahead=np.zeros((parties, nodes), np.int64),
        joint=np.zeros(nodes),
        pick=np.zeros(nodes, np.int64),
        weighed=np.zeros(arcs),
        weights=np.zeros(parties),
        scaled=np.zeros(parties),
        best=np.zeros(parties),
        path=np.zeros(levels, np.int64),
        sums=np.zeros((levels + 1, parties), np.int64),
        spare=np.zeros(levels + 1),
        sorted=np.zeros((max(1, levels), widest), np.int64),
        slack=np.zeros(widest),
        tries=np.zeros((3, max(1, levels)), np.int64),
        failed=np.zeros((_REMEMBERED, 2 + parties), np.int64),
        breaks=np.zeros(len(graph.start_broken), np.uint64),
        work=np.zeros(1, np.int64),
    )
