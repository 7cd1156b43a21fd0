"""How alike the openings of two reports are, and the days at their head."""

import pytest

from gobetween.briefs.accounts.coverage import coverage_of
from gobetween.briefs.accounts.occasions import find_occasions
from gobetween.briefs.accounts.openings import are_years_apart, days_of_opening_apart, likeness_of_openings
from gobetween.model.evidence import Account
from gobetween.reading.documents.openings import WORDS, opening_of

VOTE = "Ferry crews in Sarnwick rejected the Corvane Line's rota on Tuesday, their guild said, and will picket Lowmoor quay."
SAME = "The Corvane Line's new rota was turned down by ferry crews on Tuesday. The guild will picket Lowmoor quay in Sarnwick."
OTHER = "Dredging of the Sarnwick channel begins next week, the port said, once survey boats have charted the wrecks."


def pair(newsroom, mine, theirs, first=None, second=None):
    dated = ({} if day is None else {"published": newsroom.day(day)} for day in (first, second))
    return [newsroom.report(name, opening=text, **more) for name, text, more in zip("ab", (mine, theirs), dated, strict=True)]


def likeness(first, second):
    return likeness_of_openings(coverage_of(Account((first, second))), first, second)


def names_of(*reports):
    return [occasion.names for occasion in find_occasions(Account(reports))]


def test_openings_are_alike_by_the_words_that_few_reports_have(newsroom):
    assert likeness(*pair(newsroom, VOTE, VOTE)) == pytest.approx(1)
    assert likeness(*pair(newsroom, VOTE, SAME)) > 0.5
    assert likeness(*pair(newsroom, VOTE, OTHER)) < 0.1
    assert likeness(*pair(newsroom, VOTE, "")) == 0
    assert likeness(*pair(newsroom, "Ministers meet in Sarnwick", "Ministers meet in Lowmoor")) < likeness(
        *pair(newsroom, "Ministers meet in Sarnwick", "Sarnwick waits")
    )


def test_reports_of_one_day_that_open_alike_tell_of_one_event(newsroom):
    assert names_of(*pair(newsroom, VOTE, SAME, 4, 5)) == [("a", "b")]
    assert names_of(*pair(newsroom, VOTE, OTHER, 4, 4)) == []
    assert names_of(*pair(newsroom, VOTE, SAME, 4, 9)) == []


def test_a_day_named_at_the_head_stands_for_the_day_of_publication(newsroom):
    assert names_of(*pair(newsroom, VOTE, f"SARNWICK, March 4 - {SAME}", 4)) == [("a", "b")]
    assert names_of(*pair(newsroom, VOTE, f"SARNWICK, 9 March 2025 - {SAME}", 4)) == []


@pytest.mark.parametrize(
    ("mine", "theirs", "apart"),
    [
        ("On April 6 they met.", "VIENNA, Apr. 7 (Wire)", 1),
        ("Met on 31st December 2030.", "2031-01-01 10:15", 1),
        ("Met on 6 April.", "On Tuesday they met.", None),
        ("Met on 6 April.", "Met on 6 October.", None),
        ("By March 20 an answer is due, by March 27 a text, by April 6 a vote.", "On April 6 they met.", 10),
    ],
)
def test_days_at_the_head_are_compared_in_whatever_form_they_stand(newsroom, mine, theirs, apart):
    first, second = pair(newsroom, mine, theirs)
    assert days_of_opening_apart(coverage_of(Account((first, second))), first, second) == apart


def test_the_same_day_of_another_year_is_another_event(newsroom):
    first, second = pair(newsroom, f"4 March 2030. {VOTE}", VOTE, None, 4)
    assert are_years_apart(coverage_of(Account((first, second))), first, second)
    assert names_of(first, second) == []


def test_an_undated_report_does_not_join_two_days(newsroom):
    monday, friday = pair(newsroom, f"{VOTE} A second ballot is counted.", f"{SAME} A harbour pilot joined.", 4, 7)
    undated = newsroom.report("c", opening=f"{VOTE} {SAME}")
    assert all({"a", "b"} - set(names) for names in names_of(monday, friday, undated))


def test_an_opening_is_the_first_words_of_a_report():
    assert opening_of("One  two\n\nthree.") == "One two three."
    assert len(opening_of("word " * 1000).split()) == WORDS
