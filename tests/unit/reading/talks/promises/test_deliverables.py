import datetime as dt

import pytest

from gobetween.model.dates import on

PUBLISHED = on(dt.date(2025, 3, 5))


def only(items):
    (owed,) = items.deliverables
    return owed


@pytest.mark.parametrize(
    ("text", "by", "to", "is_delivered"),
    [
        ("Canada still owes Norway the catch records.", "Canada", "Norway", False),
        ("Canada has not yet submitted the plan that Norway asked for.", "Canada", "Norway", False),
        ("Canada has yet to hand over a list of ships.", "Canada", None, False),
        ("Canada failed to deliver the report.", "Canada", None, False),
        ("Norway is still waiting for the report that Canada promised.", "Canada", "Norway", False),
        ("Norway is waiting for Canada's answer.", "Canada", "Norway", False),
        ("Canada has not yet answered the paper that Norway put on the table.", "Canada", "Norway", False),
        ("Canada promised to bring a map, but nobody has seen it.", "Canada", None, False),
        ("Canada promised to bring a map.", "Canada", None, None),
        ("Norway asked Canada for a list of the ships.", "Canada", "Norway", None),
        ("Norway wants the audit published. Canada promised it for May and has missed that date.", "Canada", None, False),
        ("Canada was supposed to deliver a list of names by Monday.", "Canada", None, None),
        ("Canada must submit its plan by June 1.", "Canada", None, None),
        ("Canada has refused to hand over the accounts.", "Canada", None, False),
        ("Canada missed a deadline to submit its draft.", "Canada", None, False),
        ("Norway demanded that Canada publish the records.", "Canada", "Norway", None),
        ("Norway has called on Canada to come up with an evacuation plan.", "Canada", "Norway", None),
        ("Norway expects an answer from Canada.", "Canada", "Norway", None),
    ],
)
def test_who_owes_what_to_whom(read, text, by, to, is_delivered):
    owed = only(read(text))
    assert (owed.owed_by, owed.owed_to, owed.is_delivered) == (by, to, is_delivered)


def test_neither_side_means_both_sides_in_talks(read):
    items = read("Talks between Norway and Canada go on. Neither side has delivered the records that the mediator asked for.")
    assert {each.owed_by for each in items.deliverables} == {"Norway", "Canada"}


def test_a_deadline_is_when_it_is_due(read):
    owed = only(read("Canada has until March 14, 2025 to table an offer.", PUBLISHED))
    assert (owed.owed_by, owed.what, owed.due.day) == ("Canada", "offer", dt.date(2025, 3, 14))


def test_an_answer_to_come_is_owed(read):
    owed = only(read("Canada will send its answer by Friday.", PUBLISHED))
    assert (owed.owed_by, owed.what, owed.due.day) == ("Canada", "answer", dt.date(2025, 3, 7))


def test_what_one_side_asked_for_the_other_owes(read):
    owed = only(read("Talks between Norway and Canada go on. The names, which Norway has asked for, have not yet been handed over."))
    assert (owed.owed_by, owed.owed_to) == ("Canada", "Norway")


@pytest.mark.parametrize(
    "text",
    [
        "Canada delivered the report.",
        "Canada has not answered questions.",
        "If Canada promised a plan, Norway would sign.",
        "Norway asked Canada for help.",
        "Canada owes its wealth to fish.",
    ],
)
def test_what_was_given_or_is_no_thing_of_talks_is_not_owed(read, text):
    assert read(text).deliverables == ()


def test_what_has_not_come_so_far_is_owed(read):
    owed = only(read("Canada has not shown the court any maps. Canada has not presented any draft so far."))
    assert (owed.owed_by, owed.what, owed.is_delivered) == ("Canada", "draft", False)


def test_an_answer_that_has_yet_to_come_is_owed(read):
    owed = only(read("Canada has yet to reply."))
    assert (owed.owed_by, owed.what, owed.is_delivered) == ("Canada", "reply", False)


@pytest.mark.parametrize(
    ("text", "is_delivered"),
    [
        ("Norway held back the 20 people it was to release in return.", False),
        ("Talks between Norway and Canada go on. The names of the dead, which Canada has asked for, have not been handed over.", False),
        ("Norway had not brought the landing figures for May that the chair, Ada Berg, had requested.", False),
        ("Still to come is the map of the dam, which Norway undertook to hand over in May.", False),
        ("A paper on insurance, owed by Norway since the spring, finally reached delegates.", True),
        ("The list that Norway promised has arrived.", True),
        ("Norway finally handed over the maps that Canada had asked for.", True),
    ],
)
def test_what_was_owed_came_or_was_kept_back(read, text, is_delivered):
    (owed,) = read(text).deliverables
    assert (owed.owed_by, owed.is_delivered) == ("Norway", is_delivered)


@pytest.mark.parametrize(
    "text",
    [
        "Norway held back tears.",
        "Norway held back its reserves in the war.",
        "Norway handed over the harbour in 1990.",
        "Norway could hand over the maps that Canada had asked for.",
        "The ship that Norway promised has sunk.",
    ],
)
def test_what_nobody_owed_is_no_deliverable(read, text):
    assert read(text).deliverables == ()


@pytest.mark.parametrize(
    ("text", "owed_by", "what", "is_delivered"),
    [
        ("Norway is to submit a revised draft by Monday.", "Norway", "revised draft", None),
        ("Canada agreed to hand over its catch records next week.", "Canada", "catch records", None),
        ("Canada will present a counterproposal on Tuesday.", "Canada", "counterproposal", None),
        ("Norway was due to deliver its reply on Friday.", "Norway", "reply", None),
        ("Canada has been asked to provide a list of ships by Friday.", "Canada", "list of ships", None),
        ("Norway has 48 hours to answer the proposal.", "Norway", "answer the proposal", None),
        ("Norway committed itself to a timetable by March.", "Norway", "timetable", None),
        ("Canada's response is expected on Thursday.", "Canada", "Canada's response", False),
        ("The report that Norway was to send has not arrived.", "Norway", "report", False),
        (
            "Still to come is the map of the mines around Ardo, which Norway undertook to hand over in May.",
            "Norway",
            "map of the",
            False,
        ),
        ("Canada missed the deadline for submitting its plan.", "Canada", "plan", False),
        ("The list promised by Norway is still missing.", "Norway", "list", False),
        ("Canada said it would reply in writing within a week.", "Canada", "reply", False),
        ("Sweden is waiting for Norway to send the figures.", "Norway", "figures", False),
        ("Canada has withheld the names of the detainees.", "Canada", "names of the detainees", False),
        ("Norway delivered its long-awaited answer on Monday.", "Norway", "long-awaited answer", True),
        ("Canada handed over the list of prisoners on Monday, as it had promised.", "Canada", "list of prisoners", True),
    ],
)
def test_what_is_due_or_came_is_told_in_many_words(read, text, owed_by, what, is_delivered):
    (found,) = read(text).deliverables
    assert (found.owed_by, found.is_delivered) == (owed_by, is_delivered)
    assert found.what.startswith(what)


@pytest.mark.parametrize(
    "text",
    [
        "Norway would send the list if Canada paid.",
        "If Norway sends the list, Canada will sign.",
        "Norway might send a list.",
        "Norway did not agree to hand over its records.",
        "Norway published figures showing that exports fell.",
        "Canada had 48 hours of rain.",
        "Canada missed the deadline.",
        "The list is long.",
        "Norway withheld its praise.",
        "Canada did not respond to a request for comment.",
    ],
)
def test_what_nobody_is_to_deliver_is_owed_by_none(read, text):
    assert read(text).deliverables == ()


@pytest.mark.parametrize(
    "text",
    [
        "An official told the Courier the group had presented its proposal to the mediators during two days of talks.",
        "The minister told parliament that the company would present its plan.",
    ],
)
def test_what_somebody_was_told_of_is_not_owed(read, text):
    assert read(text).deliverables == ()


@pytest.mark.parametrize(
    "text", ["The envoy told the rebels to hand over a list.", "The envoy demanded that the rebels hand over a list."]
)
def test_what_somebody_was_told_to_hand_over_is_owed(read, text):
    (found,) = read(text).deliverables
    assert (found.owed_by, found.what) == ("rebels", "list")
