import pytest

from gobetween.reading.naming.lexicon_data import default_lexicon
from gobetween.reading.reader import read_document


@pytest.fixture(scope="session")
def givers(parser):
    """The numbers of a text, each with the name and the side of whoever gives it, and the words that name them there."""

    def read(text):
        document = read_document("report.txt", text.encode(), default_lexicon(), parser)
        return [(f.value, (g.name, g.actor, g.passage.text) if (g := f.attributed_to) else None) for f in document.figures]

    return read


def test_a_surname_that_gives_a_number_is_the_person_named_before(givers):
    text = "Lund Shipping's director, Ada Berg, left. The mayor saw 40 ships at sea. Berg spoke of 65 ships."
    assert givers(text)[-1] == (65, ("Ada Berg", "Lund Shipping", "Berg"))


def test_a_union_that_puts_a_number_is_the_union_named_before(givers):
    text = "The Harbour Pilots' Union met. The firm said 900 pilots would stay; the union puts the figure at 650."
    assert givers(text)[-1] == (650, ("Harbour Pilots' Union", "Harbour Pilots' Union", "the union"))


def test_whoever_counts_gives_the_number_under_their_own_name(givers):
    text = "The fire went out at night. The district judge, Ada Berg, counted 140 barns that were lost."
    assert [(value, giver[0]) for value, giver in givers(text)] == [(140, "Ada Berg")]
    assert givers("The lake was calm. The lake commission counted 14 boats.")[0][1][0] == "lake commission"


@pytest.mark.parametrize("text", ["The barns counted 140 times.", "The firm bought 140 ships.", "The law of 140 pages counted."])
def test_who_counts_nothing_gives_no_number(givers, text):
    assert all(giver is None for _, giver in givers(text))


def test_the_giver_is_named_where_the_number_is_given(givers):
    text = "Norway said the ferry was lost. The mayor said 30 people had drowned; Norway puts the number at 12."
    assert givers(text)[-1] == (12, ("Norway", "Norway", "Norway"))
    document_words = text.rindex("Norway")
    assert document_words > text.index("30")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Oxley Watch, a research group, arrives at less than 6 billion euros.", "Oxley Watch"),
        ("The toll is estimated at 40 by the ministry.", "ministry"),
        ("It is estimated by the Red Cross that 40 people died.", "International Committee of the Red Cross"),
        ("The ministry's figure of 40 dead was disputed.", "ministry"),
        ("A poll by the chamber found 60 percent in favour.", "chamber"),
        ("The monitors recorded 14 breaches in the north.", "monitors"),
        ("The rebels denied the army's claim that 40 of the men had died.", "army"),
        ("The mayor said 40 had died.", "mayor"),
        ("The bank forecasts growth of 2 percent.", "bank"),
        ("Satellite pictures show 140 burnt barns.", "Satellite pictures"),
        ("The mayor gave a figure of 51 barns.", "mayor"),
        ("The chamber reckons the strike will cost 200 million crowns.", "chamber"),
        ("The families, whose number the union gives as about 50, left.", "union"),
        ("The army accused the rebels of shelling a village, killing three people.", "army"),
        ("The owners were accused by the union of having sacked 40 sailors.", "union"),
        ("Walkouts by Ostrail's count forced it to cancel 1,900 trains.", "Ostrail"),
        ("By the mayor's own reckoning 300 people were left without water.", "mayor"),
        ("A village count came to 71 lorries.", "A village count"),
    ],
)
def test_whoever_reckons_or_finds_or_records_gives_the_number(givers, text, name):
    assert givers(f"The sea was calm all day. {text}")[0][1][0] == name


@pytest.mark.parametrize(
    "text",
    [
        "The train arrived at 6 platforms in the north.",
        "The police arrested 40 marchers in the town.",
        "The hall was lit by 40 lamps.",
        "The port of 40 ships was quiet.",
        "The mayor found 40 coins in the lake.",
        "The guide showed 40 rooms to guests.",
        "The mayor gave 40 coins to the poor.",
        "The bank paid for growth of 2 percent.",
        "The cut would put 70 boats out of business.",
        "The bank has set aside 410 million crowns for it.",
        "The League plans to send 300 observers.",
        "The strike was called by drivers at 40 depots.",
    ],
)
def test_whoever_does_a_thing_to_those_counted_does_not_give_the_number(givers, text):
    assert [giver for _, giver in givers(f"The sea was calm all day. {text}")] == [None]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The union said 900 workers took part, the company 300.", ["union", "company"]),
        ("Some 1,200 people were killed and 250 abducted that week, according to the mayor.", ["mayor", "mayor"]),
        ("All 90 sailors came to the bridge, the ministry says in a note, and 18 chose to stay.", ["ministry", "ministry"]),
        ("The mayor said 40 people had died; the army put it at 12.", ["mayor", "army"]),
        ("The union said 900 workers took part. It cost 300 crowns.", ["union", None]),
        ("The strike cost 40 crowns. It was the worst in 14 years, the mayor said.", [None, "mayor"]),
    ],
)
def test_both_halves_of_what_is_told_are_the_tellers(givers, text, names):
    assert [giver and giver[0] for _, giver in givers(f"The sea was calm all day. {text}")] == names
