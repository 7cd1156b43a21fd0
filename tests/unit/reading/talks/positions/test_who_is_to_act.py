"""What depends on somebody's agreeing is agreed by nobody; two named before one noun are both meant."""

import pytest


def stances(items):
    return [(position.party, position.stance.value) for position in items.positions]


@pytest.mark.parametrize(
    "text",
    [
        "Norway said its support depended on Chile agreeing to release prisoners.",
        "Norway said the deal hinges on Chile accepting the toll.",
        "Norway is counting on the guild accepting the offer.",
    ],
)
def test_what_depends_on_others_agreeing_is_accepted_by_nobody(read, text):
    assert "accept" not in [stance for _, stance in stances(read(text))]


@pytest.mark.parametrize(
    ("text", "stance"),
    [("After rejecting the toll, Norway left.", "reject"), ("Norway left for Oslo, rejecting the toll.", "reject")],
)
def test_a_gerund_of_the_subject_stays_the_subjects(read, text, stance):
    assert stances(read(text)) == [("Norway", stance)]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Norwegian and Hamas delegations rejected the offer.", ["Norway", "Hamas"]),
        ("Norwegian and Chilean delegations rejected the offer.", ["Norway", "Chile"]),
        ("A Norwegian delegation rejected the offer.", ["Norway"]),
        ("The Norwegian Hamas delegation rejected the offer.", None),
    ],
)
def test_delegations_of_two_named_before_them_are_both(read, text, parties):
    found = [party for party, stance in stances(read(text)) if stance == "reject"]
    assert found == parties if parties is not None else len(found) <= 1
