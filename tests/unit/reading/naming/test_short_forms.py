"""Short forms of bodies' names, and words that are not short for the name beside them."""

import pytest


def parties(items):
    return [position.party for position in items.positions]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Corvane Assurance met the regulator. Corvane has offered to sell a branch.", "Corvane Assurance"),
        ("The managers of Dunmere Buses met. Dunmere has refused to touch them.", "Dunmere Buses"),
        ("The Northern Nine would go beyond 25 billion. The Nine have dropped their veto.", "Northern Nine"),
        ("Nine Network is in talks. Nine has offered a merger.", "Nine Network"),
        ("For the ruling Union for Continuity, Abel Kiromba spoke. The Union rejected the plan.", "Union for Continuity"),
        ("The Insurance Supervision Office met. The Office rejects the deal.", "Insurance Supervision Office"),
        ("The Free Highlands Movement met the army. The Movement has offered a truce.", "Free Highlands Movement"),
    ],
)
def test_a_short_form_is_the_one_body_that_it_fits(read, text, party):
    assert parties(read(text))[-1] == party


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("The Dunmere Road is closed. Dunmere wants a bridge.", "Dunmere"),
        ("Trams in Dunmere stopped. Dunmere wants a bridge. Dunmere Trams met.", "Dunmere"),
        ("A meeting in the Tarnby Institute ended in shouting. Tarnby refuses to pay.", "Tarnby"),
        ("North Istra met Istra's envoy. Istra rejected the draft.", "Istra"),
        ("The Free Party met. The Free Guild met. Free rejected it. Norway wants more.", "Norway"),
    ],
)
def test_a_place_a_land_and_a_general_word_are_short_for_nothing(read, text, party):
    assert parties(read(text))[-1] == party


def test_of_two_that_fit_the_nearest_before_is_taken(read):
    items = read("The European Union met. The Union wants a deal. The Teachers' Union wants more. The Union rejects that.")
    assert parties(items) == ["European Union", "Teachers' Union", "Teachers' Union"]


def test_the_reverend_is_called_by_her_name(read):
    (statement,) = read("The Rev Agnes Pellow said that both were tired.").statements
    assert statement.speaker.name == "Agnes Pellow"


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Lindmark met them. Ada Berg, chief executive of Lindmark North America, left. Lindmark has rejected the offer.", "Lindmark"),
        ("DUNMERE (XY) - Corvane Assurance met them. Corvane Assurance has rejected the offer.", "Corvane Assurance"),
    ],
)
def test_a_branch_or_a_dateline_names_nobody_else(read, text, party):
    assert parties(read(text)) == [party]
