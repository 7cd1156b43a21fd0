from __future__ import annotations

import pytest

from gobetween.briefs.accounts.actors import actors_section
from gobetween.briefs.accounts.assessments import assessments_section, independence, judgements, who_told_whom
from gobetween.briefs.accounts.coverage import coverage_of
from gobetween.briefs.accounts.documents import documents_section
from gobetween.briefs.accounts.figures import figures_section
from gobetween.briefs.accounts.lines import MOST_ROWS
from gobetween.briefs.accounts.meetings import meetings_section
from gobetween.briefs.accounts.positions import positions_section
from gobetween.briefs.accounts.statements import statements_section
from gobetween.briefs.accounts.sticking_points import sticking_points_section
from gobetween.briefs.accounts.timeline import timeline_section
from gobetween.briefs.blocks import Mark, Table, TimelinePlot
from gobetween.model.dates import DateBasis, When
from gobetween.model.evidence import (
    ActMention,
    AssessmentMention,
    DateMention,
    DelegationMention,
    FigureMention,
    LeverageMention,
    MeetingMention,
    MeetingStatus,
    OfficeMention,
    PositionMention,
    ReliabilitySign,
    SourceType,
    Stance,
    Statement,
    StatementKind,
    StickingPointMention,
    Story,
    Tone,
)

SAME_STORY = (Story(("a", "b"), "nine words in ten are the same"),)


@pytest.fixture
def told(newsroom):
    """The tables of one section by title, each as a list of rows of texts."""

    def make(build, *reports, stories=()):
        sections = build(coverage_of(newsroom.view(*reports, stories=stories).case.account))
        tables = [block for section in sections for block in section.blocks if isinstance(block, Table)]
        return {table.title: [[cell.text for cell in row] for row in table.rows] for table in tables}

    return make


def section_of(build, newsroom, *reports, stories=()):
    (section,) = build(coverage_of(newsroom.view(*reports, stories=stories).case.account))
    return section


# reports


def test_a_report_without_outlet_and_date_says_unknown_and_why(told, newsroom):
    row = told(documents_section, newsroom.report("note.txt"))["Reports"][0]
    assert row[:3] == ["note.txt", "unknown", "unknown"]


def test_copies_of_a_story_name_each_other_and_count_as_one_origin(newsroom):
    reports = [newsroom.report(name, outlet="Quay Post", published=newsroom.day(4)) for name in ("a", "b")]
    section = section_of(documents_section, newsroom, *reports, newsroom.report("c"), stories=SAME_STORY)
    assert section.lead == "3 reports from 2 independent origins; copies of one story count once."
    assert [row[3].text for row in section.blocks[0].rows] == ["the same as Quay Post, 4 March 2031"] * 2 + ["its own"]


def test_signs_of_lower_reliability_stand_beside_the_report(newsroom):
    report = newsroom.report("a", signs=(ReliabilitySign("machine translation", "it says so itself"),))
    cell = section_of(documents_section, newsroom, report).blocks[0].rows[0][-1]
    assert (cell.text, cell.detail) == ("machine translation", "it says so itself")


def test_reports_weeks_apart_are_different_times_and_undated_ones_are_kept_apart(newsroom):
    reports = [
        newsroom.report("a", published=newsroom.day(4)),
        newsroom.report("b", published=newsroom.day(9)),
        newsroom.report("c", published=newsroom.day(4, 6)),
    ]
    listing = section_of(documents_section, newsroom, *reports, newsroom.report("d")).blocks[1]
    assert [cell.text for cell in listing.cells] == ["4 to 9 March 2031: a and b", "4 June 2031: c", "Undated: d"]


def test_a_date_that_may_be_any_day_of_a_year_places_a_report_nowhere(newsroom):
    year = When(newsroom.day(1, 1).earliest, newsroom.day(31, 12).latest, basis=DateBasis.INFERRED, inference="the year alone")
    listing = section_of(documents_section, newsroom, newsroom.report("a", published=year)).blocks[1]
    assert [cell.text for cell in listing.cells] == ["Undated: a"]


# actors


def test_a_delegation_with_a_head_comes_before_the_same_actor_s_without(told, newsroom):
    report = newsroom.report(
        "a",
        delegations=(
            DelegationMention(newsroom.words("the team arrived"), "Dockers", movement="arrived"),
            DelegationMention(newsroom.words("a team of six led by Ada Lund", 90), "Dockers", head="Ada Lund", size=6),
        ),
    )
    rows = told(actors_section, report)["Delegations"]
    assert rows == [["Dockers", "Ada Lund", "6", "arrived", "undated", "“a team of six led by Ada Lund”"]]


def test_conflicting_titles_are_kept_as_said_and_marked_contested(newsroom):
    offices = tuple(
        OfficeMention(newsroom.words(f"{title} Bo Dahl", start), "Bo Dahl", title, actor="Operator")
        for title, start in (("chair", 0), ("vice chair", 50))
    )
    section = section_of(actors_section, newsroom, newsroom.report("a", offices=offices))
    persons = next(block for block in section.blocks if block.title == "Persons and their offices")
    assert [row[-1].text for row in persons.rows] == ["chair", "vice chair"]
    assert all(Mark.CONTESTED in row[-1].marks for row in persons.rows)


def test_a_surname_is_the_person_whose_full_name_ends_with_it(told, newsroom):
    first = newsroom.report("a", offices=(OfficeMention(newsroom.words("chair Bo Dahl"), "Bo Dahl", "chair", actor="Operator"),))
    second = newsroom.report("b", offices=(OfficeMention(newsroom.words("chair Dahl"), "Dahl", "chair", actor="Operator"),))
    assert told(actors_section, first, second)["Persons and their offices"] == [["Bo Dahl", "Operator", "chair"]]


# statements


def said(newsroom, name, words, speaker="Ada Lund", kind=StatementKind.STATEMENT, **extra):
    statement = Statement(newsroom.speaker(speaker, "Dockers"), newsroom.words(words, 40), kind=kind, told_to="Quay Post")
    return newsroom.report(name, published=newsroom.day(4), statements=(statement,), **extra)


def test_a_statement_in_two_copies_of_a_story_is_one_line_that_cites_both(newsroom):
    section = section_of(
        statements_section,
        newsroom,
        said(newsroom, "a", "night work must be paid double"),
        said(newsroom, "b", "night work must be paid"),
        stories=SAME_STORY,
    )
    (row,) = section.blocks[0].rows
    assert [citation.source for citation in row[-1].citations] == ["a", "b"]


def test_a_statement_known_through_another_says_by_way_of_whose_account(newsroom):
    through = Statement(newsroom.speaker("Ada Lund", "Dockers"), newsroom.words("no", 40), via=newsroom.speaker("diplomat", None))
    section = section_of(statements_section, newsroom, newsroom.report("a", published=newsroom.day(4), statements=(through,)))
    assert section.blocks[0].rows[0][1].text == "Ada Lund, by way of diplomat's account"


def test_the_same_words_in_independent_reports_are_two_lines(told, newsroom):
    rows = told(statements_section, said(newsroom, "a", "night work must be paid"), said(newsroom, "b", "night work must be paid"))[
        "Statements"
    ]
    assert len(rows) == 2


def test_an_allegation_is_marked_as_one(newsroom):
    section = section_of(statements_section, newsroom, said(newsroom, "a", "they want us to fail", kind=StatementKind.ALLEGATION))
    assert Mark.ALLEGED in section.blocks[0].rows[0][-1].marks


def test_a_day_between_the_speaker_and_the_words_is_the_day_of_saying(told, newsroom):
    mention = DateMention(newsroom.words("on Monday", 20), newsroom.day(2))
    assert (
        told(statements_section, said(newsroom, "a", "night work must be paid", dates=(mention,)))["Statements"][0][2] == "2 March 2031"
    )
    assert told(statements_section, said(newsroom, "a", "night work must be paid"))["Statements"][0][2] == "(4 March 2031)"


def test_of_very_many_statements_the_most_telling_stay_and_the_table_says_how_to_get_the_rest(newsroom):
    anonymous = newsroom.speaker("a source", None, SourceType.ANONYMOUS_SOURCE)
    many = tuple(Statement(anonymous, newsroom.words(f"word number {index}", 100 * index)) for index in range(1, 50))
    named = Statement(newsroom.speaker("Ada Lund", "Dockers"), newsroom.words("night work must be paid", 6000))
    table = section_of(statements_section, newsroom, newsroom.report("a", statements=(*many, named))).blocks[0]
    assert len(table.rows) == MOST_ROWS
    assert any(cell.text.startswith("Ada Lund") for row in table.rows for cell in row)
    assert "10 further lines" in table.note
    assert "gobetween read --format json" in table.note


# positions, sticking points, pressure


def position(newsroom, party, stance, text, issue="", start=0, **extra):
    return PositionMention(newsroom.words(text, start), party, stance=stance, issue=issue, **extra)


def test_what_the_actor_asked_before_is_not_what_it_asks_instead(told, newsroom):
    report = newsroom.report(
        "a",
        positions=(
            position(newsroom, "Dockers", Stance.DROPPED_DEMAND, "gave up the thirty-hour week", "thirty-hour week"),
            position(newsroom, "Dockers", Stance.DEMAND, "want a night bonus", "night bonus", 100),
            position(newsroom, "Dockers", Stance.DEMAND, "had asked for a thirty-hour week", "thirty-hour week", 200),
            position(newsroom, "Operator", Stance.OFFER, "offers a day off", "day off", 300),
            position(newsroom, "Dockers", Stance.DEMAND, "want new boots", "boots", 5000),
        ),
    )
    rows = told(positions_section, report)["Demands dropped, and what is asked instead"]
    assert [row[2] for row in rows] == ["“want a night bonus”"]


def test_what_is_asked_instead_goes_on_the_sentence_or_is_of_the_same_matter(told, newsroom):
    report = newsroom.report(
        "a",
        positions=(
            position(newsroom, "Dockers", Stance.DROPPED_DEMAND, "Dockers gave up the freeze on cranes", "freeze on cranes"),
            position(newsroom, "Dockers", Stance.CONDITIONAL, "They could accept longer shifts", "longer shifts", 60),
            position(newsroom, "Dockers", Stance.DEMAND, "They want retraining before a crane goes", "retraining", 120),
            position(newsroom, "Dockers", Stance.DEMAND, "They want crane cabs heated", "crane cabs", 900),
        ),
    )
    rows = told(positions_section, report)["Demands dropped, and what is asked instead"]
    assert [row[2] for row in rows] == ["“They want retraining before a crane goes”"]


def test_a_matter_on_which_two_actors_stand_is_shown_actor_by_actor(told, newsroom):
    report = newsroom.report(
        "a",
        positions=(
            position(newsroom, "Dockers", Stance.DEMAND, "want a night bonus", "night bonus"),
            position(newsroom, "Operator", Stance.REJECT, "refuses any night bonus", "night bonus", 100),
            position(newsroom, "Operator", Stance.OFFER, "offers a day off", "day off", 200),
        ),
    )
    rows = told(positions_section, report)["The same matter, by actor"]
    assert [row[:2] for row in rows] == [["Night bonus", "Dockers demands"], ["", "Operator rejects"]]


def test_a_position_within_a_statement_is_said_by_its_speaker(told, newsroom):
    statement = Statement(newsroom.speaker("Cy Moe", "Ministry"), newsroom.words("the dockers want a night bonus at once", 100))
    asked = position(newsroom, "Dockers", Stance.DEMAND, "want a night bonus", "night bonus", 112)
    rows = told(positions_section, newsroom.report("a", statements=(statement,), positions=(asked,)))["All positions, by actor"]
    assert rows[0][3] == "Cy Moe (Ministry)"


def test_a_sticking_point_shows_who_asks_what_there(told, newsroom):
    report = newsroom.report(
        "a",
        sticking_points=(
            StickingPointMention(newsroom.words("the main obstacle is work at the North Gate", 100), "work at the North Gate"),
        ),
        positions=(
            position(newsroom, "Dockers", Stance.DEMAND, "want guards at the North Gate", "guards", 200),
            position(newsroom, "Operator", Stance.DEMAND, "wants a later lunch", "lunch", 260),
        ),
    )
    rows = told(sticking_points_section, report)["Sticking points"]
    assert (rows[0][1], rows[0][2]) == ("Dockers", "Dockers demands: “want guards at the North Gate”")


def test_pressure_says_who_on_whom_to_do_what_or_else(told, newsroom):
    report = newsroom.report(
        "a",
        leverage=(LeverageMention(newsroom.words("words"), "Ministry", "Operator", demand="pay up", otherwise="or lose the licence"),),
    )
    assert told(sticking_points_section, report)["Pressure"][0][:3] == ["Ministry on Operator", "pay up", "or lose the licence"]


# assessments


def judged(newsroom, text, who, kind=SourceType.ANONYMOUS_SOURCE):
    return AssessmentMention(newsroom.words(text), Tone.CRITICAL, by=newsroom.speaker(who, None, kind), told_to="Quay Post")


def test_two_sources_in_one_story_are_two_sources_one_outlet_and_one_origin(newsroom):
    both = (
        judged(newsroom, "talks are at a turning point", "port sources"),
        judged(newsroom, "have reached a turning point", "a union source"),
    )
    reports = [newsroom.report("a", assessments=both), newsroom.report("b", assessments=both[:1])]
    coverage = coverage_of(newsroom.view(*reports, stories=SAME_STORY).case.account)
    (judgement,) = judgements(coverage)
    assert independence(coverage, judgement) == "2 sources, 1 outlet, 1 independent origin"
    assert who_told_whom(coverage, judgement) == "port sources told Quay Post; a union source told Quay Post"
    assert len(section_of(assessments_section, newsroom, *reports, stories=SAME_STORY).blocks[0].rows) == 2


# meetings, timeline


def test_meetings_ahead_come_first_and_dated_ones_before_undated(told, newsroom):
    report = newsroom.report(
        "a",
        meetings=(
            MeetingMention(newsroom.words("they met"), ("Dockers",), when=newsroom.day(2)),
            MeetingMention(newsroom.words("they will meet some day", 50), ("Dockers",), status=MeetingStatus.PLANNED),
            MeetingMention(
                newsroom.words("they will meet on the ninth", 90), ("Dockers",), status=MeetingStatus.PLANNED, when=newsroom.day(9)
            ),
        ),
    )
    tables = told(meetings_section, report)
    assert list(tables) == ["Planned next", "Held"]
    assert [row[0] for row in tables["Planned next"]] == ["9 March 2031", "undated"]


def test_what_has_no_date_stands_in_the_timeline_s_table_alone(newsroom):
    acts = (
        ActMention(newsroom.words("the cranes stopped"), "Dockers", when=newsroom.day(3)),
        ActMention(newsroom.words("a gate was shut", 60), "Operator"),
    )
    (plot,) = section_of(timeline_section, newsroom, newsroom.report("a", published=newsroom.day(4), acts=acts)).blocks
    assert isinstance(plot, TimelinePlot)
    assert [entry.lane for entry in plot.entries] == ["Acts", "Reports"]
    assert [row[0].text for row in plot.table.rows] == ["3 March 2031", "4 March 2031", "undated"]


# figures


def figure(newsroom, value, counted, **extra):
    extra.setdefault("unit", "persons")
    return FigureMention(newsroom.words(f"{value} {counted}"), value, counted=counted, **extra)


def test_later_and_larger_is_growth(told, newsroom):
    early = newsroom.report("a", published=newsroom.day(4), figures=(figure(newsroom, 200, "dismissed", place="Pier 4"),))
    late = newsroom.report("b", published=newsroom.day(4, 5), figures=(figure(newsroom, 320, "jobs lost", place="Pier 4"),))
    rows = told(figures_section, early, late)["The same thing counted in several reports"]
    assert rows[0][2] == "later and larger: growth from 200 to 320"


def test_a_series_in_one_report_is_told_as_growth(told, newsroom):
    counts = [
        figure(newsroom, value, "dismissed", place="Pier 4", when=newsroom.day(1, month)) for value, month in ((200, 2), (320, 3))
    ]
    report = newsroom.report("a", published=newsroom.day(4, 5), figures=tuple(counts))
    rows = told(figures_section, report)["The same thing counted again and again in one report"]
    assert rows[0][2] == "later and larger: growth from 200 to 320"
    assert "for 2031-02-01" in rows[0][1]


def test_an_undated_count_is_said_to_be_neither_growth_nor_disagreement(told, newsroom):
    early = newsroom.report("a", published=newsroom.day(4), figures=(figure(newsroom, 200, "dismissed", place="Pier 4"),))
    undated = newsroom.report("b", figures=(figure(newsroom, 320, "dismissed", place="Pier 4"),))
    rows = told(figures_section, early, undated)["The same thing counted in several reports"]
    assert rows[0][2] == "of the undated, growth over time cannot be told from disagreement"


def test_dismissed_women_are_not_all_the_dismissed(told, newsroom):
    one = newsroom.report("a", figures=(figure(newsroom, 200, "dismissed", place="Pier 4"),))
    other = newsroom.report("b", figures=(figure(newsroom, 90, "dismissed women", place="Pier 4"),))
    assert "The same thing counted in several reports" not in told(figures_section, one, other)


def test_a_span_in_a_draft_is_a_figure_on_the_table_and_a_background_toll_is_not(told, newsroom):
    sentence = newsroom.words("The draft has a 40-day truce.")
    report = newsroom.report(
        "a",
        figures=(
            figure(newsroom, 40, "truce", unit="days", sentence=sentence),
            figure(newsroom, 3, "talks", unit="months", sentence=newsroom.words("Talks on a deal have lasted three months.")),
        ),
    )
    assert [row[0] for row in told(figures_section, report)["Figures in what is on the table"]] == ["40 days: truce"]


def test_the_number_of_a_report_s_own_sources_is_no_figure(told, newsroom):
    assert told(figures_section, newsroom.report("a", figures=(figure(newsroom, 2, "port sources"),))) == {}


def test_a_count_that_names_no_place_is_of_the_place_that_its_sentence_names(told, newsroom):
    sentence = newsroom.words("The yard at Pier 4 has cost 250 jobs lost.")
    one = newsroom.report("a", figures=(figure(newsroom, 200, "dismissed", place="Pier 4"),))
    there = newsroom.report("b", figures=(figure(newsroom, 250, "jobs lost", sentence=sentence),))
    elsewhere = newsroom.report("b", figures=(figure(newsroom, 250, "jobs lost", sentence=newsroom.words("250 jobs lost.")),))
    assert "The same thing counted in several reports" in told(figures_section, one, there)
    assert "The same thing counted in several reports" not in told(figures_section, one, elsewhere)


def test_a_date_is_marked_as_inferred_wherever_it_stands_and_explained_beside_the_report(newsroom):
    when = When(newsroom.day(4).earliest, newsroom.day(4).latest, basis=DateBasis.INFERRED, inference="from its address")
    report = newsroom.report("a", published=when, statements=said(newsroom, "x", "night work must be paid").document.statements)
    shown = section_of(documents_section, newsroom, report).blocks[0].rows[0][2]
    beside = section_of(statements_section, newsroom, report).blocks[0].rows[0][2]
    assert (shown.detail, beside.detail) == ("from its address", "")
    assert Mark.INFERRED in shown.marks
    assert Mark.INFERRED in beside.marks


def test_a_claim_is_contested_only_where_another_actor_denies_it(newsroom):
    claims = (
        position(newsroom, "Operator", Stance.CLAIM, "crates vanish at night", "theft of crates"),
        position(newsroom, "Operator", Stance.CLAIM, "the cranes are safe", "safety of cranes", 40),
        position(newsroom, "Dockers", Stance.DENY, "no crate was ever taken", "theft of crates", 80),
    )
    section = section_of(positions_section, newsroom, newsroom.report("a", positions=claims))
    table = next(block for block in section.blocks if block.title == "All positions, by actor")
    contested = [row[2].text for row in table.rows if Mark.CONTESTED in row[2].marks]
    assert contested == ["“no crate was ever taken”", "“crates vanish at night”"]


def test_a_headline_in_the_words_of_a_report_s_sources_is_no_further_voice(newsroom):
    headline = AssessmentMention(newsroom.words("Port talks at turning point"), Tone.CRITICAL)
    report = newsroom.report("a", assessments=(headline, judged(newsroom, "the talks are at a turning point", "a union source")))
    coverage = coverage_of(newsroom.view(report).case.account)
    assert independence(coverage, judgements(coverage)[0]) == "1 source, 1 outlet, 1 independent origin"


def test_words_of_an_allegation_are_no_position_of_the_speaker_s_own(told, newsroom):
    allegation = Statement(
        newsroom.speaker("Ada Lund", "Dockers"),
        newsroom.words("he is threatening to close the port", 50),
        kind=StatementKind.ALLEGATION,
    )
    misread = position(newsroom, "Dockers", Stance.THREATEN, "threatening to close the port", "close the port", 56)
    assert told(positions_section, newsroom.report("a", statements=(allegation,), positions=(misread,))) == {}


def test_a_wish_not_to_be_named_is_no_position_in_the_talks(told, newsroom):
    wish = position(newsroom, "Operator", Stance.DEMAND, "requested anonymity", "anonymity")
    assert told(positions_section, newsroom.report("a", positions=(wish,))) == {}


def test_a_meeting_planned_in_one_copy_and_under_way_in_the_next_is_one_meeting(told, newsroom):
    def copy(name, day, status):
        meeting = MeetingMention(newsroom.words("a visit to the yard on Friday"), ("Operator",), status=status, when=newsroom.day(7))
        return newsroom.report(name, published=newsroom.day(day), meetings=(meeting,))

    tables = told(meetings_section, copy("a", 6, MeetingStatus.PLANNED), copy("b", 7, MeetingStatus.ONGOING), stories=SAME_STORY)
    assert list(tables) == ["Planned next"]


def test_a_meeting_without_a_date_is_placed_by_its_report_s_as_far_as_that_goes(told, newsroom):
    meetings = tuple(
        MeetingMention(newsroom.words(f"a meeting {status.value}", start), ("Dockers",), status=status)
        for status, start in ((MeetingStatus.HELD, 0), (MeetingStatus.ONGOING, 50), (MeetingStatus.PLANNED, 90))
    )
    tables = told(meetings_section, newsroom.report("a", published=newsroom.day(4), meetings=meetings))
    assert [tables[title][0][0] for title in ("Held", "Under way", "Planned next")] == [
        "by 4 March 2031",
        "4 March 2031",
        "from 4 March 2031",
    ]
    undated = told(meetings_section, newsroom.report("a", meetings=meetings))
    assert {rows[0][0] for rows in undated.values()} == {"undated"}


def test_an_act_in_two_copies_of_a_story_is_one_line(newsroom):
    act = ActMention(newsroom.words("the cranes stopped at noon"), "Dockers", when=newsroom.day(3))
    reports = [newsroom.report(name, acts=(act,)) for name in ("a", "b")]
    (plot,) = section_of(timeline_section, newsroom, *reports, stories=SAME_STORY).blocks
    assert [entry.lane for entry in plot.entries] == ["Acts"]


def test_pressure_in_two_copies_is_one_line_and_an_or_else_comes_first(told, newsroom):
    asked = LeverageMention(newsroom.words("the Ministry told both sides to hurry"), "Ministry", "Dockers", demand="hurry")
    threat = LeverageMention(
        newsroom.words("pay up or lose the licence", 90), "Ministry", "Operator", demand="pay up", otherwise="lose the licence"
    )
    reports = [newsroom.report(name, leverage=(asked, threat)) for name in ("a", "b")]
    rows = told(sticking_points_section, *reports, stories=SAME_STORY)["Pressure"]
    assert [row[0] for row in rows] == ["Ministry on Operator", "Ministry on Dockers"]


def test_a_sticking_point_in_two_copies_is_one_line_and_what_is_said_in_so_many_words_comes_first(told, newsroom):
    hinted = StickingPointMention(newsroom.words("they also differ over lunch breaks"), "lunch breaks", is_explicit=False)
    said_so = StickingPointMention(newsroom.words("the main obstacle is night work", 90), "night work")
    reports = [newsroom.report(name, sticking_points=(hinted, said_so)) for name in ("a", "b")]
    rows = told(sticking_points_section, *reports, stories=SAME_STORY)["Sticking points"]
    assert [row[0] for row in rows] == ["Night work", "Lunch breaks"]


def test_a_demand_that_the_same_story_has_dropped_was_demanded_before(told, newsroom):
    positions = (
        position(newsroom, "Dockers", Stance.DROPPED_DEMAND, "gave up the thirty-hour week", "thirty-hour week"),
        position(newsroom, "Dockers", Stance.DEMAND, "the dockers insisted on a thirty-hour week at all four piers", "", 100),
    )
    rows = told(positions_section, newsroom.report("a", positions=positions))["All positions, by actor"]
    assert [row[1] for row in rows] == ["dropped the demand", "demanded before"]


def test_what_another_actor_alleges_is_marked_as_alleged(newsroom):
    allegation = Statement(
        newsroom.speaker("Ada Lund", "Dockers"),
        newsroom.words("they are threatening to close the port", 50),
        kind=StatementKind.ALLEGATION,
    )
    threat = position(newsroom, "Operator", Stance.THREATEN, "threatening to close the port", "close the port", 59)
    section = section_of(positions_section, newsroom, newsroom.report("a", statements=(allegation,), positions=(threat,)))
    assert Mark.ALLEGED in section.blocks[0].rows[0][2].marks
