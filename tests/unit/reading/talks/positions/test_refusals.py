import pytest


def stances(items):
    return sorted((position.party, position.stance.value) for position in items.positions)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norway will not give up its barrier.", [("Norway", "reject")]),
        ("Norway will never give up the island.", [("Norway", "reject")]),
        ("Norway's minister said the state would not pay.", [("Norway", "reject")]),
        ("Norway would approve no deal that left the firm with 40 percent of the market.", [("Norway", "reject")]),
        ("Norway will accept no cap on loads.", [("Norway", "reject")]),
        ("Norway wants nothing to do with the plan.", [("Norway", "reject")]),
        ("Norway wants no part of the plan.", [("Norway", "reject")]),
        ("Norway wants no foreign troops on the island.", [("Norway", "demand")]),
        ("Norway won't settle for less than 6 percent.", [("Norway", "demand")]),
        ("Norway will accept nothing less than 9 percent.", [("Norway", "demand")]),
        ("Norway would accept nothing short of a ban.", [("Norway", "demand")]),
        ("Norway is refusing to sign without a guarantee.", [("Norway", "demand")]),
        ("Norway voted down the draft on Friday.", [("Norway", "reject")]),
        ("Norway's members voted against the offer by 812 to 307.", [("Norway", "reject")]),
        ("Norway would not hear of a shared lock.", [("Norway", "reject")]),
        ("Norway refuses to negotiate as long as the raids go on, its minister said.", [("Norway", "conditional")]),
        ("Norway will hear of no new inspection.", [("Norway", "reject")]),
        ("Norway will have none of it.", [("Norway", "reject")]),
        ("Norway scoffed at the offer.", [("Norway", "reject")]),
        ("Norway wants to hold an election.", [("Norway", "demand")]),
        ("Norway wants to return to the border of 1967.", [("Norway", "demand")]),
        ("The idea is backed by Norway.", [("Norway", "support")]),
        ("Norway asks for seven years.", [("Norway", "demand")]),
        ("Norway could live with 18 months.", [("Norway", "accept")]),
        ("Norway would go no higher than four percent.", [("Norway", "offer")]),
    ],
)
def test_what_is_refused_or_wanted_at_the_least(read, text, told):
    assert stances(read(text)) == told


@pytest.mark.parametrize(
    "text",
    [
        "Norway would not give details.",
        "Norway will not give up.",
        "Norway offered no comment.",
        "Norway offered condolences to the families.",
        "Norway accepted an invitation to dinner.",
        "Norway wants to talk.",
        "The commission agreed on Thursday on another 38 kilometres of the frontier.",
        "Norway's minister refused to answer questions.",
        "Norway could have accepted the plan.",
        "Norway's minister said the rain would not stop.",
    ],
)
def test_what_refuses_nothing_at_issue(read, text):
    assert stances(read(text)) == []
