import pytest

from gobetween.briefs.blocks import Brief, Cell, SourceLine
from gobetween.model.dates import UNKNOWN_DATE
from gobetween.model.passages import Citation
from gobetween.rendering.cited import Numbering, excerpt, led

SOURCES = tuple(SourceLine(name, number, label=name, published=UNKNOWN_DATE) for name, number in (("a", 2), ("b", 1)))
NUMBERING = Numbering.of(Brief("t", "keeper", sections=(), sources=SOURCES))


def test_sources_stand_once_each_and_in_the_order_of_their_numbers():
    cell = Cell("x", (Citation("a"), Citation("b"), Citation("a"), Citation("unknown")))
    assert [cited.number for cited in NUMBERING.cited(cell)] == ["1", "2", "unknown"]


@pytest.mark.parametrize("words", ["we are close", '"We are close,"', "“We are\nclose.”", "", " … "])
def test_words_that_the_cell_says_itself_are_left_out(words):
    [cited] = NUMBERING.cited(Cell("“We are close to a deal”, he said", (Citation("a", (), words),)))
    assert cited.words == ()


def test_words_that_the_detail_says_are_left_out():
    [cited] = NUMBERING.cited(Cell("120", (Citation("a", (), "at least 120 people"),), detail="“At least 120 people were there.”"))
    assert cited.words == ()


def test_words_within_longer_words_of_the_same_source_are_left_out():
    citations = (
        Citation("a", (), "released in stages"),
        Citation("a", (), "They shall be released in stages."),
        Citation("b", (), "in stages"),
    )
    one, two = NUMBERING.cited(Cell("A demand", citations))
    assert one.words == ("in stages",)
    assert two.words == ("They shall be released in stages.",)


def test_an_excerpt_ends_between_words():
    assert excerpt("one two three", 9) == "one two…"
    assert excerpt("one", 9) == "one"
    assert excerpt("x" * 20, 9) == "x" * 8 + "…"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Blocks, as reported: the order of release", "Blocks, as reported"),
        ("“Never”: the council", ""),
        ("The talks go on. Next: a pause", ""),
        ("At 10:30 they met", ""),
        (
            "Moved in this round, the Union of All Dockers of Sarnwick: a rise",
            "Moved in this round, the Union of All Dockers of Sarnwick",
        ),
        ("A label that runs on and on and on is no label: x", ""),
    ],
)
def test_a_short_beginning_before_a_colon_is_a_label(text, label):
    found, rest = led(text)
    assert found == label
    assert text.endswith(rest)
