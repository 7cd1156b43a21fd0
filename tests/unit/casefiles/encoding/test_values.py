import datetime as dt
from fractions import Fraction

import pytest

from gobetween.casefiles.encoding.values import citations, number, option_sets, simple, when
from gobetween.casefiles.encoding.yaml_words import Bare
from gobetween.model.dates import UNKNOWN_DATE, DateBasis, When, on, parse_when
from gobetween.model.passages import Citation, Span


@pytest.mark.parametrize(
    ("value", "written"),
    [(900, "900"), (-3, "-3"), (Fraction(21, 10), "2.1"), (Fraction(-1, 8), "-0.125"), (Fraction(1, 3), "1/3"), (Fraction(6, 2), "3")],
)
def test_numbers_are_exact(value, written):
    assert number(value) == written
    assert isinstance(number(value), Bare)


@pytest.mark.parametrize(
    "written", ["2024-02-21", "2024-02", "2024", "2024-05-01/2024-05-06", "2024-05-01/..", "../2024-05-06", "2031-11", "0001-02"]
)
def test_a_time_takes_the_shortest_of_its_forms(written):
    meant = When(dt.date(2024, 1, 1), dt.date(2024, 12, 31)) if written == "2024" else parse_when(written)
    assert when(meant) == written


def test_the_last_month_of_the_calendar_is_written_by_its_days():
    assert when(When(dt.date(9999, 12, 1), dt.date(9999, 12, 31))) == "9999-12-01/9999-12-31"
    assert when(When(dt.date(9999, 1, 1), dt.date(9999, 12, 31))) == "9999-01-01/9999-12-31"


def test_a_year_that_others_may_take_for_another_number_is_written_by_its_days():
    assert when(When(dt.date(999, 1, 1), dt.date(999, 12, 31))) == "0999-01-01/0999-12-31"


def test_an_inference_stands_beside_its_date():
    day = dt.date(2024, 2, 21)
    assert when(When(day, day, basis=DateBasis.INFERRED, inference="why")) == {
        "date": str(day),
        "basis": "inferred",
        "inference": "why",
    }
    assert when(When(day, day, inference="why")) == {"date": str(day), "basis": "stated", "inference": "why"}
    assert when(When(basis=DateBasis.UNKNOWN, inference="why")) == {"date": "unknown", "inference": "why"}
    assert (when(UNKNOWN_DATE), when(on(day))) == ("unknown", str(day))


def test_citations_name_their_spans():
    two = Citation("wire", (Span(10, 40), Span(80, 96)), "words of the report")
    assert citations([two]) == "wire@10-40+80-96"
    assert citations([two, Citation("gazette")]) == ["wire@10-40+80-96", "gazette"]


def test_options_stand_in_the_order_of_their_issue():
    assert option_sets({"wage": {"b", "a", "c"}}, {"wage": {"c": 0, "a": 1, "b": 2}}) == {"wage": ["c", "a", "b"]}


def test_what_no_file_can_say_is_an_error():
    with pytest.raises(TypeError, match="stands for a object"):
        simple(object())
