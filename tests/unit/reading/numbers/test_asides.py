"""Who gives a figure in clauses that no statement covers, and where nobody but the writer does."""

import pytest

from gobetween.reading.documents.cleaning import clean_text
from gobetween.reading.numbers.attribution import attribute_figures
from gobetween.reading.numbers.figures import find_figures
from gobetween.reading.parsing import parse


@pytest.fixture
def givers(parser, read):
    def read_givers(text):
        clean = clean_text(text)
        figures = attribute_figures(find_figures(clean, parse(clean.text, parser), ()), read(text).statements)
        return {figure.value: figure.attributed_to and figure.attributed_to.name for figure in figures}

    return read_givers


@pytest.mark.parametrize(
    ("text", "value", "giver"),
    [
        ("Founded in 1964, the league had more than 5,800 members in 2022, according to authorities.", 5800, "authorities"),
        ("At least 300 families left, according to the mayor's office, and the army says 40 returned.", 300, "mayor's office"),
        ("The envoy said there was trust, adding this would be “the first truce that lasts for six months.”", 6, "envoy"),
        ("About 900 flights fell out, stranding 40,000 travellers, according to the airline.", 900, "airline"),
        ("Each side blames the other for the war, which has displaced 17,000 people, according to the council.", 17_000, "council"),
        ("“We fear for Berg, where 40,000 people live,” the envoy said.", 40_000, "envoy"),
    ],
)
def test_who_speaks_in_the_clause_gives_the_figure(givers, text, value, giver):
    assert givers(text)[value] == giver


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Norland warned of an attack on Berg, where more than 40,000 people have sought shelter.", 40_000),
        ("The envoy said a deal by July was unlikely, as Norland offered an extension of two years.", 2),
        ("The offer values the firm at $40 million.", 40_000_000),
        ("The accord for a withdrawal called for the freeing of up to 500 prisoners.", 500),
        ("According to new developments, the envoys have ended 2 days of talks.", 2),
        ("It is reported that around 300 people are held in the camps.", 300),
        ("Norda threatened to lay off 2,000 workers.", 2000),
        ("At least 300 families left, according to the mayor's office, and the army says 40 returned.", 40),
    ],
)
def test_what_is_told_aside_is_nobodys(givers, text, value):
    assert givers(text)[value] is None


def test_as_may_open_what_is_said_itself(givers):
    assert givers("The mayor said that 40 boats sank.")[40] == "mayor"
