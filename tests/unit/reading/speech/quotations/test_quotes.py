from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gobetween.reading.speech.quotations.quotes import find_quotes


def quoted(text):
    return [text[quote.start : quote.end] for quote in find_quotes(text)]


@pytest.mark.parametrize("quotation", ["“a fair offer”", '"a fair offer"', "«a fair offer»", "‘a fair offer’", "'a fair offer'"])
def test_marks_pair_by_their_shape(quotation):
    assert quoted(f"The board called it {quotation}, and left.") == [quotation]


def test_a_closing_mark_typed_as_an_opening_one_still_closes():
    assert quoted("They are “close to a deal“, he said.") == ["“close to a deal“"]


def test_a_closing_mark_between_blanks_opens():
    assert quoted("The days were not ” very promising”, he said.") == ["” very promising”"]


def test_two_single_marks_count_as_a_double_one():
    assert quoted("It is ''a fine start,'' she said.") == ["''a fine start,''"]


def test_a_quotation_inside_a_quotation_does_not_end_it():
    assert quoted("“What he calls “a way out” is none,” she said.") == ["“What he calls “a way out” is none,”"]


def test_an_apostrophe_is_no_quotation():
    assert quoted("The workers' union doesn't want the company's offer, and that's that.") == []


def test_a_quotation_left_open_ends_with_its_paragraph():
    (first, second) = find_quotes("“We begin.\n“We go on,” she said.")
    assert first.is_open
    assert second.continues
    assert not second.is_open


def test_a_mark_that_begins_new_words_closes_the_one_that_was_never_closed():
    assert quoted('He said "we wait. Then "we act" came.') == ['"we wait. Then', '"we act"']


@given(st.text(alphabet="ab .,\n“”\"'«»‘’", max_size=200))
def test_quotations_never_overlap_and_stay_in_their_paragraph(text):
    found = find_quotes(text)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all("\n" not in text[quote.start : quote.end] for quote in found)
