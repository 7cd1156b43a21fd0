"""An issue on which nobody has spoken is to be settled all the same, and no brief may lose it."""

from __future__ import annotations

import datetime as dt

from attrs import evolve


def cells_of(brief, title):
    blocks = (block for section in brief.sections for block in section.blocks)
    return next(([cell.text for cell in each.cells] for each in blocks if getattr(each, "title", "") == title), None)


def missing(brief):
    return next((list(each.blocks[0].cells) for each in brief.sections if each.id == "missing"), [])


def without(quay, *issues):
    return evolve(quay, positions=tuple(each for each in quay.positions if each.issue not in issues))


def test_an_issue_without_a_position_is_named(quay, brief_of):
    assert cells_of(brief_of(without(quay, "hours")), "Issues on which no position is recorded") == ["Hours."]


def test_where_each_issue_has_a_position_none_is_listed(quay, brief_of):
    of_each = (evolve(quay.positions[0], id=f"on-{each.id}", issue=each.id, options=frozenset()) for each in quay.issues)

    assert cells_of(brief_of(evolve(quay, positions=tuple(of_each))), "Issues on which no position is recorded") is None


def test_others_are_told_no_more_than_that_they_see_none(quay, brief_of):
    hidden = tuple(evolve(each, holders=frozenset({"keeper"})) if each.issue == "hours" else each for each in quay.positions)

    assert cells_of(
        brief_of(evolve(quay, positions=hidden), "union"), "Issues on which no position is recorded that this reader sees"
    ) == ["Hours."]


def test_as_of_a_day_it_is_what_is_known_to_have_been_made_by_then(quay, brief_of):
    brief = brief_of(without(quay, "hours"), as_of=dt.date(2031, 5, 10))

    assert "Hours." in cells_of(brief, "Issues on which no position is known to have been made by then")


def test_a_case_with_issues_and_no_positions_is_asked_for_positions_alone(quay, brief_of):
    told = [each.text for each in missing(brief_of(evolve(quay, positions=())))]

    assert "To see where each party stands and what moved: add positions to case.yaml." in told
    bare = [each.text for each in missing(brief_of(evolve(quay, positions=(), issues=(), links=(), sticking_points=(), proposals=())))]
    assert "To see where each party stands and what moved: add issues and positions to case.yaml." in bare
