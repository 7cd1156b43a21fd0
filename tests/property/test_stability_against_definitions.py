"""Stability on random conflicts against its definitions, written out with sets and sequences of moves."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from gobetween.bargaining.stability.graphs import ConflictGraph, Notion

STATES = range(6)

repeatable = settings(derandomize=True, deadline=None, database=None, max_examples=200)


@st.composite
def graphs(draw):
    players = draw(st.integers(1, 3))
    payoffs = tuple(tuple(draw(st.integers(0, 4)) for _ in STATES) for _ in range(players))
    pairs = st.sets(st.tuples(st.sampled_from(STATES), st.sampled_from(STATES)).filter(lambda each: each[0] != each[1]), max_size=8)
    moves = []
    for _ in range(players):
        chosen = draw(pairs)
        moves.append(tuple(frozenset(to for start, to in chosen if start == state) for state in STATES))
    return ConflictGraph(tuple("abc"[:players]), payoffs=payoffs, moves=tuple(moves))


def improving(graph, player, state):
    return {each for each in graph.moves[player][state] if graph.payoffs[player][each] > graph.payoffs[player][state]}


def answers(graph, player, state, only_improving):
    """All ends of sequences of moves by the others in which nobody moves twice in a row, by following every one of them."""
    seen, waiting = set(), [(state, player)]
    while waiting:
        at, last = waiting.pop()
        for mover in range(len(graph.players)):
            if mover in (player, last):
                continue
            steps = improving(graph, mover, at) if only_improving else graph.moves[mover][at]
            for each in steps:
                if (each, mover) not in seen:
                    seen.add((each, mover))
                    waiting.append((each, mover))
    return {each for each, _ in seen}


def stays(graph, state, player, notion):
    own = graph.payoffs[player]
    for better in improving(graph, player, state):
        ends = answers(graph, player, better, notion is Notion.SEQUENTIAL)
        sanctions = [each for each in ends if own[each] <= own[state]]
        if notion is Notion.NASH:
            return False
        if notion is Notion.SYMMETRIC:
            sanctions = [each for each in sanctions if all(own[escape] <= own[state] for escape in graph.moves[player][each])]
        if not sanctions:
            return False
    return True


@repeatable
@given(graphs())
def test_a_state_is_stable_exactly_as_defined(graph):
    for notion in Notion:
        for state in STATES:
            expected = [stays(graph, state, player, notion) for player in range(len(graph.players))]
            assert [graph.is_stable(state, player, notion) for player in range(len(graph.players))] == expected
            assert graph.is_equilibrium(state, notion) is all(expected)


@repeatable
@given(graphs())
def test_whoever_looks_no_further_stays_for_those_who_do(graph):
    for player in range(len(graph.players)):
        for state in STATES:
            nash, general, symmetric, sequential = (graph.is_stable(state, player, notion) for notion in Notion)
            assert symmetric or not nash
            assert sequential or not nash
            assert general or not symmetric
            assert general or not sequential


@repeatable
@given(graphs())
def test_with_two_players_a_credible_sanction_is_one_improvement(graph):
    if len(graph.players) != 2:
        return
    for player in (0, 1):
        for state in STATES:
            for better in graph.improvements(state, player):
                own = graph.payoffs[player]
                answered = {each for each in improving(graph, 1 - player, better) if own[each] <= own[state]}
                assert set(graph.sanctions(state, better, player, are_credible=True)) == answered
