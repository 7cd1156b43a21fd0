import pytest


def stances(items):
    return sorted((position.party, position.stance.value) for position in items.positions)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norway said the drilling will continue.", [("Norway", "reject")]),
        ("Norway said its patrols would not stop.", [("Norway", "reject")]),
        ("Norway said the ban would stay in place.", [("Norway", "reject")]),
        ('"We will keep the outposts open," the Norwegian minister said.', [("Norway", "reject")]),
        ("Norway said it would go on with the drilling.", [("Norway", "reject")]),
        ("Norway said it would continue to patrol the strait.", [("Norway", "reject")]),
        ("Norway said it would stay neutral.", [("Norway", "reject")]),
        ("Norway said it would not be bullied into a sale.", [("Norway", "reject")]),
        ("Norway's president said his country would not let itself be rushed into a sale.", [("Norway", "reject")]),
        ('"We are not leaving the reef," the Norwegian minister said.', [("Norway", "reject")]),
    ],
)
def test_what_a_party_will_not_end_or_be_pushed_to_is_refused(read, text, told):
    assert stances(read(text)) == told


@pytest.mark.parametrize(
    "text",
    [
        "The drilling will continue.",
        "Norway said the talks would continue.",
        "Norway said the rain would continue.",
        "Norway said it would continue to monitor the strait.",
        "Norway said it would keep the door open.",
        "Norway said it would stay in touch.",
        "Norway said the drilling might go on.",
        "Norway asked whether the drilling would continue.",
        '"We are not leaving yet to eat," the Norwegian minister said.',
    ],
)
def test_what_merely_goes_on_refuses_nothing(read, text):
    assert stances(read(text)) == []
