"""Names whose parts brackets, hyphens, articles and particles hold apart, and the words of posts that are none of them."""

import pytest

from gobetween.reading.naming.lexicon import ActorName, Lexicon, PersonName
from gobetween.reading.naming.names import Names
from gobetween.reading.naming.offices import actors_of_persons, find_offices
from gobetween.reading.parsing import parse

WORLD = Lexicon((ActorName("Norvan"),), (PersonName("Omar Hamdi", "Norvan", aliases=("Hamdi",), is_hint=True),))


def persons(text, parser):
    return [mention.name for mention in Names(parse(text, parser), WORLD).mentions() if mention.is_person]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“We cannot sign,” (Prime Minister Erik) Lund said.", "Erik Lund"),
        ("“(Foreign Minister Ana) Berg told us so,” he said.", "Ana Berg"),
        ("Ms. Okafor-Lee, the nurses' lawyer, rejected the offer.", "Okafor-Lee"),
        ("Caretaker Prime Minister Najib al-Hamdi met the envoy.", "Najib al-Hamdi"),
        ("Suharto said he would quit.", "Suharto"),
        ("Gen Mikael Thura said no.", "Mikael Thura"),
        ("Kesh Copper CEO Ann Hale rejected the offer.", "Ann Hale"),
        ("Archbishop Luis Mora offered to mediate.", "Luis Mora"),
    ],
)
def test_a_name_is_whole_and_has_no_post_in_it(parser, text, name):
    assert persons(text, parser) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jan van der Meer, the union's head, said no. Van der Meer left the talks.", "Jan van der Meer"),
        ("Seán Ó Murchú, the union's leader, said no. Ó Murchú left the talks.", "Seán Ó Murchú"),
        ("Najib al-Hamdi met the envoy. Al-Hamdi left the talks.", "Najib al-Hamdi"),
    ],
)
def test_a_surname_with_its_particle_is_the_persons(parser, text, name):
    assert persons(text, parser) == [name, name]


def test_a_bracket_that_opens_behind_a_name_is_no_part_of_it(parser):
    assert persons("The ministers (Erik Lund and Ana Berg) met Paul Holt.", parser) == ["Erik Lund", "Ana Berg", "Paul Holt"]


def test_the_listed_person_stays_whom_a_surname_alone_names(parser):
    assert persons("Hamdi rejected the offer.", parser) == ["Omar Hamdi"]


def test_a_post_that_was_held_then_begins_with_its_own_word(parser):
    doc = parse("Then-foreign minister Olga Petrenko signed the accord.", parser)
    assert [doc[slice(*office.title)].text for office in find_offices(Names(doc, WORLD))] == ["foreign minister"]


def test_a_name_ends_before_the_bracket_of_its_letters(parser):
    names = Names(parse("The Democratic Forces for Kesh (FDK) signed the text.", parser), WORLD)
    assert not any("(" in mention.name for mention in names.mentions())


@pytest.mark.parametrize(
    "text",
    [
        "Ann Hale, CEO of Kesh Copper, rejected the bid.",
        "Kesh Copper CEO Ann Hale rejected the bid.",
        "Kesh Copper chief executive Ann Hale rejected the bid.",
        "Ann Hale, chief executive of Kesh Copper, rejected the bid.",
    ],
)
def test_the_firm_of_whom_a_post_tells_is_a_body(parser, text):
    names = Names(parse(text, parser), WORLD)
    assert actors_of_persons(names, find_offices(names)) == {"Ann Hale": "Kesh Copper"}


def test_a_counterpart_is_of_the_land_that_is_told(parser):
    names = Names(parse("Sweden's envoy, Ana Lind, met her Norvan counterpart, Eva Holt, in Oslo.", parser), WORLD)
    assert actors_of_persons(names, find_offices(names))["Eva Holt"] == "Norvan"
