"""Persons named by one word, and persons whom the parser takes for bodies."""

import pytest


def speakers(items):
    return [statement.speaker.name for statement in items.statements]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Mrs Harrow demands an apology. Harrow said the offer was poor.", "Harrow"),
        ("President Grel said the talks had failed.", "Grel"),
        ("Judge Amadi met both sides. Amadi said a deal was near.", "Amadi"),
        ("Qatar's Osman, who came on Monday, left again. Osman said the talks had failed.", "Osman"),
        ("The union's Okoro said she would wait.", "Okoro"),
        ("Marta Okonkwo left. Ms Okonkwo said the strike would go on.", "Marta Okonkwo"),
    ],
)
def test_a_title_an_owner_or_a_pronoun_makes_a_person_of_a_name(read, text, person):
    statement = read(text).statements[-1]
    assert (statement.speaker.name, statement.speaker.source_type.value) == (person, "named person")


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("General Motors rejected the offer.", "General Motors"),
        ("Morgan Stanley rejected the offer.", "Morgan Stanley"),
        ("Austin Energy rejected the offer. It wants more.", "Austin Energy"),
        ("Spain's Navarre rejected the offer.", "Navarre"),
    ],
)
def test_a_body_with_a_given_name_or_an_owner_stays_a_body(read, text, body):
    assert read(text).positions[0].party == body


def test_she_is_the_one_who_came_and_not_the_one_who_was_not_met(read):
    items = read(
        "Israel's foreign minister, Tomas Reyl, said that Israel was ready. Qatar's Osman, who had come on Monday night, left "
        "without meeting President Grel. She declined to say whether the talks had failed."
    )
    assert speakers(items)[-1] == "Osman"
    assert items.statements[-1].speaker.actor == "Qatar"


def test_he_is_the_president_named_by_a_surname_alone(read):
    items = read("Tomas Reyl arrived on Monday. President Grel said the talks had failed. He told reporters the gap was wide.")
    assert speakers(items) == ["Grel", "Grel"]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Marta Okonkwo leads the dock union. Ms Okonkwo rejected the offer.", "dock union"),
        ("Ada Berg speaks for Norway. Berg rejected the offer.", "Norway"),
    ],
)
def test_who_leads_a_body_or_speaks_for_it_stands_for_it(read, text, party):
    assert read(text).positions[-1].party == party


@pytest.mark.parametrize(
    "text", ["Ada Berg leads talks with Norway. Berg rejected the offer.", "Ada Berg leads a walk. Berg rejected the offer."]
)
def test_who_leads_something_else_stands_for_nobody_by_that(read, text):
    assert not [p for p in read(text).positions if p.party == "Norway"]


def test_a_name_behind_a_word_for_a_firm_is_no_person(read):
    items = read(
        "Port operators Halvern Pike and Drumlin Group met. Halvern Pike rejected the offer. Tove Halvern, its chief executive, left."
    )
    assert items.positions[0].party == "Halvern Pike"
    assert [(office.person, office.actor) for office in items.offices] == [("Tove Halvern", "Halvern Pike")]


@pytest.mark.parametrize("text", ["Union leader Ada Berg left.", "The teacher Ada Berg left.", "Party chair Ada Berg left."])
def test_a_name_behind_a_post_or_a_trade_stays_a_person(read, text):
    assert "Ada Berg" in read(text + " Berg said that it was late.").statements[-1].speaker.name


def test_its_is_not_of_one_further_down_in_the_sentence_before(read):
    items = read("The talks will go on if the League agrees. Tove Halvern, its chief executive, left.")
    assert not items.offices[0].actor


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ('The guild left. "Nobody can work nights," said Ina Holt, the guild\'s general secretary.', "Ina Holt"),
        ("Corvane's chief executive, Per Lund, said the rota was fair. He said it would go on.", "Per Lund"),
    ],
)
def test_a_post_behind_or_before_a_name_makes_a_person_of_it(read, text, person):
    assert speakers(read(text))[-1] == person
    assert read(text).statements[-1].speaker.source_type.value == "named person"


def test_a_market_leader_is_a_firm(read):
    assert [p.party for p in read("Baltic Terminals, the market leader, rejected the offer.").positions] == ["Baltic Terminals"]
