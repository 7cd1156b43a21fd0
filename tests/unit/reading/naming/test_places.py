"""Villages, towns and districts that act as one, and the same names where only a place is meant."""

import pytest


def parties(items):
    return [(position.party, position.stance.value) for position in items.positions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Upham insists on the bridge.", [("Upham", "demand")]),
        (
            "Harrow would accept a line that goes both ways, provided that Lowick pays half.",
            [("Harrow", "conditional")],
        ),
        (
            "Lowick Village rejects that route and demands a stop at the mill.",
            [("Lowick Village", "reject")],
        ),
        (
            "Talks between Thornby and Weld Parish broke down. Weld Parish is threatening to close the sluice.",
            [("Weld Parish", "threaten")],
        ),
        ("The town of Marle demands a bypass.", [("Marle", "demand")]),
        ("Brinton District and Sele agreed to share the water.", [("Brinton District", "accept"), ("Sele", "accept")]),
        ("The route was rejected by Lowick.", [("Lowick", "reject")]),
        ("Kalen City and Port Orla met. Port Orla would accept a cap if Kalen pays half.", [("Port Orla", "conditional")]),
    ],
)
def test_a_place_that_wants_or_refuses_is_a_party(read, text, expected):
    assert parties(read(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Buses stop in Lowick. The Lowick road is narrow. The road to Upham is closed.",
        "Upham lies on the river, and Lowick is dry.",
        "Storm Marle threatens the coast. Herders moved to Olm.",
        "Mrs Harrow demands an apology. Harrow rejects the offer.",
        "Weld said he wants a stop. Weld refuses to pay.",
        "Hope demands patience.",
    ],
)
def test_where_only_a_place_or_a_person_is_named_no_body_is(read, text):
    items = read(text)
    assert parties(items) == []
    assert not {"Lowick", "Upham", "Olm", "Weld", "Hope"} & set(items.actors)


def test_a_place_is_meant_where_a_body_of_that_name_acts_elsewhere(read):
    items = read("Upham insists on the bridge. The meeting in Upham was short.")
    (meeting,) = [m for m in items.meetings if "Upham" in m.passage.text] or [None]
    assert meeting is None or "Upham" not in meeting.participants


def test_a_short_name_is_the_village_of_that_name_where_there_is_one(read):
    items = read("Lowick Village demands a stop. Lowick rejects the route.")
    assert parties(items) == [("Lowick Village", "demand"), ("Lowick Village", "reject")]


def test_of_two_longer_names_a_short_one_is_neither(read):
    items = read("Lowick Village demands a stop. Lowick Parish wants none. Lowick rejects the route.")
    assert parties(items)[-1] == ("Lowick", "reject")


def test_people_of_a_place_that_acts_stand_for_it(read):
    items = read("Lowick demands a stop. Lowick councillors rejected the route.")
    assert parties(items) == [("Lowick", "demand"), ("Lowick", "reject")]
