"""Employers are no union, whatever their members do; titles, contracts end no body's name."""

import pytest


def stances(items):
    return [(position.party, position.stance.value) for position in items.positions]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Norvan Maritime Alliance members face a walkout. The union threatens to strike.", "union"),
        ("The Norvan Port Alliance suspended the strike ballot. The union threatens to strike.", "union"),
        (
            "The Norvan Longshoremen's Association met the Norvan Port Alliance. The union threatens to strike.",
            "Norvan Longshoremen's Association",
        ),
        ("Norvan Shore Guild members face a walkout. The union threatens to strike.", "Norvan Shore Guild"),
    ],
)
def test_the_union_is_never_the_employers(read, text, party):
    assert stances(read(text)) == [(party, "threaten")]


def test_a_title_behind_the_name_of_a_board_is_no_part_of_it(read):
    items = read("Board of Education President said the offer was final.")
    assert "Board of Education President" not in items.actors


def test_a_board_keeps_its_own_words(read):
    assert "Board of Pension Trustees" in read("The Board of Pension Trustees rejected the offer.").actors


@pytest.mark.parametrize("word", ["Ramadan", "Negotiations"])
def test_a_feast_or_the_talks_are_nobody(read, word):
    assert word not in read(f"Before {word} nobody moved. {word} demands a truce.").actors


def test_a_union_that_talks_with_many_is_they(read):
    items = read("The dockers' union returned to talks with the port authorities. They accepted a wage offer.")
    assert stances(items) == [("dockers' union", "accept")]


def test_many_who_act_themselves_are_they(read):
    items = read("The dockers' union wrote a letter. The port authorities met. They accepted a wage offer.")
    assert stances(items) == [("port authorities", "accept")]


def test_a_contract_is_nobody_but_its_workers_may_be(read):
    assert read("The Master Contract rejected the offer.").actors == ()
    assert "Contract Workers Union" in read("The Contract Workers Union rejected the offer.").actors
