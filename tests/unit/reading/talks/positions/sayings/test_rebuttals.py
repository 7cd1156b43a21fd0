import pytest


def stances(items):
    return sorted((position.party, position.stance.value) for position in items.positions)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Canada says Norway hid two ships. Not true, says Norway: the ships were in port.", [("Norway", "deny")]),
        ("Canada says Norway hid two ships. Nonsense, replied Norway's minister, Ada Berg.", [("Norway", "deny")]),
        ('"Utter rubbish," said Norway\'s minister, Ada Berg.', [("Norway", "deny")]),
        ("Norway countered that the lists were sent on Friday.", [("Norway", "deny")]),
        ("Norway shot back that its stores were empty.", [("Norway", "deny")]),
        ('"We have received one ship and the sails of another," a Norwegian official countered.', [("Norway", "deny")]),
        ('As for reports that Norway had stormed out, they are "fiction," according to a Norwegian spokesman.', [("Norway", "deny")]),
        ("Norway's minister, Ada Berg, said she knew of no such assurance.", [("Norway", "deny")]),
        ("Norway has received no such letter.", [("Norway", "deny")]),
        ("There was no such plan, Norway said.", [("Norway", "deny")]),
        ("Norway said the claim was baseless.", [("Norway", "deny")]),
        ("Norway disputes that.", [("Norway", "deny")]),
        ("Norway rejected the accusation.", [("Norway", "deny")]),
        ("Norway said it was not aware of any such message.", [("Norway", "deny")]),
    ],
)
def test_what_was_said_is_denied(read, text, told):
    assert stances(read(text)) == told


@pytest.mark.parametrize(
    "text",
    [
        "Norway countered that it would pay 6 percent.",
        '"Beautiful," said Norway\'s minister, Ada Berg.',
        "Norway's minister said there was nothing to add.",
        "The film is fiction.",
        "Norway had no such luck.",
    ],
)
def test_what_denies_nothing(read, text):
    assert "deny" not in {stance for _, stance in stances(read(text))}
