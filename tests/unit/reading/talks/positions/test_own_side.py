import pytest


def stances(items):
    return sorted((position.party, position.stance.value) for position in items.positions)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norway is studying the paper.", [("Norway", "pending")]),
        ("Canada has proposed cameras, an idea that Norway is studying.", [("Canada", "offer"), ("Norway", "pending")]),
        (
            "Norway's speaker, Ada Berg, said on Tuesday that the country would seek arbitration if the talks failed.",
            [("Norway", "threaten")],
        ),
        ("Norway in turn has made compensation for the drivers' families a precondition.", [("Norway", "demand")]),
        (
            "His Norwegian counterpart, Ada Berg, who brought 14 experts with her, said she knew of no such assurance.",
            [("Norway", "deny")],
        ),
    ],
)
def test_a_stand_is_found_with_its_own_side(read, text, told):
    assert stances(read(text)) == told


@pytest.mark.parametrize(
    "text",
    [
        "Norway's minister said she was not going to pretend it went well.",
        "Norway's minister, Ada Berg, said the rain would stop if the wind turned.",
        "Norway fears for 1,300 jobs.",
    ],
)
def test_what_is_feared_or_pretended_is_no_stand(read, text):
    assert stances(read(text)) == []
