"""Words for a time of every kind: nights, feasts, quarters, seasons, days in capitals and abbreviated; and what only looks like one."""

import datetime as dt

import pytest

from gobetween.model.dates import on
from gobetween.reading.documents.cleaning import clean_text
from gobetween.reading.parsing import parse
from gobetween.reading.times.date_mentions import find_dates

WEDNESDAY = dt.date(2022, 5, 11)


def dates(text, parser):
    clean = clean_text(text)
    found = find_dates(clean, on(WEDNESDAY), parse(clean.text, parser))
    return [(clean.text[each.start : each.end], str(each.when)) for each in found]


@pytest.mark.parametrize(
    ("text", "words", "when"),
    [
        ("Ten huts burned down overnight.", "overnight", "2022-05-10 to 2022-05-11"),
        ("The ferry was hit on New Year's Day.", "on New Year's Day", "2022-01-01"),
        ("The camp was closed on Christmas Day.", "on Christmas Day", "2021-12-25"),
        ("Sales fell in the first quarter.", "in the first quarter", "2022-01-01 to 2022-03-31"),
        ("Sales fell in the third quarter.", "in the third quarter", "2021-07-01 to 2021-09-30"),
        ("Sales fell in the third quarter of 2019.", "in the third quarter of 2019", "2019-07-01 to 2019-09-30"),
        ("The mill will close in the fourth quarter.", "in the fourth quarter", "2022-10-01 to 2022-12-31"),
        ("The mission ends in the autumn.", "in the autumn", "date unknown"),
        ("They hope to sign by year's end.", "by year's end", "by 2022-12-31"),
        ("Both will hold their fire this coming weekend.", "this coming weekend", "2022-05-14 to 2022-05-15"),
        ("Both held their fire this past weekend.", "this past weekend", "2022-05-07 to 2022-05-08"),
        ("A round is due in the week of May 16.", "the week of May 16", "2022-05-16 to 2022-05-22"),
        ("A round was held in the week of May 2, 2021.", "the week of May 2, 2021", "2021-05-02 to 2021-05-08"),
        ("The port was shut between 3 and 9 May.", "3 and 9 May", "2022-05-03 to 2022-05-09"),
        ("The port will be shut from June 3 through 9.", "from June 3 through 9", "2022-06-03 to 2022-06-09"),
        ("Elections are planned for October.", "for October", "2022-10-01 to 2022-10-31"),
        ("Nothing has moved since February's vote.", "since February", "2022-02-01 to 2022-02-28"),
        ("Talks may drag on into October.", "into October", "2022-10-01 to 2022-10-31"),
        ("The ship left days ago.", "days ago", "by 2022-05-10"),
        ("She had met the king earlier in the day.", "earlier in the day", "2022-05-11"),
        ("PORTS TO REOPEN ON MAY 20", "ON MAY 20", "2022-05-20"),
        ("THE PORT CLOSED ON MONDAY", "ON MONDAY", "2022-05-09"),
        ("The talks began Tues. in Berg.", "Tues.", "2022-05-10"),
        ("They met on the 9th when the lock reopened.", "on the 9th", "2022-05-09"),
    ],
)
def test_it_is_found_and_resolved(parser, text, words, when):
    assert dates(text, parser) == [(words, when)]


def test_days_joined_by_a_hyphen_are_two(parser):
    assert dates("The port was shut April 28-May 2.", parser) == [("April 28", "2022-04-28"), ("May 2", "2022-05-02")]


def test_what_was_two_weeks_earlier_is_counted_from_the_day_before(parser):
    assert dates("She quit on May 9. He was sworn in two weeks earlier.", parser)[1] == (
        "two weeks earlier",
        "2022-04-22 to 2022-04-28",
    )


@pytest.mark.parametrize(
    "text",
    [
        "The council meets every Friday.",
        "Each Monday the guild meets.",
        "She told the Sunday Courier that she would go.",
        "There are no overnight trains.",
        "It became an overnight success.",
        "He works for May in Berg.",
        "They lost in the first quarterfinal.",
    ],
)
def test_what_names_no_day_of_something_that_happens_is_none(parser, text):
    assert dates(text, parser) == []
