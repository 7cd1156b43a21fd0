"""What is named without being done: before, without or instead of it, asked of another, or charged."""

import pytest


def stances(items):
    return sorted((position.party, position.stance.value) for position in items.positions)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norway demanded that Canada leave the strait before agreeing to a truce.", [("Norway", "demand")]),
        ("Norway urged Canada to seize the day and agree to a truce.", [("Norway", "demand")]),
        ("Canada left without accepting the plan.", [("Canada", "reject")]),
        ("Canada left without its luggage.", []),
        ("Canada signed the text instead of rejecting it.", []),
        ("Canada would leave rather than accept the plan.", []),
        ("Canada said there was no way it would accept the plan.", [("Canada", "reject")]),
        ("Norway accused Canada of spoiling the talks by refusing to sign.", [("Norway", "claim")]),
        ("Canada is said to consider accepting the plan.", []),
        ("Canada accepted the plan after rejecting two drafts.", [("Canada", "accept"), ("Canada", "reject")]),
        ("Norway said peace will come if Canada is willing to share the strait.", []),
        ("Canada has yet to confirm the arrival of its envoy.", []),
        ("Canada has yet to confirm the truce.", [("Canada", "pending")]),
        ("Canada is satisfied with the results.", []),
        ("Norway's policy is bullying Canada into accepting the plan.", []),
    ],
)
def test_what_is_named_and_not_done_is_no_stand(read, text, told):
    assert stances(read(text)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Canada called Norway's conditions unacceptable.", [("Canada", "reject")]),
        ("Canada has described the terms as unworkable.", [("Canada", "reject")]),
        ("Canada put forward new demands on fishing.", [("Canada", "demand")]),
        ("Canada reiterated its request for a neutral chair.", [("Canada", "demand")]),
        ("Canada would not tolerate inspectors on the island.", [("Canada", "reject")]),
        ("Canada underscored the need for a neutral chair.", [("Canada", "demand")]),
        ("Canada's main objective is a ban on nets.", [("Canada", "demand")]),
        ("Canada vowed revenge.", [("Canada", "threaten")]),
        ('"We will continue the strike," the union said.', [("union", "threaten")]),
        ("Canada said the shelling would resume if Norway did not hand over the lists.", [("Canada", "threaten")]),
        ("The union said more of its members will walk out on Monday unless the port raises its offer.", [("union", "threaten")]),
        ("The union rejected the offer, calling it an insult.", [("union", "reject")]),
    ],
)
def test_further_ways_to_show_where_a_party_stands(read, text, told):
    assert stances(read(text)) == told


def test_what_is_told_beside_a_demand_is_none_of_its_words(read):
    text = "Norway demanded a larger quota, saying its boats had lain idle for a year because of the ban."
    (position,) = read(text).positions
    assert position.passage.text == "Norway demanded a larger quota"
