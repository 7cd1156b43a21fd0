import pytest


def stances(items):
    return [(position.party, position.stance.value) for position in items.positions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway demands a lower quota.", [("Norway", "demand")]),
        ("Norway insists that the quota be lowered.", [("Norway", "demand")]),
        ("Norway's demand for a lower quota is old.", [("Norway", "demand")]),
        ("Norwegian demands to keep the port have not changed.", [("Norway", "demand")]),
        ("Norway wants guarantees that the port will stay open.", [("Norway", "demand")]),
        ("Norway dropped its demand for a lower quota.", [("Norway", "dropped_demand")]),
        ("Norway accepted a lower quota.", [("Norway", "accept")]),
        ("Norway will not support the treaty.", [("Norway", "oppose")]),
        ("Norway refused to open the port.", [("Norway", "reject")]),
        ("Norway vetoed the resolution.", [("Norway", "reject")]),
        ("Norway is opposed to any change of the border.", [("Norway", "oppose")]),
        ("Norway is hesitant to support the treaty.", [("Norway", "oppose")]),
        ("Norway offered to open the port.", [("Norway", "offer")]),
        ("Norway threatened to close the port.", [("Norway", "threaten")]),
        ("Norway backs the treaty.", [("Norway", "support")]),
        ("The Norwegian response to the proposal is pending.", [("Norway", "pending")]),
    ],
)
def test_words_show_a_stance(read, text, expected):
    assert stances(read(text)) == expected


def test_joined_parties_each_have_the_position(read):
    assert stances(read("Both Norway and Canada are demanding that Russia leave the strait.")) == [
        ("Norway", "demand"),
        ("Canada", "demand"),
    ]


def test_giving_up_one_thing_and_taking_another_are_two_positions(read):
    items = read("Norway abandoned its demand for a new treaty, instead accepting a longer pause.")
    assert stances(items) == [("Norway", "dropped_demand"), ("Norway", "accept")]
    assert items.positions[0].issue == "new treaty"


def test_a_condition_makes_an_acceptance_conditional(read):
    (position,) = read("Norway would accept the quota if Canada promises to open its ports.").positions
    assert position.stance == "conditional"
    assert position.condition is not None
    assert position.condition.text == "if Canada promises to open its ports"


def test_who_says_so_of_the_party_is_kept(read):
    (position,) = read("Norway has dropped its objection to the treaty, two diplomats said.").positions
    assert position.via is not None
    assert position.via.passage.text == "two diplomats"


def test_a_claim_met_by_its_target_is_denied(read):
    items = read("Norway asserts that Canada has used the port to land fish. According to Canada, it has ended all landings.")
    assert stances(items) == [("Norway", "claim"), ("Canada", "deny")]


def test_two_issues_joined_by_as_well_as_are_two_demands(read):
    items = read("Norwegian demands to keep boats in the north strait, as well as in the south bay, are the main obstacle.")
    assert [position.stance.value for position in items.positions] == ["demand", "demand"]


def test_a_wish_told_as_possible_is_no_position(read):
    assert read("Norway could accept a lower quota.").positions == ()


def test_what_is_asked_of_another_is_not_their_acceptance(read):
    assert stances(read("Norway pressed the owners to accept a lower price.")) == [("Norway", "demand")]


def test_one_who_is_threatened_threatens_nobody(read):
    assert read("Norway had been threatened with sanctions.").positions == ()


def test_an_act_without_a_subject_is_given_to_nobody(read):
    assert stances(read("Anna Berg said that accepting the quota should be easy.")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway has not yet responded to the Canadian proposal.", [("Norway", "pending")]),
        ("Canada has yet to reply.", [("Canada", "pending")]),
        ("The union has not replied to the latest offer.", [("union", "pending")]),
        ("Norway will oppose any deal that moves the border.", [("Norway", "oppose")]),
        ("Norway has agreed to withdraw, provided that Canada does the same.", [("Norway", "conditional")]),
    ],
)
def test_answers_may_be_awaited_or_depend(read, text, expected):
    assert [stance for stance in stances(read(text)) if stance[1] != "offer"] == expected


@pytest.mark.parametrize(
    "text",
    [
        "If Norway continues to reject the offer, the talks will end.",
        "The talks ended after Norway failed to agree on quotas.",
        "A diplomat, who requested anonymity, met Norway.",
        "Norway conceded that its text was long.",
        "Norway did not respond to a request for comment.",
    ],
)
def test_what_is_supposed_charged_or_asked_of_reporters_is_no_position(read, text):
    assert stances(read(text)) == []


def test_what_another_is_charged_with_is_the_claim_of_who_charges_it(read):
    assert stances(read("Canada accused Norway of wanting to close the strait.")) == [("Canada", "claim")]


def test_it_is_the_one_who_tells_of_itself(read):
    items = read("The Norwegian finance ministry has told Tessel Foods that it will oppose the merger.")
    assert stances(items) == [("Norway", "oppose")]


def test_a_mayor_of_no_named_side_speaks_for_herself(read):
    assert stances(read("Mayor Anna Berg rejected the offer.")) == [("Anna Berg", "reject")]


def test_a_threat_that_is_denied_is_no_threat(read):
    assert stances(read("Norway denied that Canada had threatened to close the strait.")) == [("Norway", "deny")]


def test_the_day_is_not_the_issue(read):
    (position,) = read("Norway insisted on Monday that the quota be lowered.").positions
    assert position.issue == "quota be lowered"


@pytest.mark.parametrize(
    "text",
    [
        "Norway refused to rule out a lower quota.",
        "Norway no longer opposes a lower quota.",
    ],
)
def test_what_is_not_or_no_longer_ruled_out_is_no_refusal(read, text):
    assert stances(read(text)) == []


def test_what_is_no_longer_demanded_is_dropped(read):
    assert stances(read("Norway rules out a lower quota.")) == [("Norway", "reject")]
    assert stances(read("Norway no longer demands a lower quota.")) == [("Norway", "dropped_demand")]
