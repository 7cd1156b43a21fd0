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


@pytest.mark.parametrize(
    ("text", "people", "status"),
    [
        ("The mediator, Ada Berg, received both delegations again on Friday.", ("Ada Berg",), MeetingStatus.HELD),
        ("Envoy Ada Berg is due to receive both delegations on Friday.", ("Ada Berg",), MeetingStatus.PLANNED),
        ("Ada Berg sat down with Carl Dahl on Friday.", ("Ada Berg", "Carl Dahl"), MeetingStatus.HELD),
        ("Ada Berg had dinner with Carl Dahl on Friday.", ("Ada Berg", "Carl Dahl"), MeetingStatus.HELD),
        ("Ada Berg spoke by telephone with Carl Dahl.", ("Ada Berg", "Carl Dahl"), MeetingStatus.HELD),
        ("Norway has called the Harbour Union to a meeting on Friday.", ("Norway", "Harbour Union"), MeetingStatus.PLANNED),
        ("Norway and Canada will go back to the table on Friday.", ("Norway", "Canada"), MeetingStatus.PLANNED),
        ("Norway and Canada will try again on Friday.", ("Norway", "Canada"), MeetingStatus.PLANNED),
        ("Ada Berg, the envoy, is expected in Geneva on Friday.", ("Ada Berg",), MeetingStatus.PLANNED),
        ("Norway will send a team to the talks.", ("Norway",), MeetingStatus.PLANNED),
    ],
)
def test_people_meet_by_many_verbs(read, text, people, status):
    meeting = only(read(text))
    assert (meeting.participants, meeting.status) == (people, status)


@pytest.mark.parametrize(
    "text",
    [
        "Talks resumed on Sunday.",
        "A night of talks ended without an agreement.",
        "A further session scheduled for Tuesday is in doubt.",
        "A call is planned for Friday.",
        "The last round was held in June.",
        "The negotiators left Geneva without a deal.",
    ],
)
def test_a_round_needs_no_names(read, text):
    assert only(read(text)).participants == ()


@pytest.mark.parametrize(
    "text",
    [
        "The strike planned for Tuesday was called off.",
        "The talks may be cancelled.",
        "He called for talks.",
        "Canada denied that its envoy had met the Norwegian negotiator in Geneva on Friday.",
        "Norwegian envoy Ada Berg left without meeting President Carl Dahl.",
        "Ada Berg sees the plan as a gift.",
        "Ada Berg spoke to reporters.",
    ],
)
def test_what_is_only_spoken_of_is_no_meeting(read, text):
    assert read(text).meetings == ()


@pytest.mark.parametrize(
    ("text", "participants"),
    [
        ("The visit that was planned for Tuesday was called off.", ()),
        ("A round planned for Tuesday was postponed.", ()),
        ("A first meeting between the two sides, foreseen for Tuesday, was suspended.", ()),
        ("Norway cancelled Thursday's session with Canada.", ("Norway", "Canada")),
        ("Talks between Norway and Canada scheduled for Friday were called off on Thursday.", ("Norway", "Canada")),
        ("The round between Norway and Canada that was due on Monday has been put off.", ("Norway", "Canada")),
        ("The summit was scrapped.", ()),
        ("A round of talks between Norway and Canada, due on Saturday, will not take place.", ("Norway", "Canada")),
    ],
)
def test_what_was_to_be_and_is_not_was_called_off(read, text, participants):
    meeting = only(read(text))
    assert (meeting.status, meeting.participants) == (MeetingStatus.CALLED_OFF, participants)


@pytest.mark.parametrize(
    "text",
    [
        "Norway threatened to call off the meeting with Canada.",
        "The talks between Norway and Canada have not been called off.",
        "The mediator postponed the talks with Norway and Canada to June 20.",
        "Norway and Canada suspended their talks on Monday.",
        "A session planned for Friday could be cancelled.",
        "A session planned for Friday was suspended after an hour.",
    ],
)
def test_what_may_yet_be_or_was_begun_was_not_called_off(read, text):
    assert MeetingStatus.CALLED_OFF not in [each.status for each in read(text).meetings]


def test_a_called_off_meeting_has_the_day_it_was_planned_for(read):
    meeting = only(
        read("Talks between Norway and Canada scheduled for June 20 were called off on June 9.", published=on(dt.date(2031, 6, 10)))
    )
    assert meeting.when.day == dt.date(2031, 6, 20)


def test_talks_put_off_are_planned_for_the_day_they_were_put_off_to(read):
    meeting = only(read("On Wednesday the parties put off their talks to March 20, 2025.", PUBLISHED))
    assert (meeting.status, meeting.when.day) == (MeetingStatus.PLANNED, dt.date(2025, 3, 20))


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Ada Berg saw the two delegations separately on Monday.", MeetingForm.INDIRECT),
        ("Ada Berg received the two delegations one after the other on Monday.", MeetingForm.INDIRECT),
        ("Ada Berg and Carl Dahl met face to face on Monday.", MeetingForm.DIRECT),
        ("Norway and Canada sat at one table on Monday.", MeetingForm.DIRECT),
        ("Norwegian foreign minister Ada Berg met Canadian minister Carl Dahl on Monday.", MeetingForm.DIRECT),
        ("Norway and Canada agreed to meet again in Geneva on March 20.", MeetingForm.DIRECT),
        ("The Norwegian minister, Ada Berg, had lunch with Canadian minister Carl Dahl on Monday.", MeetingForm.DIRECT),
        ("Canadian minister Carl Dahl held talks with Norwegian minister Ada Berg on Monday.", MeetingForm.DIRECT),
        ("UN mediator Ada Berg met Canadian minister Carl Dahl on Monday.", MeetingForm.UNSAID),
        ("Norway and Canada will meet mediators separately on Monday.", MeetingForm.INDIRECT),
        ("Norway and Canada ended a fifth round of talks on Monday.", MeetingForm.UNSAID),
    ],
)
def test_the_words_tell_whether_they_sat_together(read, text, form):
    assert only(read(text)).form is form


def test_those_who_host_the_talks_together_do_not_meet_each_other(read):
    assert read("Norway, which hosts the talks together with Oman, said nothing.").meetings == ()


def test_delegations_are_of_those_who_sent_them_known_or_not(read):
    meeting = only(read("Delegations from Orvania and Canada left Port Sund on Monday without agreement on the border.", PUBLISHED))
    assert meeting.participants == ("Orvania", "Canada")


def test_those_whom_one_met_in_turn_have_a_meeting_each(read):
    items = read("Norwegian envoy Ada Berg saw the employers in the morning and the union in the afternoon.")
    assert [each.participants for each in items.meetings] == [("Ada Berg", "employers"), ("Ada Berg", "union")]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Two earlier meetings ended in blows.", MeetingStatus.HELD),
        ("A previous round collapsed amid shelling.", MeetingStatus.HELD),
        ("Ada Berg and Carl Dahl were to breakfast together on Thursday.", MeetingStatus.PLANNED),
        ("Norway and Canada will see each other on Friday.", MeetingStatus.PLANNED),
        ("A joint dinner planned for Tuesday was cancelled.", MeetingStatus.CALLED_OFF),
    ],
)
def test_meetings_are_told_in_more_ways(read, text, status):
    assert only(read(text)).status is status


@pytest.mark.parametrize("text", ["The war ended in blows.", "Ada Berg breakfasts late.", "Norway will see its exports fall."])
def test_what_is_no_meeting_is_none(read, text):
    assert read(text).meetings == ()
