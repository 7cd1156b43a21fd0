"""Whose post a title is, and who stands behind a spokesman."""

import pytest

from gobetween.model.evidence import SourceType


def offices(items):
    return {office.person: office.actor for office in items.offices}


@pytest.mark.parametrize(
    ("text", "person", "actor"),
    [
        ("The Alliance of Dry Lands wants a fund. Its chair, Ambassador Ada Berg, left early.", "Ada Berg", "Alliance of Dry Lands"),
        ("The government's spokesman, Ivo Lang, left early.", "Ivo Lang", "government"),
        ("The Tessan government signed. Its labour minister, Ada Berg, left early.", "Ada Berg", "Tessan government"),
        (
            (
                "The bank has offered 6 percent; the tellers' union asks for 11. "
                '"If they come to nine, we sign," its negotiator Ivo Lang told the paper.'
            ),
            "Ivo Lang",
            "tellers' union",
        ),
    ],
)
def test_a_post_belongs_to_whom_its_words_take_up(read, text, person, actor):
    assert offices(read(text))[person] == actor


@pytest.mark.parametrize(
    "text",
    [
        "A government is a fragile thing. The envoy, Ambassador Ada Berg, left early.",
        "It rained. The negotiator Ada Berg told the paper that it was late.",
    ],
)
def test_a_post_of_nobody_in_particular_ties_its_holder_to_no_one(read, text):
    assert offices(read(text))["Ada Berg"] is None


def test_letters_that_are_the_initials_of_one_name_stand_for_it(read):
    items = read("The Guild of Harbour Pilots met the port. The port denied that the GHP had paid. The GHP said the offer was late.")
    assert items.statements[-1].speaker.name == "Guild of Harbour Pilots"


@pytest.mark.parametrize(
    "text",
    [
        "The Guild of Harbour Pilots met the Group of Hill Peoples. The GHP said the offer was late.",
        "The Guild of Harbour Pilots met. The GBP said the offer was late.",
    ],
)
def test_letters_that_fit_two_names_or_none_stand_for_themselves(read, text):
    assert read(text).statements[-1].speaker.name in ("GHP", "GBP")


@pytest.mark.parametrize(
    ("text", "name", "actor"),
    [
        ("A spokeswoman for President Ada Berg said there was no deal.", "spokeswoman for President Ada Berg", None),
        ("A spokesman for Norwegian Prime Minister Ada Berg declined to comment.", None, "Norway"),
        ("A spokesman for the transport minister, Ada Berg, declined to comment.", "spokesman for the transport minister", "Ada Berg"),
    ],
)
def test_a_spokesman_for_somebody_is_not_that_person(read, text, name, actor):
    (statement,) = read(text).statements
    assert statement.speaker.source_type is SourceType.ANONYMOUS_OFFICIAL
    assert statement.speaker.actor == actor
    assert name is None or statement.speaker.name == name


def test_a_spokesman_for_a_body_may_bear_the_name_beside(read):
    (statement,) = read("A spokesman for the harbour guild, Ivo Lang, declined to comment.").statements
    assert statement.speaker.name == "Ivo Lang"


def test_no_minister_makes_an_actor_of_the_word_before(read):
    assert read("A spokesman for Defence Minister Ada Berg said the bridge was open.").actors == ("Ada Berg",)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ('"It is late," said Ada Berg of the Rail Guild.', "Rail Guild"),
        ("Ada Berg, who speaks for Norway, said that it was late.", "Norway"),
        ("Ada Berg, who leads the Rail Guild, said that it was late.", "Rail Guild"),
        ("Ada Berg, who has lived in Norway, said that it was late.", None),
        ("Ada Berg of Bergen said that it was late.", None),
    ],
)
def test_a_person_without_a_post_belongs_to_whom_they_are_said_to_speak_for(read, text, actor):
    assert read(text).statements[0].speaker.actor == actor


@pytest.mark.parametrize("noun", ["board", "council", "authority"])
def test_a_body_called_by_common_nouns_is_an_actor_and_its_last_noun_takes_it_up(read, noun):
    items = read(f"The harbour {noun} has offered 4 percent. The {noun} said that it would wait.")
    assert items.actors == (f"harbour {noun}",)
    assert items.statements[-1].speaker.name == f"harbour {noun}"


def test_a_name_goes_without_its_article(read):
    items = read("The Canal Employers' Group said it would wait. The Canal Employers' Group left.")
    assert "Canal Employers' Group" in items.actors


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("A manager at Fjord Bank, Ada Berg, said that it was late.", "Fjord Bank"),
        ("A senior manager at Norway's embassy, Ada Berg, said that it was late.", "Norway"),
        ("The envoy spoke at Norway's embassy. The mediator, Ada Berg, said that it was late.", "Ada Berg"),
    ],
)
def test_a_post_at_a_body_is_of_that_body(read, text, actor):
    assert read(text).statements[-1].speaker.actor == actor


def sides(items):
    return {statement.speaker.name: statement.speaker.actor for statement in items.statements}


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("The Chilean delegation was led by Ada Berg. Berg said it failed.", "Chile"),
        ("Chile's team, headed by top negotiator Ada Berg, left. Berg said it failed.", "Chile"),
        ("The Harbour Guild's delegation, led by Ada Berg, left. Berg said it failed.", "Harbour Guild"),
        ("Health Minister Ada Berg led the Chilean delegation. Berg said it failed.", "Chile"),
        ("The talks in Chile were led by Ada Berg. Berg said they failed.", None),
    ],
)
def test_who_leads_a_delegation_is_of_its_side(read, text, side):
    assert sides(read(text)) == {"Ada Berg": side}


@pytest.mark.parametrize(
    ("text", "name", "side"),
    [
        ("South Korean minister Tan Mei-ling left. Tan said it failed.", "Tan Mei-ling", "South Korea"),
        ("Qatari envoy Omar al-Rashad left. Rashad said it failed.", "Omar al-Rashad", "Qatar"),
        ("Senior Gen. Erik Lund of Chile met them. Lund said it failed.", "Erik Lund", None),
        ("Envoys met Harbour Defence Army (HDA) commander Erik Lund. Lund said it failed.", "Erik Lund", "Harbour Defence Army"),
        ("In a letter, Lund's Trade Minister Ada Berg said it failed. President Erik Lund of Chile left.", "Ada Berg", "Chile"),
    ],
)
def test_a_person_is_named_in_full_whatever_the_name_is_made_of(read, text, name, side):
    told = sides(read(text))
    assert name in told
    assert told[name] == side or side is None


def test_a_ministry_is_of_the_land_right_before_it(read):
    assert sides(read("Norway's Foreign Ministry, hosting the talks, said it failed.")) == {"Foreign Ministry": "Norway"}


def test_a_land_in_which_somebody_meets_a_government_is_not_that_governments(read):
    text = "Envoys of Chile met President Erik Lund's government in Oslo. Chile's government rejected the plan."
    assert [position.party for position in read(text).positions] == ["Chile"]


def test_a_bare_spokesman_behind_words_speaks_for_who_spoke_last(read):
    text = 'The Harbour Guild said it would go on. "They must hear us," said spokesperson Ada Berg.'
    assert sides(read(text))["Ada Berg"] == "Harbour Guild"


def test_who_is_sent_is_of_who_sends(read):
    assert sides(read("Chile sent former trade minister Ada Berg. Berg said it failed.")) == {"Ada Berg": "Chile"}


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Chile's Supreme Leader, Ayatollah Omar Rashad, said it failed.", "Chile"),
        ("Taoiseach Omar Rashad said it failed.", "Ireland"),
    ],
)
def test_a_title_of_one_land_and_a_title_before_a_name_tell_the_side(read, text, side):
    assert sides(read(text)) == {"Omar Rashad": side}
