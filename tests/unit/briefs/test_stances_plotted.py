"""Who stands for what as a picture, and who can reach whom."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from gobetween.briefs.blocks import AccessPlot, PositionsPlot, StancesPlot
from gobetween.model.dates import on
from gobetween.model.evidence import Stance
from gobetween.model.positions import Series


def blocks(brief, section_id, kind):
    return [each for section in brief.sections if section.id == section_id for each in section.blocks if isinstance(each, kind)]


@pytest.fixture(scope="module")
def both(quay):
    """The quay talks with a demand on hours by either side."""
    first = quay.positions[0]
    union = evolve(first, id="u", actor="union", issue="hours", stance=Stance.DEMAND, options=frozenset({"short"}))
    employers = evolve(union, id="e", actor="employers", options=frozenset({"long"}))
    return evolve(quay, positions=(*quay.positions, union, employers))


def test_where_no_option_suits_all_the_row_says_so(both, brief_of):
    (plot,) = blocks(brief_of(both), "positions", StancesPlot)
    row = next(each for each in plot.rows if each.issue == "Hours")

    assert plot.actors == ("Dockers' Union", "Port Employers")
    assert row.suits_all is False
    assert [cell.words for cell in row.cells] == ["asks for “35 hours”", "asks for “40 hours”"]


def test_what_is_refused_leaves_the_rest(both, brief_of):
    refusal = evolve(both.positions[-1], id="r", stance=Stance.REJECT, options=frozenset({"long"}))
    (plot,) = blocks(brief_of(evolve(both, positions=(*both.positions[:-1], refusal))), "positions", StancesPlot)

    assert next(each for each in plot.rows if each.issue == "Hours").suits_all is True


def test_with_one_issue_alone_the_table_stands_without_a_picture(quay, brief_of):
    assert blocks(brief_of(evolve(quay, positions=quay.positions[:1])), "positions", StancesPlot) == []


def test_the_picture_has_the_table_that_was_there_before(both, brief_of):
    (plot,) = blocks(brief_of(both), "positions", StancesPlot)

    assert plot.table.title == plot.title == "Where each stands now"
    assert {row[0].text for row in plot.table.rows} >= {each.issue for each in plot.rows}


def test_every_claim_of_access_is_a_line_of_the_map(quay, brief_of):
    (plot,) = blocks(brief_of(quay), "table", AccessPlot)

    assert [(each.mediator, each.to, each.is_contested) for each in plot.lines] == [
        ("Bishop", "Dockers' Union", False),
        ("State Conciliator", "Port Employers", False),
        ("State Conciliator", "Dockers' Union", True),
    ]


def test_where_nobody_is_said_to_reach_anybody_there_is_no_map(quay, brief_of):
    assert blocks(brief_of(evolve(quay, access=())), "table", AccessPlot) == []


def test_a_red_line_is_named_as_one(both, brief_of):
    final = evolve(both.positions[-1], is_red_line=True)
    (plot,) = blocks(brief_of(evolve(both, positions=(*both.positions[:-1], final))), "positions", StancesPlot)

    assert "(red line)" in next(each for each in plot.rows if each.issue == "Hours").cells[1].words


def test_without_rounds_positions_stand_under_their_days(both, brief_of):
    first = evolve(both.positions[-2], round=None, when=on(dt.date(2031, 3, 1)))
    then = evolve(first, id="then", options=frozenset({"long"}), when=on(dt.date(2031, 3, 5)))
    (plot,) = blocks(brief_of(evolve(both, rounds=(), positions=(first, then))), "positions", PositionsPlot)

    assert plot.stretches == ("1 March 2031", "5 March 2031")


@pytest.mark.parametrize("series", [Series.REPORTED, Series.PUBLIC])
def test_what_was_given_up_within_a_round_is_hollow_by_whosever_word(both, brief_of, series):
    first = evolve(both.positions[-2], round="march", when=on(dt.date(2031, 3, 1)))
    then = evolve(first, id="then", options=frozenset({"long"}), when=on(dt.date(2031, 3, 5)), series=series)
    (plot,) = blocks(brief_of(evolve(both, positions=(first, then))), "positions", PositionsPlot)

    assert [(point.options, point.stance) for point in plot.panels[0].points] == [((0,), "no longer asks for"), ((1,), "asks for")]
