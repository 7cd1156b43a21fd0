"""The land that a report was written in, told by its dateline alone."""

import pytest

from gobetween.reading.naming.lexicon_data import default_lexicon
from gobetween.reading.reader import read_document


def parties(text, parser):
    document = read_document("report.txt", text.encode(), default_lexicon(), parser)
    return {position.party for position in document.positions}


@pytest.mark.parametrize(
    ("text", "land"),
    [
        ("NAIROBI (Reuters) - Doctors are on strike.\n\nThe government rejected the demand.", "Kenya"),
        ("ADDIS ABABA, March 3 (AP) - Doctors are on strike.\n\nThe government rejected the demand.", "Ethiopia"),
    ],
)
def test_the_government_of_a_text_without_a_land_is_that_of_its_dateline(parser, text, land):
    assert parties(text, parser) == {land}


@pytest.mark.parametrize(
    "text",
    [
        "GENEVA (Reuters) - Doctors are on strike.\n\nThe government rejected the demand.",
        "NAIROBI (Reuters) - Norway's doctors are on strike.\n\nThe government rejected the demand.",
    ],
)
def test_another_city_and_another_land_leave_it_open(parser, text):
    assert "Kenya" not in parties(text, parser)
