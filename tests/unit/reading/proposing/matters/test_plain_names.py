"""Names of issues and options from the words of reports."""

import pytest

from gobetween.reading.proposing.matters.plain_names import name_of_issue, plain_name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("go to 43 euros", "43 euros"),
        ("go beyond the 25 billion they put forward on Monday", "25 billion"),
        ("which she wants to see fixed at 40 billion dollars", "40 billion dollars"),
        ("discuss crossings", "crossings"),
        ("overtime since February 10", "overtime"),
        ("crossing at Dorn reopened as part of a second exchange", "crossing at Dorn reopened"),
        ("freedom to bring in cranes with notice to the union or with", "freedom to bring in cranes with notice to the union"),
        ("transitional government of 18 months in which it would hold seven of", "transitional government of 18 months"),
        ("a seat on the board", "seat on the board"),
        ("at least 46 euros", "at least 46 euros"),
        ("at 49.50 euros", "49.50 euros"),
        ("go to 46 euros but not further", "46 euros"),
        ("it must release more water", "release more water"),
        ("no change in hours", "no change in hours"),
        ("Tuesday to lift the ban", "lift the ban"),
        ("barges must be moved 12 miles upstream", "barges moved 12 miles upstream"),
        ("assurances that the gate will be opened", "assurances that the gate will be opened"),
        ("scheme as “reckless", "scheme"),
    ],
)
def test_a_name_is_what_is_asked_without_the_words_around_it(words, name):
    assert plain_name(words) == name


@pytest.mark.parametrize(
    "words",
    [
        "if the freeze ended automatically",
        "made three moves since Monday",
        "in a cabinet",
        "it gone",
        "recommend it to members",
        "nothing",
        "a compromise",
        "the idea",
        "extend until",
        "sign anything",
        "somebody holds a hand on the tap",
        "to give up",
        "bid within hours",
    ],
)
def test_cases_steps_taken_and_empty_words_name_nothing(words):
    assert plain_name(words) == ""


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("break fee of 150 million euros", "break fee"),
        ("nitrogen law to stay", "nitrogen law"),
        ("herders to keep to a corridor of 500 metres", "herders to keep to a corridor"),
        ("payments to begin next year", "payments to begin"),
        ("give up the customs shed", "customs shed"),
        ("cut for incomes above 90,000 crowns", "cut for incomes above 90,000 crowns"),
        ("scrapping the toll", "toll"),
        ("barges must be moved upstream", "barges"),
        ("veto over projects", "veto over projects"),
        ("integration of some 11,000 fighters into the army", "integration of some 11,000 fighters into the army"),
    ],
)
def test_an_issue_is_named_without_the_amount_or_the_step_that_one_side_would_have(words, name):
    assert name_of_issue(words) == name
