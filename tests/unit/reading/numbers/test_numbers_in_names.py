"""Numbers that are part of a name or of a date count nothing; sums are read in the money of many states."""

import pytest

from gobetween.model.dates import UNKNOWN_DATE
from gobetween.reading.documents.cleaning import clean_text
from gobetween.reading.numbers.figures import find_figures
from gobetween.reading.numbers.number_words import find_numbers
from gobetween.reading.parsing import parse
from gobetween.reading.times.date_mentions import find_dates


@pytest.fixture
def counted(parser):
    def read_values(text):
        clean = clean_text(text)
        doc = parse(clean.text, parser)
        return [found.figure.value for found in find_figures(clean, doc, find_dates(clean, UNKNOWN_DATE, doc))]

    return read_values


@pytest.mark.parametrize(
    "text",
    [
        "It came after the FTSE 100 group turned down the bid.",
        "The boss of Local 63 of the Dockers Union walked out.",
        "The parties met near Berth 12 of the port.",
        "The delegation was led by the commander of the Berg-based 14 Corps.",
        "A Boeing 737 jet brought the envoys home.",
        "Norland still claims the ridge as far as Finger 8 of the lake.",
        "The lists of the 2014 elections are disputed.",
        "Norland asked them to go back to the pre-May 4 positions.",
        "The sides work on a zero tariff agreement.",
        "They left the Three Rivers Alliance.",
        "The 2027-2033 budget is agreed.",
        "Thousands of people marched.",
        "Several hundred families left.",
        "They met two years ago.",
        "Two top officials, who asked not to be named, confirmed the offer.",
    ],
)
def test_a_number_in_a_name_counts_nothing(counted, text):
    assert counted(text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("In June. Twenty soldiers died at the river.", [20]),
        ("The march on Sunday drew 7,000.", [7000]),
        ("The firm has 1950 workers in Berg.", [1950]),
        ("At Renholm 400 workers walked out.", [400]),
        ("There were zero casualties on the border.", [0]),
        ("Prices rose by 8pc in a year.", [8]),
        ("The pact would cut wages over the next two years.", [2]),
        ("The firm must answer within 48 hours.", [48]),
        ("They have met often over the past three months.", [3]),
        ("The talks lasted for more than an hour.", [1]),
        ("They want to keep warming below 1.5C.", [1.5]),
        ("The shares fell by 12p.", [12]),
        ("Norda Bank Group lowered its target price from GBX 4,500 ($64) on Monday.", [4500, 64]),
        ("Norland pays £3billion-a-year.", [3_000_000_000]),
        ("Sudland gave £1.7billion.", [1_700_000_000]),
        ("They hoped for peace in three years.", [3]),
        ("The union speaks for the line's 1,400-plus pilots.", [1400]),
        ("Norda must repay 1.6-billion-euros of the loan.", [1_600_000_000]),
    ],
)
def test_a_number_beside_a_name_still_counts(counted, text, values):
    assert counted(text) == values


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("raise the wage to N30,000 a month", 30_000, "NGN"),
        ("an offer of ₦62,000", 62_000, "NGN"),
        ("a fund of Rs 500 crore", 5_000_000_000, "rupees"),
        ("a loan of ₹10 lakh", 1_000_000, "INR"),
        ("wages of R12,500", 12_500, "ZAR"),
        ("a grant of SEK 200 million", 200_000_000, "SEK"),
        ("a daily wage of P750", 750, "PHP"),
    ],
)
def test_sums_are_read_in_the_money_of_many_states(text, value, currency):
    (number,) = find_numbers(text)
    assert (number.value, number.currency) == (value, currency)


@pytest.mark.parametrize("text", ["masks of type N95", "the P5 powers", "the R2P rule", "before COP29 in May"])
def test_letters_before_a_number_are_not_always_money(text):
    assert not [number for number in find_numbers(text) if number.currency]


def test_what_is_handed_over_is_not_more_than_that(parser):
    text = "The firm would hand over 25 percent of its shares."
    clean = clean_text(text)
    (found,) = find_figures(clean, parse(text, parser), ())
    assert found.figure.qualifier is None
    assert found.figure.passage.text.startswith("25")
