from __future__ import annotations

import pytest
from jsonschema import Draft202012Validator

from gobetween.casefiles.decoding.faults import listed
from gobetween.casefiles.decoding.limits import MOST_ENTRIES, MOST_LISTED, most_entries
from gobetween.casefiles.decoding.shapes import COLLECTIONS
from gobetween.casefiles.schemas.kinds import published

ACCEPTS = Draft202012Validator(published("case")).is_valid
MOST = most_entries("proposal")


def proposals(count, form):
    begun = "  r{0}: {{name: R, by: union}}\n" if form == "mapping" else "  - {{id: r{0}, name: R, by: union}}\n"
    return "proposals:\n" + "".join(begun.format(number) for number in range(count))


@pytest.mark.parametrize("form", ["mapping", "list"])
def test_one_entry_more_than_allowed_is_refused_at_its_line(quay, form):
    (found,) = quay.faults(proposals(MOST + 1, form))
    line = quay.case_text.count("\n") + 1 + MOST + 1
    assert found.startswith(f"case.yaml:{line}: proposals: found 1,001 entries; allowed: 1,000 at most; leave out")


def test_as_many_entries_as_allowed_are_read(quay):
    assert len(quay.case(proposals(MOST, "mapping")).proposals) == MOST


def test_a_long_list_of_words_is_refused_as_a_collection_is(quay):
    annexes = ", ".join(f"a{number}" for number in range(MOST_LISTED + 1))
    text = f"proposals: {{r: {{name: R, by: union, versions: [{{clauses: [x], annexes: [{annexes}]}}]}}}}\n"
    (found,) = quay.faults(text)
    assert "annexes: found 5,001 entries; allowed: 5,000 at most" in found


@pytest.mark.parametrize(("count", "is_accepted"), [(MOST, True), (MOST + 1, False)])
def test_the_schema_allows_as_many_as_the_loader(count, is_accepted):
    named = {f"r{number}": {"name": "R", "by": "union"} for number in range(count)}
    listed = [{"id": each, **entry} for each, entry in named.items()]
    for entries in (named, listed):
        assert ACCEPTS({"gobetween": 1, "title": "T", "proposals": entries}) is is_accepted


def test_only_kinds_of_entries_that_there_are_have_a_limit_of_their_own():
    assert set(MOST_ENTRIES) <= {shape.kind for shape in COLLECTIONS.values()}


def test_ids_of_any_length_are_cut_where_they_are_listed():
    assert listed(["pay", "w" * 20_000, "shift"]) == f"pay, {'w' * 99}…, shift"


def test_a_key_of_any_length_is_cut_in_the_paths_of_faults(quay):
    found = quay.faults(f"tracks:\n  ? {'w' * 20_000}\n  : {{colour: red}}\n")
    assert any("www…" in each for each in found), [each[:300] for each in found]
    assert max(len(each) for each in found) < 1_000
