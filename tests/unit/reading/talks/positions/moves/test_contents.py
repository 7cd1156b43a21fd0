import pytest


def stances(items):
    return sorted((position.party, position.stance.value) for position in items.positions)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norway's proposal includes a raise of nine percent.", [("Norway", "offer")]),
        ("The plan submitted by Norway provides a raise of nine percent.", [("Norway", "offer")]),
        ("The bank offered nine percent on Monday. The offer also includes a bonus of two days.", [("bank", "offer")] * 2),
        ("The offer includes a bonus of two days.", []),
        ("Norway's proposal does not include a raise.", []),
        ("Under Norway's offer, clerks would get 400 crowns more.", [("Norway", "offer")]),
        ("The new offer from Norway would give the crews a week of leave.", [("Norway", "offer")]),
        ("Norway's new bid puts a value of 2 million crowns on the mine.", [("Norway", "offer")]),
        ("Under Norway's offer, which failed, clerks got nothing.", []),
        ("Under the bridge, clerks would get a coffee.", []),
        ("The brochure of Norway includes a map.", []),
    ],
)
def test_what_an_offer_holds_is_offered_by_whose_it_is(read, text, told):
    assert stances(read(text)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norway said no Norwegian government could accept such terms.", [("Norway", "reject")]),
        ("Norway said Norway should be able to set its own rules.", [("Norway", "demand")]),
        ("The Norwegian memorandum said Canada would have to withdraw from the island.", [("Norway", "demand")]),
        ("Norway said a settlement would require recognition of the border.", [("Norway", "demand")]),
        ("There will be a strike at all ports on Monday, the union warned.", [("union", "threaten")]),
        ("Canada will respond to the raid with force.", [("Canada", "threaten")]),
        ("Canada is prepared to intensify its blockade.", [("Canada", "threaten")]),
        ("Canada will not ask for a truce.", [("Canada", "reject")]),
        ('"That is a no-go," the Norwegian minister said.', [("Norway", "reject")]),
        ("Norway offered relief in exchange for inspections.", [("Norway", "offer")]),
        ("The plan is a condition Canada deems unacceptable.", [("Canada", "reject")]),
    ],
)
def test_ways_of_news_to_tell_where_a_party_stands(read, text, told):
    assert stances(read(text)) == told


@pytest.mark.parametrize(
    "text",
    [
        '"I want to thank the hosts," the Norwegian minister said.',
        "Canada could be ready to quit the talks, analysts said.",
        "Norway, Canada and Peru are discussing a proposal.",
        "Norway and Canada agreed to let talks continue until Sunday.",
        "Trade is dependent on Canada agreeing to inspections.",
        "Norway claims to favour talks.",
        "Canada said it would keep its troops there for as long as it takes.",
        "There is a fear that Canada will not sign the treaty.",
        "Norway's demands with a smile surprised them.",
    ],
)
def test_what_is_thanked_for_thought_of_or_talked_over_is_no_stand(read, text):
    assert stances(read(text)) == []
