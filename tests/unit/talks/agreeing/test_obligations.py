from __future__ import annotations

import datetime as dt

import pytest

from agreements_of_the_strait import PACT, accepted, in_force, talks_with_a_pact
from gobetween.model.agreement import Obligation, ObligationStatus, PerformanceKind
from gobetween.model.items import EVERYONE
from gobetween.protocols.obligations import Duty
from gobetween.talks.agreeing import agreements
from gobetween.talks.agreeing.obligations import enter_phase, fulfil, name_phase, oblige, report_performance, score, verify_performance
from gobetween.talks.entering import enter
from specimen_talks import AUDIENCES, books

FREE, FIRST = "harbour/free", "harbour/first"
PROPOSED, AGREED, PERFORMED = ObligationStatus.PROPOSED, ObligationStatus.AGREED, ObligationStatus.PERFORMED
HAVING_IT = ("north", "south", "harbour", "bridge", "shipping", "watch")


def obliged(talks, clause="crews", **duty):
    wanted = {"text": "", "monitors": ("watch",), "guarantors": ("shipping",), "deadline": dt.date(2031, 3, 10), **duty}
    talks.act("harbour", oblige, PACT, clause, Duty(wanted.pop("actor", "north"), **wanted), name="free")
    return talks


def obligation(talks, audience):
    return talks.case(audience).obligations[0]


@pytest.fixture
def talks():
    return obliged(in_force(talks_with_a_pact()))


def test_an_obligation_has_the_words_of_its_clause_unless_it_has_its_own():
    assert obligation(obliged(talks_with_a_pact()), "north").text == "Both sides release the crews."
    assert obligation(obliged(talks_with_a_pact(), text="Release 40."), "north").text == "Release 40."


def test_everyone_who_has_the_agreement_gets_its_obligations_and_nobody_else(talks):
    assert {obligation(talks, each).status for each in HAVING_IT} == {AGREED}
    assert talks.case("public").obligations == ()


def test_an_obligation_is_owed_from_the_day_on_which_its_clause_is_in_force():
    talks = obliged(talks_with_a_pact())
    assert obligation(talks, "north").status is PROPOSED
    assert "nothing is owed until" in talks.refusal("north", report_performance, FREE)
    assert "nothing is owed until" in talks.refusal("watch", score, FREE, 1)
    in_force(talks, "crews")
    assert {obligation(talks, each).status for each in HAVING_IT} == {AGREED}


def test_an_early_part_puts_no_other_clause_in_force():
    assert obligation(obliged(in_force(talks_with_a_pact(), "crews"), clause="toll"), "north").status is PROPOSED


def test_a_signature_that_binds_nobody_yet_changes_no_obligation():
    talks = accepted(obliged(talks_with_a_pact()))
    talks.act("north", agreements.sign, PACT)
    assert obligation(talks, "south").status is PROPOSED


@pytest.mark.parametrize(
    ("who", "clause", "duty", "words"),
    [
        ("north", "crews", Duty("south", ""), "this is for those who carry"),
        ("harbour", "guns", Duty("north", ""), "has no clause 'guns'; its clauses: toll, hours, crews"),
        ("harbour", "crews", Duty("keeper", ""), "keeper does not have 'harbour/pact', and would learn of it"),
        ("harbour", "crews", Duty("north", "", monitors=("nobody",)), "nobody does not have"),
        ("harbour", "crews", Duty("north", "", phase="harbour/second"), "has no phase 'harbour/second'; its phases: none"),
    ],
)
def test_only_who_carries_it_obliges_and_only_by_what_is_there(who, clause, duty, words):
    assert words in talks_with_a_pact().refusal(who, oblige, PACT, clause, duty)


def test_whoever_owes_it_reports_and_a_monitor_verifies(talks):
    assert "is for north to do and to report" in talks.refusal("south", report_performance, FREE)
    talks.act("north", report_performance, FREE, text="They left today.")
    assert obligation(talks, "south").status is AGREED
    talks.act("watch", verify_performance, FREE, is_performed=True, text="Forty crossed.")
    assert [each.kind for each in talks.case("south").performances] == [PerformanceKind.REPORTED, PerformanceKind.VERIFIED]
    assert {obligation(talks, each).status for each in HAVING_IT if each != "shipping"} == {PERFORMED}


def test_what_is_said_of_performance_goes_to_those_who_are_named_alone(talks):
    before = {each: books(talks.clerk, each) for each in AUDIENCES if each not in ("north", "watch")}
    talks.act("north", report_performance, FREE, to=("watch",))
    assert before == {each: books(talks.clerk, each) for each in before}
    assert len(talks.case("watch").performances) == 1
    assert "would learn of it" in talks.refusal("north", report_performance, FREE, to=("keeper",))


def test_a_finding_for_a_few_changes_no_other_book_and_stops_no_later_one(talks):
    talks.act("watch", verify_performance, FREE, is_performed=True, to=("harbour",))
    assert (obligation(talks, "harbour").status, obligation(talks, "north").status) == (PERFORMED, AGREED)
    talks.act("watch", verify_performance, FREE, is_performed=False, text="Ten are left.")
    assert (obligation(talks, "harbour").status, obligation(talks, "north").status) == (AGREED, AGREED)


def test_only_who_checks_it_verifies_or_scores(talks):
    assert "is for others to check: watch" in talks.refusal("harbour", verify_performance, FREE, is_performed=True)
    assert "is for others to check: watch" in talks.refusal("south", score, FREE, 2)


def test_nobody_checks_what_is_its_own_to_do():
    talks = obliged(in_force(talks_with_a_pact()), actor="watch")
    assert "is your own to do; somebody else checks it" in talks.refusal("watch", score, FREE, 3)


def test_without_monitors_those_who_carry_it_check_it():
    talks = obliged(in_force(talks_with_a_pact(monitors=())), monitors=())
    talks.act("bridge", verify_performance, FREE, is_performed=True)
    assert obligation(talks, "north").status is PERFORMED


def test_a_score_goes_to_mediators_and_monitors_unless_it_is_given_to_others(talks):
    talks.act("watch", score, FREE, 2)
    assert {each: obligation(talks, each).score for each in HAVING_IT} == {
        "north": None,
        "south": None,
        "harbour": 2,
        "bridge": 2,
        "shipping": None,
        "watch": 2,
    }
    talks.act("watch", score, FREE, 3, to=("north", "south"))
    assert (obligation(talks, "north").score, obligation(talks, "harbour").score) == (3, 2)


def test_that_it_is_overdue_follows_from_the_clock_and_is_in_no_book(talks):
    before = {each: books(talks.clerk, each) for each in AUDIENCES}
    talks.wait(days=10)
    assert not obligation(talks, "north").is_overdue(None, talks.now.date() - dt.timedelta(days=1))
    assert obligation(talks, "north").is_overdue(None, talks.now.date())
    assert before == {each: books(talks.clerk, each) for each in AUDIENCES}


def phased(talks):
    talks.act("harbour", name_phase, PACT, "First phase", conditions=("Ships are back.",), name="first")
    return talks


def test_a_phase_is_entered_by_who_carries_or_checks_once_its_conditions_are_fulfilled():
    talks = phased(in_force(talks_with_a_pact()))
    obliged(talks, phase=FIRST, deadline=None, days_after_entry=7)
    assert "waits for: 'Ships are back.'" in talks.refusal("bridge", enter_phase, FIRST)
    talks.act("watch", fulfil, FIRST, "Ships are back.")
    talks.wait(days=2)
    talks.act("bridge", enter_phase, FIRST)
    seen = talks.case("south")
    assert obligation(talks, "south").due(seen.phases[0]) == dt.date(2031, 3, 10)


def test_no_phase_begins_before_something_is_in_force():
    talks = phased(talks_with_a_pact())
    talks.act("watch", fulfil, FIRST, "Ships are back.")
    assert "its phases begin once it, or an early part of it, is in force" in talks.refusal("watch", enter_phase, FIRST)
    in_force(talks, "crews")
    talks.act("watch", enter_phase, FIRST)
    assert talks.case("north").phases[0].is_entered


def test_parties_name_no_phases_and_fulfil_no_conditions():
    talks = phased(talks_with_a_pact())
    assert "for those who carry" in talks.refusal("north", name_phase, PACT, "Second")
    assert "for those who carry or check" in talks.refusal("north", fulfil, FIRST, "Ships are back.")
    assert "no phase 'harbour/second' of an agreement" in talks.refusal("watch", enter_phase, "harbour/second")


def test_what_a_folder_says_is_promised_follows_from_no_agreement_made_here():
    talks = talks_with_a_pact()
    talks.act("keeper", enter, "obligations", Obligation("old", actor="north", text="Old.", holders=EVERYONE), EVERYONE)
    assert "follows from no agreement made here" in talks.refusal("north", report_performance, "old")
    assert "no obligation 'none' that you know of" in talks.refusal("north", report_performance, "none")
