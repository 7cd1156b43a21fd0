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


def test_the_two_delegations_are_those_of_the_meeting_before(read):
    items = read("Norway meets in Geneva with Canada. The two delegations will meet with Anna Berg, the mediator.")
    assert items.meetings[1].participants == ("Norway", "Canada", "Anna Berg")


def test_meeting_a_demand_is_no_meeting(read):
    assert read("Norway met the demand of the union.").meetings == ()


def test_a_visit_told_on_its_day_in_the_present_is_planned(read):
    meeting = only(
        read("Anna Berg has a plan. Her tour, which includes a visit to Oslo on Wednesday, is about fish.", PUBLISHED, _world())
    )
    assert meeting.status is MeetingStatus.PLANNED


def _world():
    from gobetween.reading.naming.lexicon import Lexicon, PersonName

    return Lexicon((), (PersonName("Anna Berg", "Canada"),))


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Norway and Canada are to meet in Geneva.", ("Norway", "Canada")),
        ("Norway is due to meet Canada in Geneva.", ("Norway", "Canada")),
        ("Negotiators from Norway and Canada will meet in Geneva.", ("Norway", "Canada")),
        ("Envoy Anna Berg is expected to travel to Geneva.", ("Anna Berg",)),
        ("A second round is planned in Geneva.", ()),
    ],
)
def test_what_is_due_is_planned(read, text, people):
    meeting = only(read(text))
    assert (meeting.status, meeting.place, meeting.participants) == (MeetingStatus.PLANNED, "Geneva", people)


def test_a_text_carried_to_a_side_is_a_contact(read):
    meeting = only(read("Norway's foreign minister handed a revised text to Canadian officials."))
    assert (meeting.kind, meeting.participants) == ("contact", ("Norway", "Canada"))


def test_a_text_that_was_to_be_given_is_still_to_come(read):
    meeting = only(read("The suggestions were to be given to Canadian officials later."))
    assert (meeting.kind, meeting.participants, meeting.status) == ("contact", ("Canada",), MeetingStatus.PLANNED)


def test_both_sides_are_those_who_talk_with_each_other(read):
    items = read("Talks between Norway and Canada broke off. The two delegations will meet in Geneva.")
    assert items.meetings[-1].participants == ("Norway", "Canada")


def test_refusing_to_negotiate_is_no_meeting(read):
    assert read("Norway refused to negotiate with Canada in Geneva.").meetings == ()


def test_a_return_to_the_table_is_talks(read):
    meeting = only(read("The Harbour Union and Norway returned to the bargaining table on Monday."))
    assert (meeting.kind, meeting.participants) == ("talks", ("Harbour Union", "Norway"))


def test_two_delegations_that_met_before_are_not_the_pair_in_talks(read):
    items = read(
        "Talks between Norway and Sweden go on. A delegation from Norway, led by Ada Berg, meets today in Geneva with Carl Dahl, "
        "envoy of Canada. The two delegations will meet the mayor of Geneva, Eva Falk, on Friday."
    )
    later = next(each for each in items.meetings if "two delegations" in each.passage.text)
    assert "Carl Dahl" in later.participants
    assert "Sweden" not in later.participants
