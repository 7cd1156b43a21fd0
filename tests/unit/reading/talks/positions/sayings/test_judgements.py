import pytest


def stances(items):
    return sorted((position.party, position.stance.value) for position in items.positions)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norway said it was not fair to tax one port.", [("Norway", "reject")]),
        ('"It is pointless to shift the buoys," the Norwegian minister said.', [("Norway", "reject")]),
        ("Norway said it was time for Canada to haul in its nets.", [("Norway", "demand")]),
        ("Norway said it made no sense to dredge the strait.", [("Norway", "reject")]),
        ("Norway said the claim was unaffordable.", [("Norway", "reject")]),
        ("Norway said the toll was far too high.", [("Norway", "reject")]),
        ("Norway said the quota was not in the interest of its crews.", [("Norway", "reject")]),
        ("Norway said the terms amounted to blackmail.", [("Norway", "reject")]),
        ("Norway said the treaty handed Canada an unfair advantage.", [("Norway", "oppose")]),
        ('"That would be a mistake," Norway\'s minister said of the toll.', [("Norway", "oppose")]),
        ("Norway said the toll would hurt its ports.", [("Norway", "oppose")]),
        ("Norway said the toll would leave its crews worse off.", [("Norway", "oppose")]),
        ("Norway said there was no basis for the Canadian claim.", [("Norway", "reject")]),
        ('"There is nothing to negotiate," the Norwegian minister said.', [("Norway", "reject")]),
        ("Norway said there was no way it would cede the reef.", [("Norway", "reject")]),
        ("Norway said the toll was a bad deal for its ports.", [("Norway", "oppose")]),
        ("Norway branded the draft a sham.", [("Norway", "reject")]),
        ("Norway described the bid as opportunistic.", [("Norway", "reject")]),
        ("Norway called the quota plan lunacy.", [("Norway", "reject")]),
        ("Norway said the offer was full and fair.", [("Norway", "support")]),
        ("Norway said the treaty was good for both countries.", [("Norway", "support")]),
        ('"It is a good deal," the Norwegian minister said.', [("Norway", "support")]),
        ("Norway said the draft went in the right direction.", [("Norway", "support")]),
        ("Norway voiced satisfaction at the ruling.", [("Norway", "support")]),
        ("Norway claimed that the toll was unlawful.", [("Norway", "claim")]),
    ],
)
def test_what_a_party_calls_right_or_wrong_shows_where_it_stands(read, text, told):
    assert stances(read(text)) == told


@pytest.mark.parametrize(
    "text",
    [
        "It was not fair to tax one port.",
        "Norway said it was too early to say who had won.",
        "Norway said it would be wrong to assume that the crews were safe.",
        "Norway said the room was too small.",
        "Norway said the talks were good.",
        "Norway said the winter had hurt its farmers.",
        "Norway said there was no way to know the cause.",
        "Norway said there was no need for alarm.",
        "Norway said the toll might hurt its ports.",
        "Norway's minister called the dinner a farce.",
        "Norway voiced satisfaction.",
    ],
)
def test_other_words_of_praise_and_blame_show_none(read, text):
    assert stances(read(text)) == []
