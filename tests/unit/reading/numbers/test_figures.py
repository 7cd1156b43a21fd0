from fractions import Fraction

import pytest

from gobetween.model.dates import UNKNOWN_DATE
from gobetween.model.evidence import SourceType, Speaker, Statement
from gobetween.reading.documents.cleaning import clean_text
from gobetween.reading.numbers.figures import attribute_figures, find_figures
from gobetween.reading.numbers.number_words import find_numbers
from gobetween.reading.parsing import parse
from gobetween.reading.times.date_mentions import find_dates


def found(text, parser):
    clean = clean_text(text)
    doc = parse(clean.text, parser)
    return find_figures(clean, doc, find_dates(clean, UNKNOWN_DATE, doc))


@pytest.mark.parametrize(
    ("words", "value", "upper"),
    [
        ("1,200", 1200, None),
        ("1.4 million", 1_400_000, None),
        ("twenty-five", 25, None),
        ("two hundred and fifty", 250, None),
        ("a dozen", 12, None),
        ("half a million", 500_000, None),
        ("2.5", Fraction(5, 2), None),
        ("between 20 and 30", 20, 30),
        ("20-30", 20, 30),
        ("1 to 2 million", 1_000_000, 2_000_000),
    ],
)
def test_numbers_are_read_as_written(words, value, upper):
    (number,) = find_numbers(f"{words} crates")
    assert (number.value, number.upper) == (value, upper)


@pytest.mark.parametrize(
    ("text", "words", "value", "qualifier", "unit"),
    [
        ("More than 1,200 people were killed in the port.", "More than 1,200 people", 1200, "More than", "persons"),
        ("About 1.4 million displaced farmers live there.", "About 1.4 million displaced farmers", 1_400_000, "About", "persons"),
        ("The strike has lasted more than ten months.", "more than ten months", 10, "more than", "months"),
        ("They discussed a 40-day pause in hostilities.", "40-day", 40, None, "days"),
        ("Prices rose by nearly 30 percent in the town.", "nearly 30 percent", 30, "nearly", "percent"),
        ("The owners offered $20 million to the families.", "$20 million", 20_000_000, None, "money"),
        ("At least 60 trucks crossed the border.", "At least 60 trucks", 60, "At least", "trucks"),
        ("The raid killed 40 and wounded dozens.", "40", 40, None, "persons"),
    ],
)
def test_a_figure_says_what_it_counts(text, words, value, qualifier, unit, parser):
    (each,) = found(text, parser)
    figure = each.figure
    assert (figure.passage.text, figure.value, figure.qualifier, figure.unit) == (words, value, qualifier, unit)
    assert figure.sentence is not None
    assert figure.sentence.text == text


def test_what_is_counted_and_where_is_told(parser):
    (pause,) = found("They discussed a 40-day pause in hostilities.", parser)
    assert pause.figure.counted == "pause in hostilities"
    (deaths,) = found("The storm led to the deaths of over 300 persons in Norway.", parser)
    assert deaths.figure.counted == "deaths of persons"
    assert deaths.figure.place == "Norway"


@pytest.mark.parametrize(
    "text",
    [
        "The 34-year-old envoy left.",
        "Ana Lund, 34, left.",
        "They met at 7:30 p.m. in Oslo.",
        "They met on May 5, 2031.",
        "Resolution 2735 was adopted.",
        "A four-man delegation was expected.",
        "The two sides did not meet.",
        "They want a two-state solution.",
        "The vote was 80-19.",
        "1. The first clause stands.",
        "Thousands of people left.",
        "One of them spoke.",
        "According to two port officials, the talks failed.",
    ],
)
def test_numbers_that_count_nothing_are_no_figures(text, parser):
    assert found(text, parser) == ()


def statement(clean, start, end, name="the port authority", kind=SourceType.BODY):
    return Statement(Speaker(clean.passage((start, end)), name, source_type=kind), clean.passage((start, end)))


def test_a_figure_belongs_to_the_innermost_statement_that_holds_it(parser):
    text = "The strike has cost 300 jobs, the port authority said."
    clean = clean_text(text)
    outer, inner = statement(clean, 0, 50, "a union"), statement(clean, 0, 28)
    (figure,) = attribute_figures(found(text, parser), (outer, inner))
    assert figure.attributed_to == inner.speaker


def test_a_figure_outside_every_statement_is_nobodys(parser):
    text = "The owners were firm, a mediator said. The strike has cost 300 jobs."
    (figure,) = attribute_figures(found(text, parser), (statement(clean_text(text), 0, 21),))
    assert figure.attributed_to is None


def test_background_on_a_named_place_is_the_texts_own(parser):
    text = "Sources said the envoys would go to Bergen, a harbour city that is home to about 290,000 people."
    (each,) = found(text, parser)
    assert each.is_background
    (figure,) = attribute_figures((each,), (statement(clean_text(text), 13, 90),))
    assert figure.attributed_to is None


def test_every_figure_of_a_long_paragraph_keeps_to_its_sentence(parser):
    clean = clean_text("At least 40 trucks crossed in Norway. " * 300)
    doc = parse(clean.text, parser)
    figures = find_figures(clean, doc, ())
    assert len(figures) == 300
    assert all(each.figure.sentence and len(each.figure.sentence.text) < 60 for each in figures)
