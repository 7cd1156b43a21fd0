import re

import pytest
from attrs import evolve

from gobetween.briefs.blocks import Brief, Cell, Mark, Section, SourceLine, Table
from gobetween.model.dates import UNKNOWN_DATE
from gobetween.model.passages import Citation
from gobetween.rendering.cited import IN_COMMON, Numbering, excerpt, has_names_first, led, marks_in_common
from gobetween.rendering.html import render_html
from gobetween.rendering.markdown import render_markdown
from gobetween.rendering.terminal import render_terminal

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


def alike(*marks: Mark) -> Table:
    rows = tuple((Cell(f"Row {number}"), Cell("yes", marks=marks), Cell("no", marks=marks)) for number in range(3))
    return Table("Packages", ("Issue", "One", "Two"), rows=rows)


def test_marks_that_all_entries_of_a_table_have_stand_once():
    marks, table = marks_in_common(alike(Mark.COMPUTED, Mark.ENTRUSTED))
    assert marks == (Mark.COMPUTED, Mark.ENTRUSTED)
    assert {cell.marks for row in table.rows for cell in row} == {()}


def test_a_mark_that_one_entry_lacks_stays_with_the_others():
    table = alike(Mark.COMPUTED)
    row = (*table.rows[0][:2], Cell("maybe"))
    assert marks_in_common(evolve(table, rows=(row, *table.rows[1:])))[0] == ()
    assert marks_in_common(evolve(table, rows=table.rows[:1]))[0] == ()  # so few show their own


@pytest.mark.parametrize("form", [render_html, render_markdown, lambda brief: render_terminal(brief, width=100, colour=False)])
def test_no_form_loses_or_repeats_a_mark_of_a_whole_table(form):
    brief = Brief("T", "public", sections=(Section("a", "A", blocks=(alike(Mark.ALLEGED),)),))
    _, _, shown = form(brief).partition(IN_COMMON)
    table, _, _ = shown.partition("Row 2")
    assert len(re.findall("[‹>]alleged[›<]", table)) == 1


@pytest.mark.parametrize(("first", "stands_out"), [("Pay rise", True), ("The union could accept shifts of ten hours. " * 3, False)])
def test_names_stand_out_in_front_of_rows_and_sentences_do_not(first, stands_out):
    table = Table("T", ("Words", "How"), rows=((Cell("Short"), Cell("a")), (Cell(first), Cell("b"))))
    assert has_names_first(table) is stands_out
    assert ('class="running"' in render_html(Brief("T", "public", sections=(Section("a", "A", blocks=(table,)),)))) is not stands_out
