"""Who plays the part that a text calls by a bare noun, and where nobody is told to."""

import pytest


def parties(items):
    return [(position.party, position.stance.value) for position in items.positions]


TRUCE = "A ceasefire between Mbaro's government and the Northern Liberation Army was holding. "


@pytest.mark.parametrize(
    ("text", "party"),
    [
        (TRUCE + "The government is calling for a withdrawal.", "Mbaro"),
        (TRUCE + "The rebels want 400 men freed.", "Northern Liberation Army"),
        (TRUCE + "Defence Minister Ruth Amadi rejected any conditions.", "Mbaro"),
        (TRUCE + "A rebel spokesman, Samuel Ndege, rejected any conditions.", "Northern Liberation Army"),
        ("The government of Sarvane and the Highland Front met. The government accepts a joint command.", "Sarvane"),
        ("Nobody in Marrovia believes in the truce. The government rejects any withdrawal.", "Marrovia"),
        ("The Norwegian government offered 5 percent. The government rejects more.", "Norway"),
        ("The Allied Transport Workers met Dunmere Buses. The drivers want 8 percent.", "Allied Transport Workers"),
        ("The Allied Transport Workers met Dunmere Buses. The union wants 8 percent.", "Allied Transport Workers"),
        ("The Health Workers' Union met the ministry. Nurses want 8 percent.", "Health Workers' Union"),
        ("For the ruling Union for Continuity, Justice Minister Abel Kiromba rejected the draft.", "Union for Continuity"),
    ],
)
def test_a_bare_noun_is_the_only_one_that_it_can_mean(read, text, party):
    assert parties(read(text))[-1][0] == party


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("The government met the rebels. Norway hosts the talks. The army rejected the offer.", "army"),
        ("Karsia's president arrived. Ombor's envoy left. The government wants more.", "government"),
        ("The Teachers' Union met the ministry. The drivers want better roads.", "drivers"),
        ("The Health Workers' Union met Dunmere Buses. Agency drivers want work.", "Agency drivers"),
        ("The European Union met Norway. The drivers want more.", "drivers"),
        ("Northline's board met. The transport minister, Ada Berg, wants a plan.", "Ada Berg"),
        ("The Dock Union and the Nurses' Union met. The drivers want more.", "drivers"),
    ],
)
def test_where_several_or_none_may_be_meant_nobody_is_named(read, text, party):
    assert parties(read(text))[-1][0] == party


def test_the_company_is_no_union(read):
    items = read("Talks between Dunmere Buses and the Allied Transport Workers resumed. The company has offered more.")
    assert parties(items) == [("Dunmere Buses", "offer")]


def test_commanders_of_both_sides_are_of_two(read):
    (meeting,) = read(TRUCE + "The mediator met government and rebel commanders on Friday.").meetings
    assert {"Mbaro", "Northern Liberation Army"} <= set(meeting.participants)


def test_its_is_never_said_of_many(read):
    items = read("Ostrail met its drivers. Drivers gave up five days, according to its personnel chief, Lene Viktorsen.")
    assert items.statements[-1].speaker.actor == "Ostrail"


def test_whose_a_spokesman_is_stays_in_the_words_of_the_title(read):
    (office,) = read(TRUCE + "A rebel spokesman, Samuel Ndege, spoke.").offices
    assert (office.title, office.actor) == ("rebel spokesman", "Northern Liberation Army")


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("KARSA (Kessaria), Nov 10 - Kessaria wants a truce. Karsa rejects more.", "Kessaria"),
        ("Mirzan flew to Tamask's capital, Qasrat. Tamask met him. Qasrat wants more.", "Tamask"),
        ("He flew to Lindmar, the Veldrian capital. Veldria opposes it. Lindmar rejects the plan.", "Veldria"),
        ("He flew to Lindmar. Veldria opposes it. Lindmar rejects the plan.", "Lindmar"),
        (TRUCE + "The defence ministry denied that a shot was fired.", "Mbaro"),
        ("The rail ministry met the union. The ministry wants more.", "rail ministry"),
        ("The Hospital Doctors' League met. Hospital doctors reject the panel.", "Hospital Doctors' League"),
        ("The Hospital Doctors' League met. Junior doctors want more.", "Junior doctors"),
    ],
)
def test_a_capital_a_ministry_and_a_trade_are_whose_the_text_says(read, text, party):
    assert parties(read(text))[-1][0] == party


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Chile and South Korea met. The Korean side disputes the figure.", "South Korea"),
        ("Talks on Benguro's peace process resumed. The government refuses to leave.", "Benguro"),
        ("New Alliance head Tomas Brandl spoke. Brandl rejected the estimate.", "New Alliance"),
        ("The Selian Resistance has a plan. The Resistance demands a pause.", "Selian Resistance"),
        ("Kessaria's truce holds. The government in Oslo wants more.", "Norway"),
    ],
)
def test_part_of_a_name_is_the_whole_where_one_fits(read, text, party):
    assert parties(read(text))[-1][0] == party


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("North Korea and South Korea met. The Korean side disputes the figure.", "Korean side"),
        ("Talks between Northline and the rail union URS broke up. Northline met URS. The government rejects a deal.", "government"),
        ("China spoke first. The presidency denied that it had a figure.", "presidency"),
    ],
)
def test_of_two_or_of_none_nobody_is_guessed(read, text, actor):
    assert parties(read(text))[-1][0] == actor


def test_a_ministry_said_to_be_anothers_is_not_the_lands(read):
    text = "Israel's government met. Talks will be held by the war management Cabinet. 40 died, said the Hamas-run Health Ministry."
    assert read(text).statements[-1].speaker.actor == "Health Ministry"


@pytest.mark.parametrize(
    "text",
    [
        "Chile met the rebels. The foreign ministry rejected the plan.",
        "Chile met the rebels. The military government rejected the plan.",
        "Chile's government met the rebels. The presidency rejected the plan.",
    ],
)
def test_an_office_of_the_only_land_is_that_lands(read, text):
    assert [position.party for position in read(text).positions] == ["Chile"]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Qatar met them. Chilean rebels rejected the plan.", "Chilean rebels"),
        ("Chile's rival rejected the plan.", "Chile"),
        ("Chile's shadow government rejected the plan.", "Chile"),
        ("Qatar met them. Chilean companies rejected the plan.", "Chile"),
    ],
)
def test_who_only_lives_in_a_land_or_fights_it_is_not_its_government(read, text, party):
    told = [position.party for position in read(text).positions]
    assert "Chile" not in told
    assert party in [*told, "Chile"]


def test_the_government_is_the_only_lands_that_a_text_hints_at(read):
    found = read("The nurses' union will strike. NHS trusts closed wards. The government rejected the demand for 8 percent.")
    assert "United Kingdom" in {p.party for p in found.positions}
    found = read("The nurses' union will strike in Norway. The government rejected the demand for 8 percent.")
    assert "Norway" in {p.party for p in found.positions}


def test_the_army_is_the_armed_forces_that_fight_as_a_party(read):
    from gobetween.reading.naming.lexicon import ActorName, Lexicon

    world = Lexicon((ActorName("Norvan"), ActorName("Norvan Armed Forces", "group")))
    found = read("Norvan is at war. The Norvan Armed Forces hold the port. The army rejected the truce.", world=world)
    assert [p.party for p in found.positions if p.stance.value == "reject"] == ["Norvan Armed Forces"]
    found = read("Norvan is at war. The army rejected the truce.", world=world)
    assert [p.party for p in found.positions if p.stance.value == "reject"] == ["Norvan"]
