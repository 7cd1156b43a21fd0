"""Ways of news to tell where a party stands, and what only looks like one."""

import pytest


def stances(items):
    return sorted((position.party, position.stance.value) for position in items.positions)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Canada is willing to consider several ideas on the border.", [("Canada", "pending")]),
        ("Canada is ready to meet Norway when there is an agenda.", [("Canada", "conditional")]),
        ('"If a fair text cannot be reached, we will oppose it," the Norwegian minister said.', [("Norway", "threaten")]),
        ("Norway said it was late, while Canadian ministers insisted Norway must sign the treaty.", [("Canada", "demand")]),
        ('"We will not stop the strike until we have achieved our goals," the union said.', [("union", "reject")]),
        ("Norway insisted its missiles were off limits.", [("Norway", "reject")]),
        ("Norway said the freeze is not under discussion.", [("Norway", "reject")]),
        ("Norway submitted its terms to Canada.", [("Norway", "offer")]),
        ('"We are not opposed to further inspections," the Norwegian minister said.', [("Norway", "accept")]),
        ("Norway says it is also opposed to a levy.", [("Norway", "oppose")]),
        ("Canada is determined to keep its waters.", [("Canada", "demand")]),
        ("Norway said it may veto the treaty.", [("Norway", "threaten")]),
        ("Canada claimed to have sunk two boats.", [("Canada", "claim")]),
        ("No agreement can be reached without inspections, Norway said.", [("Norway", "demand")]),
        ("Norway warned that any raid would prompt retaliation.", [("Norway", "threaten")]),
        ('Norway views the proposals as "non-starters".', [("Norway", "reject")]),
        ("Canada has not confirmed a meeting.", [("Canada", "pending")]),
        ("General Motors made it clear that they would not agree to meet the conditions.", [("General Motors", "reject")]),
        ("Norway is demanding that Canada ends the siege and recognises the border.", [("Norway", "demand")]),
        ('"There can be no foreign troops on the island," the Norwegian minister said.', [("Norway", "demand")]),
        ("Norway has promised a revised draft on the quota.", [("Norway", "offer")]),
        ('"We have asked one more day to settle details," the Norwegian minister said.', [("Norway", "pending")]),
        ("Canada waited. Norway offered to prepare a new text if necessary.", [("Norway", "offer")]),
        ("Canada waited. Norway offered to prepare a new text if Canada agrees.", [("Norway", "conditional")]),
        ("Norway said a lasting freeze is a cornerstone of any deal.", [("Norway", "demand")]),
        ("Canada dismisses any effort to link the two matters.", [("Canada", "reject")]),
        ("Canada has shown itself willing to lift the ban.", [("Canada", "offer")]),
        ("Norway made it clear that Canada can never obtain such nets.", [("Norway", "demand")]),
        ("Norway said Canada would face consequences.", [("Norway", "threaten")]),
        ("Norway demands a pullout from the strait. In addition, Canada must open the port.", [("Norway", "demand")] * 2),
    ],
)
def test_further_words_show_where_a_party_stands(read, text, told):
    assert stances(read(text)) == told


@pytest.mark.parametrize(
    "text",
    [
        "Canada has shown no signs of scaling back its demands.",
        "The brochure sets out its position on the map.",
        "Canada is determined to win the cup.",
        "The weather may block the road.",
        "The treaty fails to meet needs of Norway or soften its stance.",
        "A deal would rest on its terms being accepted by Canada.",
        "In addition, Canada must open the port.",
        "Norway said Canada would face a hard winter.",
        "Norway warned that rain would prompt floods.",
        "Canada and Norway held peace talks in Geneva in February for the first time in three years.",
        "The crews held by Norway in exchange for its own sailors are well.",
        "Norway declined to provide details.",
        "Canada has been fighting against a Norwegian-led alliance since 2015.",
        '"We reiterated our previous stance," the Canadian minister said.',
        "Norway will go on with its mediation until a deal is reached.",
        "Norway would send a delegate home.",
        "Norway did not agree to an interview on Tuesday.",
        "Norway called out the company for its conduct.",
    ],
)
def test_what_only_looks_like_a_stand_is_none(read, text):
    assert stances(read(text)) == []
