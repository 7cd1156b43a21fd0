"""Parties called by their members, and by what is known of who leads them."""

import pytest


def parties(items):
    return {position.party for position in items.positions}


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("The Social Democratic Party met Dunmere First. The Social Democrats rejected the plan.", "Social Democratic Party"),
        ("The Liberal Party and the Centre Party met on Monday. The Liberals rejected the plan.", "Liberal Party"),
        ("The Liberal Party and the Centre Party met on Monday. Centre leader Ada Berg rejected the plan.", "Centre Party"),
        ("Likud and Shas met on Sunday. The party rejected the plan.", "Likud"),
    ],
)
def test_a_party_is_meant_by_what_its_members_are_called(read, text, party):
    assert parties(read(text)) == {party}


@pytest.mark.parametrize(
    "text",
    [
        "The Liberal Party met on Monday. The Social Liberals rejected the plan.",
        "The Centre Party met on Monday. The Centre for Trade rejected the plan.",
        "The Glass Workers Union met on Monday. The party rejected the plan.",
    ],
)
def test_other_parties_and_other_bodies_stay_apart(read, text):
    assert not parties(read(text)) & {"Liberal Party", "Centre Party", "Glass Workers Union"}


def test_who_leads_another_body_is_of_that_body(read):
    assert parties(read("Luigi Di Maio, who leads the Dunmere League, rejected the plan.")) == {"Dunmere League"}


def test_a_leader_of_a_party_is_not_the_land_that_the_sentence_before_names(read):
    assert parties(read("Coalition talks in Israel went on. Shas leader Aryeh Deri rejected the plan.")) == {"Shas"}
