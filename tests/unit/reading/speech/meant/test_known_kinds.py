"""Nouns that take up somebody by what kind of body the world, or the name, says that it is."""

import pytest


def parties(items):
    return {position.party for position in items.positions}


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Jordan and Iran met on Friday. The kingdom rejected the plan.", "Jordan"),
        ("Malta and Italy met on Friday. The island rejected the plan.", "Malta"),
        ("The bloc's envoy rejected the plan. The European Union has talked to Canada since May.", "European Union"),
        ("Mercosur and Canada met on Friday. The bloc rejected the plan.", "Mercosur"),
        ("Corvane Steel met the smelters' guild. The steelmaker rejected the plan.", "Corvane Steel"),
        ("The lender Corvane Bank met Nordvik Holdings on Friday. The bank rejected the plan.", "Corvane Bank"),
        ("Corvane Motors met its union on Friday. The carmaker rejected the plan.", "Corvane Motors"),
        ("The University of Dunmere met the lecturers. The university rejected the plan.", "University of Dunmere"),
        ("The guilds and the Clerks' Confederation met. The confederation rejected the plan.", "Clerks' Confederation"),
        ("Corvane Airlines has been in talks for a month. Management rejected the plan.", "Corvane Airlines"),
        ("The clerks' guild met Nordvik Holdings on Friday. Bosses rejected the plan.", "Nordvik Holdings"),
    ],
)
def test_a_noun_takes_up_the_body_that_is_of_its_kind(read, text, party):
    assert parties(read(text)) == {party}


@pytest.mark.parametrize(
    "text",
    [
        "The island rejected the plan.",
        "Norway and Italy met on Friday. The island rejected the plan.",
        "Malta and Italy met on Friday. Envoys on the island rejected the plan.",
        "The kingdom of the birds rejected the plan.",
        "The clerks' guild met the smelters' guild on Friday. Bosses rejected the plan.",
    ],
)
def test_a_noun_of_a_kind_that_nobody_named_is_of_takes_up_nobody(read, text):
    assert not parties(read(text)) & {"Malta", "Italy", "Norway", "Jordan", "clerks' guild"}


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Norway, Canada and Chile met envoys of Iran. The trio rejected the plan.", {"Norway", "Canada", "Chile"}),
        ("The Glass Guild met Corvane Mills. Officials of the union rejected the plan.", {"Glass Guild"}),
        ("The Glass Guild met Corvane Mills. A union demand for more pay was heard on Monday.", {"Glass Guild"}),
        ("Ada Berg of the Greens rejected the plan.", {"Greens"}),
        ("Corvane Motors met the Smelters Guild. The firm's management rejected the plan.", {"Corvane Motors"}),
        ("Corvane Motors' clerks union rejected the plan.", {"Corvane Motors' clerks union"}),
        ("Leaders of the Greens rejected the plan.", {"Greens"}),
        ("Clerks at Corvane Rail will walk out. The operator rejected the plan.", {"Corvane Rail"}),
        ("Donor countries led by Norway rejected the plan.", {"Norway"}),
        ("The governor of Bavaria rejected the plan. The chief minister of Kerala rejected it.", {"Bavaria", "Kerala"}),
        ("The clerks met local authority employers on Monday. The employers rejected the plan.", {"local authority employers"}),
    ],
)
def test_a_side_is_told_by_whose_people_or_whose_demand_it_is(read, text, party):
    assert parties(read(text)) == party


def test_who_turns_down_their_demand_did_not_make_it(read):
    found = read("The Glass Guild met Corvane Mills. Corvane Mills rejected its demand for a pay rise.").positions
    assert {(p.party, p.stance.value) for p in found} == {("Corvane Mills", "reject"), ("Glass Guild", "demand")}


@pytest.mark.parametrize(
    "text",
    [
        "The Supreme Court rejected the plan.",
        "A Norwegian judge rejected the plan.",
        "Norway's prime minister is under pressure. The Prime Minister's coalition partners rejected the plan.",
        "Shareholders of Corvane Bank met on Monday. Some 300 pilots rejected the plan.",
    ],
)
def test_who_judges_and_who_only_stands_beside_is_no_side(read, text):
    assert not parties(read(text))


@pytest.mark.parametrize(
    ("text", "parties_meant"),
    [
        (
            "The Glass Workers Union and the Canal Drivers Union met. The two unions rejected it.",
            {"Glass Workers Union", "Canal Drivers Union"},
        ),
        (
            "The Ward Nurses Guild and the Isle Midwives League met. The nursing unions rejected it.",
            {"Ward Nurses Guild", "Isle Midwives League"},
        ),
        ("The Glass Workers Union and the Canal Drivers Union met. Other unions rejected it.", set()),
        ("Norway refused to meet the M23. The rebel movement rejected the plan.", {"Norway", "M23"}),
    ],
)
def test_the_unions_are_those_that_were_named(read, text, parties_meant):
    assert parties(read(text)) - {"Other unions"} == parties_meant
