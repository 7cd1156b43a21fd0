"""What each side wants, in the essence of what the reports say."""

from __future__ import annotations

import pytest

from gobetween.briefs.accounts.coverage import coverage_of
from gobetween.briefs.accounts.essence import essence_of
from gobetween.briefs.accounts.terms import standing_terms
from gobetween.model.evidence import Account, Report

FIRST = (
    "PORT ALDEN, March 2, 2025 (Alden Courier) - The ferry crews' union demands a pay rise of 5 percent, its spokeswoman, Ines Falk, "
    "said on Sunday. The harbour authority has offered 3 percent. The harbour authority rejects a night allowance."
)
LATER = (
    "PORT ALDEN, March 5, 2025 (Alden Courier) - The ferry crews' union demands a pay rise of 4 percent, its spokeswoman, Ines Falk, "
    "said on Wednesday."
)
PAST = "PORT ALDEN, March 5, 2025 (Alden Courier) - The ferry crews' union had demanded a pay rise of 5 percent before the talks."


@pytest.fixture(scope="module")
def told():
    """The coverage of texts, each read as a report."""
    pytest.importorskip("spacy")
    from gobetween.reading.naming.lexicon_data import default_lexicon
    from gobetween.reading.reader import load_parser, read_document

    parser = load_parser()

    def read(*texts):
        named = [(f"{number}.txt", text.encode()) for number, text in enumerate(texts)]
        return coverage_of(Account(tuple(Report(name, read_document(name, data, default_lexicon(), parser)) for name, data in named)))

    return read


def wants(coverage):
    return [cell.text for cell in essence_of(coverage) if cell.text.startswith("Wants, ")]


def test_each_side_has_a_line_with_its_words_by_stance(told):
    union, authority = sorted(wants(told(FIRST)))

    assert union.startswith("Wants, ferry crews' union: ")
    assert "demands: “The ferry crews' union demands a pay rise of 5 percent”" in union
    assert "offers: “The harbour authority has offered 3 percent”" in authority
    assert "rejects: “The harbour authority rejects a night allowance”" in authority


def test_of_one_matter_the_latest_is_told(told):
    (union,) = [each for each in wants(told(FIRST, LATER)) if "union" in each.split(":")[0]]

    assert "4 percent" in union
    assert "5 percent" not in union


def test_what_was_demanded_before_is_no_want(told):
    assert wants(told(PAST)) == []


def test_what_has_been_offered_is_on_the_table(told):
    assert [group[0].item.value for group in standing_terms(told(FIRST))] == [3]
