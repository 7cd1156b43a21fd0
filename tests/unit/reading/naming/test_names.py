import pytest

from gobetween.reading.naming.lexicon import ActorName, Lexicon, PersonName
from gobetween.reading.naming.lexicon_data import default_lexicon


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Norwegian negotiators left the room.", "Norway"),
        ("Oslo hopes for a treaty.", "Norway"),
        ("The State Department issued a note.", "US State Department"),
        ("The US delegation left.", "United States"),
        ("The UN mission stayed.", "United Nations"),
    ],
)
def test_actors_are_known_by_adjective_capital_and_body(read, text, actor):
    assert actor in read(text).actors


def test_a_capital_behind_in_is_a_place_and_no_actor(read):
    assert "Norway" not in read("The unions met in Oslo on Monday.").actors


def test_a_name_of_the_case_wins_over_the_world(read):
    world = Lexicon((ActorName("City of Oslo", "body", aliases=("Oslo",)),))
    assert "City of Oslo" in read("Oslo rejected the plan.", world=world).actors


def test_an_unknown_organisation_is_found_by_its_officer(read):
    assert "Baltic Terminals" in read("A spokesman for Baltic Terminals said the offer stood.").actors


def test_what_a_minister_is_for_is_no_body(read):
    told = "The Minister for Foreign Affairs and Trade, Per Dowling, has given his support to the plan. Norway has not."
    assert read(told).actors == ("Norway",)


def test_the_seat_of_a_member_is_no_party(read):
    items = read("The member for Eastport, Ana Lawrence, rejected the plan. Norway wants it.")
    assert "Eastport" not in {position.party for position in items.positions}


def test_an_unknown_body_is_found_by_its_last_word(read):
    assert "Teachers' Union" in read("Talks between the Teachers' Union and the owners broke down.").actors


def test_a_surname_stands_for_the_fullest_name(read):
    items = read("Lena Brandt rejected the offer. Ms Brandt said the union would wait.")
    assert items.statements[-1].speaker.name == "Lena Brandt"


def test_a_person_of_the_lexicon_brings_their_actor(read):
    world = Lexicon((ActorName("Harbour Union", "organisation"),), (PersonName("Marta Okonkwo", "Harbour Union"),))
    (statement,) = read("Marta Okonkwo said the offer was too low.", world=world).statements
    assert statement.speaker.actor == "Harbour Union"


def test_the_default_lexicon_is_read_once_and_has_no_name_twice():
    lexicon = default_lexicon()
    assert default_lexicon() is lexicon
    names = [actor.name for actor in lexicon.actors]
    assert len(names) == len(set(names))
    assert {actor.parent for actor in lexicon.actors if actor.parent} <= set(names)


def test_a_capital_before_a_proposal_or_an_accord_is_the_place_where_it_was_made(read):
    assert "France" not in read("Norway discussed the Paris proposal with Canada.").actors
    assert "France" in read("Paris rejected the proposal, Norway said.").actors


def test_a_headline_in_capitals_makes_no_names(read):
    items = read("Intensified Efforts Of Norway To Secure Wage Deal And Crew Release Deal\nNorway said it would wait.")
    assert not any("Deal" in name for name in items.actors)


@pytest.mark.parametrize(("listed", "said"), [("Dockers' Front", "Dockers’ Front"), ("Dockers’ Front", "Dockers' Front")])
def test_a_listed_name_is_the_same_with_either_apostrophe(read, listed, said):
    world = Lexicon((ActorName("Quay Body", "organisation", aliases=(listed,)),))
    assert "Quay Body" in read(f"The {said} rejected the plan.", world=world).actors


def test_an_unlisted_name_is_the_same_with_either_apostrophe(read):
    actors = read("The Teachers’ Union rejected the plan. The Teachers' Union called a strike.").actors
    assert [actor for actor in actors if "Teachers" in actor] == ["Teachers' Union"]


def test_a_common_noun_at_the_head_of_a_sentence_is_no_actor(read):
    assert "Cranes" not in read("Cranes stood still on the quay. Cranes threatened the talks.").actors


def test_many_under_one_name_who_do_something_are_a_body(read):
    items = read("The Greens want the law to stay. The Sunda have refused the plan.")
    assert {each.party for each in items.positions} == {"Greens", "Sunda"}


def test_a_land_is_known_by_the_name_of_its_people(read):
    items = read("Norvan rejects the plan. Norvanian soldiers stayed.")
    assert [each.party for each in items.positions] == ["Norvan"]


def test_a_name_joined_by_and_is_one_and_its_letters_stand_for_it(read):
    items = read("The Union of Rail and Signal Workers (URS) met Norway. URS rejects the plan.")
    assert [each.party for each in items.positions] == ["Union of Rail and Signal Workers"]


def test_a_noun_right_behind_a_name_says_what_it_is(read):
    items = read("Nordvik's board met. Nordvik, the railway, has put an offer on the table. The railway rejects the plan.")
    assert {each.party for each in items.positions} == {"Nordvik"}


def test_a_name_behind_its_post_and_a_comma_is_a_person(read):
    items = read("The Harbour Union's secretary, Rehema Nduta, rejects the plan.")
    assert [each.person for each in items.offices] == ["Rehema Nduta"]


def test_a_surname_at_the_head_of_a_sentence_is_the_person_named_before(read):
    items = read("The Harbour Union's secretary, Goran Belic, met Norway. Belic denied the plan.")
    assert [each.party for each in items.positions] == ["Harbour Union"]


def test_a_part_of_a_land_is_not_the_land(read):
    items = read("North Norvan rejects the plan. Norvan's army left.")
    assert [each.party for each in items.positions] == ["North Norvan"]


def test_one_of_a_people_belongs_to_it(read):
    items = read("The Liberals want the law to stay. Liberal leader Ada Berg proposed a pause of a year.")
    assert {each.party for each in items.positions} == {"Liberals"}


def test_a_month_is_no_given_name_of_a_land(read):
    items = read(
        "Delegations from Corvania and Tamber met on Monday. Tamber's deputy prime minister, Ada Berg, refused to sign.\n"
        "In April Tamber had threatened to leave. Corvania supports the draft; Tamber rejected the pause."
    )
    assert "Tamber" in items.actors
    assert not [name for name in items.actors if name.startswith("April")]
    assert ("Tamber", "reject") in [(p.party, p.stance.value) for p in items.positions]


def test_the_people_of_a_land_lose_its_last_vowel(read):
    items = read("The Moran envoy, Lee Park, spoke on Sunday. Moru, which signed the accord, rejected the swap.")
    assert [o.actor for o in items.offices] == ["Moru"]


def test_a_land_is_not_its_northern_part(read):
    items = read(
        "Talks between North Corvania and the Corvanian government failed on Monday.\n"
        "Corvania rejected the swap. North Corvania wants a pause."
    )
    assert [(p.party, p.stance.value) for p in items.positions] == [("Corvania", "reject"), ("North Corvania", "demand")]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The Norwegian Liberation Front rejected the plan.", "Norwegian Liberation Front"),
        ("The Norwegian Workers' Party rejected the plan.", "Norwegian Workers' Party"),
        ("Norwegian Rail Workers Union officials rejected the plan.", "Norwegian Rail Workers Union"),
        ("The Norwegian army rejected the plan.", "Norway"),
        ("The U.N. Security Council backed the plan.", "United Nations Security Council"),
    ],
)
def test_a_body_called_after_a_people_is_not_its_state(read, text, actor):
    assert [position.party for position in read(text).positions] == [actor]


@pytest.mark.parametrize("end", ["Ada Berg", "the Ada Berg"])
def test_a_text_that_ends_in_a_listed_name_is_read(read, end):
    world = Lexicon((ActorName("Norvan"),), (PersonName("Ada Berg", "Norvan"),))
    assert "Norvan" in read(f"Norvan refused the plan of {end}", world=world).actors


def test_a_party_of_a_longer_name_is_not_the_one_listed(read):
    assert "Democratic Party" not in read("Talks with the Progressive Democrats failed, Norway said.").actors
    assert "Democratic Party" in read("Talks with the Democrats failed, the White House said.").actors


def test_a_union_whose_name_does_not_say_so_is_the_union(read):
    found = read("The Royal College of Nursing met ministers on Monday. The union rejected the offer of 4 percent.")
    assert [p.party for p in found.positions if p.stance.value == "reject"] == ["Royal College of Nursing"]
