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


def essence(brief, about):
    return next(cell.text for cell in brief.essence if cell.text.startswith(about))


def block(brief, section_id, title):
    section = next(each for each in brief.sections if each.id == section_id)
    return next(each for each in section.blocks if getattr(each, "title", "").startswith(title))


def test_the_essence_is_read_in_a_minute(brief):
    assert 6 <= len(brief.essence) <= 10
    assert sum(len(cell.text.split()) for cell in brief.essence) < 350


def test_it_says_who_leads_each_delegation(brief):
    heads = essence(brief, "Delegations")

    assert "Hamas, led by Ismail Haniyeh" in heads
    assert "United States, led by Brett McGurk" in heads
    assert "Israel, head not named, 4 in all" in heads


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
    stands = block(brief, "positions", "Where each stands now")
    rows = {row[0].text: dict(zip(stands.columns[1:], (cell.text for cell in row[1:]), strict=True)) for row in stands.rows}

    for corridor in ("Philadelphi Corridor", "Netzarim Corridor"):
        assert rows[corridor]["Israel"] == "Asks for “Israeli troops stay”."
        assert rows[corridor]["Hamas"] == "Asks for “Israeli troops leave”."
    assert rows["Philadelphi Corridor"]["Egypt"] == "Asks for “Israeli troops leave”."
    assert rows["Netzarim Corridor"]["Egypt"] == ""


def test_the_corridors_cannot_both_be_had_as_demanded(brief):
    conflicts = [cell.text for cell in block(brief, "sticking-points", "Computed: demands").cells]

    assert any("Israel asks for “Israeli troops stay” (Philadelphi Corridor); Hamas and Egypt ask for" in text for text in conflicts)


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


def test_it_says_who_must_still_answer(brief):
    assert "Israel and Hamas, to" in essence(brief, "Still to answer")


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
