"""Days told twice over, in brackets, as the name of a deal, or against a clock; and the year that only a caption tells."""

import datetime as dt

import pytest

from gobetween.model.dates import UNKNOWN_DATE, on
from gobetween.reading.documents.cleaning import clean_document, clean_text
from gobetween.reading.documents.publication import read_publication
from gobetween.reading.parsing import parse
from gobetween.reading.times.date_mentions import find_dates

FRIDAY = dt.date(2031, 6, 20)


def dates(text, parser, published=FRIDAY):
    clean = clean_text(text)
    found = find_dates(clean, on(published) if published else UNKNOWN_DATE, parse(clean.text, parser))
    return [(clean.text[each.start : each.end], str(each.when)) for each in found]


@pytest.mark.parametrize(
    ("text", "words", "when"),
    [
        ("They met on Saturday (June 14) in Berg.", "on Saturday (June 14)", "2031-06-14"),
        ("The strike begins on Tuesday, the 24th day of June, 2031.", "on Tuesday, the 24th day of June, 2031", "2031-06-24"),
        ("“The talks will go on today (Friday),” he said.", "today (Friday)", "2031-06-20"),
        ("The guild broke the May accord.", "May", "2031-05-01 to 2031-05-31"),
        ("They met after a March deal.", "March", "2031-03-01 to 2031-03-31"),
        ("The firm has until 1700 BST on Wednesday to bid.", "on Wednesday", "2031-06-25"),
        ("They met last Thursday.", "last Thursday", "2031-06-12"),
        ("They met last Wednesday.", "last Wednesday", "2031-06-18"),
        ("It will send envoys to the place that is chosen for the talks on July 5.", "on July 5", "2031-07-05"),
        ("They were killed in the attack on July 5.", "on July 5", "2030-07-05"),
    ],
)
def test_days_resolve(parser, text, words, when):
    assert (words, when) in dates(text, parser)


def test_a_night_and_the_morning_after_it_are_two_times(parser):
    found = dates("Shells fell from Sunday night to Monday morning.", parser)
    assert [when for _, when in found] == ["2031-06-15", "2031-06-16"]


def test_days_from_one_to_another_stay_one_stretch(parser):
    assert dates("They sat together from Monday to Tuesday.", parser) == [("from Monday to Tuesday", "2031-06-16 to 2031-06-17")]


@pytest.mark.parametrize("text", ["The march is long.", "They may leave.", "The troops leave within 18 months of the signing."])
def test_words_that_name_no_time_are_none(parser, text):
    assert dates(text, parser) == []


def test_the_year_of_a_dateline_may_stand_in_a_caption():
    text = (
        "Guild and firm meet\n\nAna Lund (L) meets Per Holt (R) in Oslo, Norland, on June 9, 2031. (Norda News/Handout via Xinhua)\n\n"
        "OSLO, June 9 (Xinhua) -- The guild and the firm met on Saturday, officials said, after talks that began on May 3, 2030."
    )
    published = read_publication(text, clean_document(text)).published
    assert published.day == dt.date(2031, 6, 9)
    assert "year" in published.inference


def test_a_dateline_without_its_year_stays_open_where_two_years_are_named():
    text = (
        "OSLO, June 9 (Xinhua) -- The guild and the firm met on June 9, 2031, officials said, a year after the accord of June 9, 2030, "
        "which neither of the sides has kept."
    )
    assert read_publication(text, clean_document(text)).published.is_unknown
