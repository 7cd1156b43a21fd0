"""Steps that show a stand: a term set, a strike or a tariff announced, prisoners to be freed, a seat taken at the talks."""

import pytest


def told(items):
    return [(position.party, position.stance.value) for position in items.positions]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Norway gave Canada until Friday to respond.", "demand"),
        ("Norway said it would announce new tariffs on Canadian fish.", "threaten"),
        ("Norway gave notice of its intent to strike.", "threaten"),
        ("Norway said it would release 1,500 prisoners as a goodwill gesture.", "offer"),
        ("Norway plans to free 1,000 captives.", "offer"),
        ("Norway said it would attend the talks.", "accept"),
        ("Norway's envoy said Norway would attend.", "accept"),
        ("Norway raised the offer in October to 18 dollars per share.", "offer"),
        ("There is not going to be any ceasefire, Norway's president said.", "reject"),
        ("Norway is committed to a permanent truce if Canada stops its air strikes.", "conditional"),
        ("Norway said it is hoping that the meeting will be used to resolve the issues.", "support"),
        ("Norway welcomes truce with Canada", "support"),
        ("Norway confirmed it would take part in the talks.", "accept"),
        ("Norway's attendance was confirmed by its ambassador.", "accept"),
        ("Norway agreed to resume talks with Canada.", "accept"),
        ("Norway agreed to meet next week to discuss the details.", "accept"),
        ("Norway has suggested the toll could be shared among all states.", "offer"),
        ("The toll met opposition from Norway.", "oppose"),
        ("There was no immediate answer from Norway to the offer.", "pending"),
        ("Norway is claiming a 77 percent share of the toll.", "demand"),
        ("Norway said its members deserve a better offer.", "demand"),
    ],
)
def test_a_step_shows_where_its_party_stands(read, text, stance):
    assert told(read(text)) == [("Norway", stance)]


def test_opposition_from_two_is_that_of_both(read):
    assert told(read("The toll met opposition from Norway and Canada.")) == [("Norway", "oppose"), ("Canada", "oppose")]


@pytest.mark.parametrize(
    "text",
    [
        "Norway gave Canada a lead until the second half.",
        "Norway will raise the flag.",
        "Norway gave notice of a change of address.",
        "Norway said it would release figures on trade.",
        "Norway will attend the wedding.",
        "Norway confirmed the death of a sailor.",
        "Norway's minister suggested that the vote could be delayed.",
        "The opposition in Norway won the vote.",
        "There was no immediate response from Norway to a request for comment.",
        "There was no immediate word on the number of dead.",
        "The storm struck, leaving the truce in doubt.",
    ],
)
def test_other_steps_show_none(read, text):
    assert told(read(text)) == []
