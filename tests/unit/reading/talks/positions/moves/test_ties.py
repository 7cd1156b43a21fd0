import pytest


def stances(items):
    return sorted((position.party, position.stance.value) for position in items.positions)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norway has made compensation for the families a precondition.", [("Norway", "demand")]),
        ("Norway made the release of its sailors a condition of any truce.", [("Norway", "demand")]),
        ("The union made it a condition that the sacked drivers be rehired.", [("union", "demand")]),
        ("Norway has made the remaining $16 million dependent on the amnesty.", [("Norway", "conditional")]),
        ("Norway made its signature conditional on a full amnesty.", [("Norway", "conditional")]),
        ("Norway tied any truce to the release of its sailors.", [("Norway", "conditional")]),
        ("Norway tied the bonus to longer hours.", [("Norway", "conditional")]),
        ("Norway linked its aid to a cut in the tariff.", [("Norway", "conditional")]),
        ("Norway is holding back recognition of the border posts until the monitors are in place.", [("Norway", "conditional")]),
        ("Norway's support depends on a new lock.", [("Norway", "conditional")]),
        ("Conditions set by Norway include a full withdrawal.", [("Norway", "demand")]),
        ("Canada's negotiators tied their offer to a five-year contract.", [("Canada", "conditional")]),
        ("Norway has withheld its vote until the minutes are published.", [("Norway", "conditional")]),
        (
            "Norway proposed eight and attached a condition: the union would have to abandon its lawsuit.",
            [("Norway", "conditional"), ("Norway", "offer")],
        ),
    ],
)
def test_one_thing_bound_to_another_shows_a_stand(read, text, told):
    assert stances(read(text)) == told


@pytest.mark.parametrize(
    "text",
    [
        "The heat made the crossing a requirement of patience for the tired crowd.",
        "The road links Norway to the port.",
        "Norway is holding back the flood with sandbags.",
        "Norway's economy depends on oil.",
        "Norway did not make its consent dependent on a date.",
    ],
)
def test_what_merely_hangs_together_shows_none(read, text):
    assert stances(read(text)) == []
