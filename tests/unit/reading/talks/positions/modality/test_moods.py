import pytest


def stances(items):
    return sorted((position.party, position.stance.value) for position in items.positions)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norway would have droughts declared by a panel of three experts.", [("Norway", "demand")]),
        ("Norway would have the quota set by scientists.", [("Norway", "demand")]),
        ("Norway would like to see the border reopened by May.", [("Norway", "demand")]),
        ("Norway would like the cap lifted.", [("Norway", "demand")]),
        ("Norway has asked that the list be published.", [("Norway", "demand")]),
        ("Norway is adamant that the dam be removed.", [("Norway", "demand")]),
        ("Norway suggested that the dam be shared.", [("Norway", "offer")]),
        ("Norway suggested a joint commission.", [("Norway", "offer")]),
        ("Norway insists that the line be drawn by experts.", [("Norway", "demand")]),
        ("Norway insists its officers check travellers on the bank.", [("Norway", "demand")]),
        ("Norway insists that the road is open.", [("Norway", "claim")]),
        ("Norway insists that not one lorry has moved.", [("Norway", "deny")]),
        ("Norway insisted it would not release the sailors.", [("Norway", "reject")]),
        ("Norway demands that the port be demilitarised.", [("Norway", "demand")]),
        ("Norway insisted that the salaries must be paid.", [("Norway", "demand")]),
    ],
)
def test_what_shall_be_is_told_from_what_is(read, text, told):
    assert stances(read(text)) == told


@pytest.mark.parametrize(
    "text",
    [
        "Norway would like to thank the hosts.",
        "Norway would have won the vote in May.",
        "Norway would have accepted the plan.",
        "Norway is adamant that the talks are going well.",
        "Norway suggested that the talks had failed.",
    ],
)
def test_what_is_told_or_thanked_for_is_no_demand(read, text):
    assert stances(read(text)) == []
