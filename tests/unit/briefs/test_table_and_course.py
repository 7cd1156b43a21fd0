from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from gobetween.briefs.blocks import Mark, TimelinePlot
from gobetween.briefs.compose import compose_brief
from gobetween.briefs.notices import FICTIONAL
from gobetween.disclosure.views import view_for
from gobetween.model.actors import Access
from gobetween.model.agreement import Obligation, Phase
from gobetween.model.cases import Case
from gobetween.model.dates import on, parse_when
from gobetween.model.happenings import Leverage
from gobetween.model.items import EVERYONE
from gobetween.model.passages import Citation
from gobetween.model.proposals import AnswerKind


@pytest.fixture(scope="module")
def brief(quay, brief_of):
    return brief_of(quay)


def section(brief, section_id):
    return next(each for each in brief.sections if each.id == section_id)


def test_a_delegation_shows_its_head_with_the_post_held_at_that_time(brief, lines_of):
    assert "Dockers' Union | March round | Ana Vega (deputy secretary, Dockers' Union) | " in "\n".join(
        lines_of(section(brief, "table"))
    )


def test_contested_access_says_so_in_words_and_as_a_mark(brief):
    mediators = next(block for block in section(brief, "table").blocks if block.title.startswith("Mediators"))
    reach = mediators.table.rows[0][1]

    assert reach.text == "Port Employers and Dockers' Union (contested)"
    assert Mark.CONTESTED in reach.marks


def test_where_one_mediator_reaches_both_sides_no_longer_route_is_offered(quay, brief_of, lines_of):
    sure = Access("a4", mediator="bishop", to="employers", holders=EVERYONE)
    routes = [
        line for line in lines_of(brief_of(evolve(quay, access=(*quay.access, sure)))) if "through" in line and "and Port" in line
    ]

    assert routes == [
        "Dockers' Union and Port Employers | through State Conciliator (access to Dockers' Union contested) or through Bishop",
    ]


def test_a_mediator_who_reaches_a_side_through_others_only_says_so(quay, brief_of, lines_of):
    indirect = Access("a4", mediator="bishop", to="employers", through=("line",), holders=EVERYONE)
    lines = lines_of(brief_of(evolve(quay, access=(*quay.access, indirect))))

    assert any("through Bishop (to Port Employers by way of Blue Line)" in line for line in lines)


def test_two_mediators_make_a_route_where_none_surely_reaches_both(brief, lines_of):
    assert any("; through Bishop and State Conciliator" in line for line in lines_of(section(brief, "table")))


def test_reports_that_tell_one_story_count_as_one_origin(brief, lines_of):
    said = next(line for line in lines_of(section(brief, "course")) if "Diplomats to Wire" in line)

    assert "A union source to Wire: a critical hour." in said
    assert "(2 sources speak, in 2 reports of 1 independent origin; copies of one story count once.)" in said


def test_plans_of_an_earlier_round_are_not_what_is_planned_next(brief):
    planned = next(block for block in section(brief, "course").blocks if block.title == "Planned next")

    assert [cell.text for cell in planned.cells] == ["23 May 2031: Port Employers – State Conciliator (Port).", "Ideas on cranes."]
    assert planned.cells[1].detail == "State Conciliator to Port Employers through Bishop."


def test_the_timeline_is_in_order_and_its_table_keeps_what_has_no_date(brief):
    plot = next(block for block in section(brief, "course").blocks if isinstance(block, TimelinePlot))

    assert [entry.lane for entry in plot.entries][:2] == ["Rounds", "Meetings"]
    assert plot.table.rows[-1][0].text == "date unknown"
    assert len(plot.table.rows) > len(plot.entries)


def test_sources_of_one_story_point_at_the_first_of_them(brief):
    assert [(line.number, line.origin) for line in brief.sources] == [(1, None), (2, 1), (3, None)]
    assert brief.sources[1].label == "outlet unknown, “Critical hour”"
    assert brief.sources[2].detail == "Date inferred: From the weekday."


def test_a_copy_of_a_report_that_is_not_shown_points_at_none(quay, brief_of):
    case = evolve(
        quay, sources=tuple(evolve(each, holders=frozenset({"keeper"})) if each.id == "wire" else each for each in quay.sources)
    )

    assert [line.origin for line in brief_of(case, "public").sources] == [None, None]


def test_what_an_owner_entrusted_is_not_for_passing_on(quay, brief_of):
    told = evolve(quay.signals[0], id="told", owner="union", holders=frozenset({"union", "bishop"}), citations=())
    case = evolve(quay, signals=(*quay.signals, told))

    assert "Not for passing on: contains what Dockers' Union entrusted." in brief_of(case, "bishop").notices
    assert not any("Not for passing on" in notice for notice in brief_of(case, "public").notices)


def test_a_view_as_someone_says_that_it_is_a_demonstration(quay, brief_of):
    assert any("demonstration" in notice for notice in brief_of(quay, "bishop").notices)
    assert not any("demonstration" in notice for notice in brief_of(quay, "public").notices)
    assert any("holds the whole folder" in notice for notice in brief_of(quay, "bishop").notices)


def test_a_view_of_live_talks_speaks_of_their_store_and_of_no_folder(quay):
    view = evolve(view_for("bishop", quay), is_live=True)
    notices = " ".join(compose_brief(view, today=dt.date(2031, 5, 20)).notices)
    assert "made by someone who has access to the store of the talks" in notices
    assert "folder" not in notices


@pytest.mark.parametrize("audience", ["keeper", "bishop", "public"])
def test_every_view_of_a_fictional_case_says_so(quay, brief_of, audience):
    assert FICTIONAL in brief_of(evolve(quay, is_fictional=True), audience).notices
    assert FICTIONAL not in brief_of(quay, audience).notices


def test_a_view_of_a_past_day_says_so_and_names_what_it_leaves_out(quay, brief_of):
    undated = evolve(quay.sources[0], id="slip", title="A slip", published=type(quay.sources[0].published)(dt.date(2031, 1, 1)))
    notices = brief_of(evolve(quay, sources=(*quay.sources, undated)), as_of=dt.date(2031, 4, 1)).notices

    assert "As of 1 April 2031: what was known by then, and nothing later." in notices
    assert "Left out, because they have no date and may be later: “A slip”." in notices


def test_an_entry_cites_every_report_it_rests_on(brief):
    judged = next(block for block in section(brief, "course").blocks if block.title == "Judgements by source")

    assert judged.rows[0][4].citations == (Citation("wire"), Citation("gazette"))


def test_a_case_of_a_title_alone_makes_an_empty_brief(brief_of):
    brief = brief_of(Case("empty", "Nothing yet"), "public")

    assert brief.sections == ()
    assert brief.essence == ()


def test_an_answer_is_told_in_words_and_not_twice(quay, brief_of, lines_of):
    accepted = evolve(quay.answers[0], answer=AnswerKind.ACCEPT_IF, text="", when=parse_when("2031-05-07"))
    silent = evolve(quay.answers[0], id="no", by="employers", answer=AnswerKind.NO_ANSWER, text="nothing has come back")
    lines = "\n".join(lines_of(brief_of(evolve(quay, answers=(accepted, silent)))))

    assert "Dockers' Union, on “The paper”: accepts on a condition." in lines
    assert "Dockers' Union: accepts on a condition; Port Employers: nothing has come back" in lines


def test_a_route_that_rests_on_what_the_keeper_read_in_says_so(quay, brief_of):
    access = tuple(evolve(each, is_inferred=each.id == "a1") for each in quay.access)
    routes = next(
        block for block in section(brief_of(evolve(quay, access=access)), "table").blocks if block.title == "Routes between the parties"
    )

    assert routes.rows[0][1].marks == (Mark.COMPUTED, Mark.INFERRED)


def test_a_judgement_that_no_report_has_is_counted_apart_from_those_of_reports(quay, brief_of, lines_of):
    first, second = quay.assessments
    told = evolve(second, citations=())
    lines = " ".join(lines_of(brief_of(evolve(quay, assessments=(evolve(first, citations=first.citations[:1]), told)))))

    assert "(1 source speaks, in 1 report of 1 independent origin; 1 further source speaks in no report.)" in lines
    assert "2 sources speak" not in lines


def test_the_conditions_of_a_phase_are_sentences(quay, brief_of):
    phase = Phase("start", name="Start", proposal="paper", entry_conditions=("both have signed",), holders=EVERYONE)
    promise = Obligation("open", actor="employers", phase="start", text="open the gate", holders=EVERYONE)
    brief = brief_of(evolve(quay, phases=(phase,), obligations=(promise,)))
    (table,) = next(each for each in brief.sections if each.id == "agreements").blocks

    assert table.rows[0][0].detail == "The paper. Begins if: both have signed."


def test_a_case_without_rounds_speaks_of_none_when_somebody_moves(quay, brief_of):
    first = evolve(quay.positions[0], round=None, when=on(dt.date(2031, 3, 1)))
    then = evolve(first, id="then", options=frozenset({"two"}), text="Two.", when=on(dt.date(2031, 3, 5)))
    brief = brief_of(evolve(quay, rounds=(), positions=(first, then)))
    moved = [cell.text for cell in brief.essence if cell.text.startswith("Moved")]

    assert len(moved) == 1
    assert moved[0].startswith("Moved: ")
    assert "5 March 2031" in moved[0]


def test_who_moved_in_this_round_has_a_line_of_its_own(quay, brief_of):
    by_union = evolve(quay.positions[0], actor="union", round=None, when=on(dt.date(2031, 3, 1)))
    before = (by_union, evolve(by_union, id="other", actor="employers"))
    two = frozenset({"two"})
    moves = tuple(
        evolve(each, id=f"{each.id}-then", round="may", options=two, text="Two.", when=on(dt.date(2031, 5, 3))) for each in before
    )
    brief = brief_of(evolve(quay, positions=(*before, *moves)))
    moved = [cell.text.partition(":")[0] for cell in brief.essence if cell.text.startswith("Moved")]

    assert sorted(moved) == [f"Moved in this round, {name}" for name in ("Dockers' Union", "Port Employers")]


def test_the_same_pressure_on_two_is_told_once(quay, brief_of):
    press = Leverage("a", by="employers", on="union", demand="sign by May", otherwise="ships leave", holders=EVERYONE)
    brief = brief_of(evolve(quay, leverage=(press, evolve(press, id="b", on="line"))))
    pressure = next(cell.text for cell in brief.essence if cell.text.startswith("Pressure"))

    assert pressure.count("sign by May") + pressure.count("Sign by May") == 1
    assert "Dockers' Union and " in pressure


def test_an_invented_case_says_so_before_anything_was_known(quay, brief_of):
    case = Case("quay", "Quay talks", is_fictional=True, signals=quay.signals)

    assert FICTIONAL in brief_of(case, as_of=dt.date(1900, 1, 1)).notices
