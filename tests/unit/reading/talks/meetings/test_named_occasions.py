import pytest


def told(items):
    return [meeting.passage.text for meeting in items.meetings]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Both sides made progress in the high-level talks in Oslo, the ministry said.", "the high-level talks in Oslo"),
        ("A row over fees broke out at the climate talks in Oslo.", "the climate talks in Oslo"),
        ("The rebels named their delegates at talks in Oslo.", "talks in Oslo"),
        ("The minister said he hoped the talks next week could produce a date.", "the talks next week"),
        ("Nothing will change between now and the next meeting in April.", "the next meeting in April"),
        ("The ministers will likely approve a cut at their meeting on Thursday.", "their meeting on Thursday"),
        ("An agreement was delayed at the last round earlier this month.", "the last round earlier this month"),
        ("The board followed up on two summit meetings in June and July.", "two summit meetings in June and July"),
        ("The class sizes came up during Wednesday morning's bargaining session.", "Wednesday morning's bargaining session"),
        (
            "Lebanon awaits Berg's discussions with Norwegian Prime Minister Carl Dahl.",
            "Berg's discussions with Norwegian Prime Minister Carl Dahl",
        ),
        (
            "In the first direct negotiations between Norway and Canada since March, held in Oslo, Norway demanded a change.",
            "the first direct negotiations between Norway and Canada since March, held in Oslo",
        ),
    ],
)
def test_talks_with_a_place_a_day_or_two_who_meet_are_an_occasion(read, text, words):
    assert told(read(text)) == [words]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The latest round of Norway-Canada talks did not lead to a breakthrough.", "The latest round of Norway-Canada talks"),
        ("The company said it would outline its offers in the next round of talks.", "the next round of talks"),
        ("The plan was drawn up after the most recent round of peace talks.", "the most recent round of peace talks"),
        ("The accord crowned seven rounds of peace negotiations.", "seven rounds of peace negotiations"),
    ],
)
def test_a_round_with_its_number_in_the_row_is_an_occasion(read, text, words):
    assert told(read(text)) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Any talks in Oslo would be hard.",
        "Talks in Oslo could take years.",
        "The board approved the plan at its meeting on Monday.",
        "She urged both sides to sit down for talks in Oslo.",
        "Norway is open to talks in Oslo.",
        "Years of talks have not brought peace.",
        "The talks aim to end a war that has killed thousands.",
        "A spokesman declined to comment on the talks.",
        "The main aim is to hold the meeting in Oslo.",
    ],
)
def test_talks_that_are_only_thought_of_or_spoken_of_are_no_occasion(read, text):
    assert told(read(text)) == []


def test_a_retelling_that_adds_neither_day_nor_place_is_the_same_occasion(read):
    text = "Norway and Canada met in Oslo on Friday. At the talks in Oslo they agreed on fish."
    assert told(read(text)) == ["Norway and Canada met in Oslo on Friday"]


def test_a_retelling_with_a_weekday_of_its_own_is_another_occasion(read):
    text = "They hope the meeting in Oslo on Thursday goes smoothly, before Friday's crunch talks with Canada."
    assert told(read(text)) == ["the meeting in Oslo on Thursday", "Friday's crunch talks with Canada"]


def test_a_verb_behind_a_phrase_tells_of_a_meeting_of_its_own(read):
    text = "The two sides made progress in the high-level talks in Geneva, and agreed to meet next week to discuss details in Vienna."
    assert told(read(text)) == ["the high-level talks in Geneva", "agreed to meet next week to discuss details in Vienna"]
