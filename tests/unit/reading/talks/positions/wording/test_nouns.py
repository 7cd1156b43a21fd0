import pytest


def stances(items):
    return sorted((position.party, position.stance.value) for position in items.positions)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Conditions set by Norway include a full withdrawal.", [("Norway", "demand")]),
        ("Norway's price is a seat on the board.", [("Norway", "demand")]),
        ("An offer of 12 percent from Norway has lapsed.", [("Norway", "offer")]),
        ("The board rejected a raised takeover bid of 41 euros a share from rival Canada.", [("Canada", "offer"), ("board", "reject")]),
        ("The plan has the backing of Norway.", [("Norway", "support")]),
        ("The plan has Norway's support.", [("Norway", "support")]),
        ("The draft has won the endorsement of Norway.", [("Norway", "support")]),
        ("Norway was ready to support a minority government.", [("Norway", "support")]),
        ("Norway is ready to strike from Monday.", [("Norway", "threaten")]),
        ("Norway is prepared to guarantee the head office for five years.", [("Norway", "offer")]),
        ("Norway is ready to pay $650 million.", [("Norway", "offer")]),
        ("Norway is comfortable with a cap of 40.", [("Norway", "accept")]),
        ("Norway opened with a demand for 12 percent.", [("Norway", "demand")]),
        ("Norway is not prepared to guarantee it for ever.", [("Norway", "reject")]),
        ("Norway is ready to open the crossing if Canada returns the trucks.", [("Norway", "conditional")]),
        ("Norway is ready to sign the paper.", [("Norway", "accept")]),
        ("Norway's offer of a shared lock is still open.", [("Norway", "offer")]),
    ],
)
def test_nouns_and_adjectives_show_a_stand(read, text, told):
    assert stances(read(text)) == told


@pytest.mark.parametrize(
    "text",
    [
        "Norway's share price is 40 euros.",
        "The plan has no support from Norway.",
        "Norway's condition is worsening.",
        "Norway's army is ready to march.",
    ],
)
def test_nouns_and_adjectives_of_other_matters_show_none(read, text):
    assert stances(read(text)) == []
