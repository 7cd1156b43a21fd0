"""Listed persons: whose surname a text uses for somebody else, and whom a text gives another post."""

import pytest

from gobetween.reading.naming.lexicon import ActorName, Lexicon, PersonName


@pytest.fixture(scope="module")
def world():
    return Lexicon(
        (ActorName("Norvan"), ActorName("Dock Union", "organisation")),
        (PersonName("Joseph Harrow", "Norvan", aliases=("Joe Harrow", "Harrow"), is_hint=True),),
    )


def parties(items):
    return [position.party for position in items.positions]


@pytest.mark.parametrize(
    "text",
    [
        "Harrow rejected the offer.",
        "President Harrow rejected the offer.",
        "Joe Harrow rejected the offer.",
        "Joseph P. Harrow rejected the offer.",
        "Mary Harrow stayed at home. Joseph Harrow left. Harrow rejected the offer.",
    ],
)
def test_a_listed_surname_leads_to_whom_its_bearer_belongs_to(read, world, text):
    assert parties(read(text, world=world)) == ["Norvan"]


@pytest.mark.parametrize(
    "text",
    [
        "Mary Harrow rejected the offer.",
        "Mary Harrow stayed at home. Harrow rejected the offer.",
        "Mary Harrow, the porters' leader, stayed at home. Ms Harrow rejected the offer.",
    ],
)
def test_a_surname_is_another_persons_where_the_text_names_one_in_full(read, world, text):
    assert "Norvan" not in parties(read(text, world=world))


def test_a_namesake_has_the_post_that_the_text_gives(read, world):
    items = read("Mary Harrow, the president of the Dock Union, rejected the offer. Harrow said the strike would go on.", world=world)
    assert {*parties(items)} == {"Dock Union"}
    assert [(each.speaker.name, each.speaker.actor) for each in items.statements] == [("Mary Harrow", "Dock Union")]


@pytest.mark.parametrize(
    "text",
    [
        "Dock Union president Joseph Harrow rejected the offer. Harrow said the strike would go on.",
        "Joseph Harrow, the chief executive of the Dock Union, rejected the offer.",
        "Talks with the Dock Union failed. The union's president, Joseph Harrow, rejected the offer.",
    ],
)
def test_a_post_in_the_text_goes_before_whom_one_is_known_for(read, world, text):
    assert {*parties(read(text, world=world))} == {"Dock Union"}


@pytest.mark.parametrize(
    "text",
    [
        "Norvan's envoy for the Dock Union dispute, Joseph Harrow, rejected the offer.",
        "The special envoy to Egypt, Joseph Harrow, rejected the offer.",
        "Norvan and Dock Union leader Joseph Harrow fell out. The Norvanian leader, Joseph Harrow, rejected the offer.",
    ],
)
def test_a_text_that_ties_one_to_whom_one_is_known_for_changes_nothing(read, world, text):
    assert parties(read(text, world=world)) == ["Norvan"]


def test_what_the_case_says_of_a_person_goes_before_the_text(read):
    world = Lexicon((ActorName("Norvan"), ActorName("Dock Union", "organisation")), (PersonName("Joseph Harrow", "Norvan"),))
    assert parties(read("Dock Union president Joseph Harrow rejected the offer.", world=world)) == ["Norvan"]


def test_a_person_with_one_name_more_is_somebody_else(read, world):
    assert "Norvan" not in parties(read("Joe Harrow Lindqvist rejected the offer.", world=world))


def test_a_lone_surname_is_the_listed_persons_whom_the_text_names_in_full(read):
    world = Lexicon(
        (ActorName("Norvan"), ActorName("Tamask")),
        (PersonName("Ada Harrow", "Norvan", aliases=("Harrow",)), PersonName("Edna Harrow", "Tamask")),
    )
    items = read("Edna Harrow arrived on Monday. Harrow rejected the offer.", world=world)
    assert parties(items) == ["Tamask"]


def test_a_firms_name_behind_a_given_name_is_a_surname(read):
    world = Lexicon((ActorName("Lindmark", "organisation", aliases=("Lindmark Motors",)),))
    assert parties(read("Lindmark rejected the offer.", world=world)) == ["Lindmark"]
    assert "Lindmark" not in parties(read("David Lindmark rejected the offer. Lindmark insisted on talks.", world=world))
    assert parties(read("David Lindmark left Lindmark Motors. Lindmark rejected the offer.", world=world)) == ["Lindmark"]


@pytest.mark.parametrize("name", ["Harrow County", "Harrow University", "the Harrow Foundation", "Harrow Street"])
def test_what_is_named_after_a_person_is_not_the_person(read, world, name):
    assert "Norvan" not in parties(read(f"Talks went on. {name} rejected the offer.", world=world))


def test_a_persons_administration_is_the_persons_land(read, world):
    assert parties(read("The Harrow Administration rejected the offer.", world=world)) == ["Norvan"]


def test_a_post_by_ones_people_takes_nobody_from_the_body_one_leads(read):
    told = "The raids hurt Palestinians and Palestinian interests, one said. Palestinian leader Yasser Arafat wants talks."
    assert {position.party for position in read(told).positions} == {"Palestinian Authority"}
