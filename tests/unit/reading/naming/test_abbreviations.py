"""Bodies that a text spells out and then calls by letters."""

import pytest


def parties(items):
    return [position.party for position in items.positions]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("The Union of Rail, Canal and Road Workers (RCR) met. The RCR rejected the offer.", "Union of Rail, Canal and Road Workers"),
        (
            "The National Union of Rail, Canal and Road Workers (RCR) met. RCR rejected the offer.",
            "National Union of Rail, Canal and Road Workers",
        ),
        (
            "The RCR Union rejected the offer. The National Union of Rail, Canal and Road Workers met on Monday.",
            "National Union of Rail, Canal and Road Workers",
        ),
        ("Canal and Harbour Trades (CHT) union leader Ada Berg met them. CHT rejected the offer.", "Canal and Harbour Trades union"),
        ("The Tamaskan Liberation Army (TLA) met the envoy. The TLA rejected the truce.", "Tamaskan Liberation Army"),
        ("The Libyan Rescue Front (LRF) met the envoy. The LRF rejected the truce.", "Libyan Rescue Front"),
        ("The Workers Party of Norway (WPN) met. The WPN rejected the offer.", "Workers Party of Norway"),
        ("The Government of Common Concord (GCC) met the envoy. The GCC rejected the truce.", "Government of Common Concord"),
        (
            "The Front for the Defence of Villages (FDV) met. FDV leader Ada Berg left. She rejected the truce.",
            "Front for the Defence of Villages",
        ),
    ],
)
def test_letters_are_the_body_that_is_spelled_out_before_them(read, text, party):
    assert parties(read(text)) == [party]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("The Democratic Republic of Congo (DRC) met them. The DRC rejected the truce.", "Democratic Republic of the Congo"),
        ("The European Union (EU) met them. The EU rejected the offer.", "European Union"),
        ("Norway met the Harbour Guild (HG). Norway rejected the offer.", "Norway"),
        ("The foreign ministry (MFA) met them. Norway rejected the offer.", "Norway"),
        ("Norway's Ministry of Trade Affairs (MTA) met them. Norway rejected the offer.", "Norway"),
    ],
)
def test_what_is_listed_or_does_not_fit_the_letters_stays_what_it_is(read, text, party):
    assert parties(read(text)) == [party]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("South American envoys met. The South American group rejected the plan.", "United States"),
        ("The Inter-American court met. Inter-American officials rejected the plan.", "United States"),
        ("Ships crossed the South China Sea. The South China Sea states rejected the plan.", "China"),
    ],
)
def test_a_larger_land_or_a_sea_is_not_the_land_in_its_name(read, text, expected):
    assert expected not in parties(read(text))


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("American envoys met. American officials rejected the plan.", "United States"),
        ("The Congolese government rejected the plan.", "Democratic Republic of the Congo"),
        ("The Greek Cypriot leader met him. The Greek Cypriot side rejected the plan.", "Greek Cypriots"),
        ("The Greek side rejected the plan.", "Greece"),
    ],
)
def test_a_people_is_whose_government_is_meant(read, text, party):
    assert parties(read(text))[-1:] == [party]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        (
            "The Screen Guild-Federation of Town Artists (SG-FTA) met. SG-FTA rejected the offer.",
            "Screen Guild-Federation of Town Artists",
        ),
        ("Nordvik Motors met them. NM rejected the offer.", "Nordvik Motors"),
        ("Nordvik Motors Co. met them. Nordvik Motors rejected the offer.", "Nordvik Motors"),
        ("Lindmark NV met them. Lindmark rejected the offer.", "Lindmark"),
    ],
)
def test_one_firm_has_one_name_whatever_letters_stand_for_it(read, text, party):
    assert parties(read(text)) == [party]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("North Korea met South Korea. The North rejected the offer.", "North Korea"),
        ("Envoys of North and South Korea met. The North rejected the offer.", "North Korea"),
        ("North Korea met South Korea. The South's envoy rejected the offer.", "South Korea"),
    ],
)
def test_a_half_is_the_land_that_bears_its_name(read, text, party):
    assert parties(read(text)) == [party]


def test_a_direction_is_no_land(read):
    assert parties(read("South Korea met them. People in the South of Italy left. Italy rejected the offer.")) == ["Italy"]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("The Porters and Cleaners Organisation (Pco) met. Pco rejected the offer.", "Porters and Cleaners Organisation"),
        ("Lamp rejects offer\n\nThe League of Armed Mill Porters (Lamp) met. LAMP rejected the offer.", "League of Armed Mill Porters"),
        ("The Stokers and Smelters Union met the owners. The union rejected the offer.", "Stokers and Smelters Union"),
        ("The Dock and Harbour Workers' Federation rejected the offer.", "Dock and Harbour Workers' Federation"),
    ],
)
def test_a_name_of_two_trades_is_one_and_so_are_letters_spoken_as_a_word(read, text, party):
    assert set(parties(read(text))) == {party}


def test_a_word_in_brackets_that_spells_no_name_is_nobodys_letters(read):
    assert "Old Harbour Firm" not in parties(read("The Old Harbour Firm (Alba) met the owners. Alba rejected the offer."))


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Tamil Tiger rebels rejected the truce.", "Liberation Tigers of Tamil Eelam"),
        ("The Tamil rebels met the envoy. The Tigers rejected the truce.", "Liberation Tigers of Tamil Eelam"),
        ("The governor of Lower Sarvane, Ada Berg, rejected the plan.", "Lower Sarvane"),
        ("Pilots of Corvane Airlines went on strike. The airline rejected the claim.", "Corvane Airlines"),
    ],
)
def test_who_is_known_by_more_names_has_one(read, text, party):
    assert parties(read(text)) == [party]


def test_a_team_of_tigers_is_no_rebel_force(read):
    assert parties(read("The Dunmere Tigers met the owners. The Tigers rejected the offer.")) != ["Liberation Tigers of Tamil Eelam"]


def test_letters_spoken_as_a_word_may_take_two_of_one_word(read):
    found = read("The Coastal Pilots and Tugmen Association (Copta) met the owners. Copta rejected the offer.")
    assert parties(found) == ["Coastal Pilots and Tugmen Association"]
