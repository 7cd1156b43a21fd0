import pytest


def stances(items):
    return sorted((position.party, position.stance.value) for position in items.positions)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norway said the talks should take place without threats.", [("Norway", "demand")]),
        ("Norway's envoy said that Canada should withdraw its boats.", [("Norway", "demand")]),
        ("Norway's envoy said the boats ought to leave the strait.", [("Norway", "demand")]),
        ("Norway said the withdrawal should come first.", [("Norway", "demand")]),
        ('"There has to be a toll for everyone," the Norwegian minister said.', [("Norway", "demand")]),
        ("Norway said there would be no talks with smugglers.", [("Norway", "reject")]),
        ('"No prisoners, no peace," Norway said.', [("Norway", "demand")]),
        ("Norway said it was up to Canada to make the next move.", [("Norway", "demand")]),
        ("Norway said every ward needed two more nurses.", [("Norway", "demand")]),
        ("Norway said the lists need to be removed.", [("Norway", "demand")]),
        ('"The treaty cannot be reopened," the Norwegian minister said.', [("Norway", "reject")]),
        ("Norway said the deadline will not be extended.", [("Norway", "reject")]),
        ("Norway said the talks were limited to trade and must be held in secret.", [("Norway", "demand")]),
        ("The Herald reports that Norway has reiterated that Canada must sign the treaty.", [("Norway", "demand")]),
        ('"There should be an inquiry," Norway said.', [("Norway", "demand")]),
        ('"This must happen at once," the Norwegian minister said.', [("Norway", "demand")]),
        ("The union said the lists must be published.", [("union", "demand")]),
    ],
)
def test_what_a_party_says_must_or_cannot_be_is_where_it_stands(read, text, told):
    assert stances(read(text)) == told


@pytest.mark.parametrize(
    "text",
    [
        "Norway said the deal should be signed by Friday.",
        "Norway said the ferry should arrive at noon.",
        "Norway said it must be said that the winter was mild.",
        "Norway said the bridge cannot be seen from the hotel.",
        "Norway said we must be strong.",
        "The talks should take place in a calm air.",
        "The treaty cannot be reopened.",
        "Norway said the ministers have yet to sign.",
        "Norway said the ferry should be able to sail by noon.",
    ],
)
def test_what_is_looked_for_or_said_by_nobody_is_no_stand(read, text):
    assert stances(read(text)) == []
