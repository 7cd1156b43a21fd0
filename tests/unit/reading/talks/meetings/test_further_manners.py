"""Further manners of meeting: calls, hearings, signings, talks that run aground; and one side by itself, which meets nobody."""

import datetime as dt

import pytest

from gobetween.model.dates import on

PUBLISHED = on(dt.date(2025, 3, 5))  # a Wednesday


def words_of(report):
    return [meeting.passage.text for meeting in report.meetings]


@pytest.mark.parametrize(
    "sentence",
    [
        "Anna Berg and Paul Malk spoke by telephone on Tuesday.",
        "The commanders of the two sides also talked on Sunday.",
        "The two men spoke for half an hour.",
        "The ministers of Norway and Canada exchanged views on herring over the phone.",
        "The dispute goes before the Labour Relations Commission tomorrow.",
        "The arbitration panel heard both sides on Monday.",
        "The treaty was signed on Sunday in Oslo by Norway and Canada.",
        "The accord was initialled in Geneva on Friday.",
        "Talks with Canada on herring fell apart last week.",
        "The climate talks hit a wall on Tuesday.",
        "There has since been a series of talks between the two parties.",
        "The ministers were locked in talks late on Tuesday.",
        "Norwegian envoys were still meeting each of the sides.",
        "Norway and Canada have not met since June.",
        "The Security Council met behind closed doors on Monday.",
        "The Security Council will meet in emergency session tonight.",
        "Norway has invited Canada to Geneva for talks on herring.",
        "A government delegation visited the rebel camp on Friday.",
        "A Norwegian delegation left for Geneva on Tuesday to discuss the border.",
        "The two foreign ministers dined together in Geneva on Sunday evening.",
        "Anna Berg and Paul Malk came face to face in Geneva on Tuesday.",
        "A planned meeting between Anna Berg and the strike leaders was put off.",
        "Norway and Canada held six rounds of talks.",
        "A meeting between both sides scheduled for Tuesday has been moved to Friday.",
        "Talks on the dam will go ahead tomorrow.",
        "The Canadian crown prince is expected in Oslo on Friday.",
        "The mayor received a delegation of bus drivers.",
        "Norwegian and Canadian ministers held a round table in Geneva on Saturday.",
        "The envoy is to meet the king today.",
        "A Norwegian delegation was sent to Ottawa in late May.",
        "The managers and shop stewards will get together on Monday under a conciliator.",
        "The presidents of Norway and Canada discussed the dam over lunch in Geneva on Wednesday.",
        "Government negotiators and the guerrillas are talking in a church.",
        "The mediator was closeted with both teams until the early hours of Tuesday.",
        "The Canadian president arrives in Oslo today to mediate between the government and strikers.",
        "They met the hauliers' leaders in Oslo on Friday.",
        "The ministers were locked in talks yesterday after more than a hundred miners voted to strike.",
        "The herring conference was still deadlocked on Tuesday night.",
        "The minister met the union's executive council on Tuesday.",
    ],
)
def test_the_whole_sentence_tells_one_meeting(read, sentence):
    assert words_of(read(sentence, PUBLISHED)) == [sentence.removesuffix(".").partition(" after ")[0]]


@pytest.mark.parametrize(
    "text",
    [
        "The minister said she would brief the cabinet on Tuesday.",
        "She was to meet the union's executive council on Tuesday.",
        "The premier met his generals on Friday.",
        "Union leaders will meet on Tuesday to weigh the offer.",
        "Striking workers met on Monday in Oslo.",
        "The king is likely to go to a temple in the north on Friday.",
        "Norway meet Canada in Oslo on Saturday in the last match of the group.",
        "The players' union and the supporters' union gathered on Saturday to protest.",
        "The firm did not meet its targets for the third year.",
        "Talks were first held in the 1970s.",
        "The cabinet met in emergency session on Tuesday night.",
        "The firm will hold its annual meeting in Oslo in June.",
        "Norway and Canada failed to agree by the first deadline on Monday.",
        "The parties agreed to keep up a regular dialogue at different levels.",
        "Anna Berg makes her annual visit to Oslo in May.",
        "Analysts doubt that the leaders will ever sit down together.",
        "A meeting of shareholders is set for 4 June in Oslo.",
        "The prime minister will chair a meeting of his party's executive on Sunday.",
        "Norway is insisting that Anna Berg and Paul Malk meet in Oslo.",
        "There will be further talks among employers on Friday.",
        "They want to stop the shelling in order to get back to peace talks.",
    ],
)
def test_one_side_by_itself_or_no_talk_is_no_meeting(read, text):
    assert words_of(read(text, PUBLISHED)) == []


def test_a_consequence_behind_a_comma_is_no_part_of_the_meeting(read):
    text = "Norway and Canada opened talks in Oslo on Monday, ending a pause of four years."
    assert words_of(read(text, PUBLISHED)) == ["Norway and Canada opened talks in Oslo on Monday"]


def test_what_only_links_the_next_clause_is_no_part_of_the_meeting(read):
    text = "She said that Norway and Canada met on Monday, and that they would sign."
    assert words_of(read(text, PUBLISHED)) == ["Norway and Canada met on Monday"]


def test_a_meeting_told_before_is_not_told_again_by_its_start(read):
    text = "Norway and Canada held talks in Oslo on Tuesday. The talks began at nine on Tuesday."
    assert words_of(read(text, PUBLISHED)) == ["Norway and Canada held talks in Oslo on Tuesday"]


def test_a_round_takes_the_words_that_say_when_it_was_held(read):
    text = "At the sixth round, held on 3 February, the two sides had agreed to pull back."
    assert words_of(read(text, PUBLISHED)) == ["the sixth round, held on 3 February"]


def test_a_round_with_a_number_is_another_than_the_one_told_before(read):
    text = "Norway and Canada held a new round of talks in Oslo on Tuesday. At the sixth round, held on 3 February, they had agreed."
    assert len(words_of(read(text, PUBLISHED))) == 2


def test_a_meeting_that_some_stayed_away_from_was_held(read):
    (words,) = words_of(read("The rebels boycotted Sunday's meeting with the government team.", PUBLISHED))
    assert words == "Sunday's meeting with the government team"
