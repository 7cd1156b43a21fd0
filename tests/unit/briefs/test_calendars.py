from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from attrs import evolve

from gobetween.briefs.calendars import Certainty, calendar_of
from gobetween.briefs.scenes import Scene
from gobetween.casefiles.folders import load_case
from gobetween.disclosure.views import view_for
from gobetween.model.agreement import Obligation
from gobetween.model.dates import UNKNOWN_DATE, on, parse_when
from gobetween.model.evidence import MeetingStatus
from gobetween.model.items import EVERYONE

HARBOUR = Path(__file__).parents[3] / "examples" / "harbour"
TODAY = dt.date(2031, 4, 30)


@pytest.fixture(scope="module")
def harbour():
    return load_case(HARBOUR, today=TODAY).case


def calendar(case, audience="keeper"):
    return calendar_of(Scene(view_for(audience, case), TODAY))


def entry(found, title):
    return next(each for each in found.appointments if title in each.title)


def test_entries_stand_in_order_of_their_first_day(harbour):
    days = [each.first for each in calendar(harbour).appointments]

    assert days == sorted(days)
    assert len(days) > 10


def test_entries_are_known_by_the_ids_of_the_case_and_of_what_they_are_about(harbour):
    before, after = calendar(harbour), calendar(evolve(harbour, title="Another title"))

    assert (before.case, after.case) == ("harbour", "harbour")
    assert ("Meeting", "one-table") in {each.key for each in before.appointments}
    assert [each.key for each in before.appointments] == [each.key for each in after.appointments]


def test_what_is_planned_is_tentative_and_what_was_called_off_is_cancelled(harbour):
    first, *others = harbour.meetings
    case = evolve(harbour, rounds=(), deadlines=(), meetings=(evolve(first, status=MeetingStatus.CALLED_OFF), *others))
    by_key = {each.key[1]: each.certainty for each in calendar(case).appointments if each.key[0] == "Meeting"}

    assert by_key[first.id] is Certainty.CALLED_OFF
    assert by_key["next-monday"] is Certainty.TENTATIVE
    assert by_key["one-table"] is Certainty.SET


def test_a_date_that_is_open_at_one_end_stands_on_the_other_and_says_so(harbour):
    open_ended = evolve(harbour.rounds[0], when=parse_when("../2031-04-15"))
    found = entry(calendar(evolve(harbour, rounds=(open_ended,))), open_ended.name)

    assert (found.first, found.last) == (dt.date(2031, 4, 15), dt.date(2031, 4, 15))
    assert found.certainty is Certainty.TENTATIVE
    assert "Only one end of the time is known." in found.details


def test_a_day_by_which_something_is_to_be_is_no_half_of_a_time(harbour):
    last_day = evolve(harbour.deadlines[0], when=parse_when("../2031-04-15"))
    found = entry(calendar(evolve(harbour, deadlines=(last_day,))), last_day.text.removesuffix("."))

    assert (found.first, found.last, found.certainty) == (dt.date(2031, 4, 15), dt.date(2031, 4, 15), Certainty.SET)
    assert found.details.startswith("A time set. By this day.")


def test_what_has_no_date_is_named_and_not_in_the_calendar(harbour):
    undated = evolve(harbour.deadlines[0], when=UNKNOWN_DATE, text="Some day.")
    found = calendar(evolve(harbour, deadlines=(undated,)))

    assert any("Some day" in each for each in found.undated)
    assert not any("Some day" in each.title for each in found.appointments)


def test_an_obligation_is_due_so_many_days_after_its_phase_began(harbour):
    phase = evolve(harbour.phases[0], entered=on(dt.date(2031, 4, 1))) if harbour.phases else None
    assert phase is not None
    duty = Obligation("duty", actor="union", text="Reopen gate four.", phase=phase.id, days_after_entry=10, holders=EVERYONE)
    found = entry(calendar(evolve(harbour, phases=(phase,), obligations=(duty,))), "Reopen gate four")

    assert found.first == dt.date(2031, 4, 11)


def test_an_audience_gets_what_it_may_see_and_nothing_shows_that_there_is_more(harbour):
    secret = evolve(harbour.meetings[0], id="secret", text="A secret meeting.", holders=frozenset({"conciliator"}))
    case = evolve(harbour, meetings=(secret, *harbour.meetings))

    assert calendar(case, "union") == calendar(harbour, "union")
    assert calendar(case, "conciliator") != calendar(harbour, "conciliator")
