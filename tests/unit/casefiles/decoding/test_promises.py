"""What a case file says of promises: phases, obligations, violation reports."""

from __future__ import annotations

import datetime as dt

import pytest

from gobetween.model.agreement import ViolationStatus
from gobetween.model.dates import on

PHASE = "phases: {first: {name: First, entry_conditions: [Ships are back, All is calm], %s}}"


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        (PHASE % "fulfilled: [Ships are gone]", "phases.first: found 'Ships are gone' under 'fulfilled'; allowed: the words of one"),
        (PHASE % "fulfilled: [Ships are back], entered: 2031-03-01", "phases.first: found 'entered' with entry conditions"),
        (
            "obligations: [{actor: union, text: a, deadline: 2031-03-01, days_after_entry: 3}]",
            "obligations[0]: found both 'deadline' and 'days_after_entry'",
        ),
        ("obligations: [{actor: union, text: a, score: 4}]", "obligations[0].score: found '4'; allowed: whole numbers from 0 to 3"),
        ("violation_reports: [{by: union, text: a, status: rumoured}]", "violation_reports[0].status: found 'rumoured'"),
    ],
)
def test_what_cannot_be_is_a_fault(quay, more, fault):
    (found,) = quay.faults(more + "\n")
    assert fault in found


def test_a_phase_says_what_has_come_about_and_when_it_began(quay):
    case = quay.case(PHASE % "fulfilled: [Ships are back, All is calm], entered: 2031-03-01")
    (phase,) = case.phases
    assert (phase.missing, phase.entered, phase.is_entered) == ((), on(dt.date(2031, 3, 1)), True)


def test_an_obligation_says_when_it_is_due_and_how_far_it_was_implemented(quay):
    (owed,) = quay.case("obligations: [{actor: union, text: a, clause: hours, deadline: 2031-03-01, score: 2}]").obligations
    assert (owed.clause, owed.due(None), owed.score) == ("hours", dt.date(2031, 3, 1), 2)


def test_a_violation_report_says_where_it_was_whom_it_was_told_and_what_was_found(quay):
    (report,) = quay.case(
        "violation_reports: [{by: union, text: a, place: Port, to: [employers], status: under inquiry, finding: in words}]"
    ).violation_reports
    assert (report.reported_by, report.place, report.to, report.finding) == (None, "Port", ("employers",), "in words")
    assert report.status is ViolationStatus.UNDER_INQUIRY
