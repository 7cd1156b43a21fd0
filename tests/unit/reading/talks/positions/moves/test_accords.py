"""What the sides take by an accord that is made, and by none that is only hoped for."""

import pytest

from gobetween.model.evidence import Stance


def stands(items):
    return [(position.party, position.stance) for position in items.positions]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Norway, Chile and Peru met in Bern. The three countries agreed that each will send a report.", ["Norway", "Chile", "Peru"]),
        ("Envoys for Norway and Chile are in Bern. Last week the rival teams agreed to set up a fund.", ["Norway", "Chile"]),
        ("Talks between Norway and Chile ended. The two sides agreed to lift the quota on cod.", ["Norway", "Chile"]),
        ("Norway and Chile reached an agreement to exchange 200 prisoners.", ["Norway", "Chile"]),
        ("Norway and Chile struck a deal to reopen the port.", ["Norway", "Chile"]),
        ("Norway and Chile settled the details of the patrol.", ["Norway", "Chile"]),
        ("Norway and Chile have worked out the terms of a truce.", ["Norway", "Chile"]),
        ("Norway signed a treaty with Chile to share the water.", ["Norway", "Chile"]),
        ("The dockers' union and the port authority reached a tentative agreement on pay.", ["dockers' union", "port authority"]),
        ("Talks between Norway and Chile ended. The two parties said that they would observe a ceasefire.", ["Norway", "Chile"]),
        ("Norway and Chile said on Saturday that a tentative agreement had been reached.", ["Norway", "Chile"]),
        ("The dockers' union reached a tentative agreement with its management on Friday.", ["dockers' union"]),
        ("Norway and Chile reached an agreement on Monday.", ["Norway", "Chile"]),
        ("Norway has reached an understanding with Chile.", ["Norway", "Chile"]),
        ("Norway signed a deal to share the water.", ["Norway"]),
        ("Norway announced on Sunday that a deal had been reached with Chile to swap prisoners.", ["Norway", "Chile"]),
        ("Norway and Chile hammered out a compromise on the toll.", ["Norway", "Chile"]),
        ("The talks ended with a mutual agreement between Norway and Chile to exchange prisoners.", ["Norway", "Chile"]),
        ("Talks between Norway and Chile ended. They led only to a mutual agreement to exchange prisoners.", ["Norway", "Chile"]),
    ],
)
def test_an_accord_is_accepted_by_each_of_its_sides(read, text, parties):
    assert stands(read(text)) == [(party, Stance.ACCEPT) for party in parties]


@pytest.mark.parametrize(
    "text",
    [
        "Norway and Chile will sign a deal to share the water on Monday.",
        "Norway and Chile are close to reaching a deal to share the water.",
        "Norway and Chile did not reach an agreement on pay.",
        "If Norway and Chile reach an agreement on pay, the ferries will sail.",
        "The agreement between Norway and Chile on water is in doubt.",
        "Norway and Chile reached an agreement in 1979.",
        "Norway signed the guest book.",
        "Norway reached an agreement on Monday.",
        "The talks collapsed before Norway and Chile reached an agreement.",
        "The singer signed a contract with the label to record four albums.",
        "The two sides agreed to cut the toll.",
        "The three men agreed to leave.",
        "Talks between Norway and Chile ended. The rival teams agreed to meet again.",
    ],
)
def test_what_is_not_agreed_yet_or_by_nobody_named_is_no_stand(read, text):
    assert stands(read(text)) == []


def test_those_who_tell_of_both_sides_are_not_the_sides(read):
    assert stands(read("Norway and Chile said the rival factions agreed to cut the toll.")) == []


def test_the_other_side_of_a_deal_is_found_behind_what_the_deal_is_on(read):
    told = "Norway reached an agreement today on salmon fishing rights with Chile and Canada."
    assert stands(read(told)) == [("Norway", Stance.ACCEPT), ("Chile", Stance.ACCEPT), ("Canada", Stance.ACCEPT)]
