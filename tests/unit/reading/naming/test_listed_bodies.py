"""Bodies by their listed names and letters: what the list must not take for them."""

import pytest

from gobetween.reading.naming.lexicon import ActorName, Lexicon


@pytest.fixture(scope="module")
def world():
    return Lexicon(
        (
            ActorName("Norvan"),
            ActorName("Harvest Alliance", "organisation", letters=("HAX", "QA"), beside=("Norvan", "Pell")),
            ActorName("Harbour Action", "organisation", aliases=("HAX",)),
            ActorName("Lindmark", "organisation"),
            ActorName("Democratic Party", "organisation"),
        )
    )


def parties(items):
    return [position.party for position in items.positions]


def test_letters_that_others_have_count_beside_the_words_that_tell_whose_they_are(read, world):
    assert parties(read("The HAX rejected the plan in Norvan.", world=world)) == ["Harvest Alliance"]
    assert parties(read("The QA rejected the plan, Pell said.", world=world)) == ["Harvest Alliance"]


def test_letters_without_such_words_are_the_others_or_nobodys(read, world):
    assert parties(read("The HAX rejected the plan.", world=world)) == ["Harbour Action"]
    assert "Harvest Alliance" not in read("The QA team rejected the plan.", world=world).actors


@pytest.mark.parametrize("name", ["Lindmark", "Lindmark Inc.", "Lindmark Motor Co", "Lindmark Group"])
def test_a_firm_is_the_same_with_the_words_that_say_that_it_is_one(read, world, name):
    assert parties(read(f"{name} rejected the offer.", world=world)) == ["Lindmark"]


@pytest.mark.parametrize("name", ["Lindmark Works Council", "Lindmark Energy"])
def test_a_longer_name_that_begins_with_a_firms_is_anothers(read, world, name):
    assert parties(read(f"{name} rejected the offer.", world=world)) == [name]


@pytest.mark.parametrize("branch", ["Local Two", "Local 222"])
def test_a_local_branch_is_the_union(read, branch):
    statement = read(f"Teamsters {branch} president Ada Berg said the talks would go on.").statements[0]
    assert statement.speaker.actor == "Teamsters"


def test_a_sign_and_a_word_join_the_same_name(read):
    assert parties(read("Oil & Natural Gas Corporation rejected the offer.")) == ["Oil and Natural Gas Corporation"]


def test_a_partys_name_may_end_in_a_small_letter(read):
    assert parties(read("The African National Congress and the Inkatha Freedom party rejected the plan.")) == [
        "African National Congress",
        "Inkatha Freedom Party",
    ]


def test_a_title_behind_a_firm_is_no_part_of_its_name(read, world):
    items = read("Lindmark Chief Executive Ada Berg rejected the offer.", world=world)
    assert parties(items) == ["Lindmark"]


@pytest.mark.parametrize("name", ["Highland Democratic Party", "New Democratic Party"])
def test_a_party_with_one_word_more_is_another_party(read, world, name):
    assert parties(read(f"The {name} rejected the plan.", world=world)) == [name]


def test_a_party_behind_the_article_is_the_listed_one(read, world):
    assert parties(read("The Democratic Party rejected the plan.", world=world)) == ["Democratic Party"]


@pytest.mark.parametrize(
    "text",
    [
        "Change is hard. Unity matters. Reform comes slowly.",
        "Apple growers waited. Shell companies paid. Target prices fell. Visa rules stayed.",
        "Unite and wait. Gap years are popular. Prospects are dim. Sky and sea met.",
        "Oracle bones were found. Orange trees grew. Total costs rose. Sprint races were held.",
        "Verdant hills rose. Chevrons were sewn on. Bombardiers flew. Carriers waited.",
        "The law and justice were on her side. A new democracy was born. The people's party ran late.",
    ],
)
def test_ordinary_words_at_the_head_of_a_sentence_name_nobody(read, text):
    assert list(read(text).actors) == []


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("The UAW rejected the offer by GM.", "United Auto Workers"),
        ("USMX rejected the offer.", "United States Maritime Alliance"),
        ("The CDU insists on the tax cut, sources in Berlin said.", "Christian Democratic Union"),
        ("The RMT rejected the offer.", "National Union of Rail, Maritime and Transport Workers"),
        ("AOSIS rejected the text.", "Alliance of Small Island States"),
        ("The AfD rejected the plan.", "Alternative for Germany"),
    ],
)
def test_well_known_letters_lead_to_the_full_name(read, text, party):
    assert parties(read(text)) == [party]
