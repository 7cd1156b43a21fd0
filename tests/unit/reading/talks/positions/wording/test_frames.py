import pytest


def stances(items):
    return [(position.party, position.stance.value) for position in items.positions]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Norway is holding out for a quota of 9 percent.", "demand"),
        ("Norway reiterated its claim to the strait.", "demand"),
        ("Norway put forward a revised bid on Thursday.", "offer"),
        ("Norway dangled a tax rebate before the owners.", "offer"),
        ("Norway has signed up to the truce.", "accept"),
        ("Norway has no objection to a shorter pause.", "accept"),
        ("Norway would not object to a shorter pause.", "accept"),
        ("Norway threw its weight behind the plan.", "support"),
        ("Norway said no to a shorter pause.", "reject"),
        ("Norway has no intention of selling the port.", "reject"),
        ("Norway dismissed the bid as too low.", "reject"),
        ("Norway took issue with the second clause.", "oppose"),
        ("Norway came out against the toll.", "oppose"),
        ("Norway has given ground on the toll.", "dropped_demand"),
        ("Norway climbed down from its demand for a toll.", "dropped_demand"),
        ("Norway has yet to say whether it will sign.", "pending"),
        ("Norway will decide on Friday whether to sign.", "pending"),
        ("Norway has not made up its mind.", "pending"),
        ("Norway needs more time to study the plan.", "pending"),
        ("Norway is considering an exchange of 200 sailors.", "pending"),
        ("Norway has not given its answer to the proposal.", "pending"),
        ("Norway will settle for nothing less than 6 percent.", "demand"),
        ("Norway expects Canada to give up its claim.", "demand"),
        ("Norway dismissed the demand as an ultimatum.", "reject"),
        ("Norway is against the toll.", "oppose"),
        ("Norway undertook to hand over the map before the first bus moved.", "offer"),
        ("Norway cut its demand from 11 percent to 7.5.", "demand"),
        ("Norway dropped its demand for a toll, according to Canada.", "dropped_demand"),
        ("No deal without the sailors, Norway said.", "demand"),
        ("Norway sees no reason to cut its own share.", "reject"),
        ("Norway reacted coolly to the idea of a toll.", "oppose"),
        ("Norway has never recognised the line drawn in 1948.", "reject"),
        ("Norway is pressing its case for a second port.", "demand"),
        ("Norway would back the plan provided it was given two seats.", "conditional"),
        ("Norway is in favour of a toll.", "support"),
        ("Norway threatened to veto the treaty.", "threaten"),
        ("Norway said it would sign as soon as the ships left.", "conditional"),
    ],
)
def test_a_verb_shows_a_stance_with_the_words_it_stands_with(read, text, stance):
    assert stances(read(text)) == [("Norway", stance)]


@pytest.mark.parametrize(
    "text",
    [
        "Norway has the intention of watching.",
        "Norway will call them back on Thursday morning.",
        "Norway needed hours to check the list.",
        "Norway submitted its accounts.",
        "Norway had agreed to nothing.",
        "Norway expects prices to rise.",
        "Norway has stopped short of accepting the plan.",
        "Norway asked Brazil to look for a compromise.",
        "Norway is considering a strike.",
    ],
)
def test_the_same_verbs_with_other_words_show_none(read, text):
    assert stances(read(text)) == []


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Norway said the text was unacceptable.", "reject"),
        ("The tax is off the table, Norway said.", "reject"),
        ("Norway said the offer was too low.", "reject"),
        ("For Norway, the clause is a red line.", "demand"),
        ("A ban on tolls is not negotiable, Norway said.", "demand"),
        ("Canada must first withdraw its ships, Norway says.", "demand"),
        ("Any deal must include a date, Norway insists.", "demand"),
        ("Norway made clear that there would be no deal without a date.", "demand"),
        ("There will be no deal until the ships leave, Norway said.", "conditional"),
        ("What Norway wants is a guarantee that the port stays open.", "demand"),
        ("Norway's main demand is a guarantee.", "demand"),
        ("A lower quota remains Norway's main demand.", "demand"),
        ("Norway said it needed a guarantee.", "demand"),
        ("Norway said it could accept a lower quota.", "accept"),
        ("Norway's negotiator said that 14 boats did not go far enough.", "reject"),
        ("The list will be delivered once the crew are free, Norway said.", "conditional"),
        ("Norway warned it would call an election if there was no deal.", "threaten"),
        ("Russia sent a map, an idea that Norway supports.", "support"),
        ('"We are not going to hand over a single boat," Norway said.', "reject"),
    ],
)
def test_what_a_party_says_of_the_issue_is_its_stance(read, text, stance):
    assert stances(read(text)) == [("Norway", stance)]


@pytest.mark.parametrize(
    "text",
    [
        "The text was unacceptable.",
        "Nothing is off the table, Norway said.",
        "Norway said it had been a long day.",
        "The weather in the strait is too bad for boats, Norway said.",
        "Without numbers there is no agreement, Norway said.",
    ],
)
def test_what_nobody_says_of_an_issue_is_none(read, text):
    assert stances(read(text)) == []
