import datetime as dt

import pytest

from gobetween.model.dates import on
from gobetween.model.evidence import MeetingForm, MeetingStatus

PUBLISHED = on(dt.date(2025, 3, 5))  # a Wednesday


def only(items):
    (meeting,) = items.meetings
    return meeting


def test_talks_between_sides_name_sides_place_and_form(read):
    meeting = only(read("Indirect talks in Geneva between Norway, Canada and the UN have reached a critical stage."))
    assert meeting.participants == ("Norway", "Canada", "United Nations")
    assert (meeting.place, meeting.form) == ("Geneva", MeetingForm.INDIRECT)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norwegian and Canadian officials had a meeting about the quota.", MeetingStatus.HELD),
        ("Norway will meet with Canada in Geneva.", MeetingStatus.PLANNED),
        ("Norway was scheduled to meet with Canada in Geneva.", MeetingStatus.PLANNED),
        ("Norway is holding talks with Canada in Geneva.", MeetingStatus.ONGOING),
    ],
)
def test_tense_and_modals_tell_the_status(read, text, status):
    meeting = only(read(text))
    assert meeting.status is status
    assert set(meeting.participants) == {"Norway", "Canada"}


def test_a_meeting_takes_the_date_of_its_words(read):
    meeting = only(read("Norway met with Canada in Geneva on Monday.", PUBLISHED))
    assert meeting.when.day == dt.date(2025, 3, 3)


def test_a_visit_has_its_traveller_and_place(read):
    meeting = only(read("Anna Berg travelled to Geneva to meet with Canadian officials."))
    assert meeting.kind == "visit"
    assert meeting.participants[0] == "Anna Berg"
    assert meeting.place == "Geneva"


def test_the_two_delegations_are_those_who_met_before_not_the_pair_in_talks(read):
    items = read(
        "Talks between Norway and Sweden go on. A delegation from Norway, led by Ada Berg, meets today in Geneva with Carl Dahl, "
        "envoy of Canada. The two delegations will meet the mayor of Geneva, Eva Falk, on Friday."
    )
    later = next(each for each in items.meetings if "two delegations" in each.passage.text)
    assert "Carl Dahl" in later.participants
    assert "Sweden" not in later.participants
