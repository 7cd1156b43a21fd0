"""What looks like a stand and is none, or is another than it looks."""

import pytest


def stands(items):
    return [(position.party, position.stance.value) for position in items.positions]


@pytest.mark.parametrize(
    "text",
    [
        "Norway's support for the rebels angered Chile.",
        "Norwegian support for Harwick Air is at issue.",
        "Norway said its army should be ready for a long campaign.",
        "The treasury of Chile warned that it may be unable to pay its bills.",
        "Demands by Norway, according to Berg, are in the annex.",
        "Norway says it can't predict anything.",
        "The union's envoy says Norvik would only have itself to blame.",
    ],
)
def test_help_to_a_side_or_what_may_be_is_no_stand(read, text):
    assert stands(read(text)) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Chile voiced its support for the truce.", [("Chile", "support")]),
        ("Norway's support for a ban on trawling surprised Chile.", [("Norway", "support")]),
        ("Chile's bid to join the union was refused.", [("Chile", "demand")]),
        ("Norway's bid of 4 dollars for the firm failed.", [("Norway", "offer")]),
        ("Chile said it was unable to accept the plan.", [("Chile", "reject")]),
    ],
)
def test_support_for_an_issue_and_a_bid_are_stands(read, text, told):
    assert stands(read(text)) == told


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Norway rules out new talks until the raids stop.", "until the raids stop"),
        ("Norway said it will not resume talks over the port while under attack.", "while under attack"),
        ("Norway would not sign the pact while Chile held the port.", "while Chile held the port"),
        ("Norway said it would not stop hitting the camps until they were dismantled.", "until they were dismantled"),
        ("Norway said it was ready to consider a truce only once Chile's raids are stopped.", "only once Chile's raids are stopped"),
    ],
)
def test_a_refusal_until_or_while_something_lasts_is_conditional(read, text, condition):
    found = [position for position in read(text).positions if position.stance.value == "conditional"]
    assert [position.party for position in found] == ["Norway"]
    assert found[0].condition is not None
    assert text[found[0].condition.start : found[0].condition.end] == condition


def test_a_refusal_told_in_contrast_with_another_is_a_refusal(read):
    assert stands(read("Norway will not sign the pact, while Chile wants more.")) == [("Norway", "reject"), ("Chile", "demand")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Norway seeks deep cuts in the quota, which would cover the cost of patrols.", "Norway seeks deep cuts in the quota"),
        ("Norway agreed to share the port, with Chile saying it was glad of it.", "Norway agreed to share the port"),
        ("Norway insisted on a cap for cod - an idea that pleased nobody.", "Norway insisted on a cap for cod"),
        ("Norway repeated its proposal for a pause, which would last a month.", "its proposal for a pause"),
        ("Norway views the plan as costly, but is open to talks on the quota.", "is open to talks on the quota"),
    ],
)
def test_what_is_told_beside_a_stand_is_none_of_its_words(read, text, words):
    assert [text[p.passage.start : p.passage.end] for p in read(text).positions] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Talks between Norway and Chile resumed. The firm told Chile how Norway wanted to mend the dam.",
        'Norway and Chile met. "It requires a lot of money," Chile said.',
        "Norway said the peace that all the people of Chile seek is near.",
        "Norway said the news should allay fears in Chile.",
        "Everybody should applaud this, Norway said.",
        "Norway said Chile will have to make its own decision.",
        "Norway will likely approve the cut.",
        '"I cannot provide any details of the quota," Norway said.',
        "Norway expects Chile and Peru to discuss the quota.",
        "The union's demands over pay are many.",
        '"We are going to fight for it," Norway said.',
        "The offer of the Dockers' Union is subject to accepting new hours.",
    ],
)
def test_what_is_thought_of_likely_or_left_to_another_is_no_stand(read, text):
    assert stands(read(text)) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norway said Chile should withdraw from the port.", [("Norway", "demand")]),
        ("Norway says Chile will have to leave the port.", [("Norway", "demand")]),
        ("Norway is ready to sign once Chile and Peru reach an agreement on cod.", [("Norway", "conditional")]),
        ("Norway's demand that Chile leave the port is old.", [("Norway", "demand")]),
        ("Norway is fighting for a larger share of the catch.", [("Norway", "demand")]),
        ("Norway demands a cap in return for backing the pact.", [("Norway", "demand")]),
    ],
)
def test_what_is_asked_of_another_is_demanded(read, text, told):
    assert stands(read(text)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Talks between Norway and Chile go on. Norway's envoy said that Chile wants a deal more than it.",
            [("Norway", "claim")],
        ),
        ("Talks between Norway and Chile go on. The union argued that Norway is requesting too high a share.", [("union", "claim")]),
        ('Talks between Norway and Chile go on. "It was the Chileans who proposed a fund," Norway said.', [("Norway", "claim")]),
        ("Talks between Norway and Chile go on. Norway claimed Chile continues to demand better terms.", [("Norway", "claim")]),
        ("Talks between Norway and Chile go on. Norway said Chile demanded a fund.", [("Chile", "demand")]),
        ("Talks between Norway and Chile go on. Peru said Chile wants a fund.", [("Chile", "demand")]),
        ("Talks between Norway and Chile go on. Norway said it wants a fund.", [("Norway", "demand")]),
    ],
)
def test_what_one_side_says_the_other_wants_is_its_claim(read, text, told):
    assert stands(read(text)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norway urged Chile to reject the plan.", [("Norway", "oppose")]),
        ("Norway called on Chile to reject the plan.", [("Norway", "oppose")]),
        ("Norway urged Chile to leave the port.", [("Norway", "demand")]),
        ("Norway left the talks, threatening sanctions.", [("Norway", "reject"), ("Norway", "threaten")]),
        ("Drivers of the Transport Union plan strikes in a dispute over pay, threatening the arrival of goods.", []),
        ("The ban, Norway feared, would hinder its plans.", []),
        ("He could have averted this by putting forward a fair offer, Norway said.", []),
        ("Talks stall on how much water Chile will release if a drought occurs.", []),
        ("Norway said that it would release water if a drought occurs.", [("Norway", "conditional")]),
        ("Norway has been unable to reach an agreement with Chile.", []),
    ],
)
def test_who_urges_refusal_opposes_and_what_a_deed_risks_is_no_threat(read, text, told):
    assert stands(read(text)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Chile said its forces would withdraw only if Norway held national talks.", [("Chile", "conditional")]),
        ("Chile would withdraw from the talks if Norway attacks.", [("Chile", "threaten")]),
        ("Chile is prepared to withdraw from the town.", [("Chile", "accept")]),
    ],
)
def test_a_pull_back_from_a_place_is_no_threat(read, text, told):
    assert stands(read(text)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norway and Chile met, the Harwick Journal has reported. The Harwick Journal objects to the swap.", []),
        ("The Harwick Times rejected the union's demand for 5 percent.", [("Harwick Times", "reject"), ("union", "demand")]),
    ],
)
def test_a_newspaper_that_is_only_cited_is_no_party(read, text, told):
    assert stands(read(text)) == told


def test_a_condition_behind_readiness_is_found_where_the_parser_hangs_it_on_the_saying(read):
    text = "It says workers are prepared to vote on the employer's offer once a pact on return to work is put in place."
    assert [position.stance.value for position in read(text).positions] == ["conditional"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norway said it wants a deal with Chile.", [("Norway", "support")]),
        ("Norway will continue to seek common ground with Chile.", [("Norway", "support")]),
        ("Norway wants a deal on cod.", [("Norway", "demand")]),
        ("Norway wants an agreement that binds both.", [("Norway", "demand")]),
        ("Norway would prefer to pay rather than to take the loan from Chile.", [("Norway", "reject")]),
        ("Norway would prefer to meet in Bern.", [("Norway", "demand")]),
        ("Norway's rebels have been fighting for three years.", []),
        ("Qatar will continue its mediation until a deal is reached.", []),
        ("Qatar resumed its mediation.", [("Qatar", "offer")]),
    ],
)
def test_who_wants_any_deal_supports_one(read, text, told):
    assert stands(read(text)) == told


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Norway urged Chile and Peru, who began talks on Monday, to declare a truce.",
            "Norway urged Chile and Peru, who began talks on Monday, to declare a truce",
        ),
        ("Norway offered a raise of 5 percent but last week left the room.", "Norway offered a raise of 5 percent"),
    ],
)
def test_the_words_of_a_stand_end_where_its_clause_does(read, text, words):
    first = read(text).positions[0]
    assert text[first.passage.start : first.passage.end] == words


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Separatist groups backed by Norway left the town.", []),
        ("The plan is backed by Chile.", [("Chile", "support")]),
        ("Norway and Chile met. They agreed on one thing: the room was cold.", []),
        ("Norway rejected the allegation that it had left the talks.", [("Norway", "deny")]),
        ("Norway said it needed to expand its fleet.", []),
        ("Norway said it needs to have guarantees.", [("Norway", "demand")]),
        ("Norway insisted that a vote on the island is no longer realistic.", [("Norway", "reject")]),
        ("Norway insisted that a truce would be signed with Chile.", [("Norway", "claim")]),
        ("Norway insisted that the toll be cut.", [("Norway", "demand")]),
        (
            "Norway holds to its position that the truce must last a year, Chilean officials said.",
            [("Norway", "demand")],
        ),
    ],
)
def test_who_is_only_helped_or_tells_of_its_own_work_takes_no_stand(read, text, told):
    assert stands(read(text)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norway rejected the bid, saying it was too low.", [("Norway", "reject")]),
        ("Norway rejected the plan, saying Chile's offer was too low.", [("Norway", "reject")]),
        ("Norway rejected the plan, demanding a new one.", [("Norway", "reject"), ("Norway", "demand")]),
        ("Norway rejected the plan. It said the offer was too low.", [("Norway", "reject"), ("Norway", "reject")]),
    ],
)
def test_the_reason_of_a_refusal_is_no_second_refusal(read, text, told):
    assert stands(read(text)) == told
