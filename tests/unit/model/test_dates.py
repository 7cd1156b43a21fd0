"""Dates as reports give them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gobetween.model.dates import UNKNOWN_DATE, DateBasis, When, on, parse_when

DAY = dt.date(2031, 3, 1)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2031-03-01", DAY, DAY),
        ("2031-02", dt.date(2031, 2, 1), dt.date(2031, 2, 28)),
        ("2031-12", dt.date(2031, 12, 1), dt.date(2031, 12, 31)),
        ("2031-02/2031-03-01", dt.date(2031, 2, 1), DAY),
        ("2031-03-01/..", DAY, None),
        ("../2031-03-01", None, DAY),
    ],
)
def test_every_written_form_is_understood(text: str, earliest: dt.date | None, latest: dt.date | None) -> None:
    when = parse_when(text)
    assert (when.earliest, when.latest, when.basis) == (earliest, latest, DateBasis.STATED)


@pytest.mark.parametrize("text", ["", "yesterday", "2031-13", "2031-02-30", "2031-3-1", "2031-03-01/", "1/2", "0000-00"])
def test_what_is_no_date_is_refused_with_the_forms_that_are(text: str) -> None:
    with pytest.raises(ValueError, match="write 2024-02-21"):
        parse_when(text)


def test_a_range_open_at_both_ends_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown"):
        parse_when("../..")


def test_an_unknown_date_says_so_and_comes_last() -> None:
    assert str(UNKNOWN_DATE) == "date unknown"
    assert UNKNOWN_DATE.is_unknown
    assert sorted([UNKNOWN_DATE, on(DAY)], key=lambda when: when.sort_key) == [on(DAY), UNKNOWN_DATE]


def test_a_span_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="before it begins"):
        When(DAY, dt.date(2031, 2, 1))


def test_an_inferred_date_must_say_how_it_was_found() -> None:
    with pytest.raises(ValueError, match="inference"):
        When(DAY, DAY, basis=DateBasis.INFERRED)


def test_only_what_surely_lies_before_a_day_is_by_it() -> None:
    around = parse_when("2031-02-20/2031-03-10")
    assert not around.is_by(DAY)
    assert around.may_be_by(DAY)
    assert not UNKNOWN_DATE.is_by(DAY)
    assert UNKNOWN_DATE.may_be_by(DAY)
    assert on(DAY).is_by(DAY)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2031-03-01", "2031-03-01"),
        ("2031-03-01/..", "from 2031-03-01"),
        ("../2031-03-01", "by 2031-03-01"),
        ("2031-02", "2031-02-01 to 2031-02-28"),
    ],
)
def test_a_date_is_shown_as_what_is_known_of_it(text: str, shown: str) -> None:
    assert str(parse_when(text)) == shown


@given(st.dates(), st.dates())
def test_a_written_range_comes_back_as_it_was(one: dt.date, other: dt.date) -> None:
    first, last = sorted((one, other))
    when = parse_when(f"{first.isoformat()}/{last.isoformat()}")
    assert (when.earliest, when.latest) == (first, last)
    assert when.day == (first if first == last else None)


@given(st.text(alphabet="0123456789-/.", max_size=22))
def test_any_text_is_a_date_or_refused_in_words(text: str) -> None:
    try:
        shown = str(parse_when(text))
    except ValueError as refusal:
        shown = str(refusal)
    assert shown
