"""Plain sentences of news with plain verbs, and the same words where nobody takes a stand."""

import pytest


def told(items):
    return [(position.party, position.stance.value) for position in items.positions]


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("Norway and Canada have however declined the offer.", [("Norway", "reject"), ("Canada", "reject")]),
        ("Norway declines debt freeze", [("Norway", "reject")]),
        ("Norway, Canada and Brazil want the toll to be capped.", [("Norway", "demand"), ("Canada", "demand"), ("Brazil", "demand")]),
        ("Canada has yet to issue a formal response to the offer.", [("Canada", "pending")]),
    ],
)
def test_a_plain_verb_shows_the_stand_of_each_that_is_named(read, text, stands):
    assert told(read(text)) == stands


@pytest.mark.parametrize(
    "text",
    [
        "Norway's exports declined.",
        "Norway declined an interview.",
        "Norway has yet to issue a new stamp.",
    ],
)
def test_the_same_verb_about_something_else_shows_none(read, text):
    assert told(read(text)) == []
