"""Stability in conflicts whose analysis is published."""

from __future__ import annotations

import pytest

from gobetween.bargaining.stability.graphs import ConflictGraph, Notion

NASH, GENERAL, SYMMETRIC, SEQUENTIAL = Notion


def two_by_two(rows, columns):
    """States: both cooperate, the second defects, the first defects, both defect."""
    first = tuple(frozenset({each}) for each in (2, 3, 0, 1))
    second = tuple(frozenset({each}) for each in (1, 0, 3, 2))
    return ConflictGraph(("row", "column"), payoffs=(rows, columns), moves=(first, second))


def equilibria(graph, notion):
    return [each for each in graph.states if graph.is_equilibrium(each, notion)]


def test_in_the_prisoners_dilemma_foresight_sustains_cooperation():
    graph = two_by_two((3, 1, 4, 2), (3, 4, 1, 2))
    assert {notion: equilibria(graph, notion) for notion in Notion} == {
        NASH: [3],
        GENERAL: [0, 3],
        SYMMETRIC: [0, 3],
        SEQUENTIAL: [0, 3],
    }


def test_in_chicken_no_threat_to_crash_is_credible():
    graph = two_by_two((3, 2, 4, 1), (3, 4, 2, 1))
    assert {notion: equilibria(graph, notion) for notion in Notion} == {
        NASH: [1, 2],
        GENERAL: [0, 1, 2],
        SYMMETRIC: [0, 1, 2],
        SEQUENTIAL: [1, 2],
    }


@pytest.fixture
def elmira():
    """The Elmira groundwater conflict: ministry, company, local government (Hipel, Fang, Kilgour and Haight 1993)."""
    ministry = {0: {1}, 2: {3}, 4: {5}, 6: {7}}
    company = {0: {2, 8}, 1: {3, 8}, 2: {8}, 3: {8}, 4: {6, 8}, 5: {7, 8}, 6: {8}, 7: {8}}
    local = {0: {4}, 4: {0}, 1: {5}, 5: {1}, 2: {6}, 6: {2}, 3: {7}, 7: {3}}
    return ConflictGraph(
        ("ministry", "company", "local government"),
        payoffs=((4, 3, 8, 7, 5, 2, 9, 6, 1), (9, 2, 4, 8, 6, 1, 3, 7, 5), (6, 2, 8, 3, 7, 4, 9, 5, 1)),
        moves=tuple(tuple(frozenset(moves.get(state, ())) for state in range(9)) for moves in (ministry, company, local)),
    )


def test_elmira_has_the_published_equilibria(elmira):
    numbered = {notion: [each + 1 for each in equilibria(elmira, notion)] for notion in Notion}
    assert numbered[NASH] == [5, 8, 9]
    assert numbered[SEQUENTIAL] == [5, 8, 9]
    assert numbered[GENERAL] == [1, 4, 5, 8, 9]
    assert numbered[SYMMETRIC] == [1, 4, 5, 8, 9]
