import re

import pytest
from attrs import evolve
from rich.cells import cell_len

from gobetween.briefs.blocks import Brief, Cell, Listing, Mark, Paragraph, Section, Table
from gobetween.rendering.cited import cells
from gobetween.rendering.terminal import render_essence, render_terminal

HOSTILE = "before\x1b[2J\x1b]0;owned\x07 red\x9b31m \u202egnirts\u202c\r\nnext\x00\u2066x\u2069"


def words_of(text):
    return set(re.findall(r"\w+", text))


def one_cell(text):
    return Brief(
        text, "keeper", sections=(Section("a", text, blocks=(Paragraph(Cell(text)), Listing(text, (Cell(text, detail=text),)))),)
    )


def test_every_text_of_a_brief_is_on_the_terminal(specimen):
    page = words_of(render_terminal(specimen, width=400, colour=False))
    for cell in cells(specimen):
        assert words_of(cell.text) <= page
        assert words_of(cell.detail) <= page
    for notice in specimen.notices:
        assert words_of(notice) <= page
    for source in specimen.sources:
        assert words_of(source.label) <= page


@pytest.mark.parametrize("width", [24, 40, 60, 80, 100, 160])
def test_no_line_is_wider_than_the_terminal(specimen, width):
    assert max(cell_len(line) for line in render_terminal(specimen, width=width, colour=False).splitlines()) <= width


def test_narrow_terminals_get_stacked_rows_instead_of_unreadable_columns(specimen):
    assert "Cheapest opening: Release in stages" in render_terminal(specimen, width=60, colour=False)
    assert "Cheapest opening: Release in stages" not in render_terminal(specimen, width=160, colour=False)


def test_citations_show_the_numbers_of_the_sources_list(specimen):
    text = render_terminal(specimen, width=100, colour=False)
    assert "satisfies both red lines. [1, 3] ‹computed›" in text
    assert "[5] Quay Radio, rewrite · date unknown" in text
    assert "tells the story of [3] again" in text


def test_cited_words_stand_below_what_they_support_unless_it_says_them_itself():
    from gobetween.model.passages import Citation

    def text_with(words):
        cell = Cell("The council agreed.", (Citation("s", (), words),))
        return render_terminal(Brief("t", "public", sections=(Section("a", "A", blocks=(Paragraph(cell),)),)), width=80, colour=False)

    assert "“it agreed late at night”" in text_with("it agreed late at night")
    assert "“" not in text_with("council agreed")


def test_assumed_numbers_repeat_the_notice_at_the_plot(specimen):
    assert render_terminal(specimen, width=400, colour=False).count("┃ Illustration. These numbers were chosen") == 2


def test_marks_are_explained_once_at_the_end(specimen):
    text = render_terminal(specimen, width=100, colour=False)
    assert text.count("‹alleged› a claim about another's motive") == 1
    assert "‹by rules› read by rules: found in the reports by rules" in text
    assert "‹entrusted›" not in text


def test_a_hostile_report_drives_no_terminal():
    text = render_terminal(one_cell(HOSTILE), width=80, colour=False)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
    assert "owned" not in text


def test_with_colour_the_only_codes_are_those_of_the_renderer():
    text = render_terminal(one_cell(HOSTILE), width=80, colour=True)
    assert "\x1b[" in text
    assert re.search("\x1b(?!\\[[0-9;]*m)", text) is None


def test_colour_adds_codes_and_changes_no_text(specimen):
    coloured = render_terminal(specimen, width=80, colour=True)
    assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == render_terminal(specimen, width=80, colour=False)


def test_markup_in_a_report_is_text():
    assert "[bold red]not markup[/] :smile:" in render_terminal(one_cell("[bold red]not markup[/] :smile:"), width=80, colour=False)


def test_a_table_without_rows_shows_its_columns_and_note():
    table = Table("Empty", ("Who", "What"), rows=(), note="Nothing was reported.")
    text = render_terminal(Brief("t", "keeper", sections=(Section("a", "A", blocks=(table,)),)), width=60, colour=False)
    assert "Who" in text
    assert "Nothing was reported." in text


def test_the_essence_alone_has_notices_and_the_sources_that_it_cites(specimen):
    text = render_essence(specimen)
    assert "Illustration." in text
    assert "Crews and ships block one another" in text
    assert "[3] Evening Wire" in text
    assert "[6]" not in text
    assert "Where the talks stand" not in text


def test_a_brief_without_anything_is_a_title():
    text = render_terminal(Brief("Nothing yet", "public", sections=()), width=40, colour=False)
    assert "Nothing yet" in text
    assert "Public brief" in text
    assert "Sources" not in text


def test_every_mark_has_a_meaning():
    from gobetween.rendering.cited import MEANINGS

    assert set(MEANINGS) == set(Mark)


def test_wide_letters_and_long_words_are_broken_within_the_width(specimen):
    brief = evolve(specimen, title="谈判" * 60 + "x" * 300)
    assert max(cell_len(line) for line in render_terminal(brief, width=41, colour=False).splitlines()) <= 41


def table_page(table, width=80):
    return render_terminal(Brief("t", "keeper", sections=(Section("a", "A", blocks=(table,)),)), width=width, colour=False)


def test_marks_that_all_entries_of_a_table_share_stand_once_above_it():
    marked = [Cell(text, marks=(Mark.COMPUTED, Mark.ENTRUSTED)) for text in ("20%", "17%", "18%", "15%")]
    table = Table("Gains", ("Package", "Union", "Employers"), rows=((Cell("Nash"), *marked[:2]), (Cell("Bridge"), *marked[2:])))
    page = table_page(table).partition("Marks\n")[0]
    assert "Every entry below: ‹computed› ‹entrusted›" in page
    assert page.count("‹entrusted›") == 1
    other = evolve(table, rows=(table.rows[0], (Cell("Bridge"), Cell("18%"), marked[3])))
    assert table_page(other).partition("Marks\n")[0].count("‹entrusted›") == 3


def test_a_column_is_wide_enough_for_the_name_of_a_file():
    story = Cell("the same as another report of the day before, word by word and line by line")
    rows = ((Cell("one", detail="coast-wire-0303.txt; English"), story, story, Cell("3 March 2031")),)
    assert "coast-wire-0303.txt;" in table_page(Table("Reports", ("Report", "Outlet", "Story", "Published"), rows=rows))


def test_of_stacked_rows_that_begin_alike_the_detail_stands_once_and_what_goes_on_is_set_in():
    first = Cell("Signature", detail="begins if both accept")
    rows = tuple((first, Cell(who), Cell("promise " * 20)) for who in ("Union", "Employers"))
    page = table_page(Table("Obligations", ("Phase", "Who", "Does what"), rows=rows), width=40)
    assert page.count("begins if both accept") == 1
    assert page.count("▪ Phase: Signature") == 2
    assert "\n    promise" in page
    assert "\n  promise" not in page
