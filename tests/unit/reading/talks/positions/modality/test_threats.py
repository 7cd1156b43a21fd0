import pytest


def stances(items):
    return sorted((position.party, position.stance.value) for position in items.positions)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norway will walk out on Monday unless it is given a seat.", [("Norway", "threaten")]),
        ("Norway has warned that it will withdraw its offer altogether should the trains stop again.", [("Norway", "threaten")]),
        ("Norway said it would seek arbitration if the commission did not finish its work this year.", [("Norway", "threaten")]),
        ("Norway has answered that it will stay away from the next round if a single pump runs dry.", [("Norway", "threaten")]),
        ("Norway threatened to take its proposal off the table.", [("Norway", "threaten")]),
        ("Norway has warned that it will send its gas through another pipeline if there is no deal by May.", [("Norway", "threaten")]),
        ("Norway said its government would take the matter to the Security Council if that happened.", [("Norway", "threaten")]),
        ("Unless the ban is lifted, Norway will leave the bloc.", [("Norway", "threaten")]),
        ("Norway has vowed to block the deal.", [("Norway", "threaten")]),
        ("Norway issued an ultimatum to Canada.", [("Norway", "threaten")]),
        ("Norway said a third strike would begin on Monday if there was no deal.", [("Norway", "threaten")]),
        ("If nothing is signed by Monday, drivers will stay away for two days, Norway announced.", [("Norway", "threaten")]),
        ("Norway pledged to sit on its exports until there is a contract.", [("Norway", "threaten")]),
        ("Otherwise, Norway said, it would close the port.", [("Norway", "threaten")]),
        ("Norway warned of a strike from Monday.", [("Norway", "threaten")]),
        ("Norway is preparing to sue Canada.", [("Norway", "threaten")]),
        ("Norway warned that the bank's staff will walk out on Monday unless they are paid.", [("Norway", "threaten")]),
        ("Unless the ban is lifted by Monday, Norway will ask its members for a strike mandate.", [("Norway", "threaten")]),
        ("Norway said it would withdraw its troops if the border was opened.", [("Norway", "conditional")]),
        ("Norway vowed never to give up the island.", [("Norway", "reject")]),
        ("Norway would sign if Canada dropped its lawsuit.", [("Norway", "conditional")]),
        ("Norway reserved the right to suspend deliveries.", [("Norway", "threaten")]),
    ],
)
def test_harm_that_is_announced_is_a_threat(read, text, told):
    assert stances(read(text)) == told


@pytest.mark.parametrize(
    "text",
    [
        "Norway will ask its members on Monday whether they accept.",
        "Norway vowed to build more schools.",
        "Norway promised to open the road.",
        "Norway warned of a hard winter.",
        "Norway's minister warned that prices would rise if there was no deal.",
        "Norway warned that it would lose money if there was no deal.",
        "Should the bid be accepted, Norway would gain a windfall of 175 million euro.",
        "Norway is preparing to host the games.",
        "Norway stayed away from the fair.",
    ],
)
def test_what_harms_nobody_is_no_threat(read, text):
    assert stances(read(text)) == []
