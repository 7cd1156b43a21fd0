"""Whom words of news mean: posts that say 'he', joined subjects as 'they', firms and rebels told by their land or creed."""

import pytest

from gobetween.reading.naming.lexicon import ActorName, Lexicon

WORLD = Lexicon(
    (
        ActorName("Norvan", adjectives=("Norvanian",)),
        ActorName("Tamask", adjectives=("Tamaski",)),
        ActorName("Highland Front", "group"),
        ActorName("Airline Crews' Association", "organisation"),
        ActorName("Nordvik Air", "organisation"),
    )
)


def parties(found, *stances):
    return [position.party for position in found.positions if not stances or position.stance.value in stances]


def test_he_is_the_post_that_says_so(read):
    found = read(
        "Ada Berg, prime minister of Tamask, left Bern. The Norvanian president, during a visit to Oslo, said that he would not accept "
        "the plan.",
        world=WORLD,
    )
    assert parties(found) == ["Norvan"]


def test_he_is_still_the_person_named_who_says_so(read):
    found = read("The Norvanian president left. Tamaski envoy Carl Dahl said that he would not accept the plan.", world=WORLD)
    assert parties(found) == ["Tamask"]


def test_they_are_the_subjects_joined_before(read):
    found = read("Egyptian officials met in Cairo. Norvan and the Highland Front said they reject the plan.", world=WORLD)
    assert set(parties(found)) == {"Norvan", "Highland Front"}


def test_they_are_not_the_two_of_whom_one_has_no_side(read):
    found = read("Egyptian officials left. The weather and Norvan kept quiet. They reject the plan.", world=WORLD)
    assert "Norvan" not in parties(found)


@pytest.mark.parametrize(
    "text",
    [
        "A Norvanian company rejected the offer.",
        "The Norvanian shipping giant rejected the offer.",
        "Norvan's professional cricketers rejected the offer.",
        "The Norvanian bank rejected the offer.",
        "Norvanian growers rejected the offer.",
    ],
)
def test_a_firm_or_a_trade_of_a_land_is_not_the_land(read, text):
    assert "Norvan" not in parties(read(text, world=WORLD))


@pytest.mark.parametrize(
    "text",
    ["The Norvanian government rejected the offer.", "Norvanian officials rejected the offer.", "Norvan's army rejected the offer."],
)
def test_those_who_act_for_a_land_are_the_land(read, text):
    assert set(parties(read(text, world=WORLD))) == {"Norvan"}


def test_an_association_of_crews_is_no_airline(read):
    found = read("The Airline Crews' Association met Nordvik Air, the airline. The airline rejected the demand.", world=WORLD)
    assert parties(found, "reject") == ["Nordvik Air"]


@pytest.mark.parametrize("rebels", ["The communist rebels", "The rebels", "The country's separatist rebels"])
def test_rebels_are_the_one_force_named_whatever_their_creed(read, rebels):
    found = read(f"The Highland Front met Norvan in Bern. {rebels} rejected the truce.", world=WORLD)
    assert parties(found, "reject") == ["Highland Front"]


def test_rival_rebels_are_others(read):
    found = read("The Highland Front met Norvan in Bern. Rival rebels rejected the truce.", world=WORLD)
    assert "Highland Front" not in parties(found, "reject")


def test_an_ambassador_to_the_united_nations_is_of_the_land(read):
    found = read("Norvan's UN ambassador Ada Berg rejected the plan.", world=WORLD)
    assert parties(found) == ["Norvan"]
    found = read("UN envoy Ada Berg rejected the plan.", world=WORLD)
    assert parties(found) == ["United Nations"]


def test_a_minister_is_of_the_only_land_that_acts(read):
    found = read("Norvan rejects the price. Planning Minister Ada Berg offered help.", world=WORLD)
    assert set(parties(found)) == {"Norvan"}
    found = read("Norvan rejects the price. Tamask accepts it. Planning Minister Ada Berg offered help.", world=WORLD)
    assert parties(found, "offer") == ["Ada Berg"]


def test_a_federal_government_is_the_lands(read):
    found = read("Norvan is on strike. The Federal Government rejected the demand.", world=WORLD)
    assert parties(found, "reject") == ["Norvan"]


def test_a_recognised_government_with_a_name_is_that_one(read):
    found = read(
        "Norvan is at war. The Government of National Unity met the Highland Front. The internationally recognised government "
        "rejected the truce.",
        world=WORLD,
    )
    assert parties(found, "reject") == ["Government of National Unity"]


def test_a_firm_says_of_another_what_that_one_does(read):
    found = read(
        "Lindmark Mutual, an insurer, made a bid for Corvane Life, an insurer. The insurer said Corvane Life rejected the offer.",
        world=WORLD,
    )
    said = [s.speaker.name for s in found.statements]
    assert "Corvane Life" not in said


def test_the_authority_is_the_council_named_before(read):
    found = read("Dunmere City Council met the bin workers. The authority rejected the demand.", world=WORLD)
    assert parties(found, "reject") == ["Dunmere City Council"]
    found = read("The Dockers' Union met Nordvik Air. The authority rejected the demand.", world=WORLD)
    assert not {"Dockers' Union", "Nordvik Air"} & set(parties(found, "reject"))


def test_europe_is_the_union_where_that_is_named(read):
    found = read("The EU met Norvan. Europe rejects the price.", world=WORLD)
    assert parties(found, "reject") == ["European Union"]


def test_a_firms_home_does_not_blur_whose_the_government_is(read):
    found = read("Norvan fears for its water. The Tamaski insurer left. The government rejected the price.", world=WORLD)
    assert parties(found, "reject") == ["Norvan"]


def test_an_ambassador_alone_is_not_of_the_united_nations(read):
    found = read("UN ambassador Ada Berg rejected the plan.", world=WORLD)
    assert "United Nations" not in parties(found)


def test_a_prime_minister_without_a_name_is_the_lands(read):
    found = read("Norvan's government met the Highland Front. The Prime Minister rejected the plan.", world=WORLD)
    assert parties(found, "reject") == ["Norvan"]
    found = read("Norvan met Tamask in Bern. The Prime Minister rejected the plan.", world=WORLD)
    assert not {"Norvan", "Tamask"} & set(parties(found, "reject"))


def test_the_prime_minister_of_another_land_is_of_that_land(read):
    found = read("Norvan's government met the Highland Front. The prime minister of Tamask rejected the plan.", world=WORLD)
    assert "Norvan" not in parties(found, "reject")


def test_a_president_of_a_union_is_not_the_lands(read):
    found = read("Norvan's government met the Dockers' Union. The president of the union rejected the plan.", world=WORLD)
    assert "Norvan" not in parties(found, "reject")
