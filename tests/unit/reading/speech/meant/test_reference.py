import pytest


def speakers(items):
    return [statement.speaker.name for statement in items.statements]


def test_he_is_the_last_named_person(read):
    items = read("Erik Lund said the offer was final. He added that the plant would close.")
    assert speakers(items) == ["Erik Lund", "Erik Lund"]


def test_they_are_the_sources_who_spoke_before(read):
    items = read("Two Norwegian sources said talks would resume. They added that Canada would attend.")
    assert speakers(items)[1] == "Two Norwegian sources"
    assert items.statements[1].speaker.actor == "Norway"


def test_the_source_is_the_anonymous_source_and_never_a_person(read):
    items = read("A Norwegian source said Erik Lund would travel. The same source added that he was tired.")
    assert speakers(items) == ["Norwegian source", "Norwegian source"]


def test_the_group_is_the_last_movement(read):
    items = read("The Taliban rejected the draft. The group said it wanted more time.")
    assert items.statements[-1].speaker.name == "Taliban"


@pytest.mark.parametrize("pronoun", ["he", "He"])
def test_a_pronoun_inside_a_quotation_is_not_the_one_who_speaks(read, pronoun):
    text = (
        "“Erik Lund has no intention of paying,” Marta Okonkwo told reporters.\n"
        f"“Therefore {pronoun.lower()} is threatening to close the plant,” she added."
    )
    items = read(text, world=_world())
    threats = [p for p in items.positions if p.stance == "threaten"]
    assert [p.party for p in threats] == ["Baltic Terminals"]


def _world():
    from gobetween.reading.naming.lexicon import ActorName, Lexicon, PersonName

    return Lexicon(
        (ActorName("Baltic Terminals", "organisation"), ActorName("Dock Union", "organisation")),
        (PersonName("Erik Lund", "Baltic Terminals"), PersonName("Marta Okonkwo", "Dock Union")),
    )


def stances(items):
    return [(position.party, position.stance.value) for position in items.positions]


def test_we_in_a_quotation_is_the_side_of_its_speaker(read):
    items = read('"We reject the offer," said Anna Berg, Norway\'s envoy.')
    assert stances(items) == [("Norway", "reject")]


def test_they_in_a_quotation_are_not_the_side_of_its_speaker(read):
    items = read('A Norwegian envoy accused Canada of stalling. "They have rejected our offer," the Norwegian envoy said.')
    assert [party for party, stance in stances(items) if stance == "reject"] == ["Canada"]


def test_he_in_a_quotation_is_the_one_it_is_about(read):
    items = read(
        'Canadian Prime Minister Erik Lund left. "He is threatening to invade the island," Norwegian envoy Anna Berg said of Erik Lund.'
    )
    assert stances(items) == [("Canada", "threaten")]


def test_he_in_a_quotation_is_never_its_speaker(read):
    items = read('Norwegian envoy Jan Nowak spoke to reporters. "He is threatening to invade the island," Jan Nowak said.')
    assert stances(items) == []


def test_they_are_not_those_on_whose_behalf_one_speaks(read):
    items = read('"The text is weak," Anna Berg said on behalf of the Alliance of Small Ports. "They demand everything."')
    assert stances(items) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Maria Lund, the minister, met Peter Holm, the union leader. He said the offer was fair. She said it was late.",
            ["Peter Holm", "Maria Lund"],
        ),
        ("Norway's foreign minister, Lena Holt, arrived on Friday. The minister said the border would open.", ["Lena Holt"]),
        ("A minister came. Lena Holt, the envoy, left. The minister said the border would open.", ["minister"]),
        ("Ahmed Abd Al Hadi, a member of the movement, came in. Mr Abd Al Hadi said the answer was no.", ["Ahmed Abd Al Hadi"]),
        ("The Front rejected the text. The group said it wanted guarantees.", ["Front", "Front"]),
        (
            "The miners' union and the owners met. The union said the offer was poor. They said they would strike.",
            ["miners' union", "miners' union"],
        ),
    ],
)
def test_titles_genders_and_speakers_tell_who_is_meant(read, text, names):
    assert speakers(read(text)) == names


@pytest.mark.parametrize(
    "text",
    [
        "Peter Holm was in Oslo. A woman close to the talks said a deal was near. She said the text was ready.",
        "Peter Holm was in Oslo. A resident of the valley said the dam had burst. He said the water was high.",
        "Anna Berg left the city. A senior Norwegian official spoke. The official said the talks would go on.",
    ],
)
def test_an_unnamed_source_is_never_taken_for_a_person(read, text):
    assert not [s for s in read(text).statements if s.speaker.name in ("Peter Holm", "Anna Berg")]


def test_a_person_of_its_own_is_of_the_body_named_before(read):
    items = read("Baltic Terminals made an offer. Its chief executive, Ola Nord, said the port would close.")
    assert items.statements[-1].speaker.actor == "Baltic Terminals"


def test_an_opening_its_takes_up_the_subject_just_before(read):
    items = read(
        "The Rail Union is demanding a longer pause. It has called a strike.\n"
        'The museum trust said the offer was "fair". Its director, Ada Berg, told reporters that talks would go on.'
    )
    assert [(s.speaker.name, s.speaker.actor) for s in items.statements][-1] == ("Ada Berg", "museum trust")


def test_an_opening_its_guesses_no_actor_where_the_subject_before_is_none(read):
    items = read(
        "The Rail Union is demanding a longer pause.\nThe museum said it was shut. Its director, Ada Berg, said talks would go on."
    )
    assert items.statements[-1].speaker.actor != "Rail Union"


def test_an_office_told_apart_by_its_owner_is_no_body_named_before(read):
    items = read("The Canal Employers met on Monday. Two barges wait, according to the lock keeper's office.")
    assert items.statements[-1].speaker.name == "lock keeper's office"


def test_a_ministry_is_no_union_and_no_draft(read):
    items = read("The growers' league rejected the ministry's draft. The ministry denied that the fund was empty.")
    assert speakers(items) == ["growers' league", "ministry"]


def test_an_unnamed_person_is_told_apart_by_what_stands_behind(read):
    items = read("A person close to the harvest talks said the gap was wide. Both sides said they would wait.")
    assert speakers(items) == ["person close to the harvest talks", "Both sides"]


def test_airline_pilots_are_no_airline(read):
    items = read(
        "Airline pilots and Polar Air agree to keep talking\nPolar Air and its pilots will meet again, the airline said on Monday."
    )
    assert items.statements[-1].speaker.name == "Polar Air"


def test_an_official_at_a_body_is_not_that_body(read):
    items = read("An official at the customs union said trucks were waiting. The union said it would open the gate.")
    assert speakers(items)[-1] == "customs union"
