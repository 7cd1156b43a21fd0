"""One slip of the pen in a key, or one comma too many, is told as one fault that says what was meant."""

from __future__ import annotations

import pytest

from gobetween.casefiles.decoding.misspelt_keys import as_meant, misspelt
from gobetween.casefiles.decoding.yaml_nodes import Mapping, parse_yaml

POSITION = "positions: [{actor: union, issue: wage, stance: demand, options: [two], text: Two.}]\n"
COMMA = "within brackets a comma ends a value: write numbers without it, and put words that have one in quotation marks"


def mapping(text: str) -> Mapping:
    node = parse_yaml(text.encode(), "case.yaml")
    assert isinstance(node, Mapping)
    return node


@pytest.mark.parametrize(
    ("old", "new", "path", "meant"),
    [
        ("issue: wage", "isue: wage", "positions[0].isue", "issue"),
        ("issue: wage", "Issue: wage", "positions[0].Issue", "issue"),
        ("stance: demand", "stnace: demand", "positions[0].stnace", "stance"),
        ("text: Two.", "tetx: Two.", "positions[0].tetx", "text"),
        ("options: [two]", "option: [two]", "positions[0].option", "options"),
        ("actor: union", "actors: union", "positions[0].actors", "actor"),
        ("actor: union", "party: union", "positions[0].party", "actor"),
    ],
)
def test_a_misspelt_key_of_an_entry_is_one_fault(quay, old, new, path, meant):
    (fault,) = quay.faults(POSITION.replace(old, new))
    assert f": {path}: unknown key; found '" in fault
    assert fault.endswith(f"did you mean '{meant}'?")


@pytest.mark.parametrize(
    ("old", "new", "meant"),
    [
        ("gobetween: 1", "gobetwen: 1", "gobetween"),
        ("\ntitle:", "\ntitel:", "title"),
        ("\nactors:", "\nactor:", "actors"),
        ("\nactors:", "\nparties:", "actors"),
        ("{title: Wage", "{name: Wage", "title"),
        ("\nissues:", "\nissus:", "issues"),
        ("options:", "option:", "options"),
    ],
)
def test_a_misspelt_key_that_others_rest_on_is_one_fault(quay, old, new, meant):
    assert old in quay.case_text
    (fault,) = quay.faults_of(quay.case_text.replace(old, new, 1) + POSITION)
    assert fault.endswith(f"did you mean '{meant}'?")


def test_a_short_word_with_another_letter_is_another_word(quay):
    (fault,) = quay.faults("links: [{by: union, if: {wage: [two]}, then: {hours: [short]}}]\n")
    assert fault.endswith("did you mean 'requires'?")


def test_entries_that_are_not_indented_are_told_to_belong_to_the_key_above(quay):
    (fault,) = quay.faults("links:\none: {if: {wage: [two]}}\n")
    assert "one: unknown key; found 'one'" in fault
    assert fault.endswith("; if it belongs to 'links', indent it further than that")


def test_a_key_that_merely_resembles_a_missing_one_is_that_one_and_no_second_fault(quay):
    (fault,) = quay.faults("figures: [{countedness: members, value: 3}]\n")
    assert fault.endswith("did you mean 'counted'?")


@pytest.mark.parametrize("key", ["entrusted-to", "Entrusted_to", "entrustd_to"])
def test_a_misspelt_head_of_a_partys_file_is_one_fault(quay, key):
    (fault,) = quay.party_faults(quay.party_text.replace("entrusted_to", key, 1))
    assert f"{key}: unknown key" in fault
    assert fault.endswith("did you mean 'entrusted_to'?")


def test_a_faulty_value_of_numbers_is_not_told_as_missing(quay):
    (fault,) = quay.party_faults("gobetween: 1\nentrusted_to: []\nvalues: {wage: {two: many}}\nreservation: 0\n")
    assert "values.wage.two: found 'many'" in fault


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("{txt: a}", {"txt": "text"}),
        ("{text: a, txt: b}", {}),  # the one that is meant is there
        ("{too: a}", {}),  # `to` is too short to tell
        ("{TO: a}", {"TO": "to"}),
        ("{texture: a}", {}),
        ("{issue: wage, notes: b, nots: c}", {"notes": "note"}),  # one key is meant once
        ("{issue: wage, notes}", {}),  # a comma too many
    ],
)
def test_what_a_key_was_meant_to_be(written, meant):
    node = mapping(written)
    assert misspelt(node, ("text", "to", "note", "issue")) == meant
    assert list(as_meant(node, ("text", "to", "note", "issue")).entries) == [meant.get(key, key) for key in node.entries]


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        (POSITION.replace("Two.", "Two, or three"), "positions[0].or three: unknown key; found 'or three'"),
        ("figures: [{counted: members, value: 1,000}]\n", "figures[0].000: unknown key; found '000'"),
        ("delegations: [{actor: union, size: [1,000]}]\n", "delegations[0].size: found a list"),
    ],
)
def test_a_comma_that_parts_what_belongs_together_is_told_of(quay, more, fault):
    (told,) = quay.faults(more)
    assert fault in told
    assert told.endswith(f"; {COMMA}")


@pytest.mark.parametrize(
    "more",
    [
        "delegations: [{actor: union, size: [1, 2]}]\n",
        "delegations: [{actor: union, size: [1, 000]}]\n",
        'delegations: [{actor: union, size: ["1",000]}]\n',
        "positions:\n  - actor: union\n    stance: demand\n    text: a\n    there:\n",
        "positions: [{actor: union, stance: demand, text: a, there: b}]\n",
    ],
)
def test_other_faults_say_nothing_of_commas(quay, more):
    (told,) = quay.faults(more)
    assert COMMA not in told
