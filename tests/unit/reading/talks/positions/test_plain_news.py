"""Plain sentences of news with plain verbs, and the same words where nobody takes a stand."""

import pytest


def told(items):
    return [(position.party, position.stance.value) for position in items.positions]


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("Norway and Canada have however declined the offer.", [("Norway", "reject"), ("Canada", "reject")]),
        ("Norway declines debt freeze", [("Norway", "reject")]),
        ("Militant groups denied involvement in the raid on Norway's port.", [("Militant groups", "deny")]),
        ("Norway, Canada and Brazil want the toll to be capped.", [("Norway", "demand"), ("Canada", "demand"), ("Brazil", "demand")]),
        ("Norway guaranteed safeguards for the fishermen.", [("Norway", "offer")]),
        ("Norway outlined key points of its plan for the strait.", [("Norway", "offer")]),
        ("Norway declared a ceasefire.", [("Norway", "offer")]),
        ("Norway announced the start of a three-day truce.", [("Norway", "offer")]),
        ("Norway filed a complaint against Canada over the toll.", [("Norway", "oppose")]),
        ("Norway distanced itself from the plan.", [("Norway", "oppose")]),
        ("Norway cast doubt on the offer.", [("Norway", "oppose")]),
        ("Norway abandoned plans for a toll on the strait.", [("Norway", "dropped_demand")]),
        ("Norway has withdrawn its bid for the port.", [("Norway", "dropped_demand")]),
        ("The dockers' union called off its strike on Friday.", [("dockers' union", "dropped_demand")]),
        ("Norway blocked the application of Canada for the third time.", [("Norway", "reject")]),
        ("Norway dismissed the promise.", [("Norway", "reject")]),
        ("Norway viewed the proposal positively.", [("Norway", "support")]),
        ("Norway gave Canada an ultimatum.", [("Norway", "threaten")]),
        ("Norway is pressuring Canada to lift the toll.", [("Norway", "demand")]),
        ("Norway asked for until Tuesday to study the text.", [("Norway", "pending")]),
        ("Norway said it was no longer pursuing the merger.", [("Norway", "dropped_demand")]),
        ("Norway no longer needs the debt freeze.", [("Norway", "reject")]),
        ("Norway said there would be no ceasefire.", [("Norway", "reject")]),
        ("Norway said there was no question of a toll.", [("Norway", "reject")]),
        ("Norway said its rebate was not up for negotiation.", [("Norway", "reject")]),
        ("Norway's prime minister said the plan was not for negotiation.", [("Norway", "reject")]),
        ("Norway said the offer was dreadful.", [("Norway", "oppose")]),
        ("Norway will study the proposal.", [("Norway", "pending")]),
        ("Norway is to look at a proposal to sell gold.", [("Norway", "pending")]),
        ("Canada has not issued a formal response to the offer.", [("Canada", "pending")]),
        ("Norway did not rule out leaving the pact.", [("Norway", "threaten")]),
        ("Norway has not ruled out a strike.", [("Norway", "threaten")]),
        ("Norway did not rule out disruptions to ferries over the holidays.", [("Norway", "threaten")]),
        ("Norway pressed Canada on climate.", [("Norway", "demand")]),
        ("Canada has yet to issue a formal response to the offer.", [("Canada", "pending")]),
    ],
)
def test_a_plain_verb_shows_the_stand_of_each_that_is_named(read, text, stands):
    assert told(read(text)) == stands


@pytest.mark.parametrize(
    "text",
    [
        "Norway's exports declined.",
        "Norway declined an interview.",
        "Norway has yet to issue a new stamp.",
        "Norway guaranteed its place in the final.",
        "Norway outlined its budget.",
        "Norway said there would be no rain.",
        "Norway said the weather was dreadful.",
        "Norway is no longer a member.",
        "Norway no longer needs the rain.",
        "Norway will study the birds.",
        "Norway will look at the map.",
        "The island is not for negotiation.",
        "Norway filed its accounts.",
        "Norway abandoned the ship.",
        "Norway's team called off the match.",
        "Norway blocked the road.",
        "Norway dismissed its minister.",
        "Norway gave Canada a gift.",
        "Norway announced the start of the season.",
    ],
)
def test_the_same_verb_about_something_else_shows_none(read, text):
    assert told(read(text)) == []
