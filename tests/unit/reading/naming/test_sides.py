import pytest


def parties(items):
    return [(position.party, position.stance.value) for position in items.positions]


@pytest.mark.parametrize(
    "text",
    [
        "Nordvik has rejected a second takeover offer. Nordvik's board met on Monday.",
        "Nordvik, based in Zurich, has rejected a second takeover offer.",
        "The train operator Nordvik has rejected a second offer. Nordvik is small.",
        "Talks between Nordvik and Tessel Foods broke down. Nordvik has rejected a second offer.",
        "Nordvik has rejected any cut of its subsidies.",
    ],
)
def test_a_lone_name_used_as_a_body_is_used_is_a_body(read, text):
    assert ("Nordvik", "reject") in parties(read(text))


def test_a_surname_is_no_body(read):
    items = read("Olga Brand has rejected the offer. Brand's board is small.")
    assert items.actors == ("Olga Brand",)


def test_the_first_word_of_a_firm_stands_for_it(read):
    items = read("Tessel Foods met its lenders on Monday. Tessel wants to keep its headquarters.")
    assert parties(items) == [("Tessel Foods", "demand")]


def test_letters_in_brackets_stand_for_the_name_before_them(read):
    items = read("The National Union of Ferrymen (NUF) is in talks. The NUF has rejected the offer.")
    assert parties(items) == [("National Union of Ferrymen", "reject")]


def test_a_group_noun_stands_for_the_body_named_by_that_word(read):
    items = read("The Coastal Employers Association met. The employers have offered a longer pause. The association rejected cuts.")
    assert parties(items) == [("Coastal Employers Association", "offer"), ("Coastal Employers Association", "reject")]


def test_a_group_noun_told_apart_by_a_noun_is_a_side_of_its_own(read):
    items = read("Talks with the ferrymen's union broke down. The union demands a four-day week.")
    assert parties(items) == [("ferrymen's union", "demand")]


def test_a_side_without_any_name_is_still_a_side(read):
    items = read("The rebels rejected the offer. The government offered to free twenty prisoners.")
    assert parties(items) == [("rebels", "reject"), ("government", "offer")]


def test_any_union_is_no_side(read):
    assert read("A union rejected an offer like this in May.").positions == ()


def test_the_officer_of_a_side_belongs_to_it(read):
    (office,) = read("The ferrymen's union left. Union president Carla Benn spoke to reporters.").offices
    assert (office.title, office.actor) == ("Union president", "ferrymen's union")


def test_a_side_may_be_told_what_it_is_called(read):
    items = read("The alliance, known as the Unity Bloc, demands a vote. Ships of the Unity Bloc left. The bloc rejected a pause.")
    assert {party for party, _ in parties(items)} == {"Unity Bloc"}


def test_a_name_may_run_on_behind_of(read):
    assert "Alliance of Small Ports" in read("The Alliance of Small Ports rejected the offer.").actors


def test_the_army_of_a_government_without_a_name_is_of_no_other_state(read):
    items = read("The government met the rebels. Norway hosts the talks. The army rejected the offer.")
    assert parties(items) == [("army", "reject")]


def test_the_members_of_a_group_stand_for_it(read):
    items = read("The Canal Employers' Group made an offer. Canal Employers rejected a pause.")
    assert parties(items)[-1] == ("Canal Employers' Group", "reject")


def test_what_a_cabinet_manages_is_no_side(read):
    assert "war management" not in read("Talks will be held by the war management Cabinet, the minister said.").actors
    assert "hospital management" in read("The hospital management rejected the offer.").actors
