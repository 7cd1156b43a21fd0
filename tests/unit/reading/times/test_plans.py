"""Weekdays of what is set beforehand: the verb tells when it was announced, nearness when it will be."""

import datetime as dt

import pytest

from gobetween.model.dates import on
from gobetween.reading.documents.cleaning import clean_text
from gobetween.reading.parsing import parse
from gobetween.reading.times.date_mentions import find_dates

MONDAY = dt.date(2022, 5, 16)


def days(text, parser):
    clean = clean_text(text)
    return [str(each.when) for each in find_dates(clean, on(MONDAY), parse(clean.text, parser))]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("The airline announced a vote on Wednesday.", "2022-05-18"),
        ("The airline announced the vote on Friday.", "2022-05-13"),
        ("The farmers have called for a blockade of the port on Wednesday.", "2022-05-18"),
        ("The farmers called for talks on Saturday.", "2022-05-14"),
        ("The farmers stopped work ahead of a rally on Wednesday.", "2022-05-18"),
        ("The farmers stopped work before a rally on Saturday.", "2022-05-14"),
        ("They agreed to a truce beginning on Tuesday at noon.", "2022-05-17"),
        ("They agreed to a truce from Tuesday noon.", "2022-05-17"),
        ("Norvan offered to host the two sides on Tuesday.", "2022-05-17"),
        ("Norvan had offered to host the two sides on Tuesday.", "2022-05-10"),
        ("The panel has a hearing on Tuesday.", "2022-05-17"),
        ("The panel had a hearing on Tuesday.", "2022-05-10"),
        ("The judge opened a hearing on Tuesday.", "2022-05-10"),
        ("He leads in polls for Wednesday's vote.", "2022-05-18"),
        ("He lost Wednesday's vote.", "2022-05-11"),
        ("It follows Wednesday's vote.", "2022-05-11"),
        ("The two discussed a summit on Wednesday.", "2022-05-11"),
        ("The two discussed Wednesday's summit.", "2022-05-18"),
        ("Protests broke out after Wednesday's vote.", "2022-05-11"),
        ("Villagers buried the victims of Tuesday's raid.", "2022-05-10"),
        ("Asked if Wednesday's session was still on, she shrugged.", "2022-05-18"),
        ("No date has been given after Tuesday's session was dropped.", "2022-05-17"),
        ("The council scheduled a short closed session for Thursday.", "2022-05-19"),
    ],
)
def test_the_nearest_such_day_is_meant_of_what_is_set_beforehand(parser, text, when):
    assert days(text, parser) == [when]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("She told reporters Friday the talks would continue.", "2022-05-13"),
        ("The army said Friday rebels were to leave.", "2022-05-13"),
        ("She told the council on Friday the talks would continue.", "2022-05-13"),
        ("No deal was reached by Friday's deadline.", "2022-05-13"),
        ("No text was handed over by Friday.", "2022-05-13"),
        ("The extension, until Friday, was settled at dawn.", "2022-05-20"),
        ("The strike was suspended until Friday.", "2022-05-20"),
        ("A fee falls due if the deal has not closed by Dec. 31.", "2022-12-31"),
        ("The deal had not closed by Dec. 31.", "2021-12-31"),
        ("Norvan's assembly votes on Friday on a motion that would halt the ferries.", "2022-05-20"),
        ("The text was signed just before midnight on Friday.", "2022-05-13"),
        ("The text must be signed before Friday.", "2022-05-20"),
        ("A curfew was imposed from Friday.", "2022-05-13"),
        ("Come Friday, the ports will be shut.", "2022-05-20"),
        ("She threatened tariffs from June 1.", "2022-06-01"),
        ("She announced tariffs as of June 1.", "2022-06-01"),
    ],
)
def test_a_day_belongs_to_the_telling_or_to_what_is_told(parser, text, when):
    assert days(text, parser) == [when]


def test_a_verb_that_another_in_the_present_is_joined_to_looks_ahead_too(parser):
    assert days("Lawmakers debate the bill on Tuesday and vote on Thursday.", parser) == ["2022-05-17", "2022-05-19"]
    assert days("Lawmakers debated the bill on Tuesday and voted on Thursday.", parser) == ["2022-05-10", "2022-05-12"]
