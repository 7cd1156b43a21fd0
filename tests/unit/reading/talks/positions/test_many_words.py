import pytest


def stances(items):
    return sorted((position.party, position.stance.value) for position in items.positions)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norway has been angling for a seat on the new council.", [("Norway", "demand")]),
        ("Norway's bottom line is 5 percent.", [("Norway", "demand")]),
        ("Norway wants the tariff scrapped before it opens its market.", [("Norway", "demand")]),
        ("Norway reaffirmed its demand that the prisoners go home.", [("Norway", "demand")]),
        ("The key Norwegian demand is a buffer zone.", [("Norway", "demand")]),
        ("Norway is dangling 300 jobs in return.", [("Norway", "offer")]),
        ("Norway has sweetened its offer with two extra days of leave.", [("Norway", "offer")]),
        ("Norway tabled 28 percent on Wednesday.", [("Norway", "offer")]),
        ("Norway made a counter-offer of 12 euros a share.", [("Norway", "offer")]),
        ("Norway has signalled acceptance of the draft.", [("Norway", "accept")]),
        ("Norway gave the plan its blessing on Friday.", [("Norway", "accept")]),
        ("Norway has come to terms with a smaller share.", [("Norway", "accept")]),
        ("Norway swallowed the cut.", [("Norway", "accept")]),
        ("Norway ratified the accord.", [("Norway", "accept")]),
        ("Norway flatly rejected the idea of a joint port.", [("Norway", "reject")]),
        ("Norway poured cold water on the idea.", [("Norway", "reject")]),
        ("Norway wants none of it.", [("Norway", "reject")]),
        ("Norway will not countenance a foreign base.", [("Norway", "reject")]),
        ("Norway has repeatedly refused to sell the island.", [("Norway", "reject")]),
        ("Norway threw out the draft.", [("Norway", "reject")]),
        ("Norway won't hear of it.", [("Norway", "reject")]),
        ("Norway repudiated the accord.", [("Norway", "reject")]),
        ("Norway bristles at the idea of foreign inspectors.", [("Norway", "oppose")]),
        ("Norway took exception to the clause on fishing.", [("Norway", "oppose")]),
        ("Norway deplored the plan.", [("Norway", "oppose")]),
        ("Norway has slammed the proposal.", [("Norway", "oppose")]),
        ("Norway is threatening legal action.", [("Norway", "threaten")]),
        ("Norway will shut the pipeline unless it is paid.", [("Norway", "threaten")]),
        ("Norway gave notice of a strike from Monday.", [("Norway", "threaten")]),
        ("Norway came out in favour of the draft.", [("Norway", "support")]),
        ("Norway applauded the draft.", [("Norway", "support")]),
        ("Norway has shelved its claim to the reef.", [("Norway", "dropped_demand")]),
        ("Norway backed off its demand for a veto.", [("Norway", "dropped_demand")]),
        ("Norway no longer demands a veto.", [("Norway", "dropped_demand")]),
        ("Norway is mulling the offer.", [("Norway", "pending")]),
        ("Norway has reserved its position.", [("Norway", "pending")]),
        ("Norway has yet to sign.", [("Norway", "pending")]),
        ("Norway will cut its quota, but only if Canada does too.", [("Norway", "conditional")]),
        ("Norway would join on the condition that the seat is permanent.", [("Norway", "conditional")]),
        ("Norway will sign as soon as the list is complete.", [("Norway", "conditional")]),
        ("Norway is willing to wait provided interest is paid.", [("Norway", "conditional")]),
    ],
)
def test_one_stance_is_told_in_many_words(read, text, told):
    assert stances(read(text)) == told


@pytest.mark.parametrize(
    "text",
    [
        "Norway opened the port in May.",
        "Norway's team arrived with three advisers.",
        "Norway believes that the truce will hold.",
        "Norway signed the guest book.",
        "Norway accepted the award on behalf of the crew.",
        "Norway denied itself nothing.",
        "Norway demanded little of its guests.",
        "Norway backed out of the driveway.",
        "Norway rejected a goal in the second half.",
        "Norway's army attacked the base on the border.",
    ],
)
def test_the_same_words_of_other_matters_show_no_stance(read, text):
    assert stances(read(text)) == []
