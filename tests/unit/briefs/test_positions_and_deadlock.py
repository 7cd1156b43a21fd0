from __future__ import annotations

import pytest
from attrs import evolve

from gobetween.bargaining.deadlocks import Conflicts, Deadlock, Openings
from gobetween.bargaining.results import Feasible
from gobetween.briefs.blocks import Mark, PositionsPlot
from gobetween.briefs.cells import citations_of
from gobetween.model.dates import parse_when
from gobetween.model.errors import BeyondReach
from gobetween.model.evidence import Stance


def section(brief, section_id):
    return next(each for each in brief.sections if each.id == section_id)


def block(brief, section_id, title):
    return next(each for each in section(brief, section_id).blocks if getattr(each, "title", "").startswith(title))


def essence(brief, about):
    return next(cell.text for cell in brief.essence if cell.text.startswith(about))


@pytest.fixture(scope="module")
def brief(quay, brief_of):
    return brief_of(quay)


def test_a_dropped_demand_and_what_is_wanted_instead_stand_in_one_line(brief):
    moved = block(brief, "positions", "What moved").cells

    assert len(moved) == 1
    assert moved[0].text == (
        "May round, Dockers' Union on Wage rise: No longer insists on 4 per cent. Could accept 3 per cent. "
        "Condition: If the line guarantees it."
    )
    assert moved[0].detail == (
        "Now: no longer asks for “4 per cent”; accepts “3 per cent” (condition: if the line guarantees it). "
        "Before: asks for “4 per cent”."
    )


def test_the_plot_places_each_position_in_its_round(brief):
    plot = next(each for each in section(brief, "positions").blocks if isinstance(each, PositionsPlot))
    points = [(point.stretch, point.actor, point.options) for point in plot.panels[0].points]

    assert plot.stretches == ("March round", "May round")
    assert points[0] == (0, "Dockers' Union", (2,))
    assert (1, "Port Employers", (0,)) in points


def test_a_position_before_all_rounds_has_a_stretch_of_its_own(quay, brief_of):
    first = evolve(quay.positions[0], round=None, when=parse_when("../2031-02-01"))
    brief = brief_of(evolve(quay, positions=(first, *quay.positions[1:])))
    plot = next(each for each in section(brief, "positions").blocks if isinstance(each, PositionsPlot))

    assert plot.stretches[0] == "Before"
    assert plot.panels[0].points[0].stretch == 0


def test_conduct_after_a_deal_stands_apart_from_demands_and_beside_what_blocks(brief, lines_of):
    assert block(brief, "positions", "Conduct after a deal").cells[0].text == "Port Employers: Will automate the cranes in any case."
    assert any("would weaken it" in line and "cranes" in line for line in lines_of(section(brief, "sticking-points")))


def test_an_allegation_is_marked_and_attributed_and_is_no_interest(brief, lines_of):
    row = block(brief, "positions", "Allegations").rows[0]

    assert (row[0].text, row[1].text, row[2].marks) == ("Dockers' Union", "Port Employers", (Mark.ALLEGED,))
    assert all("strike to go on" not in cell.text for cell in block(brief, "positions", "Interests").cells)


def test_a_conflict_names_each_party_and_its_demand_without_any_number(brief):
    conflict = block(brief, "sticking-points", "Computed: demands").cells[0]

    assert conflict.text == (
        "These cannot all be met: Dockers' Union: could live with “3 per cent” or “4 per cent” (Wage rise); "
        "Port Employers: asks for “2 per cent” (Wage rise), as a red line."
    )
    assert conflict.marks == (Mark.COMPUTED,)
    assert conflict.citations


def tied_quay(quay):
    """Of each party one demand, on an issue of its own, which only a link of the matter keeps apart."""
    tie = evolve(quay.links[0], id="tie", by=None)
    long = evolve(quay.positions[3], id="p9", actor="union", issue="hours", options=frozenset({"long"}), is_red_line=False)
    return evolve(quay, links=(tie,), positions=(quay.positions[3], long))


def test_a_conflict_names_the_link_of_the_matter_that_makes_it_one(quay, brief_of):
    (conflict,) = block(brief_of(tied_quay(quay)), "sticking-points", "Computed: demands").cells

    assert conflict.text == (
        "These cannot all be met: Port Employers: asks for “2 per cent” (Wage rise), as a red line; "
        "Dockers' Union: asks for “40 hours” (Hours). "
        "The reason lies in the matter itself, “2 per cent” (Wage rise) only with “35 hours” (Hours)."
    )


def test_several_links_that_make_a_conflict_are_named_one_after_the_other(quay, brief_of):
    tied = tied_quay(quay)
    roof = evolve(quay.issues[1], id="roof", title="Roof", options=tuple(evolve(each) for each in quay.issues[1].options))
    one = evolve(tied.links[0], requires={"roof": frozenset({"short"})})
    other = evolve(tied.links[0], id="other", if_chosen={"roof": frozenset({"short"})})
    (conflict,) = block(
        brief_of(evolve(tied, issues=(*tied.issues, roof), links=(one, other))), "sticking-points", "Computed: demands"
    ).cells

    assert conflict.text.endswith(
        "The reason lies in the matter itself, “2 per cent” (Wage rise) only with “35 hours” (Roof); "
        "“35 hours” (Roof) only with “35 hours” (Hours)."
    )


def test_a_link_that_a_reader_may_not_see_is_no_reason_to_it(quay, brief_of, lines_of):
    tied = tied_quay(quay)
    hidden = evolve(tied, links=tuple(evolve(each, holders=frozenset({"conciliator"})) for each in tied.links))

    for audience, is_seen in (("conciliator", True), ("public", False), ("union", False)):
        lines = lines_of(section(brief_of(hidden, audience), "sticking-points"))
        assert any("The reason lies in the matter itself" in line for line in lines) is is_seen


def test_a_search_cut_short_before_its_first_conflict_is_not_told_as_no_conflict(quay, brief_of, monkeypatch, lines_of):
    nothing = Deadlock(Conflicts(Feasible(), (), complete=False), Openings(Feasible(), (), complete=False))
    monkeypatch.setattr("gobetween.briefs.sticking_points.find_deadlock", lambda *_given, **_rest: nothing)
    brief = brief_of(quay)

    assert not any("excludes a deal" in line or "more such conflicts" in line for line in lines_of(brief))
    assert any("was not worked out" in line for line in lines_of(section(brief, "sticking-points")))
    assert not any(cell.text.startswith("Blocks, as computed") for cell in brief.essence)


def test_a_conflict_whose_reason_takes_too_long_is_told_without_it(quay, brief_of, monkeypatch):
    def beyond(*_given):
        raise BeyondReach("too entangled")

    monkeypatch.setattr("gobetween.briefs.sticking_points.links_behind", beyond)
    (conflict,) = block(brief_of(tied_quay(quay)), "sticking-points", "Computed: demands").cells

    assert conflict.text.endswith("asks for “40 hours” (Hours).")


def test_parties_who_ask_for_the_same_stand_together_in_a_conflict(quay, brief_of):
    issue = evolve(quay.issues[0], consents=("union", "employers", "line"))
    ally = evolve(quay.positions[2], id="ally", actor="line", options=frozenset({"three", "four"}))
    brief = brief_of(evolve(quay, issues=(issue, *quay.issues[1:]), positions=(*quay.positions, ally)))
    conflicts = block(brief, "sticking-points", "Computed: demands").cells

    assert len(conflicts) == 1
    assert "Dockers' Union and Blue Line: could live with “3 per cent” or “4 per cent” (Wage rise)" in conflicts[0].text


def test_an_opening_says_who_gives_up_what_and_how_many_demands(brief):
    rows = block(brief, "sticking-points", "Computed: a package exists").rows

    assert [row[0].text for row in rows] == [
        "Dockers' Union: gives up its stand for “3 per cent” or “4 per cent” (Wage rise)",
        "Port Employers: gives up its red line, “2 per cent” (Wage rise)",
    ]
    assert [row[1].text for row in rows] == ["1", "1"]


def test_options_that_no_demand_names_are_named(quay, brief_of, lines_of):
    brief = brief_of(evolve(quay, positions=quay.positions[2:]))

    assert any("no demand in force names: Wage rise: “4 per cent”" in line for line in lines_of(section(brief, "sticking-points")))


def test_reported_and_computed_sticking_points_are_marked_which(brief):
    assert block(brief, "sticking-points", "Reported").rows[0][0].marks == (Mark.REPORTED,)
    assert essence(brief, "Blocks, as reported") == "Blocks, as reported: Pay is the main hurdle."
    assert essence(brief, "Blocks, as computed").startswith("Blocks, as computed: Demands cannot all be met on Wage rise.")


def test_where_demands_fit_together_the_brief_says_so(quay, brief_of, lines_of):
    brief = brief_of(evolve(quay, positions=tuple(each for each in quay.positions if each.actor == "union")))

    assert any("Nothing in the recorded demands excludes a deal" in line for line in lines_of(section(brief, "sticking-points")))


def test_addressees_of_what_is_on_the_table_owe_an_answer_until_one_is_recorded(brief):
    rows = block(brief, "debts", "Answers owed").rows

    assert [(row[0].text, row[3].text) for row in rows] == [
        ("Dockers' Union", "After a ballot."),
        ("Port Employers", "No answer is recorded."),
    ]
    assert essence(brief, "Still to answer") == "Still to answer: Dockers' Union and Port Employers, to “The paper”."


def test_a_time_that_has_passed_says_so(brief):
    assert block(brief, "debts", "Times set").rows[0][0].detail == "this day has passed"


def test_figures_on_one_thing_stand_together_with_who_gives_them(brief):
    rows = block(brief, "figures", "Figures").rows

    assert [[cell.text for cell in row] for row in rows] == [
        ["on strike", "1 March 2031", "900", "on strike", "the union"],
        ["on strike", "1 March 2031", "about 700", "on strike", "the employers"],
    ]


def test_accounts_that_contradict_stand_side_by_side_each_with_its_source(brief):
    row = block(brief, "figures", "Accounts").rows[0]

    assert [(cell.text, cell.detail) for cell in row[1:]] == [
        ("The union did.", "Wire, 1 March 2031"),
        ("The employers did.", "Post, 4 May 2031"),
    ]


def test_a_position_that_threatens_is_no_demand(quay, brief_of):
    threat = evolve(quay.positions[3], id="t", stance=Stance.THREATEN, is_red_line=False, text="lock the gates")
    brief = brief_of(evolve(quay, positions=(quay.positions[2], threat)))

    assert "excludes a deal" in essence(brief, "Blocks, as computed")


def test_every_line_of_the_essence_rests_on_the_citations_of_its_entries(quay, brief):
    told = next(cell for cell in brief.essence if cell.text.startswith("On the table"))

    assert told.citations == citations_of(quay.proposals)


@pytest.fixture(scope="module")
def confided(quay):
    """The case in which the union told the bishop that 2 per cent would do, after what is reported of it."""
    told = evolve(
        quay.positions[2],
        id="told",
        options=frozenset({"two"}),
        text="2 per cent would do",
        condition="",
        owner="union",
        holders=frozenset({"union", "bishop"}),
        when=parse_when("2031-05-15"),
        citations=(),
    )
    return evolve(quay, positions=(*quay.positions, told))


def test_what_a_party_confides_stands_apart_from_what_is_reported_of_it(confided, brief_of):
    brief = brief_of(confided, "bishop")
    reported = block(brief, "positions", "Where each stands now").rows[0][1]
    entrusted = block(brief, "positions", "Where each stands now, as entrusted").rows[0][1]

    assert "3 per cent" in reported.text
    assert Mark.ENTRUSTED not in reported.marks
    assert entrusted.text == "Accepts “2 per cent”."
    assert entrusted.marks == (Mark.ENTRUSTED,)
    assert entrusted.citations == ()


def test_what_a_party_confides_is_no_move_from_what_is_reported(confided, brief_of):
    assert len(block(brief_of(confided, "bishop"), "positions", "What moved").cells) == 1


def test_whatever_is_computed_with_what_was_entrusted_says_so(confided, brief_of):
    brief = brief_of(confided, "bishop")
    blocks = next(cell for cell in brief.essence if cell.text.startswith("Blocks, as computed"))

    assert Mark.ENTRUSTED in blocks.marks
    assert Mark.ENTRUSTED not in next(cell for cell in brief_of(confided).essence if cell.text.startswith("Blocks, as computed")).marks


@pytest.mark.parametrize("stance", [Stance.DROPPED_DEMAND, Stance.CLAIM])
def test_a_demand_that_is_missing_because_it_was_dropped_in_confidence_says_so_too(confided, brief_of, stance):
    told = evolve(confided.positions[-1], stance=stance)
    brief = brief_of(evolve(confided, positions=(*confided.positions[:-1], told)), "bishop")
    computed = [
        each for each in section(brief, "sticking-points").blocks if "package" in getattr(getattr(each, "cell", None), "text", "")
    ]

    assert computed
    assert all(Mark.ENTRUSTED in each.cell.marks for each in computed)


@pytest.mark.parametrize("part", [2, 3])
def test_whatever_is_computed_from_what_the_keeper_read_into_a_source_says_so(quay, brief_of, part):
    read_in = evolve(quay, positions=tuple(evolve(each, is_inferred=at == part) for at, each in enumerate(quay.positions)))
    brief = brief_of(read_in)
    computed = next(cell for cell in brief.essence if cell.text.startswith("Blocks, as computed"))

    assert Mark.INFERRED in computed.marks
    assert Mark.INFERRED in block(brief, "sticking-points", "Computed: demands").cells[0].marks
    assert all(Mark.INFERRED in row[0].marks for row in block(brief, "sticking-points", "Computed: a package exists").rows)


def test_what_the_keeper_read_into_a_source_and_asks_nothing_marks_no_result(quay, brief_of):
    threat = evolve(quay.positions[4], is_inferred=True)
    brief = brief_of(evolve(quay, positions=(*quay.positions[:4], threat)))

    assert Mark.INFERRED not in block(brief, "sticking-points", "Computed: demands").cells[0].marks
    assert Mark.INFERRED in block(brief, "positions", "Conduct after a deal").cells[0].marks


def test_a_move_from_what_the_keeper_read_into_a_source_says_so(quay, brief_of):
    before = evolve(quay.positions[0], is_inferred=True)

    moved = block(brief_of(evolve(quay, positions=(before, *quay.positions[1:]))), "positions", "What moved").cells

    assert Mark.INFERRED in moved[0].marks


def test_a_plan_that_names_an_option_stands_under_its_issue_and_in_the_plot(quay, brief_of):
    plan = evolve(quay.positions[3], id="plan", issue="hours", stance=Stance.CLAIM, options=frozenset({"long"}), is_red_line=False)
    brief = brief_of(evolve(quay, positions=(*quay.positions, plan)))
    row = next(row for row in block(brief, "positions", "Where each stands now").table.rows if row[0].text == "Hours")
    plot = next(each for each in section(brief, "positions").blocks if isinstance(each, PositionsPlot))

    assert "Says it plans “40 hours”." in [cell.text for cell in row]
    assert [panel.issue for panel in plot.panels] == ["Wage rise", "Hours"]
    assert not any(getattr(each, "title", "") == "Said beside the issues" for each in section(brief, "positions").blocks)


def test_the_plot_keeps_a_stance_apart_from_whether_it_was_entrusted(confided, brief_of):
    told = evolve(confided.positions[-1], stance=Stance.REJECT)
    brief = brief_of(evolve(confided, positions=(*confided.positions[:-1], told)), "bishop")
    plot = block(brief, "positions", "Positions over time")
    last = next(each for each in plot.panels[0].points if each.is_entrusted)

    assert (last.stance, last.options) == ("rejects", (0,))
    assert [row[2].text for row in plot.table.rows if "entrusted" in row[2].text] == ["entrusted: rejects “2 per cent”"]


def test_each_position_stands_in_five_columns_with_who_said_it_below_its_words(quay, brief_of):
    said = evolve(quay.positions[0], round="may", said_by="vega", via="Wire", when=parse_when("2031-05-06"), note="Hoarse.")
    plot = block(brief_of(evolve(quay, positions=(said,))), "positions", "Positions over time")
    (row,) = plot.table.rows

    assert plot.table.columns == ("Issue", "Who", "Stands", "In words", "Now or before")
    assert row[3].detail == "Said by Ana Vega (general secretary, Dockers' Union), reported by Wire. Hoarse."
    assert row[4].text == "now: May round, 6 May 2031"


@pytest.fixture(scope="module")
def lined(quay):
    """The case in which the union declared a red line against 2 per cent before all else."""
    line = evolve(
        quay.positions[0],
        id="line",
        stance=Stance.REJECT,
        options=frozenset({"two"}),
        text="never 2 per cent",
        is_red_line=True,
        round=None,
        when=parse_when("2031-02-01"),
        citations=(),
    )
    return evolve(quay, positions=(line, *(each for each in quay.positions if each.stance is not Stance.DROPPED_DEMAND)))


def test_an_undated_position_is_no_move_and_not_told_as_the_latest(lined, brief_of):
    undated = evolve(lined.positions[0], when=parse_when("unknown"))
    brief = brief_of(evolve(lined, positions=(undated, *lined.positions[1:])))
    plot = block(brief, "positions", "Positions over time")

    assert not [cell for cell in block(brief, "positions", "What moved").cells if "never 2 per cent" in cell.text.lower()]
    assert [row[4].text for row in plot.table.rows if "never 2 per cent" in row[3].text.lower()] == ["undated"]
    assert not [each for each in plot.panels[0].points if each.options == (0,) and each.stance == "rejects"]
    assert "What has no date stands in the list of positions alone." in plot.description
    row = block(brief, "positions", "Where each stands now").rows[0]
    assert any("rejects" in cell.text.lower() and "undated" in cell.detail for cell in row)


def test_an_acceptance_under_a_standing_red_line_leaves_the_red_line_in_force(lined, brief_of):
    (moved,) = block(brief_of(lined), "positions", "What moved").cells

    assert "still rejects “2 per cent” (declared a red line)" in moved.detail
    assert "rejects" not in moved.detail.split("Before:")[1]


def test_a_red_line_that_is_lifted_is_what_stood_before(lined, brief_of):
    lifting = evolve(
        lined.positions[0],
        id="lifts",
        stance=Stance.ACCEPT,
        is_red_line=False,
        text="2 per cent will do",
        when=parse_when("2031-05-15"),
    )
    moved = block(brief_of(evolve(lined, positions=(*lined.positions, lifting))), "positions", "What moved").cells[0]

    assert "Now: accepts “2 per cent”." in moved.detail
    assert "rejects “2 per cent” (declared a red line)" in moved.detail.split("Before:")[1]
    assert "still" not in moved.detail
