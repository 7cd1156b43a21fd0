"""What a text says that its bodies are, and the nouns that take them up."""

import pytest


def parties(items):
    return [position.party for position in items.positions]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("The Lake Alliance, a coalition of small parties, met Chile. The coalition rejected the plan.", "Lake Alliance"),
        ("Envoys met the carmaker Lindmark and Dunmere Bank. The carmaker rejected the plan.", "Lindmark"),
        ("The Harbour Guard, a militia, met Norway and the Lake Front. The militia rejected the plan.", "Harbour Guard"),
        ("Kelda, the lorry drivers' union, met Dunmere Haulage. The union rejected the offer.", "Kelda"),
        (
            "Kelda's general secretary, Ada Berg, and Kelda's members met. Dunmere Haulage met them. The union rejected the offer.",
            "Kelda",
        ),
        ("Kelda called a strike. Dunmere Haulage met its leaders. The union rejected the offer.", "Kelda"),
    ],
)
def test_a_noun_takes_up_the_body_that_was_said_to_be_it(read, text, party):
    assert parties(read(text))[-1] == party


def test_of_two_unions_the_one_spoken_of_last_is_meant(read):
    text = (
        "The Union of Lake and Canal Workers (LCW) met. Kelda called a strike. Its leader, Ada Berg, said the union rejected the offer."
    )
    assert set(parties(read(text))) == {"Kelda"}


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("The Labour government rejected the plan. Labour met in York.", "Labour"),
        ("A picture (Ada Berg/PA) shows the pier. The council rejected the plan.", "Palestinian Authority"),
        ("Chilean army commanders rejected the plan. Peru's government met them.", "Peru"),
    ],
)
def test_what_a_word_beside_it_rules_out_is_not_meant(read, text, party):
    assert party not in parties(read(text))


@pytest.mark.parametrize(
    ("text", "name", "side"),
    [
        ("Erik Lund, the president of Chile, left. Ada Berg, a spokeswoman for Lund, said it failed.", "Ada Berg", "Chile"),
        ("Ada Berg, who leads the Chilean peace panel, said it failed.", "Ada Berg", "Chile"),
        ("Chile's government met the nurses. Health Secretary Ada Berg said it failed.", "Ada Berg", "Chile"),
        ("Nurses in England left. The government refused. Health Secretary Ada Berg said it failed.", "Ada Berg", "United Kingdom"),
    ],
)
def test_who_serves_somebody_is_of_that_side(read, text, name, side):
    assert {s.speaker.name: s.speaker.actor for s in read(text).statements}[name] == side


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("The government of Ada Berg met Norway. Envoys met the Chilean opposition. The Berg government rejected the plan.", "Chile"),
        ("Chilean Prime Minister Ada Berg's government met Norway. The military rejected the plan.", "Chile"),
        ("Peru met them. Chile's Foreign Ministry left. Foreign Ministry spokeswoman Ada Berg rejected the plan.", "Chile"),
        ("The Clerks Guild of Dunmere met Lindmark. The Clerks Guild rejected the plan.", "Clerks Guild of Dunmere"),
    ],
)
def test_a_shorter_word_for_a_side_is_that_side(read, text, party):
    assert parties(read(text))[-1] == party


@pytest.mark.parametrize("word", ["allies", "parties"])
def test_many_of_a_land_are_not_the_land(read, word):
    assert "Chile" not in parties(read(f"Peru met them. Chilean {word} rejected the plan."))
