"""Lines of print to paragraphs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gobetween.reading.inputs.print_pages import paragraphs_of


@pytest.mark.parametrize(
    ("broken", "joined"),
    [
        ("the nego-\ntiations", "the negotiations"),
        ("a long-\nterm plan", "a long-term plan"),
        ("the talks of north-\nSouth trade", "the talks of north- South trade"),
        ("a know-how gap; the know-\nhow is there", "a know-how gap; the know-how is there"),
        ("the ceasefire; a cease-\nfire holds", "the ceasefire; a ceasefire holds"),
    ],
)
def test_a_hyphen_at_a_lines_end_stays_where_the_word_has_it(broken, joined):
    assert paragraphs_of([broken]) == (joined,)


def test_items_of_a_list_are_paragraphs():
    lines = "They agreed on three things that were open since the spring:\n1. tolls for all ships,\n2. a pause,\n• a joint office."
    assert len(paragraphs_of([lines])) == 4


def test_a_headline_stands_by_itself():
    text = "Union rejects the offer\nThe union said on Friday that it rejected the offer of the employers, which\nhad come on Monday."
    assert paragraphs_of([text])[0] == "Union rejects the offer"


def test_joined_letters_and_soft_hyphens_become_plain_ones():
    assert paragraphs_of(["of\ufb01cial \ufb02ow, co\xadoperation"]) == ("official flow, cooperation",)


def test_a_number_that_is_no_page_number_stays():
    assert "40" in " ".join(paragraphs_of(["They asked for\n40\nships a day and no fewer than that."]))


def test_what_a_browser_prints_at_the_edge_is_left_out():
    lines = [
        "5/15/31, 4:08 PM Border talks | Harbour Courier",
        "The talks will resume on 20 May, the mediator said.",
        "https://c.example/a 1/1",
    ]
    assert paragraphs_of(["\n".join(lines)]) == ("The talks will resume on 20 May, the mediator said.",)


def test_a_line_that_ends_a_sentence_early_ends_its_paragraph():
    lines = [
        "The head of the delegation said that her government insisted on the withdrawal",
        "of the tolls, and that it had not dropped this demand since March.",
        "The others ask that 40 trucks a day be allowed through, a senior official said. The",
        "talks go on.",
    ]
    assert [len(paragraph) for paragraph in paragraphs_of(["\n".join(lines)])] == [145, 96]


@given(st.lists(st.text(), max_size=6))
def test_no_word_is_lost_of_one_page_and_none_is_made_up(pages):
    letters = [letter for letter in "".join(paragraphs_of(pages[:1])) if letter.isalnum()]
    given_letters = "".join(pages[:1])
    assert all(letter in given_letters or not letter.isascii() or letter in "fistl" for letter in letters)


@given(st.lists(st.text(alphabet="ab -\n1", max_size=80), max_size=5))
def test_paragraphs_hold_no_line_ends_and_are_never_empty(pages):
    assert all(paragraph.strip() and "\n" not in paragraph for paragraph in paragraphs_of(pages))
