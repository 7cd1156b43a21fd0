from __future__ import annotations

import datetime as dt

import icalendar

from gobetween.briefs.calendars import Appointment, Calendar, Certainty
from gobetween.rendering.calendars import render_calendar

MADE = dt.date(2031, 4, 1)
STORM = Appointment(
    ("Meeting", "storm"),
    "Union, employers; and \\ others",
    first=dt.date(2031, 3, 11),
    last=dt.date(2031, 3, 12),
    place="Custom House, hall 2",
    details="Both came.\nBEGIN:VEVENT\nSUMMARY:smuggled",
)


def events(*appointments):
    calendar = Calendar("Quay talks", "public", notices=("Fictional.",), appointments=appointments)
    return icalendar.Calendar.from_ical(render_calendar(calendar, made=MADE)).walk("VEVENT")


def test_days_end_on_the_day_after_the_last_as_the_standard_has_it():
    event = events(STORM)[0]

    assert event.decoded("dtstart") == dt.date(2031, 3, 11)
    assert event.decoded("dtend") == dt.date(2031, 3, 13)


def test_words_come_back_as_they_were_and_make_no_entry_of_their_own():
    found = events(STORM)

    assert len(found) == 1
    assert found[0]["summary"] == "Union, employers; and \\ others"
    assert "SUMMARY:smuggled" in found[0]["description"]
    assert found[0]["description"].endswith("Fictional.")


def test_an_entry_keeps_its_name_when_its_words_change():
    moved = Appointment(STORM.key, "Moved", first=dt.date(2031, 5, 1), last=dt.date(2031, 5, 1))

    assert events(STORM)[0]["uid"] == events(moved)[0]["uid"]
    assert "storm" not in events(STORM)[0]["uid"]


def test_an_entry_keeps_its_name_when_the_case_has_another_title_and_shares_it_with_no_other_case():
    def name(title, case):
        calendar = Calendar(title, "public", case=case, notices=(), appointments=(STORM,))
        return icalendar.Calendar.from_ical(render_calendar(calendar, made=MADE)).walk("VEVENT")[0]["uid"]

    assert name("Quay talks", "quay") == name("Talks on the quay", "quay")
    assert name("Quay talks", "quay") != name("Quay talks", "dock")


def test_the_state_is_said_in_the_words_of_the_standard():
    states = [Appointment(("Meeting", each), each, first=MADE, last=MADE, certainty=each) for each in Certainty]

    assert [event["status"] for event in events(*states)] == ["CONFIRMED", "TENTATIVE", "CANCELLED"]


def test_a_moment_stands_in_utc():
    at = dt.datetime(2031, 5, 1, 18, tzinfo=dt.UTC)
    event = events(Appointment(("SealedProposal", "x"), "Answers close", first=at.date(), last=at.date(), until_utc=at))[0]

    assert event.decoded("dtstart") == at


def test_the_same_calendar_gives_the_same_bytes():
    calendar = Calendar("Quay talks", "union", notices=(), appointments=(STORM,))

    assert render_calendar(calendar, made=MADE) == render_calendar(calendar, made=MADE)
