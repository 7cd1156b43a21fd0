from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest

from gobetween.briefs.phrasing import amount, listed, quoted, when_in_words, when_or_undated
from gobetween.model.dates import UNKNOWN_DATE, When, parse_when


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("2031-03-04", "4 March 2031"),
        ("2031-03", "March 2031"),
        ("2031-03-04/2031-03-09", "4 to 9 March 2031"),
        ("2031-03-30/2031-04-02", "30 March to 2 April 2031"),
        ("../2031-03-04", "by 4 March 2031"),
        ("2031-03-04/..", "from 4 March 2031"),
    ],
)
def test_a_time_span_reads_as_a_person_would_say_it(written, words):
    assert when_in_words(parse_when(written)) == words


def test_an_unknown_date_is_said_to_be_unknown():
    assert when_or_undated(UNKNOWN_DATE) == "undated"
    assert when_in_words(When(dt.date(2031, 3, 4)), otherwise="x") == "from 4 March 2031"


def test_words_are_listed_once_each():
    assert listed(["a", "b", "a", "", "c"]) == "a, b and c"


@pytest.mark.parametrize(("value", "words"), [(1_400_000, "1,400,000"), (Fraction(5, 2), "2.5"), (Fraction(4, 2), "2")])
def test_amounts_have_thousands_apart_and_one_decimal_at_most(value, words):
    assert amount(value) == words


def test_a_quotation_is_not_quoted_twice_and_words_around_one_stand_as_they_are():
    assert quoted("“we are close,”") == "“we are close”"
    assert quoted("it is “close”, she said") == "“it is “close”, she said”"
    assert quoted("“one” and “two”") == "““one” and “two””"


def test_a_long_quotation_is_cut_at_a_word():
    assert quoted("one two three four", 9) == "“one two …”"
