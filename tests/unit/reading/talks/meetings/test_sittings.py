"""Meetings told by coming together, staying and leaving, and those that never were."""

import datetime as dt

import pytest

from gobetween.model.dates import on
from gobetween.model.evidence import MeetingForm, MeetingStatus

PUBLISHED = on(dt.date(2025, 3, 5))  # a Wednesday
HELD, PLANNED, CALLED_OFF = MeetingStatus.HELD, MeetingStatus.PLANNED, MeetingStatus.CALLED_OFF


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Negotiators for Norway and Canada will reconvene on Thursday.", PLANNED),
        ("Norway and Canada are at odds over the quota. The two sides are due back at the table on Monday.", PLANNED),
        ("Norway and Canada are at odds. They will be back on Friday.", PLANNED),
        ("Negotiators for Norway walked out of talks with Canada on Tuesday.", HELD),
        ("Negotiators for Norway and Canada failed to meet on Tuesday.", CALLED_OFF),
        ("The minister did not meet the Canadian envoy on Tuesday.", CALLED_OFF),
        ("Ministers of Norway and Canada negotiated for eleven hours.", HELD),
        ("Delegations of Norway and Canada spent nine days in Geneva.", HELD),
        ("The two sides met on Tuesday.", HELD),
        ("Both delegations were received by the bishop on Tuesday.", HELD),
        ("The mediator has summoned both sides to her office on Thursday.", PLANNED),
        ("A call between the negotiators is pencilled in for Thursday.", PLANNED),
        ("The ministers were to have met on Tuesday.", CALLED_OFF),
        ("A visit to Oslo by the Canadian minister has been put off indefinitely.", CALLED_OFF),
        ("A summit of the two presidents, planned for June, is off the table.", CALLED_OFF),
        ("A meeting of the full council that was to have heard both parties on Thursday has been called off.", CALLED_OFF),
    ],
)
def test_coming_together_and_parting_are_meetings(read, text, status):
    (meeting,) = read(text, PUBLISHED).meetings
    assert meeting.status is status


@pytest.mark.parametrize(
    "text",
    [
        "Thousands gathered in Oslo on Tuesday.",
        "The union asked to see the minister this week.",
        "If they meet on Friday, a deal is possible.",
        "The sides should meet, the bishop said.",
        "A board meeting is set for Friday.",
        "The minister returned to Oslo.",
        "The company walked away from the offer on Tuesday.",
        "Workers will be back at their desks on Friday.",
    ],
)
def test_what_is_asked_or_done_by_others_is_no_meeting(read, text):
    assert read(text, PUBLISHED).meetings == ()


@pytest.mark.parametrize(
    "text",
    [
        "The mediator shuttled between the Norwegian and the Canadian delegation on Tuesday.",
        "Delegations of Norway and Canada spent nine days in Geneva without once sitting in the same room.",
    ],
)
def test_who_never_sits_in_one_room_meets_indirectly(read, text):
    (meeting,) = read(text, PUBLISHED).meetings
    assert meeting.form is MeetingForm.INDIRECT


def test_one_verb_with_two_guests_and_two_days_tells_two_meetings(read):
    first, second = read(
        "Anna Berg met the Norwegian envoy in Oslo on Sunday and the Canadian envoy in Ottawa on Monday.", PUBLISHED
    ).meetings
    assert (first.when.day, second.when.day) == (dt.date(2025, 3, 2), dt.date(2025, 3, 3))
    assert (first.participants, second.participants) == (("Anna Berg", "Norway"), ("Anna Berg", "Canada"))
    assert (first.place, second.place) == ("Oslo", "Ottawa")


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg met the Norwegian and the Canadian envoy in Oslo on Monday.",
        "Anna Berg met the Norwegian envoy in Oslo on Sunday and Monday.",
    ],
)
def test_two_guests_at_one_time_are_one_meeting(read, text):
    assert len(read(text, PUBLISHED).meetings) == 1


def test_a_plan_taken_back_in_the_next_words_is_called_off(read):
    (meeting,) = read("The Norwegian and Canadian ministers were to meet on Thursday, but that was cancelled.", PUBLISHED).meetings
    assert meeting.status is CALLED_OFF
