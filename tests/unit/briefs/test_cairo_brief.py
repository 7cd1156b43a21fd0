"""What the brief of the Cairo talks must answer, each in a place where a reader finds it within a minute."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from gobetween.briefs.blocks import Mark
from gobetween.briefs.compose import compose_brief
from gobetween.casefiles.folders import load_case
from gobetween.disclosure.views import view_for
from gobetween.model.preferences import ASSUMPTION_NOTICE

CAIRO = Path(__file__).parents[3] / "examples" / "cairo"
TODAY = dt.date(2026, 11, 22)


def cairo_brief(audience="keeper", *, assumption=None, as_of=None):
    case = load_case(CAIRO, audience=audience, assumption=assumption, today=TODAY).case
    return compose_brief(view_for(audience, case, as_of=as_of), today=TODAY, assumption=assumption)


@pytest.fixture(scope="module")
def brief():
    return cairo_brief()


@pytest.fixture(scope="module")
def february():
    return cairo_brief(as_of=dt.date(2024, 2, 25))


def line(brief, about):
    return next(cell for cell in brief.essence if cell.text.startswith(about))


def essence(brief, about):
    return line(brief, about).text


def block(brief, section_id, title):
    section = next(each for each in brief.sections if each.id == section_id)
    return next(each for each in section.blocks if getattr(each, "title", "").startswith(title))


def test_the_essence_is_at_most_fourteen_short_lines(brief):
    assert 6 <= len(brief.essence) <= 14
    assert sum(len(cell.text.split()) for cell in brief.essence) < 640


def test_it_says_who_leads_each_delegation(brief):
    heads = essence(brief, "Delegations")

    assert "August round: Israel, Egypt, Qatar and United States (heads not named)" in heads
    assert "May round: Hamas (head not named)" in heads
    assert "Hamas, Ismail Haniyeh (February round)" in heads.split("Heads last known: ")[1]
    assert "United States, Brett McGurk (February round)" in heads.split("Heads last known: ")[1]


def test_it_says_who_told_whom_of_a_critical_phase_and_counts_one_origin(brief):
    said = next(cell.text for cell in block(brief, "course", "How sources judge").cells if "critical phase" in cell.text.lower())

    assert "Palestinian source" in said
    assert "iplomatic sources" in said
    assert "The National" in said
    assert "2 sources speak, in 2 reports of 1 independent origin" in said


def test_it_says_what_hamas_dropped_and_wants_instead(brief):
    moved = [cell for cell in block(brief, "positions", "What moved").cells if "no longer" in cell.text]

    assert len(moved) == 1
    assert "Hamas no longer demands a permanent ceasefire." in moved[0].text
    assert "guarantees that talks on a permanent ceasefire follow" in moved[0].text
    assert "no longer asks for “A permanent ceasefire”" in moved[0].detail
    assert moved[0].text in essence(brief, "Moved")


def test_it_says_who_demands_what_in_the_two_corridors(brief):
    stands = block(brief, "positions", "Where each stands now").table
    rows = {row[0].text: dict(zip(stands.columns[1:], (cell.text for cell in row[1:]), strict=True)) for row in stands.rows}

    for corridor in ("Philadelphi Corridor", "Netzarim Corridor"):
        assert rows[corridor]["Israel"] == "Asks for “Israeli troops stay”."
        assert rows[corridor]["Hamas"] == "Asks for “Israeli troops leave”."
    assert rows["Philadelphi Corridor"]["Egypt"] == "Asks for “Israeli troops leave”."
    assert rows["Netzarim Corridor"]["Egypt"] == ""


def test_the_corridors_cannot_both_be_had_as_demanded(brief):
    conflicts = [cell.text for cell in block(brief, "sticking-points", "Computed: demands").cells]

    assert any("Israel: asks for “Israeli troops stay” (Philadelphi Corridor); Hamas and Egypt: ask for" in text for text in conflicts)


def test_tolls_stand_together_with_who_gives_them_and_when(brief):
    tolls = [[cell.text for cell in row] for row in block(brief, "figures", "Figures").rows if row[0].text == "Dead or killed, Gaza"]

    assert [(row[2], row[4]) for row in tolls] == [
        ("more than 29,000", "Efe, no source named"),
        ("more than 29,300", "Gaza Health Ministry"),
        ("more than 40,000", "Palestinian health officials"),
    ]
    assert tolls[0][1] == "21 February 2024"


def test_it_says_how_long_a_pause_is_on_the_table(brief):
    assert "40 days" in essence(brief, "On the table")


def test_it_does_not_say_that_the_wording_of_may_still_stands(brief):
    said = "last known from the May round; whether it still stands is not recorded"
    in_may = cairo_brief(as_of=dt.date(2024, 6, 1))

    assert said in essence(brief, "On the table")
    assert said not in essence(in_may, "On the table")
    assert "as of the" not in essence(in_may, "Still to answer")


def test_it_says_what_moved_last_after_the_last_demand_that_was_dropped(brief):
    moved = essence(brief, "Moved")

    assert moved.startswith("Moved: Nothing reported in this round. Last demand dropped: February round, ")
    assert "Last move: May round, Guarantees of what follows the pause: Hamas presses for a commitment" in moved
    assert moved.index("Last demand dropped") < moved.index("Last move")


def test_it_says_what_was_judged_before_by_whom_and_from_how_many_origins(brief):
    said = essence(brief, "Earlier judgements")

    assert "a critical moment (diplomatic sources and a Palestinian source, to The National; 1 independent origin)" in said
    assert {"hopeful", "gloomy"} <= set(said.replace("(", " ").split())
    assert "August" not in said


def test_it_gives_the_latest_of_each_toll_with_its_giver_and_date(brief):
    tolls = essence(brief, "Tolls")

    assert "Dead or killed, Gaza: more than 40,000, by Palestinian health officials (8 August to 6 September 2024)" in tolls
    assert "29,300" not in tolls


def test_it_names_what_accounts_differ_on(brief):
    differ = essence(brief, "Accounts that differ")

    assert "Do Hamas and the United States meet, or negotiate indirectly?" in differ
    assert "Are weapons brought into Gaza" in differ


def test_a_plan_whose_time_has_passed_says_that_nobody_recorded_what_came_of_it(brief):
    planned = essence(brief, "Planned next")
    in_time = cairo_brief(as_of=dt.date(2024, 9, 6))

    assert "was planned for 9 August to 6 September 2024 (that time has passed; what came of it is not recorded): A Qatari" in planned
    assert "9 August to 6 September 2024: A Qatari delegation" in essence(in_time, "Planned next")


def test_what_was_read_into_the_reports_is_marked_where_it_has_influence(brief):
    pressure, blocks = line(brief, "Pressure"), line(brief, "Blocks, as computed")
    conflicts = {cell.text: cell.marks for cell in block(brief, "sticking-points", "Computed: demands").cells}
    stands = block(brief, "positions", "Where each stands now").table
    netzarim = next(row for row in stands.rows if row[0].text == "Netzarim Corridor")

    assert set(pressure.marks) == {Mark.REPORTED, Mark.INFERRED}
    assert "would expel its political leadership) (inferred)" in pressure.text
    assert blocks.marks == (Mark.COMPUTED, Mark.INFERRED)
    assert [Mark.INFERRED in marks for text, marks in conflicts.items()] == ["Netzarim" in text for text in conflicts]
    assert [Mark.INFERRED in cell.marks for cell in netzarim[1:3]] == [False, True]


def test_from_a_word_of_caution_nothing_is_computed(brief):
    words = " ".join(cell.text for cell in block(brief, "sticking-points", "Computed: demands").cells)

    assert "permanent ceasefire" not in words
    assert "permanent" not in essence(brief, "Blocks, as computed")
    assert any("Israel is cautious" in row[0].text for row in block(brief, "sticking-points", "Reported").rows)


def test_where_demands_fit_together_it_says_that_words_of_caution_are_not_counted():
    in_may = cairo_brief(as_of=dt.date(2024, 6, 1))

    assert "excludes a deal; what is said without naming an option is not counted" in essence(in_may, "Blocks, as computed")
    assert essence(in_may, "Delegations").startswith("Delegations: May round: Hamas and United States (heads not named); February")


def test_a_condition_is_not_what_is_accepted_on_it(february):
    stands = block(february, "positions", "Where each stands now").table
    pause = next(row for row in stands.rows if row[0].text == "Length and permanence of the pause")

    assert "accepts “A pause of set length” or “A pause that lasts as long as talks do”, on a condition" in " ".join(
        cell.text for cell in pause
    )
    assert "accepts “A permanent ceasefire”" not in " ".join(cell.text for cell in pause)


def test_the_plan_for_an_operation_stands_under_its_issue(brief):
    stands = block(brief, "positions", "Where each stands now").table
    rafah = next(row for row in stands.rows if row[0].text == "Operation in Rafah")

    assert "Says it plans “The operation takes place”." in [cell.text for cell in rafah]


def test_it_says_who_must_still_answer(brief):
    owed = essence(brief, "Still to answer")

    assert "Israel (inferred) and Hamas, to “The 40-day wording of May”, as of the May round" in owed
    assert "Israel, to “Suggestions on the security of the border”;" in owed
    assert Mark.INFERRED in line(brief, "Still to answer").marks


def test_it_says_whom_the_united_states_threatens_with_what(brief):
    assert "United States on Qatar: Expel Hamas's political leadership" in essence(brief, "Pressure")


def test_contradicting_accounts_stand_side_by_side_each_with_its_source(brief):
    accounts = block(brief, "figures", "Accounts that do not fit together")
    row = next(each for each in accounts.rows if "meet" in each[0].text)

    assert "Efe" in row[1].detail
    assert "The National" in row[2].detail
    assert row[1].citations
    assert row[2].citations


def test_it_says_what_is_planned_next(brief):
    planned = essence(brief, "Planned next")

    assert "Qatari delegation" in planned
    assert "border" in planned
    assert "McGurk" not in planned


def test_a_brief_as_of_february_knows_nothing_of_may_or_august(february):
    assert essence(february, "Round").startswith("Round: February round")
    assert "May" not in "".join(cell.text for cell in february.essence)
    assert {line.number for line in february.sources} == {1, 2, 3}


def test_assumed_numbers_are_marked_wherever_they_touch():
    brief = cairo_brief(assumption="quiet-first")

    assert ASSUMPTION_NOTICE in brief.notices
    assert any(Mark.ASSUMED in cell.marks for cell in brief.essence)
    assert ASSUMPTION_NOTICE not in cairo_brief().notices


@pytest.mark.parametrize("audience", ["public", "israel", "hamas", "egypt", "qatar", "united-states"])
def test_every_citation_is_to_a_source_that_the_brief_lists(audience):
    brief = cairo_brief(audience)
    listed = {line.id for line in brief.sources}

    assert {each.source for cell in brief.essence for each in cell.citations} <= listed


def test_what_one_asks_of_another_is_not_called_a_debt(brief):
    asked = block(brief, "debts", "Asked for outside the deal")

    assert asked.columns[:2] == ("Asked of", "By")
    assert asked.rows[0][2].text.startswith("The United States asks Israel for a credible plan")
    assert not any("owes" in cell.text for row in asked.rows for cell in row)
